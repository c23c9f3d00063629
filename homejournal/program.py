"""The running program: its windows, a second start, and what loads after the first paint."""

import gc
import tempfile
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QFileSystemWatcher, QObject, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from homejournal.device import device_id
from homejournal.domain.errors import JournalBusyError, JournalError, JournalMissingError
from homejournal.folders import folders
from homejournal.resources import resource
from homejournal.services.opening import (
    create_journal,
    open_journal,
    request_show,
    show_requested,
)
from homejournal.texts.wording import wording_of
from homejournal.ui.failures import FailureDialog, Failures
from homejournal.ui.languages import choose_language, speak
from homejournal.ui.main_window import MainWindow
from homejournal.ui.preferences import Preferences
from homejournal.ui.theme import apply_theme

if TYPE_CHECKING:
    from homejournal.app import Asked
    from homejournal.services.family_journal import FamilyJournal

_BETWEEN_LOOKS_MS = 1500


class Program(QObject):
    """Opens journals and keeps their windows; ends with the last of them."""

    warm = Signal()

    def __init__(self, app: QApplication, asked: "Asked", clock: Callable[[], datetime]) -> None:
        super().__init__(app)
        self.exit_code = 0
        self._app, self._asked, self._clock = app, asked, clock
        self._folders = folders(asked.data)
        self._device = device_id(self._folders.settings)
        self._preferences = Preferences(self._folders.preferences)
        self._language = choose_language(asked.language or self._preferences.language)
        self._windows: list[MainWindow] = []
        self._dialog: QWidget | None = None
        self._temporary: tempfile.TemporaryDirectory[str] | None = None
        self._failures = Failures(self._folders.log, self)
        self._failures.happened.connect(self._on_failure)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._look_for_show)
        # Watching fails silently on network folders, so it is looked after now and then as well.
        self._looks = QTimer(self)
        self._looks.setInterval(_BETWEEN_LOOKS_MS)
        self._looks.timeout.connect(self._look_for_show)
        self.warm.connect(self._on_warm)
        app.aboutToQuit.connect(self._on_quit)

    def start(self) -> bool:
        """Open the first window; False where there is nothing to wait for."""
        app = self._app
        app.setApplicationName("homejournal")
        app.setDesktopFileName("homejournal")
        self._failures.install()
        apply_theme(app, self._preferences.scheme, self._preferences.text_size)
        icon = resource("icons", "homejournal.svg")
        if icon.exists():
            app.setWindowIcon(QIcon(str(icon)))
        if self._asked.example:
            self.open_example()
        else:
            folder = self._asked.journal or self._folders.journal
            self.open_family(folder, make=self._asked.journal is None)
        return bool(self._windows) or self._dialog is not None

    def open_family(self, folder: Path, *, make: bool) -> None:
        """Open the journal in a folder; the usual one is made where there is none yet."""
        try:
            journal = self._opened(folder, make=make)
        except JournalBusyError:
            request_show(folder)  # the window that has it comes to the front instead
        except JournalError as failure:
            self._ask_for_folder(folder, failure)
        else:
            self._show(journal)

    def open_example(self) -> None:
        """Open the example family in a window of its own; it is made anew each time."""
        from homejournal.services.example import create_example

        if self._temporary is None:
            self._temporary = tempfile.TemporaryDirectory(prefix="homejournal-example-")
        folder = Path(tempfile.mkdtemp(dir=self._temporary.name))
        self._show(create_example(folder, clock=self._clock, device=self._device))

    def _opened(self, folder: Path, *, make: bool) -> "FamilyJournal":
        try:
            return open_journal(folder, clock=self._clock, device=self._device)
        except JournalMissingError:
            if not make:
                raise
            return create_journal(folder, clock=self._clock, device=self._device)

    def _ask_for_folder(self, folder: Path, failure: JournalError) -> None:
        from homejournal.ui.opening_dialog import OpeningDialog

        speak(self._language)
        dialog = OpeningDialog(wording_of(self._language), folder, failure)
        dialog.folder_chosen.connect(self._on_folder_chosen)
        dialog.open()
        self._dialog = dialog

    def _on_folder_chosen(self, folder: Path, make: bool) -> None:  # noqa: FBT001 - a signal's
        self.open_family(folder, make=make)

    def _show(self, journal: "FamilyJournal") -> None:
        window = MainWindow(journal, self._preferences, self._language)
        window.example_wanted.connect(self.open_example)
        window.own_wanted.connect(self._on_own_wanted)
        window.closed.connect(self._on_closed)
        self._windows.append(window)
        _AfterFirstPaint(window, self._on_painted)
        self._watcher.addPath(str(journal.folder))
        self._looks.start()
        window.show()

    def _on_painted(self, window: QWidget) -> None:
        if isinstance(window, MainWindow):
            window.open_first()
            _AfterFirstPaint(window.frame.stack, self._on_filled)

    def _on_filled(self, _stack: QWidget) -> None:
        """Load the rest in a thread, now that everything is on the screen."""
        gc.enable()
        if self._windows:
            threading.Thread(target=self._warm_up, name="homejournal-warm-up", daemon=True).start()

    def _warm_up(self) -> None:
        self._windows[0].journal.warm_up()
        self.warm.emit()

    def _on_warm(self) -> None:
        for window in self._windows:
            window.warmed()

    def _on_own_wanted(self) -> None:
        """Go from the example to the family's own journal."""
        own = [one for one in self._windows if not one.journal.settings.example]
        if own:
            own[0].show_up()
        else:
            self.open_family(self._folders.journal, make=True)

    def _on_closed(self, window: MainWindow) -> None:
        self._windows.remove(window)
        self._watcher.removePath(str(window.journal.folder))
        window.deleteLater()

    def _look_for_show(self) -> None:
        for window in self._windows:
            if show_requested(window.journal.folder):
                window.show_up()

    def _on_failure(self, failure: BaseException) -> None:
        language = self._preferences.language or self._language
        parent = self._windows[-1] if self._windows else None
        FailureDialog(wording_of(language), failure, parent).open()

    def _on_quit(self) -> None:
        self._looks.stop()
        self._failures.close()
        if self._temporary is not None:
            self._temporary.cleanup()


class _AfterFirstPaint(QObject):
    """Calls once the event loop is free after a widget was painted for the first time."""

    def __init__(self, widget: QWidget, call: Callable[[QWidget], None]) -> None:
        super().__init__(widget)
        self._widget, self._call = widget, call
        self._free = QTimer(self)  # a child, so that it never outlives the widget
        self._free.setSingleShot(True)
        self._free.timeout.connect(self._on_free)
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._widget.removeEventFilter(self)
            self._free.start()
        return False

    def _on_free(self) -> None:
        self._call(self._widget)
        self.deleteLater()
