"""The running program: its windows, a second start, and what loads after the first paint."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from homejournal.this_computer import folders
from homejournal.ui.base.clipboard import leave_copied
from homejournal.ui.base.language import choose_language
from homejournal.ui.base.preferences import Preferences
from homejournal.ui.theme import apply_theme
from homejournal.ui.window.main_window import MainWindow
from homejournal.ui.window.startup import AfterFirstPaint

if TYPE_CHECKING:
    import tempfile

    from homejournal.domain.errors import JournalError
    from homejournal.program_arguments import Asked
    from homejournal.services.family_journal import FamilyJournal
    from homejournal.services.safe.repair.repair import Repair
    from homejournal.this_computer import Folders
    from homejournal.ui.base.error_log import Failures
    from homejournal.ui.window.error_dialogs import UnopenedJournal
    from homejournal.ui.window.startup import Tidying, WarmingUp
    from homejournal.ui.window.unlock_window import UnlockWindow


@dataclass(frozen=True, slots=True)
class LateImports:
    """Everything is imported when it is used: a frame stands on the screen before that."""

    folders: "Folders"
    clock: Callable[[], datetime]

    def own(
        self, folder: Path, *, make: bool, key: bytes | None = None, password: str = ""
    ) -> "FamilyJournal":
        """Open the journal in a folder; one is made where there is none and it may be made.

        With a key comes, after the recovery sheet, a new password. Raises what opening does.
        """
        from homejournal.domain.errors import JournalMissingError
        from homejournal.services.before_opening import has_copies
        from homejournal.services.opening import create_journal, open_journal
        from homejournal.this_computer import device_id

        device = device_id(self.folders.settings)
        try:
            journal = open_journal(folder, clock=self.clock, device=device, key=key)
        except JournalMissingError:
            if not make or has_copies(folder):
                raise
            journal = create_journal(folder, clock=self.clock, device=device)
        journal.safe.settings = self.folders.settings
        if password and journal.read_only_because is None:
            journal.safe.password.change(password)
        return journal

    def example(self, within: str, language: str) -> "FamilyJournal":
        """Make the example family, in a language, in a folder of its own below another."""
        import tempfile

        from homejournal.services.opening import create_example
        from homejournal.this_computer import device_id

        folder = Path(tempfile.mkdtemp(dir=within))
        device = device_id(self.folders.settings)
        return create_example(folder, clock=self.clock, device=device, language=language)

    def repair(self, failure: "JournalError", key: bytes | None = None) -> "Repair | None":
        """Return the repair of a journal that does not open, with its key, where it may help.

        It draws on all that this computer remembers, too: other places for copies, shared folders.
        """
        from homejournal.domain.errors import (
            JournalDamagedError,
            JournalMissingError,
            KeysDamagedError,
            NotAJournalError,
            OtherFileError,
            OtherKeyError,
        )
        from homejournal.services.before_opening import has_copies
        from homejournal.services.safe.repair.outside_sources import OutsideSources
        from homejournal.services.safe.repair.repair import Repair
        from homejournal.this_computer import device_id, remembered_places

        if isinstance(failure, JournalMissingError):
            if not has_copies(failure.path):
                return None
        elif not isinstance(
            failure,
            JournalDamagedError
            | KeysDamagedError
            | NotAJournalError
            | OtherFileError
            | OtherKeyError,
        ):
            return None
        settings, places = self.folders.settings, remembered_places(self.folders.preferences)
        repair = Repair(failure.path, device=device_id(settings), clock=self.clock, key=key)
        repair.elsewhere = OutsideSources(settings, places)
        return repair


class ProgramApplication(QApplication):
    """Hears of files that macOS asks a running program to open."""

    file_asked = Signal(object)
    """Its path."""

    @override
    def event(self, event: QEvent, /) -> bool:
        if isinstance(event, QFileOpenEvent) and event.file():
            self.file_asked.emit(Path(event.file()))
            return True
        return super().event(event)


_BETWEEN_LOOKS_MS = 1500


class Program(QObject):
    """Opens journals and keeps their windows; ends with the last of them.

    A frame stands on the screen before the journal is even looked at: what reads it is imported
    after the first paint.
    """

    def __init__(self, app: QApplication, asked: "Asked", clock: Callable[[], datetime]) -> None:
        super().__init__(app)
        self.exit_code = 0
        self._app, self._asked = app, asked
        self._folders = folders(asked.data)
        self._doors = LateImports(self._folders, clock)
        self._preferences = Preferences(self._folders.preferences)
        self._language = choose_language(asked.language or self._preferences.language)
        self._windows: list[MainWindow] = []
        self._shows_photo: MainWindow | None = None
        """The example's window that is to show its photo, once all is loaded."""
        self._openings: dict[MainWindow, tuple[Callable[[], FamilyJournal], bytes | None]] = {}
        self._reopening: set[MainWindow] = set()
        self._unopened: UnopenedJournal | None = None
        self._unlock: UnlockWindow | None = None
        self._warming: WarmingUp | None = None
        self._temporary: tempfile.TemporaryDirectory[str] | None = None
        self._failures: Failures | None = None
        self._tidying: Tidying | None = None
        self._files = [file.absolute() for file in asked.files]
        """What waits to be opened until a window stands."""
        # Watching a folder fails silently on network disks, and a look costs next to nothing.
        self._looks = QTimer(self)
        self._looks.setInterval(_BETWEEN_LOOKS_MS)
        self._looks.timeout.connect(self._on_look)
        app.aboutToQuit.connect(self._on_quit)
        if isinstance(app, ProgramApplication):
            app.file_asked.connect(self.open_file)

    def start(self) -> bool:
        """Open the first window; False if there is nothing to wait for."""
        self._app.setApplicationName("homejournal")
        # A Flatpak calls its desktop entry by its own name.
        self._app.setDesktopFileName(os.environ.get("FLATPAK_ID", "homejournal"))
        self._theme = apply_theme(self._app, self._preferences.scheme, self._preferences.text_size)
        if self._asked.example:
            self.open_example(self._language)
        else:
            folder = self._asked.journal or self._folders.journal
            self.open_family(folder, make=self._asked.journal is None)
        return bool(self._windows or self._unlock or self._unopened)

    def open_family(self, folder: "Path", *, make: bool) -> None:
        """Open the journal in a folder; the usual one is made where there is none yet.

        Where another window has it open, that window comes to the front instead.
        """
        from homejournal.services.before_opening import is_open_elsewhere, is_plain_or_none

        if is_open_elsewhere(folder):
            self._ask_to_show(folder)
        elif is_plain_or_none(folder) or not self._ask_to_unlock(folder):
            self._show(partial(self._doors.own, folder, make=make), example=False)
            self._ask_no_more()

    def open_file(self, path: "Path") -> None:
        """Open a file in the family's window, as soon as there is one."""
        self._files.append(path)
        ready = [window for window in self._windows if window not in self._openings]
        for window in sorted(ready, key=_is_example)[:1]:
            self._hand_files_to(window)
        if self._unlock is not None:
            self._unlock.say_of_files()

    def _remember(self, window: MainWindow) -> None:
        if not window.is_example:
            from homejournal.ui.base.recent_journals import RecentJournals

            RecentJournals(self._preferences).add(window.journal.folder.absolute())

    def _hand_files_to(self, window: MainWindow) -> None:
        files, self._files = self._files, []
        if files:
            window.window_actions.files.open_files(files)

    def open_example(self, language: str) -> None:
        """Open the example family in a window of its own; it is made anew each time.

        It and its window speak a language: that of the window in which it was asked for.
        """
        self._language = language
        self._show(partial(self._made_example, language), example=True)

    def open_example_photo(self, language: str) -> None:
        """Open the example family with the photo of its week that is filled in on paper."""
        self.open_example(language)
        self._shows_photo = self._windows[-1]

    def _ask_to_unlock(self, folder: "Path") -> bool:
        """Ask for what opens an encrypted journal; return False if it is not encrypted."""
        from homejournal.services.safe.unlocking import Unlocking, needs_key

        if not needs_key(folder):
            return False
        self._catch_failures()
        why = Unlocking(folder, self._folders.settings).why_no_password()
        if why is None:
            self._ask_for_key(folder)
        else:
            self._unopened_for(why).ask()
            self._ask_no_more()
        return True

    def _ask_for_key(self, folder: "Path", by_sheet: bool = False) -> None:  # noqa: FBT001, FBT002 - a signal's
        from homejournal.ui.window.unlock_window import UnlockWindow

        window = UnlockWindow(folder, self._folders.settings, self._language)
        window.opened.connect(self._on_unlocked)
        window.folder_chosen.connect(self._on_folder_chosen)
        window.repair_wanted.connect(self._on_repair_wanted)
        window.language_chosen.connect(self._on_language_chosen)
        before, self._unlock = self._unlock, window
        if self._files:
            window.say_of_files()
        window.ask(by_sheet=by_sheet)
        if before is not None:
            before.close()

    def _ask_no_more(self) -> None:
        """Close the small window: it asked for another journal's password, or for none."""
        window, self._unlock = self._unlock, None
        if window is not None:
            window.close()

    def _on_unlocked(self, key: bytes, password: str) -> None:
        if self._unlock is not None:
            self._show_unlocked(self._unlock.folder, key, password)

    def _show_unlocked(self, folder: "Path", key: bytes, password: str = "") -> None:
        """Open the window of a journal with its key; the small window goes once it is there."""
        own = partial(self._doors.own, folder, make=False, key=key, password=password)
        self._show(own, example=False, key=key)
        self._ask_no_more()

    def _on_language_chosen(self, language: str) -> None:
        self._language = self._preferences.language = language

    def _made_example(self, language: str) -> "FamilyJournal":
        import tempfile

        if self._temporary is None:
            self._temporary = tempfile.TemporaryDirectory(prefix="homejournal-example-")
        return self._doors.example(self._temporary.name, language)

    def _show(
        self, opening: "Callable[[], FamilyJournal]", *, example: bool, key: bytes | None = None
    ) -> None:
        preferences = self._preferences.for_example() if example else self._preferences
        window = MainWindow(preferences, self._language, example=example)
        window.example_wanted.connect(self.open_example)
        window.example_photo_wanted.connect(self.open_example_photo)
        window.own_wanted.connect(self._on_own_wanted)
        window.reopen_wanted.connect(self._on_reopen_wanted)
        window.journal_wanted.connect(self._on_journal_wanted)
        window.closed.connect(self._on_closed)
        self._windows.append(window)
        self._openings[window] = opening, key
        AfterFirstPaint(window, self._on_painted)
        window.show()

    def _on_painted(self, window: QWidget) -> None:
        """Open the journal and fill the window, now that its frame is on the screen."""
        if not isinstance(window, MainWindow) or window not in self._openings:
            return
        from homejournal.domain.errors import JournalBusyError, JournalError

        self._catch_failures()
        opening, key = self._openings[window]
        try:
            journal = opening()
        except JournalBusyError as failure:
            self._ask_to_show(failure.path)
            window.close()
        except JournalError as failure:
            self._unopened_for(failure, key).ask()
            window.close()
        else:
            del self._openings[window]
            self._looks.start()
            window.take(journal)
            window.open_first()
            # A page may cover all that is around it, which is then not painted by itself.
            AfterFirstPaint(window, self._on_filled, QEvent.Type.UpdateRequest)

    def _catch_failures(self) -> None:
        if self._failures is None:
            from homejournal.ui.base.error_log import Failures

            self._failures = Failures(self._folders.log, self)
            self._failures.happened.connect(self._on_failure)
            self._failures.install()

    def _ask_to_show(self, folder: "Path") -> None:
        from homejournal.services.second_start import request_show

        files, self._files = self._files, []
        request_show(folder, files)

    def _on_repair_wanted(self, failure: "JournalError", typed: str) -> None:
        self._unopened_for(failure).mend(typed, self._unlock)

    def _unopened_for(self, failure: "JournalError", key: bytes | None = None) -> "UnopenedJournal":
        from homejournal.texts.wording import wording_of
        from homejournal.ui.window.error_dialogs import UnopenedJournal

        repair = self._doors.repair(failure, key)
        self._unopened = UnopenedJournal(wording_of(self._language), failure, repair)
        self._unopened.folder_chosen.connect(self._on_folder_chosen)
        self._unopened.repaired.connect(self._on_repaired)
        self._unopened.key_wanted.connect(self._ask_for_key)
        return self._unopened

    def _on_folder_chosen(self, folder: "Path", make: bool) -> None:  # noqa: FBT001 - a signal's
        self.open_family(folder, make=make)

    def _on_repaired(self, folder: "Path", key: bytes | None, by_sheet: bool) -> None:  # noqa: FBT001 - a signal's
        if key is not None and not by_sheet:
            self._show_unlocked(folder, key)
            return
        self.open_family(folder, make=False)
        if self._unlock is not None and key is not None:
            self._unlock.form.go_on_repaired(key)

    def _on_filled(self, filled: QWidget) -> None:
        """Load the rest, and open files, now that everything is on the screen."""
        from homejournal.ui.window.startup import WarmingUp

        if isinstance(filled, MainWindow):
            self._remember(filled)
            self._hand_files_to(filled)
        if self._warming is None:
            self._warming = WarmingUp(self)
            self._warming.done.connect(self._on_warm)
        if self._windows:
            self._warming.begin()

    def _on_warm(self) -> None:
        from homejournal.ui.window.startup import Tidying

        if self._tidying is None:
            self._tidying = Tidying(self._is_busy, self)
            self._tidying.begin()
        for window in self._windows:
            if window in self._openings:  # it has no journal yet
                continue
            if not window.warmed():
                QTimer.singleShot(_BETWEEN_LOOKS_MS, self, self._on_warm)
            elif window is self._shows_photo:
                self._shows_photo = None
                window.window_actions.child.try_photo()

    def _is_busy(self) -> bool:
        return any(window.is_busy for window in self._windows)

    def _on_own_wanted(self) -> None:
        """Go from the example to the family's own journal."""
        own = [window for window in self._windows if not window.is_example]
        if own:
            own[0].window_actions.show_up()
        else:
            self.open_family(self._folders.journal, make=True)

    def _on_journal_wanted(self, folder: "Path", make: bool) -> None:  # noqa: FBT001 - a signal's
        """Open another journal, or say in its window that it is open already."""
        from homejournal.services.before_opening import is_open_elsewhere
        from homejournal.services.second_start import request_show

        if is_open_elsewhere(folder):
            request_show(folder, [folder])
        else:
            self.open_family(folder, make=make)

    def _on_reopen_wanted(self, window: MainWindow) -> None:
        """Close the window of a repaired journal; once it is gone, the journal opens anew."""
        self._files += window.window_actions.files.take_waiting_files()
        self._reopening.add(window)
        self._app.setQuitOnLastWindowClosed(False)
        window.close()

    def _on_closed(self, window: MainWindow) -> None:
        self._windows.remove(window)
        self._openings.pop(window, None)
        window.deleteLater()
        if window in self._reopening:
            self._reopening.remove(window)
            self._on_repaired(window.journal.folder, window.journal.safe.key_now, by_sheet=False)
            self._app.setQuitOnLastWindowClosed(True)

    def _on_look(self) -> None:
        from homejournal.services.second_start import show_requested

        for window in self._windows:
            if window in self._openings:
                continue
            window.journal.go_on()
            files = show_requested(window.journal.folder)
            if files is not None:
                window.window_actions.show_up()
                window.window_actions.files.open_files(files)

    def _on_failure(self, failure: BaseException) -> None:
        from homejournal.texts.wording import wording_of
        from homejournal.ui.window.error_dialogs import FailureDialog, UnexpectedError

        window = self._windows[-1] if self._windows else None
        if window is not None and window not in self._openings:
            UnexpectedError(failure, window).tell()
            return
        language = self._preferences.language or self._language
        FailureDialog(wording_of(language), failure, window).open()

    def _on_quit(self) -> None:
        self._looks.stop()
        if self._warming is not None:
            self._warming.end()
        leave_copied()
        if self._tidying is not None:
            self._tidying.end()
        if self._failures is not None:
            self._failures.close()
        if self._temporary is not None:
            self._temporary.cleanup()


def _is_example(window: MainWindow) -> bool:
    return window.is_example
