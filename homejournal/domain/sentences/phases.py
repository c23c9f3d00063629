"""What can be said of the ratings between changes of the plan: of each part, none left out."""

from dataclasses import dataclass
from datetime import date

from homejournal.domain.sentences.look_back import InShort


@dataclass(frozen=True, slots=True)
class PartInShort:
    """What the ratings between two changes of the plan come to."""

    short: InShort
    start: date
    end: date


@dataclass(frozen=True, slots=True)
class MiddleByPlan:
    """The middle of each stretch between changes of the plan, with its days; none is left out."""

    parts: tuple[PartInShort, ...]


@dataclass(frozen=True, slots=True)
class MiddleSince:
    """That the plan changed more often than can be told in a line, and the middle since then."""

    changes: int
    short: InShort
    since: date


@dataclass(frozen=True, slots=True)
class RatedApart:
    """Stretches between changes of the plan with ratings of another kind, which are not told."""

    stretches: tuple[tuple[date, date], ...]


@dataclass(frozen=True, slots=True)
class TooFewInEach:
    """8 ratings, but between two changes of the plan always too few to sum up."""

    n: int


PhaseSentence = MiddleByPlan | MiddleSince | RatedApart | TooFewInEach
