"""Random weeks: plans that change within the week, times done and marks of two homes."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from random import Random
from uuid import UUID

from hypothesis import strategies as st

from homejournal.domain.days.periods import Period
from homejournal.domain.records.children import Child
from homejournal.domain.records.family import DayRecords, Family
from homejournal.domain.records.notes import Note
from homejournal.domain.records.plan import (
    Often,
    OftenKind,
    PlanStep,
    Routine,
    StepKind,
    Strategy,
    Weekday,
    in_order,
)
from homejournal.domain.records.practices import DayMark, LeftOutReason, MarkKind, Practice
from homejournal.domain.records.rating_scales import RatingKind, RatingPlan, Tries, levels_of
from homejournal.domain.today.week_cells import (
    Answer,
    CellChange,
    CellContext,
    CellInput,
    CellRefusedError,
    Refusal,
    SheetAuthors,
    cell_change,
    input_of,
    with_change,
)
from homejournal.domain.today.week_grid import WeekCell, WeekGrid, week_grid

CHILD = Child(id=UUID(int=1), name="Noah")
HERE, THERE = UUID(int=2), UUID(int=3)
MONDAY = date(2026, 3, 2)
WEEK = Period(MONDAY, MONDAY + timedelta(days=6))
AT = datetime(2026, 3, 8, 21, tzinfo=UTC)
SLOTS = ("breakfast", "dinner", "bath")
LETTERS = dict(zip("ynsaopl", (*Answer, *LeftOutReason), strict=True))


@dataclass(frozen=True)
class Week:
    """A family and what it wrote in one week."""

    family: Family
    written: DayRecords

    def grid(self, written: DayRecords | None = None, today: date = WEEK.end) -> WeekGrid:
        return week_grid(self.family, written or self.written, CHILD.id, WEEK, today)


def weeks() -> st.SearchStrategy[Week]:
    """Draw a seed, so that most weeks are full."""
    return st.integers(0, 2**32 - 1).map(lambda seed: Maker(Random(seed)).week())


def wishes(kind: RatingKind) -> st.SearchStrategy[CellInput]:
    """Draw what somebody may type where this kind is rated."""
    rated = {
        RatingKind.NUMBER: st.sampled_from([Decimal(0), Decimal("5.5"), Decimal(40)]),
        RatingKind.TRIES: st.sampled_from([Tries(took=0, of=3), Tries(took=2, of=4)]),
        RatingKind.NONE: st.none(),
    }.get(kind, st.sampled_from([None, *levels_of(kind)]))
    times = st.lists(rated, max_size=4).map(tuple)
    return st.one_of(
        times.map(lambda said: CellInput(times=said)),
        times.map(lambda said: CellInput(times=said, mark=MarkKind.NOT_TODAY)),
        st.sampled_from([Answer.NOT_TODAY, *LeftOutReason]).map(input_of),
    )


def writing(*, sure: bool = True, **said: object) -> CellContext:
    """Return how a test writes; each new record gets the next number."""
    numbers = iter(range(10_000, 20_000))
    told = {"told": SheetAuthors(), "home": HERE, "at": AT, "sure": sure}
    return CellContext(**told | said, new_id=lambda: UUID(int=next(numbers)))


def done(
    week: Week, cell: WeekCell, wish: CellInput, **said: object
) -> tuple[CellChange | Refusal, DayRecords | None]:
    """Return the change and what stands then, or what was refused."""
    try:
        change = cell_change(CHILD.id, cell, wish, writing(**said))
    except CellRefusedError as refused:
        return refused.refusal, None
    return change, with_change(week.written, change)


def twice_a_day(*ratings: int) -> Week:
    """Return a week of a strategy with two times that have no names, done so often on Monday."""
    what = Strategy(id=UUID(int=20), child=CHILD.id, name="Wait")
    step = PlanStep(
        id=UUID(int=30),
        strategy=what.id,
        from_day=WEEK.start,
        step=StepKind.START,
        often=Often(times=2),
        rating=RatingPlan(kind=RatingKind.HELP),
    )
    practices = tuple(
        Practice(
            id=UUID(int=40 + n),
            strategy=what.id,
            day=WEEK.start,
            rating=rating,
            rating_kind=RatingKind.HELP,
        )
        for n, rating in enumerate(ratings)
    )
    family = Family(
        children={CHILD.id: CHILD}, strategies={what.id: what}, steps={what.id: (step,)}
    )
    return Week(family, DayRecords(practices=practices))


class Maker:
    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.numbers = iter(range(100, 10_000))

    def id(self) -> UUID:
        return UUID(int=next(self.numbers))

    def week(self) -> Week:
        strategies = [
            Strategy(id=self.id(), child=CHILD.id, name=f"Strategy {n}")
            for n in range(self.chance.choice([0, 1, 1, 2, 3]))
        ]
        routine = Routine(id=self.id(), name="Dinner", child=CHILD.id)
        family = Family(
            children={CHILD.id: CHILD},
            routines={routine.id: routine},
            strategies={strategy.id: strategy for strategy in strategies},
            steps={
                strategy.id: tuple(in_order(self.steps(strategy, routine)))
                for strategy in strategies
            },
        )
        days = [MONDAY + timedelta(days=n) for n in range(7)]
        places = [(strategy, day) for day in days for strategy in strategies]
        practices = [
            self.practice(one, day)
            for one, day in places
            for _ in range(self.chance.choice([0, 0, 0, 1, 1, 2, 4]))
        ]
        notes = [self.note(practice) for practice in practices if self.sometimes(0.2)]
        marks = [self.mark(one, day) for one, day in places if self.sometimes(0.35)]
        marks += [self.mark(None, day) for day in days if self.sometimes(0.15)]
        written = DayRecords(practices=tuple(practices), marks=tuple(marks), notes=tuple(notes))
        return Week(family, written)

    def steps(self, strategy: Strategy, routine: Routine) -> list[PlanStep]:
        first = MONDAY + timedelta(days=self.chance.choice([-9, -9, -9, 2]))
        made = [self.step(strategy, first, StepKind.START, routine)]
        for _ in range(self.chance.choice([0, 0, 1, 2])):
            day = MONDAY + timedelta(days=self.chance.randrange(7))
            kind = self.chance.choice([StepKind.CHANGE, StepKind.CHANGE, StepKind.PAUSE])
            made.append(self.step(strategy, day, kind, routine))
        return [] if self.sometimes(0.05) else made

    def step(self, strategy: Strategy, day: date, kind: StepKind, routine: Routine) -> PlanStep:
        return PlanStep(
            id=self.id(),
            strategy=strategy.id,
            from_day=day,
            step=kind,
            often=self.often(),
            rating=RatingPlan(kind=self.chance.choice([*RatingKind])),
            routines=(routine.id,) if self.sometimes(0.5) else (),
        )

    def often(self) -> Often:
        if self.sometimes(0.2):
            return Often(kind=OftenKind.DAYS_A_WEEK, days=3)
        slots = tuple(self.chance.sample(SLOTS, self.chance.choice([0, 0, 1, 2, 3])))
        weekdays = (Weekday.MON, Weekday.TUE, Weekday.SAT) if self.sometimes(0.2) else ()
        times = len(slots) or self.chance.choice([1, 1, 2, 3, 6])
        return Often(times=times, slots=slots, weekdays=weekdays)

    def practice(self, strategy: Strategy, day: date) -> Practice:
        kind = self.chance.choice([*RatingKind])
        ratings = {
            RatingKind.NUMBER: [Decimal("5.5"), Decimal(7)],
            RatingKind.TRIES: [Tries(took=1, of=3)],
            RatingKind.NONE: [None],
        }.get(kind, [*levels_of(kind)])
        return Practice(
            id=self.id(),
            strategy=strategy.id,
            day=day,
            slot=self.chance.choice([None, *SLOTS]),
            rating=self.chance.choice([None, *ratings]),
            rating_kind=kind,
        )

    def mark(self, strategy: Strategy | None, day: date) -> DayMark:
        kind = self.chance.choice([*MarkKind])
        reasons = [None, *LeftOutReason] if kind is MarkKind.LEFT_OUT else [None]
        return DayMark(
            id=self.id(),
            child=CHILD.id,
            strategy=strategy.id if strategy else None,
            day=day,
            slot=self.chance.choice([None, None, *SLOTS]) if strategy else None,
            mark=kind,
            reason=self.chance.choice(reasons),
            home=self.chance.choice([HERE, HERE, None, THERE]),
        )

    def note(self, practice: Practice) -> Note:
        return Note(
            id=self.id(),
            child=CHILD.id,
            day=practice.day,
            text="She laughed",
            practice=practice.id,
            strategy=practice.strategy,
        )

    def sometimes(self, share: float) -> bool:
        return self.chance.random() < share
