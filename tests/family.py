"""A fictional family: its records, the period that is asked about, and the answers."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from uuid import UUID

from homejournal.domain.days.day_states import MarkRow, PracticeRow
from homejournal.domain.days.periods import Period
from homejournal.domain.records.children import Child
from homejournal.domain.records.people import Home
from homejournal.domain.records.plan import PlanStep, Strategy
from homejournal.domain.records.practices import DayMark, Practice
from homejournal.domain.records.rating_scales import Tries
from homejournal.domain.records.record import Record

FIRST_DAY = date(2026, 3, 2)
_CLOCK_CHANGE = date(2026, 3, 8)


def day(number: int) -> date:
    """Return a day of March 2026 (33 is 2 April)."""
    return date(2026, 3, 1) + timedelta(days=number - 1)


def days(first: int, last: int) -> Period:
    return Period(day(first), day(last))


VISITED = days(2, 22)
"""From the visit of Monday 2 March through the day before the next."""
NEXT_VISIT = day(23)


def evening(on: date) -> datetime:
    """Return eight in the evening in Chicago, where the clocks change on 8 March 2026."""
    hours = -6 if on < _CLOCK_CHANGE else -5
    return datetime.combine(on, time(20), timezone(timedelta(hours=hours)))


@dataclass(frozen=True, kw_only=True)
class Ask:
    """A question and what a block (total, steps.0, weeks.1, slots.0) answers, as JSON values."""

    question: str
    expect: Mapping[str, object]
    strategy: int = 0
    block: str = "total"
    period: Period | None = None
    covered_through: date | None = None
    """Through which day the file of the other home reaches, where it was taken in."""


@dataclass(frozen=True, kw_only=True)
class Family:
    """One child with all that was written of them, and what is asked of it."""

    name: str
    records: tuple[Record, ...]
    period: Period
    today: date
    asks: tuple[Ask, ...] = ()
    covered_through: date | None = None

    def reaches(self, through: date | None) -> dict[UUID, date]:
        """Say that the other home's file reaches through a day, and ours through any."""
        homes = [home.id for home in self.of(Home)]
        return {homes[0]: date.max, homes[-1]: through} if through else {}

    def of(self, kind: type[Record]) -> list:
        return [record for record in self.records if isinstance(record, kind)]

    @property
    def child(self) -> Child:
        return self.of(Child)[0]

    @property
    def strategies(self) -> tuple[Strategy, ...]:
        return tuple(self.of(Strategy))

    @property
    def strategy(self) -> Strategy:
        return self.strategies[0]

    def steps(self, strategy: Strategy) -> list[PlanStep]:
        return [step for step in self.of(PlanStep) if step.strategy == strategy.id]

    def practices(self, strategy: Strategy) -> list[PracticeRow]:
        return [practice_row(p) for p in self.of(Practice) if p.strategy == strategy.id]

    def marks(self, strategy: Strategy) -> list[MarkRow]:
        own = (None, strategy.id)
        return [mark_row(mark) for mark in self.of(DayMark) if mark.strategy in own]


def practice_row(practice: Practice, *, settled: bool = True) -> PracticeRow:
    rating = practice.rating
    return PracticeRow(
        practice.day.isoformat(),
        practice.slot,
        practice.routine,
        practice.rating_kind,
        rating if isinstance(rating, int) else None,
        str(rating) if isinstance(rating, Decimal) else None,
        rating.took if isinstance(rating, Tries) else None,
        rating.of if isinstance(rating, Tries) else None,
        practice.written.date().isoformat() if practice.written else None,
        settled,
    )


def mark_row(mark: DayMark) -> MarkRow:
    return MarkRow(mark.day.isoformat(), mark.slot, mark.mark, mark.reason, mark.home)


def without(family: Family, *gone: Record) -> Family:
    """Return the family without some of its records."""
    return replace(family, records=tuple(each for each in family.records if each not in gone))
