"""What waits in a family's first month until there is something for it."""

from datetime import date
from enum import Enum
from uuid import UUID

from homejournal.domain.days.periods import JournalSettings, months_between
from homejournal.domain.records.family import Family

_HALF_YEAR_BEFORE_THREE = 30
"""So many months old a child is when the family begins to think of what comes after three."""


class Later(Enum):
    """What shows itself only once there is something for it; the search for a command has it."""

    OUTCOMES = "outcomes"
    """With their ladders, reviews, and packs for a meeting."""
    TWO_HOMES = "two_homes"
    BOOK = "book"


def shown_by_now(
    family: Family, child: UUID | None, settings: JournalSettings, today: date
) -> frozenset[Later]:
    """Return what shows itself: all once the oldest plan is a month old, or where nobody waits."""
    if not settings.calm or _first_month_is_over(family, today):
        return frozenset(Later)
    hopes = child is not None and bool(family.outcomes_of(child))
    there = {
        Later.OUTCOMES: hopes or _is_near_three(family, child, today),
        Later.TWO_HOMES: len(family.homes) > 1 or len(family.devices) > 1,
    }
    return frozenset(later for later, is_there in there.items() if is_there)


def _first_month_is_over(family: Family, today: date) -> bool:
    begun = [steps[0].from_day for steps in family.steps.values() if steps]
    return bool(begun) and months_between(min(begun), today) >= 1


def _is_near_three(family: Family, child: UUID | None, today: date) -> bool:
    known = family.children.get(child) if child is not None else None
    if known is None or known.born is None:
        return False
    return months_between(known.born, today) >= _HALF_YEAR_BEFORE_THREE
