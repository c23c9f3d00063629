"""The table beside a chart as a Qt table that is only read."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    Qt,
)
from typing_extensions import override

from homejournal.domain.looking_back.chart_series import Table
from homejournal.ui.base.plain_tool_tips import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from homejournal.domain.looking_back.chart_series import Cell
    from homejournal.ui.models.model_index import Index

_Role = Qt.ItemDataRole
_EMPTY = Table(title="", columns=(), rows=())
_NUMBERS = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
_WORDS = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
_LONG = 24


class TableModel(QAbstractTableModel):
    """Says a cell only when it is looked at, so a long table stands at once."""

    def __init__(self, said: Callable[[Cell], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._said = said
        self._table = _EMPTY

    @property
    def table(self) -> Table:
        """The table that is shown."""
        return self._table

    def show_table(self, table: Table) -> None:
        """Show another table."""
        self.beginResetModel()
        self._table = table
        self.endResetModel()

    def text_rows(self, rows: Iterable[int] | None = None) -> list[list[str]]:
        """Return the names of the columns and these rows, or all, as text."""
        chosen = self._table.rows if rows is None else [self._table.rows[row] for row in rows]
        said = self._said
        return [list(self._table.columns), *([said(cell) for cell in row] for row in chosen)]

    @override
    def rowCount(self, parent: Index = QModelIndex(), /) -> int:
        return 0 if parent.isValid() else len(self._table.rows)

    @override
    def columnCount(self, parent: Index = QModelIndex(), /) -> int:
        return 0 if parent.isValid() else len(self._table.columns)

    @override
    def data(self, index: Index, role: int = _Role.DisplayRole, /) -> Any:
        if not index.isValid():
            return None
        cell = self._table.rows[index.row()][index.column()]
        if role in {_Role.DisplayRole, _Role.AccessibleTextRole}:
            return self._said(cell)
        if role == _Role.ToolTipRole:
            return plain(self._said(cell)) if isinstance(cell, str) and len(cell) > _LONG else None
        if role == _Role.TextAlignmentRole:
            return _NUMBERS if isinstance(cell, int | Decimal) else _WORDS
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole, /
    ) -> Any:
        across = orientation == Qt.Orientation.Horizontal
        if not across or not 0 <= section < len(self._table.columns):
            return None
        if role == _Role.ToolTipRole:
            return plain(self._table.columns[section])
        if role == _Role.DisplayRole:
            return self._table.columns[section]
        if role == _Role.TextAlignmentRole:
            return _NUMBERS if self._of_numbers(section) else _WORDS
        return None

    def _of_numbers(self, column: int) -> bool:
        """Return whether the first cell with anything in a column is a number."""
        first = next((row[column] for row in self._table.rows if row[column] is not None), None)
        return isinstance(first, int | Decimal)
