"""A window whose screen is gone comes to a screen that is there, with all that stands over it."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QWidget

_GRIP = QSize(120, 24)
"""So much of the upper edge has to be on a screen, or nobody can take hold of the window."""


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


class InSight(QObject):
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
        screens = sorted(QGuiApplication.screens(), key=lambda one: one is not first)
        rooms = [screen.availableGeometry() for screen in screens]
        over = (one for one in QApplication.topLevelWidgets() if one is not self._window)
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
