"""Making a pack beside the window's work: reading it part by part, counting, drawing its pages."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from homejournal.domain.errors import JournalError
from homejournal.domain.pack_material import PackMaterial, PackRead, pack_material
from homejournal.ui.sheet_printing import pack_printer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homejournal.domain.packs import Pack
    from homejournal.services.packs import PackReading
    from homejournal.ui.worker import Task, Worker

WHOLE = 100
_READ = 50
"""Which part of the way reading takes; drawing takes the rest."""


class PackMaking(QObject):
    """One pack at a time. What is wanted anew takes the place of what is not there yet.

    The journal is read on the window's thread, a little at a time, because its file belongs to
    that thread; all else is the worker's.
    """

    progressed = Signal(int)
    """How far it is, of 100."""
    ready = Signal(object)
    """PackMaterial: everything was read and counted."""
    drawn = Signal(object, object)
    """A pack and its pages as pictures."""
    failed = Signal(object)

    def __init__(self, worker: "Worker", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._reading: PackReading | None = None
        self._parts: Iterator[int] = iter(())
        self._pack: Pack | None = None
        self._task: Task | None = None
        self._next = QTimer(self)
        self._next.setInterval(0)
        self._next.timeout.connect(self._read_on)

    @property
    def busy(self) -> bool:
        """Return whether anything is read, counted or drawn."""
        return self._reading is not None or self._task is not None

    def read(self, reading: "PackReading") -> None:
        """Read and count all that a pack can be made from."""
        self.stop()
        self._reading, self._parts = reading, iter(reading)
        self.progressed.emit(0)
        self._next.start()

    def draw(self, pack: "Pack", ppi: float) -> None:
        """Draw the pages of a pack, with so many pixels an inch."""
        self.stop()
        self._pack = pack
        self._start(partial(_draw, pack, ppi), self._on_drawn)

    def stop(self) -> None:
        """Stop what is under way; nothing more comes of it."""
        self._next.stop()
        self._reading = None
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _start(self, work: object, done: object) -> None:
        self._task = self._worker.start(work, done, self._on_failed)  # type: ignore[arg-type]
        self._task.progressed.connect(self._on_part)

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
        self._reading = None
        self._start(partial(_count, reading.read), self._on_counted)

    def _on_counted(self, material: PackMaterial) -> None:
        self._task = None
        self.ready.emit(material)

    def _on_part(self, done: int, of: int) -> None:
        if self.busy:
            self.progressed.emit(_READ + done * (WHOLE - _READ) // max(1, of))

    def _on_drawn(self, pages: "tuple[bytes, ...] | None") -> None:
        self._task = None
        if pages is not None:
            self.progressed.emit(WHOLE)
            self.drawn.emit(self._pack, pages)

    def _on_failed(self, failure: Exception) -> None:
        self.stop()
        self.failed.emit(failure)


def _count(read: PackRead, _task: "Task") -> PackMaterial:
    return pack_material(read)


def _draw(pack: "Pack", ppi: float, task: "Task") -> "tuple[bytes, ...] | None":
    return pack_printer().pictures_or_stop(pack, ppi, task.tell)
