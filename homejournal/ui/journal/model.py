"""The Journal’s entries as a Qt list, a page at a time, each day under its heading."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt
from typing_extensions import override

from homejournal.domain.journal.entry_filter import EntryFilter
from homejournal.domain.journal.timeline import (
    JournalRow,
    TimelineEntry,
    difference,
    journal_row,
    place_of_record,
    under_days,
)
from homejournal.domain.records.family import Family
from homejournal.services.timeline import Timeline
from homejournal.texts import timeline as said
from homejournal.texts.wording import Wording
from homejournal.ui.widgets.wrapping_labels import Index

ROW_ROLE = Qt.ItemDataRole.UserRole
"""A JournalRow, or the day of a heading."""
FIRST_PAGE = 24
"""A screen full: with each letter of a search they are read anew."""
NEXT_PAGE = 200
_MOST_READ_AGAIN = 20_000
_HEADING = Qt.ItemFlag.ItemNeverHasChildren


@dataclass(frozen=True, slots=True)
class Source:
    """Where rows come from, and the words and names they are told with."""

    timeline: Timeline
    family: Callable[[], Family]
    wording: Wording
    today: Callable[[], date]


class TimelineModel(QAbstractListModel):
    """`ask` begins anew, at the newest entry or that of a day; `ask_again` keeps the choice.

    What is older is read on as Qt asks for it; what is newer by `fetch_newer`.
    """

    def __init__(self, source: Source, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._entries: list[TimelineEntry] = []
        self._items: list[TimelineEntry | date] = []
        self._rows: dict[UUID, JournalRow] = {}
        self.asked: EntryFilter | None = None
        self._before: int | None = None
        self._more = False

    @property
    def entries(self) -> Sequence[TimelineEntry]:
        """Return the entries that were read so far."""
        return tuple(self._entries)

    @property
    def has_newer(self) -> bool:
        """Return whether the list begins before the newest entry."""
        return self._before is not None

    def ask(self, asked: EntryFilter, through: date | None = None) -> None:
        """Show the newest entries of this filter, or the newest through a day."""
        timeline = self._source.timeline
        before = timeline.end_of(through) if through is not None else None
        page = timeline.page_with_life(asked, before=before, limit=FIRST_PAGE)
        self.beginResetModel()
        self._entries, self._items = page, under_days(page)
        self.asked, self._before = asked, before
        self._more = len(page) == FIRST_PAGE
        self._rows.clear()
        self.endResetModel()

    def ask_again(self) -> None:
        """Read again what is shown, and change only the rows that differ."""
        if self.asked is None:
            return
        wanted = max(FIRST_PAGE, min(len(self._entries), _MOST_READ_AGAIN))
        timeline = self._source.timeline
        page = timeline.page_with_life(self.asked, before=self._before, limit=wanted)
        self._more = len(page) == wanted
        self._exchange(page)
        self._rows.clear()  # names may have changed everywhere
        if self._items:
            self.dataChanged.emit(self.index(0), self.index(len(self._items) - 1))

    def fetch_newer(self) -> int:
        """Read the entries just above the list; return how many rows came in before the others."""
        if self.asked is None or self._before is None:
            return 0
        page = self._source.timeline.newer_with_life(
            self.asked, since=self._before, limit=NEXT_PAGE
        )
        self._before = page[0].place + 1 if len(page) == NEXT_PAGE else None
        rows = len(self._items)
        self._exchange([*page, *self._entries])
        return len(self._items) - rows

    def row_of(self, record: UUID) -> int | None:
        """Return where a record stands among the rows read so far."""
        at = place_of_record(self._entries, record)
        return None if at is None else self._items.index(self._entries[at])

    def first_row(self) -> QModelIndex:
        """Return the first entry, or no index without any."""
        return self.index(1) if self._entries else QModelIndex()

    @override
    def rowCount(self, parent: Index = QModelIndex(), /) -> int:
        return 0 if parent.isValid() else len(self._items)

    @override
    def canFetchMore(self, parent: Index, /) -> bool:
        return self._more and not parent.isValid()

    @override
    def fetchMore(self, parent: Index, /) -> None:
        if not self._more or parent.isValid() or self.asked is None:
            return
        before = self._entries[-1].place if self._entries else None
        page = self._source.timeline.page_with_life(self.asked, before=before, limit=NEXT_PAGE)
        self._more = len(page) == NEXT_PAGE
        if not page:
            return
        added = under_days(page, after=self._entries[-1].record.day if self._entries else None)
        first = len(self._items)
        self.beginInsertRows(QModelIndex(), first, first + len(added) - 1)
        self._entries += page
        self._items += added
        self.endInsertRows()

    @override
    def flags(self, index: Index, /) -> Qt.ItemFlag:
        at = index.row()
        return _HEADING if index.isValid() and self.is_heading(at) else super().flags(index)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> Any:
        if not index.isValid() or index.row() >= len(self._items):
            return None
        row = self.row(index.row())
        if role == ROW_ROLE:
            return row or self._items[index.row()]
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        if row is not None:
            return said.whole_row(self._source.wording, row)
        return self.heading(index.row())

    def heading(self, at: int) -> str:
        """Return the words of a day’s heading; nothing where an entry is."""
        day = self._items[at]
        if isinstance(day, TimelineEntry):
            return ""
        return said.day_heading(self._source.wording, day, self._source.today())

    def is_heading(self, at: int) -> bool:
        """Return whether a row is a day and no entry."""
        return not isinstance(self._items[at], TimelineEntry)

    def day(self, at: int) -> date:
        """Return the day of a row, an entry or a heading."""
        item = self._items[at]
        return item.record.day if isinstance(item, TimelineEntry) else item

    def row(self, at: int) -> JournalRow | None:
        """Return what a row shows, or None where a day’s heading is."""
        entry = self._items[at]
        if not isinstance(entry, TimelineEntry):
            return None
        if entry.record.id not in self._rows:
            begins = at > 0 and not isinstance(self._items[at - 1], TimelineEntry)
            row = journal_row(self._source.family(), entry, begins_day=begins)
            self._rows[entry.record.id] = row
        return self._rows[entry.record.id]

    @property
    def wording(self) -> Wording:
        return self._source.wording

    def _exchange(self, page: list[TimelineEntry]) -> None:
        """Put the new rows in place of those that differ."""
        new = under_days(page)
        what = difference(self._items, new)
        self._entries = page
        self._rows.clear()
        if what.old_end > what.start:
            self.beginRemoveRows(QModelIndex(), what.start, what.old_end - 1)
            del self._items[what.start : what.old_end]
            self.endRemoveRows()
        if what.new_end > what.start:
            self.beginInsertRows(QModelIndex(), what.start, what.new_end - 1)
            self._items[what.start : what.start] = new[what.start : what.new_end]
            self.endInsertRows()
