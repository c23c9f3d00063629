"""What the ratings of a stretch say: levels, middle, lowest and highest, sum, took of offered."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from itertools import chain, groupby
from typing import Any

from homejournal.domain.day_counts import DayCount, rating_of
from homejournal.domain.honest_numbers import Rated
from homejournal.domain.medians import ENOUGH, SO_FAR, middle_level, middle_number, plain, sum_of
from homejournal.domain.numbers import PracticeRow
from homejournal.domain.ratings import Aim, RatingKind, RatingPlan, levels_of

_KIND: Mapping[str, RatingKind] = {kind.value: kind for kind in RatingKind}

Measure = tuple[str | None, ...]
"""What the numbers of a day are of: the unit its plan names, or nothing where it asks for none."""


@dataclass(frozen=True, slots=True)
class Given:
    """The ratings of some days as they were written, and how many numbers lie inside their aim.

    Minutes and hours are two measures, so each stands under the measure of its day.
    """

    ratings: Mapping[Measure, Counter[tuple[Any, ...]]]
    in_aim: Mapping[Measure, int]

    def and_also(self, other: "Given") -> "Given":
        """Return the ratings of both, in one."""
        ratings = dict(self.ratings)
        for measure, counted in other.ratings.items():
            ratings[measure] = ratings.get(measure, Counter()) + counted
        in_aim = dict(self.in_aim)
        for measure, inside_it in other.in_aim.items():
            in_aim[measure] = in_aim.get(measure, 0) + inside_it
        return Given(ratings, in_aim)


def given_on(days: Iterable[DayCount]) -> Given:
    """Return what was rated on some days; an aim is the one that was in force on the day."""
    runs = groupby(days, key=lambda day: day.plan.rating)
    return given_in(
        (plan, Counter(map(rating_of, chain.from_iterable(day.rows for day in run))))
        for plan, run in runs
    )


def given_in(counts: Iterable[tuple[RatingPlan, Counter[tuple[Any, ...]]]]) -> Given:
    """Return what was rated, counted by the plans that were in force on the days."""
    ratings: defaultdict[Measure, Counter[tuple[Any, ...]]] = defaultdict(Counter)
    in_aim: defaultdict[Measure, int] = defaultdict(int)
    for plan, counted in counts:
        ratings[_measure_of(plan)].update(counted)
        aim = aim_of(plan)
        if aim is not None:
            numbers = _by_kind(counted)[RatingKind.NUMBER]
            in_aim[_measure_of(plan)] += sum(n for one, n in numbers.items() if inside(aim, one))
    return Given(ratings, in_aim)


def _measure_of(plan: RatingPlan) -> Measure:
    return (plan.unit,) if plan.kind is RatingKind.NUMBER else ()


def is_same_measure(asked: RatingPlan, plan: RatingPlan) -> bool:
    """Say whether ratings of the kind asked for are of one measure with those of a day's plan.

    Numbers of a day that names another unit are not. What the plan of a day does not ask for is
    taken to be what is asked for.
    """
    return _is_measure(asked, _measure_of(plan))


def _is_measure(asked: RatingPlan, measure: Measure) -> bool:
    return asked.kind is not RatingKind.NUMBER or measure in {(), (asked.unit,)}


def rated(asked: RatingPlan, given: Given) -> Rated:
    """Return the ratings of the kind asked for; each practice keeps the kind it was rated with.

    Ratings of other kinds, and numbers in another unit, are listed apart. A practice with two
    unsettled versions has its rating in neither, and a practice without a rating is no rating.
    """
    kind, own, others, unsettled = asked.kind, Counter[Any](), Counter[RatingKind](), 0
    for measure, counted in given.ratings.items():
        values = _by_kind(counted)
        if _is_measure(asked, measure):
            own.update(values.pop(kind, ()))
        others.update({other: found.total() for other, found in values.items()})
        unsettled += sum(n for rating, n in counted.items() if not rating[-1])
    summed = Rated()
    if levels_of(kind):
        summed = _levels(own)
    elif kind is RatingKind.NUMBER:
        aims = [n for measure, n in given.in_aim.items() if _is_measure(asked, measure)]
        summed = replace(_numbers(own), in_aim=sum(aims) if aims else None)
    elif kind is RatingKind.TRIES:
        summed = _tries(own)
    return replace(summed, others=dict(sorted(others.items())), unsettled=unsettled)


def values_given(asked: RatingPlan, given: Given) -> Counter[Any]:
    """Return how many there are of each value of the measure asked for."""
    values: Counter[Any] = Counter()
    for measure, counted in given.ratings.items():
        if _is_measure(asked, measure):
            values.update(_by_kind(counted)[asked.kind])
    return values


def values_of(kind: RatingKind, rows: Iterable[PracticeRow]) -> Counter[Any]:
    """Return how many of each value of a kind was rated: a level, a number, or (took, of)."""
    found = (_value_of(rating_of(row)) for row in rows)
    return Counter(value for own, value in filter(None, found) if own is kind)


def _by_kind(
    ratings: Mapping[tuple[Any, ...], int],
) -> defaultdict[RatingKind, Counter[Any]]:
    values: defaultdict[RatingKind, Counter[Any]] = defaultdict(Counter)
    for rating, count in ratings.items():
        found = _value_of(rating)
        if found is not None:
            values[found[0]][found[1]] += count
    return values


@lru_cache(maxsize=4096)
def _value_of(rating: tuple[Any, ...]) -> tuple[RatingKind, Any] | None:
    """Return the kind and value of a settled rating; None where there is none."""
    kind, level, number, took, of, settled = rating
    if not settled or (level is None and number is None and took is None):
        return None
    if level is not None:
        return _KIND[kind], level
    return _KIND[kind], number_of(number) if number is not None else (took, of)


@lru_cache(maxsize=4096)
def number_of(text: str) -> Decimal:
    """Return the number that a text of the journal holds; "2" and "2.0" are one number."""
    return plain(Decimal(text))


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


def _numbers(numbers: Counter[Decimal]) -> Rated:
    """Tell median, lowest, highest and sum; numbers have no minimum count. Zero is a number."""
    middle = middle_number(numbers)
    return Rated(
        n=numbers.total(),
        median=middle,
        median_so_far=middle,
        low=min(numbers, default=None),
        high=max(numbers, default=None),
        sum=sum_of(numbers),
    )


def _tries(tries: Counter[tuple[int, int]]) -> Rated:
    """Sum took and offered, two numbers and no share; None where nothing was written."""
    if not tries:
        return Rated()
    return Rated(
        n=tries.total(),
        took=sum(took * count for (took, _), count in tries.items()),
        of=sum(of * count for (_, of), count in tries.items()),
    )


def aim_of(rating: RatingPlan) -> Aim | None:
    """Return the aim of a number; an aim with both ends open is none."""
    aim = rating.aim if rating.kind is RatingKind.NUMBER else None
    return None if aim is None or (aim.low is None and aim.high is None) else aim


def inside(aim: Aim, number: Decimal) -> bool:
    """Say whether a number lies inside an aim; an open end holds everything."""
    above = aim.low is None or aim.low <= number
    return above and (aim.high is None or number <= aim.high)
