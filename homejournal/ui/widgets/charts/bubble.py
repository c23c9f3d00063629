"""The bubble with the words of a mark, painted over a chart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter

from homejournal.ui.theme import paint_box, px, sized_font, tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

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
    font, side = sized_font(px(13)), px(9)
    most = round(min(px(_WIDEST), room.width() - 2 * side - 4))
    flags = _flags(font, text, most)
    needed = QFontMetrics(font).boundingRect(QRect(0, 0, max(1, most), 10_000), flags, text)
    width = needed.width() + 2 + 2 * side
    height = min(needed.height() + 2 * px(6), room.height() - 4)
    bubble = _place(QRectF(0, 0, width, height), mark, room)
    painter.save()
    paint_box(painter, bubble, "surface", "control", (tokens().border, 8))
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
