"""The real pages, drawn as they will be printed, as wide as there is room."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from homejournal.domain.papers.printed_sheets import Paper
from homejournal.texts.papers.visit_page import pages_shown
from homejournal.texts.wording import Wording
from homejournal.ui.theme import paint_box, px

_INCHES_WIDE = {Paper.LETTER: 8.5, Paper.A4: 8.27}
_LEAST_PPI, _MOST_PPI = 30.0, 300.0
_SETTLE_MS = 200


class _Sheet(QLabel):
    """A picture with a thin line around it, so that white paper ends somewhere on white."""

    def __init__(self) -> None:
        super().__init__()
        self.setMargin(1)
        self.setMinimumWidth(1)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        paint_box(painter, self.rect().toRectF(), "", "control", (1, 0))
        painter.end()


class PagePreview(QScrollArea):
    """Shows the sheets; `resized` comes when they should be drawn again for another width."""

    resized = Signal()

    def __init__(self, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self._sheets: list[tuple[QLabel, QPixmap]] = []
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(12))
        self._column.addStretch(1)
        self.setWidget(self._body)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName(wording.text("Preview of the page"))
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self.resized)

    @property
    def body(self) -> QWidget:
        """Return what lies in the area and holds the sheets."""
        return self._body

    def ppi(self, paper: Paper) -> float:
        """Return how many pixels an inch fill the width, sharp on this screen."""
        width = self._width() * self.devicePixelRatioF()
        return round(min(_MOST_PPI, max(_LEAST_PPI, width / _INCHES_WIDE[paper])), 1)

    def show_sheets(self, sheets: Sequence[bytes], text: str) -> None:
        """Show the pictures; `text` is what a screen reader reads of them."""
        self.setAccessibleDescription(text)
        while len(self._sheets) > len(sheets):
            label, _ = self._sheets.pop()
            label.hide()
            label.deleteLater()
        while len(self._sheets) < len(sheets):
            label = _Sheet()
            self._column.insertWidget(len(self._sheets), label)
            self._sheets.append((label, QPixmap()))
        for place, data in enumerate(sheets):
            picture = QPixmap()
            picture.loadFromData(data)
            picture.setDevicePixelRatio(self.devicePixelRatioF())
            label = self._sheets[place][0]
            label.setAccessibleName(pages_shown(self._wording, place + 1, len(sheets)))
            self._sheets[place] = (label, picture)
        self._fit()

    def _width(self) -> int:
        return max(1, self.viewport().width() - 2)

    def _fit(self) -> None:
        """Show each picture as it is, or scaled until it is drawn for this width."""
        ratio, width = self.devicePixelRatioF(), self._width()
        for label, picture in self._sheets:
            if picture.isNull():
                continue
            shown = picture
            if abs(picture.deviceIndependentSize().width() - width) > 2:
                height = round(width * picture.height() / picture.width())
                shown = picture.scaled(
                    QSize(round(width * ratio), round(height * ratio)),
                    Qt.AspectRatioMode.KeepAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
                shown.setDevicePixelRatio(ratio)
            label.setPixmap(shown)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()
            self._settle.start()
