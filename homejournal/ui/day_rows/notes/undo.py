"""Ctrl+Z while a note is written: first what was said there last, then the steps of the window."""

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from homejournal.ui.day_rows.note_text import NoteText
    from homejournal.ui.day_rows.notes.flags import NoteFlags
    from homejournal.ui.widgets.fields.note_field import NoteEdit


class WrittenNote(Protocol):
    """What is asked of the note that somebody writes."""

    field: "NoteEdit"

    @property
    def flags(self) -> "NoteFlags | None":
        """Return what the note is for, once somebody has written."""

    def said(self) -> "NoteText":
        """Return what stands in the field."""

    def keep_typing(self) -> None:
        """Save what stands in the field."""


class NoteUndo(QObject):
    """Hears Ctrl+Z before the window does, which knows nothing of what is not saved yet.

    A flag is taken back before the words that stood there already. Where neither is left to take
    back, what is not saved is saved, so that it is the window's last step.
    """

    def __init__(self, panel: WrittenNote, whole: "QWidget") -> None:
        super().__init__(whole)
        self._panel = panel
        for part in (whole, panel.field):
            part.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if not isinstance(event, QKeyEvent):
            return False
        in_field = watched is self._panel.field
        if _is_redo(event) and event.type() == QEvent.Type.ShortcutOverride:
            if not (in_field and self._panel.field.document().isRedoAvailable()):
                self._panel.keep_typing()  # nothing is left to do again once something new is said
            return False
        if not event.matches(QKeySequence.StandardKey.Undo):
            return False
        if event.type() == QEvent.Type.KeyPress and self._may_take_back(in_field=in_field):
            self._take_back()
            return True
        if event.type() == QEvent.Type.ShortcutOverride and not in_field:
            if self._may_take_back(in_field=self._panel.field.hasFocus()):
                event.accept()
                return True
            self._panel.keep_typing()
        return False

    def _may_take_back(self, *, in_field: bool) -> bool:
        """Return whether it is ours: words in the field that has the focus are the field's own."""
        words = self._words_left and not in_field and not self._panel.said().private
        return self._flag_is_last or words

    @property
    def _flag_is_last(self) -> bool:
        flags = self._panel.flags
        return flags is not None and flags.is_last(words_left=self._words_left)

    @property
    def _words_left(self) -> bool:
        return self._panel.field.document().isUndoAvailable()

    def _take_back(self) -> None:
        if self._panel.flags is not None and self._flag_is_last:
            self._panel.flags.take_back()
        else:
            self._panel.field.undo()


def _is_redo(event: QKeyEvent) -> bool:
    """Return whether these are the keys of the window's own step forward."""
    pressed = QKeySequence(event.keyCombination())
    return pressed in {QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")}
