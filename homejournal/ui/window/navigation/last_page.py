"""Coming back to the page that was open when the window was closed, on the same family day."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.ui.window.navigation.page_registry import can_come_back

if TYPE_CHECKING:
    from homejournal.ui.base.preferences import Preferences

_KEY = "page"
_AT_WORK = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.Wheel,
    }
)


def remember_page(preferences: "Preferences", name: str, today: date) -> None:
    """Remember which page is open on which of the family's days."""
    preferences.remember(_KEY, f"{today.isoformat()} {name}")


def page_of(preferences: "Preferences", today: date) -> str | None:
    """Return the page to come back to: a new day begins with Today, and so does any doubt."""
    day, _, name = (preferences.remembered(_KEY) or "").partition(" ")
    return name if day == today.isoformat() and can_come_back(name) else None


class LastPage(QObject):
    """Watches until all is loaded: where somebody has begun to work by then, nothing moves."""

    def __init__(self, name: str, window: QWidget) -> None:
        super().__init__(window)
        self.name = name
        self._at_work = False
        self._handle = window.windowHandle()
        if self._handle is not None:
            # What comes from outside comes here first, however deep the part is that it is for.
            self._handle.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self._at_work = self._at_work or event.type() in _AT_WORK
        return False

    def may_come(self) -> bool:
        """Stop watching; return whether nobody has pressed anything since the start."""
        if self._handle is not None:
            self._handle.removeEventFilter(self)
        self.deleteLater()
        return not self._at_work
