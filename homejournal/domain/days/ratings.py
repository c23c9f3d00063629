"""Ratings of a stretch of days: as written, then middle, lowest, highest, sum, took of offered.

The middle of levels is one level or a pair of neighbors, that of numbers a number; never a mean.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Context, Decimal, localcontext
from functools import lru_cache
from itertools import accumulate, chain, groupby
from typing import Any, NamedTuple, TypeVar

from homejournal.domain.days.day_states import DayCount, PracticeRow, rating_of
from homejournal.domain.days.strategy_numbers import Rated
from homejournal.domain.records.rating_scales import Aim, RatingKind, RatingPlan, levels_of

ENOUGH = 5
"""Ratings from which a middle level is stated, on paper and in files."""
SO_FAR = 3
"""Ratings from which it is stated on screen, with the words "so far"."""

_Middle = TypeVar("_Middle", int, Decimal)
_EXACT = Context(prec=400)


def middle_level(levels: Mapping[int, int]) -> int | tuple[int, int] | None:
    """Return the middle level of {level: how many}, or the two in the middle when they differ.

    With 1 and 3 in the middle it is the pair (1, 3) and never 2: levels are words in an order, and
    nothing lies between two of them. None without any rating.
    """
    if not levels:
        return None
    below, above = _two_in_the_middle(levels)
    return below if below == above else (below, above)


def middle_number(numbers: Mapping[Decimal, int]) -> Decimal | None:
    """Return the median of {number: how many}; of two middle numbers it is half their sum."""
    if not numbers:
        return None
    below, above = _two_in_the_middle(numbers)
    if below == above:
        return without_exponent(below)
    return without_exponent(_EXACT.divide(_EXACT.add(below, above), Decimal(2)))


def sum_of(numbers: Mapping[Decimal, int]) -> Decimal | None:
    """Return the sum of {number: how many}; None, not zero, where nothing was written."""
    if not numbers:
        return None
    with localcontext(_EXACT):
        return without_exponent(
            sum((number * count for number, count in numbers.items()), Decimal(0))
        )


def without_exponent(number: Decimal) -> Decimal:
    """Return the number without an exponent or zeros at its end: 24 and not 2.4E+1 or 24.0."""
    return Decimal(format(number.normalize(_EXACT), "f")) if number else Decimal(0)


def _two_in_the_middle(
    counts: Mapping[_Middle, int],
) -> tuple[_Middle, _Middle]:
    """Return the two values in the middle of all in order; of an odd number the same twice."""
    ordered = sorted(counts)
    ends = list(accumulate(counts[value] for value in ordered))
    n = ends[-1]
    return ordered[bisect_right(ends, (n - 1) // 2)], ordered[bisect_right(ends, n // 2)]


_KIND: Mapping[str, RatingKind] = {kind.value: kind for kind in RatingKind}

Measure = tuple[str | None, ...]
"""What the numbers of a day are of: the unit its plan names and whether they belong to the day or
to a time; nothing where it asks for none."""


class RatedRun(NamedTuple):
    """What was rated on days with one plan, and what the numbers of each of them come to.

    Of `at_least` a time is not written, so they may be higher.
    """

    plan: RatingPlan
    ratings: Counter[tuple[Any, ...]]
    of_days: Counter[Decimal]
    at_least: Counter[Decimal]


@dataclass(frozen=True, slots=True)
class RatingsGiven:
    """The ratings of some days as they were written, and by aim how many numbers lie inside it.

    Minutes and hours are two measures, so each stands under the measure of its day. `of_days` are
    the numbers of each day added up, where they may be asked for; `at_least` those of days with a
    time that is not written, which may be higher.
    """

    ratings: Mapping[Measure, Counter[tuple[Any, ...]]]
    of_days: Mapping[Measure, Counter[Decimal]]
    at_least: Mapping[Measure, Counter[Decimal]]
    in_aim: Mapping[Measure, Counter[tuple[Aim, bool]]]

    def combined_with(self, other: "RatingsGiven") -> "RatingsGiven":
        """Return both sets of ratings added up."""
        return RatingsGiven(
            _together(self.ratings, other.ratings),
            _together(self.of_days, other.of_days),
            _together(self.at_least, other.at_least),
            _together(self.in_aim, other.in_aim),
        )


_Value = TypeVar("_Value")


def _together(
    one: Mapping[Measure, Counter[_Value]], other: Mapping[Measure, Counter[_Value]]
) -> dict[Measure, Counter[_Value]]:
    both = dict(one)
    for measure, counted in other.items():
        both[measure] = both.get(measure, Counter()) + counted
    return both


def ratings_on(days: Iterable[DayCount], *, part: bool) -> RatingsGiven:
    """Return the ratings of some days, each with the aim in force on its day.

    With `part`, only a part of each day is counted, and the day's aim does not apply to it.
    """
    runs = groupby(days, key=lambda day: day.plan.rating)
    return ratings_by_plan((_run_of(plan, [*run]) for plan, run in runs), part=part)


def _run_of(plan: RatingPlan, days: Sequence[DayCount]) -> RatedRun:
    ratings = Counter(map(rating_of, chain.from_iterable(day.rows for day in days)))
    run = RatedRun(plan, ratings, Counter(), Counter())
    if can_count_by_day(plan) and any(number is not None for _, _, number, *_ in ratings):
        for day in days:
            added = number_of_day(day.rows)
            if added is not None:
                (run.at_least if day.answer.times_not_written else run.of_days)[added] += 1
    return run


def can_count_by_day(plan: RatingPlan) -> bool:
    """Return whether numbers on days with this plan may be asked for by the day."""
    return plan.of_days or plan.kind is not RatingKind.NUMBER


def ratings_by_plan(runs: Iterable[RatedRun], *, part: bool) -> RatingsGiven:
    """Return what was rated, by the plans that were in force on the days."""
    ratings: defaultdict[Measure, Counter[tuple[Any, ...]]] = defaultdict(Counter)
    of_days: defaultdict[Measure, Counter[Decimal]] = defaultdict(Counter)
    at_least: defaultdict[Measure, Counter[Decimal]] = defaultdict(Counter)
    in_aim: defaultdict[Measure, Counter[tuple[Aim, bool]]] = defaultdict(Counter)
    for run in runs:
        plan, measure = run.plan, measure_of(run.plan)
        ratings[measure].update(run.ratings)
        if run.of_days or run.at_least:
            of_days[measure].update(run.of_days)
            at_least[measure].update(run.at_least)
        aim = aim_of(plan)
        if aim is not None and not (part and plan.of_days):
            judged = in_aim[measure]
            values = run.of_days if plan.of_days else _numbers_in(run.ratings)
            for number, times in values.items():
                judged[aim, is_in_aim(aim, number)] += times
    return RatingsGiven(ratings, of_days, at_least, in_aim)


def _numbers_in(ratings: Mapping[tuple[Any, ...], int]) -> Counter[Decimal]:
    return values_by_kind(ratings)[RatingKind.NUMBER]


def number_of_day(rows: Sequence[PracticeRow]) -> Decimal | None:
    """Return what the settled numbers of a day come to; None if there is none."""
    numbers = [row[5] for row in rows if row[5] is not None and row[9]]
    if len(numbers) == 1:
        return number_of(numbers[0])
    return sum_of(Counter(map(number_of, numbers)))


def measure_of(plan: RatingPlan) -> Measure:
    """Return what numbers on a day with this plan are of."""
    return (plan.unit, plan.per) if plan.kind is RatingKind.NUMBER else ()


def values_by_kind(
    ratings: Mapping[tuple[Any, ...], int],
) -> defaultdict[RatingKind, Counter[Any]]:
    """Return the values of each kind, with how often each was given."""
    values: defaultdict[RatingKind, Counter[Any]] = defaultdict(Counter)
    for rating, count in ratings.items():
        found = value_of(rating)
        if found is not None:
            values[found[0]][found[1]] += count
    return values


@lru_cache(maxsize=4096)
def value_of(rating: tuple[Any, ...]) -> tuple[RatingKind, Any] | None:
    """Return the kind and value of a settled rating; None if there is none."""
    kind, level, number, took, of, settled = rating
    if not settled or (level is None and number is None and took is None):
        return None
    if level is not None:
        return _KIND[kind], level
    return _KIND[kind], number_of(number) if number is not None else (took, of)


@lru_cache(maxsize=4096)
def number_of(text: str) -> Decimal:
    """Return the number that a text of the journal holds; "2" and "2.0" are one number."""
    return without_exponent(Decimal(text))


def aim_of(rating: RatingPlan) -> Aim | None:
    """Return the aim of a number; an aim with both ends open is none."""
    aim = rating.aim if rating.kind is RatingKind.NUMBER else None
    return None if aim is None or (aim.low is None and aim.high is None) else aim


def is_in_aim(aim: Aim, number: Decimal) -> bool:
    """Say whether a number lies inside an aim; an open end holds everything."""
    above = aim.low is None or aim.low <= number
    return above and (aim.high is None or number <= aim.high)


_Key = TypeVar("_Key")


def is_same_measure(asked: RatingPlan, plan: RatingPlan) -> bool:
    """Say whether ratings of the kind asked for are of one measure with those of a day's plan.

    Numbers of a day that names another unit are not, nor are those that belong to the day and those
    that belong to a time. What the plan of a day does not ask for is taken to be what is asked for.
    """
    return _is_measure(asked, measure_of(plan))


def _is_measure(asked: RatingPlan, measure: Measure) -> bool:
    return asked.kind is not RatingKind.NUMBER or measure in {(), (asked.unit, asked.per)}


def rated(asked: RatingPlan, given: RatingsGiven) -> Rated:
    """Return the ratings of the kind asked for; each practice keeps the kind it was rated with.

    Ratings of other kinds, and numbers of another measure, are listed apart. A practice with two
    unsettled versions has its rating in neither, and a practice without a rating is no rating.
    """
    kind, own, others, unsettled = asked.kind, Counter[Any](), Counter[RatingKind](), 0
    for measure, counted in given.ratings.items():
        values = values_by_kind(counted)
        if _is_measure(asked, measure):
            own.update(values.pop(kind, ()))
        others.update({other: found.total() for other, found in values.items()})
        unsettled += sum(n for rating, n in counted.items() if not rating[-1])
    return replace(
        _summed(asked, own, given),
        times_rated=own.total(),
        others=dict(sorted(others.items())),
        unsettled=unsettled,
    )


def _summed(asked: RatingPlan, own: Counter[Any], given: RatingsGiven) -> Rated:
    if levels_of(asked.kind):
        return _levels(own)
    if asked.kind is RatingKind.TRIES:
        return _tries(own)
    if asked.kind is not RatingKind.NUMBER:
        return Rated()
    if not asked.of_days:
        return _judged(_numbers(own), asked, given)
    whole, open_ones = _fitting(asked, given.of_days), _fitting(asked, given.at_least)
    return _judged(_numbers(whole, open_ones), asked, given)


def _judged(numbers: Rated, asked: RatingPlan, given: RatingsGiven) -> Rated:
    if not any(_is_measure(asked, measure) for measure in given.in_aim):
        return numbers
    judged = _fitting(asked, given.in_aim)
    aims = {aim: judged[aim, True] + judged[aim, False] for aim, _ in judged}
    return replace(
        numbers,
        in_aim=sum(judged[aim, True] for aim in aims),
        aims=tuple((aim, judged[aim, True], of) for aim, of in aims.items()),
    )


def _fitting(asked: RatingPlan, counts: Mapping[Measure, Counter[_Key]]) -> Counter[_Key]:
    found = Counter[_Key]()
    for measure, counted in counts.items():
        if _is_measure(asked, measure):
            found.update(counted)
    return found


def values_given(asked: RatingPlan, given: RatingsGiven) -> Counter[Any]:
    """Return how many there are of each value of the measure asked for; of days if of the day."""
    if asked.of_days:
        return _fitting(asked, given.of_days)
    return values_by_kind(_fitting(asked, given.ratings))[asked.kind]


def values_on(asked: RatingPlan, day: DayCount) -> Counter[Any]:
    """Return how many of each value a day has of the measure asked for.

    Where numbers belong to the day it is one, and none while a time of it is not written.
    """
    if not is_same_measure(asked, day.plan.rating):
        return Counter()
    if not asked.of_days:
        return values_of(asked.kind, day.rows)
    added = number_of_day(day.rows)
    return Counter(() if added is None or day.answer.times_not_written else (added,))


def is_at_least(asked: RatingPlan, day: DayCount) -> bool:
    """Say whether a day has a number of the day that may be higher: a time is not written."""
    return bool(
        asked.of_days
        and day.answer.times_not_written
        and is_same_measure(asked, day.plan.rating)
        and number_of_day(day.rows) is not None
    )


def values_of(kind: RatingKind, rows: Iterable[PracticeRow]) -> Counter[Any]:
    """Return how many of each value of a kind was rated: a level, a number, or (took, of)."""
    found = (value_of(rating_of(row)) for row in rows)
    return Counter(value for own, value in filter(None, found) if own is kind)


def _levels(levels: Counter[int]) -> Rated:
    """Count each level; the middle one is told from five ratings on, "so far" from three on."""
    n = levels.total()
    middle = middle_level(levels)
    return Rated(
        n=n,
        levels={level: levels[level] for level in sorted(levels)},
        median=middle if n >= ENOUGH else None,
        median_so_far=middle if n >= SO_FAR else None,
    )


def _numbers(numbers: Counter[Decimal], open_ones: Mapping[Decimal, int] | None = None) -> Rated:
    """Tell median, lowest, highest and sum; numbers have no minimum count. Zero is a number.

    The open ones may be higher and are in the sum alone.
    """
    at_least = Counter(open_ones)
    middle = middle_number(numbers)
    return Rated(
        n=numbers.total() + at_least.total(),
        at_least=at_least.total(),
        median=middle,
        median_so_far=middle,
        low=min(numbers, default=None),
        high=max(numbers, default=None),
        sum=sum_of(numbers + at_least),
    )


def _tries(tries: Counter[tuple[int, int]]) -> Rated:
    """Sum took and offered, two numbers and no share; None if nothing was written."""
    if not tries:
        return Rated()
    return Rated(
        n=tries.total(),
        took=sum(took * count for (took, _), count in tries.items()),
        of=sum(of * count for (_, of), count in tries.items()),
    )
