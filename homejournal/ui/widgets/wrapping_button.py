"""Buttons whose words go on in a next line, and of which a double click is one press."""

from __future__ import annotations

from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, ClassVar, Self, TypeVar

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QMenu,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QWidget,
)
from typing_extensions import override

from homejournal.ui.theme import px

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence


def paint_in_lines(button: QPushButton, lines: Sequence[str]) -> None:
    """Paint a button as its style does, with these lines in the place of its words."""
    # The many names of QStyle take their time, and hardly a button needs them at the start.
    from PySide6.QtWidgets import QStyle, QStyleOptionButton, QStylePainter

    option = QStyleOptionButton()
    button.initStyleOption(option)
    option.text = "\n".join(lines)
    painter = QStylePainter(button)
    painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
    painter.end()


ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_SIDE = 8
"""What is free over and under several lines, in pixels at 100 %."""
_SHORT = 120


_STAYS = 6
_NEAR = 12
if TYPE_CHECKING:
    _Button = QAbstractButton
else:
    _Button = object  # Qt allows one class of its own among the parents of a class


class HeldPress(_Button):
    """Lets a click count whose button moved away under the mouse.

    The press itself may move the page: it takes the focus from a note, which is saved, and the row
    of what it is for goes. Qt asks only where the button is when the mouse goes up.
    """

    _went_down: ClassVar[QPoint] = QPoint()
    """Where the mouse did, on whichever button."""

    @override
    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        HeldPress._went_down = event.globalPosition().toPoint()
        super().mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent, /) -> None:
        super().mouseMoveEvent(self._where_pressed(event))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        super().mouseReleaseEvent(self._where_pressed(event))

    def _where_pressed(self, event: QMouseEvent) -> QMouseEvent:
        """Return a move or a release: on the button as long as the mouse itself has not moved."""
        place = event.globalPosition().toPoint()
        if not self.isDown() or (place - HeldPress._went_down).manhattanLength() > _STAYS:
            return event
        on_it = self.rect().center().toPointF()
        held = event.button(), event.buttons(), event.modifiers()
        return QMouseEvent(event.type(), on_it, event.globalPosition(), *held)


class LastPress:
    """Tells the second press of a double click, by time and place of the last one.

    What a press did may bring another button under the mouse, so the place counts, not the button.
    """

    _at = 0
    _place = QPoint()

    @classmethod
    def is_repeated(cls, event: QMouseEvent) -> bool:
        """Remember a press; return whether it belongs to the double click before it."""
        at, place = event.timestamp(), event.globalPosition().toPoint()
        soon = 0 < at - cls._at < QApplication.doubleClickInterval()
        near = (place - cls._place).manhattanLength() < _NEAR
        cls._at, cls._place = at, place
        return event.type() == QEvent.Type.MouseButtonDblClick or (soon and near)


class OncePressed(HeldPress):
    """Lets a double click press once."""

    @override
    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        # Qt hands the second press of a double click on to this method, too.
        if LastPress.is_repeated(event):
            event.accept()
        else:
            super().mousePressEvent(event)


class ChoiceButton(OncePressed, QRadioButton):
    """One of several choices, painted by ourselves: all of it can be pressed."""

    @override
    def hitButton(self, pos: QPoint, /) -> bool:
        return self.rect().contains(pos)


_Value = TypeVar("_Value")


class WordButton(HeldPress, QPushButton):
    """As any button of Qt in one line, as long as there is room or nobody asked for more.

    After `let_wrap`, as in each row that flows, it may be as narrow as its longest word, and is as
    high as its lines are. Words, shortcut and name stay what they are; only what is painted has
    lines.
    """

    given = Signal(object)
    """What a press stands for; see `giving`."""

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.value: object = None
        self._wraps = False
        self._kept: tuple[str, ...] = ()
        self._high = 0
        self._least: dict[tuple[str, int], int] = {}
        self._more: dict[tuple[str, int], int] = {}

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        # Outside of dialogs Qt presses a button with the blank alone, and many try Enter.
        enter, in_dialog = event.key() in ENTER, isinstance(self.window(), QDialog)
        if enter and in_dialog and self.isCheckable():
            event.ignore()  # a choice stays, and the dialog does what Enter does in it
        elif enter and not in_dialog and not event.isAutoRepeat():
            if not SecondEnter.comes():
                self.click()
        else:
            super().keyPressEvent(event)

    def giving(self, value: _Value, to: Callable[[_Value], object] | SignalInstance) -> Self:
        """Let a press give a value to a signal or to a bound method; return the button."""
        self.value = value
        self.given.connect(to)
        self.clicked.connect(self._give)
        return self

    def _give(self) -> None:
        self.given.emit(self.value)

    def let_wrap(self) -> None:
        """Let the words go on in a next line where the button is narrower than they are."""
        self._wraps = True
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def keep_room(self, words: Iterable[str]) -> None:
        """Be as wide as the widest of these, so that nothing beside it moves when it says them."""
        self._kept = tuple(words)
        self.updateGeometry()

    @override
    def setText(self, text: str, /) -> None:
        super().setText(text)
        self._find_height()

    @override
    def sizeHint(self) -> QSize:
        """Ask for one line, and for the height of all lines where there are several."""
        hint = self._in_one_line()
        return QSize(hint.width(), max(hint.height(), self._high))

    @override
    def minimumSizeHint(self) -> QSize:
        hint = self._in_one_line()
        return QSize(self._least_width(hint.width()), hint.height()) if self._wraps else hint

    @override
    def heightForWidth(self, width: int, /) -> int:
        hint = self._in_one_line()
        if not self._wraps or width >= hint.width():
            return hint.height()
        lines = max(len(self._lines(width, words)) for words in self._says())
        return max(hint.height(), lines * self._metrics().lineSpacing() + 2 * px(_SIDE))

    def width_in(self, room: int) -> int:
        """Return how wide the button is with so much room: no wider than its widest line."""
        one_line = self._in_one_line().width()
        if room >= one_line:
            return one_line
        lines = (line for words in self._says() for line in self._lines(room, words))
        widest = max(map(self._wide, lines))
        return min(room, self._around(one_line) + widest + 2)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._find_height()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        if not self._wraps or self.width() >= self._in_one_line().width():
            super().paintEvent(event)
            return
        paint_in_lines(self, self._lines(self.width()))

    def _in_one_line(self) -> QSize:
        """Return the size that Qt asks for, which it knows until something changes.

        Qt measures by the usual letters; pressed ones are semibold and would be cut.
        """
        hint = super().sizeHint()
        if self._kept:
            hint.setWidth(hint.width() + self._widest() - self._wide(self.text()))
        if not self.isCheckable():
            return hint
        key = (self.text(), hint.width())
        if key not in self._more:
            usual = QFontMetrics(self.font()).horizontalAdvance(self.text())
            self._more = {key: max(0, self._metrics().horizontalAdvance(self.text()) - usual) + 2}
        return QSize(hint.width() + self._more[key], hint.height())

    def _letters(self) -> QFont:
        """Return the letters that need the most room."""
        if not self.isCheckable():
            return self.font()
        strong = QFont(self.font())
        strong.setWeight(QFont.Weight.DemiBold)
        return strong

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._letters())

    def _find_height(self) -> None:
        # A layout gives no more height than the hint asks for.
        high = self.heightForWidth(self.width()) if self._wraps else 0
        if high and high <= self._in_one_line().height():
            high = 0  # the hint asks for that much anyway
        if high != self._high:
            self._high = high
            self.updateGeometry()

    def _least_width(self, one_line: int) -> int:
        if one_line <= px(_SHORT):
            return one_line  # there is room for it everywhere, and measuring words is slow
        key = (self.text(), one_line)
        if key not in self._least:
            longest = max(self._wide(word) for word in self.text().split(" "))
            self._least = {key: min(one_line, self._around(one_line) + longest)}
        return self._least[key]

    def _around(self, one_line: int) -> int:
        """Return the width beside the words: edges, and the icon with its gap."""
        return one_line - self._widest()

    def _widest(self) -> int:
        return max(map(self._wide, self._says()))

    def _says(self) -> tuple[str, ...]:
        """Return what it says, and all else for which it keeps room."""
        return self.text(), *self._kept

    def _wide(self, words: str) -> int:
        return self._metrics().size(Qt.TextFlag.TextShowMnemonic, words).width()

    def _lines(self, width: int, words: str = "") -> list[str]:
        from homejournal.ui.widgets.wrapping_labels import lines_in

        room = width - self._around(self._in_one_line().width())
        return [line.strip() for line in lines_in(words or self.text(), self._letters(), room)]


class SecondEnter:
    """Tells an Enter that was pressed twice to save a form: the form must not open again."""

    _closed = float("-inf")

    @classmethod
    def closed(cls) -> None:
        """Take notice that a dialog was closed just now, after which its opener has the focus."""
        cls._closed = monotonic()

    @classmethod
    def comes(cls) -> bool:
        """Return whether an Enter belongs to the one that closed a dialog."""
        return (monotonic() - cls._closed) * 1000 < QApplication.doubleClickInterval()


def is_pressed_by_enter(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Press a button if the key is Enter, and return whether it was.

    Outside of dialogs Qt presses a button with the blank alone, and many try Enter.
    """
    by_enter = event.key() in ENTER and not event.isAutoRepeat()
    if by_enter and not SecondEnter.comes():
        button.click()
    return by_enter


class OnceButton(OncePressed, WordButton):
    """A button that a double click presses once."""

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if not is_pressed_by_enter(self, event):
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


def ignore_double_click(button: QPushButton) -> None:
    """Ignore the rest of a double click on a button that now does something else."""
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
