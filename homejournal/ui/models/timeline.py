"""The journal's timeline as a Qt list that reads on as one scrolls."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt
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
from homejournal.services.journal.timeline import Timeline
from homejournal.texts import timeline as said
from homejournal.texts.wording import Wording
from homejournal.ui.models.model_index import Index

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
