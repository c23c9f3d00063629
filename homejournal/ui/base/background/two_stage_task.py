"""Making something long beside the window's work: first the journal is read, part by part."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from homejournal.domain.errors import JournalError

if TYPE_CHECKING:
    from homejournal.ui.base.background.worker import Task, Worker

WHOLE = 100


class Reading(Protocol):
    """Reads in `parts` parts; each step of the iteration reads one and yields how many were."""

    @property
    def parts(self) -> int:
        """Return how many parts there are to read."""

    def __iter__(self) -> Iterator[int]:
        """Yield after each part how many parts were read."""


R = TypeVar("R", bound=Reading)


class Making(QObject, Generic[R]):
    """One thing at a time.

    The journal is read on the window's thread, a little at a time, because its file belongs to
    that thread; all else is the worker's.
    """

    progressed = Signal(int)
    """How far it is, of 100."""
    failed = Signal(object)
    READING = 50
    """Which part of the way reading takes, of 100."""

    def __init__(self, worker: "Worker", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._reading: R | None = None
        self._parts: Iterator[int] = iter(())
        self._task: Task | None = None
        self._next = QTimer(self)
        self._next.setInterval(0)
        self._next.timeout.connect(self._read_on)

    @property
    def busy(self) -> bool:
        """Return whether anything is under way."""
        return self._reading is not None or self._task is not None

    def stop(self) -> None:
        """Stop what is under way; nothing more comes of it."""
        self._next.stop()
        self._reading = None
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _begin(self, reading: R) -> None:
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

    def _on_read(self, reading: R) -> None:
        """Go on once everything is read."""
        raise NotImplementedError

    def _on_failed(self, failure: Exception) -> None:
        self.stop()
        self.failed.emit(failure)
