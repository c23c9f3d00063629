"""Dragging a chart out: it is drawn for paper while the button is held, and then carried."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QGuiApplication

from homejournal.ui.base.worker import NewestOnly
from homejournal.ui.progress.export.file_writing import chart_files
from homejournal.ui.widgets.charts.picture import (
    ChartFiles,
    DragHandle,
    chart_data,
    drag_chart,
)

if TYPE_CHECKING:
    from homejournal.ui.base.worker import Worker
    from homejournal.ui.progress.export.file_writing import ToWrite


@dataclass(frozen=True, slots=True, kw_only=True)
class ToCarry:
    """A chart and the name of its file, without ending."""

    what: "ToWrite"
    name: str


def carried(wish: ToCarry) -> ChartFiles:
    """Draw a chart as it is dragged out."""
    return chart_files(wish.what, wish.name)


class ChartDrag(QObject):
    """Begins to draw when the handle is pressed, because a drag cannot wait for a picture."""

    failed = Signal(object)
    """The exception, where the chart could not be drawn for it."""

    def __init__(
        self, worker: "Worker", handle: DragHandle, wanted: Callable[[], ToCarry | None]
    ) -> None:
        super().__init__(handle)
        self._handle, self._wanted = handle, wanted
        self._files: ChartFiles | None = None
        self._waits = False
        self._folder: QTemporaryDir | None = None
        self._drawing = NewestOnly(worker, carried, self)
        self._drawing.done.connect(self._on_drawn)
        self._drawing.failed.connect(self._on_failed)
        handle.pressed.connect(self._on_pressed)
        handle.dragged.connect(self._on_dragged)

    def _on_pressed(self) -> None:
        self._files, self._waits = None, False
        wish = self._wanted()
        if wish is not None:
            self._drawing.want(wish)

    def _on_dragged(self) -> None:
        self._waits = self._files is None
        if self._files is not None:
            self._carry(self._files)

    def _on_drawn(self, _wish: object, files: ChartFiles) -> None:
        self._files = files
        held = bool(QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton)
        if self._waits and held:
            self._carry(files)

    def _on_failed(self, _wish: object, failure: Exception) -> None:
        self._waits = False
        self.failed.emit(failure)

    def _carry(self, files: ChartFiles) -> None:
        self._waits = False
        self._folder = QTemporaryDir()  # the file must stay until the other program has read it
        drag_chart(self._handle, chart_data(files, self._folder))
