"""The small field in a cell of a table, for what is longer than one sign."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent

_LETTERS = 60


class Way(Enum):
    """Where typing goes on after a cell."""

    STAY = "stay"
    ON = "on"
    BACK = "back"
    UP = "up"
    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"


_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_ARROWS = {Qt.Key.Key_Up: Way.UP, Qt.Key.Key_Down: Way.DOWN}
_SIDEWAYS = {Qt.Key.Key_Left: Way.LEFT, Qt.Key.Key_Right: Way.RIGHT}


class CellEditor(QLineEdit):
    """Enter, the arrows and leaving it say that it is done; Escape says that it is not.

    Opened by typing, left and right lead on to the next cell, as in a spreadsheet; opened to
    change what stands there, they move in the text.
    """

    done = Signal(object)
    """Way: where to go on."""
    given_up = Signal()
    tabbed = Signal(bool)
    """Tab (True) or Shift+Tab (False) was pressed, which leave the table."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._by_typing = True
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMaxLength(_LETTERS)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab goes through the table alone
        self.hide()

    def open_with(self, text: str, name: str, *, by_typing: bool) -> None:
        """Show a text to go on with under the name that a screen reader says."""
        self._by_typing = by_typing
        self.setText(text)
        self.setAccessibleName(name)
        self.show()
        self.setFocus()
        if by_typing:
            self.end(False)
        else:
            self.selectAll()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        key = Qt.Key(event.key())
        if key in _ENTER:
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.done.emit(Way.BACK if shifted else Way.ON)
        elif key in _ARROWS:
            self.done.emit(_ARROWS[key])
        elif key in _SIDEWAYS and self._by_typing and not event.modifiers():
            self.done.emit(_SIDEWAYS[key])
        elif key == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    @override
    def focusNextPrevChild(self, next: bool, /) -> bool:
        self.tabbed.emit(next)
        return True

    @override
    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        if self.isVisible() and event.reason() not in _ELSEWHERE:
            self.done.emit(Way.STAY)


_ELSEWHERE = frozenset(
    {
        Qt.FocusReason.ActiveWindowFocusReason,
        Qt.FocusReason.PopupFocusReason,
        Qt.FocusReason.MenuBarFocusReason,
    }
)
"""A menu or another window takes the focus for a while; nothing is done with it."""
