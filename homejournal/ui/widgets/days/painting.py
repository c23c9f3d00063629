"""How a day is painted in a calendar and in a grid of days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from homejournal.domain.days.day_states import DayState
from homejournal.ui.models.day_grid import DAY_ROLE, SHOWN_ROLE
from homejournal.ui.theme import paint_box, paint_ground, pixmap, px, sized_font, tokens
from homejournal.ui.widgets.days.marks import REASON_ICONS, paint_day_mark
from homejournal.ui.widgets.wrapping_labels import elided, lines_in

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from homejournal.domain.looking_back.look_back_values import DayShown
    from homejournal.ui.models.model_index import Index


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
    """Return how many of the planned times were done, as "1/2"; empty where one was planned."""
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
        """Fill the cell where the pointer or the focus is; return the ground's colour."""
        inside = self.box.adjusted(1, 1, -1, -1)
        fill = "accent_soft" if self.focused else ("surface2" if self.hovered else "")
        if fill:
            paint_box(self.painter, inside, fill, "focus" if self.focused else "", (2, 6))
        return fill or "surface"

    def words(self, text: str, box: QRectF, ink: str, size: float, flags: int = _CENTER) -> None:
        """Write words into a box, at most so much as it holds."""
        self.painter.setFont(sized_font(px(size)))
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
        font = sized_font(px(13), strong=is_today)
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
        metrics = QFontMetrics(sized_font(px(13)))
        widest = max((metrics.horizontalAdvance(word) for word in text.split()), default=0)
        flags = _WRAP | (_ANYWHERE if widest > place.width() else 0)
        cell.words(text, place, "text", 13, flags)

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
        return QFontMetrics(sized_font(px(13))).horizontalAdvance(text) + 2 if text else 0

    def _beside(self, cell: _Cell, shown: DayShown, place: QRectF) -> None:
        """Show beside the mark why a day was left out, or how many of its times were done."""
        if shown.reason is None:
            cell.words(_times(shown), place, "text", 13)
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
