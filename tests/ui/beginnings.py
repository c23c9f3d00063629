"""What many tests begin with: written once in a run of the tests, and copied for each of them."""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path
from uuid import UUID, uuid4

from homejournal.domain.records.children import Child
from homejournal.domain.records.people import Helper, TeamMember
from homejournal.domain.records.plan import Often, PlanStep, Routine, Strategy
from homejournal.domain.records.rating_scales import RatingKind, RatingPlan
from homejournal.resources import resource
from homejournal.services.opening import create_example, create_journal, open_journal

SUNDAY = date(2026, 3, 22)
START = date(2026, 3, 2)
EMPTY = "empty"


@dataclass
class Clock:
    """Stands still until a test moves it."""

    now: datetime = datetime(2026, 3, 22, 20, tzinfo=timezone(timedelta(hours=-5)))

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: int) -> None:
        self.now += timedelta(**by)


@dataclass
class House:
    """A family in its journal, by the names a test uses."""

    journal: object
    clock: Clock
    child: Child
    mom: Helper
    ids: dict[str, UUID] = field(default_factory=dict)
    told: dict[str, object] = field(default_factory=dict)
    """What is written in it by now, and what that answered."""

    def begun(self, name: str):
        """Write what belongs to this name, if nobody has yet; return what that answered."""
        if name not in self.told:
            self.told[name] = WRITES[name](self)
        return self.told[name]

    def day(self, day: date = SUNDAY):
        return self.journal.days.between(self.child.id, day, day)

    def person(self, name) -> TeamMember:
        """Return who is called so on the team, or somebody new."""
        team = self.journal.family().team.values()
        known = next((one for one in team if one.name == name), None)
        return known or TeamMember(id=uuid4(), name=name, discipline="speech")

    def plan(self, name, often=None, kind=RatingKind.HELP, **said) -> UUID:
        """Start a strategy; `unit`, `why`, `routine`, `outcome` and `by` may be said."""
        journal, ids = self.journal, self.ids
        routine = Routine(id=uuid4(), name=said.get("routine", "Meals"), child=self.child.id)
        by = self.person(said.get("by", "Dana"))
        strategy = Strategy(
            id=uuid4(),
            child=self.child.id,
            name=name,
            suggested_by=by.id,
            outcome=said.get("outcome"),
        )
        step = PlanStep(
            id=uuid4(),
            strategy=strategy.id,
            from_day=said.get("start", START),
            why=said.get("why", "So that meals are calmer"),
            how="Hold the cup and look at her",
            routines=(routine.id,),
            often=often or Often(),
            rating=RatingPlan(kind=kind, unit=said.get("unit")),
        )
        journal.records.save(routine, by, strategy, step)
        # Strategies that begin on one day stand in the order of their ids; tests want ours.
        ids[name] = strategy.id
        return strategy.id


def family(journal, clock) -> House:
    """Write a child and its helpers into an empty journal."""
    child = Child(id=uuid4(), name="Maya", born=date(2024, 5, 4))
    mom = Helper(id=uuid4(), name="Mom")
    journal.records.save(child, mom, Helper(id=uuid4(), name="Grandpa"))
    return House(journal, clock, child, mom)


def three(house: House) -> None:
    """Plan three strategies, each a day after the other, so that their order is known."""
    for place, name in enumerate(("Two choices", "Sign more", "Pause in songs")):
        house.plan(name, start=START + timedelta(days=place), routine=f"Routine {place}")


WRITES: dict[str, Callable[[House], object]] = {"house": lambda _: None, "three": three}
"""What the fixtures of these names write into the family's journal; the fullest one is last."""


class Beginnings:
    """Keeps the journals in a folder of the run."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._kept: dict[str, House | None] = {}

    def copied(self, fixtures: set[str], folder: Path, clock: Clock):
        """Open a copy of the fullest journal that these fixtures begin with.

        Return it and the house in it, or None where nobody lives in it yet.
        """
        name = next((one for one in reversed(WRITES) if one in fixtures), EMPTY)
        if name not in self._kept:
            self._kept[name] = self._made(name)
        shutil.copytree(self._folder / name, folder)
        journal = open_journal(folder, clock=clock, device=uuid4())
        kept = self._kept[name]
        if kept is None:
            return journal, None
        return journal, House(journal, clock, kept.child, kept.mom, dict(kept.ids), dict(kept.told))

    def example(self, folder: Path):
        """Open a copy of the example family's journal on its last day."""
        kept, told = self._folder / "example", resource("example", "family.json")
        through = date.fromisoformat(json.loads(told.read_text(encoding="utf-8"))["through"])
        clock = Clock(datetime.combine(through, time(19, 30)).astimezone())
        if not kept.exists():
            create_example(kept, clock=clock, device=uuid4()).close()
        shutil.copytree(kept, folder)
        return open_journal(folder, clock=clock, device=uuid4())

    def _made(self, name: str) -> House | None:
        journal = create_journal(self._folder / name, clock=Clock(), device=uuid4())
        try:
            if name == EMPTY:
                return None
            house = family(journal, Clock())
            house.begun(name)
            return house
        finally:
            journal.close()
