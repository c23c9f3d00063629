"""Keys: which character one writes, in which order they come, and whose Ctrl+Z it is."""

from __future__ import annotations

import unicodedata
from collections import deque
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import (
    QAccessible,
    QAction,
    QKeyEvent,
    QKeySequence,
    QShortcut,
    QShortcutEvent,
    QWindow,
)
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid
from typing_extensions import override

from homejournal.ui.base.timers import one_shot

if TYPE_CHECKING:
    from collections.abc import Iterable


_Modifier = Qt.KeyboardModifier
COMMAND = _Modifier.ControlModifier | _Modifier.AltModifier | _Modifier.MetaModifier
_ALT_GR = _Modifier.ControlModifier | _Modifier.AltModifier
"""How Windows says that AltGr is held, with which people write."""

ON_ONE_KEY = dict(zip("QWERTYUIOPASDFGHJKLZXCVNM", "ضصثقفغعهخحشسيبلاتنمئءؤرىة", strict=True))
"""The letters of an Arabic keyboard by the Latin ones of the same keys; B writes two at once."""
_LATIN = {letter: latin for latin, letter in ON_ONE_KEY.items()}


def with_arabic(keys: Iterable[QKeySequence]) -> list[QKeySequence]:
    """Return shortcuts, and after each with a Latin letter the one of the same Arabic key."""
    every = []
    for sequence in keys:
        held, _, pressed = sequence.toString().rpartition("+")
        every.append(sequence)
        if pressed in ON_ONE_KEY:
            every.append(QKeySequence(f"{held}+{ON_ONE_KEY[pressed]}"))
    return every


def digit_of(text: str) -> int | None:
    """Return the digit that a text is, in whichever script, or None."""
    return unicodedata.decimal(text, None) if len(text) == 1 else None


def plain_key(event: QKeyEvent) -> int:
    """Return the key of an event, as a Latin keyboard has it: digits and Arabic letters, too."""
    key = event.key()
    sign = event.text() or (chr(key) if 0 < key <= 0xFFFF else "")
    digit = digit_of(sign)
    if digit is not None:
        return int(Qt.Key.Key_0) + digit
    return ord(_LATIN[sign]) if sign in _LATIN else key


def written(event: QKeyEvent) -> str:
    """Return the character that a key writes; nothing for a blank, a command or any other key."""
    held = event.modifiers() & COMMAND
    if held not in {_Modifier.NoModifier, _ALT_GR}:
        return ""
    text = event.text()
    return text if text.strip() and text.isprintable() else ""


LONGEST_WAY_MS = 250
"""No key is on its way for longer: Qt itself waits 100 ms for an answer."""

_WRITE_NOTHING = frozenset(
    {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta}
)
_TURN = QEvent.Type(QEvent.registerEventType())
_FIRST = Qt.EventPriority.HighEventPriority.value
_NAME = "keysInOrder"
"""By its class alone, Qt for Python would make the classes of all that the application holds."""


class _Waiting(NamedTuple):
    """A shortcut, or the wish to close a window, whose turn comes after the keys before it."""

    receiver: QObject
    event: QShortcutEvent | None
    dialog: QWidget | None
    """What was open over all others when it was pressed."""

    def act(self) -> None:
        """Do it now, unless what it was meant for is gone, put away or under something new."""
        if not isValid(self.receiver) or QApplication.activeModalWidget() is not self.dialog:
            return
        if _is_put_away(self.receiver):
            return
        if self.event is not None:
            QCoreApplication.sendEvent(self.receiver, self.event)
        elif isinstance(self.receiver, QWindow):
            self.receiver.close()


class KeysInOrder(QObject):
    """Lets a shortcut wait for the letters typed before it; one for all windows, from `begin` on.

    While a screen reader listens, Qt on Linux asks the desktop about each key, and the window gets
    the key with the answer (QSpiApplicationAdaptor in Qt's sources). About a shortcut it asks
    nobody: it overtook what was typed just before, and put away the page or the window they were
    for.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.setObjectName(_NAME)
        self._app = app
        self._row: deque[int | _Waiting] = deque()  # a key on its way stands there as its number
        self._is_new = self._acts = False
        self._shortcuts = _Shortcuts(self)
        # A key that the screen reader keeps for itself never comes.
        self._longest = one_shot(self, self._on_longest, LONGEST_WAY_MS)
        app.focusWindowChanged.connect(self._on_window)
        self._on_window(app.focusWindow())

    @classmethod
    def begin(cls) -> None:
        """Keep the keys of this program in order from now on."""
        app = QApplication.instance()
        if isinstance(app, QApplication) and app.findChild(cls, _NAME) is None:
            cls(app)

    def _on_window(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Watch a window: it hears of each key at once, as a shortcut maybe, and gets it later."""
        kind = event.type()
        if kind == QEvent.Type.ShortcutOverride and event.spontaneous() and QAccessible.isActive():
            self._on_pressed(event)
        elif kind == QEvent.Type.KeyPress and self._row:
            self._on_come(event)
        elif kind == QEvent.Type.Close and self._row and not self._acts and _is_main(watched):
            event.ignore()
            self._row.append(_Waiting(watched, None, QApplication.activeModalWidget()))
            return True
        return False

    def _on_pressed(self, event: QEvent) -> None:
        if isinstance(event, QKeyEvent) and event.key() not in _WRITE_NOTHING:
            if not self._row:
                self._app.installEventFilter(self._shortcuts)
            self._row.append(event.key())
            self._is_new = True
            self._longest.start()

    def _on_come(self, event: QEvent) -> None:
        """Strike out a key that has come; what stands before it waits for nothing any more."""
        self._is_new = False
        if isinstance(event, QKeyEvent) and event.key() in self._row:
            # All at once: what acts may let other keys come in meanwhile.
            so_far = [self._row.popleft() for _ in range(self._row.index(event.key()) + 1)]
            for waiting in so_far:
                self._pass(waiting)
            self._look()

    def has_to_wait(self, receiver: QObject, event: QShortcutEvent) -> bool:
        """Take a shortcut into the row if keys are on their way; hiding the journal never waits."""
        if not self._is_new:
            return False  # it comes in its turn
        self._is_new = False
        self._row.pop()  # its own key, which will not come
        self._look()
        if not self._row or _is_for_all(receiver):
            return False
        copy = QShortcutEvent(event.key(), event.shortcutId(), event.isAmbiguous())
        self._row.append(_Waiting(receiver, copy, QApplication.activeModalWidget()))
        return True

    def _look(self) -> None:
        """Let those in front go on, once what came before them has been heard."""
        if not self._row:
            self._is_new = False
            self._longest.stop()
            self._app.removeEventFilter(self._shortcuts)
        elif isinstance(self._row[0], _Waiting):
            QCoreApplication.postEvent(self, QEvent(_TURN), _FIRST)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() != _TURN:
            return super().event(event)
        while self._row and isinstance(self._row[0], _Waiting):
            self._pass(self._row.popleft())
        self._look()
        return True

    def _on_longest(self) -> None:
        QCoreApplication.sendPostedEvents()  # the keys may have come just now
        while self._row:
            self._pass(self._row.popleft())
        self._look()

    def _pass(self, first: int | _Waiting) -> None:
        self._is_new = False
        if isinstance(first, _Waiting):
            self._acts = True
            first.act()
            self._acts = False


class _Shortcuts(QObject):
    """Sees all events of the program, and only while a key is on its way."""

    def __init__(self, keys: KeysInOrder) -> None:
        super().__init__(keys)
        self._keys = keys

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return isinstance(event, QShortcutEvent) and self._keys.has_to_wait(watched, event)


def _is_put_away(receiver: QObject) -> bool:
    """Return whether it is on a page that was put away since; in a hidden window nothing is."""
    part = receiver.parent() if isinstance(receiver, QShortcut) else receiver
    return isinstance(part, QWidget) and not part.isVisibleTo(part.window())


def _is_main(window: QObject) -> bool:
    """Return whether it is the window of a journal; a dialog closes with the key that says so."""
    shown = (part for part in QApplication.topLevelWidgets() if isinstance(part, QMainWindow))
    return any(main.windowHandle() is window for main in shown)


def _is_for_all(receiver: QObject) -> bool:
    return (
        isinstance(receiver, QAction)
        and receiver.shortcutContext() == Qt.ShortcutContext.ApplicationShortcut
    )


_Fields = QLineEdit | QPlainTextEdit | QTextEdit


class EmptyFieldUndo(QObject):
    """Gives Ctrl+Z to the window where the focused text field has nothing to undo.

    Qt's fields keep it for themselves otherwise.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def _on_focus(self, old: QWidget | None, now: QWidget | None) -> None:
        if isinstance(old, _Fields):
            old.removeEventFilter(self)
        if isinstance(now, _Fields):
            now.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        undo = event.matches(QKeySequence.StandardKey.Undo)
        redo = event.matches(QKeySequence.StandardKey.Redo)
        if not (undo or redo) or not isinstance(watched, _Fields):
            return False
        if _has_step(watched, undo=undo):
            return False
        event.ignore()  # so that the window's own action gets the keys
        return True


def _has_step(field: QLineEdit | QPlainTextEdit | QTextEdit, *, undo: bool) -> bool:
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable() if undo else field.isRedoAvailable()
    document = field.document()
    return document.isUndoAvailable() if undo else document.isRedoAvailable()
