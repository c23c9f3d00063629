"""One deed for one press: the further presses of a double click do nothing more."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QTimer
from PySide6.QtWidgets import QApplication, QMenu
from typing_extensions import override

from homejournal.ui.widgets.buttons.wrapping_button import ENTER, WordButton

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QPushButton

_NEAR = 12


class LastPress:
    """Where and when the mouse was pressed last, on whichever of these buttons it was.

    What a press did may bring another button under the mouse, so the place counts, not the button.
    """

    _at = 0
    _place = QPoint()

    @classmethod
    def is_repeated(cls, event: QMouseEvent) -> bool:
        """Return whether a press belongs to the one just before it; remember it in any case."""
        at, place = event.timestamp(), event.globalPosition().toPoint()
        soon = 0 < at - cls._at < QApplication.doubleClickInterval()
        near = (place - cls._place).manhattanLength() < _NEAR
        cls._at, cls._place = at, place
        return event.type() == QEvent.Type.MouseButtonDblClick or (soon and near)


class OnceButton(WordButton):
    """A button that a double click presses once."""

    @override
    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        # Qt hands the second press of a double click on to this method, too.
        if LastPress.is_repeated(event):
            event.accept()
        else:
            super().mousePressEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        # Outside of dialogs Qt presses a button with the blank alone, and many try Enter.
        if event.key() in ENTER and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)


class AnswerButton(OnceButton):
    """Stays pressed until a click or the blank takes it back: Enter gives an answer, never takes.

    Many press Enter to be done with what they have just clicked.
    """

    def __init__(self, words: str = "") -> None:
        super().__init__(words)
        self.setCheckable(True)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in ENTER and self.isChecked():
            event.ignore()
        else:
            super().keyPressEvent(event)


class FlagButton(OnceButton):
    """Stays pressed until a click or the blank takes it back; Enter goes on to what it is in."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setCheckable(True)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in ENTER:
            event.ignore()
        else:
            super().keyPressEvent(event)


def rest(button: QPushButton) -> None:
    """Let a button that does something else from now on take no press of a double click."""
    button.setEnabled(False)
    QTimer.singleShot(QApplication.doubleClickInterval(), button, partial(button.setEnabled, True))


class StayingMenu(QMenu):
    """A menu that stays where it was opened by the first press of a double click."""

    @override
    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        if LastPress.is_repeated(event) and not self.rect().contains(event.position().toPoint()):
            event.accept()
        else:
            super().mousePressEvent(event)
