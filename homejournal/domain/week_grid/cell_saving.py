"""From what is typed into a cell of a week to records: only the difference is written.

A rating typed over another one corrects that entry, which keeps its first writing, its time, its
routine and its notes.

A mark may stand for more than one cell: for all times of a day, or for all strategies. Such a mark
goes only where that was said twice, and a mark of another home never goes.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from homejournal.domain.records.family import DayRecords
from homejournal.domain.records.practices import DayMark, MarkKind, Practice
from homejournal.domain.records.rating_scales import Rating
from homejournal.domain.today.strategy_cards import routine_of
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


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetTold:
    """Who did what stands on the sheet, and who types it in; either may be left unsaid."""

    helper: UUID | None = None
    typed_by: UUID | None = None

    @property
    def written_by(self) -> UUID | None:
        """Return who types, where that is somebody else than who did it."""
        return self.typed_by if self.typed_by != self.helper else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """What a cell's change needs beside the cell.

    `sure` says that it was asked a second time. `photos` are practices that photos hang on.
    """

    told: SheetTold
    home: UUID | None
    at: datetime
    new_id: Callable[[], UUID]
    sure: bool = False
    photos: frozenset[UUID] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class CellChange:
    """Records to put, and practices and marks to delete."""

    put: tuple[Practice | DayMark, ...] = ()
    delete: tuple[UUID, ...] = ()


def cell_change(child: UUID, cell: WeekCell, wish: CellWish, writing: Writing) -> CellChange:
    """Return what has to be written so that a cell of a child's week says what is wished.

    Raises CellRefusedError where it must not be, or not without asking once more.
    """
    if cell.later:
        raise CellRefusedError(Refusal.STILL_TO_COME, cell)
    practices, times = cell.practices, wish.times
    writing = replace(writing, told=_told(cell, wish, writing.told))
    surplus = practices[len(times) :]
    _check_surplus(surplus, cell, writing)
    pairs = zip(practices, times, strict=False)
    many = len(times) > len(practices)
    edited = (_rated(practice, rating, cell, many=many) for practice, rating in pairs)
    fresh = (_practice(cell, rating, writing) for rating in times[len(practices) :])
    puts: list[Practice | DayMark] = [*(one for one in edited if one), *fresh]
    marks = outdated_marks(cell, wish, writing.home, sure=writing.sure)
    new = _mark(child, cell, wish, writing)
    return CellChange(
        put=(*puts, *((new,) if new else ())),
        delete=tuple(record.id for record in (*surplus, *marks)),
    )


def _told(cell: WeekCell, wish: CellWish, told: SheetTold) -> SheetTold:
    """Return who is told of what a cell says from now on.

    Where the sheet names nobody and "not today" turns into a rating, or a rating into a mark, it is
    whoever was told before.
    """
    before: tuple[Practice | DayMark, ...] = () if wish.times else cell.practices
    if wish.times and not cell.practices and cell.mark is not None:
        before = (cell.mark,) if cell.mark.mark is MarkKind.NOT_TODAY else ()
    helper = told.helper or next((one.helper for one in before if one.helper), None)
    return replace(told, helper=helper)


def applied(written: DayRecords, change: CellChange) -> DayRecords:
    """Return what stands of a week once a change is written."""
    practices = {one.id: one for one in written.practices}
    marks = {one.id: one for one in written.marks}
    for record in change.put:
        if isinstance(record, Practice):
            practices[record.id] = record
        else:
            marks[record.id] = record
    gone = set(change.delete)
    return replace(
        written,
        practices=tuple(one for one in practices.values() if one.id not in gone),
        marks=tuple(one for one in marks.values() if one.id not in gone),
    )


def _check_surplus(surplus: tuple[Practice, ...], cell: WeekCell, writing: Writing) -> None:
    """Ask once more before a practice goes that a note or a photo hangs on."""
    if writing.sure:
        return
    going = {practice.id for practice in surplus}
    if any(note.practice in going for note in cell.notes):
        raise CellRefusedError(Refusal.NOTE_GOES, cell)
    if going & writing.photos:
        raise CellRefusedError(Refusal.PHOTO_GOES, cell)


def _rated(
    practice: Practice, rating: Rating | None, cell: WeekCell, *, many: bool
) -> Practice | None:
    """Return a practice with another rating, in the kind of its day, or None where it is the same.

    1 help level and 1.0 minutes are not the same. Where more comes to stand beside it in the cell,
    it gets the time of the day that the row names, without which it would go to another row.
    """
    keeps = rating == practice.rating and type(rating) is type(practice.rating)
    slot = practice.slot or (cell.place.row.slot if many else None)
    if keeps and slot == practice.slot:
        return None
    kind = practice.rating_kind if keeps else cell.rating.kind
    return replace(practice, rating=rating, rating_kind=kind, slot=slot)


def _practice(cell: WeekCell, rating: Rating | None, writing: Writing) -> Practice:
    key, day = cell.place
    return Practice(
        id=writing.new_id(),
        strategy=key.strategy,
        day=day,
        slot=key.slot,
        routine=routine_of(cell.routines, key.slot),
        helper=writing.told.helper,
        written_by=writing.told.written_by,
        rating=rating,
        rating_kind=cell.rating.kind,
        written=writing.at,
    )


def _mark(child: UUID, cell: WeekCell, wish: CellWish, writing: Writing) -> DayMark | None:
    """Return the mark to add, or None where none is wished or the same one is shown."""
    if wish.mark is None or is_same(cell.mark, wish):
        return None
    key, day = cell.place
    return DayMark(
        id=writing.new_id(),
        child=child,
        strategy=key.strategy,
        day=day,
        slot=key.slot,
        mark=wish.mark,
        reason=wish.reason,
        home=writing.home,
        helper=writing.told.helper,
        written_by=writing.told.written_by,
        written=writing.at,
    )
