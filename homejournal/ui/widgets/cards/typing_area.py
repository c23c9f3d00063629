"""A frame on which one may type, with input methods too, and on which files may be dropped."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QApplication, QFrame, QRadioButton, QWidget
from typing_extensions import override

from homejournal.ui.base.clipboard import brings_files, brings_more_than_words
from homejournal.ui.base.keys import COMMAND, plain_key, written

_TAKES_INPUT = Qt.WidgetAttribute.WA_InputMethodEnabled


class InputOnCards(QObject):
    """Watches whatever has the focus on a card that takes words; there is one for a program.

    Qt gives what an input method writes to the part that has the focus alone, and to none of those
    around it.
    """

    _NAME = "inputOnCards"

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.setObjectName(self._NAME)
        self._watched: QWidget | None = None
        app.focusChanged.connect(self._on_focus)

    @classmethod
    def begin(cls) -> None:
        """Watch from now on."""
        app = QApplication.instance()
        if isinstance(app, QApplication) and app.findChild(QObject, cls._NAME) is None:
            cls(app)

    def _on_focus(self, old: QWidget | None, now: QWidget | None) -> None:
        if old is not None and old is self._watched:
            old.removeEventFilter(self)
            old.setAttribute(_TAKES_INPUT, on=False)
        self._watched = None
        if now is None or now.testAttribute(_TAKES_INPUT):
            return
        if typing_area_of(now) is not None:
            self._watched = now
            now.installEventFilter(self)
            now.setAttribute(_TAKES_INPUT)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QInputMethodEvent):
            return False
        words = event.commitString()
        area = typing_area_of(watched) if isinstance(watched, QWidget) else None
        if words and area is not None:
            area.type_here(words)
        event.accept()
        return True


_Key = Qt.Key
_WALKING = frozenset({_Key.Key_Up, _Key.Key_Down, _Key.Key_Left, _Key.Key_Right})
"""Keys that may be held; a toddler's hand on any other writes once."""
_PLAIN = _WALKING | {_Key.Key_Return, _Key.Key_Enter, _Key.Key_Delete}
_ALT = Qt.KeyboardModifier.AltModifier


class TypingArea(QFrame):
    """Passes on a few keys while it, or a part of which `walks_from` says so, has the focus.

    What is typed is never a command: `type_here` gets it, unless a field inside the area has the
    focus. Escape goes from there back to the area.
    """

    TAKES_WORDS: ClassVar[bool] = False
    """Whether what is typed here, or pasted, is wanted."""

    key = Signal(int)
    """An arrow, Enter or Delete; a letter or digit of a Latin keyboard together with Alt."""
    given = Signal(object)
    """Files or a picture, dropped here or pasted: QMimeData. None before `take_files`."""

    def take_files(self, *, take: bool) -> None:
        """Let people drop and paste files and pictures here, or not."""
        self.setAcceptDrops(take)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent, /) -> None:
        if brings_files(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent, /) -> None:
        event.acceptProposedAction()
        self.given.emit(event.mimeData())

    def type_here(self, _text: str) -> bool:
        """Take what is typed here, in no field; return whether it is wanted."""
        return False

    def walks_from(self, part: QWidget | None) -> bool:
        """Return whether an arrow, Enter or Delete pressed on a part of it is passed on."""
        return isinstance(part, QRadioButton)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        pressed, held = event.key(), event.modifiers() & COMMAND
        holder = self.window().focusWidget()  # also when a key comes late, and the window is hidden
        mine = holder is self or (self.walks_from(holder) and self.isAncestorOf(holder))
        if mine and pressed in _PLAIN and not held:
            self._pass_on(pressed, event, again=pressed in _WALKING)
        elif held == _ALT and chr(plain_key(event) & 0xFF).isalnum():
            self._pass_on(plain_key(event) | _ALT.value, event)
        elif pressed == Qt.Key.Key_Escape and not mine:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._paste(event)
        elif not (event.isAutoRepeat() or (written(event) and self.type_here(written(event)))):
            super().keyPressEvent(event)

    def _pass_on(self, key: int, event: QKeyEvent, *, again: bool = False) -> None:
        if again or not event.isAutoRepeat():
            self.key.emit(key)
        event.accept()

    def _paste(self, event: QKeyEvent) -> None:
        data = QGuiApplication.clipboard().mimeData()
        if self.acceptDrops() and (brings_more_than_words(data) or not self.TAKES_WORDS):
            self.given.emit(data)
        elif not (data.hasText() and self.type_here(data.text())):
            super().keyPressEvent(event)


def typing_area_of(part: QWidget) -> TypingArea | None:
    """Return the nearest area around a part that takes words."""
    around: QWidget | None = part
    while around is not None:  # no further: the parts of Qt's own above it take long to name
        if isinstance(around, TypingArea) and around.TAKES_WORDS:
            return around
        around = around.parentWidget()
    return None
