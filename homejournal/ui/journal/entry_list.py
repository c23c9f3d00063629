"""The list of the Journal’s entries, and how a row of it is painted."""

from datetime import date
from enum import Enum

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, QSize, Qt, Signal
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
from PySide6.QtWidgets import QAbstractItemView as View
from typing_extensions import override

from homejournal.domain.journal.timeline import JournalRow
from homejournal.domain.records.practices import DayMark, MarkKind, Practice
from homejournal.domain.records.rating_scales import RatingKind, levels_of
from homejournal.texts import timeline as said
from homejournal.texts.day_page import capitalized
from homejournal.ui.day_rows.rating.answers import FILLS
from homejournal.ui.journal.model import ROW_ROLE, TimelineModel
from homejournal.ui.kit.written_notes import FLAG_ICONS, PRIVATE_ICON
from homejournal.ui.theme import (
    BODY,
    RADIUS,
    SMALL,
    paint_box,
    pixmap,
    px,
    set_look,
    sized_font,
    tokens,
)
from homejournal.ui.widgets.wrapping_labels import Index, elided


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


_State = QStyle.StateFlag
_NOTE_LETTERS = 400
_SIDE = 12
_MOST_PILL, _LEAST_NOTE, _MOST_WHO = 150, 60, 120
_PILL_FROM = 0.42
"""Where in a line the answers stand: under one another, so that they are seen at a glance."""


class RowForm(Enum):
    """How a row is laid out, by the width of the list: how many lines it has for what."""

    ONE_LINE = 1
    STACKED = 2
    """The strategy with the answer at the end of its line; the rest under it."""
    NARROW = 3
    """The strategy in two lines, the answer and the rest in two more."""


def form_in(width: int) -> RowForm:
    """Return the form of the rows in a list so wide, in pixels."""
    if width >= px(430):
        return RowForm.ONE_LINE
    return RowForm.STACKED if width >= px(340) else RowForm.NARROW


def fill_of(row: JournalRow) -> str:
    """Return the color of an answer on Today, or nothing for what has none of its own."""
    record = row.record
    if isinstance(record, DayMark):
        return "answer_no" if record.mark is MarkKind.NOT_TODAY else ""
    kind = record.rating_kind if isinstance(record, Practice) else None
    if isinstance(record, Practice) and kind in {RatingKind.HELP, RatingKind.WENT}:
        levels = tuple(levels_of(kind))
        return FILLS[kind][levels.index(record.rating)] if record.rating in levels else ""
    return ""


class JournalDelegate(QStyledItemDelegate):
    """Every row is equally high, so a list of a hundred thousand rows need not be measured.

    Only in the narrowest list, whose rows have four lines, is a heading less high than they are.
    """

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index, /) -> QSize:
        # The list's width: before it is laid out, no row knows its own.
        form, model = form_in(option.widget.width()), index.model()
        high = row_height(form)
        if form is RowForm.NARROW and isinstance(model, TimelineModel):
            high = _heading_height() if model.is_heading(index.row()) else high
        return QSize(px(200), high)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        row, model = index.data(ROW_ROLE), index.model()
        if not isinstance(model, TimelineModel):
            return
        painter.save()
        painter.setClipRect(option.rect)
        line = _Row(painter, option, model)
        if isinstance(row, JournalRow):
            line.paint(row)
        elif isinstance(row, date):
            line.paint_heading(model.heading(index.row()))
        painter.restore()


def row_height(form: RowForm) -> int:
    """Return how high each row of a form is."""
    body, small = QFontMetrics(sized_font(BODY)), QFontMetrics(sized_font(SMALL))
    if form is RowForm.ONE_LINE:
        return max(px(40), body.height() + px(14))
    if form is RowForm.STACKED:
        return max(body.height(), small.height() + px(6)) + small.height() + px(16)
    return 2 * body.height() + 2 * small.height() + px(28)


def _heading_height() -> int:
    return QFontMetrics(sized_font(SMALL, strong=True)).height() + px(18)


class _Row:
    """One row while it is painted; all places are mirrored for right-to-left reading."""

    def __init__(
        self, painter: QPainter, option: QStyleOptionViewItem, model: TimelineModel
    ) -> None:
        self.painter, self.option, self.wording = painter, option, model.wording
        self.rect: QRect = option.rect
        self.form = form_in(option.widget.width())
        self.fonts = {
            "strong": sized_font(BODY, strong=True),
            "small": sized_font(SMALL),
            "day": sized_font(SMALL, strong=True),
        }
        self.metrics = {name: QFontMetrics(font) for name, font in self.fonts.items()}

    def paint_heading(self, words: str) -> None:
        """Paint a day at the foot of its row, over a line."""
        high = self.metrics["day"].height()
        box = QRect(px(_SIDE), self.rect.height() - high - px(5), self._wide, high)
        self._words(words, box, "day", "muted")
        self.painter.setPen(QColor(tokens().line))
        line = self._mirrored(self.rect.adjusted(px(_SIDE), 0, 0, 0))
        self.painter.drawLine(line.bottomLeft(), line.bottomRight())

    def paint(self, row: JournalRow) -> None:
        self._ground()
        {
            RowForm.ONE_LINE: self._in_one_line,
            RowForm.STACKED: self._stacked,
            RowForm.NARROW: self._narrow,
        }[self.form](row)

    @property
    def _wide(self) -> int:
        return self.rect.width() - 2 * px(_SIDE)

    def _in_one_line(self, row: JournalRow) -> None:
        high, left = self.rect.height(), px(_SIDE)
        pill_at = left + round(self._wide * _PILL_FROM)
        self._name_and_place(row, QRect(left, 0, pill_at - left - px(12), high))
        right = left + self._wide
        who = said.by(self.wording, row)
        room = min(px(_MOST_WHO), self.metrics["small"].horizontalAdvance(who) + 2) if who else 0
        self._words(who, QRect(right - room, 0, room, high), "small", "muted", at_end=True)
        right -= room + px(12) if who else 0
        signs = self._signs(row, right, QRect(0, 0, 0, high))
        right -= signs + px(6) if signs else 0
        note_at = pill_at + self._pill(row, QRect(pill_at, 0, px(_MOST_PILL), high))
        if right - note_at > px(_LEAST_NOTE):
            note = self._note(row)
            self._words(note, QRect(note_at, 0, right - note_at, high), "small", "text")

    def _name_and_place(self, row: JournalRow, box: QRect) -> None:
        """Paint the strategy with its time of the day, and where it was where there is room."""
        name, where = said.about(self.wording, row), capitalized(said.where(self.wording, row))
        slot, wide = said.slot(self.wording, row), self.metrics["small"].horizontalAdvance
        gap, least = px(10), px(_LEAST_NOTE)
        kept = min(box.width() // 2, wide(slot) + gap + 2) if slot else 0
        used = min(box.width() - kept, self.metrics["strong"].horizontalAdvance(name) + 2)
        self._words(name, QRect(box.left(), 0, used, box.height()), "strong", "text")
        room = QRect(box.left() + used + gap, 0, box.width() - used - gap, box.height())
        if slot and room.width() < wide(where):
            self._words(slot, room, "small", "muted")
        elif room.width() > least or slot:
            self._words(where, room, "small", "muted")

    def _stacked(self, row: JournalRow) -> None:
        high = max(self.metrics["strong"].height(), self.metrics["small"].height() + px(6))
        top, left = px(8), px(_SIDE)
        right = left + self._wide
        right -= self._signs(row, right, QRect(0, top, 0, high))
        pill = self._pill_width(row)
        if pill:
            self._pill(row, QRect(right - pill, top, pill, high))
            right -= pill + px(8)
        self._words(
            said.about(self.wording, row), QRect(left, top, right - left, high), "strong", "text"
        )
        below = QRect(left, top + high, self._wide, self.metrics["small"].height())
        self._words(self._rest(row), below, "small", "muted")

    def _narrow(self, row: JournalRow) -> None:
        left, top, high = px(_SIDE), px(8), self.metrics["strong"].height()
        lines = broken(said.about(self.wording, row), self.fonts["strong"], self._wide, 2)
        for at, line in enumerate(lines):
            box = QRect(left, top + at * high, self._wide, high)
            self._words(line, box, "strong", "text")
        top += high * len(lines)
        small = self.metrics["small"].height()
        middle = QRect(left, top, self._wide, small + px(8))
        used = self._pill(row, middle)
        signs = self._signs(row, left + self._wide, middle)
        who = QRect(left + used, top, self._wide - used - signs, middle.height())
        self._words(said.by(self.wording, row), who, "small", "muted")
        below = QRect(left, middle.bottom() + 1, self._wide, small)
        note = self._note(row)
        where = said.slot(self.wording, row) if note else said.where(self.wording, row)
        self._words(self.wording.line_of((capitalized(where), note)), below, "small", "muted")

    def _rest(self, row: JournalRow) -> str:
        wording = self.wording
        who, later = said.who(wording, row), said.later(wording, row)
        return wording.line_of((who, later, self._note(row)))

    def _note(self, row: JournalRow) -> str:
        text = said.note_text(self.wording, row)[:_NOTE_LETTERS]
        return self.wording.own(" ".join(text.split()))

    def _signs(self, row: JournalRow, right: int, box: QRect) -> int:
        """Paint what the notes are for, ending at the right; return the room it took."""
        at = right
        for name in reversed(_icons(row)):
            at -= px(24)
            icon = QRect(at, box.top() + (box.height() - px(18)) // 2, px(18), px(18))
            self._icon(name, icon)
        return right - at

    def _pill_width(self, row: JournalRow) -> int:
        words = capitalized(said.written(self.wording, row))
        if not words:
            return 0
        return min(px(_MOST_PILL), self.metrics["small"].horizontalAdvance(words) + px(20))

    def _pill(self, row: JournalRow, box: QRect) -> int:
        """Paint the answer in its color; return the room it took, with some air."""
        width, fill = self._pill_width(row), fill_of(row)
        if not width:
            return 0
        high = min(box.height(), self.metrics["small"].height() + px(6))
        pill = QRect(box.left(), box.top() + (box.height() - high) // 2, width, high)
        shown = self._mirrored(self._moved(pill))
        paint_box(
            self.painter, shown.toRectF(), fill or "surface2", "" if fill else "line", (1, high / 2)
        )
        words = capitalized(said.written(self.wording, row))
        room = pill.adjusted(px(9), 0, -px(9), 0)
        self._words(words, room, "small", f"on_{fill}" if fill else "text")
        return width + px(12)

    def _ground(self) -> None:
        focused = bool(self.option.state & _State.State_HasFocus)
        if not (focused or self.option.state & _State.State_Selected):
            return
        box = self.rect.adjusted(px(4), 1, -px(4), -1)
        line = "focus" if focused else "accent"
        paint_box(self.painter, box.toRectF(), "accent_soft", line, (2, RADIUS))

    def _words(self, text: str, box: QRect, font: str, ink: str, *, at_end: bool = False) -> None:
        self.painter.setFont(self.fonts[font])
        self.painter.setPen(QColor(tokens().colour(ink)))
        shown = self.metrics[font].elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        if font == "strong":  # what tells a strategy from another one like it stays
            shown = elided(self.metrics[font], text, box.width())
        self.painter.drawText(self._mirrored(self._moved(box)), int(self._side(at_end)), shown)

    def _side(self, at_end: bool) -> Qt.AlignmentFlag:  # noqa: FBT001 - one of two sides
        rtl = self.option.direction == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if rtl != at_end else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter

    def _icon(self, name: str, box: QRect) -> None:
        place = self._mirrored(self._moved(box)).topLeft()
        self.painter.drawPixmap(QPoint(place), pixmap(name, "muted", 18))

    def _moved(self, box: QRect) -> QRect:
        return box.translated(self.rect.topLeft())

    def _mirrored(self, box: QRect) -> QRect:
        return QStyle.visualRect(self.option.direction, self.rect, box)


def _icons(row: JournalRow) -> tuple[str, ...]:
    private = (PRIVATE_ICON,) if row.private else ()
    return (*(FLAG_ICONS[flag] for flag in row.flags), *private)


class JournalList(QListView):
    """`opened` comes with Enter or a click, `newer_wanted` at the upper end."""

    reached = Signal()
    """Another row became current."""
    opened = Signal()
    newer_wanted = Signal()
    newest_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form: RowForm | None = None
        set_look(self, "rows")
        self.setItemDelegate(JournalDelegate(self))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAutoFillBackground(True)
        self.clicked.connect(self._on_clicked)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def keep_in_sight(self, rows_above: int) -> None:
        """Show the same rows as before so many came in above them."""
        self.doItemsLayout()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + sum(map(self.sizeHintForRow, range(rows_above))))

    @override
    def currentChanged(self, current: Index, previous: Index, /) -> None:
        super().currentChanged(current, previous)
        self.reached.emit()

    @override
    def moveCursor(
        self, action: "View.CursorAction", modifiers: Qt.KeyboardModifier, /
    ) -> QModelIndex:
        model = self.model()
        if isinstance(model, TimelineModel):
            at_top = self.currentIndex().row() <= 1
            if action == QAbstractItemView.CursorAction.MoveHome:
                self.newest_wanted.emit()
                return model.first_row()
            if at_top and action == QAbstractItemView.CursorAction.MoveUp:
                self.newer_wanted.emit()
        return super().moveCursor(action, modifiers)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _on_clicked(self, index: Index) -> None:
        if index.flags() & Qt.ItemFlag.ItemIsEnabled:
            self.opened.emit()

    def _on_scrolled(self, value: int) -> None:
        if value == self.verticalScrollBar().minimum():
            self.newer_wanted.emit()

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        form = form_in(self.width())
        if form is not self._form:
            self._form = form
            self.setUniformItemSizes(form is not RowForm.NARROW)
            self.scheduleDelayedItemsLayout()

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.scheduleDelayedItemsLayout()
