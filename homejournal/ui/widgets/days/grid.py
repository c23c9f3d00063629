"""All strategies at once: a row for each, a column for each day, and the marks in between."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.ui.models.day_grid import DAY_ROLE, SHOWN_ROLE, DayRow, DayRowsModel
from homejournal.ui.theme import px, sized_font
from homejournal.ui.widgets.days.painting import GridDelegate, NameHeads
from homejournal.ui.widgets.days.table import DayTable
from homejournal.ui.widgets.layout.boxes import in_column

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from PySide6.QtGui import QResizeEvent

    from homejournal.domain.days.periods import Period
    from homejournal.domain.looking_back.look_back_values import DayShown

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
        self._table.share_width()
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
        self._table.horizontalHeader().setFont(sized_font(px(13), strong=True))
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
