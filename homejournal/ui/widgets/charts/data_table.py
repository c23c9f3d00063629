"""The numbers of a chart as a table, to read, hear and copy."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QMimeData,
    QModelIndex,
    QObject,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QKeySequence, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from homejournal.domain.looking_back.chart_series import Cell, Table
from homejournal.ui.base.clipboard import copy
from homejournal.ui.theme import BODY, INNER_RADIUS, paint_box, px, sized_font, tokens
from homejournal.ui.widgets.wrapping_labels import Index, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    Rows = Sequence[Sequence[str]]


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
        self.table = _EMPTY

    def show_table(self, table: Table) -> None:
        self.beginResetModel()
        self.table = table
        self.endResetModel()

    def text_rows(self, rows: Iterable[int] | None = None) -> list[list[str]]:
        """Return the names of the columns and these rows, or all, as text."""
        chosen = self.table.rows if rows is None else [self.table.rows[row] for row in rows]
        said = self._said
        return [list(self.table.columns), *([said(cell) for cell in row] for row in chosen)]

    @override
    def rowCount(self, parent: Index = QModelIndex(), /) -> int:
        return 0 if parent.isValid() else len(self.table.rows)

    @override
    def columnCount(self, parent: Index = QModelIndex(), /) -> int:
        return 0 if parent.isValid() else len(self.table.columns)

    @override
    def data(self, index: Index, role: int = _Role.DisplayRole, /) -> Any:
        if not index.isValid():
            return None
        cell = self.table.rows[index.row()][index.column()]
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
        if not across or not 0 <= section < len(self.table.columns):
            return None
        if role == _Role.ToolTipRole:
            return plain(self.table.columns[section])
        if role == _Role.DisplayRole:
            return self.table.columns[section]
        if role == _Role.TextAlignmentRole:
            return _NUMBERS if self._of_numbers(section) else _WORDS
        return None

    def _of_numbers(self, column: int) -> bool:
        """Return whether the first cell with anything in a column is a number."""
        first = next((row[column] for row in self.table.rows if row[column] is not None), None)
        return isinstance(first, int | Decimal)


_ROW, _MOST_ROWS = 32, 12
_MEASURED = 60
_LEAST_COLUMN, _MOST_COLUMN = 56, 360
_SIDE = 8
_SHEET = """
QTableView, QTableView:focus { border: none; }
QTableView::corner { border: none; background: palette(base); }
"""
_ITEM = QStyle.ControlElement.CE_ItemViewItem


class _Cells(QStyledItemDelegate):
    """Words as far from the edge as those of the head, and a frame where the focus is."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        cell = QStyleOptionViewItem(option)
        self.initStyleOption(cell, index)
        text, cell.text = cell.text, ""
        cell.widget.style().drawControl(_ITEM, cell, painter, cell.widget)
        painter.save()
        room = cell.rect.adjusted(px(_SIDE), 0, -px(_SIDE), 0)
        painter.setFont(cell.font)
        painter.setPen(QColor(tokens().text))
        painter.setLayoutDirection(cell.direction)  # a date in it reads that way, too
        told = cell.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(cell.displayAlignment), told)
        if cell.state & QStyle.StateFlag.State_HasFocus:
            paint_box(
                painter, QRectF(cell.rect).adjusted(1, 1, -1, -1), "", "focus", (2, INNER_RADIUS)
            )
        painter.restore()


class TableView(QTableView):
    """A table with a head for each column; arrows move in it, Tab leaves it, Ctrl+C copies.

    ``said`` says a cell as the family writes it. ``as_text`` and ``as_html`` make text with tabs
    and HTML from rows of text, of which the first names the columns; HTML gets the title too.
    """

    def __init__(
        self,
        said: Callable[[Cell], str],
        as_text: Callable[[Rows], str],
        as_html: Callable[[Rows, str], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._as_text, self._as_html = as_text, as_html
        self._rows = TableModel(said, self)
        self._widths: list[int] = []
        self.setModel(self._rows)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setAlternatingRowColors(True)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setItemDelegate(_Cells(self))
        # The cell with the focus is framed; a frame around it all would be covered by the head.
        self.setStyleSheet(_SHEET)
        self._rescale()

    def show_table(self, table: Table) -> None:
        """Show a table; its title is the name that is heard."""
        self._rows.show_table(table)
        self.setAccessibleName(table.title)
        self._rescale()
        self.setCurrentIndex(self._rows.index(0, 0))
        self.clearSelection()

    def copied(self, *, all_rows: bool = False) -> QMimeData:
        """Return the chosen rows, or all where none is chosen, as text and as HTML."""
        parts = self.selectionModel().selection().toList()
        chosen = sorted({row for part in parts for row in range(part.top(), part.bottom() + 1)})
        rows = self._rows.text_rows(None if all_rows or not chosen else chosen)
        data = QMimeData()
        data.setText(self._as_text(rows))
        data.setHtml(self._as_html(rows, self._rows.table.title))
        return data

    def copy(self, *, all_rows: bool = False) -> None:
        """Put the chosen rows, or all, on the clipboard."""
        copy(self.copied(all_rows=all_rows))

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() == Qt.Key.Key_Escape and self.selectionModel().hasSelection():
            self.clearSelection()
        else:
            super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(360), self.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), self.minimumHeight())

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._share_width()

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_widths"):
            self._rescale()

    def _rescale(self) -> None:
        self.verticalHeader().setDefaultSectionSize(px(_ROW))
        # Cut words are measured in the header's own font, which the style sheet does not change.
        self.horizontalHeader().setFont(sized_font(BODY, strong=True))
        self._widths = [self._width_of(column) for column in range(self._rows.columnCount())]
        self._share_width()

    def _share_width(self) -> None:
        """Give each column what its words need, and what room is left to all of them."""
        if not self._widths:
            return
        spare = max(0, self.viewport().width() - sum(self._widths))
        each, rest = divmod(spare, len(self._widths))
        for column, width in enumerate(self._widths):
            self.setColumnWidth(column, width + each + (column < rest))
        rows = min(_MOST_ROWS, self._rows.rowCount())
        height = rows * px(_ROW) + self.horizontalHeader().sizeHint().height()
        if sum(self._widths) > self.viewport().width():
            height += self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(height)

    def _width_of(self, column: int) -> int:
        """Measure the head and the first rows; measuring thousands would take too long."""
        head = QFontMetrics(sized_font(BODY, strong=True))
        plain = QFontMetrics(sized_font(BODY))
        widest = head.horizontalAdvance(self._rows.table.columns[column])
        for row in range(min(_MEASURED, self._rows.rowCount())):
            text = self._rows.index(row, column).data()
            widest = max(widest, plain.horizontalAdvance(text))
        return min(px(_MOST_COLUMN), max(px(_LEAST_COLUMN), widest + px(24)))
