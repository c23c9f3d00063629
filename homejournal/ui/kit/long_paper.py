"""A paper that takes a while: it is read in parts, counted and drawn beside the window's work."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget
from typing_extensions import override

from homejournal.ui.base.desk import Desk
from homejournal.ui.base.worker import WHOLE, ReadingInParts, SingleTask, Task, Worker
from homejournal.ui.kit.paper_output import printer
from homejournal.ui.kit.paper_preview import SheetDialog
from homejournal.ui.widgets.button import make_button
from homejournal.ui.widgets.layout.boxes import in_row

if TYPE_CHECKING:
    from homejournal.reports.paper_to_pdf import Printed

_Read = TypeVar("_Read", bound=ReadingInParts)


class PaperMaking(SingleTask[_Read], Generic[_Read]):
    """One paper at a time. What is wanted anew takes the place of what is not there yet."""

    ready = Signal(object)
    """What `count` made of all that was read."""
    drawn = Signal(object, object)
    """A paper and its pages as pictures."""

    def __init__(
        self, worker: "Worker", count: Callable[[_Read], object], parent: QObject | None = None
    ) -> None:
        super().__init__(worker, parent)
        self._count = count
        self._paper: Printed | None = None

    def read(self, reading: _Read) -> None:
        """Read and count all that a paper can be made from."""
        self.stop()
        self._begin(reading)

    def draw(self, paper: "Printed", ppi: float) -> None:
        """Draw the pages of a paper, with so many pixels an inch."""
        self.stop()
        self._paper = paper
        self._start(partial(_draw, paper, ppi), self._on_drawn)

    def _start(self, work: object, done: object) -> None:
        self._task = self._worker.start(work, done, self._on_failed)  # type: ignore[arg-type]
        self._task.progressed.connect(self._on_part)

    @override
    def _on_read(self, reading: _Read) -> None:
        self._start(lambda _task: self._count(reading), self._on_counted)

    def _on_counted(self, material: object) -> None:
        self._task = None
        self.ready.emit(material)

    def _on_part(self, done: int, of: int) -> None:
        if self.busy:
            self.progressed.emit(self.READING + done * (WHOLE - self.READING) // max(1, of))

    def _on_drawn(self, pages: "tuple[bytes, ...] | None") -> None:
        self._task = None
        if pages is not None:
            self.progressed.emit(WHOLE)
            self.drawn.emit(self._paper, pages)


def _draw(paper: "Printed", ppi: float, task: "Task") -> "tuple[bytes, ...] | None":
    return printer().pictures_or_stop(paper, ppi, task.tell)


_Shown = TypeVar("_Shown", bound="Printed")
MOST_SHOWN = 40
"""So many pages are shown; of a longer paper the rest is only printed and saved."""


class LongSheetDialog(SheetDialog[_Shown], Generic[_Shown, _Read]):
    """Shows how far it is, and can be stopped. Subclasses also answer `missing` and `begin`."""

    def __init__(
        self,
        desk: Desk,
        title: str,
        count: Callable[[_Read], object],
        parent: QWidget | None,
    ) -> None:
        super().__init__(desk, title, parent)
        self.making = PaperMaking[_Read](desk.worker, count, self)
        self.making.progressed.connect(self._on_progressed)
        self.making.drawn.connect(self._on_pages)
        self.making.failed.connect(self._on_not_made)

    def add_bar(self, *buttons: QWidget) -> None:
        """Add the row that says how far it is, after buttons of the paper's own."""
        text = self.wording.text
        self.bar = QProgressBar()
        self.bar.setRange(0, WHOLE)
        self.bar.setTextVisible(False)  # in dark colors its digits can hardly be read
        self.bar.setAccessibleName(text("How far it is"))
        self.stop = make_button(text("Stop"), on=self._on_stop)
        row = in_row(*buttons)
        row.addStretch(1)
        row.addWidget(self.bar, 4)
        row.addWidget(self.stop)
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertLayout(column.count() - 1, row)
        self.show_busy(busy=False)

    def missing(self, paper: _Shown) -> str:
        """Return what an empty paper lacks, or nothing where there is something to print."""
        raise NotImplementedError

    @override
    def show_sheet(self) -> None:
        paper = self.sheet()
        lacks = self.missing(paper) if paper is not None else ""
        if lacks:
            self.making.stop()
            self.say(lacks)
            self.preview.show_sheets((), "")
            self.show_busy(busy=False)
        for button in self.ways:
            button.setEnabled(paper is not None and not lacks)
        if paper is not None and not lacks:
            self.show_busy(busy=True)
            self.making.draw(paper, self.preview.ppi(paper.paper))

    @override
    def done(self, result: int, /) -> None:
        self.making.stop()
        super().done(result)

    def show_busy(self, *, busy: bool) -> None:
        """Show how far it is, and the way to stop it."""
        self.bar.setVisible(busy)
        self.stop.setVisible(busy)

    def _on_pages(self, paper: _Shown, pages: tuple[bytes, ...]) -> None:
        self.show_busy(busy=False)
        self._pages = pages
        self.preview.show_sheets([*map(QImage.fromData, pages[:MOST_SHOWN])], self.told(paper))
        self.say(self.said_of(paper, len(pages)))

    def _on_not_made(self, failure: Exception) -> None:
        self.show_busy(busy=False)
        self._on_failed(failure)

    def _on_progressed(self, how_far: int) -> None:
        self.bar.setValue(how_far)

    def _on_stop(self) -> None:
        self.making.stop()
        self.show_busy(busy=False)
        self.say(self.wording.text("Stopped. Change something to go on."))
        self.language.setFocus()
