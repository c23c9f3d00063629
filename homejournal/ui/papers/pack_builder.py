"""Making a pack beside the window's work: reading it part by part, counting, drawing its pages."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from typing_extensions import override

from homejournal.domain.packs.material import PackMaterial, PackRead, pack_material
from homejournal.services.papers.packs import PackReading
from homejournal.ui.base.background.two_stage_task import WHOLE, Making
from homejournal.ui.kit.paper.paper_output import printer

if TYPE_CHECKING:
    from homejournal.domain.packs.pack import Pack
    from homejournal.ui.base.background.worker import Task, Worker


class PackMaking(Making[PackReading]):
    """One pack at a time. What is wanted anew takes the place of what is not there yet."""

    ready = Signal(object)
    """PackMaterial: everything was read and counted."""
    drawn = Signal(object, object)
    """A pack and its pages as pictures."""

    def __init__(self, worker: "Worker", parent: QObject | None = None) -> None:
        super().__init__(worker, parent)
        self._pack: Pack | None = None

    def read(self, reading: PackReading) -> None:
        """Read and count all that a pack can be made from."""
        self.stop()
        self._begin(reading)

    def draw(self, pack: "Pack", ppi: float) -> None:
        """Draw the pages of a pack, with so many pixels an inch."""
        self.stop()
        self._pack = pack
        self._start(partial(_draw, pack, ppi), self._on_drawn)

    def _start(self, work: object, done: object) -> None:
        self._task = self._worker.start(work, done, self._on_failed)  # type: ignore[arg-type]
        self._task.progressed.connect(self._on_part)

    @override
    def _on_read(self, reading: PackReading) -> None:
        self._start(partial(_count, reading.read), self._on_counted)

    def _on_counted(self, material: PackMaterial) -> None:
        self._task = None
        self.ready.emit(material)

    def _on_part(self, done: int, of: int) -> None:
        if self.busy:
            self.progressed.emit(self.READING + done * (WHOLE - self.READING) // max(1, of))

    def _on_drawn(self, pages: "tuple[bytes, ...] | None") -> None:
        self._task = None
        if pages is not None:
            self.progressed.emit(WHOLE)
            self.drawn.emit(self._pack, pages)


def _count(read: PackRead, _task: "Task") -> PackMaterial:
    return pack_material(read)


def _draw(pack: "Pack", ppi: float, task: "Task") -> "tuple[bytes, ...] | None":
    return printer().pictures_or_stop(pack, ppi, task.tell)
