"""What happens to the marks of a day when a cell of its week is typed over.

A mark may stand for more than one cell: for all times of a day, or for all strategies. Such a mark
goes only where that was said twice, and a mark of another home never goes.
"""

from enum import StrEnum
from uuid import UUID

from homejournal.domain.records.practices import DayMark, MarkKind
from homejournal.domain.week_grid.cell_typing import BLANK, CellWish, answer_of, wish_of
from homejournal.domain.week_grid.grid import WeekCell


class Refusal(StrEnum):
    """Why a cell stays as it is."""

    NOTE_GOES = "note_goes"
    PHOTO_GOES = "photo_goes"
    ALL_TIMES = "all_times"
    ALL_STRATEGIES = "all_strategies"
    STILL_TO_COME = "still_to_come"
    OTHER_HOME = "other_home"
    PARTLY_DONE = "partly_done"


ASKED_TWICE = frozenset(
    {Refusal.NOTE_GOES, Refusal.PHOTO_GOES, Refusal.ALL_TIMES, Refusal.ALL_STRATEGIES}
)
"""What is done where it is said a second time."""


class CellRefusedError(Exception):
    """A cell stays as it is; nothing was written."""

    def __init__(self, refusal: Refusal, cell: WeekCell) -> None:
        super().__init__(refusal)
        self.refusal, self.cell = refusal, cell


def is_same(mark: DayMark | None, wish: CellWish) -> bool:
    """Say whether a mark says what is wished; no mark says what no wished mark says."""
    said = wish_of(answer_of(mark)) if mark else BLANK
    return (said.mark, said.reason) == (wish.mark, wish.reason)


def outdated_marks(
    cell: WeekCell, wish: CellWish, home: UUID | None, *, sure: bool
) -> list[DayMark]:
    """Return the marks that go when a wish is written into a cell at a home.

    Raises CellRefusedError where one that must stay would hide the wish, or where one stands for
    more than this cell and nobody is `sure` yet.
    """
    marks = _Marks(cell, home, sure=sure)
    if is_same(cell.mark, wish):
        return marks.uncovered(wish)
    if wish.mark is not None:
        return marks.replaced(wish)
    return marks.done() if wish.times else marks.cleared()


class _Marks:
    """The marks of one day as they lie around one cell."""

    def __init__(self, cell: WeekCell, home: UUID | None, *, sure: bool) -> None:
        self._cell, self._home, self._sure = cell, home, sure
        self._slot = cell.place.row.slot
        of_strategy = [mark for mark in cell.marks if mark.strategy is not None]
        self._here = [mark for mark in of_strategy if mark.slot == self._slot]
        self._own = [mark for mark in self._here if self._is_ours(mark)]

    def replaced(self, wish: CellWish) -> list[DayMark]:
        """Return the marks whose place a new one takes."""
        done = self._is_done(wish)
        if wish.mark is MarkKind.LEFT_OUT and self._slot is None and done:
            raise CellRefusedError(Refusal.PARTLY_DONE, self._cell)
        hiding = [mark for mark in self._before_all() if mark not in self._own]
        if done and self._slot is None:
            hiding = [mark for mark in hiding if mark.mark is MarkKind.NOT_TODAY]
        self._check_ours(hiding)
        if hiding:
            self._ask(Refusal.ALL_STRATEGIES)
        return [*self._own, *hiding]

    def uncovered(self, wish: CellWish) -> list[DayMark]:
        """Return the marks that come to stand before the shown one when what was done goes.

        Left out for a whole day says nothing while something is done on it.
        """
        shown, marks = self._cell.mark, self._cell.marks
        if shown is None or shown.slot or self._is_done(wish) or not self._cell.practices:
            return []
        before = [mark for mark in marks[: marks.index(shown)] if mark.slot is None]
        self._check_ours(before)
        if not all(mark.strategy for mark in before):
            self._ask(Refusal.ALL_STRATEGIES)
        return before

    def cleared(self) -> list[DayMark]:
        """Return the marks to delete so that the shown one is gone."""
        shown = [mark for mark in self._cell.marks if mark == self._cell.mark]
        self._check_ours(shown)
        if not all(mark.strategy for mark in shown):
            self._ask(Refusal.ALL_STRATEGIES)
        elif (self._slot is None and self._others_open()) or not set(shown) <= set(self._here):
            self._ask(Refusal.ALL_TIMES)
        return list(dict.fromkeys((*shown, *self._own)))

    def done(self) -> list[DayMark]:
        """Return the marks that say nothing more where something was done.

        "Not today" for a whole day goes on to speak of the times that are still open in other rows.
        """
        speaks_on = self._others_open()
        whole = [
            mark
            for mark in self._cell.marks
            if mark.strategy is not None and mark.slot is None and self._is_ours(mark)
        ]
        not_today = [mark for mark in whole if mark.mark is MarkKind.NOT_TODAY]
        own = self._own if self._slot is not None or not speaks_on else []
        left_out = [mark for mark in self._own if mark.mark is MarkKind.LEFT_OUT]
        return list(dict.fromkeys((*own, *left_out, *(() if speaks_on else not_today))))

    def _before_all(self) -> list[DayMark]:
        """Return the marks that would be shown here before any later one."""
        if self._slot is not None or not self._cell.times:
            return self._here
        return [mark for mark in self._cell.marks if mark.slot is None]

    def _is_done(self, wish: CellWish) -> bool:
        """Say whether anything will be done on the day."""
        return bool(wish.times) or any(time.practice for time in self._cell.elsewhere)

    def _others_open(self) -> bool:
        return any(time.practice is None for time in self._cell.elsewhere)

    def _is_ours(self, mark: DayMark) -> bool:
        return mark.home in {self._home, None}

    def _check_ours(self, marks: list[DayMark]) -> None:
        if not all(map(self._is_ours, marks)):
            raise CellRefusedError(Refusal.OTHER_HOME, self._cell)

    def _ask(self, refusal: Refusal) -> None:
        if not self._sure:
            raise CellRefusedError(refusal, self._cell)
