"""What is rated seldom: the outcome ladder at visits, routines and confidence weekly, reviews."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.records.record import (
    ChildId,
    HelperId,
    LadderId,
    OutcomeId,
    Record,
    RoutineId,
    StrategyId,
    VisitId,
)
from homejournal.domain.text_rules import check_line

LADDER_LEVELS = (-2, -1, 0, 1, 2)
LEAST_WRITTEN_LEVELS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder(Record):
    """Five sentences from -2 to +2 written with the professional (goal attainment scaling)."""

    outcome: OutcomeId
    levels: Mapping[str, str]

    def __post_init__(self) -> None:
        if not set(self.levels) <= {str(level) for level in LADDER_LEVELS}:
            raise InvalidValueError("levels", Reason.OUT_OF_RANGE)
        if len(self.levels) < LEAST_WRITTEN_LEVELS:
            raise InvalidValueError("levels", Reason.DOES_NOT_FIT, LEAST_WRITTEN_LEVELS)
        for words in self.levels.values():
            check_line("levels", words)


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderRating(Record):
    """Where on the ladder the child stood, as agreed at a visit; never set by the program."""

    ladder: LadderId
    day: date
    level: int
    visit: VisitId | None = None

    def __post_init__(self) -> None:
        _check_level(self.level, LADDER_LEVELS)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutineRating(Record):
    """How a routine is for the family, 1 to 5."""

    child: ChildId
    routine: RoutineId
    day: date
    level: int
    helper: HelperId | None = None

    def __post_init__(self) -> None:
        _check_level(self.level, range(1, 6))


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfidenceRating(Record):
    """How sure a helper feels using a strategy, 1 to 5; off every page unless ticked."""

    child: ChildId
    strategy: StrategyId
    day: date
    level: int
    helper: HelperId | None = None

    def __post_init__(self) -> None:
        _check_level(self.level, range(1, 6))


class Progress(StrEnum):
    """Words of a review: how far (New York City's five) or yes, starting, not yet."""

    NO = "no"
    LITTLE = "little"
    SOME = "some"
    A_GREAT_DEAL = "a_great_deal"
    REACHED = "reached"
    NOT_YET = "not_yet"
    STARTING = "starting"
    YES = "yes"


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeReview(Record):
    """What was said about an outcome at the six-month review (34 CFR 303.342(b))."""

    outcome: OutcomeId
    day: date
    words: Progress
    visit: VisitId | None = None


def _check_level(level: int, allowed: range | tuple[int, ...]) -> None:
    if level not in allowed:
        raise InvalidValueError("level", Reason.OUT_OF_RANGE)
