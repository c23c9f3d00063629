"""Days as a Qt table: a month or a week of one strategy, or a row of days for each strategy."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    Qt,
)
from typing_extensions import override

from homejournal.ui.widgets.wrapping_labels import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping, Sequence

    from homejournal.domain.looking_back.look_back_values import DayShown
    from homejournal.ui.widgets.wrapping_labels import Index

DAY_ROLE = Qt.ItemDataRole.UserRole
"""The date of a cell, also of one without a state."""
SHOWN_ROLE = Qt.ItemDataRole.UserRole + 1
"""The DayShown of a cell, or None where the day is not shown."""
_Role = Qt.ItemDataRole
_WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class DayRow:
    """A strategy, or anything else with a name, and its days; `id` comes back with a choice."""

    id: Hashable
    name: str
    days: Mapping[date, DayShown] = field(default_factory=dict)


class WeeksModel(QAbstractTableModel):
    """Seven columns and a row for each week; only days inside the period can be gone to."""

    def __init__(
        self,
        weekday: Callable[[date], str],
        spoken: Callable[[DayShown], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._weekday, self._spoken = weekday, spoken
        self._days: Mapping[date, DayShown] = {}
        self._first, self._weeks = date(2000, 1, 3), 0
        self._inside = (self._first, self._first)

    def show_days(
        self, days: Mapping[date, DayShown], first: date, weeks: int, inside: tuple[date, date]
    ) -> None:
        """Show weeks from `first` on; days before or after the two of `inside` show no state."""
        self.beginResetModel()
        self._days, self._first, self._weeks, self._inside = days, first, weeks, inside
        self.endResetModel()

    def day_at(self, row: int, column: int) -> date:
        """Return the day of a cell."""
        return date.fromordinal(self._first.toordinal() + _WEEK * row + column)

    def index_of(self, day: date) -> QModelIndex:
        """Return the cell of a day; an invalid one where the day is not among those shown."""
        row, column = divmod(day.toordinal() - self._first.toordinal(), _WEEK)
        return self.index(row, column)

    def shown_at(self, index: Index) -> DayShown | None:
        """Return the day that a cell shows, or None if it shows none."""
        day = self.day_at(index.row(), index.column())
        start, end = self._inside
        return self._days.get(day) if start <= day <= end else None

    @override
    def rowCount(self, parent: Index = QModelIndex(), /) -> int:
        return 0 if parent.isValid() else self._weeks

    @override
    def columnCount(self, parent: Index = QModelIndex(), /) -> int:
        return 0 if parent.isValid() else _WEEK

    @override
    def flags(self, index: Index, /) -> Qt.ItemFlag:
        start, end = self._inside
        if not index.isValid() or not start <= self.day_at(index.row(), index.column()) <= end:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    @override
    def data(self, index: Index, role: int = _Role.DisplayRole, /) -> Any:
        if not index.isValid():
            return None
        day, shown = self.day_at(index.row(), index.column()), self.shown_at(index)
        if role == DAY_ROLE:
            return day
        if role == SHOWN_ROLE:
            return shown
        if role == _Role.DisplayRole:
            return str(day.day)
        if role == _Role.AccessibleTextRole:
            return self._spoken(shown) if shown is not None else f"{self._weekday(day)} {day.day}"
        return plain(self._spoken(shown)) if shown and role == _Role.ToolTipRole else None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole, /
    ) -> Any:
        across = orientation == Qt.Orientation.Horizontal and 0 <= section < _WEEK
        if across and role == _Role.DisplayRole:
            return self._weekday(self.day_at(0, section))
        return None


class DayRowsModel(QAbstractTableModel):
    """A row for each strategy and a column for each day."""

    def __init__(
        self,
        column: Callable[[date], str],
        spoken: Callable[[str, DayShown], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._column, self._spoken = column, spoken
        self._rows: Sequence[DayRow] = ()
        self._days: Sequence[date] = ()

    def show_rows(self, rows: Sequence[DayRow], days: Sequence[date]) -> None:
        self.beginResetModel()
        self._rows, self._days = rows, days
        self.endResetModel()

    def row_at(self, row: int) -> DayRow:
        """Return what stands in a row."""
        return self._rows[row]

    def place_of(self, row_id: Hashable, day: date) -> QModelIndex:
        """Return the cell of a row and a day; an invalid one where either is not shown."""
        rows = [place for place, row in enumerate(self._rows) if row.id == row_id]
        columns = [place for place, shown in enumerate(self._days) if shown == day]
        return self.index(rows[0], columns[0]) if rows and columns else QModelIndex()

    @override
    def rowCount(self, parent: Index = QModelIndex(), /) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex(), /) -> int:
        return 0 if parent.isValid() else len(self._days)

    @override
    def data(self, index: Index, role: int = _Role.DisplayRole, /) -> Any:
        if not index.isValid():
            return None
        row, day = self._rows[index.row()], self._days[index.column()]
        if role == DAY_ROLE:
            return day
        shown = row.days.get(day)
        if shown is None and role == _Role.AccessibleTextRole:
            return f"{row.name} · {self._column(day)}"  # a day that is not counted yet
        if role == SHOWN_ROLE or shown is None:
            return shown
        if role in {_Role.DisplayRole, _Role.AccessibleTextRole, _Role.ToolTipRole}:
            spoken = self._spoken(row.name, shown)
            return plain(spoken) if role == _Role.ToolTipRole else spoken
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole, /
    ) -> Any:
        across = orientation == Qt.Orientation.Horizontal
        if not 0 <= section < len(self._days if across else self._rows):
            return None
        if across:
            return self._column(self._days[section]) if role == _Role.DisplayRole else None
        name = self._rows[section].name
        if role == _Role.ToolTipRole:
            return plain(name)
        return name if role == _Role.DisplayRole else None
