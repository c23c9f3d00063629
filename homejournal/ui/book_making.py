"""Making a book beside the window's work: reading part by part, then counting, drawing, saving."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from homejournal.domain.book import BookRead, book_of
from homejournal.domain.errors import JournalError
from homejournal.exchange.safe_save import safe_save
from homejournal.ui.sheet_printing import book_printer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homejournal.reports.typst_printing import PagePdf
    from homejournal.services.book_reading import BookReading
    from homejournal.ui.worker import Task, Worker

WHOLE = 100
_READ, _DRAWN = 30, 90
"""Which part of the way reading and drawing take; putting the pages together takes the rest."""


class BookMaking(QObject):
    """One book at a time; it ends with `done`, `failed`, or silently once it is stopped.

    The journal is read on the window's thread, a little at a time, because its file belongs to
    that thread; all else is the worker's.
    """

    progressed = Signal(int)
    """How far it is, of 100."""
    done = Signal(str, object)
    """The name of the file, and which characters were replaced."""
    failed = Signal(object)

    def __init__(self, worker: "Worker", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._reading: BookReading | None = None
        self._parts: Iterator[int] = iter(())
        self._path = Path()
        self._task: Task | None = None
        self._next = QTimer(self)
        self._next.setInterval(0)
        self._next.timeout.connect(self._read_on)

    @property
    def busy(self) -> bool:
        """Return whether a book is being made."""
        return self._reading is not None

    def start(self, reading: "BookReading", path: Path) -> None:
        """Make the book that is read and save it as PDF."""
        self._reading, self._parts, self._path = reading, iter(reading), path
        self.progressed.emit(0)
        self._next.start()

    def stop(self) -> None:
        """Stop making the book; no file is written then."""
        self._next.stop()
        self._reading = None
        if self._task is not None:
            self._task.cancel()
            self._task = None

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
            self.progressed.emit(read * _READ // reading.parts)
            return
        self._next.stop()
        work = partial(_make, reading.read, self._path)
        self._task = self._worker.start(work, self._on_made, self._on_failed)
        self._task.progressed.connect(self._on_drawn)

    def _on_drawn(self, done: int, of: int) -> None:
        if self.busy:
            self.progressed.emit(_READ + done * (_DRAWN - _READ) // max(1, of - 1))

    def _on_made(self, made: "PagePdf | None") -> None:
        name = self._path.name
        self._reading = self._task = None
        if made is not None:
            self.progressed.emit(WHOLE)
            self.done.emit(name, made.replaced)

    def _on_failed(self, failure: Exception) -> None:
        self.stop()
        self.failed.emit(failure)


def _make(read: BookRead, path: Path, task: "Task") -> "PagePdf | None":
    """Make and save the book; None, and no file, where it was stopped meanwhile."""
    made = book_printer().pdf_or_stop(book_of(read), task.tell)
    if made is None or task.cancelled:
        return None
    safe_save(path, made.pdf)
    return made
