"""From what is typed into a cell of a week to records: only the difference is written.

A rating typed over another one corrects that entry, which keeps its first writing, its time, its
routine and its notes.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from homejournal.domain.records.family import DayRecords
from homejournal.domain.records.practices import DayMark, MarkKind, Practice
from homejournal.domain.records.rating_scales import Rating
from homejournal.domain.today.strategy_cards import routine_of
from homejournal.domain.week_grid.cell_typing import CellWish
from homejournal.domain.week_grid.grid import WeekCell
from homejournal.domain.week_grid.mark_changes import (
    CellRefusedError,
    Refusal,
    is_same,
    outdated_marks,
)


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
