"""The rows of the page of all children, with the arrow keys between their cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from homejournal.ui.day_cards.input_methods import InputOnCards
from homejournal.ui.theme import px
from homejournal.ui.together.cell import ChildCell, about_cell
from homejournal.ui.together.row import TogetherRowView
from homejournal.ui.widgets.layout.focus import is_typed_in

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from homejournal.domain.today.children_together import TogetherRow
    from homejournal.ui.base.desk import Desk
    from homejournal.ui.together.saving import TogetherWriting

_Key = tuple["UUID", ...]


class TogetherList(QWidget):
    """Keeps one row for the same strategies, so that focus and typing survive a change."""

    days_wanted = Signal(object)
    note_wanted = Signal(object)
    reached = Signal(object)
    """The cell that an arrow key went to."""

    def __init__(self, desk: Desk, writing: TogetherWriting) -> None:
        super().__init__()
        self._desk, self._writing = desk, writing
        InputOnCards.begin()
        self._views: dict[_Key, TogetherRowView] = {}
        self._cells: dict[_Key, list[ChildCell]] = {}
        self._order: tuple[_Key, ...] = ()
        self._people: object = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(18))

    @property
    def cells(self) -> tuple[tuple[ChildCell, ...], ...]:
        """Return the cells, row by row."""
        return tuple(tuple(self._cells[key]) for key in self._order)

    @property
    def unsaved(self) -> bool:
        """Return whether something is typed and not saved."""
        return any(cell.is_typing for row in self.cells for cell in row)

    def put_down(self) -> None:
        """Keep what is typed."""
        for row in self.cells:
            for cell in row:
                cell.put_down()

    def show_rows(self, rows: Sequence[TogetherRow], names: Mapping[UUID, str]) -> None:
        """Show these rows; `names` says how each child is called here.

        What stands as it stood is not shown anew: of 40 strategies one is written at a time.
        """
        helpers = self._desk.journal.family().helpers
        people = tuple((one.id, one.name) for one in helpers.values()), self._desk.helper
        if not self._order:
            self.hide()  # laying out all of them once is faster than again with each
        self._order = tuple(_key(row) for row in rows)
        for key in [key for key in self._views if key not in self._order]:
            self._drop(key)
        for place, row in enumerate(rows):
            key = _key(row)
            if not self._fits(row, names):
                self._drop(key)
            fresh = [] if key in self._views else self._make(row, names)
            view, cells = self._views[key], self._cells[key]
            for cell, (child, card) in zip(cells, row.cards, strict=True):
                self._writing.of(child.id, names[child.id])
                if cell.card != card or people != self._people or cell in fresh:
                    cell.show_card(card)
            view.show_row(row, cells, writable=self._desk.can_write)
            if self._column.indexOf(view) != place:
                self._column.insertWidget(place, view)
            view.show()
        self._people = people
        self.setVisible(bool(rows))

    def clear(self) -> None:
        """Begin with empty cells: another day follows."""
        for key in [*self._views]:
            self._drop(key)
        self._order = ()

    def ask_anew(self) -> None:
        """Ask in each cell about what is open: the page is come to, and was looked at before."""
        for row in self.cells:
            for cell in row:
                cell.ask_anew()

    def focus_first(self) -> bool:
        """Give the focus to the first cell; return whether there is one."""
        if not self._order:
            return False
        self.cells[0][0].setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _fits(self, row: TogetherRow, names: Mapping[UUID, str]) -> bool:
        """Return whether the cells of a row can go on.

        With another name of the child or the strategy they cannot, since each part tells it; but
        nothing is taken away from somebody who is typing in the row.
        """
        view, cells = self._views.get(_key(row)), self._cells.get(_key(row), ())
        if view is None:
            return True
        wording, pairs = self._desk.wording, [*zip(cells, row.cards, strict=True)]
        called = (
            cell.about == about_cell(wording, names[child.id], card)
            for cell, (child, card) in pairs
        )
        return all(cell.fits(card) for cell, (_, card) in pairs) and (
            is_typed_in(view) or all(called)
        )

    def _make(self, row: TogetherRow, names: Mapping[UUID, str]) -> list[ChildCell]:
        key = _key(row)
        view = TogetherRowView(self._desk.wording, row)
        view.all_not_today.connect(self._writing.not_today)
        view.all_did_it.connect(self._writing.did_it)
        view.note_wanted.connect(self.note_wanted)
        self._views[key], self._cells[key] = view, []
        for child, card in row.cards:
            writing = self._writing.of(child.id, names[child.id])
            cell = ChildCell(self._desk, writing, names[child.id], card)
            cell.neighbour.connect(self._on_neighbour)
            cell.days_wanted.connect(self.days_wanted)
            self._cells[key].append(cell)
        return self._cells[key]

    def _drop(self, key: _Key) -> None:
        view = self._views.pop(key, None)
        for cell in self._cells.pop(key, ()):
            cell.put_down()
        if view is not None:
            view.setEnabled(False)  # keys that are on their way write nothing there any more
            self._column.removeWidget(view)
            view.hide()
            view.deleteLater()

    def _on_neighbour(self, down: int, on: int) -> None:
        """Go to the cell so many rows away, or so many cells on as one reads them.

        A shorter row has its last cell where another one has more.
        """
        cell, rows = self.sender(), self.cells
        every = [one for row in rows for one in row]
        if not isinstance(cell, ChildCell) or cell not in every:
            return
        row = next(place for place, mine in enumerate(rows) if cell in mine)
        if down and 0 <= row + down < len(rows):
            there = rows[row + down]
            self._go(there[min(rows[row].index(cell), len(there) - 1)])
        elif on and 0 <= every.index(cell) + on < len(every):
            self._go(every[every.index(cell) + on])

    def _go(self, cell: ChildCell) -> None:
        cell.setFocus(Qt.FocusReason.TabFocusReason)
        self.reached.emit(cell)


def _key(row: TogetherRow) -> _Key:
    return tuple(card.strategy.id for _, card in row.cards)
