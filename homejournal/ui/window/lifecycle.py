"""Where a window stands, and what it does as it is opened, once all is loaded, and as it closes."""

from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from homejournal import __version__
from homejournal.ui.base.actions import Action
from homejournal.ui.base.language import set_week_start
from homejournal.ui.base.timers import one_shot
from homejournal.ui.kit.window_interface import OpenWindow, WindowNotice
from homejournal.ui.window.pages import TODAY, LastPage, page_of, remember_page

if TYPE_CHECKING:
    from homejournal.ui.base.desk import Desk
    from homejournal.ui.base.preferences import Preferences


_LAST_VERSION = "version"


class NewsNotice(WindowNotice):
    """Says above the pages that the program was updated; its button opens the page in the help."""

    def __init__(self, window: "OpenWindow") -> None:
        super().__init__(window)
        desk = window.desk
        before = desk.preferences.remembered(_LAST_VERSION)
        if before == __version__:
            return
        desk.preferences.remember(_LAST_VERSION, __version__)
        if before is not None:
            text = desk.wording.text
            self.tell(
                text("homejournal was updated to {version}.", version=__version__),
                text("See what’s new"),
            )

    @override
    def _on_read(self) -> None:
        super()._on_read()
        self._window.window_actions.do(Action.NEWS)


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
        self._soon = one_shot(self, self.look)  # Qt moves windows by itself first
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


class WindowLifecycle(QObject):
    """Begins and ends what goes on beside the pages, and lets the window follow its settings."""

    def __init__(self, window: "OpenWindow") -> None:
        super().__init__(window)
        self._window = window
        self._last_page: LastPage | None = None
        self._on_screen: KeepOnScreen | None = None

    def begin(self) -> None:
        """Watch, from before the first page on, whether the one that was open last may come."""
        window = self._window
        if window.is_example or window.desk.preferences.remembered("page") is None:
            return

        if (name := page_of(window.desk.preferences, window.journal.today())) is not None:
            self._last_page = LastPage(name, window)

    def warmed(self) -> None:
        """Listen to the key that hides all, and show what goes on since the window was closed."""
        from homejournal.services.days.reminders_and_timer import TIMER_PLACE
        from homejournal.ui.base.reminder_settings import rings_here
        from homejournal.ui.hiding import Hiding

        Hiding.here().listen(self._window, self._window.desk.wording)
        self._come_back()
        if self._on_screen is None:
            self._on_screen = KeepOnScreen(self._window)
            self._keep_safe()
        if rings_here(self._window.desk):
            self._follow_reminders()
        if self._window.journal.drafts.has(TIMER_PLACE):
            self._window.window_actions.do(Action.SHOW_TIMER)

    def _come_back(self) -> None:
        """Open the page that was open last, unless somebody was faster."""
        last, self._last_page = self._last_page, None
        if last is not None and last.may_come() and self._window.page_name == TODAY:
            self._window.open_page(last.name)

    def _keep_safe(self) -> None:
        """Make copies, look at the file and keep shared folders in step from now on.

        A step of many years then waits until it was worked out.
        """
        from homejournal.ui.safe.copies.safety_checks import SafetyChecks
        from homejournal.ui.safe.sharing.sync import DeletionRequestNotice, SharingSync
        from homejournal.ui.window.long_undo import LongSteps

        LongSteps(self._window, self._desk_now)
        SafetyChecks(self._window)
        DeletionRequestNotice(self._window, SharingSync(self._window))
        if not self._window.is_example:
            NewsNotice(self._window)
        if self._window.journal.safe.is_encrypted:
            from homejournal.ui.safe.password.lock import locking_of

            locking_of(self._window).tidy()
        elif self._window.journal.safe.keys_are_left:
            from homejournal.domain.errors import JournalError

            with suppress(JournalError):  # the next start tries again
                self._window.journal.safe.password.forget_left_keys()

    def _desk_now(self) -> "Desk":
        return self._window.desk

    def _follow_reminders(self) -> None:
        """Ring at the times that are set on this computer."""
        from homejournal.ui.reminders import follow_reminders

        follow_reminders(self._window)

    def follow_setting(self, name: str) -> None:
        """Let the window be as a setting says that was put or taken back."""
        from homejournal.domain.records.record import Kind

        window = self._window
        match name:
            case "language":
                language = window.desk.preferences.language
                window.set_language(language or window.desk.wording.language)
            case "look":
                window.window_actions.apply_look()
            case "days":
                set_week_start(window, window.journal.settings.week_start)
                window.follow_day()
                window.desk.editing.changed.emit(frozenset(Kind))
            case "reminders":
                self._follow_reminders()
            case "people":
                window.desk.editing.changed.emit(frozenset({Kind.HELPER}))

    def leave(self, preferences: "Preferences") -> None:
        """Remember where the window stands and which page is open."""
        window = self._window
        preferences.geometry = window.saveGeometry()
        self._copy_at_closing()
        if window.page is not None and not window.is_example:
            remember_page(preferences, window.page_name, window.journal.today())

    def _copy_at_closing(self) -> None:
        """Make a last copy of what was written, with the window out of sight."""
        window = self._window
        if window.page is not None and window.journal.is_open and not window.is_example:
            from homejournal.ui.safe.sharing.sync import SharingSync

            window.hide()
            window.journal.safe.backups.at_closing()
            runs = window.findChild(SharingSync)
            if runs is not None:
                runs.at_closing()
