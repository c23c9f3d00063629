"""What comes before a step that changes much, such as a copy, is done beside the window's work."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from homejournal.services.family_journal import FamilyJournal
    from homejournal.ui.desk import Desk
    from homejournal.ui.widgets.work_row import WorkRow
    from homejournal.ui.worker import Task

_PAINT_MS = 20


class Beforehand(QObject):
    """Belongs to a dialog; once that is closed, nothing follows any more."""

    ready = Signal()
    """The step can be done now, while the window stands still for a moment."""
    failed = Signal(object)

    def __init__(self, desk: "Desk", work: "WorkRow", dialog: QDialog) -> None:
        super().__init__(dialog)
        self._desk, self._work = desk, work
        self._task: Task | None = None
        self._last_words = ""
        self.made: object = None
        """What was made beforehand."""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAINT_MS)
        self._soon.timeout.connect(self._on_painted)
        work.stopped.connect(self.stop)
        dialog.finished.connect(self.stop)

    def start(self, work: "Callable[[Task], object]", words: str, last_words: str) -> None:
        """Do the work on the worker; `ready` or `failed` follows.

        The last words are said before the window stands still.
        """
        self._last_words, self.made = last_words, None
        self._task = self._desk.worker.start(work, self._on_made, self._on_failed)
        self._work.follow(self._task, words)

    def stop(self) -> None:
        """Do not go on: somebody stopped it, or the dialog was closed."""
        self._soon.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _on_made(self, made: object) -> None:
        self.made = made
        self._work.say(self._last_words)
        self._soon.start()  # so that the words are painted before the window stands still

    def _on_painted(self) -> None:
        self._task = None
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self.ready.emit()
        finally:
            QApplication.restoreOverrideCursor()
            self._work.end()

    def _on_failed(self, failure: Exception) -> None:
        self._task = None
        self._work.end()
        self.failed.emit(failure)


class CopyFirst(Beforehand):
    """Makes a copy of the journal; none of one that is still empty."""

    def begin(self, why: str, words: str | None = None) -> None:
        """Make the copy for a step such as "import"; `ready` or `failed` follows."""
        journal, text = self._desk.journal, self._desk.wording.text
        work = partial(copied_before, journal, why) if journal.safe.can_be_copied else nothing
        first = words or text("A copy of what is here now is made first.")
        self.start(work, first, text("One moment. It is being written down."))


def copied_before(journal: "FamilyJournal", why: str, _task: "Task") -> object:
    """Return the copy that is made of the journal before a step, on any thread.

    Raises JournalDamagedError or the disk's errors; the step is better left alone then.
    """
    return journal.safe.backups.before(why)


def nothing(_task: "Task") -> None:
    """Make no copy."""
