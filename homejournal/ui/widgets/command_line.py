"""How one line of a list of commands is painted: its words, its keys, and what it belongs to."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from homejournal.ui.models.index import Index
from homejournal.ui.theme import paint_box, px, sized_font, tokens

COMMAND_ROLE = Qt.ItemDataRole.UserRole + 1
_ROOM_FOR_KEYS = 0.45
"""The largest part of a line's width that its keys take."""


@dataclass(frozen=True, slots=True)
class CommandShown:
    """What a line shows; `note` stands small under the words, `faint` says that it is not to do."""

    words: str
    keys: str
    note: str
    faint: bool


class CommandDelegate(QStyledItemDelegate):
    """All lines are equally high; words that do not fit end in dots and are whole when spoken."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index, /) -> QSize:
        body, small = QFontMetrics(sized_font(px(15))), QFontMetrics(sized_font(px(13)))
        return QSize(px(160), body.height() + small.height() + px(14))

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
        /,
    ) -> None:
        shown = index.data(COMMAND_ROLE)
        if not isinstance(shown, CommandShown):
            return
        painter.save()
        rect: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
            box = rect.adjusted(2, 1, -2, -1).toRectF()
            paint_box(painter, box, "accent_soft", "focus" if focused else "accent", (2, 8))
        inside = rect.adjusted(px(12), px(6), -px(12), -px(6))
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        _paint_line(painter, shown, inside, mirrored=mirrored)
        painter.restore()


def _paint_line(painter: QPainter, shown: CommandShown, rect: QRect, *, mirrored: bool) -> None:
    usual, small = sized_font(px(15)), sized_font(px(13))
    high = QFontMetrics(usual).height()
    keys = min(
        QFontMetrics(usual).horizontalAdvance(shown.keys), int(rect.width() * _ROOM_FOR_KEYS)
    )
    room = rect.width() - keys - px(12)
    ink = "muted" if shown.faint else "text"
    first = QRect(rect.left(), rect.top(), rect.width(), high)
    second = QRect(rect.left(), rect.top() + high, rect.width(), rect.height() - high)
    at_start = QRect(first.left(), first.top(), room, high)
    at_end = QRect(first.right() - keys, first.top(), keys + 1, high)
    if mirrored:
        at_start.moveRight(first.right())
        at_end.moveLeft(first.left())
    _paint_text(painter, (shown.words, usual, ink), at_start, mirrored=mirrored)
    _paint_text(painter, (shown.keys, usual, "muted"), at_end, mirrored=not mirrored)
    _paint_text(painter, (shown.note, small, "muted"), second, mirrored=mirrored)


def _paint_text(
    painter: QPainter, said: tuple[str, QFont, str], rect: QRect, *, mirrored: bool
) -> None:
    words, font, ink = said
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    painter.setFont(font)
    painter.setPen(QColor(tokens().colour(ink)))
    shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    where = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(rect, int(where), shown)
