"""A workbook as a value: sheets of rows for people to read, and each day of each strategy."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import NamedTuple
from uuid import UUID

from homejournal.domain.days.counting import count
from homejournal.domain.days.day_states import (
    CountingFrame,
    DayAnswer,
    DayState,
    MarkRow,
    PracticeRow,
)
from homejournal.domain.days.periods import Period
from homejournal.domain.journal.entry_filter import EntryFilter
from homejournal.domain.looking_back.look_back_values import DayShown, days_shown
from homejournal.domain.records.plan import PlanStep, Strategy
from homejournal.domain.records.practices import DayMark, Practice
from homejournal.domain.records.record import Record

BookCell = str | int | Decimal | date | datetime | time | None
"""What a cell can hold; nothing is an empty cell, and text is always text."""


class BookColumn(NamedTuple):
    """A column: its name, what it says, how wide it is in letters."""

    name: str
    meaning: str
    width: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BookSheet:
    """One sheet of a workbook."""

    title: str
    columns: tuple[BookColumn, ...]
    rows: tuple[tuple[BookCell, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """A workbook; the guide to its columns is its first sheet."""

    guide: BookSheet
    sheets: tuple[BookSheet, ...]
    from_right: bool = False
    """Whether its language is written from the right."""


MOST_DAYS = 20 * 366
"""So many days are told back from today: a year that was mistyped would fill a workbook."""
_PLANNED = {DayState.DID_IT, DayState.NOT_TODAY, DayState.NOT_WRITTEN}


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOfStrategy:
    """One day of a strategy: its state and its times.

    `planned` says whether it is one of the planned days that shares are counted of; None if the
    plan leaves the days of the week open.
    """

    day: date
    child: UUID
    strategy: UUID
    shown: DayShown
    answer: DayAnswer
    planned: bool | None

    @property
    def times(self) -> int:
        """Return how often it was done."""
        return self.answer.times

    @property
    def times_planned(self) -> int | None:
        """Return how often it was planned; None where any days of the week will do."""
        return self._of_plan(self.answer.times_planned)

    @property
    def times_not_today(self) -> int | None:
        """Return how many of the planned times were put off."""
        return self._of_plan(self.answer.times_not_today)

    @property
    def times_not_written(self) -> int | None:
        """Return of how many of the planned times nothing is written."""
        return self._of_plan(self.answer.times_not_written)

    def _of_plan(self, times: int) -> int | None:
        return None if self.planned is None else times


def tells_day(asked: EntryFilter | None, day: DayOfStrategy) -> bool:
    """Return whether a day of a strategy stands in a workbook of what is asked for.

    With some of the entries alone nothing can be told of any day.
    """
    if asked is None:
        return True
    return not asked.narrowed and asked.period.start <= day.day <= asked.period.end


def days_of_all(records: Iterable[Record], frame: CountingFrame) -> Iterator[DayOfStrategy]:
    """Yield the days of each strategy, from the first planned or written one until today.

    They are those of twenty years at most. Of the frame its period is not asked. An entry that
    stands in two versions counts once.
    """
    records = {record.id: record for record in records}.values()
    for strategy in records:
        if isinstance(strategy, Strategy):
            yield from _days(strategy, records, frame)


def _days(
    strategy: Strategy, records: Iterable[Record], frame: CountingFrame
) -> Iterator[DayOfStrategy]:
    steps = [
        record
        for record in records
        if isinstance(record, PlanStep) and record.strategy == strategy.id
    ]
    done = [
        record
        for record in records
        if isinstance(record, Practice) and record.strategy == strategy.id
    ]
    marks = [
        record for record in records if isinstance(record, DayMark) and _speaks(record, strategy)
    ]
    begins = [*(step.from_day for step in steps), *(practice.day for practice in done)]
    first = min(begins, default=None)
    if first is None or first > frame.today:
        return
    earliest = date.fromordinal(max(1, frame.today.toordinal() - MOST_DAYS))
    told = frame._replace(period=Period(max(first, earliest), frame.today))
    counted = count(steps, map(_practice, done), map(_mark, marks), told)
    for day, shown in zip(counted.days, days_shown(counted.days), strict=True):
        any_days = day.plan.days_a_week is not None
        yield DayOfStrategy(
            day=day.day,
            child=strategy.child,
            strategy=strategy.id,
            shown=shown,
            answer=day.answer,
            planned=None if any_days else day.answer.state in _PLANNED,
        )


def _speaks(mark: DayMark, strategy: Strategy) -> bool:
    return mark.child == strategy.child and mark.strategy in {None, strategy.id}


def _practice(one: Practice) -> PracticeRow:
    """Return what states and times are counted from; ratings say nothing of either."""
    return PracticeRow(
        day=one.day.isoformat(),
        slot=one.slot,
        routine=one.routine,
        kind=one.rating_kind,
        level=None,
        number=None,
        took=None,
        of=None,
        written=one.written.date().isoformat() if one.written else None,
        settled=False,
    )


def _mark(one: DayMark) -> MarkRow:
    return MarkRow(one.day.isoformat(), one.slot, one.mark, one.reason, one.home)
