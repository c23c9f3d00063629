"""Firsts: the first time a strategy was used at a level, such as the first time on own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from homejournal.domain.days.rows_to_count import PracticeRow
from homejournal.domain.records.rating_scales import ON_OWN, WELL, RatingKind

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
