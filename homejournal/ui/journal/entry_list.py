"""The list of the Journal’s entries, and how a row of it is painted."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from homejournal.domain.journal.timeline import JournalRow
from homejournal.texts import timeline as said
from homejournal.ui.kit.note_icons import FLAG_ICONS, PRIVATE_ICON
from homejournal.ui.models.model_index import Index
from homejournal.ui.models.timeline import ROW_ROLE, TimelineModel
from homejournal.ui.theme import paint_box, pixmap, px, sized_font, tokens
from homejournal.ui.widgets.wrapping_labels import elided

_State = QStyle.StateFlag
_NOTE_LETTERS = 400
_WORDED_FROM = 430
_DAYS, _NARROW, _DAYS_IN_NARROW = 92, 300, 68
_TWICE_BELOW = 420
"""In a list narrower than this, what has one line elsewhere has two."""


class JournalDelegate(QStyledItemDelegate):
    """Every row is equally high, so a list of a hundred thousand rows need not be measured."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index, /) -> QSize:
        body, small = QFontMetrics(sized_font(px(15))), QFontMetrics(sized_font(px(13)))
        # The list's width: before it is laid out, no row knows its own.
        high = lines_in(option.widget.width()) * (body.height() + small.height())
        return QSize(px(200), high + px(22))

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
        /,
    ) -> None:
        row, model = index.data(ROW_ROLE), index.model()
        if not isinstance(row, JournalRow) or not isinstance(model, TimelineModel):
            return
        painter.save()
        painter.setClipRect(option.rect)
        _Row(painter, option, model).paint(row)
        painter.restore()


def lines_in(width: int) -> int:
    """Return how many lines both parts of a row have in a list so wide, in pixels."""
    return 2 if width < px(_TWICE_BELOW) else 1


class _Row:
    """One row while it is painted; all places are mirrored for right-to-left reading."""

    def __init__(
        self, painter: QPainter, option: QStyleOptionViewItem, model: TimelineModel
    ) -> None:
        self.painter, self.option, self.model = painter, option, model
        self.rect: QRect = option.rect
        self.lines = lines_in(option.widget.width())
        self.chosen = bool(option.state & _State.State_Selected)
        self.fonts = {
            "strong": sized_font(px(15), strong=True),
            "usual": sized_font(px(15)),
            "small": sized_font(px(13)),
        }
        self.metrics = {name: QFontMetrics(font) for name, font in self.fonts.items()}

    def paint(self, row: JournalRow) -> None:
        wording = self.model.wording
        self._ground(row)
        days = px(_DAYS if self.rect.width() > px(_NARROW) else _DAYS_IN_NARROW)
        if row.begins_day:
            weekday, day = said.day_of_row(wording, row.day, self.model.today())
            self._text(weekday, (px(12), days - px(6)), self._top(0), "strong")
            self._text(day, (px(12), days - px(16)), self._top(1), "small")
        left = px(12) + days
        width = self.rect.width() - left - px(12)
        first = width - self._signs(row, left + width)
        told = self._headline(row, left, max(px(40), first))
        note = " ".join(said.note_text(row)[:_NOTE_LETTERS].split())
        who, later = said.who(wording, row), said.later(wording, row)
        second = wording.line_of((told, who, later, wording.own(note)))
        self._wrapped(second, (left, width), self._top(self.lines), "small")

    def _signs(self, row: JournalRow, right: int) -> int:
        """Paint what the notes are for from the right; return the room it took."""
        worded = self.rect.width() > px(_WORDED_FROM)
        at = right
        words = said.signs(self.model.wording, row)
        for name, word in reversed(list(zip(_icons(row), words, strict=True))):
            if worded:
                room = self.metrics["small"].horizontalAdvance(word) + 2
                at -= room
                self._text(word, (at, room), self._top(0), "small")
            at -= px(22)
            self._icon(name, at)
            at -= px(8)
        return right - at + px(4)

    def _headline(self, row: JournalRow, left: int, width: int) -> str:
        """Paint the headline; return the rest that had no room."""
        wording = self.model.wording
        what, written = said.about(wording, row), said.written(wording, row)
        if self.lines > 1:
            if self._wrapped(what, (left, width), self._top(0), "strong") > 1:
                return written
            self._text(written, (left, width), self._top(1), "usual")
            return ""
        tail = f" · {written}" if written else ""
        room = max(px(60), width - self.metrics["usual"].horizontalAdvance(tail) - 1)
        used = min(room, self.metrics["strong"].horizontalAdvance(what) + 1)
        self._text(what, (left, used), self._top(0), "strong")
        self._text(tail, (left + used, width - used), self._top(0), "usual")
        return ""

    def _ground(self, row: JournalRow) -> None:
        if self.chosen:
            box = self.rect.adjusted(px(4), 2, -px(4), -2)
            focused = bool(self.option.state & _State.State_HasFocus)
            line = "focus" if focused else "accent"
            paint_box(self.painter, box.toRectF(), "accent_soft", line, (2, 8))
        if row.begins_day:
            self.painter.setPen(QColor(tokens().line))
            top = self.rect.top()
            self.painter.drawLine(self.rect.left(), top, self.rect.right(), top)

    def _top(self, line: int) -> int:
        """Return where a line begins; those after the headline stand a little apart."""
        return px(10 if line < self.lines else 12) + line * self.metrics["strong"].height()

    def _wrapped(self, text: str, span: tuple[int, int], top: int, font: str) -> int:
        """Paint a text over as many lines as a part of the row has; return how many it took."""
        lines = broken(text, self.fonts[font], span[1], self.lines)
        for at, line in enumerate(lines):
            self._text(line, span, top + at * self.metrics[font].height(), font)
        return len(lines)

    def _text(self, text: str, span: tuple[int, int], top: int, font: str) -> None:
        left, width = span
        height = self.metrics["strong"].height()
        box = QRect(self.rect.left() + left, self.rect.top() + top, width, height)
        self.painter.setFont(self.fonts[font])
        self.painter.setPen(QColor(tokens().colour("muted" if font == "small" else "text")))
        shown = self.metrics[font].elidedText(text, Qt.TextElideMode.ElideRight, width)
        if font == "strong":  # what tells a strategy from another one like it stays
            shown = elided(self.metrics[font], text, width)
        self.painter.drawText(self._mirrored(box), int(self._side()), shown)

    def _side(self) -> Qt.AlignmentFlag:
        rtl = self.option.direction == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter

    def _icon(self, name: str, left: int) -> None:
        box = QRect(self.rect.left() + left, self.rect.top() + px(12), px(18), px(18))
        picture = pixmap(name, "muted", 18)
        self.painter.drawPixmap(QPoint(self._mirrored(box).topLeft()), picture)

    def _mirrored(self, box: QRect) -> QRect:
        return QStyle.visualRect(self.option.direction, self.rect, box)


def broken(text: str, font: QFont, width: int, most: int) -> list[str]:
    """Break a text into at most so many lines; the last one has all the rest."""
    anywhere = QTextOption()
    anywhere.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    lines: list[str] = []
    rest = text
    while len(lines) < most - 1 and rest:
        layout = QTextLayout(rest, font)
        layout.setTextOption(anywhere)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(width)
        layout.endLayout()
        units = rest.encode("utf-16-le")  # as Qt counts letters
        end = line.textLength() * 2
        lines.append(units[:end].decode("utf-16-le").rstrip())
        rest = units[end:].decode("utf-16-le")
    return [*lines, rest] if rest else lines


def _icons(row: JournalRow) -> tuple[str, ...]:
    private = (PRIVATE_ICON,) if row.private else ()
    return (*(FLAG_ICONS[flag] for flag in row.flags), *private)


class JournalList(QListView):
    """`reached` comes when another row becomes current, `opened` with Enter or a click."""

    reached = Signal()
    opened = Signal()
    delete_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = 0
        self.setItemDelegate(JournalDelegate(self))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAutoFillBackground(True)
        self.clicked.connect(self.opened)

    @override
    def currentChanged(self, current: Index, previous: Index, /) -> None:
        super().currentChanged(current, previous)
        self.reached.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        lines = lines_in(self.width())
        if lines != self._lines:
            self._lines = lines
            self.scheduleDelayedItemsLayout()

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.scheduleDelayedItemsLayout()
