"""Random families for Hypothesis: plans that change and pause, days of every kind, two homes."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from hypothesis import strategies as st

from homejournal.domain.counting import strategy_numbers
from homejournal.domain.day_counts import CountingFrame
from homejournal.domain.numbers import MarkRow, Period, PracticeRow, StrategyNumbers
from homejournal.domain.plan import Often, OftenKind, PlanStep, StepKind, Strategy, Weekday
from homejournal.domain.practices import LeftOutReason, MarkKind
from homejournal.domain.ratings import Aim, RatingKind, RatingPlan
from homejournal.domain.settings import WeekStart

STRATEGY = Strategy(id=UUID(int=1), child=UUID(int=2), name="Wait before giving")
ROUTINES = (UUID(int=11), UUID(int=12))
SLOTS = ("breakfast", "dinner", "bath")
# A leap day, both clock changes of the US, a turn of the year, and a plain stretch.
BEGINNINGS = (
    date(2024, 2, 20),
    date(2026, 3, 2),
    date(2026, 10, 26),
    date(2025, 12, 24),
    date(2026, 5, 13),
)


@dataclass(frozen=True, kw_only=True)
class Counted:
    """All that a strategy is counted from."""

    steps: tuple[PlanStep, ...]
    practices: tuple[PracticeRow, ...]
    marks: tuple[MarkRow, ...]
    frame: CountingFrame

    def numbers(self) -> StrategyNumbers:
        return strategy_numbers(STRATEGY, self.steps, self.practices, self.marks, self.frame)

    def over(self, start: date, end: date) -> "Counted":
        return replace(self, frame=self.frame._replace(period=Period(start, end)))


@st.composite
def oftens(draw) -> Often:
    if draw(st.integers(0, 3)) == 0:
        return Often(kind=OftenKind.DAYS_A_WEEK, days=draw(st.integers(1, 7)))
    times = draw(st.integers(1, 3))
    weekdays = draw(st.sets(st.sampled_from(Weekday), max_size=4)) if draw(st.booleans()) else ()
    return Often(
        times=times,
        slots=SLOTS[:times] if draw(st.booleans()) else (),
        weekdays=tuple(weekdays),
    )


ends = st.none() | st.integers(0, 6).map(Decimal)
ratings = st.builds(
    RatingPlan,
    kind=st.sampled_from(RatingKind),
    aim=st.none() | st.builds(Aim, low=ends, high=ends),
)


@st.composite
def plans(draw, first: date) -> tuple[PlanStep, ...]:
    steps = []
    for number in range(draw(st.integers(0, 4))):
        kind = StepKind.START if not number else draw(st.sampled_from(StepKind))
        steps.append(
            PlanStep(
                id=UUID(int=100 + number),
                strategy=STRATEGY.id,
                from_day=first + timedelta(days=draw(st.integers(-5, 30))),
                step=kind,
                often=draw(st.none() | oftens()),
                rating=draw(st.none() | ratings),
            )
        )
    return tuple(steps)


@st.composite
def practices(draw, first: date) -> PracticeRow:
    day = first + timedelta(days=draw(st.integers(-3, 38)))
    kind = draw(st.none() | st.sampled_from(RatingKind))
    given = kind is not None and draw(st.integers(0, 4)) > 0
    level = {RatingKind.HELP: 4, RatingKind.WENT: 3}.get(kind) if given else None
    tries = (2, draw(st.integers(2, 5))) if given and kind is RatingKind.TRIES else (None, None)
    number = draw(st.sampled_from(["0", "0.5", "2", "2.0", "3", "7.25"]))
    later = draw(st.none() | st.integers(0, 4))
    return PracticeRow(
        day.isoformat(),
        draw(st.sampled_from([None, *SLOTS])),
        draw(st.sampled_from([None, *ROUTINES])),
        kind,
        draw(st.integers(1, level)) if level else None,
        number if given and kind is RatingKind.NUMBER else None,
        *tries,
        None if later is None else (day + timedelta(days=later)).isoformat(),
        draw(st.integers(0, 9)) > 0,
    )


@st.composite
def marks(draw, first: date) -> MarkRow:
    mark = draw(st.sampled_from(MarkKind))
    left_out = mark is MarkKind.LEFT_OUT
    return MarkRow(
        (first + timedelta(days=draw(st.integers(-3, 38)))).isoformat(),
        draw(st.sampled_from([None, None, None, *SLOTS])),
        mark,
        draw(st.none() | st.sampled_from(LeftOutReason)) if left_out else None,
    )


@st.composite
def families(draw) -> Counted:
    first = draw(st.sampled_from(BEGINNINGS))
    length = draw(st.integers(0, 34))
    covered = draw(st.none() | st.integers(0, 34))
    return Counted(
        steps=draw(plans(first)),
        practices=tuple(draw(st.lists(practices(first), max_size=40))),
        marks=tuple(draw(st.lists(marks(first), max_size=25))),
        frame=CountingFrame(
            Period(first, first + timedelta(days=length)),
            first + timedelta(days=draw(st.integers(-2, 40))),
            draw(st.sampled_from(WeekStart)),
            None if covered is None else first + timedelta(days=covered),
        ),
    )
