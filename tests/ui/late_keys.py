"""Keys that come late, as they do on Linux while a screen reader listens."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

_KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)


class LateKeys(QObject):
    """Stands for Qt's QSpiApplicationAdaptor: a window gets its keys with `answer`, not before."""

    def __init__(self, app):
        super().__init__()
        self._asked = []
        app.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() not in _KEYS or not event.spontaneous() or not isinstance(watched, QWindow):
            return False
        copy = QKeyEvent(event.type(), event.key(), event.modifiers(), event.text())
        self._asked.append((watched, copy))
        return True

    def typed(self, *keys, modifier=Qt.KeyboardModifier.NoModifier):
        """Press keys of the keyboard, or all letters of a text; nothing comes of letters yet."""
        window = QApplication.activeWindow().windowHandle()
        for key in keys:
            for one in key if isinstance(key, str) else (key,):
                QTest.keyClick(window, one, modifier)

    def answer(self):
        """Let all come that was pressed, as far as its window is still there."""
        asked, self._asked = self._asked, []
        for window, key in asked:
            if isValid(window):
                QCoreApplication.postEvent(window, key)
        QApplication.processEvents()

    def keep(self):
        """Keep all that was pressed, as a screen reader keeps the keys that are meant for it."""
        self._asked = []
