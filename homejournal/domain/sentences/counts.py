"""What can be said of the numbers: which sentence, with which values, in no language yet.

No sentence holds a share, a mean, a score or a cause. While any day is not written, the days are
said as a range. `texts/sentences/counts.py` has the words.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from homejournal.domain.records.plan import Often
from homejournal.domain.records.practices import LeftOutReason
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.domain.records.record import added
from homejournal.domain.sentences.look_back import LookBackSentence
from homejournal.domain.sentences.numbers import NumberSentence
from homejournal.domain.sentences.phases import PhaseSentence


@dataclass(frozen=True, slots=True)
class DidItOn:
    """Did it on 15 of 18 planned days; or on 8 days, where no days are planned by name."""

    days: int
    planned: int | None = None


@dataclass(frozen=True, slots=True)
class NotToday:
    """1 not today."""

    days: int


@dataclass(frozen=True, slots=True)
class NotWritten:
    """2 not written."""

    days: int


@dataclass(frozen=True, slots=True)
class LeftOut:
    """3 left out (sick); the reasons stand in the order of the days they took."""

    days: int
    by: tuple[tuple[LeftOutReason, int], ...] = ()


@dataclass(frozen=True, slots=True)
class DayRange:
    """15 to 17 of 18: what the days not written leave open."""

    low: int
    high: int
    of: int


@dataclass(frozen=True, slots=True)
class TimesOf:
    """27 of 36 planned times; extra times fill no gap and are not among them."""

    times: int
    planned: int


@dataclass(frozen=True, slots=True)
class TimesNotToday:
    """2 times not today."""

    times: int


@dataclass(frozen=True, slots=True)
class TimesNotWritten:
    """7 times not written."""

    times: int


@dataclass(frozen=True, slots=True)
class ExtraTimes:
    """1 extra time, above the plan of a planned day."""

    times: int


@dataclass(frozen=True, slots=True)
class OutsideTimes:
    """3 times outside the plan: before its start, in a pause, or on a day that was not planned."""

    times: int


@dataclass(frozen=True, slots=True)
class ExtraDays:
    """1 extra day, above the days of an any-N-days plan in a full week."""

    days: int


@dataclass(frozen=True, slots=True)
class ToldNotToday:
    """14 times told as not today, where any days of a week will do."""

    days: int


@dataclass(frozen=True, slots=True)
class PlanMet:
    """Plan met in 2 of 3 weeks; only full weeks are judged."""

    weeks: int
    of: int


@dataclass(frozen=True, slots=True)
class LevelCounts:
    """How many of each level, lowest first, with the professional's word for each, if any."""

    kind: RatingKind
    counts: tuple[tuple[int, int], ...]
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MiddleLevel:
    """The middle level, or two neighbours of the middle; never a mean."""

    kind: RatingKind
    low: int
    high: int
    so_far: bool = False


@dataclass(frozen=True, slots=True)
class TooFewToSumUp:
    """3 ratings: too few to sum up."""

    n: int


@dataclass(frozen=True, slots=True)
class OtherRatings:
    """4 rated in another way, before or after the plan changed; they count as did it."""

    kind: RatingKind
    n: int


@dataclass(frozen=True, slots=True)
class Unrated:
    """3 times without a rating."""

    times: int


@dataclass(frozen=True, slots=True)
class UnsettledVersions:
    """1 time stands in two versions; counted once, its rating left out until settled."""

    times: int


@dataclass(frozen=True, slots=True)
class WrittenLater:
    """6 written more than one day later; mild, for diaries do get filled in later."""

    times: int


@dataclass(frozen=True, slots=True)
class AgeInMonths:
    """A child's age in whole months, and the corrected age of a child born early."""

    months: int
    corrected: int | None = None


@dataclass(frozen=True, slots=True)
class SuggestedBy:
    """From Dana, speech, since March 2, 2026; the `visit` is that at which Dana suggested it."""

    name: str | None
    discipline: str | None = None
    since: date | None = None
    visit: date | None = added(None)


@dataclass(frozen=True, slots=True)
class Planned:
    """How often, and in which routines, in the family's names for them."""

    often: Often
    routines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NotesAsWritten:
    """The notes stand in the words and the language they were written in."""


@dataclass(frozen=True, slots=True)
class Replaced:
    """Characters that no font at hand can draw, shown as a box on the page."""

    characters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlanPart:
    """The days on which one kind of plan held, and what can be told of them."""

    start: date
    end: date
    told: tuple["Single", ...]


@dataclass(frozen=True, slots=True)
class DaysByPlan:
    """What can be told of the days before and since the kind of plan changed; none is left out."""

    parts: tuple[PlanPart, ...]


@dataclass(frozen=True, slots=True)
class DaysSince:
    """That the kind of plan changed more often than can be told in a line, and the days since."""

    changes: int
    last: PlanPart


@dataclass(frozen=True, slots=True)
class NothingWritten:
    """Nothing is written down for these days."""


Single = (
    DidItOn
    | NotToday
    | NotWritten
    | LeftOut
    | DayRange
    | TimesOf
    | TimesNotToday
    | TimesNotWritten
    | ExtraTimes
    | OutsideTimes
    | ExtraDays
    | ToldNotToday
    | PlanMet
    | LevelCounts
    | MiddleLevel
    | TooFewToSumUp
    | OtherRatings
    | Unrated
    | UnsettledVersions
    | WrittenLater
    | AgeInMonths
    | SuggestedBy
    | Planned
    | NotesAsWritten
    | Replaced
    | DaysByPlan
    | DaysSince
    | NothingWritten
    | NumberSentence
    | PhaseSentence
    | LookBackSentence
)


@dataclass(frozen=True, slots=True)
class Joined:
    """Short statements that stand on one line."""

    parts: tuple[Single, ...]


Sentence = Single | Joined


def reasons_in_order(by: Mapping[LeftOutReason, int]) -> tuple[tuple[LeftOutReason, int], ...]:
    """Return the reasons with the days they took, most days first."""
    order = list(LeftOutReason)
    taken = ((reason, days) for reason, days in by.items() if days)
    return tuple(sorted(taken, key=lambda pair: (-pair[1], order.index(pair[0]))))
