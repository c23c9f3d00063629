"""The grid of routines and strategies as a Qt table of cells that can be switched."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from typing_extensions import override

from homejournal.domain.papers.printed_sheets import GridRoutine, GridStrategy, RoutineGrid
from homejournal.texts.papers import printed_sheets as said
from homejournal.texts.wording import Wording, short_name
from homejournal.ui.base.plain_tool_tips import plain
from homejournal.ui.models.model_index import Index

_Role = Qt.ItemDataRole
_SHOWN = 60
_SAID = {_Role.AccessibleTextRole, _Role.ToolTipRole}


class GridModel(QAbstractTableModel):
    """Routines down, strategies across; a cell is checked where the strategy lives."""

    def __init__(self, wording: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self._routines: tuple[GridRoutine, ...] = ()
        self._strategies: tuple[GridStrategy, ...] = ()

    def show_grid(self, grid: RoutineGrid) -> None:
        """Show a grid; where only its dots changed, the focus stays in its cell."""
        before = (self._routines, [(one.strategy, one.name) for one in self._strategies])
        after = (grid.routines, [(one.strategy, one.name) for one in grid.strategies])
        if before == after:
            self._strategies = grid.strategies
            if grid.routines and grid.strategies:
                last = self.index(len(grid.routines) - 1, len(grid.strategies) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._routines, self._strategies = grid.routines, grid.strategies
        self.endResetModel()

    def at(self, index: Index) -> tuple[UUID, UUID, bool]:
        """Return the strategy and the routine of a cell, and whether one lives in the other."""
        strategy, routine = self._strategies[index.column()], self._routines[index.row()]
        return strategy.strategy, routine.routine, routine.routine in strategy.routines

    @override
    def rowCount(self, parent: Index = QModelIndex(), /) -> int:
        return 0 if parent.isValid() else len(self._routines)

    @override
    def columnCount(self, parent: Index = QModelIndex(), /) -> int:
        return 0 if parent.isValid() else len(self._strategies)

    @override
    def flags(self, index: Index, /) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() else flags

    @override
    def data(self, index: Index, role: int = _Role.DisplayRole, /) -> Any:
        if not index.isValid():
            return None
        _, _, lives = self.at(index)
        if role == _Role.CheckStateRole:
            return Qt.CheckState.Checked if lives else Qt.CheckState.Unchecked
        if role not in _SAID:
            return None
        strategy, routine = self._strategies[index.column()], self._routines[index.row()]
        words = said.grid_cell(self._wording, strategy.name, routine.name, lives=lives)
        return plain(words) if role == _Role.ToolTipRole else words

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole, /
    ) -> Any:
        names = self._strategies if orientation == Qt.Orientation.Horizontal else self._routines
        if not 0 <= section < len(names):
            return None
        name = names[section].name
        if role == _Role.DisplayRole:
            return short_name(name, _SHOWN)
        if role not in _SAID:
            return None
        return plain(name) if role == _Role.ToolTipRole else name
