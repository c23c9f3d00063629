"""A chart's picture on the screen: sharp, one of its marks told, copied or dragged out."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QMimeData,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTemporaryDir,
    QUrl,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QDrag,
    QFont,
    QFontMetrics,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from homejournal.reports.charts.style import ChartLook
from homejournal.ui.base.timers import one_shot
from homejournal.ui.theme import (
    BODY,
    INNER_RADIUS,
    RADIUS,
    SMALL,
    look,
    paint_box,
    paint_ground,
    px,
    sized_font,
    tokens,
)
from homejournal.ui.widgets.button import dress_chip

if TYPE_CHECKING:
    from homejournal.reports.charts.screen_picture import Box, ChartMark, ChartPicture


@dataclass(frozen=True, slots=True)
class ChartPlaces:
    """A picture, and how many pixels of the widget one of its pixels takes."""

    picture: ChartPicture
    scale: float

    def picture_rect(self) -> QRectF:
        return QRectF(0, 0, self.picture.width * self.scale, self.picture.height * self.scale)

    def plot(self) -> QRectF:
        """Return where the axes lie."""
        return self._rect(self.picture.plot)

    def box(self, mark: int) -> QRectF:
        return self._rect(self.picture.marks[mark].box)

    def mark_at(self, place: QPointF, reach: float) -> int | None:
        """Return the mark under a point, or the nearest within reach; of several the smallest."""
        found = [
            (_distance(box, place), box.width() * box.height(), index)
            for index in range(len(self.picture.marks))
            if (box := self.box(index)).adjusted(-reach, -reach, reach, reach).contains(place)
        ]
        return min(found)[2] if found else None

    def _rect(self, box: Box) -> QRectF:
        scale = self.scale
        return QRectF(box.x * scale, box.y * scale, box.width * scale, box.height * scale)


def _distance(box: QRectF, place: QPointF) -> float:
    across = max(box.left() - place.x(), 0.0, place.x() - box.right())
    down = max(box.top() - place.y(), 0.0, place.y() - box.bottom())
    return across + down


_WIDEST = 340
_MOST_LETTERS = 500
_ABOVE = 20
"""Leaves the number that stands on a bar in sight."""
_WRAP = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(
    Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
)
_WORDWISE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(
    Qt.TextFlag.TextWordWrap
)


def paint_bubble(painter: QPainter, words: str, mark: QRectF, room: QRectF) -> QRectF:
    """Paint the words beside a mark, never over it where there is any other place in the room.

    Return where the bubble lies.
    """
    text = words if len(words) <= _MOST_LETTERS else words[:_MOST_LETTERS].rstrip() + "…"
    font, side = sized_font(SMALL), px(9)
    most = round(min(px(_WIDEST), room.width() - 2 * side - 4))
    flags = _flags(font, text, most)
    needed = QFontMetrics(font).boundingRect(QRect(0, 0, max(1, most), 10_000), flags, text)
    width = needed.width() + 2 + 2 * side
    height = min(needed.height() + 2 * px(6), room.height() - 4)
    bubble = _place(QRectF(0, 0, width, height), mark, room)
    painter.save()
    paint_box(painter, bubble, "surface", "control", (tokens().border, RADIUS))
    painter.setFont(font)
    painter.setPen(QColor(tokens().text))
    painter.drawText(bubble.adjusted(side, px(6), -side, -px(6)), flags, text)
    painter.restore()
    return bubble


def _flags(font: QFont, text: str, width: int) -> int:
    """Cut words only where one alone is wider than the bubble."""
    metrics = QFontMetrics(font)
    widest = max((metrics.horizontalAdvance(word) for word in text.split()), default=0)
    return _WRAP if widest > width else _WORDWISE


def _place(bubble: QRectF, mark: QRectF, room: QRectF) -> QRectF:
    gap = px(8)
    left = mark.center().x() - bubble.width() / 2
    top = mark.top() - px(_ABOVE) - bubble.height()
    if top < room.top() and mark.bottom() + gap + bubble.height() <= room.bottom():
        top = mark.bottom() + gap
    elif top < room.top():
        # Neither above nor below: on the side of the mark where there is more room.
        after = room.right() - mark.right() >= mark.left() - room.left()
        left = mark.right() + gap if after else mark.left() - gap - bubble.width()
        top = mark.center().y() - bubble.height() / 2
    left = max(room.left() + 2, min(left, room.right() - 2 - bubble.width()))
    top = max(room.top() + 2, min(top, room.bottom() - 2 - bubble.height()))
    return bubble.translated(left, top)


def pixmap_of(picture: ChartPicture) -> QPixmap:
    row, form = 4 * picture.width, QImage.Format.Format_RGBA8888
    return QPixmap.fromImage(QImage(picture.rgba, picture.width, picture.height, row, form))


_SETTLE_MS = 120
_BESIDE_WORDS = 24
_DPI = 96
"""At this many pixels an inch a point of text is as large as the window's own."""


class ChartPane(QLabel):
    """Shows a picture, and asks for another one where its size, colors or letters changed.

    ``wanted`` carries the ChartLook in which the chart should be drawn; it comes once the widget is
    shown and whenever that changes. Until the new picture is there the old one is shown, scaled. A
    label with a picture is heard as a graphic, by its name and description.
    """

    wanted = Signal(object)

    def __init__(self, height: float = 300, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._high = height
        self._picture: ChartPicture | None = None
        self._told: int | None = None
        self._shift = 0.0
        self._asked: ChartLook | None = None
        self._settle = one_shot(self, self._ask, _SETTLE_MS)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_height(height)

    @property
    def shown(self) -> ChartPicture | None:
        """The picture that is shown, or None while words are."""
        return self._picture

    @property
    def high(self) -> float:
        """How high the chart is, in pixels at 100 %."""
        return self._high

    def set_height(self, height: float) -> None:
        """Make the chart that high, in pixels at 100 %."""
        self._high = height
        self.setFixedHeight(px(height))
        side = px(_BESIDE_WORDS)
        self.setContentsMargins(side, 0, side, 0)

    def look_wanted(self) -> ChartLook:
        """Return how the chart has to be drawn to fit this widget on this screen."""
        return ChartLook(
            size=(max(1, self.width()) / _DPI, max(1, self.height()) / _DPI),
            dark=tokens().dark,
            text=look().body_px / BODY,
            dpi=round(_DPI * self.devicePixelRatioF()),
            # Only high contrast has thicker lines; there hatches tell levels apart, too.
            hatched=tokens().border > 1,
        )

    def show_picture(self, picture: ChartPicture, name: str, description: str) -> None:
        """Show a picture; name and description are what a screen reader says of it."""
        self._picture, self._told, self._shift = picture, None, 0.0
        self.setPixmap(pixmap_of(picture))
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)
        self.update()

    def show_words(self, sentence: str) -> None:
        """Show a sentence where there is nothing to draw."""
        self._picture, self._told, self._shift = None, None, 0.0
        self.setText(sentence)
        self.setAccessibleName(sentence)
        self.setAccessibleDescription("")
        self.update()

    def places(self) -> ChartPlaces | None:
        """Return where everything lies, or None while words are shown."""
        if self._picture is None:
            return None
        sharp = 1 / self.devicePixelRatioF()
        wide = self.width() / max(1, self._picture.width)
        scale = min(wide, self.height() / max(1, self._picture.height))
        # A rounded inch must not blur a picture that was drawn for this very size.
        near = abs(self._picture.width * (scale - sharp)) < 1.5
        return ChartPlaces(self._picture, sharp if near else scale)

    def told_mark(self) -> ChartMark | None:
        """Return the mark whose words are shown."""
        if self._picture is None or self._told is None:
            return None
        return self._picture.marks[self._told]

    def shift(self, pixels: float) -> None:
        """Show the picture moved along by that much, until another one comes."""
        self._shift = pixels
        self.update()

    def _ask(self) -> None:
        now = self.look_wanted()
        if now != self._asked and self.isVisible():
            self._asked = now
            self.wanted.emit(now)

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(560), px(self._high))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), px(self._high))

    @override
    def hasHeightForWidth(self) -> bool:
        return False

    @override
    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        self._ask()

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._settle.start()

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_settle"):
            self.set_height(self._high)
            self._settle.start()

    @override
    def event(self, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._settle.start()
        return super().event(event)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        places = self.places()
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        paint_ground(painter, self.rect(), "surface")
        if places is not None:
            self._paint_picture(painter, places)
            self._paint_told(painter, places)
        painter.end()
        if places is None:
            super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            paint_box(painter, QRectF(self.rect()), "", "focus", (tokens().border + 1, RADIUS))
            painter.end()

    def _paint_picture(self, painter: QPainter, places: ChartPlaces) -> None:
        pixmap, target = self.pixmap(), places.picture_rect()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(target.translated(self._shift, 0), pixmap, QRectF(pixmap.rect()))

    def _paint_told(self, painter: QPainter, places: ChartPlaces) -> None:
        mark = self.told_mark()
        if mark is None or self._told is None or self._shift:
            return
        box = places.box(self._told)
        least = px(14)
        spare = QPointF(max(0.0, least - box.width()) / 2, max(0.0, least - box.height()) / 2)
        frame = box.adjusted(-spare.x(), -spare.y(), spare.x(), spare.y()).adjusted(-4, -4, 4, 4)
        # A lighter edge on both sides keeps the frame apart from any bar.
        paint_box(painter, frame.adjusted(-1, -1, 1, 1), "", "surface", (4, INNER_RADIUS))
        paint_box(painter, frame, "", "focus", (2, INNER_RADIUS))
        paint_bubble(painter, mark.words, frame, QRectF(self.rect()))


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
