"""The marks of days in calendars, told apart by their shapes, and a legend of them in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from homejournal.domain.days.day_states import DayState
from homejournal.domain.records.practices import LeftOutReason
from homejournal.ui.theme import px, sized_font, tokens
from homejournal.ui.widgets.layout.flow_layout import FlowRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFont, QPaintEvent

    from homejournal.domain.looking_back.look_back_values import DayShown

REASON_ICONS = {
    LeftOutReason.SICK: "mood-sick",
    LeftOutReason.AWAY: "plane",
    LeftOutReason.OTHER_HOME: "home",
    LeftOutReason.APPOINTMENT: "stethoscope",
    LeftOutReason.OTHER: "dots",
}
_LEGEND_MARK = 20
_FULL_TURN = 360 * 16
_NO_LIMIT = 10_000
# A painter turns "left" round by itself where the window reads from right to left.
_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter) | int(
    Qt.TextFlag.TextWordWrap
)


def is_partly(shown: DayShown) -> bool:
    """Return whether only some of a day's planned times were done."""
    return shown.state is DayState.DID_IT and shown.times < shown.times_planned


def paint_day_mark(
    painter: QPainter, shown: DayShown, box: QRectF, ground: str = "surface"
) -> None:
    """Paint the mark of a day in a square; `ground` names the colour that lies under it.

    Did it is a filled disc with a tick, with less than the planned times a ring filled in part;
    not today a ring with a dash; left out a dashed ring with slanting lines; not written an empty
    dotted square; not planned a small dot, but used anyway a filled diamond with a tick. A small
    clock in the corner says "written later".
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    match shown.state:
        case DayState.DID_IT if is_partly(shown):
            _partly(painter, box, shown.times / shown.times_planned)
        case DayState.DID_IT:
            _did_it(painter, box, ground)
        case DayState.NOT_PLANNED if shown.used_anyway:
            _used_anyway(painter, box, ground)
        case empty:
            _EMPTY[empty](painter, box)
    if shown.written_later:
        _clock(painter, box, ground)
    painter.restore()


def _ring(box: QRectF, width: float) -> QRectF:
    """Return where a line of that width goes, so that its outer edge touches the box."""
    half = width / 2
    return box.adjusted(half, half, -half, -half)


def _pen(name: str, width: float) -> QPen:
    pen = QPen(QColor(tokens().colour(name)), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _thick(box: QRectF) -> float:
    return max(1.5, box.width() * 0.09)


def _at(box: QRectF, x: float, y: float) -> QPointF:
    """Return the point at these shares of the box."""
    return QPointF(box.left() + x * box.width(), box.top() + y * box.height())


def _did_it(painter: QPainter, box: QRectF, ground: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens().accent))
    painter.drawEllipse(box)
    _tick(painter, box, ground)


def _used_anyway(painter: QPainter, box: QRectF, ground: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens().accent))
    corners = ((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5))
    painter.drawPolygon([_at(box, *corner) for corner in corners])
    inset = box.width() * 0.12
    _tick(painter, box.adjusted(inset, inset, -inset, -inset), ground)


def _tick(painter: QPainter, box: QRectF, ground: str) -> None:
    painter.setPen(_pen(ground, max(1.6, box.width() * 0.11)))
    painter.drawPolyline([_at(box, 0.29, 0.52), _at(box, 0.44, 0.67), _at(box, 0.72, 0.36)])


def _partly(painter: QPainter, box: QRectF, share: float) -> None:
    width = _thick(box)
    painter.setPen(_pen("accent", width))
    painter.drawEllipse(_ring(box, width))
    inner = _ring(box, 3.4 * width)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens().accent))
    painter.drawPie(inner, _FULL_TURN // 4, -round(_FULL_TURN * max(0.08, share)))


def _not_today(painter: QPainter, box: QRectF) -> None:
    width = _thick(box)
    painter.setPen(_pen("text", width))
    painter.drawEllipse(_ring(box, width))
    painter.drawLine(_at(box, 0.3, 0.5), _at(box, 0.7, 0.5))


def _left_out(painter: QPainter, box: QRectF) -> None:
    width = max(1.0, box.width() * 0.06)
    disc = QPainterPath()
    disc.addEllipse(_ring(box, 3 * width))
    painter.save()
    painter.setClipPath(disc)
    painter.setPen(_pen("muted", width))
    gap = max(3.0, box.width() * 0.2)
    for step in range(-6, 7):
        middle = box.center() + QPointF(step * gap * 0.7, step * gap * 0.7)
        reach = QPointF(box.width(), -box.width())
        painter.drawLine(QLineF(middle - reach, middle + reach))
    painter.restore()
    thick = _thick(box)
    pen = _pen("muted", thick)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    # Ten dashes all round, whatever the size, so that none is cut where the ring closes.
    dash = 3.14159 * (box.width() - thick) / thick / 20
    pen.setDashPattern([dash * 1.2, dash * 0.8])
    painter.setPen(pen)
    painter.drawEllipse(_ring(box, thick))


def _not_written(painter: QPainter, box: QRectF) -> None:
    width = max(1.3, box.width() * 0.075)
    inset = box.width() * 0.08
    square = _ring(box.adjusted(inset, inset, -inset, -inset), width)
    pen = _pen("control", width)
    step = square.width() / width / 5
    pen.setDashPattern([0.01, step - 0.01])
    painter.setPen(pen)
    for start, end in (
        (square.topLeft(), square.topRight()),
        (square.topRight(), square.bottomRight()),
        (square.bottomRight(), square.bottomLeft()),
        (square.bottomLeft(), square.topLeft()),
    ):
        painter.drawLine(QLineF(start, end))


def _not_planned(painter: QPainter, box: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens().control))
    radius = max(1.5, box.width() * 0.1)
    painter.drawEllipse(box.center(), radius, radius)


_EMPTY = {
    DayState.NOT_TODAY: _not_today,
    DayState.LEFT_OUT: _left_out,
    DayState.NOT_WRITTEN: _not_written,
    DayState.NOT_PLANNED: _not_planned,
}
"""The marks of days on which nothing was done."""


def _clock(painter: QPainter, box: QRectF, ground: str) -> None:
    """Paint a small clock over the lower corner where reading ends."""
    radius = max(3.5, box.width() * 0.2)
    mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    middle = _at(box, 0.04 if mirrored else 0.96, 0.92)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens().colour(ground)))
    painter.drawEllipse(middle, radius + 1.5, radius + 1.5)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen("muted", max(1.0, radius * 0.24)))
    painter.drawEllipse(middle, radius, radius)
    painter.drawPolyline(
        [middle - QPointF(0, radius * 0.6), middle, middle + QPointF(radius * 0.45, radius * 0.2)]
    )


class _LegendEntry(QWidget):
    """One mark with its words; heard by its words."""

    def __init__(self, shown: DayShown, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown, self._words = shown, words
        self.setAccessibleName(words)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._small())
        width = px(_LEGEND_MARK) + px(10) + metrics.horizontalAdvance(self._words) + 2
        return QSize(width, self._least_height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(_LEGEND_MARK) * 4, self._least_height())

    @override
    def heightForWidth(self, width: int, /) -> int:
        room = QRect(0, 0, width - px(_LEGEND_MARK) - px(7), _NO_LIMIT)
        words = QFontMetrics(self._small()).boundingRect(room, _WRAPPED, self._words)
        return max(self._least_height(), words.height())

    def _least_height(self) -> int:
        return max(px(_LEGEND_MARK) + px(4), QFontMetrics(self._small()).height())

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        side = px(_LEGEND_MARK)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - side if mirrored else 0
        mark = QRectF(left, (self.height() - side) / 2, side, side).adjusted(1, 1, -1, -1)
        paint_day_mark(painter, self._shown, mark)
        painter.setFont(self._small())
        painter.setPen(QColor(tokens().muted))
        lead = side + px(7)
        place = self.rect().adjusted(0 if mirrored else lead, 0, -lead if mirrored else 0, 0)
        painter.drawText(place, _WRAPPED, self._words)
        painter.end()

    @staticmethod
    def _small() -> QFont:
        return sized_font(px(13))


class MarkLegend(FlowRow):
    """The marks with their words, which go on in the next line where the first is full."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, gap=14)

    def set_marks(self, marks: Sequence[tuple[DayShown, str]]) -> None:
        """Show each mark as it is painted for such a day, with its words."""
        self.clear()
        self.add(*(_LegendEntry(shown, words, self) for shown, words in marks))
