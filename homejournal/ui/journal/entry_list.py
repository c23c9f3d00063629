"""The list of the Journal’s entries, and how a row of it is painted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
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

from homejournal.domain.journal.timeline import (
    JournalRow,
    TimelineEntry,
    TimelineFilter,
    difference,
    journal_row,
    place_of_record,
)
from homejournal.domain.records.family import Family
from homejournal.services.timeline import Timeline
from homejournal.texts import timeline as said
from homejournal.texts.wording import Wording
from homejournal.ui.kit.note_icons import FLAG_ICONS, PRIVATE_ICON
from homejournal.ui.theme import BODY, RADIUS, SMALL, paint_box, pixmap, px, sized_font, tokens
from homejournal.ui.widgets.wrapping_labels import Index, elided

ROW_ROLE = Qt.ItemDataRole.UserRole
ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1
FIRST_PAGE = 40
NEXT_PAGE = 200
_MOST_READ_AGAIN = 20_000


@dataclass(frozen=True, slots=True)
class Source:
    """Where rows come from, and the words and names they are told with."""

    timeline: Timeline
    family: Callable[[], Family]
    wording: Wording
    today: Callable[[], date]


class TimelineModel(QAbstractListModel):
    """Asks for a page at a time; `ask` begins anew, `ask_again` keeps place and choice."""

    def __init__(self, source: Source, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._entries: list[TimelineEntry] = []
        self._rows: dict[int, JournalRow] = {}
        self._asked: TimelineFilter | None = None
        self._more = False

    @property
    def asked(self) -> TimelineFilter | None:
        """Return what is asked for, or None before anything is."""
        return self._asked

    @property
    def entries(self) -> Sequence[TimelineEntry]:
        """Return the entries that were read so far."""
        return tuple(self._entries)

    def ask(self, asked: TimelineFilter) -> None:
        """Show the newest entries of this filter."""
        page = self._source.timeline.page_with_life(asked, limit=FIRST_PAGE)
        self._replace(page, asked, more=len(page) == FIRST_PAGE)

    def ask_again(self) -> None:
        """Read again what is shown, and change only the rows that differ."""
        if self._asked is None:
            return
        wanted = max(FIRST_PAGE, min(len(self._entries), _MOST_READ_AGAIN))
        page = self._source.timeline.page_with_life(self._asked, limit=wanted)
        self._more = len(page) == wanted
        if len(self._entries) > wanted:
            self._cut(wanted)
        self._exchange(page)

    def row_of(self, record: UUID) -> int | None:
        """Return where a record stands among the rows read so far."""
        return place_of_record(self._entries, record)

    @override
    def rowCount(self, parent: Index = QModelIndex(), /) -> int:
        return 0 if parent.isValid() else len(self._entries)

    @override
    def canFetchMore(self, parent: Index, /) -> bool:
        return self._more and not parent.isValid()

    @override
    def fetchMore(self, parent: Index, /) -> None:
        if not self._more or parent.isValid() or self._asked is None:
            return
        before = self._entries[-1].place if self._entries else None
        page = self._source.timeline.page_with_life(self._asked, before=before, limit=NEXT_PAGE)
        self._more = len(page) == NEXT_PAGE
        if not page:
            return
        first = len(self._entries)
        self.beginInsertRows(QModelIndex(), first, first + len(page) - 1)
        self._entries += page
        self.endInsertRows()

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> Any:
        if not index.isValid() or index.row() >= len(self._entries):
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return said.whole_row(self._source.wording, self.row(index.row()))
            case Qt.ItemDataRole.UserRole:
                return self.row(index.row())
            case _:
                return self._entries[index.row()] if role == ENTRY_ROLE else None

    def row(self, at: int) -> JournalRow:
        """Return what a row shows."""
        if at not in self._rows:
            entry = self._entries[at]
            begins = at == 0 or self._entries[at - 1].record.day != entry.record.day
            self._rows[at] = journal_row(self._source.family(), entry, begins_day=begins)
        return self._rows[at]

    @property
    def wording(self) -> Wording:
        """Return the words that rows are told with."""
        return self._source.wording

    def today(self) -> date:
        """Return the family's day now."""
        return self._source.today()

    def _replace(
        self, entries: list[TimelineEntry], asked: TimelineFilter | None, *, more: bool
    ) -> None:
        self.beginResetModel()
        self._entries, self._asked, self._more = entries, asked, more
        self._rows.clear()
        self.endResetModel()

    def _cut(self, length: int) -> None:
        self.beginRemoveRows(QModelIndex(), length, len(self._entries) - 1)
        del self._entries[length:]
        self.endRemoveRows()

    def _exchange(self, new: list[TimelineEntry]) -> None:
        """Put the new rows in place of those that differ; names may have changed everywhere."""
        what = difference(self._entries, new)
        self._rows.clear()
        if what.old_end > what.start:
            self.beginRemoveRows(QModelIndex(), what.start, what.old_end - 1)
            del self._entries[what.start : what.old_end]
            self.endRemoveRows()
        if what.new_end > what.start:
            self.beginInsertRows(QModelIndex(), what.start, what.new_end - 1)
            self._entries[what.start : what.start] = new[what.start : what.new_end]
            self.endInsertRows()
        if self._entries:
            self._rows.clear()
            self.dataChanged.emit(self.index(0), self.index(len(self._entries) - 1))


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
        body, small = QFontMetrics(sized_font(BODY)), QFontMetrics(sized_font(SMALL))
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
            "strong": sized_font(BODY, strong=True),
            "usual": sized_font(BODY),
            "small": sized_font(SMALL),
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
            paint_box(self.painter, box.toRectF(), "accent_soft", line, (2, RADIUS))
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
