"""How days are painted in calendars: a mark of its own shape for each state, and its legend."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QObject, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from homejournal.domain.days.day_states import DayState
from homejournal.domain.records.practices import LeftOutReason
from homejournal.ui.theme import (
    INNER_RADIUS,
    SMALL,
    paint_box,
    paint_ground,
    pixmap,
    px,
    sized_font,
    tokens,
)
from homejournal.ui.widgets.days.day_models import DAY_ROLE, SHOWN_ROLE
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.wrapping_labels import elided, lines_in

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from PySide6.QtGui import QFont, QPaintEvent

    from homejournal.domain.looking_back.look_back_values import DayShown
    from homejournal.ui.widgets.wrapping_labels import Index


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
    """Paint the mark of a day in a square; `ground` names the color that lies under it.

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
        return sized_font(SMALL)


class MarkLegend(FlowRow):
    """The marks with their words, which go on in the next line where the first is full."""

    def __init__(self) -> None:
        super().__init__(gap=14)

    def set_marks(self, marks: Sequence[tuple[DayShown, str]]) -> None:
        """Show each mark as it is painted for such a day, with its words."""
        self.clear()
        self.add(*(_LegendEntry(shown, words, self) for shown, words in marks))


_SIDE, _MARGIN, _MOST_LINES = 8, 4, 3
_EDGE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class NameHeads(QHeaderView):
    """Heads of rows as plain words; the whole name is its tool tip and what is heard."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(1)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def fit_rows(self, least: int) -> None:
        """Make each row high enough for its name, and at least that high, in pixels."""
        for row in range(self.count()):
            lines = len(self.lines(row)) * self.fontMetrics().lineSpacing()
            self.resizeSection(row, max(least, lines + 2 * px(_MARGIN)))

    def lines(self, row: int) -> Sequence[str]:
        """Return the lines in which a row's name is shown."""
        name = self.model().headerData(row, Qt.Orientation.Vertical)
        room = max(1, self.width() - 2 * px(_SIDE))
        lines = lines_in(str(name or ""), self.font(), room)
        if len(lines) > _MOST_LINES:
            rest = "".join(lines[_MOST_LINES - 1 :])
            lines[_MOST_LINES - 1 :] = [elided(self.fontMetrics(), rest, room)]
        return [line.rstrip() for line in lines]

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int, /) -> None:
        painter.save()
        painter.setLayoutDirection(self.layoutDirection())
        paint_ground(painter, rect, "surface2")
        painter.setPen(QColor(tokens().text))
        painter.setFont(self.font())
        words = rect.adjusted(px(_SIDE), 0, -px(_SIDE), 0)
        painter.drawText(words, _EDGE, "\n".join(self.lines(logicalIndex)))
        painter.restore()


_State = QStyle.StateFlag
_CENTER = int(Qt.AlignmentFlag.AlignCenter)
_WRAP = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop) | int(
    Qt.TextFlag.TextWordWrap
)
_ANYWHERE = int(Qt.TextFlag.TextWrapAnywhere)


def _times(shown: DayShown) -> str:
    """Return how many of the planned times were done, as "1/2"; empty if one was planned."""
    return f"{shown.times}/{shown.times_planned}" if shown.times_planned > 1 else ""


class _Cell:
    """One cell while it is painted."""

    def __init__(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        painter.setLayoutDirection(option.direction)
        self.painter = painter
        self.box = QRectF(option.rect)
        self.mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        self.focused = bool(option.state & _State.State_HasFocus)
        self.hovered = bool(option.state & _State.State_MouseOver)

    def ground(self) -> str:
        """Fill the cell where the pointer or the focus is; return the ground's color."""
        inside = self.box.adjusted(1, 1, -1, -1)
        fill = "accent_soft" if self.focused else ("surface2" if self.hovered else "")
        if fill:
            line = "focus" if self.focused else ""
            paint_box(self.painter, inside, fill, line, (2, INNER_RADIUS))
        return fill or "surface"

    def words(self, text: str, box: QRectF, ink: str, size: int, flags: int = _CENTER) -> None:
        """Write words into a box, at most so much as it holds."""
        self.painter.setFont(sized_font(size))
        self.painter.setPen(QColor(tokens().colour(ink)))
        self.painter.drawText(box, flags, text)


class CalendarDelegate(QStyledItemDelegate):
    """A day with its number above its mark, in the large form with words below it."""

    def __init__(self, short: Callable[[DayShown], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.large = False
        self.today: date | None = None
        self._short = short

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        painter.save()
        painter.setClipRect(option.rect)
        cell = _Cell(painter, option)
        shown: DayShown | None = index.data(SHOWN_ROLE)
        day: date = index.data(DAY_ROLE)
        self._lines(cell, index)
        cell.hovered = cell.hovered and shown is not None
        ground = cell.ground()
        self._number(cell, day, "text" if shown is not None else "control")
        if shown is not None:
            self._mark(cell, shown, ground)
        painter.restore()

    @staticmethod
    def _lines(cell: _Cell, index: Index) -> None:
        """Draw thin lines between the days, none at the edge of the month."""
        cell.painter.setPen(QPen(QColor(tokens().line), 1))
        if index.row():
            cell.painter.drawLine(cell.box.topLeft(), cell.box.topRight())

    def _number(self, cell: _Cell, day: date, ink: str) -> None:
        is_today = day == self.today
        font = sized_font(SMALL, strong=is_today)
        metrics = QFontMetrics(font)
        text = str(day.day)
        width, height = metrics.horizontalAdvance(text), metrics.height()
        left = cell.box.left() + px(8)
        if cell.mirrored:
            left = cell.box.right() - px(8) - width
        place = QRectF(left, cell.box.top() + px(5), width + 1, height)
        cell.painter.setFont(font)
        cell.painter.setPen(QColor(tokens().colour("accent" if is_today else ink)))
        cell.painter.drawText(place, _CENTER, text)
        if is_today:
            line = QRectF(left, place.bottom() - px(1), width, max(2, px(2)))
            paint_ground(cell.painter, line, "accent")

    def _mark(self, cell: _Cell, shown: DayShown, ground: str) -> None:
        side = px(36 if self.large else 24)
        top = cell.box.top() + px(28 if self.large else 26)
        beside = 0.0 if self.large else self._width_beside(shown)
        left = self._left(cell, side, beside)
        mark = QRectF(left, top, side, side)
        paint_day_mark(cell.painter, shown, mark, ground)
        if self.large:
            words = QRectF(cell.box.left() + px(3), top + side + px(6), cell.box.width() - px(6), 0)
            words.setBottom(cell.box.bottom() - px(2))
            self._below(cell, self._short(shown), words)
        elif beside:
            edge = mark.left() - px(7) - beside if cell.mirrored else mark.right() + px(7)
            self._beside(cell, shown, QRectF(edge, top, beside, side))

    @staticmethod
    def _below(cell: _Cell, text: str, place: QRectF) -> None:
        """Write words in lines; only a word that is wider than the day is cut into two."""
        metrics = QFontMetrics(sized_font(SMALL))
        widest = max((metrics.horizontalAdvance(word) for word in text.split()), default=0)
        flags = _WRAP | (_ANYWHERE if widest > place.width() else 0)
        cell.words(text, place, "text", SMALL, flags)

    @staticmethod
    def _left(cell: _Cell, side: float, beside: float) -> float:
        """Put the mark in the middle, or to the side where what stands beside it needs room."""
        left = cell.box.center().x() - side / 2
        lacks = left + side + px(7) + beside + px(3) - cell.box.right()
        shift = min(max(0.0, lacks if beside else 0.0), left - cell.box.left() - px(3))
        return left + shift if cell.mirrored else left - shift

    def _width_beside(self, shown: DayShown) -> float:
        if shown.state is DayState.LEFT_OUT and shown.reason is not None:
            return px(16)
        text = _times(shown) if shown.state is DayState.DID_IT else ""
        return QFontMetrics(sized_font(SMALL)).horizontalAdvance(text) + 2 if text else 0

    def _beside(self, cell: _Cell, shown: DayShown, place: QRectF) -> None:
        """Show beside the mark why a day was left out, or how many of its times were done."""
        if shown.reason is None:
            cell.words(_times(shown), place, "text", SMALL)
            return
        ratio = cell.painter.device().devicePixelRatioF()
        picture = pixmap(REASON_ICONS[shown.reason], "muted", 16, ratio=ratio)
        cell.painter.drawPixmap(QPointF(place.left(), place.center().y() - px(8)), picture)


class GridDelegate(QStyledItemDelegate):
    """A mark alone, as large as the cell allows."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        painter.save()
        cell = _Cell(painter, option)
        shown: DayShown | None = index.data(SHOWN_ROLE)
        ground = cell.ground()
        if index.row():
            painter.setPen(QPen(QColor(tokens().line), 1))
            painter.drawLine(cell.box.topLeft(), cell.box.topRight())
        if shown is not None:
            side = min(px(22), min(cell.box.width(), cell.box.height()) - px(6))
            middle = cell.box.center()
            mark = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
            paint_day_mark(painter, shown, mark, ground)
        painter.restore()
