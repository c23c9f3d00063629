"""The measures of the "more detail" page, each only where it may be told at all.

Wilson's interval: how far the true rate of few tries could lie from the counted one. Only for
tries of one session, which are a sample and reasonably independent; never for planned days, whose
log is complete, and never for bites of many meals pooled over days.

NAP, nonoverlap of all pairs: of all pairs of a value before and a value after, the share in which
the later one is better; ties count half. Parker and Vannest, "An improved effect size for
single-case research: nonoverlap of all pairs", Behavior Therapy 40 (2009), 357-367. No interval
stands beside it: Pustejovsky showed that the margins of the common web calculator are wrong
(https://www.jepusto.com/nap-ses-and-cis/). PND and Tau-U are left out on purpose.

The run-chart signal: a run on one side of the median that is too long, or too few crossings of
it. Anhøj and Olesen, "Run charts revisited", PLOS ONE 9 (2014), e113825: the rule of a trend of
five adds false alarms and finds no more, so it is left out. Ordered levels have too many ties for
this; it is only for counts, minutes, hours and weekly totals.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from functools import lru_cache
from itertools import accumulate, groupby
from typing import NamedTuple

from homejournal.domain.days.day_states import DayCount, DayState, PracticeRow
from homejournal.domain.days.periods import WeekStart, days_into_week
from homejournal.domain.days.ratings import (
    ENOUGH,
    is_same_measure,
    middle_number,
    sum_of,
    values_of,
    values_on,
    without_exponent,
)
from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.looking_back.look_back_values import MoreDetail, Nap, RunChart, SessionTries
from homejournal.domain.records.rating_scales import Better, RatingKind, RatingPlan

FEWEST_USEFUL = 12
"""Values off the median from which a signal may be told."""
_ONE_IN = 20


class RunsLimit(NamedTuple):
    """The longest run and the fewest crossings that ups and downs alone still give."""

    longest: int
    crossings: int


def run_chart(values: Sequence[Decimal], *, weekly: bool) -> RunChart | None:
    """Return the count of a run chart of values in the order of their days.

    Values on the median are dropped; with fewer than twelve others it is None.
    """
    middle = middle_number(Counter(values))
    above = [value > middle for value in values if value != middle] if middle is not None else []
    if middle is None or len(above) < FEWEST_USEFUL:
        return None
    runs = [len(list(run)) for _, run in groupby(above)]
    longest, crossings = max(runs), len(runs) - 1
    limit = runs_limit(len(above))
    return RunChart(
        weekly=weekly,
        median=middle,
        n=len(values),
        useful=len(above),
        longest=longest,
        longest_allowed=limit.longest,
        crossings=crossings,
        fewest_allowed=limit.crossings,
        signal=longest > limit.longest or crossings < limit.crossings,
    )


def off_median(values: Sequence[Decimal]) -> int:
    """Return how many of the values lie off their median."""
    middle = middle_number(Counter(values))
    return sum(value != middle for value in values)


@lru_cache(maxsize=64)
def runs_limit(useful: int) -> RunsLimit:
    """Return the limits for so many values off the median, at least one, in whole numbers.

    The longest run allowed is the logarithm of n to base 2, rounded, and three; the fewest
    crossings are the lower 5 % point of the binomial distribution of n - 1 tosses of a coin.
    """
    floor = useful.bit_length() - 1
    # The logarithm is nearer to the next whole number where n > 2 ** (floor + 1/2).
    rounded = floor + (useful * useful > 2 ** (2 * floor + 1))
    return RunsLimit(rounded + 3, _low_point(useful - 1))


def _low_point(tosses: int) -> int:
    """Return the smallest number of heads that, or fewer, come up at least once in twenty."""
    needed = 2**tosses
    ways = reached = 1
    heads = 0
    while reached * _ONE_IN < needed:
        ways = ways * (tosses - heads) // (heads + 1)
        reached += ways
        heads += 1
    return heads


_DIGITS = 4


def nap(
    before: Mapping[int | Decimal, int],
    after: Mapping[int | Decimal, int],
    *,
    less_is_better: bool,
) -> Nap | None:
    """Return how the values before and after overlap; None with fewer than five on a side.

    Both sides hold how many there are of each value of one kind. Five values a phase is also the
    design standard for research with single cases (What Works Clearinghouse).
    """
    of_before, of_after = sum(before.values()), sum(after.values())
    if min(of_before, of_after) < ENOUGH:
        return None
    ordered = sorted(before)
    up_to = [0, *accumulate(before[value] for value in ordered)]
    halves = sum(
        count * (up_to[bisect_left(ordered, value)] + up_to[bisect_right(ordered, value)])
        for value, count in after.items()
    )
    pairs = of_before * of_after
    if less_is_better:
        halves = 2 * pairs - halves
    return Nap(
        before=of_before,
        after=of_after,
        better=without_exponent(Decimal(halves) / 2),
        pairs=pairs,
        same=sum(count * before.get(value, 0) for value, count in after.items()),
        value=_share(halves, 2 * pairs),
    )


def _share(part: int, whole: int) -> Decimal:
    """Return part of whole, rounded to four digits in whole numbers, a half upwards."""
    return without_exponent(
        Decimal((2 * part * 10**_DIGITS + whole) // (2 * whole)).scaleb(-_DIGITS)
    )


_Z = Decimal("1.959963984540054")
"""The normal distribution leaves 2.5 of 100 above this."""
_FOUR_DIGITS = Decimal("0.0001")
_NARROW = Context(prec=50, rounding=ROUND_HALF_UP)


def wilson(took: int, of: int) -> tuple[Decimal, Decimal]:
    """Return both ends of Wilson's 95 % score interval, from 0 to 1, rounded to four digits.

    It stays sensible for few tries and where none or all were taken. Wilson, "Probable inference,
    the law of succession, and statistical inference", Journal of the American Statistical
    Association 22 (1927), 209-212. Raises InvalidValueError unless 0 <= took <= of and of > 0.
    """
    if not 0 <= took <= of or of == 0:
        raise InvalidValueError("tries", Reason.OUT_OF_RANGE)
    with localcontext(_NARROW):
        square = _Z * _Z
        middle = took + square / 2
        reach = _Z * (Decimal(took * (of - took)) / of + square / 4).sqrt()
        whole = of + square
        low, high = (middle - reach) / whole, (middle + reach) / whole
        return (
            Decimal(0) if took == 0 else low.quantize(_FOUR_DIGITS).normalize(),
            Decimal(1) if took == of else high.quantize(_FOUR_DIGITS).normalize(),
        )


FEWEST_TRIES = 10
"""Tries of one session from which an interval is told: the few bites of a meal hang together."""
_WEEK = 7


def more_detail(days: Sequence[DayCount], rating: RatingPlan, week_start: WeekStart) -> MoreDetail:
    """Return what may be told of the counted days of a period, oldest first and without a gap.

    A run chart is only for numbers: of single days where enough of them lie off the median, else
    of the totals of full weeks, where totals are what the family looks at. An interval is only for
    the tries of one session. `rating` is how practices were rated at the end of the period.
    """
    match rating.kind:
        case RatingKind.NUMBER:
            of_days = _values_of_days(days, rating)
            return MoreDetail(
                run=run_chart(of_days, weekly=False) or _run_of_weeks(days, rating, week_start),
                off_median=off_median(of_days),
            )
        case RatingKind.TRIES:
            return MoreDetail(tries=_newest_session(days))
        case _:
            return MoreDetail()


def _values_of_days(days: Sequence[DayCount], rating: RatingPlan) -> list[Decimal]:
    """Return the number of each day, or the middle one where they belong to the times."""
    middles = (middle_number(values_on(rating, day)) for day in days)
    return [middle for middle in middles if middle is not None]


def _run_of_weeks(
    days: Sequence[DayCount], rating: RatingPlan, week_start: WeekStart
) -> RunChart | None:
    if rating.better not in {None, Better.MORE}:
        return None
    weeks = groupby(days, key=lambda day: day.day.toordinal() - days_into_week(day.day, week_start))
    totals = (_total([*week], rating) for _, week in weeks)
    return run_chart([total for total in totals if total is not None], weekly=True)


def _total(week: Sequence[DayCount], rating: RatingPlan) -> Decimal | None:
    """Return the total of a week, or None if it cannot be compared with that of another.

    All seven days count, nothing planned was left out or is not written, and each practice has its
    number. Of an any-N-days plan nobody can say that nothing is missing.
    """
    numbers = [number for day in week for number in _numbers(day, rating)]
    whole = len(week) == _WEEK and all(map(_is_whole, week))
    if not whole or len(numbers) < sum(len(day.rows) for day in week):
        return None
    return sum_of(Counter(numbers))


def _is_whole(day: DayCount) -> bool:
    answer = day.answer
    known = answer.state not in {DayState.NOT_WRITTEN, DayState.LEFT_OUT}
    return known and not answer.times_not_written and day.plan.days_a_week is None


def _numbers(day: DayCount, rating: RatingPlan) -> Iterator[Decimal]:
    """Yield the numbers of a day; those of a step with another unit are another measure."""
    if is_same_measure(rating, day.plan.rating):
        yield from values_of(RatingKind.NUMBER, day.rows).elements()


def _newest_session(days: Sequence[DayCount]) -> SessionTries | None:
    """Return the newest practice with ten tries or more and its interval."""
    found = next(filter(None, map(_last_session, reversed(days))), None)
    if found is None:
        return None
    day, took, of = found
    low, high = wilson(took, of)
    return SessionTries(day=day.day, took=took, of=of, low=low, high=high)


def _last_session(day: DayCount) -> tuple[DayCount, int, int] | None:
    """Return the last session of a day by time of day, whoever wrote it first.

    Of several at the same time it is the one with the most tries, then with the fewest taken.
    """
    order = {slot: place for place, slot in enumerate(day.plan.slots)}
    sessions = [
        (order.get(row.slot or "", len(order)), row.of, -row.took)
        for row in map(PracticeRow._make, day.rows)
        if row.settled
        and row.kind == RatingKind.TRIES
        and row.took is not None
        and row.of is not None
        and row.of >= FEWEST_TRIES
    ]
    if not sessions:
        return None
    _, of, untaken = max(sessions)
    return day, -untaken, of
