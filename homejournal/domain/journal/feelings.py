"""How a routine is for the family, and how sure somebody feels: weekly at most, never averaged.

The question about the routine follows the routines-based interview, which asks for a rating from 1
to 5 (McWilliam, Routines-Based Early Intervention, 2010). How sure somebody feels is one question
of our own; what professionals measure stays with them.
"""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from homejournal.domain.days.family_days import WeekStart, week_of
from homejournal.domain.records.ladders_and_feelings import ConfidenceRating, RoutineRating

Feeling = RoutineRating | ConfidenceRating
LEVELS = range(1, 6)


def about(feeling: Feeling) -> UUID:
    """Return the routine or the strategy that it is about."""
    return feeling.routine if isinstance(feeling, RoutineRating) else feeling.strategy


def of_same_week(known: Iterable[Feeling], new: Feeling, start: WeekStart) -> tuple[Feeling, ...]:
    """Return what the same person said of the same thing in the same week, beside `new` itself."""
    week = _week(new.day, start)
    return tuple(
        one
        for one in known
        if one.id != new.id
        and type(one) is type(new)
        and (one.child, about(one), one.helper) == (new.child, about(new), new.helper)
        and _week(one.day, start) == week
    )


def newest_first(known: Iterable[Feeling]) -> tuple[Feeling, ...]:
    """Return what was said, the newest first."""
    return tuple(sorted(known, key=lambda one: (one.day, str(one.id)), reverse=True))


def _week(day: date, start: WeekStart) -> date:
    # The first week of the calendar would begin before it.
    return week_of(day, start) if day.toordinal() > 7 else date.min
