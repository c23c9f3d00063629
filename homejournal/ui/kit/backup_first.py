"""Work done in the background before a large step, such as a backup copy before an import."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from homejournal.ui.base.timers import one_shot
from homejournal.ui.base.worker import Task, on_worker

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from homejournal.services.family_journal import FamilyJournal
    from homejournal.texts.wording import Wording
    from homejournal.ui.base.desk import Desk
    from homejournal.ui.kit.steps import ProgressRow

    Part = tuple[str, Callable[[Task], object]]
    """Words that are shown meanwhile, and what the worker does."""

PAINT_MS = 20
"""By then what is said is painted, and the window may stand still."""


class BackgroundSteps(QObject):
    """Belongs to a dialog; once that is closed, nothing follows any more."""

    ready = Signal()
    """The step can be done now, while the window stands still for a moment."""
    failed = Signal(object)

    def __init__(self, desk: "Desk", work: "ProgressRow", dialog: QDialog) -> None:
        super().__init__(dialog)
        self._desk, self._work = desk, work
        self._task: Task | None = None
        self._parts: list[Part] = []
        self._last_words = ""
        self._off: tuple[QWidget, ...] = ()
        self.made: object = None
        """What the last part made beforehand."""
        self._soon = one_shot(self, self._on_painted, PAINT_MS)
        work.stopped.connect(self.stop)
        dialog.finished.connect(self.stop)

    def start(self, parts: "Sequence[Part]", last_words: str, *off: "QWidget") -> None:
        """Do these parts on the worker, one after the other; `ready` or `failed` follows.

        The last words are said before the window stands still. What is `off` meanwhile is switched
        on again by whoever asks.
        """
        self._parts, self._last_words, self.made = list(parts), last_words, None
        self._off = off
        self._begin_next()

    def _begin_next(self) -> None:
        words, work = self._parts.pop(0)
        self._task = self._desk.worker.start(work, self._on_made, self._on_failed)
        self._work.follow(self._task, words, *self._off)

    def stop(self) -> None:
        """Do not go on: somebody stopped it, or the dialog was closed."""
        self._soon.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _on_made(self, made: object) -> None:
        self.made = made
        if self._parts:
            self._begin_next()
            return
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


class BackupFirst(BackgroundSteps):
    """Makes a copy of the journal; none of one that is still empty."""

    def begin(
        self,
        why: str,
        *off: "QWidget",
        words: str | None = None,
        coming: "Callable[[], object] | None" = None,
    ) -> None:
        """Make the copy for a step such as "import"; `ready` or `failed` follows.

        What is `coming` is then worked out, too, and is `made`.
        """
        journal, text = self._desk.journal, self._desk.wording.text
        copied = partial(copied_before, journal, why) if journal.safe.can_be_copied else no_copy
        parts: list[Part] = [(words or text("A copy of what is here now is made first."), copied)]
        if coming is not None:
            parts.append((text("All that comes is put together."), on_worker(coming)))
        self.start(parts, one_moment_text(self._desk.wording), *off)


def one_moment_text(wording: "Wording") -> str:
    """Return what is said before the window stands still."""
    return wording.text("One moment. It is being written down.")


def copied_before(journal: "FamilyJournal", why: str, _task: "Task") -> object:
    """Return the copy that is made of the journal before a step, on any thread.

    Raises JournalDamagedError or the disk's errors; the step is better left alone then.
    """
    return journal.safe.backups.before(why)


def no_copy(_task: "Task") -> None:
    """Make no copy."""
