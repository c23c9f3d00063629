"""What looking back is asked for, and what it tells: the values of charts, tables and sentences."""

from bisect import bisect_right
from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from itertools import pairwise
from uuid import UUID

from homejournal.domain.days.counting import CountedDays, numbers_of
from homejournal.domain.days.day_states import (
    CountingFrame,
    DayCount,
    DayState,
    MarkRow,
    PracticeRow,
)
from homejournal.domain.days.periods import Period
from homejournal.domain.days.ratings import aim_of, is_same_measure
from homejournal.domain.days.strategy_numbers import Block, StrategyNumbers
from homejournal.domain.looking_back.chart_series import LifeMark, PhaseMiddle
from homejournal.domain.records.children import LifeEvent
from homejournal.domain.records.plan import (
    STANDING_STILL,
    PlanStep,
    StepInForce,
    StepKind,
    Strategy,
)
from homejournal.domain.records.practices import LeftOutReason
from homejournal.domain.records.rating_scales import ON_OWN, WELL, RatingKind, RatingPlan
from homejournal.domain.records.visits import Visit

FIRSTS = ((RatingKind.HELP, ON_OWN), (RatingKind.WENT, WELL))
"""What is told when it happens for the first time: on own, and well."""


@dataclass(frozen=True, slots=True)
class First:
    """The day of a first, and at which time of the day it was, where that was said."""

    day: date
    slot: str | None = None


@dataclass(frozen=True, slots=True)
class FirstTime:
    """First time on own: Sunday, March 22, dinner; of which strategy."""

    kind: RatingKind
    level: int
    first: First
    strategy: str


def first_at_level(
    rows: Iterable[PracticeRow], kind: RatingKind, level: int, slots: Sequence[str] = ()
) -> First | None:
    """Return the first practice at a level of a kind of rating, or None if there was none.

    On one day the times of the day stand in the order of `slots`; a practice without one comes
    last. The rating of a practice with two unsettled versions counts in neither.
    """
    order = {slot: place for place, slot in enumerate(slots)}
    found = (
        (row.day, order.get(row.slot or "", len(order)), row.slot)
        for row in rows
        if row.settled and row.kind == kind and row.level == level
    )
    first = min(found, key=lambda each: each[:2], default=None)
    return First(date.fromisoformat(first[0]), first[2]) if first else None


@dataclass(frozen=True, slots=True, kw_only=True)
class StrategyWritten:
    """What was written of one strategy, as the journal has it; nothing is counted yet.

    With `narrowed` the practices are only those of one routine or one person: then `marks` is
    empty, and nothing can be told of planned days.
    """

    strategy: Strategy
    steps: tuple[PlanStep, ...]
    practices: Sequence[PracticeRow]
    marks: Sequence[MarkRow]
    frame: CountingFrame
    visits: tuple[Visit, ...] = ()
    """All visits of the child, in any order."""
    life_events: tuple[LifeEvent, ...] = ()
    routine_names: Mapping[UUID, str] = field(default_factory=dict)
    firsts: tuple[FirstTime, ...] = ()
    """The first times inside the period, where other days came before them."""
    narrowed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DayShown:
    """One day of the calendar."""

    day: date
    state: DayState
    reason: LeftOutReason | None = None
    times: int
    times_planned: int = 0
    written_later: bool = False
    """Whether something of this day was first written more than one calendar day after it."""

    @property
    def used_anyway(self) -> bool:
        """Whether it was done though it was not planned: the state has to say more than that."""
        return self.state is DayState.NOT_PLANNED and self.times > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseNumbers:
    """The counts between two changes of the plan, cut to the period."""

    start: date
    end: date
    rating: RatingPlan
    block: Block


@dataclass(frozen=True, slots=True, kw_only=True)
class Nap:
    """How the ratings before and after overlap: of all pairs, in how many the later is better.

    Ties count half (nonoverlap of all pairs; Parker and Vannest 2009). `value` is better / pairs,
    from 0 to 1, rounded to four digits. `same` are the ties, so in better - same / 2 pairs the
    later is really the better one.
    """

    before: int
    after: int
    better: Decimal
    pairs: int
    same: int
    value: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class AroundVisit:
    """The counts before and since a visit inside the period; `nap` where it may be told."""

    visit: Visit
    before: Block
    since: Block
    nap: Nap | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RunChart:
    """A run chart's count: values in order, those on the median left out.

    `useful` values are off the median; `longest` is the longest run on one side and `crossings`
    how often the median is crossed; the limits are Anhøj and Olesen's (2014). `signal` says that
    a run is too long or crossings too few to be ups and downs alone. `weekly` says that the values
    are totals of full weeks, not single days.
    """

    weekly: bool
    median: Decimal
    n: int
    useful: int
    longest: int
    longest_allowed: int
    crossings: int
    fewest_allowed: int
    signal: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionTries:
    """The tries of one session with their Wilson 95 % interval, both ends from 0 to 1."""

    day: date
    took: int
    of: int
    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class MoreDetail:
    """The measures of the "more detail" page, each None if it may not be told."""

    run: RunChart | None = None
    tries: SessionTries | None = None
    off_median: int = 0
    """Of the numbers of single days, how many lie off their median; from twelve on it is a run."""


@dataclass(frozen=True, kw_only=True)
class LookBack:
    """One strategy over a period, counted; from the days of `changes` something else was planned.

    `visits` are those inside the period with something before and after, newest first. `counted`
    are the days from which every chart of it is summed, and `total` is what they come to in all.
    """

    written: StrategyWritten
    counted: CountedDays = field(compare=False, repr=False)
    total: Block
    kind: RatingKind
    rating: RatingPlan
    """How practices were rated at the end of the period."""
    changes: tuple[date, ...] = ()
    life: tuple[LifeMark, ...] = ()
    phases: tuple[PhaseNumbers, ...] = ()
    visits: tuple[AroundVisit, ...] = ()
    more: MoreDetail = field(default_factory=MoreDetail)

    @cached_property
    def numbers(self) -> StrategyNumbers:
        """All of its numbers: beside the total also each week, step, time of the day and routine.

        Few ask for more than the total.
        """
        return numbers_of(self.written.strategy, self.counted)

    @cached_property
    def days(self) -> tuple[DayShown, ...]:
        """Every day that counts; of some practices alone only those that have one."""
        counted = self.counted
        return days_shown(day for day in counted.days if day.rows or not counted.narrowed)


def days_shown(days: Iterable[DayCount]) -> tuple[DayShown, ...]:
    """Return every day that counts, with its state, its times, and whether it was written later."""
    return tuple(
        DayShown(
            day=day.day,
            state=day.answer.state,
            reason=day.answer.reason,
            times=day.answer.times,
            times_planned=day.answer.times_planned,
            written_later=day.written_later > 0,
        )
        for day in days
    )


_DAY = timedelta(days=1)


def changes_in(in_force: Iterable[StepInForce], period: Period) -> tuple[date, ...]:
    """Return the days inside the period from which something else was planned.

    A pause or finish changes nothing of what is planned, nor does a restart that takes up what
    was planned before.
    """
    spoken = [step for step in in_force if step.step.step not in STANDING_STILL]
    return tuple(
        step.start
        for before, step in pairwise(spoken)
        if period.start < step.start <= period.end and _differs(before, step)
    )


def _differs(before: StepInForce, step: StepInForce) -> bool:
    said = (step.often, step.rating, step.words)
    return step.step.step is StepKind.CHANGE or said != (before.often, before.rating, before.words)


def phase_of(changes: Sequence[date], day: date) -> int:
    """Return how many changes of the plan there were through a day: 0 before the first."""
    return bisect_right(changes, day)


def is_planned_in(in_force: Iterable[StepInForce], stretch: Period) -> bool:
    """Return whether a step that plans something is in force on a day of a stretch."""
    return any(
        step.step.step not in STANDING_STILL
        and step.start <= stretch.end
        and (step.end is None or step.end >= stretch.start)
        for step in in_force
    )


def reach_of(counted: CountedDays, stretch: Period) -> Period | None:
    """Return a stretch from the first day in it that was planned or done to the last such day."""
    days = counted.between(stretch)
    first = next((day.day for day in days if day.plan.planned or day.rows), None)
    last = next((day.day for day in reversed(days) if day.plan.planned or day.rows), None)
    return Period(first, last) if first and last else None


def phases_in(
    counted: CountedDays, changes: Sequence[date], stretch: Period
) -> tuple[PhaseNumbers, ...]:
    """Return the counts between changes of the plan, oldest first; they add up to the whole.

    A pause belongs to the phase before it. The first phase begins with the first day of the
    stretch that was planned or done, and the last ends with the last.
    """
    reach = reach_of(counted, stretch)
    if reach is None:
        return ()
    inside = [day for day in changes if reach.start < day <= reach.end]
    starts = [reach.start, *inside]
    ends = [*(day - _DAY for day in inside), reach.end]
    return tuple(_phase(counted, Period(*cut)) for cut in zip(starts, ends, strict=True))


def _phase(counted: CountedDays, stretch: Period) -> PhaseNumbers:
    return PhaseNumbers(
        start=stretch.start,
        end=stretch.end,
        rating=counted.rating(stretch),
        block=counted.block(stretch),
    )


def middle_of(counted: CountedDays, phase: PhaseNumbers, rating: RatingPlan) -> PhaseMiddle:
    """Return the middle value of a phase, of the ratings that are looked at."""
    block, differs = phase.block, not _is_rated_so(phase, rating)
    if differs:
        block = counted.block(Period(phase.start, phase.end), rating)
    middle = block.median
    so_far = block.median_so_far if middle is None else None
    return PhaseMiddle(
        start=phase.start,
        end=phase.end,
        n=block.known,
        middle=so_far if middle is None else middle,
        so_far=so_far is not None,
        aim=None if differs else aim_of(phase.rating),
        at_least=block.at_least,
        apart=differs and any(block.others.values()),
    )


def _is_rated_so(phase: PhaseNumbers, rating: RatingPlan) -> bool:
    return phase.block.kind is rating.kind and is_same_measure(rating, phase.rating)


_FOUR_WEEKS = 28


class PeriodChoice(StrEnum):
    """The periods that can be chosen in one click, and own dates."""

    SINCE_VISIT = "since_visit"
    FOUR_WEEKS = "four_weeks"
    THREE_MONTHS = "three_months"
    ALL = "all"
    OWN = "own"


def months_back(day: date, months: int) -> date:
    """Return the day so many months before; where a month has no such day, its last one."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    if year < date.min.year:
        return date.min
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def period_of(
    choice: PeriodChoice, today: date, *, since_visit: Period, first_day: date | None
) -> Period:
    """Return the days of a choice, through today; OWN gives those since the visit to start from.

    `first_day` is the first day on which anything is planned or written, or None.
    """
    match choice:
        case PeriodChoice.FOUR_WEEKS:
            first = max(today.toordinal() - _FOUR_WEEKS, 0) + 1
            return Period(date.fromordinal(first), today)
        case PeriodChoice.THREE_MONTHS:
            return _months_through(today, 3)
        case PeriodChoice.ALL:
            return Period(min(first_day or today, today), today)
        case _:
            return since_visit


def _months_through(today: date, months: int) -> Period:
    return Period(min(months_back(today, months) + _DAY, today), today)
