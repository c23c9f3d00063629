"""Every sentence that the numbers allow, as a value in no language yet.

One class for each sentence, in the order of `Sentence`; `texts/sentences.py` has the words of each.
The names of classes and fields stand in kept pages and in JSON, so they never change.

No sentence holds a share, a mean, a score or a cause, and none puts people, homes or routines in an
order of merit. While any day is not written, the days are said as a range.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from homejournal.domain.days.periods import Span
from homejournal.domain.looking_back.chart_series import Grouping
from homejournal.domain.records.plan import Often
from homejournal.domain.records.practices import LeftOutReason
from homejournal.domain.records.rating_scales import Aim, Better, RatingKind
from homejournal.domain.records.record import added


@dataclass(frozen=True, slots=True)
class Fact:
    """Says one thing, without any number."""


@dataclass(frozen=True, slots=True)
class OfDays:
    """Says a number of days."""

    days: int


@dataclass(frozen=True, slots=True)
class OfTimes:
    """Says a number of times."""

    times: int


@dataclass(frozen=True, slots=True)
class OfRatings:
    """Says a number of ratings."""

    n: int


@dataclass(frozen=True, slots=True)
class RangeOfDays:
    """Says from how many to how many days of the planned ones."""

    low: int
    high: int
    of: int


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
    `counts` say how many of each level that was rated, where both sides of something are told.
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
    counts: tuple[tuple[int, int], ...] = added(())


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


class NothingRated(Fact):
    """These days have no rating of the kind that is looked at, though something may be written."""


class AllLeftOut(Fact):
    """All planned days were left out."""


class OnlyExtra(Fact):
    """It was used only on days for which it was not planned."""


class NothingFits(Fact):
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


class DaysFromTo(RangeOfDays):
    """Did it on 15 of 18 planned days, perhaps 17: what the days not written leave open."""


@dataclass(frozen=True, slots=True)
class BeforeAndSince:
    """What stands before a visit, and since it; the day of the visit is the first of "since"."""

    visit: date
    before: InShort
    since: InShort


class MostDays(Fact):
    """Most days: on over half of the planned ones, if none that is not written is counted."""


class Verdict(StrEnum):
    """What may be said of two stretches that differ; that there is no difference is never said."""

    LESS_HELP = "less_help"
    MORE_HELP = "more_help"
    MORE_OFTEN = "more_often"


@dataclass(frozen=True, slots=True)
class ThanBefore:
    """Less help than before a day: what stands before it, and from that day on.

    `start` is the first day of what stands before it, where no page or screen says that. Without a
    verdict both sides are told, and nothing of them. `plan_changed` is the newest day from which
    something else was planned, so that nobody takes both sides for the same step.
    """

    verdict: Verdict | None
    day: date
    before: InShort
    since: InShort
    start: date | None = added(None)
    plan_changed: date | None = added(None)


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


class NeedsVisit(Fact):
    """A visit with days before and since it is needed."""


class NeedsDirection(Fact):
    """The plan has to say that more or that less is better; it may say neither."""


class RatedInTwoWays(Fact):
    """Before and since the visit it was rated in two ways, so the ratings make no pairs."""


class OnlyWithoutFilter(Fact):
    """A part of what is written is no ground to compare before and since a visit."""


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


class TooFewInEach(OfRatings):
    """8 ratings, but between two changes of the plan always too few to sum up."""


@dataclass(frozen=True, slots=True)
class NumberSum:
    """24 added up over the days: where things are counted, one and the same may be in it often.

    It may be more where a time of a day is not written.
    """

    total: Decimal
    unit: str | None
    n: int
    at_least: bool = added(default=False)


@dataclass(frozen=True, slots=True)
class NumberSummary:
    """The middle value with the lowest and highest, of n values; of single times or of days."""

    median: Decimal
    low: Decimal
    high: Decimal
    n: int
    unit: str | None = None
    of_days: bool = added(default=False)


class AtLeast(OfDays):
    """2 days with a time not written: their number may be higher, so it is in no middle."""


@dataclass(frozen=True, slots=True)
class Direction:
    """Less is better, or more is better: said in words, as color alone says nothing."""

    better: Better


@dataclass(frozen=True, slots=True)
class InAim:
    """9 of 11 within our aim; of single times or of days."""

    times: int
    of: int
    aim: Aim
    unit: str | None = None
    of_days: bool = added(default=False)


@dataclass(frozen=True, slots=True)
class TriesOf:
    """18 of 36 tries, on 9 times written down; no interval, as tries of one meal hang together."""

    took: int
    of: int
    n: int


@dataclass(frozen=True, slots=True)
class DidItOn:
    """Did it on 15 of 18 planned days; or on 8 days, where no days are planned by name."""

    days: int
    planned: int | None = None


class NotToday(OfDays):
    """1 not today."""


class NotWritten(OfDays):
    """2 not written."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """3 left out (sick); the reasons stand in the order of the days they took."""

    days: int
    by: tuple[tuple[LeftOutReason, int], ...] = ()


class DayRange(RangeOfDays):
    """15 to 17 of 18: what the days not written leave open."""


@dataclass(frozen=True, slots=True)
class TimesOf:
    """27 of 36 planned times; extra times fill no gap and are not among them."""

    times: int
    planned: int


class TimesNotToday(OfTimes):
    """2 times not today."""


class TimesNotWritten(OfTimes):
    """7 times not written."""


class ExtraTimes(OfTimes):
    """1 extra time, above the plan of a planned day."""


class OutsideTimes(OfTimes):
    """3 times outside the plan: before its start, in a pause, or on a day that was not planned."""


class ExtraDays(OfDays):
    """1 extra day, above the days of an any-N-days plan in a full week."""


class ToldNotToday(OfDays):
    """14 times told as not today, where any days of a week will do."""


@dataclass(frozen=True, slots=True)
class PlanMet:
    """Plan met in 2 of 3 weeks; only full weeks are judged.

    In `unsure` of the others days not written leave it open.
    """

    weeks: int
    of: int
    unsure: int = added(0)


@dataclass(frozen=True, slots=True)
class LevelCounts:
    """How many of each level, lowest first, with the professional's word for each, if any."""

    kind: RatingKind
    counts: tuple[tuple[int, int], ...]
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MiddleLevel:
    """The middle level, or two neighbors of the middle; never a mean."""

    kind: RatingKind
    low: int
    high: int
    so_far: bool = False


class TooFewToSumUp(OfRatings):
    """3 ratings: too few to sum up."""


@dataclass(frozen=True, slots=True)
class OtherRatings:
    """4 rated in another way, before or after the plan changed; they count as did it."""

    kind: RatingKind
    n: int


class Unrated(OfTimes):
    """3 times without a rating."""


class UnsettledVersions(OfTimes):
    """1 time stands in two versions; counted once, its rating left out until settled."""


class WrittenLater(OfTimes):
    """6 written more than one day later; mild, for diaries do get filled in later."""


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


class NotesAsWritten(Fact):
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


class NothingWritten(Fact):
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
    | NumberSum
    | NumberSummary
    | AtLeast
    | Direction
    | InAim
    | TriesOf
    | MiddleByPlan
    | MiddleSince
    | RatedApart
    | TooFewInEach
    | TheDays
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
    | MostDays
    | ThanBefore
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
