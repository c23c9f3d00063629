"""Where a window stands: as it stood last time, on its screen, or on another where that is gone."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from homejournal.ui.base.preferences import Preferences

_LEAST, _USUAL = QSize(320, 256), QSize(800, 600)
"""The smallest window, and the smallest of the usual screens."""
_UNSEEN = QSize(800, 800)
"""The room of Qt's screen that nobody sees; any window is whole there."""
_TITLE_HEIGHT = 40
"""About so many pixels of a screen's height go to the title of a window."""
_GRIP = QSize(120, 24)
"""So much of the upper edge has to be on a screen, or nobody can take hold of the window."""


def first_size(wanted: QSize, room: QSize) -> QSize:
    """Return how large a window is at first on a screen with so much room, all in pixels."""
    if room == _UNSEEN:
        return wanted
    title = _TITLE_HEIGHT if room.height() >= _USUAL.height() else 0
    return wanted.boundedTo(room - QSize(0, title))


def place(window: QWidget, preferences: "Preferences", wanted: QSize) -> None:
    """Let a window stand where it stood, or be so large at first, in pixels.

    It is no larger than its screen: of 1280 pixels, 320 are left at a scale of 400 % (WCAG 2.2,
    criterion 1.4.10).
    """
    room = window.screen().availableSize()
    window.setMinimumSize(_LEAST.boundedTo(room))
    window.resize(first_size(wanted, room))
    if (geometry := preferences.geometry) is not None:
        window.restoreGeometry(geometry)


def placed(frame: QRect, screens: Sequence[QRect]) -> QRect:
    """Return where a window stands, in pixels: as it is, or whole on the first screen."""
    edge = QRect(frame.left(), frame.top(), frame.width(), _GRIP.height())
    seen = (screen.intersected(edge) for screen in screens)
    if not screens or any(
        part.width() >= min(_GRIP.width(), frame.width()) and part.height() >= _GRIP.height() // 2
        for part in seen
    ):
        return frame
    room = screens[0]
    size = frame.size().boundedTo(room.size())
    left = room.left() + (room.width() - size.width()) // 2
    top = room.top() + (room.height() - size.height()) // 2
    return QRect(left, top, size.width(), size.height())


class KeepOnScreen(QObject):
    """Looks after one window each time a screen goes, until the window goes."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._soon = QTimer(self)  # Qt moves windows by itself first
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.look)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenRemoved.connect(self._on_removed)
        self.look()

    def look(self) -> None:
        """Bring the window, its dialogs and what covers it to a screen, where none shows them."""
        first = self._window.screen()
        screens = sorted(QGuiApplication.screens(), key=lambda screen: screen is not first)
        rooms = [screen.availableGeometry() for screen in screens]
        over = (other for other in QApplication.topLevelWidgets() if other is not self._window)
        for window in (self._window, *filter(_is_shown, over)):
            outside = window.frameGeometry()
            now = placed(outside, rooms)
            if now != outside:
                window.resize(now.size() - (outside.size() - window.size()))
                window.move(now.topLeft())

    def _on_removed(self, _screen: QScreen) -> None:
        self._soon.start()


def _is_shown(window: QWidget) -> bool:
    passing = (Qt.WindowType.Popup, Qt.WindowType.ToolTip)
    return window.isVisible() and window.windowType() not in passing
