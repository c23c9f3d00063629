"""A made-up family that used its strategies 27 times a day for ten years.

The small journal is the end of the large one: the same last days with the same practices, notes
and plan. So both have equally full days, and what grows between them is the journal alone.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from homejournal.domain.records.children import Child
from homejournal.domain.records.notes import Flag, Note
from homejournal.domain.records.people import Helper, TeamMember
from homejournal.domain.records.plan import (
    Area,
    Often,
    Outcome,
    PlanStep,
    Routine,
    StepKind,
    Strategy,
)
from homejournal.domain.records.practices import Practice
from homejournal.domain.records.rating_scales import RatingKind, RatingPlan
from homejournal.domain.records.record import Record
from homejournal.domain.records.visits import Visit, VisitHow

DAYS = 3650
TODAY = date(2025, 12, 30)
FIRST_DAY = TODAY - timedelta(days=DAYS - 1)
PRACTICES = 100_000
OFTEN_A_DAY = 10
"""How often the first strategy is used every day: 36,500 times in ten years."""
NOTE_EVERY = 5
VISIT_EVERY = 14
CHANGE_EVERY = 182
MONTHS_SINCE_VISIT = 3
"""So the visit page "since the last visit" tells of three months."""
LOG_FROM = datetime(2025, 12, 31, 1, 0, tzinfo=UTC)

_STRATEGIES = (
    ("Wait and look", RatingKind.HELP),
    ("Two choices at snack", RatingKind.HELP),
    ("Ball through the tunnel", RatingKind.WENT),
    ("Stairs, one hand held", RatingKind.HELP),
    ("Sing and stop", RatingKind.WENT),
    ("Shoes before the park", RatingKind.NONE),
)
_ROUTINES = ("Breakfast", "Snack", "Bath", "Bedtime", "Going out", "Play")
_WORDS = (
    *("snack", "ball", "outside", "choose", "two", "show", "wait", "book", "bath", "shoes"),
    *("stairs", "spoon", "cup", "please", "more", "help", "sister", "grandma", "park", "morning"),
    *("evening", "tired", "happy", "asked", "pointed", "laughed", "reached", "sign", "word"),
    *("turned", "again", "maybe", "kitchen", "swing", "rain", "song", "clap", "quiet", "loud"),
)


@dataclass(slots=True)
class BenchFamily:
    """The records of one journal, in an order in which they can be saved."""

    practices: int
    chance: random.Random = field(default_factory=lambda: random.Random(3))  # noqa: S311

    @property
    def start(self) -> date:
        """Return the journal's first day."""
        return TODAY - timedelta(days=DAYS * self.practices // PRACTICES)

    def small(self) -> list[Record]:
        """Return child, helpers, team, routines, plan and visits."""
        child = Child(id=number("child"), name="Mia", born=FIRST_DAY - timedelta(days=400))
        team = [
            TeamMember(id=number("team", n), name=name, discipline=what)
            for n, (name, what) in enumerate(
                (("Dana", "speech"), ("Lee", "physical therapy"), ("Sam", "early intervention"))
            )
        ]
        outcome = Outcome(
            id=number("outcome"),
            child=child.id,
            text="Mia tells us what she wants at snack",
            areas=(Area.COMMUNICATION,),
            since=self.start,
        )
        helpers = [Helper(id=number("helper", n), name=who) for n, who in enumerate(("Ana", "Ben"))]
        routines = [
            Routine(id=number("routine", n), name=routine) for n, routine in enumerate(_ROUTINES)
        ]
        strategies = [self._strategy(n) for n in range(len(_STRATEGIES))]
        return [
            child,
            *team,
            outcome,
            *helpers,
            *routines,
            *strategies,
            *self._steps(),
            *self._visits(),
        ]

    def entries(self) -> Iterator[Record]:
        """Yield the practices and their notes, oldest first."""
        first = PRACTICES - self.practices
        for place, (day, strategy) in enumerate(_uses()):
            if place < first:
                continue
            practice = self._practice(place, day, strategy)
            yield practice
            if place % NOTE_EVERY == 0:
                yield self._note(practice, place)

    def _strategy(self, n: int) -> Strategy:
        return Strategy(
            id=strategy_id(n),
            child=number("child"),
            name=_STRATEGIES[n][0],
            outcome=number("outcome"),
            suggested_by=number("team", n % 3),
        )

    def _steps(self) -> Iterator[PlanStep]:
        for n, (_, kind) in enumerate(_STRATEGIES):
            days = range(0, (TODAY - self.start).days, CHANGE_EVERY)
            for change, ahead in enumerate(days):
                yield PlanStep(
                    id=number("step", n * 1000 + change),
                    strategy=strategy_id(n),
                    from_day=self.start + timedelta(days=ahead),
                    step=StepKind.CHANGE if change else StepKind.START,
                    what=words(self.chance, 12),
                    how=words(self.chance, 20),
                    often=Often(times=3 if n else OFTEN_A_DAY),
                    rating=RatingPlan(kind=kind),
                )

    def _visits(self) -> Iterator[Visit]:
        for n, ahead in enumerate(
            range(0, (TODAY - self.start).days - MONTHS_SINCE_VISIT * 31, VISIT_EVERY)
        ):
            yield Visit(
                id=number("visit", n),
                child=number("child"),
                day=self.start + timedelta(days=ahead),
                people=(number("team", n % 3),),
                how=VisitHow.HOME,
                agreed_between=words(self.chance, 15),
                held=True,
            )

    def _practice(self, place: int, day: date, n: int) -> Practice:
        kind = _STRATEGIES[n][1]
        levels = {RatingKind.HELP: 4, RatingKind.WENT: 3}.get(kind)
        return Practice(
            id=number("practice", place),
            strategy=strategy_id(n),
            day=day,
            routine=number("routine", place % len(_ROUTINES)),
            helper=number("helper", place % 2),
            rating=1 + self.chance.randrange(levels) if levels else None,
            rating_kind=kind,
            written=datetime(day.year, day.month, day.day, 18, place % 60, tzinfo=UTC),
        )

    def _note(self, practice: Practice, place: int) -> Note:
        flags = (list(Flag)[place // NOTE_EVERY % 3],) if place % (NOTE_EVERY * 30) == 0 else ()
        return Note(
            id=number("note", place),
            child=number("child"),
            day=practice.day,
            text=words(self.chance, 25),
            practice=practice.id,
            strategy=practice.strategy,
            flags=flags,
            helper=practice.helper,
            written=practice.written,
        )


def number(kind: str, n: int = 0) -> UUID:
    """Return the same id for the same thing in every run."""
    letters = sum(map(ord, kind))
    return UUID(int=(letters << 96) | (0x4 << 76) | (0x8 << 60) | n)


def strategy_id(n: int) -> UUID:
    """Return the id of the strategy with this number; 0 is the one that is used ten times a day."""
    return number("strategy", n)


def words(chance: random.Random, count: int) -> str:
    """Return a sentence; one word in fifteen is a rare one, as names are."""
    said = (
        chance.choice(_WORDS) if chance.random() < 0.93 else f"x{chance.randrange(60000):05x}"
        for _ in range(count)
    )
    return " ".join(said).capitalize() + "."


def _uses() -> Iterator[tuple[date, int]]:
    """Yield every use as day and strategy: the first ten times a day, the others in turn."""
    others = PRACTICES - OFTEN_A_DAY * DAYS
    done = 0
    for ahead in range(DAYS):
        day = FIRST_DAY + timedelta(days=ahead)
        for _ in range(OFTEN_A_DAY):
            yield day, 0
        until = others * (ahead + 1) // DAYS
        for place in range(done, until):
            yield day, 1 + place % (len(_STRATEGIES) - 1)
        done = until
