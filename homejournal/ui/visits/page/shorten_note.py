"""A long note, shortened for one page by the family; the journal keeps it whole."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from homejournal.domain.visit_page.builder import beginning_of
from homejournal.texts.wording import Wording
from homejournal.ui.theme import set_icon, set_look
from homejournal.ui.visits.page.texts_by_item import PageTexts
from homejournal.ui.widgets.buttons.wrapping_button import WordButton
from homejournal.ui.widgets.fields.form import Form
from homejournal.ui.widgets.fields.note_field import NoteEdit
from homejournal.ui.widgets.layout.flow_layout import FlowRow


class LongNoteField(QWidget):
    """The field comes when it is asked for, with the whole note in it, or as it was shortened."""

    def __init__(self, wording: Wording, words: PageTexts, note: UUID, whole: str) -> None:
        super().__init__()
        self._words, self._note, self._whole = words, note, whole
        text = wording.text
        self.add = _link(text("Shorten for this page…"), "pencil")
        self.add.setAccessibleDescription(whole[:200])
        self.add.clicked.connect(self.open)
        self.edit = NoteEdit("", 3, 8)
        self._box = QWidget()
        hint = text("Your journal keeps the note whole. The page says “shortened by us”.")
        Form(self._box).add_row(text("The note on this page"), self.edit, hint)
        self.cut = _link(text("Only the beginning"), "")
        self.cut.clicked.connect(self._on_cut)
        self.back = _link(text("Back to the whole note"), "")
        self.back.clicked.connect(self._on_back)
        self._ways = FlowRow(gap=4)
        self._ways.add(self.cut, self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._box)
        column.addWidget(self._ways)
        self._follow()
        self.edit.textChanged.connect(self._on_text)
        words.changed.connect(self._follow)
        words.shown.connect(self._follow)

    def open(self) -> None:
        """Show the field and go there."""
        self._show(opened=True)
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, *, opened: bool) -> None:
        self.add.setVisible(not opened)
        self._box.setVisible(opened)
        self._ways.setVisible(opened)

    def _follow(self) -> None:
        """Show what is typed; the same note may stand twice on the page."""
        said = self._words.said(self._note)
        if (said or self._whole) != self.edit.text():
            self.edit.blockSignals(True)
            self.edit.set_text(said or self._whole)
            self.edit.blockSignals(False)
        self._show(opened=bool(said) or self.edit.hasFocus())

    def _on_text(self) -> None:
        text = self.edit.text()
        self._words.write(self._note, "" if text.strip() == self._whole.strip() else text)

    def _on_cut(self) -> None:
        # Written by a cursor, so that Undo in the field brings the rest back.
        cursor = self.edit.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(beginning_of(self._whole))
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_back(self) -> None:
        self._words.write(self._note, "")
        self._show(opened=False)
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)


def _link(words: str, icon: str) -> QPushButton:
    button = WordButton(words)
    set_look(button, "link")
    if icon:
        set_icon(button, icon, "muted", 16)
    return button
