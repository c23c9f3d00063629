"""The photo of a page, made straight: whole, with what is asked about framed, and a part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QWidget
from typing_extensions import override

from homejournal.ui.theme import paint_box, px, tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homejournal.domain.papers.sheet_reading import Area, PagePicture

_LINE, _CORNER, _AROUND = 3, 4, 40
_LEAST, _ANY_HEIGHT = 120, 100_000
_GAP = 6


def pixels_of(picture: PagePicture) -> QPixmap:
    pixels = QPixmap()
    pixels.loadFromData(picture.jpeg, "JPEG")
    return pixels


class _Canvas(QWidget):
    """Paints the page as wide as it is, and frames on it."""

    pressed = Signal(object)
    """Which pixel of the page was pressed: QPoint."""

    def __init__(self) -> None:
        super().__init__()
        self._pixels = self._scaled = QPixmap()
        self.current: Area | None = None
        self.asked: Sequence[Area] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(1)

    def show_pixels(self, pixels: QPixmap) -> None:
        self._pixels, self._scaled = pixels, QPixmap()
        self.updateGeometry()
        self.update()

    @property
    def scale(self) -> float:
        """How large a pixel of the page is here."""
        return self.width() / max(1, self._pixels.width())

    def place(self, area: Area) -> QRectF:
        """Return where a part of the page is here."""
        scale = self.scale
        return QRectF(*(side * scale for side in area))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int, /) -> int:
        return width * self._pixels.height() // max(1, self._pixels.width())

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(380), self.heightForWidth(px(380)))

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._fitted())
        for area in self.asked:
            self._frame(painter, area, "careful", 2)
        if self.current is not None:
            self._frame(painter, self.current, "focus", _LINE)
        painter.end()

    def _frame(self, painter: QPainter, area: Area, ink: str, width: int) -> None:
        """Frame a part; paper is light in dark colors too, so the frame has an edge of its own."""
        place = self.place(area)
        paint_box(painter, place.adjusted(-1, -1, 1, 1), "", "bg", (width + 2, _CORNER))
        paint_box(painter, place, "", ink, (width, _CORNER))

    def _fitted(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        width = round(self.width() * ratio)
        if self._scaled.width() != width and not self._pixels.isNull():
            smooth = Qt.TransformationMode.SmoothTransformation
            self._scaled = self._pixels.scaledToWidth(width, smooth)
            self._scaled.setDevicePixelRatio(ratio)
        return self._scaled

    @override
    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        self.pressed.emit((event.position() / self.scale).toPoint())


class StraightPhoto(QScrollArea):
    """Shows a page, and scrolls to what is asked about."""

    pressed = Signal(object)
    """Which pixel of the page was pressed: QPoint."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._canvas, self._whole = _Canvas(), False
        self._canvas.pressed.connect(self.pressed)
        self._canvas.setAccessibleName(name)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setWidget(self._canvas)

    def show_pixels(self, pixels: QPixmap) -> None:
        self._canvas.show_pixels(pixels)
        self._fit()

    def be_whole(self, *, whole: bool) -> None:
        """Be as high as the page, or scroll."""
        self._whole = whole
        self.setMaximumHeight(_ANY_HEIGHT)
        self._fit()

    def _fit(self) -> None:
        height = self._canvas.heightForWidth(self.viewport().width())
        self.setMinimumHeight(height if self._whole else px(_LEAST))

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit()

    def frame(self, current: Area | None, asked: Sequence[Area]) -> None:
        """Frame where somebody is, and what is still asked about."""
        self._canvas.current, self._canvas.asked = current, asked
        self._canvas.update()
        if current is not None:
            middle = self._canvas.place(current).center().toPoint()
            self.ensureVisible(middle.x(), middle.y(), px(_AROUND), px(_AROUND))


class Crop(QLabel):
    """A part of a page, as large as there is room, with the words of its boxes beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.setMargin(1)
        self.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_part(
        self,
        pixels: QPixmap,
        area: Area,
        name: str,
        most: tuple[int, int],
        words: Sequence[tuple[Area, str]],
    ) -> None:
        """Show a part under a name, at most so many pixels wide and high.

        Each of the `words` stands beside its box, where there is room for them.
        """
        ratio = self.devicePixelRatioF()
        room = QSize(*most) * ratio
        part = pixels.copy(QRect(QPoint(area.left, area.top), QSize(area.width, area.height)))
        shown = part.scaled(
            room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        shown.setDevicePixelRatio(ratio)
        self.setPixmap(self._with_words(shown, area, words, most[0]))
        self.setAccessibleName(name)

    def _with_words(
        self, shown: QPixmap, area: Area, words: Sequence[tuple[Area, str]], most: int
    ) -> QPixmap:
        metrics, size = self.fontMetrics(), shown.deviceIndependentSize()
        widest = max((metrics.horizontalAdvance(one) for _, one in words), default=0)
        aside = widest + px(2) + 2 * px(_GAP)
        scale = size.height() / max(1, area.height)
        low = any(box.height * scale < metrics.height() for box, _ in words)
        if not words or low or size.width() + aside > most:
            return shown
        whole = QPixmap(
            (QSizeF(size.width() + aside, size.height()) * shown.devicePixelRatio()).toSize()
        )
        whole.setDevicePixelRatio(shown.devicePixelRatio())
        whole.fill(QColor(tokens().surface))
        painter = QPainter(whole)
        painter.drawPixmap(QPointF(0, 0), shown)
        painter.setFont(self.font())
        painter.setPen(QColor(tokens().text))
        for box, one in words:
            middle = (box.top - area.top + box.height / 2) * scale
            line = QRectF(
                size.width() + px(_GAP), middle - metrics.height() / 2, aside, metrics.height()
            )
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, one)
        painter.end()
        return whole

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        paint_box(painter, self.rect().toRectF(), "", "control", (1, 0))
        painter.end()
