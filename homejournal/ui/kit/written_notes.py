"""Notes as they were written: the icons of what each is for, and rows to change or remove."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from homejournal.domain.records.notes import AnyNote, Flag, Note, PrivateNote
from homejournal.texts import labels
from homejournal.texts.wording import Wording
from homejournal.ui.theme import set_icon, set_look
from homejournal.ui.widgets.layout.boxes import clear, in_column, in_row
from homejournal.ui.widgets.wrapping_button import OnceButton
from homejournal.ui.widgets.wrapping_labels import WrapLabel, plain

FLAG_ICONS = {
    Flag.CELEBRATION: "confetti",
    Flag.CONCERN: "hand-grab",
    Flag.QUESTION: "message-circle-question",
}
PRIVATE_ICON = "lock"
NOTE_ICON = "message-circle"


def signs_of(wording: Wording, note: Note | PrivateNote) -> list[tuple[str, str]]:
    """Return the icons of a note, each with its word: private, what it is for, or only a note."""
    if isinstance(note, PrivateNote):
        return [(PRIVATE_ICON, wording.text("Private"))]
    flags = [(FLAG_ICONS[flag], labels.flag(wording, flag)) for flag in note.flags]
    return flags or [(NOTE_ICON, wording.text("Note"))]


_SHOWN_LETTERS = 600


class NoteRow(QWidget):
    """One note as it was written."""

    edit_wanted = Signal(object)
    remove_wanted = Signal(object)

    def __init__(self, wording: Wording, note: AnyNote) -> None:
        super().__init__()
        self._note = note
        row = in_row(gap=8, inside=self)
        for name, spoken in signs_of(wording, note):
            sign = QLabel()
            set_icon(sign, name, "muted", 18)
            sign.setAccessibleName(spoken)
            sign.setToolTip(plain(spoken))
            row.addWidget(sign)
        row.addWidget(WrapLabel(note.text, most=_SHOWN_LETTERS), 1)
        for text, slot in (
            (wording.text("Edit"), self._on_edit),
            (wording.text("Remove"), self._on_remove),
        ):
            button = OnceButton(text)
            set_look(button, "link")
            button.setAccessibleDescription(note.text[:80])
            button.clicked.connect(slot)
            row.addWidget(button)

    def _on_edit(self) -> None:
        self.edit_wanted.emit(self._note)

    def _on_remove(self) -> None:
        self.remove_wanted.emit(self._note)


class NoteRows(QWidget):
    """The notes of one card, or the moments of a day; nothing while there are none."""

    edit_wanted = Signal(object)
    remove_wanted = Signal(object)

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self._notes: tuple[AnyNote, ...] = ()
        self._column = in_column(gap=6, inside=self)
        self.hide()

    def show_notes(self, notes: Sequence[AnyNote]) -> None:
        if tuple(notes) == self._notes:
            return
        self._notes = tuple(notes)
        clear(self._column)
        for note in notes:
            row = NoteRow(self._wording, note)
            row.edit_wanted.connect(self.edit_wanted)
            row.remove_wanted.connect(self.remove_wanted)
            self._column.addWidget(row)
            row.show()
        self.setVisible(bool(notes))
