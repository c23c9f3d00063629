"""What typing into the grid of a week does: reads a sign or a text, writes it, and goes on."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from PySide6.QtCore import QModelIndex, QObject, Signal

from homejournal.domain.today.week_cells import (
    ASKED_TWICE,
    BLANK,
    CellFault,
    CellInput,
    CellRefusedError,
    SheetAuthors,
    UnreadableCellError,
    cell_text,
    is_whole,
    read_cell,
)
from homejournal.domain.today.week_grid import CellPlace, WeekCell
from homejournal.texts import week_grid as said
from homejournal.ui.base.desk import Desk
from homejournal.ui.week_grid.model import WeekGridModel
from homejournal.ui.week_grid.table import Way, WeekTable
from homejournal.ui.widgets.wrapping_labels import announce

_ONCE_MORE = "+"
_BEGINS_TEXT = frozenset(".,/½¼¾")
_STEPS = {Way.UP: (-1, 0), Way.DOWN: (1, 0), Way.LEFT: (0, -1), Way.RIGHT: (0, 1)}

Wishes = Mapping[CellPlace, CellInput]


class WeekTyping(QObject):
    """Follows what is typed into a table of the shown week."""

    refuses = Signal(str)
    """Why a box stays as it is."""

    def __init__(
        self, desk: Desk, table: WeekTable, model: WeekGridModel, told: Callable[[], SheetAuthors]
    ) -> None:
        super().__init__(table)
        self._desk, self._wording = desk, desk.wording
        self._table, self._model, self._told = table, model, told
        self._letters = said.letters(desk.wording)
        self._asked: Wishes | None = None
        self.is_writing = False
        """Whether a change comes from here, so that the current box stays where it is."""
        table.typed.connect(self._on_typed)
        table.edit_wanted.connect(self._on_edit_wanted)
        table.edited.connect(self._on_edited)
        table.went.connect(self.go)
        table.cleared.connect(self._on_cleared)
        table.filled.connect(self._on_filled)
        table.moved.connect(self._on_moved)

    def go(self, way: Way) -> None:
        """Go on to the next box of the sheet, back to the one before, or to a neighbor."""
        at = self._table.currentIndex()
        if way in _STEPS:
            down, across = _STEPS[way]
            self._table.go_to(
                at.siblingAtRow(at.row() + down) if down else self._beside(at, across)
            )
        elif way is not Way.STAY:
            found = next(self._boxes(at, back=way is Way.BACK), None)
            if found is not None:
                self._table.go_to(found)
            elif way is Way.ON:
                self.refuses.emit(self._wording.text("That was the last box of this week."))

    def _beside(self, at: QModelIndex, across: int) -> QModelIndex:
        mirrored = self._table.isRightToLeft()
        return at.siblingAtColumn(at.column() + (-across if mirrored else across))

    def first_open(self) -> QModelIndex:
        """Return the first box that is planned and still empty, or the first of all."""
        first = self._model.index(0, 0)
        if not first.isValid():
            return first
        boxes = (first, *self._boxes(first, back=False))
        cells = ((index, self._model.cell(index)) for index in boxes)
        return next((at for at, cell in cells if _is_box(cell) and not cell.is_written), first)

    def _boxes(self, at: QModelIndex, *, back: bool) -> Iterator[QModelIndex]:
        """Yield the boxes of the paper after or before one, in reading order."""
        columns, rows = self._model.columnCount(), self._model.rowCount()
        here = at.row() * columns + at.column()
        for number in range(here - 1, -1, -1) if back else range(here + 1, rows * columns):
            index = self._model.index(*divmod(number, columns))
            if _is_box(self._model.cell(index)):
                yield index

    def _on_moved(self) -> None:
        self._asked = None

    def _on_typed(self, sign: str) -> None:
        at = self._table.currentIndex()
        cell, row = self._model.cell(at), self._model.row_of(at)
        if not self._may_write(cell):
            return
        if sign == _ONCE_MORE:
            self._open(f"{cell_text(cell, self._letters)} ".lstrip(), by_typing=True)
            return
        digit = any(letter.isdigit() for letter in sign)
        whole = is_whole(sign, cell.rating.kind, self._letters)
        room = 0 if row.many else 1
        if whole and len(cell.practices) <= room and not (row.many and digit):
            if self._say(cell, sign):
                self.go(Way.ON)
        elif digit or whole or sign in _BEGINS_TEXT:
            self._open(sign, by_typing=True)
        else:
            self.refuses.emit(said.unreadable(self._wording, CellFault.LETTER, cell.rating))

    def _on_edit_wanted(self) -> None:
        cell = self._model.cell(self._table.currentIndex())
        if self._may_write(cell):
            self._open(cell_text(cell, self._letters), by_typing=False)

    def _open(self, text: str, *, by_typing: bool) -> None:
        at = self._table.currentIndex()
        name = said.cell_said(self._wording, self._model.row_of(at), self._model.cell(at))
        self._table.open_editor(text, name, by_typing=by_typing)

    def _on_edited(self, text: str, way: Way) -> None:
        cell = self._model.cell(self._table.currentIndex())
        same = text.strip() == cell_text(cell, self._letters)
        if same or self._say(cell, text):
            self._table.close_editor()
            self.go(way)

    def _say(self, cell: WeekCell, text: str) -> bool:
        """Write what a text says into a cell; return whether it is written."""
        try:
            wish = read_cell(text, cell.rating.kind, self._letters)
        except UnreadableCellError as unreadable:
            self.refuses.emit(said.unreadable(self._wording, unreadable.fault, cell.rating))
            return False
        return self._write({cell.place: wish})

    def _on_cleared(self) -> None:
        cells = [self._model.cell(index) for index in self._table.chosen()]
        written = [cell for cell in cells if cell.is_written and not cell.later]
        if written and self._may_write(written[0]):
            self._write({cell.place: BLANK for cell in written})

    def _on_filled(self, down: bool) -> None:  # noqa: FBT001 (a signal's value)
        """Copy what stands in the first of the chosen boxes, or in the one before this.

        Of several boxes those are passed over that nothing can be copied to.
        """
        chosen = self._table.chosen()
        lines = [at.row() if down else at.column() for at in chosen]
        alone = len(set(lines)) == 1
        source = min(lines) - 1 if alone else min(lines)
        pairs = [
            (at.siblingAtRow(source) if down else at.siblingAtColumn(source), at)
            for at, line in zip(chosen, lines, strict=True)
            if line != source
        ]
        if len(pairs) > 1:
            pairs = [pair for pair in pairs if _is_box(self._model.cell(pair[1]))]
        if self._copy([pair for pair in pairs if self._is_written(pair[0])]) and alone:
            self.go(Way.DOWN if down else Way.ON)

    def _is_written(self, at: QModelIndex) -> bool:
        return at.isValid() and self._model.cell(at).is_written

    def _copy(self, pairs: list[tuple[QModelIndex, QModelIndex]]) -> bool:
        """Write into each second box what the first one says; return whether it is written."""
        wishes: dict[CellPlace, CellInput] = {}
        for source, target in pairs:
            cell = self._model.cell(target)
            if not self._may_write(cell):
                return False
            text = cell_text(self._model.cell(source), self._letters)
            try:
                wishes[cell.place] = read_cell(text, cell.rating.kind, self._letters)
            except UnreadableCellError:
                words = self._wording.text("These two are not rated in the same way.")
                self.refuses.emit(words)
                return False
        if not wishes:
            self.refuses.emit(self._wording.text("There is nothing to copy."))
        return self._write(wishes)

    def _may_write(self, cell: WeekCell) -> bool:
        if not self._desk.can_write:
            self.refuses.emit(self._wording.text("This journal can only be read just now."))
            return False
        if cell.later:
            self.refuses.emit(said.still_to_come(self._wording, cell))
        return not cell.later

    def _write(self, wishes: Wishes) -> bool:
        """Write cells in one step; a second try overrules a refusal that only asks."""
        grid = self._model.grid
        if grid is None or not wishes:
            return False
        sure = wishes == self._asked
        self._asked = None
        write = self._desk.journal.weeks.write
        call = partial(write, grid.child, wishes, self._told(), sure=sure)
        self.is_writing = True
        step, replaces = self._step(wishes), self._replaces(wishes)
        try:
            if self._desk.editing.do(step, call, toast=replaces) is None:
                return False
            if not replaces:  # the toast is announced
                announce(self._table, step)
        except CellRefusedError as refused:
            self._asked = wishes if refused.refusal in ASKED_TWICE else None
            self.refuses.emit(said.refused(self._wording, refused.refusal, refused.cell))
            return False
        else:
            return True
        finally:
            self.is_writing = False

    def _step(self, wishes: Wishes) -> str:
        """Return the words of a step, for Undo."""
        place, wish = next(iter(wishes.items()))
        if len(wishes) > 1:
            return self._wording.count("{n} box of the week", "{n} boxes of the week", len(wishes))
        at = self._model.index_of(place)
        return said.step_said(self._wording, self._model.row_of(at), self._model.cell(at), wish)

    def _replaces(self, wishes: Wishes) -> bool:
        """Return whether something that is written goes: that is shown, with a way back."""
        cells = {place: self._model.cell(self._model.index_of(place)) for place in wishes}
        return any(said.replaces(cells[place], wish) for place, wish in wishes.items())


def _is_box(cell: WeekCell) -> bool:
    """Return whether there is a box here that can be typed in by now."""
    return (cell.planned or cell.is_written) and not cell.later
