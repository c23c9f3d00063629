"""Making a book beside the window's work: reading part by part, then counting, drawing, saving."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from typing_extensions import override

from homejournal.domain.papers.book import BookRead, book_of
from homejournal.exchange.files.safe_save import safe_save
from homejournal.services.papers.printed_sheets import BookReading
from homejournal.ui.base.background.two_stage_task import WHOLE, Making
from homejournal.ui.kit.paper.paper_output import printer

if TYPE_CHECKING:
    from homejournal.reports.typst.printing import PagePdf
    from homejournal.ui.base.background.worker import Task, Worker

_DRAWN = 90
"""Which part of the way is done once all is drawn; putting the pages together takes the rest."""


class BookMaking(Making[BookReading]):
    """One book at a time; it ends with `done`, `failed`, or silently once it is stopped."""

    done = Signal(str, object)
    """The name of the file, and which characters were replaced."""
    READING = 30

    def __init__(self, worker: "Worker", parent: QObject | None = None) -> None:
        super().__init__(worker, parent)
        self._path = Path()

    def start(self, reading: BookReading, path: Path) -> None:
        """Make the book that is read and save it as PDF; no file is written once it is stopped."""
        self._path = path
        self._begin(reading)

    @override
    def _on_read(self, reading: BookReading) -> None:
        work = partial(_make, reading.read, self._path)
        self._task = self._worker.start(work, self._on_made, self._on_failed)
        self._task.progressed.connect(self._on_drawn)

    def _on_drawn(self, done: int, of: int) -> None:
        if self.busy:
            part = done * (_DRAWN - self.READING) // max(1, of - 1)
            self.progressed.emit(self.READING + part)

    def _on_made(self, made: "PagePdf | None") -> None:
        self._task = None
        if made is not None:
            self.progressed.emit(WHOLE)
            self.done.emit(self._path.name, made.replaced)


def _make(read: BookRead, path: Path, task: "Task") -> "PagePdf | None":
    """Make and save the book; None, and no file, where it was stopped meanwhile."""
    made = printer().pdf_or_stop(book_of(read), task.tell)
    if made is None or task.cancelled:
        return None
    safe_save(path, made.pdf)
    return made
