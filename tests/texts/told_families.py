"""Random families that leave nothing unsaid: seldom anything written, or nearly every day.

What the family wrote stands between ⟦ and ⟧ and is full of the words that the program never says:
those are the family's, and stay.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from uuid import UUID

from hypothesis import strategies as st

from homejournal.domain.days.day_states import CountingFrame, MarkRow, PracticeRow
from homejournal.domain.days.periods import Period, WeekStart
from homejournal.domain.looking_back.look_back_values import First, FirstTime, StrategyWritten
from homejournal.domain.records.children import Child, LifeEvent
from homejournal.domain.records.plan import Often, OftenKind, PlanStep, StepKind
from homejournal.domain.records.practices import LeftOutReason, MarkKind
from homejournal.domain.records.rating_scales import (
    ON_OWN,
    Aim,
    Better,
    RatingKind,
    RatingPlan,
    levels_of,
)
from homejournal.domain.records.visits import Visit
from tests.domain.random_families import BEGINNINGS, ROUTINES, STRATEGY, families

OWN = "⟦the drill failed because porque falló 50 %⟧"
CHILD = Child(id=STRATEGY.child, name=OWN, born=date(2022, 5, 1))
SLOTS = (f"breakfast {OWN}", f"dinner {OWN}")
_DAY = timedelta(days=1)
Value = Callable[[int], int]
"""What is rated on a day, by how many days there were before it."""


def sparse() -> st.SearchStrategy[StrategyWritten]:
    """Families with plans and days of every kind, of whom little can be summed up."""
    return st.builds(
        lambda family, seed: _told(
            Random(seed), family.frame, family.steps, (family.practices, family.marks)
        ),
        families(),
        st.integers(0, 99),
    )


def dense() -> st.SearchStrategy[StrategyWritten]:
    """Families who rate nearly every day, over weeks, months or years."""
    return st.integers(0, 2**32).map(lambda seed: a_dense_family(Random(seed)))


def a_dense_family(random: Random) -> StrategyWritten:
    """Return one of them; the same numbers give the same family."""
    first = random.choice(BEGINNINGS)
    length = random.choice((0, 6, 20, 34, 34, 60))
    apart = random.choice((1, 1, 1, 1, 11, 120))
    period = Period(first, first + length * apart * _DAY)
    today = period.end + random.choice((-9, 0, 0, 1)) * _DAY
    frame = CountingFrame(period, today, random.choice([*WeekStart]))
    rating = _a_rating(random)
    steps = tuple(_steps(random, period, rating))
    return _told(random, frame, steps, _days(random, period, rating.kind, apart))


def _a_rating(random: Random) -> RatingPlan:
    kind = random.choice([*RatingKind, RatingKind.NUMBER])
    if kind is not RatingKind.NUMBER:
        return RatingPlan(kind=kind)
    low, high = random.choice(((None, 4), (2, None), (2, 4), (3, 3), (None, None)))
    aim = Aim(low=low and Decimal(low), high=high and Decimal(high))
    return RatingPlan(
        kind=kind,
        unit=random.choice((None, OWN)),
        better=random.choice((None, *Better)),
        aim=random.choice((None, aim)),
    )


def _steps(random: Random, period: Period, rating: RatingPlan) -> Iterator[PlanStep]:
    inside = (period.end - period.start).days
    often = _an_often(random)
    count = random.choice((0, 1, 1, 2, 3, 4, 4))
    for place in range(count):
        kind = random.choice(_LATER) if place else StepKind.START
        own = rating if random.random() < 0.9 else _a_rating(random)
        day = inside * place // count if random.random() < 0.7 else random.randint(0, inside)
        yield PlanStep(
            id=UUID(int=100 + place),
            strategy=STRATEGY.id,
            from_day=period.start + (day if place else -3) * _DAY,
            step=kind,
            often=often if random.random() < 0.93 else _an_often(random),
            rating=own,
            what=OWN,
            routines=ROUTINES,
        )


def _an_often(random: Random) -> Often:
    return random.choice(
        (
            Often(),
            Often(times=2, slots=SLOTS),
            Often(times=2),
            Often(kind=OftenKind.DAYS_A_WEEK, days=random.choice((1, 3))),
        )
    )


def _days(
    random: Random, period: Period, kind: RatingKind, apart: int
) -> tuple[list[PracticeRow], list[MarkRow]]:
    practices: list[PracticeRow] = []
    marks: list[MarkRow] = []
    did_it, marked = random.choice(_HABITS)
    reason = random.choice([*LeftOutReason])
    value = random.choice(_VALUES)(random)
    for place in range((period.end - period.start).days // apart + 1):
        day = period.start + place * apart * _DAY
        chance = random.random()
        if chance < did_it:
            times = random.choice((1, 1, 2))
            practices += [_practice(random, day, kind, value(place)) for _ in range(times)]
        elif chance < did_it + marked:
            left_out = random.random() < (0.5 if did_it else 0.97)
            mark = MarkKind.LEFT_OUT if left_out else MarkKind.NOT_TODAY
            marks.append(MarkRow(day.isoformat(), None, mark, reason if left_out else None))
    return practices, marks


_LATER = (*[StepKind.CHANGE] * 4, StepKind.PAUSE, StepKind.RESTART, StepKind.FINISH)
_HABITS = ((0.0, 0.0), (0.1, 0.3), (0.25, 0.3), (0.5, 0.3), (0.9, 0.1), (0.0, 1.0))
"""How often something is done, and how often there is a mark instead."""
_VALUES: tuple[Callable[[Random], Value], ...] = (
    lambda _: lambda _: 3,
    lambda random: lambda _: random.randint(0, 6),
    lambda random: lambda _: random.randint(0, 10**6),
    lambda _: lambda place: place // 3,
    lambda _: lambda place: 2 + 3 * (place > 12),
)


def _practice(random: Random, day: date, kind: RatingKind, value: int) -> PracticeRow:
    rated = random.random() < 0.95
    levels, tries = levels_of(kind), random.choice((3, 5, 10, 40, 5000))
    took = min(value, tries)
    return PracticeRow(
        day.isoformat(),
        random.choice((None, *SLOTS)),
        random.choice((None, *ROUTINES)),
        kind,
        levels[value % len(levels)] if levels and rated else None,
        str(value) if kind is RatingKind.NUMBER and rated else None,
        took if kind is RatingKind.TRIES and rated else None,
        tries if kind is RatingKind.TRIES and rated else None,
        (day + random.choice((0, 0, 4)) * _DAY).isoformat(),
        random.random() < 0.98,
    )


def _told(random: Random, frame: CountingFrame, steps, rows) -> StrategyWritten:
    start, end = frame.period
    inside = [start + random.randint(0, (end - start).days) * _DAY for _ in range(9)]
    visits = random.choice((0, 1, 1, 3))
    practices, marks = rows
    return StrategyWritten(
        strategy=replace(STRATEGY, name=OWN),
        steps=steps,
        practices=practices,
        marks=marks,
        frame=frame,
        visits=tuple(
            Visit(id=UUID(int=200 + place), child=CHILD.id, day=day)
            for place, day in enumerate(inside[:visits])
        ),
        life_events=tuple(
            LifeEvent(id=UUID(int=300 + place), child=CHILD.id, day=day, words=OWN)
            for place, day in enumerate(inside[visits : random.choice((visits, 9))])
        ),
        routine_names=dict.fromkeys(ROUTINES, OWN),
        firsts=(FirstTime(RatingKind.HELP, ON_OWN, First(start, OWN), OWN),),
        narrowed=random.random() < 0.1,
    )
