"""A press on a button that the page has moved away from under the mouse is a press all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QMouseEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton

_STAYS = 6


class HeldPress:
    """Where the mouse went down, on whichever button it was.

    The press itself may move the page: it takes the focus from a note, which is saved, and the row
    of what it is for goes. Qt asks only where the button is when the mouse goes up.
    """

    _place = QPoint()

    @classmethod
    def begins(cls, event: QMouseEvent) -> None:
        """Remember where it began."""
        cls._place = event.globalPosition().toPoint()

    @classmethod
    def goes_on(cls, event: QMouseEvent, button: QAbstractButton) -> QMouseEvent:
        """Return a move or a release: on the button as long as the mouse itself has not moved."""
        place = event.globalPosition().toPoint()
        if not button.isDown() or (place - cls._place).manhattanLength() > _STAYS:
            return event
        on_it = button.rect().center().toPointF()
        held = event.button(), event.buttons(), event.modifiers()
        return QMouseEvent(event.type(), on_it, event.globalPosition(), *held)
