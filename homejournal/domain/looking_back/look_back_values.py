"""What looking back at one strategy tells: the values of its charts, tables and sentences."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from uuid import UUID

from homejournal.domain.days.counting import CountedDays
from homejournal.domain.days.day_counts import CountingFrame, DayCount
from homejournal.domain.days.day_states import DayState
from homejournal.domain.days.rows_to_count import MarkRow, PracticeRow
from homejournal.domain.days.strategy_numbers import Block, StrategyNumbers
from homejournal.domain.looking_back.chart_series import LifeMark
from homejournal.domain.records.children import LifeEvent
from homejournal.domain.records.plan import PlanStep, Strategy
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
    """Return the first practice at a level of a kind of rating, or None where there was none.

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
    times: int = 0
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
    """The measures of the "more detail" page, each None where it may not be told."""

    run: RunChart | None = None
    tries: SessionTries | None = None
    off_median: int = 0
    """Of the numbers of single days, how many lie off their median; from twelve on it is a run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LookBack:
    """One strategy over a period, counted; from the days of `changes` something else was planned.

    `visits` are those inside the period with something before and after, newest first. `counted`
    are the days from which every chart of it is summed.
    """

    written: StrategyWritten
    counted: CountedDays = field(compare=False, repr=False)
    numbers: StrategyNumbers
    kind: RatingKind
    rating: RatingPlan
    """How practices were rated at the end of the period."""
    days: tuple[DayShown, ...] = ()
    changes: tuple[date, ...] = ()
    life: tuple[LifeMark, ...] = ()
    phases: tuple[PhaseNumbers, ...] = ()
    visits: tuple[AroundVisit, ...] = ()
    more: MoreDetail = field(default_factory=MoreDetail)


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
