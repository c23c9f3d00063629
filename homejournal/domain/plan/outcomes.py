"""An outcome with its ladder, and how a routine is for the family or how sure somebody feels.

The ladder is goal attainment scaling: one thing per ladder, sentences that do not overlap, and what
is hoped for with at least one level on each side (the ten rules of the guide for construction,
http://marson-and-associates.com/GAS/gas10.html). People rate it, never the program.

The question about the routine follows the routines-based interview, which asks for a rating from 1
to 5 (McWilliam, Routines-Based Early Intervention, 2010). How sure somebody feels is one question
of our own; what professionals measure stays with them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from homejournal.domain.days.periods import WeekStart, week_of
from homejournal.domain.records.ladders_and_feelings import (
    LADDER_LEVELS,
    ConfidenceRating,
    Ladder,
    LadderRating,
    OutcomeReview,
    RoutineRating,
)
from homejournal.domain.records.plan import Outcome

TOP_FIRST = tuple(reversed(LADDER_LEVELS))


@dataclass(frozen=True, slots=True)
class LadderStep:
    """Where the child stood on a day: the level, and its sentence, empty if none is written."""

    day: date
    level: int
    words: str = ""


@dataclass(frozen=True, slots=True)
class LadderTold:
    """The rungs, highest first, each with its sentence or none, and the steps, oldest first."""

    rungs: tuple[tuple[int, str], ...]
    steps: tuple[LadderStep, ...] = ()

    def then(self, start: date) -> LadderStep | None:
        """Return where the child stood as a period began, or at first in it; None if only now."""
        before = [step for step in self.steps if step.day <= start]
        then = before[-1] if before else next(iter(self.steps), None)
        return None if not self.steps or then is self.steps[-1] else then


@dataclass(frozen=True, slots=True, kw_only=True)
class RatedLadder:
    """A ladder with its ratings, oldest first."""

    ladder: Ladder
    ratings: tuple[LadderRating, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeRecords:
    """All that belongs to an outcome; reviews stand oldest first."""

    outcome: Outcome
    ladders: tuple[RatedLadder, ...] = ()
    reviews: tuple[OutcomeReview, ...] = ()


def outcome_records(
    outcome: Outcome,
    ladders: Iterable[Ladder],
    ratings: Iterable[LadderRating],
    reviews: Iterable[OutcomeReview],
) -> OutcomeRecords:
    """Return what belongs to an outcome among records of all outcomes, in the order of days."""
    rated = sorted(ratings, key=_in_order)
    mine = (ladder for ladder in ladders if ladder.outcome == outcome.id)
    return OutcomeRecords(
        outcome=outcome,
        ladders=tuple(
            RatedLadder(ladder=ladder, ratings=tuple(r for r in rated if r.ladder == ladder.id))
            for ladder in mine
        ),
        reviews=tuple(r for r in sorted(reviews, key=_in_order) if r.outcome == outcome.id),
    )


def ladder_told(rated: RatedLadder, until: date = date.max) -> LadderTold:
    """Return a ladder with its dated steps through a day; nothing is rated where nobody did."""
    levels = rated.ladder.levels
    return LadderTold(
        rungs=tuple((level, levels.get(str(level), "")) for level in TOP_FIRST),
        steps=tuple(
            LadderStep(rating.day, rating.level, levels.get(str(rating.level), ""))
            for rating in rated.ratings
            if rating.day <= until
        ),
    )


def _in_order(one: LadderRating | OutcomeReview) -> tuple[date, str]:
    return one.day, str(one.id)


Feeling = RoutineRating | ConfidenceRating
FEELING_LEVELS = range(1, 6)


def feeling_about(feeling: Feeling) -> UUID:
    """Return the routine or the strategy that it is about."""
    return feeling.routine if isinstance(feeling, RoutineRating) else feeling.strategy


def feelings_of_same_week(
    known: Iterable[Feeling], new: Feeling, start: WeekStart
) -> tuple[Feeling, ...]:
    """Return what the same person said of the same thing in the same week, beside `new` itself."""
    week = _week(new.day, start)
    return tuple(
        feeling
        for feeling in known
        if feeling.id != new.id
        and type(feeling) is type(new)
        and (feeling.child, feeling_about(feeling), feeling.helper)
        == (new.child, feeling_about(new), new.helper)
        and _week(feeling.day, start) == week
    )


def feelings_about(known: Sequence[Feeling], about: UUID, most: int) -> tuple[Feeling, ...]:
    """Return the last things that were said about a routine or a strategy, oldest first.

    What is known stands newest first.
    """
    mine = [feeling for feeling in known if feeling_about(feeling) == about]
    return tuple(reversed(mine[:most]))


def newest_feelings_first(known: Iterable[Feeling]) -> tuple[Feeling, ...]:
    """Return what was said, the newest first."""
    return tuple(sorted(known, key=lambda feeling: (feeling.day, str(feeling.id)), reverse=True))


def _week(day: date, start: WeekStart) -> date:
    # The first week of the calendar would begin before it.
    return week_of(day, start) if day.toordinal() > 7 else date.min
