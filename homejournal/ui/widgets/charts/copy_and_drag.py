"""Copying a chart to the clipboard, and dragging it out as a file."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, QTemporaryDir, QUrl, Signal
from PySide6.QtGui import QDrag, QImage, QPixmap
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from typing_extensions import override

from homejournal.ui.widgets.buttons.button import dress_chip

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QMouseEvent

_PREVIEW = 240


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartFiles:
    """A chart as it is handed out: the bytes of a PNG, its file name, and its words."""

    name: str
    png: bytes
    text: str


def chart_data(files: ChartFiles, folder: QTemporaryDir | None = None) -> QMimeData:
    """Return the chart as picture and text, and as a file where it can be written to a folder."""
    data = QMimeData()
    image = QImage()
    image.loadFromData(files.png)
    data.setImageData(image)
    data.setText(files.text)
    if folder is not None and folder.isValid():
        file = Path(folder.path()) / Path(files.name).name
        # Picture and text can be carried even where there is no room for a file.
        with suppress(OSError):
            file.write_bytes(files.png)
            data.setUrls([QUrl.fromLocalFile(str(file))])
    return data


def drag_chart(source: QWidget, data: QMimeData) -> None:
    """Let the pointer carry the chart until it is dropped."""
    drag = QDrag(source)
    drag.setMimeData(data)
    picture = QPixmap.fromImage(QImage(data.imageData()))
    if not picture.isNull():
        drag.setPixmap(picture.scaledToWidth(_PREVIEW, Qt.TransformationMode.SmoothTransformation))
    drag.exec(Qt.DropAction.CopyAction)


class DragHandle(QPushButton):
    """A button to drag something out with; ``dragged`` comes when the pointer has moved off.

    A plain press is a click like any other, so that nobody has to drag.
    """

    dragged = Signal()

    def __init__(self, words: str, name: str, about: str = "") -> None:
        super().__init__(words)
        self._pressed: QPoint | None = None
        dress_chip(self, "hand-grab", name, about)

    @override
    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()

    @override
    def mouseMoveEvent(self, event: QMouseEvent, /) -> None:
        if self._pressed is None:
            return  # Qt would take the button for pressed again, and the release for a click.
        super().mouseMoveEvent(event)
        moved = event.position().toPoint() - self._pressed
        if moved.manhattanLength() >= QApplication.startDragDistance():
            self._pressed = None
            self.setDown(False)
            self.dragged.emit()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        self._pressed = None
        super().mouseReleaseEvent(event)
