"""The family whose usual things are counted: twins with the same three strategies."""

from datetime import date, datetime, time, timedelta
from pathlib import Path
from uuid import UUID, uuid5

from homejournal.domain.records.children import Child
from homejournal.domain.records.notes import Note
from homejournal.domain.records.people import Helper
from homejournal.domain.records.plan import PlanStep, Strategy
from homejournal.domain.records.practices import Practice
from homejournal.domain.records.rating_scales import RatingKind, RatingPlan
from homejournal.domain.records.record import Record
from homejournal.services.opening import create_journal

DAY = date(2026, 3, 22)
WORD = "banana"
STRATEGIES = ("Two choices", "Sign more", "Pause in songs")
_TWINS = ("Ana", "Luis")
_BEGAN = date(2026, 3, 2)
_SPACE = UUID("6d6f6d2d-0000-4000-8000-000000000001")


def make_family(folder: Path) -> None:
    """Make the journal in a folder; yesterday is written down for the first child."""
    journal = create_journal(folder, clock=_evening, device=_id("computer"))
    try:
        journal.records.save(*_records())
    finally:
        journal.close()


def _records() -> list[Record]:
    yesterday = DAY - timedelta(days=1)
    made: list[Record] = [Helper(id=_id("Mom"), name="Mom")]
    for name in _TWINS:
        child = Child(id=_id(name), name=name)
        made.append(child)
        for place, words in enumerate(STRATEGIES):
            strategy = Strategy(id=_id(name + words), child=child.id, name=words)
            first = _BEGAN + timedelta(days=place)  # they stand in the order of their first days
            step = PlanStep(
                id=_id(name + words + "step"),
                strategy=strategy.id,
                from_day=first,
                rating=RatingPlan(kind=RatingKind.HELP),
            )
            made += [strategy, step]
    made += [
        Practice(
            id=_id(words),
            strategy=_id(_TWINS[0] + words),
            day=yesterday,
            rating=2,
            rating_kind=RatingKind.HELP,
        )
        for words in STRATEGIES
    ]
    text = f"He asked for a {WORD} with a sign."
    made.append(Note(id=_id("note"), child=_id(_TWINS[0]), day=_BEGAN, text=text))
    return made


def _id(words: str) -> UUID:
    return uuid5(_SPACE, words)


def _evening() -> datetime:
    return datetime.combine(DAY, time(19, 30)).astimezone()
