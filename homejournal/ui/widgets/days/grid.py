"""A table of days, and the one with a row for each strategy and a column for each day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QScrollArea, QTableView, QWidget
from typing_extensions import override

from homejournal.ui.theme import SMALL, px, sized_font
from homejournal.ui.widgets.days.day_models import DAY_ROLE, SHOWN_ROLE, DayRow, DayRowsModel
from homejournal.ui.widgets.days.marks import GridDelegate, NameHeads
from homejournal.ui.widgets.layout.boxes import in_column

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from homejournal.domain.days.periods import Period
    from homejournal.domain.looking_back.look_back_values import DayShown
    from homejournal.ui.widgets.wrapping_labels import Index


_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})

# Narrow columns have no room for the usual margins of a head; names in rows are no headings. The
# day with the focus is framed, so the table needs no frame, which its heads would cover.
_SHEET = """
QTableView, QTableView:focus { border: none; }
QTableView::corner { border: none; background: palette(base); }
QHeaderView::section { padding-left: 0; padding-right: 0; }
QHeaderView::section:vertical { padding: 0 8px; font-weight: 400; border: none; }
QTableCornerButton::section { background: palette(base); border: none; }
"""


class DayTable(QTableView):
    """A real table, so that a screen reader hears each cell when it is moved to.

    Tab leaves it. ``picked`` carries the index of a cell that was clicked or entered. It is as high
    as its rows, up to ``most_rows`` of them, and scrolls from there on. Its columns share the width
    evenly, but none becomes narrower than ``least_column``; lengths are pixels at 100 %.
    """

    picked = Signal(QModelIndex)

    def __init__(
        self,
        row_height: float,
        parent: QWidget | None = None,
        *,
        least_column: float = 1,
        most_rows: int = 12,
    ) -> None:
        super().__init__(parent)
        self._row_height, self._most_rows = row_height, most_rows
        self._least_column = least_column
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setStyleSheet(_SHEET)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionsClickable(False)
            header.setHighlightSections(False)
            header.setMinimumSectionSize(1)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.clicked.connect(self.picked)
        self.rescale()

    def set_row_height(self, height: float) -> None:
        """Make every row that high, in pixels at 100 %."""
        self._row_height = height
        self.rescale()

    def rescale(self) -> None:
        """Take over the text size in force; called whenever it changes."""
        self.verticalHeader().setDefaultSectionSize(px(self._row_height))
        self.fit_columns()
        self.fit()

    def fit_columns(self) -> None:
        """Give the columns the width there is; called after another number of columns is shown."""
        count = self._counts()[1]
        if not count:
            return
        room, header = self.viewport().width(), self.horizontalHeader()
        each, rest = divmod(room, count)
        least = px(self._least_column)
        for column in range(count):
            header.resizeSection(column, max(least, each + (column < rest)))

    def _is_too_wide(self) -> bool:
        return self._counts()[1] * px(self._least_column) > self.viewport().width()

    def _counts(self) -> tuple[int, int]:
        """Return how many rows and columns there are; none before a model was given."""
        model = cast("QAbstractItemModel | None", self.model())
        return (model.rowCount(), model.columnCount()) if model is not None else (0, 0)

    def fit(self) -> None:
        """Become as high as the rows need; called after other rows are shown."""
        rows = min(self._most_rows, self._counts()[0])
        height = sum(self.verticalHeader().sectionSize(row) for row in range(rows))
        height += self.horizontalHeader().sizeHint().height()
        if self._is_too_wide():
            height += self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(height)

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(280), self.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), self.minimumHeight())

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit_columns()
            self.fit()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in _ENTER and self.currentIndex().isValid():
            self.picked.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @override
    def keyboardSearch(self, search: str, /) -> None:
        """Letters look for nothing here."""

    @override
    def currentChanged(self, current: Index, previous: Index, /) -> None:
        super().currentChanged(current, previous)
        if self.hasFocus() and current.isValid():
            self._show_in_page(self.visualRect(current))

    def _show_in_page(self, place: QRect) -> None:
        """Scroll the page that the table stands in, so that the focus is never out of sight."""
        page = self.parentWidget()
        while page is not None and not isinstance(page, QScrollArea):
            page = page.parentWidget()
        if page is not None and (body := page.widget()) is not None:
            middle = self.viewport().mapTo(body, place.center())
            page.ensureVisible(middle.x(), middle.y(), 0, place.height() // 2 + px(24))

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_row_height"):
            self.rescale()


_NAMES, _ROW, _COLUMN, _MOST_ROWS = 157, 40, 19, 12
"""So wide that a month of 31 days fits a usual window, in Spanish too."""


class StrategyGrid(QWidget):
    """The days of a week or a month of every strategy.

    Arrows, Home and End, Page Up and Page Down move; Enter, Space or a click choose: ``chosen``
    carries the row's id and the date as a tuple. ``column`` is the short head of a day ("22"),
    ``spoken`` says a cell in full from the row's name and the day shown.
    """

    chosen = Signal(object)

    def __init__(
        self,
        name: str,
        column: Callable[[date], str],
        spoken: Callable[[str, DayShown], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = DayRowsModel(column, spoken, self)
        self._table = DayTable(_ROW, self, least_column=_COLUMN, most_rows=_MOST_ROWS)
        self._table.setAccessibleName(name)
        self._table.setModel(self._model)
        self._table.setItemDelegate(GridDelegate(self))
        self._heads = NameHeads(self._table)
        self._table.setVerticalHeader(self._heads)
        self._table.picked.connect(self._on_picked)
        in_column(self._table, inside=self)
        self.setFocusProxy(self._table)

    @property
    def table(self) -> DayTable:
        """The grid itself."""
        return self._table

    def set_rows(self, rows: Sequence[DayRow], days: Period) -> None:
        """Show every day of a period of these rows; the cell that was current stays so."""
        before = self._current()
        first, last = days.start.toordinal(), days.end.toordinal()
        self._model.show_rows(rows, [date.fromordinal(day) for day in range(first, last + 1)])
        self._table.fit_columns()
        self._fit_rows()
        place = self._model.place_of(*before) if before else QModelIndex()
        self._table.setCurrentIndex(place if place.isValid() else self._model.index(0, 0))

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_heads"):
            self._fit_rows()

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        if self._wide_names() != self._heads.width():
            self._fit_rows()

    def _wide_names(self) -> int:
        return max(1, min(px(_NAMES), self.width() * 2 // 5))

    def _fit_rows(self) -> None:
        # Small, so that two days of two digits stay apart in the narrowest columns.
        self._table.horizontalHeader().setFont(sized_font(SMALL, strong=True))
        self._heads.setFixedWidth(self._wide_names())
        self._heads.fit_rows(px(_ROW))
        self._table.fit()

    def _current(self) -> tuple[Hashable, date] | None:
        index = self._table.currentIndex()
        if not index.isValid():
            return None
        return self._model.row_at(index.row()).id, index.data(DAY_ROLE)

    def _on_picked(self, index: QModelIndex) -> None:
        if index.data(SHOWN_ROLE) is not None:
            self.chosen.emit((self._model.row_at(index.row()).id, index.data(DAY_ROLE)))
