"""One thread for long work, so that the window stays awake: files, PDFs, charts of long periods."""

import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import Any

from PySide6.QtCore import QObject, Signal


class Task(QObject):
    """One piece of work. It is made on the thread of the window, where its signals arrive."""

    done = Signal(object)
    failed = Signal(object)
    """The exception; also for the errors that a family can do something about."""
    progressed = Signal(int, int)
    """How many parts are done, and of how many."""
    _answered = Signal(object)
    _broke = Signal(object)

    def __init__(self, work: Callable[["Task"], Any]) -> None:
        super().__init__()
        self._work = work
        self._stop = threading.Event()
        self._ended = False
        self.left = threading.Event()
        """Set once the thread of the work holds nothing of this task any more."""
        # By way of this object's own thread: what is cancelled in between is told no more.
        self._answered.connect(self._on_answer)
        self._broke.connect(self._on_failure)

    @property
    def cancelled(self) -> bool:
        """Return whether the work should end early; long work asks now and then."""
        return self._stop.is_set()

    def goes_on(self) -> bool:
        """Return whether the work may go on; it is handed to what asks now and then."""
        return not self.cancelled

    @property
    def ended(self) -> bool:
        """Return whether nothing more comes from this task."""
        return self._ended

    def cancel(self) -> None:
        """Ask the work to end; neither `done` nor `failed` follows."""
        self._stop.set()

    def tell(self, done: int, of: int) -> bool:
        """Say from inside long work how far it is; return whether to go on."""
        if not self.cancelled:
            self.progressed.emit(done, of)
        return not self.cancelled

    def run(self) -> None:
        """Do the work on the calling thread; the window hears later how it went."""
        try:
            answer = None if self.cancelled else self._work(self)
        except Exception as failure:  # noqa: BLE001 - handed to the window, which knows what to say
            self._broke.emit(failure)
        else:
            self._answered.emit(answer)

    def _on_answer(self, answer: object) -> None:
        self._ended = True
        if not self.cancelled:
            self.done.emit(answer)

    def _on_failure(self, failure: Exception) -> None:
        self._ended = True
        if not self.cancelled:
            self.failed.emit(failure)


class Worker(QObject):
    """Does tasks one after the other on a thread of its own, which starts with the first task."""

    failed = Signal(object)
    """Any work failed; whoever asked for it has heard of it before."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: SimpleQueue[Task | None] = SimpleQueue()
        self._thread: threading.Thread | None = None
        self._tasks: list[Task] = []
        self._closed = False

    @property
    def busy(self) -> bool:
        """Return whether anything runs or waits: what makes pictures or measures has to know."""
        return any(not task.ended for task in self._tasks)

    def start(
        self,
        work: Callable[[Task], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> Task:
        """Queue work; `done` or `failed`, bound methods of widgets, hear of it in the window.

        The work runs without the window: it may call reports and services that read, but it
        writes nothing in the journal and touches no widget. Once the worker is closed, nothing is
        done any more: a part of a closed window may still ask for it until it is deleted.
        """
        task = Task(work)
        if self._closed:
            task.cancel()
            return task
        task.done.connect(done)
        task.failed.connect(failed)
        task.failed.connect(self.failed)
        # A task that the other thread still holds is kept: it has to be freed on this one.
        over = [one for one in self._tasks if one.ended and one.left.is_set()]
        self._tasks = [one for one in self._tasks if one not in over] + [task]
        if self._thread is None:
            self._thread = threading.Thread(
                target=self._run, name="homejournal-worker", daemon=True
            )
            self._thread.start()
        self._waiting.put(task)
        return task

    def close(self) -> None:
        """Cancel what runs or waits and end the thread for good; returns once it has ended."""
        self._closed = True
        for task in self._tasks:
            task.cancel()
        if self._thread is not None:
            self._waiting.put(None)
            self._thread.join()
            self._thread = None
        self._tasks = []

    def _run(self) -> None:
        while (task := self._waiting.get()) is not None:
            task.run()
            left = task.left
            del task
            left.set()
