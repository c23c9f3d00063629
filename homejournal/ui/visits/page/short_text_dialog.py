"""The page in a few words, to change and then to paste into a message."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.domain.visit_page.page import VisitPage
from homejournal.reports.visit_page.plain_text import short_leaves_out, short_text
from homejournal.texts.papers.team_messages import short_leaves_out_words
from homejournal.texts.papers.visit_page import words_counted
from homejournal.ui.base.desk import Desk
from homejournal.ui.kit.form_dialog import FormDialog
from homejournal.ui.widgets.fields.note_field import NoteEdit


class ShortTextDialog(FormDialog):
    """Writes nothing in the journal: `copied` comes once the text is on the clipboard."""

    copied = Signal()

    def __init__(self, desk: Desk, page: VisitPage, parent: QWidget | None) -> None:
        text = desk.wording.text
        super().__init__(desk, text("Short text for a message"), text("Copy"), parent)
        lead = text("Change it as you like. What you change here is nowhere else.")
        self.form.add_words(lead, "muted")
        self.edit = self.form.add("text", text("Your message"), NoteEdit("", 6, 14))
        self.count = self.form.add_words("", "small")
        if short_leaves_out(page):
            self.form.add_words(short_leaves_out_words(desk.wording), "small")
        self.edit.textChanged.connect(self._count)
        self.edit.set_text(short_text(page))

    def _count(self) -> None:
        self.count.setText(words_counted(self.wording, len(self.edit.text().split())))

    @override
    def save(self) -> None:
        """Copy the text and close."""
        QGuiApplication.clipboard().setText(self.edit.text())
        self.drop_drafts()
        self.accept()
        self.copied.emit()
