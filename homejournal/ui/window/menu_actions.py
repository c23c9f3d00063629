"""What the menus of the window do, each line one method; the window itself only holds pages."""

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from homejournal.ui.base.preferences import TEXT_SIZES
from homejournal.ui.child.plan.files.drop_target import DroppedPlans
from homejournal.ui.theme import Scheme, apply_theme
from homejournal.ui.window.navigation.page_registry import PAGES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from homejournal.ui.base.preferences import Preferences
    from homejournal.ui.child.plan.files.plan_files import PlanFiles
    from homejournal.ui.kit.window_interface import OpenWindow
    from homejournal.ui.window.lost_screen import InSight
    from homejournal.ui.window.more_menu_actions import MoreDoings
    from homejournal.ui.window.navigation.last_page import LastPage


class WindowDoings(QObject):
    """Does what a menu, a key or a button of the frame asks, on the window it belongs to."""

    ASKED: ClassVar = {
        "example": "open_example",
        "paper": "show_paper",
        "fridge": "print_week",
        "take_plan": "take_plan",
        "hand_over_plan": "hand_over_plan",
        "pack": "make_pack",
        "book": "keep_book",
        "add_child": "add_child",
        "life_events": "life_events",
        "timer": "follow_timer",
        "reminders": "open_reminders",
        "hide": "hide_journal",
        "people": "people",
        "folder": "show_folder",
        "reopen": "reopen",
        "damage": "show_damage",
        "erase": "erase",
    }
    """What a page can ask for by a name that is no page's, and the method that does it."""

    def __init__(self, window: "OpenWindow") -> None:
        super().__init__(window)
        self._window = window
        self._dropped = DroppedPlans(window)
        self._dropped.dropped.connect(self.look_at_plan)
        self._last_page: LastPage | None = None
        self._in_sight: InSight | None = None

    @cached_property
    def more(self) -> "MoreDoings":
        """Return the doings that nothing needs before the first paint."""
        from homejournal.ui.window.more_menu_actions import MoreDoings

        return MoreDoings(self._window)

    def do(self, name: str) -> None:
        """Call the method of that name; the table of actions has only names that exist."""
        method: Callable[[], object] = getattr(self if hasattr(self, name) else self.more, name)
        method()

    def begin(self) -> None:
        """Watch, from before the first page on, whether the one that was open last may come."""
        window = self._window
        if window.is_example or window.desk.preferences.remembered("page") is None:
            return
        from homejournal.ui.window.navigation.last_page import LastPage, page_of

        if (name := page_of(window.desk.preferences, window.journal.today())) is not None:
            self._last_page = LastPage(name, window)

    def _come_back(self) -> None:
        """Open the page that was open last, unless somebody was faster."""
        last, self._last_page = self._last_page, None
        if last is not None and last.may_come() and self._window.page_name == PAGES[0]:
            self._window.open_page(last.name)

    def leave(self, preferences: "Preferences") -> None:
        """Remember where the window stands and which page is open."""
        window = self._window
        preferences.geometry = window.saveGeometry()
        self.more.copy_at_closing()
        if window.page is not None and not window.is_example:
            from homejournal.ui.window.navigation.last_page import remember_page

            remember_page(preferences, window.page_name, window.journal.today())

    def warmed(self) -> None:
        """Listen to the key that hides all, and show what goes on since the window was closed."""
        from homejournal.services.days.timer import TIMER_PLACE
        from homejournal.ui.base.local_settings.reminder_times import rings_here
        from homejournal.ui.hiding.hide_windows import Hiding

        Hiding.here().listen(self._window, self._window.desk.wording)
        self._window.frame.show_foot()
        self._come_back()
        if self._in_sight is None:
            from homejournal.ui.window.lost_screen import InSight

            self._in_sight = InSight(self._window)
            self.more.keep_safe()
        if rings_here(self._window.desk):
            self.more.follow_reminders()
        if self._window.journal.drafts.has(TIMER_PLACE):
            self.more.follow_timer()

    def close(self) -> None:
        """Close the window."""
        self._window.close()

    def show_up(self) -> None:
        """Come to the front, because the program was started a second time.

        Where the journal is hidden, what hides it comes instead.
        """
        from homejournal.ui.hiding.hide_windows import Hiding

        if Hiding.here().is_on:
            Hiding.here().come_forward()
            return
        state = self._window.windowState()
        self._window.setWindowState(state & ~state.WindowMinimized)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()

    def follow_setting(self, name: str) -> None:
        """Let the window be as a setting says that was put or taken back."""
        self.more.follow_setting(name)

    def set_scheme(self, scheme: Scheme) -> None:
        """Wear other colours at once."""
        self._window.desk.preferences.scheme = scheme
        self.dress()

    def larger_text(self) -> None:
        """Make the text one step larger."""
        self._size(1)

    def smaller_text(self) -> None:
        """Make the text one step smaller."""
        self._size(-1)

    def usual_text(self) -> None:
        """Go back to the usual size."""
        self._window.desk.preferences.text_size = TEXT_SIZES[0]
        self.dress()

    def _size(self, step: int) -> None:
        at = TEXT_SIZES.index(self._window.desk.preferences.text_size) + step
        self._window.desk.preferences.text_size = TEXT_SIZES[max(0, min(at, len(TEXT_SIZES) - 1))]
        self.dress()

    def dress(self) -> None:
        """Wear the colours and the text size that this computer remembers."""
        window = self._window
        window.menus.show_scheme(window.desk.preferences.scheme)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            apply_theme(app, window.desk.preferences.scheme, window.desk.preferences.text_size)

    def open_today(self) -> None:
        """Open Today."""
        self._window.go_to("today")

    def open_plan(self) -> None:
        """Open the plan."""
        self._window.open_page("plan")

    def open_journal_page(self) -> None:
        """Open the journal."""
        self._window.open_page("journal")

    def open_progress(self) -> None:
        """Open the progress page."""
        self._window.open_page("progress")

    def open_visit_page(self) -> None:
        """Open the visit page."""
        self._window.open_page("visit_page")

    def open_visits(self) -> None:
        """Open the visits."""
        self._window.open_page("visits")

    def open_team(self) -> None:
        """Open the team."""
        self._window.open_page("team")

    def prepare_page(self) -> None:
        """Open the visit page for the next visit, or as it is where none is written down."""
        window = self._window
        child = window.page.child if window.page else None
        calendars, today = window.journal.calendars, window.journal.today()
        coming = calendars.coming(child, today) if child else ()
        window.open_page("visit_page", coming[0].id if coming else None)

    def open_about_child(self) -> None:
        """Open what is told about the child."""
        self._window.open_page("about_child")

    def add_moment(self) -> None:
        """Begin a note without a strategy on the day that is shown."""
        self._window.open_page("today")
        self._ask_page("new")

    def search(self) -> None:
        """Go to the search of the journal."""
        self._window.open_page("journal")
        self._ask_page("search")

    def save_pdf(self) -> None:
        """Let the open page save itself as PDF."""
        self._ask_page("save_pdf")

    def print_page(self) -> None:
        """Let the open page print itself."""
        self._ask_page("print_page")

    def print_week(self) -> None:
        """Show a week for the fridge before it is printed."""
        from homejournal.ui.papers.fridge_week_dialog import FridgeDialog

        child = self._window.page.child if self._window.page else None
        if child is not None:
            dialog = FridgeDialog(self._window.desk, child, self._window)
            dialog.week_wanted.connect(self._window.open_page)
            dialog.ask()

    def keep_book(self) -> None:
        """Ask what of the journal to keep as a book."""
        from homejournal.ui.papers.book_dialog import BookDialog

        child = self._window.page.child if self._window.page else None
        if child is not None:
            BookDialog(self._window.desk, child, self._window).ask()

    def make_pack(self) -> None:
        """Show a pack for a review or the third birthday before it is printed."""
        from homejournal.ui.papers.pack_dialog import PackDialog

        child = self._window.page.child if self._window.page else None
        if child is not None:
            PackDialog(self._window.desk, child, self._window).ask()

    def take_plan(self) -> None:
        """Ask for a plan file, and show what is in it."""
        files = self._plan_files()
        if files is not None and self._window.desk.can_write:
            files.choose()

    def look_at_plan(self, path: "Path") -> None:
        """Show what is in a plan file that was dropped, one file after the other."""
        files = self._plan_files() if QApplication.activeModalWidget() is None else None
        if files is not None and self._window.desk.can_write:
            files.look_at(path)

    def hand_over_plan(self) -> None:
        """Ask which strategies to save as a plan file."""
        files = self._plan_files()
        if files is not None:
            files.hand_over()

    def _plan_files(self) -> "PlanFiles | None":
        from homejournal.ui.child.plan.files.plan_files import PlanFiles

        child = self._window.page.child if self._window.page else None
        if child is None:
            return None
        files = PlanFiles(self._window.desk, child, self._window)
        files.done.connect(self._window.frame.toast.show_text)
        files.taken.connect(self.open_plan)
        return files

    def _ask_page(self, does: str) -> None:
        call = getattr(self._window.page, does, None)
        if callable(call):
            call()

    def open_example(self) -> None:
        """Ask for the example family in a window of its own."""
        self._window.example_wanted.emit()

    def add_child(self) -> None:
        """Ask for another child."""
        from homejournal.ui.first_start.forms import ChildForm, RecordDialog

        form = ChildForm(self._window.desk.wording, self._window.journal.today())
        RecordDialog(
            self._window.desk, self._window.desk.wording.text("Add a child"), form, self._window
        ).ask()
