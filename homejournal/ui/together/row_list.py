"""The rows of all children on Together, and saving what is chosen in them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from homejournal.domain.records.family import active_children
from homejournal.domain.today.strategy_cards import routine_of
from homejournal.services.days.days import MarkTold, PracticeTold
from homejournal.texts import day_page as said
from homejournal.texts.day_page import time_name
from homejournal.texts.display_names import names_said
from homejournal.ui.base.editing import UnsavedStep
from homejournal.ui.day_cards.buttons import link
from homejournal.ui.day_cards.input_methods import InputOnCards
from homejournal.ui.day_cards.saving import TodayWriting
from homejournal.ui.theme import px
from homejournal.ui.together.child_card import ChildCell, about_cell
from homejournal.ui.widgets.layout.boxes import TwoEnds, in_column
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.layout.focus import is_typed_in
from homejournal.ui.widgets.layout.scroll_areas import NARROW_BELOW
from homejournal.ui.widgets.wrapping_labels import WrapLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from homejournal.domain.records.changes import Change
    from homejournal.domain.today.day_page import TogetherRow
    from homejournal.texts.wording import Wording
    from homejournal.ui.base.desk import Desk


class TogetherWriting:
    """Writes for several children at once, through one `TodayWriting` each; never a rating."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._wording = desk, desk.wording
        self._of: dict[UUID, TodayWriting] = {}
        self.day = desk.today()

    def of(self, child: UUID, name: str) -> TodayWriting:
        """Return the `TodayWriting` of one child, by the child's shown name."""
        writing = self._of.setdefault(child, TodayWriting(self._desk))
        writing.child, writing.named, writing.day = child, name, self.day
        return writing

    def at_risk(self) -> frozenset[str]:
        """Return the typed text that could not be kept as a draft."""
        return frozenset[str]().union(*(writing.at_risk() for writing in self._of.values()))

    def not_today(self, row: TogetherRow) -> bool:
        """Say "not today" for all whose time is open."""
        told = {
            child.id: MarkTold(
                strategy=card.strategy.id,
                slot=time.slot if len(card.times) > 1 else None,
                helper=self._desk.helper,
            )
            for child, card, time in row.open_times()
        }
        step = said.not_today_said(self._wording, row.name, self._names(row))
        call = partial(self._desk.journal.days.not_today_together, told, self.day)
        return self._do(row, step, call)

    def did_it(self, row: TogetherRow) -> bool:
        """Write down that all whose time is open did it; how it went is said for each alone."""
        told = {
            card.strategy.id: PracticeTold(
                slot=time.slot,
                routine=routine_of(card.routines, time.slot),
                helper=self._desk.helper,
            )
            for _, card, time in row.open_times()
        }
        step = said.did_it_said(self._wording, row.name, self._names(row))
        call = partial(self._desk.journal.days.did_it_together, told, self.day)
        return self._do(row, step, call)

    def _do(self, row: TogetherRow, step: str, call: Callable[[], Change]) -> bool:
        """Do a step; where the disk refuses it, it waits for all whose time is open."""
        names = ",".join(str(card.strategy.id) for _, card, _ in row.open_times())
        place = f"together:{names}:{self.day.isoformat()}"
        return self._desk.editing.do_or_wait(UnsavedStep(place, step, call, step))

    def _names(self, row: TogetherRow) -> list[str]:
        names = names_said(self._wording, active_children(self._desk.journal.family()))
        return [names[child.id] for child, _, _ in row.open_times()]


_LEAST_CELL = 280


class SideBySide(QWidget):
    """Parts of equal width beside each other, one under another in a narrow window."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[QWidget] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(px(12))
        self._columns = 0
        self.setMinimumWidth(1)

    def show_parts(self, parts: Sequence[QWidget]) -> None:
        """Show these parts in their order; whoever gave the former ones deletes them."""
        if list(parts) == self._parts:
            return
        for part in self._parts:
            self._grid.removeWidget(part)
        self._parts, self._columns = list(parts), 0
        self._arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.StyleChange:
            self._columns = 0
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        fitting = max(1, self.width() // px(_LEAST_CELL))
        if self.window().width() < NARROW_BELOW:
            fitting = 1
        columns = max(1, min(fitting, len(self._parts)))
        if columns == self._columns:
            return
        self._columns = columns
        for place, part in enumerate(self._parts):
            self._grid.addWidget(part, *divmod(place, columns))
        for column in range(max(self._grid.columnCount(), columns)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)


class TogetherRowView(QWidget):
    """Its buttons speak for all children whose time is open; a rating is always one child's."""

    all_not_today = Signal(object)
    all_did_it = Signal(object)
    note_wanted = Signal(object)
    """Each of them with the `TogetherRow`."""

    def __init__(self, wording: Wording, row: TogetherRow) -> None:
        super().__init__()
        self._row, self._wording = row, wording
        self._title = WrapLabel("", "heading", most=200)
        self._did_it = link("", "")
        self._not_today = link("", "")
        self._note = link(wording.text("Note for several…"), "")
        self._did_it.clicked.connect(self._on_did_it)
        self._not_today.clicked.connect(self._on_not_today)
        self._note.clicked.connect(self._on_note)
        deeds = FlowRow(gap=4)
        deeds.add(self._did_it, self._not_today, self._note)
        self._cells = SideBySide()
        in_column(TwoEnds(self._title, deeds), self._cells, gap=4, inside=self)
        self.setMinimumWidth(1)

    def show_row(self, row: TogetherRow, cells: Sequence[ChildCell], *, writable: bool) -> None:
        """Show a row with its cells, which show their cards already."""
        self._row = row
        self._title.setText(row.name)
        self._cells.show_parts(cells)
        text = self._wording.text
        times, both = row.open_times(), len(row.cards) == 2
        open_now = len(times)
        self._did_it.setText(text("Did it for both") if both else text("Did it for all"))
        self._not_today.setText(text("Not today for both") if both else text("Not today for all"))
        if any(len(card.times) > 1 for _, card, _ in times):
            name = time_name(self._wording, times[0][2])
            for button in (self._did_it, self._not_today):
                words = text("{time}: {said}", time=name, said=button.text())
                button.setText(words.replace("&", "&&"))
        for button in (self._did_it, self._not_today, self._note):
            button.setAccessibleDescription(row.name)
        for button in (self._did_it, self._not_today):
            button.setVisible(open_now > 1 and writable)
        self._note.setVisible(len(row.cards) > 1 and writable)

    def _on_did_it(self) -> None:
        self.all_did_it.emit(self._row)

    def _on_not_today(self) -> None:
        self.all_not_today.emit(self._row)

    def _on_note(self) -> None:
        self.note_wanted.emit(self._row)


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
        self._column = in_column(gap=18, inside=self)

    @property
    def cells(self) -> tuple[tuple[ChildCell, ...], ...]:
        """Return the cells, row by row."""
        return tuple(tuple(self._cells[key]) for key in self._order)

    @property
    def unsaved(self) -> bool:
        """Return whether something is typed and not saved."""
        return any(cell.is_typing for row in self.cells for cell in row)

    def keep_typing(self) -> None:
        """Keep what is typed."""
        for row in self.cells:
            for cell in row:
                cell.keep_typing()

    def show_rows(self, rows: Sequence[TogetherRow], names: Mapping[UUID, str]) -> None:
        """Show these rows; `names` says how each child is called here.

        What stands as it stood is not shown anew: of 40 strategies one is written at a time.
        """
        helpers = self._desk.journal.family().helpers
        people = tuple((helper.id, helper.name) for helper in helpers.values()), self._desk.helper
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
        """Remove all cells: another day is shown."""
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
            cell.keep_typing()
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
        every = [cell for row in rows for cell in row]
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
