"""Random families: plans that change and pause, days of every kind, two homes, visits.

Hypothesis draws a seed and each family is made from it: drawn one by one, so many choices would
leave most families nearly empty.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from uuid import UUID

from hypothesis import strategies as st

from homejournal.domain.days.counting import count, numbers_of
from homejournal.domain.days.day_states import CountingFrame, MarkRow, PracticeRow
from homejournal.domain.days.periods import Period, WeekStart
from homejournal.domain.days.strategy_numbers import StrategyNumbers
from homejournal.domain.looking_back.look_back_values import StrategyWritten
from homejournal.domain.records.children import LifeEvent
from homejournal.domain.records.plan import Often, OftenKind, PlanStep, StepKind, Strategy, Weekday
from homejournal.domain.records.practices import LeftOutReason, MarkKind
from homejournal.domain.records.rating_scales import Aim, Better, Per, RatingKind, RatingPlan
from homejournal.domain.records.visits import Visit

STRATEGY = Strategy(id=UUID(int=1), child=UUID(int=2), name="Wait before giving")
HOMES = (UUID(int=31), UUID(int=32))
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
LONGEST = 41


@dataclass(frozen=True, kw_only=True)
class Counted:
    """All that a strategy is counted from."""

    steps: tuple[PlanStep, ...]
    practices: tuple[PracticeRow, ...]
    marks: tuple[MarkRow, ...]
    frame: CountingFrame
    visits: tuple[Visit, ...] = ()
    life_events: tuple[LifeEvent, ...] = ()

    def written(self) -> StrategyWritten:
        return StrategyWritten(
            strategy=STRATEGY,
            steps=self.steps,
            practices=self.practices,
            marks=self.marks,
            frame=self.frame,
            visits=self.visits,
            life_events=self.life_events,
            routine_names={ROUTINES[0]: "bath", ROUTINES[1]: "car"},
        )

    def window(self, start: int, length: int) -> Period:
        first = self.frame.period.start + timedelta(days=start)
        return Period(first, first + timedelta(days=length))

    def numbers(self) -> StrategyNumbers:
        return numbers_of(STRATEGY, count(self.steps, self.practices, self.marks, self.frame))

    def over(self, start: date, end: date) -> "Counted":
        return replace(self, frame=self.frame._replace(period=Period(start, end)))

    def in_another_order(self, chance: Random) -> "Counted":
        """Return the same family, with all that is listed in an order of chance."""
        listed = ("steps", "practices", "marks", "visits", "life_events")
        lists = {name: getattr(self, name) for name in listed}
        return replace(
            self, **{name: tuple(chance.sample(one, len(one))) for name, one in lists.items()}
        )


windows = st.tuples(st.integers(-5, 36), st.integers(0, 30))
"""Stretches that lie in, across or beside the period of a family: from which day, how long."""


_seeds = st.integers(0, 2**32 - 1)


def families() -> st.SearchStrategy[Counted]:
    return _seeds.map(family_of)


def plans(first: date, usual: RatingKind) -> st.SearchStrategy[tuple[PlanStep, ...]]:
    """Plans alone, from about a first day on, that mostly rate the usual kind."""

    def plan_of(seed: int) -> tuple[PlanStep, ...]:
        maker = _Maker(Random(seed))
        maker.first, maker.usual = first, usual
        return maker.plan()

    return _seeds.map(plan_of)


def family_of(seed: int) -> Counted:
    return _Maker(Random(seed)).family()


class _Maker:
    """Makes one family; what it mostly rates and how much it writes is its own."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.first = chance.choice(BEGINNINGS)
        self.usual = chance.choice([RatingKind.HELP, RatingKind.NUMBER, *RatingKind])
        self.unit = chance.choice([None, "minutes"])
        self.often_written = chance.choice([0, 0.3, 0.6, 0.8, 0.9])
        self.often_marked = chance.choice([0, 0.1, 0.5])

    def family(self) -> Counted:
        days = [self.first + timedelta(days=number) for number in range(-3, LONGEST + 5)]
        practices = [
            self.practice(day)
            for day in days
            if self.sometimes(self.often_written)
            for _ in range(self.chance.choice([1, 1, 1, 2, 3]))
        ]
        marks = [
            self.mark(day)
            for day in days
            if self.sometimes(self.often_marked)
            for _ in range(self.chance.choice([1, 1, 1, 2, 3]))
        ]
        self.chance.shuffle(practices)
        return Counted(
            steps=self.plan(),
            practices=tuple(practices),
            marks=tuple(marks),
            frame=self.frame(),
            visits=tuple(map(self.visit, range(self.chance.randint(0, 3)))),
            life_events=tuple(map(self.life_event, range(self.chance.randint(0, 2)))),
        )

    def sometimes(self, share: float) -> bool:
        return self.chance.random() < share

    def day(self, start: int = -3, end: int = LONGEST + 4) -> date:
        return self.first + timedelta(days=self.chance.randint(start, end))

    def frame(self) -> CountingFrame:
        lengths = [0, 6, *[LONGEST] * 5, self.chance.randint(0, LONGEST)]
        length = self.chance.choice(lengths)
        return CountingFrame(
            Period(self.first, self.first + timedelta(days=length)),
            self.day(-2 if self.sometimes(0.4) else LONGEST - 9, LONGEST + 6),
            self.chance.choice(list(WeekStart)),
            {home: self.day(0, LONGEST) for home in HOMES} if self.sometimes(0.5) else {},
        )

    def plan(self) -> tuple[PlanStep, ...]:
        return tuple(map(self.step, range(self.chance.choice([0, 1, 1, 2, 2, 3, 4]))))

    def step(self, number: int) -> PlanStep:
        kind = StepKind.START if not number else self.chance.choice(list(StepKind))
        early = not number and self.sometimes(0.8)
        return PlanStep(
            id=UUID(int=100 + number),
            strategy=STRATEGY.id,
            from_day=self.day(-5, 2) if early else self.day(-5, 30),
            step=kind,
            how=self.chance.choice([None, None, "", "Show", "Wait"]),
            often=self.often() if self.sometimes(0.6) else None,
            rating=self.rating() if not number or self.sometimes(0.3) else None,
        )

    def often(self) -> Often:
        if self.sometimes(0.25):
            return Often(kind=OftenKind.DAYS_A_WEEK, days=self.chance.randint(1, 7))
        times = self.chance.randint(1, 3)
        weekdays = self.chance.sample(list(Weekday), self.chance.randint(1, 4))
        return Often(
            times=times,
            slots=SLOTS[:times] if self.sometimes(0.5) else (),
            weekdays=tuple(weekdays) if self.sometimes(0.3) else (),
        )

    def rating(self) -> RatingPlan:
        return RatingPlan(
            kind=self.kind(),
            unit=self.unit if self.sometimes(0.7) else "hours",
            better=self.chance.choice([None, *Better]),
            aim=Aim(low=self.end(), high=self.end()) if self.sometimes(0.5) else None,
            per=self.chance.choice([Per.DAY, Per.DAY, Per.TIME]),
        )

    def kind(self) -> RatingKind:
        return self.usual if self.sometimes(0.8) else self.chance.choice(list(RatingKind))

    def end(self) -> Decimal | None:
        return Decimal(self.chance.randint(0, 6)) if self.sometimes(0.7) else None

    # What was written

    def practice(self, day: date) -> PracticeRow:
        kind = self.kind() if self.sometimes(0.95) else None
        given = kind is not None and self.sometimes(0.85)
        level = {RatingKind.HELP: 4, RatingKind.WENT: 3}.get(kind) if given else None
        tries = given and kind is RatingKind.TRIES
        number = self.chance.choice(["0", "0.5", "2", "2.0", "3", "7.25", "1000000000000"])
        later = self.chance.choice([None, 0, 0, 1, 2, 4])
        return PracticeRow(
            day.isoformat(),
            self.chance.choice([None, *SLOTS]),
            self.chance.choice([None, *ROUTINES]),
            kind,
            self.chance.randint(1, level) if level else None,
            number if given and kind is RatingKind.NUMBER else None,
            self.chance.randint(0, 2) if tries else None,
            self.chance.randint(2, 5) if tries else None,
            None if later is None else (day + timedelta(days=later)).isoformat(),
            self.sometimes(0.93),
        )

    def mark(self, day: date) -> MarkRow:
        left_out = self.sometimes(0.6)
        return MarkRow(
            day.isoformat(),
            self.chance.choice([None, None, None, *SLOTS]),
            MarkKind.LEFT_OUT if left_out else MarkKind.NOT_TODAY,
            self.chance.choice([None, *LeftOutReason]) if left_out else None,
            self.chance.choice([None, *HOMES, HOMES[0]]),
        )

    def visit(self, number: int) -> Visit:
        return Visit(
            id=UUID(int=200 + number),
            child=STRATEGY.child,
            day=self.day(),
            held=self.sometimes(0.5),
        )

    def life_event(self, number: int) -> LifeEvent:
        words = self.chance.choice(["We moved", "A new baby"])
        of = STRATEGY.child
        return LifeEvent(id=UUID(int=300 + number), child=of, day=self.day(), words=words)
