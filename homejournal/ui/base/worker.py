"""One thread for long work, so that the window stays awake, and ways to ask it.

Files, PDFs and charts of long periods are made there: one after another, only the newest of
several, in two stages, or something of the window once the thread is idle.
"""

import threading
from collections.abc import Callable, Iterator
from functools import partial
from queue import SimpleQueue
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from homejournal.domain.errors import JournalError
from homejournal.ui.base.timers import one_shot

_Made = TypeVar("_Made")


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
        # By way of this object's own thread: what is canceled in between is told no more.
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


def on_worker(call: Callable[[], _Made]) -> Callable[[Task], _Made]:
    """Return a call for the worker, which passes it a task, from one without arguments."""
    return lambda _task: call()


def stoppable(call: Callable[[Callable[[], bool]], _Made]) -> Callable[[Task], _Made]:
    """Return a call for the worker from one that asks now and then whether to go on."""
    return lambda task: call(task.goes_on)


def telling(call: Callable[[Callable[[int, int], bool]], _Made]) -> Callable[[Task], _Made]:
    """Return a call for the worker from one that tells how far it is and hears whether to go on."""
    return lambda task: call(task.tell)


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
        over = [queued for queued in self._tasks if queued.ended and queued.left.is_set()]
        self._tasks = [queued for queued in self._tasks if queued not in over] + [task]
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


class NewestOnly(QObject):
    """A wish that comes while another is worked at waits; of several the last one is done.

    The work begins once the window has done what it is at: two threads that work in Python at the
    same time would hold each other up.

    `work` is a plain function that runs on the worker's thread. `done` carries the wish and what
    came of it, `failed` the wish and the exception; of a wish that is no longer the newest nothing
    is told.
    """

    done = Signal(object, object)
    failed = Signal(object, object)

    def __init__(
        self, worker: Worker, work: Callable[[Any], Any], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._worker, self._work = worker, work
        self._waiting: object = None
        self._doing: object = None
        self._soon = one_shot(self, self._next)

    @property
    def busy(self) -> bool:
        """Return whether anything is worked at, or waits to be."""
        return self._doing is not None or self._waiting is not None

    def want(self, wish: object) -> None:
        """Ask for this, and for nothing that was asked before and is not there yet."""
        self._waiting = wish
        if self._doing is None:
            self._soon.start()

    def _next(self) -> None:
        if self._doing is not None:
            return
        wish, self._waiting = self._waiting, None
        self._doing = wish
        if wish is not None:
            self._worker.start(on_worker(partial(self._work, wish)), self._on_done, self._on_failed)

    def _on_done(self, answer: object) -> None:
        wish = self._done_with()
        if wish is not None:
            self.done.emit(wish, answer)

    def _on_failed(self, failure: Exception) -> None:
        wish = self._done_with()
        if wish is not None:
            self.failed.emit(wish, failure)

    def _done_with(self) -> object:
        """Return the wish that was worked at, or None if there is a newer one."""
        wish, self._doing = self._doing, None
        if self._waiting is None:
            return wish
        self._next()
        return None


WHOLE = 100


class ReadingInParts(Protocol):
    """Reads in `parts` parts; each step of the iteration reads one and yields how many were."""

    @property
    def parts(self) -> int:
        """Return how many parts there are to read."""

    def __iter__(self) -> Iterator[int]:
        """Yield after each part how many parts were read."""


_Reading = TypeVar("_Reading", bound=ReadingInParts)


class SingleTask(QObject, Generic[_Reading]):
    """One thing at a time.

    The journal is read on the window's thread, a little at a time, because its file belongs to
    that thread; all else is the worker's.
    """

    progressed = Signal(int)
    """How far it is, of 100."""
    failed = Signal(object)
    READING = 50
    """Which part of the way reading takes, of 100."""

    def __init__(self, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._reading: _Reading | None = None
        self._parts: Iterator[int] = iter(())
        self._task: Task | None = None
        self._next = QTimer(self)
        self._next.setInterval(0)
        self._next.timeout.connect(self._read_on)

    @property
    def busy(self) -> bool:
        return self._reading is not None or self._task is not None

    def stop(self) -> None:
        """Stop what is under way; nothing more comes of it."""
        self._next.stop()
        self._reading = None
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _begin(self, reading: _Reading) -> None:
        self._reading, self._parts = reading, iter(reading)
        self.progressed.emit(0)
        self._next.start()

    def _read_on(self) -> None:
        reading = self._reading
        if reading is None:
            return
        try:
            read = next(self._parts, None)
        except JournalError as failure:
            self._on_failed(failure)
            return
        if read is not None:
            self.progressed.emit(read * self.READING // reading.parts)
            return
        self._next.stop()
        self._reading = None
        self._on_read(reading)

    def _on_read(self, reading: _Reading) -> None:
        """Go on once everything is read."""
        raise NotImplementedError

    def _on_failed(self, failure: Exception) -> None:
        self.stop()
        self.failed.emit(failure)


_LOOK_MS = 50


class WhenIdle(QObject):
    """Calls once the worker has nothing more to do: a copy that it makes reads the file, too."""

    def __init__(self, worker: Worker, call: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._worker, self._call = worker, call
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)

    def wait(self) -> None:
        """Begin to wait; where nothing goes on it is called at once."""
        self._timer.start()
        self._look()

    def stop(self) -> None:
        self._timer.stop()

    def _look(self) -> None:
        if self._timer.isActive() and not self._worker.busy:
            self._timer.stop()
            self._call()
