"""The page in a mail or a short text: the words are ready, and the family changes them."""

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from typing_extensions import override

from homejournal.domain.visit_page.page import VisitPage
from homejournal.exchange.mail_link import mail_link
from homejournal.reports.visit_page.plain_text import short_leaves_out, short_text
from homejournal.texts.papers.team_messages import (
    locked_mail_text,
    mail_subject,
    short_leaves_out_words,
)
from homejournal.texts.papers.visit_page import words_counted
from homejournal.texts.wording import wording_of
from homejournal.ui.base.desk import Desk
from homejournal.ui.kit.form_dialog import FormDialog
from homejournal.ui.widgets.button import make_button
from homejournal.ui.widgets.fields.note_field import NoteEdit
from homejournal.ui.widgets.layout.boxes import FlowRow
from homejournal.ui.widgets.wrapping_labels import WrapLabel, announce


class MailDialog(FormDialog):
    """Sends nothing: it asks for the file by `file_wanted`, and opens a new mail.

    `opened` comes once the mail program has been asked; the dialog stays for the file. Of a page
    that was `locked` already, the mail begins with words that tell nothing of it.
    """

    file_wanted = Signal(object)
    opened = Signal()

    def __init__(
        self,
        desk: Desk,
        page: VisitPage,
        address: str,
        parent: QWidget | None,
        *,
        locked: bool = False,
    ) -> None:
        text = desk.wording.text
        super().__init__(desk, text("Send the page by e-mail"), text("Open a new mail"), parent)
        self._address, self._page = address, page
        lead = text(
            "homejournal sends nothing by itself. Save the page first; its folder opens with the"
            " file selected. Then open a new mail and attach the file by hand."
        )
        self.form.add_words(lead)
        self.files = [
            self._file("pdf", text("Save as PDF…"), "download"),
            self._file("locked", text("PDF with a password…"), "lock"),
        ]
        self._add_files()
        self.hint = WrapLabel(short_leaves_out_words(desk.wording), "small")
        self.told = WrapLabel("", "strong")
        self.told.hide()
        self._add_mail()
        if locked:
            self._tell_nothing()

    def _add_files(self) -> None:
        text = self.wording.text
        self.form.add_section(text("1. The file"))
        row = FlowRow()
        row.add(*self.files)
        self.form.addRow(row)
        self.files[0].setFocus()
        hint = text("A mail can be read on its way. With a password, the page stays closed.")
        self.form.add_words(hint, "small")

    def _add_mail(self) -> None:
        text = self.wording.text
        self.form.add_section(text("2. The mail"))
        subject = QLineEdit(mail_subject(wording_of(self._page.language), self._page))
        self.subject = self.form.add("subject", text("Title of the mail"), subject)
        self._short = short_text(self._page)
        mail = NoteEdit("", 4, 10)
        mail.set_text(self._short)
        self.text = self.form.add("text", text("Text of the mail"), mail)
        self.hint.setVisible(short_leaves_out(self._page))
        self.form.addRow(self.hint)
        self.form.addRow(self.told)

    @override
    def begin(self) -> None:
        """Begin with the file: it is attached by hand, and so comes first."""
        self.files[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _file(self, name: str, words: str, icon: str) -> QPushButton:
        return make_button(words, icon).giving(name, self.file_wanted)

    def on_pdf_locked(self) -> None:
        """Take the page's words out of the mail, now that the file is closed with a password.

        A text that the family changed stays: it is theirs, and it is said that it can be read.
        """
        text = self.wording.text
        untouched = self._snapshot() == self._typed
        neutral = locked_mail_text(wording_of(self._page.language))
        if self.text.text() not in (self._short, neutral):
            words = text("The text is as you wrote it. The password does not close it.")
            self.hint.hide()
        else:
            words = self._tell_nothing()
        if untouched:
            self._typed = self._snapshot()
        self.drop_drafts()
        self._tell(words)

    def _tell_nothing(self) -> str:
        """Write words into the mail that tell nothing of the page; return why they do."""
        self.text.set_text(locked_mail_text(wording_of(self._page.language)))
        self.hint.hide()
        words = self.wording.text(
            "A mail can be read on its way, so its text now tells nothing of the page."
        )
        self.told.say(words)
        return words

    @override
    def save(self) -> None:
        """Open a new mail; what a link cannot carry is copied, to be pasted."""
        text = self.wording.text
        link = mail_link(self._address, self.subject.text(), self.text.text())
        whole = "&body=" in link
        opened = QDesktopServices.openUrl(QUrl(link, QUrl.ParsingMode.StrictMode))
        if opened and whole:
            self._say(text("Your mail program has the text. Attach the file there."))
        else:
            QGuiApplication.clipboard().setText(self.text.text())
            self._say(
                text("The text is long, so it is copied. Paste it into the mail.")
                if opened
                else text("No mail program answered. The text is copied; paste it into a mail.")
            )
        self.opened.emit()

    def _say(self, words: str) -> None:
        """Say what was done; the text is in other hands now and closing loses nothing."""
        self._typed = self._snapshot()
        self._tell(words)

    def _tell(self, words: str) -> None:
        self.told.say(words)
        self._scroll.show_whole(self.told)
        announce(self.told, words)


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
