"""What is asked of a window about the child that it shows, and about the people around it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from typing_extensions import override

from homejournal.ui.base.actions import Action
from homejournal.ui.base.clipboard import brings_files, brings_more_than_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path
    from uuid import UUID

    from homejournal.domain.records.children import Child
    from homejournal.domain.today.reminders_and_timer import RunningTimer
    from homejournal.ui.kit.window_interface import OpenWindow
    from homejournal.ui.sheet_photo.given_photos import GivenPhoto


_DROPS = {QEvent.Type.DragEnter, QEvent.Type.Drop}


class GivenPhotos(QObject):
    """Takes files and pictures on every page, as far as nothing else there does."""

    given = Signal(object)
    """QMimeData."""

    def __init__(self, window: "OpenWindow") -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)
        window.closed.connect(self._on_closed)

    def _on_closed(self) -> None:
        """Stop filtering events: Python cannot handle those of a window that is being deleted."""
        self._window.removeEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and event.type() in _DROPS:
            return self._take_drop(event)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_key(event)
        return False

    @property
    def _takes(self) -> bool:
        page = self._window.page
        return page is not None and page.child is not None and self._window.desk.can_write

    def _take_drop(self, event: QDropEvent) -> bool:
        if not (self._takes and brings_files(event.mimeData())):
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self.given.emit(event.mimeData())
        return True

    def _take_key(self, event: QKeyEvent) -> bool:
        if not (event.matches(QKeySequence.StandardKey.Paste) and self._takes):
            return False
        data = QGuiApplication.clipboard().mimeData()
        if not (brings_files(data) and brings_more_than_words(data)):
            return False
        self.given.emit(data)
        return True


class ChildActions(QObject):
    """Papers, reminders and the timer of the child that is shown; who writes; another child."""

    def __init__(self, window: "OpenWindow") -> None:
        super().__init__(window)
        self._window = window
        self._given = GivenPhotos(window)
        self._given.given.connect(self.take_photos)

    def prepare_page(self) -> None:
        """Open the visit page for the next visit, or as it is where none is written down."""
        window, child = self._window, self._child
        calendars, today = window.journal.calendars, window.journal.today()
        coming = calendars.coming(child, today) if child else ()
        window.open_page("visit_page", coming[0].id if coming else None)

    def print_week(self) -> None:
        """Show a week for the fridge before it is printed."""
        from homejournal.ui.papers.fridge_week_dialog import FridgeDialog

        if (child := self._child) is not None:
            dialog = FridgeDialog(self._window.desk, child, self._window)
            dialog.week_wanted.connect(self._window.open_page)
            dialog.ask()

    def photo_of_sheet(self) -> None:
        """Ask for photos of filled-in sheets, and show what they say."""
        from homejournal.ui.sheet_photo.dialog import choose_photos

        if self._window.desk.can_write:
            dialog = choose_photos(self._window.desk, self._window)
            dialog.filesSelected.connect(self._on_photos)
            dialog.open()

    def _on_photos(self, names: "Sequence[str]") -> None:
        from pathlib import Path

        self.photos_of_files([*map(Path, names)])

    def photos_of_files(self, paths: "Sequence[Path]") -> None:
        """Show what files of the disk say that are photos of filled-in sheets."""
        from homejournal.ui.sheet_photo.given_photos import photos_of_files

        self.show_photos(photos_of_files(paths))

    def take_photos(self, data: "QMimeData") -> None:
        """Look at what was dropped or pasted as photos of filled-in sheets."""
        from homejournal.ui.sheet_photo.given_photos import photos_given

        self.show_photos(photos_given(data, self._window.desk.wording.text("Picture")))

    def try_photo(self) -> None:
        """Show what the photo of the example family says, in its own window."""
        window = self._window
        if window.journal.settings.example:
            from homejournal.services.opening import example_photo

            self.photos_of_files([example_photo(window.desk.wording.language)])
        else:
            window.example_photo_wanted.emit(window.desk.wording.language)

    def show_photos(self, photos: "Sequence[GivenPhoto]") -> None:
        """Show what photos of filled-in sheets say."""
        from homejournal.ui.sheet_photo.dialog import SheetPhotoDialog

        if photos and self._window.desk.can_write:
            dialog = SheetPhotoDialog(self._window.desk, self._window)
            dialog.try_wanted.connect(self.try_photo)
            dialog.saved.connect(self._show_week)
            dialog.ask(photos)

    def _show_week(self, child: "UUID", day: "date") -> None:
        """Show what was just saved of a sheet."""
        if child != self._child:
            self._window.show_child(child)
        self._window.open_page("week_grid", day)

    def keep_book(self) -> None:
        """Ask what of the journal to keep as a book."""
        from homejournal.ui.papers.book_dialog import BookDialog

        if (child := self._child) is not None:
            BookDialog(self._window.desk, child, self._window).ask()

    def make_pack(self) -> None:
        """Show a pack for a review or the third birthday before it is printed."""
        from homejournal.ui.papers.pack_dialog import PackDialog

        if (child := self._child) is not None:
            PackDialog(self._window.desk, child, self._window).ask()

    def add_child(self) -> None:
        from homejournal.ui.first_start import ChildForm, RecordDialog

        form = ChildForm(self._window.desk.wording, self._window.journal.today())
        RecordDialog(
            self._window.desk, self._window.desk.wording.text("Add a child"), form, self._window
        ).ask()

    def put_away(self) -> None:
        """Ask about putting the journal of the child that is shown away."""
        from homejournal.ui.child.about.put_away import PutAwayDialog

        known = self._shown_child()
        if known is not None and known.put_away is None:
            PutAwayDialog(self._window.desk, known, self._window).ask()

    def life_events(self) -> None:
        """Show what happened in the life of the child that is shown, to add to it and change it."""
        from homejournal.ui.journal.life_events_dialog import LifeEventsDialog

        if (child := self._shown_child()) is not None:
            LifeEventsDialog(self._window.desk, child.id, self._window).ask()

    def people(self) -> None:
        """Show who writes here, to add somebody, to rename them or take them off the list."""
        from homejournal.ui.records.writers_dialog import PeopleDialog

        PeopleDialog(self._window.desk, self._window).ask()

    def today_for_helper(self) -> None:
        """Ask who writes, and show nothing but Today until the family comes back."""
        from homejournal.ui.helper.session import HelperDialog

        known = self._shown_child()
        if known is not None and known.put_away is None:
            dialog = HelperDialog(self._window.desk, self._window)
            dialog.begins.connect(self._begin_for_helper)
            dialog.ask()

    def _begin_for_helper(self, helper: "UUID | None") -> None:
        from homejournal.ui.helper.session import HelperSession

        if (child := self._shown_child()) is not None:
            HelperSession(self._window, child.id, helper)

    def open_reminders(self) -> None:
        """Ask at which times this computer reminds of the strategies of the child that is shown."""
        from homejournal.ui.reminders import RemindersDialog

        desk = self._window.desk
        if (child := self._shown_child()) is not None:
            times = desk.journal.calendars.reminder_times(child.id, desk.today())
            dialog = RemindersDialog(desk, child, times, self._window)
            dialog.calendar_wanted.connect(self.save_calendar)
            dialog.ask()

    def save_calendar(self) -> None:
        """Ask on the page of visits what goes into a calendar file."""
        self._window.open_page("visits")
        self._window.ask_page(Action.SAVE_CALENDAR)

    def show_timer(self) -> None:
        """Show above the pages where the timer runs."""
        from homejournal.ui.window.timer_bar import follow_timer

        follow_timer(self._window.frame, self._window.desk, self.go_to_timed)

    def go_to_timed(self, timing: "RunningTimer | None") -> None:
        """Open the card that a stopped timer is for, or take notice that there is none any more."""
        if timing is not None:
            self._window.show_child(timing.child)
            self._window.open_page("today", timing)
        else:
            self._window.ask_page(Action.SHOW_TIMER)
        self.show_timer()

    @property
    def _child(self) -> "UUID | None":
        return self._window.page.child if self._window.page else None

    def _shown_child(self) -> "Child | None":
        child = self._child
        return self._window.journal.family().children.get(child) if child else None
