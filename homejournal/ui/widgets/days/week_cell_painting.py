"""How a box of a week looks: what is typed, whether it is planned, and that a note hangs on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from homejournal.ui.models.week_grid import CELL_ROLE
from homejournal.ui.theme import paint_box, paint_ground, px, sized_font, tokens

if TYPE_CHECKING:
    from homejournal.domain.week_grid.grid import WeekCell
    from homejournal.ui.models.model_index import Index

_State = QStyle.StateFlag
_LETTERS, _EDGE, _CORNER = 17, 4, 9
_MIDDLE = Qt.AlignmentFlag.AlignCenter


class WeekCells(QStyledItemDelegate):
    """White boxes are planned, as on paper; a corner says that a note hangs on what is in it."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        cell = cast("WeekCell", index.data(CELL_ROLE))
        box = QRectF(option.rect)
        painter.save()
        paint_ground(painter, option.rect, _ground(cell, option))
        painter.setPen(QPen(QColor(tokens().line), 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.drawLine(option.rect.topRight(), option.rect.bottomRight())
        self._write(painter, box, str(index.data()), strong=bool(cell.practices))
        if cell.notes:
            _paint_corner(painter, box, mirrored=option.direction == Qt.LayoutDirection.RightToLeft)
        if option.state & _State.State_HasFocus:
            paint_box(painter, box.adjusted(1, 1, -1, -1), "", "focus", (px(2), 6))
        painter.restore()

    def _write(self, painter: QPainter, box: QRectF, text: str, *, strong: bool) -> None:
        font = sized_font(px(_LETTERS), strong=strong)
        painter.setFont(font)
        painter.setPen(QColor(tokens().text))
        room = box.adjusted(px(_EDGE), 0, -px(_EDGE), 0)
        shown = painter.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, _MIDDLE, shown)


def _ground(cell: WeekCell, option: QStyleOptionViewItem) -> str:
    if option.state & (_State.State_Selected | _State.State_HasFocus):
        return "accent_soft"
    return "surface" if cell.planned and not cell.later else "surface2"


def _paint_corner(painter: QPainter, box: QRectF, *, mirrored: bool) -> None:
    side = px(_CORNER)
    corner = box.topLeft() if mirrored else QPointF(box.right(), box.top())
    inward = side if mirrored else -side
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens().accent))
    painter.drawPolygon(QPolygonF([corner, corner + QPointF(inward, 0), corner + QPointF(0, side)]))
