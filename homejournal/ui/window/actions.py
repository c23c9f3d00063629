"""What the menus, the keys and the pages ask of a window: one method for each."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from homejournal.ui.base.actions import Action, Offers
from homejournal.ui.base.preferences import TEXT_SIZES
from homejournal.ui.theme import Scheme, apply_theme
from homejournal.ui.window.child_actions import ChildActions
from homejournal.ui.window.file_actions import FileActions

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from homejournal.ui.kit.window_interface import OpenWindow
    from homejournal.ui.window.commands import Command

_TOPIC_OF = {"together": "children", "put-away": "children", "safe": "copies"}
"""The help pages that are called otherwise than their page of the window."""


class HelpActions(QObject):
    """Where somebody looks for something: the help, the keys, a command by its name."""

    def __init__(self, window: "OpenWindow", files: FileActions) -> None:
        super().__init__(window)
        self._window, self._files = window, files

    def show_help(self) -> None:
        """Open the help at the open page."""
        topic = self._window.page_name.replace("_", "-")
        self.open_help(_TOPIC_OF.get(topic, topic))

    def open_help(self, topic: str) -> None:
        """Open the help at a page of it."""
        from homejournal.ui.help import HelpWindow

        HelpWindow(self._window.desk.wording, topic, self._window).show()

    def show_keys(self) -> None:
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

        window, wording, files = self._window, self._window.desk.wording, self._files
        lines = (
            *commands.menu_commands(window),
            *commands.place_commands(window),
            *commands.setting_commands(window),
            *commands.recent_commands(wording, files.recent_journals(), files.open_journal),
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


class WindowActions(QObject):
    """Does what is asked of the window that it belongs to.

    What has to do with files, with the child that is shown, or with the help is in `files`,
    `child` and `help`.
    """

    def __init__(self, window: "OpenWindow") -> None:
        super().__init__(window)
        self._window = window
        self.open_page, self.go_to, self.ask_page = window.open_page, window.go_to, window.ask_page
        self.files = FileActions(window)
        self.child = ChildActions(window)
        self.help = HelpActions(window, self.files)
        self.files.photos_opened.connect(self.child.photos_of_files)
        self._in_no_menu: Offers = {
            Action.SHOW_TIMER: self.child.show_timer,
            Action.SHOW_DAMAGE: self.show_damage,
            Action.REOPEN: self.reopen,
            Action.ERASE: self.erase,
            Action.EXPORT_FITTING: self.files.export_fitting,
        }

    def do(self, action: Action) -> None:
        """Do what a page or another part of the program asks for."""
        listed = {line.action: line.do for line in self._window.menus.lines.values()}
        (listed | dict(self._in_no_menu))[action]()

    def read_sheets(self, photos: "Sequence[tuple[str, Callable[[], bytes]]]") -> None:
        """Show what photos of week sheets say: each by its name and what returns its bytes."""
        from homejournal.ui.sheet_photo.given_photos import GivenPhoto

        self.child.show_photos([GivenPhoto(*one) for one in photos])

    def close(self) -> None:
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
        self._size(1)

    def smaller_text(self) -> None:
        self._size(-1)

    def usual_text(self) -> None:
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
