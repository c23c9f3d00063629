"""What the ratings of a stretch say: levels, middle, lowest and highest, sum, took of offered."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any, TypeVar

from homejournal.domain.days.day_counts import DayCount, rating_of
from homejournal.domain.days.honest_numbers import Rated
from homejournal.domain.days.medians import ENOUGH, SO_FAR, middle_level, middle_number, sum_of
from homejournal.domain.days.rating_values import (
    Given,
    Measure,
    measure_of,
    number_of_day,
    value_of,
    values_by_kind,
)
from homejournal.domain.days.rows_to_count import PracticeRow
from homejournal.domain.records.rating_scales import RatingKind, RatingPlan, levels_of

_Key = TypeVar("_Key")


def is_same_measure(asked: RatingPlan, plan: RatingPlan) -> bool:
    """Say whether ratings of the kind asked for are of one measure with those of a day's plan.

    Numbers of a day that names another unit are not, nor are those that belong to the day and those
    that belong to a time. What the plan of a day does not ask for is taken to be what is asked for.
    """
    return _is_measure(asked, measure_of(plan))


def _is_measure(asked: RatingPlan, measure: Measure) -> bool:
    return asked.kind is not RatingKind.NUMBER or measure in {(), (asked.unit, asked.per)}


def rated(asked: RatingPlan, given: Given) -> Rated:
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


def _summed(asked: RatingPlan, own: Counter[Any], given: Given) -> Rated:
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


def _judged(numbers: Rated, asked: RatingPlan, given: Given) -> Rated:
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


def values_given(asked: RatingPlan, given: Given) -> Counter[Any]:
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
    """Sum took and offered, two numbers and no share; None where nothing was written."""
    if not tries:
        return Rated()
    return Rated(
        n=tries.total(),
        took=sum(took * count for (took, _), count in tries.items()),
        of=sum(of * count for (_, of), count in tries.items()),
    )
