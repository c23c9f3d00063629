"""What the menus, the keys and the pages ask of a window: one method for each."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from homejournal.ui.base.actions import Action, Offers
from homejournal.ui.base.preferences import TEXT_SIZES
from homejournal.ui.theme import Scheme, apply_theme
from homejournal.ui.window.dropped_files import DroppedFiles

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from homejournal.domain.records.children import Child
    from homejournal.domain.today.reminders_and_timer import RunningTimer
    from homejournal.ui.child.plan.plan_files import PlanFiles
    from homejournal.ui.kit.window_interface import OpenWindow
    from homejournal.ui.window.commands import Command

_TOPIC_OF = {"together": "children", "put-away": "children", "safe": "copies"}
"""The help pages that are called otherwise than their page of the window."""


class WindowActions(QObject):
    """Does what is asked of the window that it belongs to."""

    def __init__(self, window: "OpenWindow") -> None:
        super().__init__(window)
        self._window = window
        self.open_page, self.go_to = window.open_page, window.go_to
        self._dropped = DroppedFiles(window)
        self._dropped.dropped.connect(self.open_files)
        self._in_no_menu: Offers = {
            Action.SHOW_TIMER: self.show_timer,
            Action.SHOW_DAMAGE: self.show_damage,
            Action.REOPEN: self.reopen,
            Action.ERASE: self.erase,
            Action.EXPORT_FITTING: self.export_fitting,
        }

    def do(self, action: Action) -> None:
        """Do what a page or another part of the program asks for."""
        listed = {line.action: line.do for line in self._window.menus.lines.values()}
        (listed | dict(self._in_no_menu))[action]()

    def ask_page(self, action: Action) -> None:
        """Let the open page do it, where it offers that."""
        if self._window.page is not None:
            self._window.page.do(action)

    def close(self) -> None:
        """Close the window."""
        self._window.close()

    def show_up(self) -> None:
        """Come to the front, because the program was started a second time.

        Where the journal is hidden, what hides it comes instead.
        """
        from homejournal.ui.hiding import Hiding

        if Hiding.here().is_on:
            Hiding.here().come_forward()
            return
        state = self._window.windowState()
        self._window.setWindowState(state & ~state.WindowMinimized)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()

    def set_scheme(self, scheme: Scheme) -> None:
        """Wear other colors at once."""
        self._window.desk.preferences.scheme = scheme
        self.apply_look()

    def larger_text(self) -> None:
        """Make the text one step larger."""
        self._size(1)

    def smaller_text(self) -> None:
        """Make the text one step smaller."""
        self._size(-1)

    def usual_text(self) -> None:
        """Go back to the usual size."""
        self._window.desk.preferences.text_size = TEXT_SIZES[0]
        self.apply_look()

    def _size(self, step: int) -> None:
        at = TEXT_SIZES.index(self._window.desk.preferences.text_size) + step
        self._window.desk.preferences.text_size = TEXT_SIZES[max(0, min(at, len(TEXT_SIZES) - 1))]
        self.apply_look()

    def apply_look(self) -> None:
        """Wear the colors and the text size that this computer remembers."""
        window = self._window
        window.menus.show_scheme(window.desk.preferences.scheme)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            apply_theme(app, window.desk.preferences.scheme, window.desk.preferences.text_size)

    def hide_journal(self) -> None:
        """Put a neutral window in the place of all others, until the key is pressed again."""
        from homejournal.ui.hiding import Hiding

        Hiding.here().hide(self._window.desk.wording)

    def open_plan(self) -> None:
        self.open_page("plan")

    def prepare_page(self) -> None:
        """Open the visit page for the next visit, or as it is where none is written down."""
        window, child = self._window, self._child
        calendars, today = window.journal.calendars, window.journal.today()
        coming = calendars.coming(child, today) if child else ()
        window.open_page("visit_page", coming[0].id if coming else None)

    def add_moment(self) -> None:
        """Begin a note without a strategy on the day that is shown."""
        self._window.open_page("today")
        self.ask_page(Action.ADD_MOMENT)

    def add_strategy(self) -> None:
        """Ask for a new strategy, on the page of the plan."""
        self._window.open_page("plan")
        self.ask_page(Action.ADD_STRATEGY)

    def search(self) -> None:
        """Go to the search of the journal."""
        self._window.open_page("journal")
        self.ask_page(Action.SEARCH)

    def print_week(self) -> None:
        """Show a week for the fridge before it is printed."""
        from homejournal.ui.papers.fridge_week_dialog import FridgeDialog

        if (child := self._child) is not None:
            dialog = FridgeDialog(self._window.desk, child, self._window)
            dialog.week_wanted.connect(self._window.open_page)
            dialog.ask()

    def keep_book(self) -> None:
        """Ask what of the journal to keep as a book."""
        from homejournal.ui.papers.book_dialog import BookDialog

        if (child := self._child) is not None:
            BookDialog(self._window.desk, child, self._window).ask()

    def export_fitting(self) -> None:
        """Ask for a file of what the filter of the open page leaves."""
        from homejournal.domain.journal.entry_filter import EntryFilter
        from homejournal.ui.safe.exchange.card import ExportDialog

        asked = self._window.page.typed() if self._window.page else None
        if isinstance(asked, EntryFilter):
            ExportDialog(self._window.desk, self._window, asked).ask()

    def make_pack(self) -> None:
        """Show a pack for a review or the third birthday before it is printed."""
        from homejournal.ui.papers.pack_dialog import PackDialog

        if (child := self._child) is not None:
            PackDialog(self._window.desk, child, self._window).ask()

    def new_journal(self) -> None:
        """Ask where a new journal is to be, and open it there."""
        from homejournal.ui.base.files import where_to_make

        text = self._window.desk.wording.text
        dialog = where_to_make(self._window, text("New journal"), text("Journal"))
        dialog.fileSelected.connect(self._on_new_place)
        dialog.open()

    def _on_new_place(self, name: str) -> None:
        from homejournal.services.file_kinds import may_hold_journal
        from homejournal.texts.window.opening import name_is_taken

        window, folder = self._window, Path(name)
        if may_hold_journal(folder):
            window.journal_wanted.emit(folder, True)
        else:
            window.frame.toast.show_text(name_is_taken(window.desk.wording, folder))

    def open_journal(self, folder: "Path") -> None:
        """Open another journal in a window of its own."""
        self._window.journal_wanted.emit(folder, False)

    def recent_journals(self) -> "list[Path]":
        """Return the other journals that were opened here; none while this one is out of sight."""
        from homejournal.ui.base.preferences import RecentJournals
        from homejournal.ui.hiding import Hiding

        journal = self._window.journal
        if Hiding.here().is_on or journal.safe.is_locked:
            return []
        recent = RecentJournals(self._window.desk.preferences)
        return recent.without(journal.folder.absolute())

    def clear_recent(self) -> None:
        """Forget which journals were opened here."""
        from homejournal.ui.base.preferences import RecentJournals

        RecentJournals(self._window.desk.preferences).want(wanted=True)

    def choose_file(self) -> None:
        """Ask for a file of any kind that homejournal opens, and open it."""
        from homejournal.services.file_kinds import OUR_ENDINGS
        from homejournal.ui.base.files import documents, which_file

        text = self._window.desk.wording.text
        every = " ".join(f"*{ending}" for ending in sorted(OUR_ENDINGS))
        kinds = [text("Files of homejournal ({endings})", endings=every), text("All files (*)")]
        dialog = which_file(self._window, text("Open"), kinds, documents())
        dialog.fileSelected.connect(self._on_file)
        dialog.open()

    def _on_file(self, name: str) -> None:
        self.open_files([Path(name)])

    def open_files(self, paths: "Sequence[Path]") -> None:
        """Show what is in files, or open them where they are journals, once that is possible."""
        from homejournal.ui.window.file_opener import FileOpener

        if paths:
            FileOpener.of(self._window).offer(paths)

    def take_waiting_files(self) -> "list[Path]":
        """Return the files that wait to be opened here, and let none of them wait any more."""
        from homejournal.ui.window.file_opener import FileOpener

        return FileOpener.of(self._window).take_waiting()

    def take_plan(self) -> None:
        """Ask for a plan file, and show what is in it."""
        files = self._plan_files()
        if files is not None and self._window.desk.can_write:
            files.choose()

    def look_at_plan(self, path: "Path") -> None:
        """Show what is in a plan file."""
        files = self._plan_files()
        if files is not None and self._window.desk.can_write:
            files.look_at(path)

    def hand_over_plan(self) -> None:
        """Ask which strategies to save as a plan file."""
        files = self._plan_files()
        if files is not None:
            files.hand_over()

    def _plan_files(self) -> "PlanFiles | None":
        from homejournal.ui.child.plan.plan_files import PlanFiles

        if (child := self._child) is None:
            return None
        files = PlanFiles(self._window.desk, child, self._window)
        files.done.connect(self._window.frame.toast.show_text)
        files.taken.connect(self.open_plan)
        return files

    def add_child(self) -> None:
        """Ask for another child."""
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
        self.ask_page(Action.SAVE_CALENDAR)

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
            self.ask_page(Action.SHOW_TIMER)
        self.show_timer()

    @property
    def _child(self) -> "UUID | None":
        return self._window.page.child if self._window.page else None

    def _shown_child(self) -> "Child | None":
        child = self._child
        return self._window.journal.family().children.get(child) if child else None

    def open_example(self) -> None:
        """Ask for the example family, which speaks as this window does, in a window of its own."""
        self._window.example_wanted.emit(self._window.desk.wording.language)

    def show_folder(self) -> None:
        """Show where the journal lies."""
        from PySide6.QtCore import QUrl  # making its many names takes a start longer
        from PySide6.QtGui import QDesktopServices

        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._window.journal.folder)))

    def show_damage(self) -> None:
        """Say above the pages that the journal is damaged, with the way to its repair."""
        from homejournal.ui.safe.copies.safety_checks import SafetyChecks

        safety = self._window.findChild(SafetyChecks)
        if safety is not None:
            safety.show_damage()

    def reopen(self) -> None:
        """Ask for a new window on this journal, whose file is another one now."""
        self._window.reopen_wanted.emit(self._window)

    def erase(self) -> None:
        """Ask about deleting the whole journal."""
        from homejournal.ui.safe.deleting import JournalDeletion

        window = self._window
        JournalDeletion(window.desk, window, window.closed, window.own_wanted).ask()

    def lock_now(self) -> None:
        """Lock the journal; without a password hide it, since somebody may be looking."""
        if self._window.journal.safe.is_encrypted:
            from homejournal.ui.safe.password.lock import locking_of

            locking_of(self._window).lock()
        else:
            self.hide_journal()

    def show_help(self) -> None:
        """Open the help at the open page."""
        topic = self._window.page_name.replace("_", "-")
        self.open_help(_TOPIC_OF.get(topic, topic))

    def open_help(self, topic: str) -> None:
        """Open the help at a page of it."""
        from homejournal.ui.help import HelpWindow

        HelpWindow(self._window.desk.wording, topic, self._window).show()

    def show_keys(self) -> None:
        """Show the keyboard shortcuts."""
        from homejournal.ui.window.command_search import CommandSearch
        from homejournal.ui.window.commands import key_commands, menu_commands

        window, wording = self._window, self._window.desk.wording
        lines = key_commands(wording, list(menu_commands(window)))
        words = (wording.text("Keyboard shortcuts"), wording.text("Find a key"))
        search = CommandSearch(wording, words, lines, window)
        search.picked.connect(self._run)
        search.begin()

    def find_command(self) -> None:
        """Find what the menus, the settings, the help and the plan offer by its name."""
        from homejournal.ui.window import commands
        from homejournal.ui.window.command_search import CommandSearch

        window, wording = self._window, self._window.desk.wording
        lines = (
            *commands.menu_commands(window),
            *commands.place_commands(window),
            *commands.setting_commands(window),
            *commands.recent_commands(wording, self.recent_journals(), self.open_journal),
            *commands.child_commands(window),
            *commands.help_commands(wording, self.open_help),
        )
        words = (wording.text("Find a command"), wording.text("What do you want to do?"))
        search = CommandSearch(wording, words, lines, window)
        search.picked.connect(self._run)
        search.begin()

    def _run(self, command: "Command") -> None:
        command.run()

    def show_about(self) -> None:
        """Show version, licenses and where the journal lies."""
        from homejournal.ui.help import AboutProgram

        folder = str(self._window.journal.folder)
        AboutProgram(self._window.desk.wording, folder, self._window).open()

    def copy_details(self) -> None:
        """Copy what helps to find a fault, and say that nothing about the family is in it."""
        from homejournal.ui.help import report_details

        window = self._window
        told = report_details(window.desk, window.page_name, window)
        QGuiApplication.clipboard().setText(told)
        said = window.desk.wording.text(
            "Copied. Paste it where you ask for help. It holds no names and no notes."
        )
        window.frame.toast.show_text(said)
