"""A week as it stands on the paper for the fridge: a cell for each time of each day.

The rows are those of the paper, so that a sheet is typed in from its top to its end. What a cell
holds is what Today shows of that time, and every time that Today shows is in one cell.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from homejournal.domain.days.periods import Period
from homejournal.domain.errors import RecordMissingError
from homejournal.domain.names import with_distinct_names
from homejournal.domain.papers.printed_sheets import FridgeRow, strategy_in_week
from homejournal.domain.records.family import DayRecords, Family
from homejournal.domain.records.notes import AnyNote
from homejournal.domain.records.plan import (
    DAYS_OF_A_WEEK,
    Routine,
    StepInForce,
    Strategy,
    plan_asked,
    steps_in_force,
)
from homejournal.domain.records.practices import DayMark, Practice
from homejournal.domain.records.rating_scales import RatingPlan
from homejournal.domain.today.strategy_cards import TimeOfCard, card_of_day

_NEVER: tuple[None, ...] = (None,) * DAYS_OF_A_WEEK


class RowKey(NamedTuple):
    """Which row it is: a strategy's named time, its n-th time, or all of its times."""

    strategy: UUID
    slot: str | None = None
    place: int | None = None


class CellPlace(NamedTuple):
    """Which cell it is."""

    row: RowKey
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekCell:
    """What is planned and written of one row on one day.

    `times` are Today's times that stand here. `mark` is the one that is shown, `marks` are all that
    speak of the strategy that day, in the order of writing. `elsewhere` are that day's times of the
    strategy that stand in other rows. `later` says that the day has not come yet.
    """

    place: CellPlace
    rating: RatingPlan
    planned: bool
    later: bool
    times: tuple[TimeOfCard, ...] = ()
    mark: DayMark | None = None
    marks: tuple[DayMark, ...] = ()
    notes: tuple[AnyNote, ...] = ()
    routines: tuple[Routine, ...] = ()
    elsewhere: tuple[TimeOfCard, ...] = ()

    @property
    def practices(self) -> tuple[Practice, ...]:
        """Return what was done, in the order of the times."""
        return tuple(time.practice for time in self.times if time.practice)

    @property
    def is_written(self) -> bool:
        """Return whether anything is said here."""
        return bool(self.practices) or self.mark is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekRow:
    """One row across the week; `many` is true if a cell counts several times of a day."""

    key: RowKey
    strategy: Strategy
    cells: tuple[WeekCell, ...]
    many: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekGrid:
    """A child's week."""

    child: UUID
    period: Period
    rows: tuple[WeekRow, ...] = ()

    @property
    def days(self) -> tuple[date, ...]:
        """Return the seven days; fewer in the first and the last week that there is."""
        count = (self.period.end - self.period.start).days + 1
        return tuple(self.period.start + timedelta(days=ahead) for ahead in range(count))

    def cell(self, place: CellPlace) -> WeekCell | None:
        """Return a cell, or None if the week has it no more."""
        ahead = (place.day - self.period.start).days
        row = next((week_row for week_row in self.rows if week_row.key == place.row), None)
        return row.cells[ahead] if row and 0 <= ahead < DAYS_OF_A_WEEK else None


@dataclass(frozen=True, slots=True)
class _Reading:
    """One strategy while its week is laid out; `rows` are those of the paper."""

    family: Family
    records: DayRecords
    strategy: Strategy
    in_force: Sequence[StepInForce]
    rows: Sequence[FridgeRow]
    today: date

    @property
    def keys(self) -> tuple[RowKey, ...]:
        """Return which rows there are."""
        return tuple(RowKey(self.strategy.id, row.slot or None, row.place) for row in self.rows)


def week_grid(
    family: Family, records: DayRecords, child: UUID, week: Period, today: date
) -> WeekGrid:
    """Return a week: `records` holds what was written in it.

    What is planned on some day of the week has its rows, as has what was written without being
    planned. Raises RecordMissingError for an unknown child.
    """
    if child not in family.children:
        raise RecordMissingError(str(child))
    family = with_distinct_names(family, child)
    grid = WeekGrid(child=child, period=week)
    readings = (
        _reading(family, records, strategy, grid, today) for strategy in family.strategies_of(child)
    )
    rows = (row for reading in readings if reading for row in _rows_of(reading, grid))
    return replace(grid, rows=tuple(rows))


def _reading(
    family: Family, records: DayRecords, strategy: Strategy, grid: WeekGrid, today: date
) -> _Reading | None:
    mine = _of_strategy(records, strategy.id)
    planned = strategy_in_week(family, strategy, grid.period, with_how=False)
    if not planned and not mine.practices and not any(mark.strategy for mark in mine.marks):
        return None
    rows = planned.rows if planned else (FridgeRow(days=_NEVER),)
    in_force = steps_in_force(family.steps.get(strategy.id, ()))
    return _Reading(family, mine, strategy, in_force, rows, today)


def _of_strategy(records: DayRecords, strategy: UUID) -> DayRecords:
    """Return what was written of one strategy, with the marks on all."""
    mine = tuple(practice for practice in records.practices if practice.strategy == strategy)
    ids = {practice.id for practice in mine}
    return DayRecords(
        practices=mine,
        marks=tuple(mark for mark in records.marks if mark.strategy in {strategy, None}),
        notes=tuple(note for note in records.notes if note.practice in ids),
        private_notes=tuple(note for note in records.private_notes if note.practice in ids),
    )


def _rows_of(reading: _Reading, grid: WeekGrid) -> Iterator[WeekRow]:
    days = [_cells_of_day(reading, number, day) for number, day in enumerate(grid.days)]
    for place, key in enumerate(reading.keys):
        cells = tuple(day[place] for day in days)
        planned = (sum(not time.extra for time in cell.times) for cell in cells)
        many = any(times > 1 for times in planned)
        yield WeekRow(key=key, strategy=reading.strategy, cells=cells, many=many)


def _cells_of_day(reading: _Reading, number: int, day: date) -> list[WeekCell]:
    """Return the cells of one day, the number of which in the week is given, from 0."""
    keys, plan = reading.keys, plan_asked(reading.in_force, day)
    card = card_of_day(reading.family, reading.records, reading.strategy, plan, day)
    times: list[list[TimeOfCard]] = [[] for _ in keys]
    for time in card.times:
        times[_row_of(time, keys)].append(time)
    marks = tuple(mark for mark in reading.records.marks if mark.day == day)
    return [
        WeekCell(
            place=CellPlace(key, day),
            rating=plan.rating,
            planned=row.days[number] is not None,
            later=day > reading.today,
            times=tuple(mine),
            mark=_mark_of(mine, key, marks),
            marks=marks,
            notes=tuple(note for time in mine for note in time.notes),
            routines=card.routines,
            elsewhere=tuple(time for time in card.times if time not in mine),
        )
        for key, row, mine in zip(keys, reading.rows, times, strict=True)
    ]


def _row_of(time: TimeOfCard, keys: Sequence[RowKey]) -> int:
    """Return the row of a time of day.

    A named time is in the row of its name, an unnamed one in the row of its number. Extra times
    that fit no row go into the last one.
    """
    named = next((n for n, key in enumerate(keys) if key.slot and key.slot == time.slot), None)
    if named is not None:
        return named
    nameless = [n for n, key in enumerate(keys) if key.slot is None]
    return nameless[min(time.number, len(nameless)) - 1] if nameless else len(keys) - 1


def _mark_of(times: Sequence[TimeOfCard], key: RowKey, marks: Sequence[DayMark]) -> DayMark | None:
    """Return the mark that Today shows of a cell's times; of a day without times, its own."""
    if times:
        return next((time.mark for time in times if time.mark), None)
    own = [mark for mark in marks if mark.strategy and mark.slot in {key.slot, None}]
    return next((mark for mark in own if mark.slot == key.slot), next(iter(own), None))
