"""A week to type in as a Qt table: a row for each time of the plan, or one for each day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from typing_extensions import override

from homejournal.domain.today.week_grid import CellPlace, WeekCell, WeekGrid, WeekRow
from homejournal.texts import week_grid as said
from homejournal.texts.day_page import capitalized
from homejournal.ui.widgets.wrapping_labels import Index, plain

if TYPE_CHECKING:
    from datetime import date

    from homejournal.texts.wording import Wording

_Role = Qt.ItemDataRole
CELL_ROLE = int(_Role.UserRole)
_SPOKEN = {_Role.AccessibleTextRole, _Role.ToolTipRole}
_NAMED = {_Role.DisplayRole, *_SPOKEN}


class GridModel(QAbstractTableModel):
    """A table of which the days may be the rows."""

    @property
    def turned(self) -> bool:
        """Whether the days are rows."""
        return False


class WeekGridModel(GridModel):
    """Shows a grid; `turned` puts the days down and the strategies across."""

    def __init__(self, wording: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self.grid: WeekGrid | None = None
        self._turned = False

    @property
    @override
    def turned(self) -> bool:
        return self._turned

    def show_grid(self, grid: WeekGrid, *, turned: bool) -> None:
        """Show a week; where only what stands in its cells changed, the focus stays."""
        before = (self._shape(), self._turned)
        if before == (_shape(grid), turned):
            self.grid = grid
            if grid.rows:
                last = self.index(self.rowCount() - 1, self.columnCount() - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.grid, self._turned = grid, turned
        self.endResetModel()

    def cell(self, index: Index) -> WeekCell:
        """Return the cell at an index that is valid."""
        return self.row_of(index).cells[self._day_at(index)]

    def row_of(self, index: Index) -> WeekRow:
        """Return the row of the week that a valid index stands in, whichever way it is turned."""
        grid = cast("WeekGrid", self.grid)
        return grid.rows[index.column() if self._turned else index.row()]

    def index_of(self, place: CellPlace) -> QModelIndex:
        """Return where a cell stands; an index that is not valid where it does not."""
        if self.grid is None or self.grid.cell(place) is None:
            return QModelIndex()
        row = next(n for n, shown in enumerate(self.grid.rows) if shown.key == place.row)
        day = (place.day - self.grid.period.start).days
        return self.index(day, row) if self._turned else self.index(row, day)

    def _day_at(self, index: Index) -> int:
        return index.row() if self._turned else index.column()

    def _shape(self) -> object:
        return _shape(self.grid) if self.grid else None

    @override
    def rowCount(self, parent: Index = QModelIndex(), /) -> int:
        return 0 if parent.isValid() else len(self._heads(Qt.Orientation.Vertical))

    @override
    def columnCount(self, parent: Index = QModelIndex(), /) -> int:
        return 0 if parent.isValid() else len(self._heads(Qt.Orientation.Horizontal))

    @override
    def data(self, index: Index, role: int = _Role.DisplayRole, /) -> Any:
        if not index.isValid():
            return None
        cell = self.cell(index)
        if role == CELL_ROLE:
            return cell
        if role == _Role.DisplayRole:
            return said.cell_shown(self._wording, cell)
        if role == _Role.AccessibleTextRole:
            # Of which row and column it is, a reader tells by their heads, where that is new.
            return said.what_stands(self._wording, cell)
        if role == _Role.ToolTipRole:
            words = said.cell_said(self._wording, self.row_of(index), cell)
            return plain(words)
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole, /
    ) -> Any:
        heads = self._heads(orientation)
        if not 0 <= section < len(heads):
            return None
        head = heads[section]
        if isinstance(head, WeekRow):
            name = said.row_name(self._wording, head)
            return plain(name) if role == _Role.ToolTipRole else name if role in _NAMED else None
        if role == _Role.DisplayRole:
            between = "\n" if orientation == Qt.Orientation.Horizontal else " "
            weekday = capitalized(self._wording.short_weekday(head))
            return f"{weekday}{between}{self._wording.short_day(head)}"
        return capitalized(self._wording.day_of_year(head)) if role in _SPOKEN else None

    def _heads(self, orientation: Qt.Orientation) -> tuple[WeekRow | date, ...]:
        if self.grid is None or not self.grid.rows:
            return ()
        of_rows = (orientation == Qt.Orientation.Vertical) is not self._turned
        return self.grid.rows if of_rows else self.grid.days


def _shape(grid: WeekGrid) -> object:
    """Return what the heads of a grid are made from."""
    return grid.child, grid.period, [(row.key, row.strategy.name) for row in grid.rows]
