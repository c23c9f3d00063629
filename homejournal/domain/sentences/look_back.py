"""What can be said when looking back: the sentence over a chart, and those of more detail.

They are values in no language yet, as all sentences are. None says why something changed, and none
puts people, homes or routines in an order of merit.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from homejournal.domain.days.periods import Span
from homejournal.domain.looking_back.chart_series import Grouping
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.domain.records.record import added


class Measure(StrEnum):
    """What is counted in a way that wants explaining."""

    DAYS = "days"
    MIDDLE = "middle"
    RUN_CHART = "run_chart"
    WILSON = "wilson"
    NAP = "nap"


@dataclass(frozen=True, slots=True, kw_only=True)
class InShort:
    """What a stretch or a group comes to, in short: its middle, its tries, or its days.

    `low` and `high` are the middle: one number, one level, or the two levels in the middle. They
    are None where `n` ratings are too few, and for tries and days. `least` and `most` are numbers.
    """

    kind: RatingKind
    n: int
    at_least: int = added(0)
    """Days beside the n with a time that is not written."""
    low: Decimal | None = None
    high: Decimal | None = None
    least: Decimal | None = added(None)
    most: Decimal | None = added(None)
    unit: str | None = None
    of_days: bool = added(default=False)
    so_far: bool = False
    took: int | None = None
    of: int | None = None
    days: int = 0
    planned: int | None = None
    not_written: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupInShort:
    """A routine or a time of the day, in the family's name for it, and what it comes to."""

    name: str
    short: InShort


@dataclass(frozen=True, slots=True)
class TheDays:
    """March 9 to March 15, 2026: the days that a chart was zoomed into, before what it shows."""

    start: date
    end: date


@dataclass(frozen=True, slots=True)
class MostOften:
    """Most often: some help, 12 of 27 ratings; levels that were given equally often all stand."""

    kind: RatingKind
    levels: tuple[int, ...]
    times: int
    of: int


@dataclass(frozen=True, slots=True)
class NothingRated:
    """These days have no rating of the kind that is looked at, though something may be written."""


@dataclass(frozen=True, slots=True)
class AllLeftOut:
    """All planned days were left out."""


@dataclass(frozen=True, slots=True)
class OnlyExtra:
    """It was used only on days for which it was not planned."""


@dataclass(frozen=True, slots=True)
class NothingFits:
    """Nothing that is written down for these days fits the filter."""


@dataclass(frozen=True, slots=True)
class SumsFromTo:
    """From 3 to 11 written down in a full week, month or year; the same twice where all are alike.

    A full one has all its days, but not all of them have to be written.
    """

    low: Decimal
    high: Decimal
    span: Span
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class LowestHighest:
    """From 20 to 60 minutes; always 20 minutes where all numbers are alike."""

    low: Decimal
    high: Decimal
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class WrittenDown:
    """Written down 11 times, or on 11 days: of how many numbers the sum beside it is."""

    n: int
    of_days: bool = added(default=False)


@dataclass(frozen=True, slots=True)
class InTheMiddle:
    """In the middle: some help (9 ratings)."""

    short: InShort


@dataclass(frozen=True, slots=True)
class DaysFromTo:
    """Did it on 15 to 17 of 18 planned days: what the days not written leave open."""

    low: int
    high: int
    of: int


@dataclass(frozen=True, slots=True)
class BeforeAndSince:
    """What stands before a visit, and since it; the day of the visit is the first of "since"."""

    visit: date
    before: InShort
    since: InShort


@dataclass(frozen=True, slots=True)
class SideBySide:
    """What stands in each routine, or at each time of the day, in the order of the chart."""

    grouping: Grouping
    groups: tuple[GroupInShort, ...]


@dataclass(frozen=True, slots=True)
class EachBarIs:
    """Each bar is a month, or a year: so many weeks could not be read."""

    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class UpsAndDowns:
    """Whether numbers in order are ups and downs around their middle, or probably not just that.

    A signal is a run longer than `longest_allowed` on one side of the median, or fewer crossings of
    it than `fewest_allowed` (Anhøj and Olesen 2014).
    """

    signal: bool
    weekly: bool
    useful: int
    longest: int
    longest_allowed: int
    crossings: int
    fewest_allowed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OneSession:
    """7 of 10 in one session, and of what rates that could come, in steps of 5 of 100."""

    day: date
    took: int
    of: int
    low: int
    high: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LaterIsBetter:
    """Of ten pairs of a rating before a visit and one since, about how many are better or same."""

    visit: date
    better: int
    same: int


@dataclass(frozen=True, slots=True)
class NeedsValues:
    """12 numbers above or below the middle are needed; there are 8."""

    needed: int
    there: int


@dataclass(frozen=True, slots=True)
class NeedsBothSides:
    """5 ratings before the visit and 5 since it are needed; there are 3 and 8."""

    needed: int
    before: int
    since: int


@dataclass(frozen=True, slots=True)
class NeedsTries:
    """A session with 10 tries or more is needed."""

    needed: int


@dataclass(frozen=True, slots=True)
class NeedsVisit:
    """A visit with days before and since it is needed."""


@dataclass(frozen=True, slots=True)
class NeedsDirection:
    """The plan has to say that more or that less is better; it may say neither."""


@dataclass(frozen=True, slots=True)
class RatedInTwoWays:
    """Before and since the visit it was rated in two ways, so the ratings make no pairs."""


@dataclass(frozen=True, slots=True)
class OnlyWithoutFilter:
    """A part of what is written is no ground to compare before and since a visit."""


LookBackSentence = (
    TheDays
    | MostOften
    | NothingRated
    | AllLeftOut
    | OnlyExtra
    | NothingFits
    | SumsFromTo
    | LowestHighest
    | WrittenDown
    | InTheMiddle
    | DaysFromTo
    | BeforeAndSince
    | SideBySide
    | EachBarIs
    | UpsAndDowns
    | OneSession
    | LaterIsBetter
    | NeedsValues
    | NeedsBothSides
    | NeedsTries
    | NeedsVisit
    | NeedsDirection
    | RatedInTwoWays
    | OnlyWithoutFilter
)
