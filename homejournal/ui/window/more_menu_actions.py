"""What the menus do beside the daily work; loaded when the first of it is asked for."""

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from uuid import UUID

    from homejournal.domain.records.children import Child
    from homejournal.domain.today.timer import Timing
    from homejournal.ui.base.desk import Desk
    from homejournal.ui.kit.window_interface import OpenWindow
    from homejournal.ui.window.commands.all_commands import Command

_TOPIC_OF = {"together": "children", "put-away": "children", "safe": "copies"}
"""The help pages that are called otherwise than their page of the window."""


class MoreDoings(QObject):
    """Does what a line of a menu asks, on the window it belongs to."""

    def __init__(self, window: "OpenWindow") -> None:
        super().__init__(window)
        self._window = window

    def show_help(self) -> None:
        """Open the help at the open page."""
        topic = self._window.page_name.replace("_", "-")
        self._open_help(_TOPIC_OF.get(topic, topic))

    def show_keys(self) -> None:
        """Show the keyboard shortcuts."""
        from homejournal.ui.window.commands.all_commands import menu_commands
        from homejournal.ui.window.commands.search import CommandSearch
        from homejournal.ui.window.commands.shortcut_list import key_commands

        window, wording = self._window, self._window.desk.wording
        lines = key_commands(wording, list(menu_commands(window, window.doings.do)))
        words = (wording.text("Keyboard shortcuts"), wording.text("Find a key"))
        search = CommandSearch(wording, words, lines, window)
        search.picked.connect(self._run)
        search.begin()

    def find_command(self) -> None:
        """Find what the menus, the settings, the help and the plan offer by its name."""
        from homejournal.ui.window.commands import all_commands
        from homejournal.ui.window.commands.search import CommandSearch

        window, wording = self._window, self._window.desk.wording
        lines = (
            *all_commands.menu_commands(window, window.doings.do),
            *all_commands.place_commands(window),
            *all_commands.setting_commands(window),
            *all_commands.child_commands(window),
            *all_commands.help_commands(wording, self._open_help),
        )
        words = (wording.text("Find a command"), wording.text("What do you want to do?"))
        search = CommandSearch(wording, words, lines, window)
        search.picked.connect(self._run)
        search.begin()

    def _run(self, command: "Command") -> None:
        command.run()

    def show_paper(self) -> None:
        """Open the help on writing things down on paper."""
        self._open_help("away-from-the-computer")

    def hide_journal(self) -> None:
        """Put a neutral window in the place of all others, until the key is pressed again."""
        from homejournal.ui.hiding.hide_windows import Hiding

        Hiding.here().hide(self._window.desk.wording)

    def open_together(self) -> None:
        """Open the page on which all children stand side by side."""
        self._window.go_to("together")

    def put_away(self) -> None:
        """Ask about putting the journal of the child that is shown away."""
        from homejournal.ui.child.about.put_away_dialog import PutAwayDialog

        known = self._shown_child()
        if known is not None and known.put_away is None:
            PutAwayDialog(self._window.desk, known, self._window).ask()

    def _shown_child(self) -> "Child | None":
        child = self._window.page.child if self._window.page else None
        return self._window.journal.family().children.get(child) if child else None

    def life_events(self) -> None:
        """Show what happened in the life of the child that is shown, to add to it and change it."""
        from homejournal.ui.journal.life_events_dialog import LifeEventsDialog

        if (child := self._shown_child()) is not None:
            LifeEventsDialog(self._window.desk, child.id, self._window).ask()

    def people(self) -> None:
        """Show who writes here, to add somebody, to rename them or take them off the list."""
        from homejournal.ui.records.people_dialog import PeopleDialog

        PeopleDialog(self._window.desk, self._window).ask()

    def today_for_helper(self) -> None:
        """Ask who writes, and show nothing but Today until the family comes back."""
        from homejournal.ui.helper.start_dialog import HelperDialog

        known = self._shown_child()
        if known is not None and known.put_away is None:
            dialog = HelperDialog(self._window.desk, self._window)
            dialog.begins.connect(self._begin_for_helper)
            dialog.ask()

    def _begin_for_helper(self, helper: "UUID | None") -> None:
        from homejournal.ui.helper.session import ForHelper

        if (child := self._shown_child()) is not None:
            ForHelper(self._window, child.id, helper)

    def open_week_grid(self) -> None:
        """Open the week that is typed in from paper."""
        self._window.open_page("week_grid")

    def open_settings(self) -> None:
        """Open the settings."""
        self._window.open_page("settings")

    def show_folder(self) -> None:
        """Show where the journal lies."""
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._window.journal.folder)))

    def show_damage(self) -> None:
        """Say above the pages that the journal is damaged, with the way to its repair."""
        from homejournal.ui.safe.copies.background import Safety

        safety = self._window.findChild(Safety)
        if safety is not None:
            safety.show_damage()

    def keep_safe(self) -> None:
        """Make copies, look at the file and keep shared folders in step from now on.

        A step of many years then waits until it was worked out.
        """
        from homejournal.ui.safe.copies.background import Safety
        from homejournal.ui.safe.deleting.delete_requests import AskedToDelete
        from homejournal.ui.safe.sharing.sync import SharingRuns
        from homejournal.ui.window.long_undo import LongSteps

        LongSteps(self._window, self._desk_now)
        Safety(self._window)
        AskedToDelete(self._window, SharingRuns(self._window))
        if self._window.journal.safe.is_encrypted:
            from homejournal.ui.safe.password.lock import locking_of

            locking_of(self._window).tidy()
        elif self._window.journal.safe.keys_are_left:
            from homejournal.domain.errors import JournalError

            with suppress(JournalError):  # the next start tries again
                self._window.journal.safe.password.forget_left_keys()

    def _desk_now(self) -> "Desk":
        return self._window.desk

    def lock_now(self) -> None:
        """Lock the journal, or show where it gets the password that a lock needs."""
        window, text = self._window, self._window.desk.wording.text
        if window.journal.safe.is_encrypted:
            from homejournal.ui.safe.password.lock import locking_of

            locking_of(window).lock()
        else:
            window.open_page("safe", "password")
            said = text("A lock needs a password. Without one, F9 hides the journal.")
            window.frame.toast.show_text(said)

    def copy_at_closing(self) -> None:
        """Make a last copy of what was written, with the window out of sight."""
        window = self._window
        if window.page is not None and window.journal.is_open and not window.is_example:
            from homejournal.ui.safe.sharing.sync import SharingRuns

            window.hide()
            window.journal.safe.backups.at_closing()
            runs = window.findChild(SharingRuns)
            if runs is not None:
                runs.at_closing()

    def reopen(self) -> None:
        """Ask for a new window on this journal, whose file is another one now."""
        self._window.reopen_wanted.emit(self._window)

    def erase(self) -> None:
        """Ask about deleting the whole journal."""
        from homejournal.ui.safe.deleting.delete_journal import Erasing

        window = self._window
        Erasing(window.desk, window, window.closed, window.own_wanted).ask()

    def open_safe(self) -> None:
        """Open the page on copies, repair, the password and sharing."""
        self._window.open_page("safe")

    def follow_setting(self, name: str) -> None:
        """Let the window be as a setting says that was put or taken back."""
        from homejournal.domain.records.record import Kind
        from homejournal.ui.base.qt_dates import set_week_start

        window = self._window
        match name:
            case "language":
                language = window.desk.preferences.language
                window.set_language(language or window.desk.wording.language)
            case "look":
                window.doings.dress()
            case "days":
                set_week_start(window, window.journal.settings.week_start)
                window.follow_day()
                window.desk.editing.changed.emit(frozenset(Kind))
            case "reminders":
                self.follow_reminders()
            case "people":
                window.desk.editing.changed.emit(frozenset({Kind.HELPER}))

    def show_about(self) -> None:
        """Show version, licenses and where the journal lies."""
        from homejournal.ui.help.about_program import AboutProgram

        folder = str(self._window.journal.folder)
        AboutProgram(self._window.desk.wording, folder, self._window).open()

    def show_news(self) -> None:
        """Open the help at what is new in this version."""
        self._open_help("whats-new")

    def copy_details(self) -> None:
        """Copy what helps to find a fault, and say that nothing about the family is in it."""
        from PySide6.QtGui import QGuiApplication

        from homejournal.ui.help.report_details import report_details

        window = self._window
        told = report_details(window.desk, window.page_name, window)
        QGuiApplication.clipboard().setText(told)
        said = window.desk.wording.text(
            "Copied. Paste it where you ask for help. It holds no names and no notes."
        )
        window.frame.toast.show_text(said)

    def open_reminders(self) -> None:
        """Ask at which times this computer reminds of the strategies of the child that is shown."""
        from homejournal.ui.reminders.reminder_times_dialog import RemindersDialog

        desk = self._window.desk
        if (child := self._shown_child()) is not None:
            times = desk.journal.calendars.reminder_times(child.id, desk.today())
            dialog = RemindersDialog(desk, child, times, self._window)
            dialog.calendar_wanted.connect(self.open_calendar)
            dialog.ask()

    def open_calendar(self) -> None:
        """Ask on the page of visits what goes into a calendar file."""
        self._window.open_page("visits")
        save = getattr(self._window.page, "save_calendar", None)
        if callable(save):
            save()

    def follow_reminders(self) -> None:
        """Ring at the times that are set on this computer."""
        from homejournal.ui.reminders.reminder_clock import follow_reminders

        follow_reminders(self._window)

    def follow_timer(self) -> None:
        """Show above the pages where the timer runs."""
        from homejournal.ui.window.timer_bar import follow_timer

        follow_timer(self._window.frame, self._window.desk, self.go_to_timed)

    def go_to_timed(self, timing: "Timing | None") -> None:
        """Open the card that a stopped timer is for, or take notice that there is none any more."""
        if timing is not None:
            self._window.show_child(timing.child)
            self._window.open_page("today", timing)
        else:
            follow = getattr(self._window.page, "follow_timer", None)
            if callable(follow):
                follow()
        self.follow_timer()

    def _open_help(self, topic: str) -> None:
        from homejournal.ui.help.help_window import HelpWindow

        HelpWindow(self._window.desk.wording, topic, self._window).show()
