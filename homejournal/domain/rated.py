"""What the ratings of a stretch say: levels, middle, lowest and highest, sum, took of offered."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from itertools import chain, groupby
from typing import Any

from homejournal.domain.day_counts import DayCount, rating_of
from homejournal.domain.medians import ENOUGH, SO_FAR, middle_level, middle_number, plain, sum_of
from homejournal.domain.numbers import PracticeRow, Rated
from homejournal.domain.ratings import Aim, RatingKind, RatingPlan, levels_of


@dataclass(slots=True)
class _Gathered:
    """How many of each value, kind by kind; tries as (took, of)."""

    values: defaultdict[RatingKind, Counter[Any]]
    unsettled: int = 0


_KIND: Mapping[str, RatingKind] = {kind.value: kind for kind in RatingKind}


def rated(kind: RatingKind, days: Iterable[DayCount]) -> Rated:
    """Return the ratings of a kind; each practice keeps the kind it was rated with.

    Ratings of other kinds are listed apart. A practice with two unsettled versions has its rating
    in neither, and a practice without a rating is no rating.
    """
    days = list(days)
    gathered = _gather(Counter(map(rating_of, chain.from_iterable(day.rows for day in days))))
    own = gathered.values.pop(kind, Counter())
    summed = Rated()
    if levels_of(kind):
        summed = _levels(own)
    elif kind is RatingKind.NUMBER:
        summed = replace(_numbers(own), in_aim=numbers_in_aim(days))
    elif kind is RatingKind.TRIES:
        summed = _tries(own)
    others = {other: gathered.values[other].total() for other in sorted(gathered.values)}
    return replace(summed, others=others, unsettled=gathered.unsettled)


def values_of(kind: RatingKind, rows: Iterable[PracticeRow]) -> Counter[Any]:
    """Return how many of each value of a kind was rated: a level, a number, or (took, of)."""
    return _gather(Counter(map(rating_of, rows))).values[kind]


def _gather(ratings: Mapping[tuple[Any, ...], int]) -> _Gathered:
    gathered = _Gathered(defaultdict(Counter))
    for (kind, level, number, took, of, settled), count in ratings.items():
        if not settled:
            gathered.unsettled += count
            continue
        if level is not None:
            value = level
        elif number is not None:
            value = number_of(number)
        elif took is not None:
            value = (took, of)
        else:
            continue
        gathered.values[_KIND[kind]][value] += count
    return gathered


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


def numbers_in_aim(days: Iterable[DayCount]) -> int | None:
    """Return how many numbers lie inside the aim that was in force on their day.

    None where no day had an aim. Both ends of an aim belong to it.
    """
    found: int | None = None
    for rating, run in groupby(days, key=lambda day: day.plan.rating):
        aim = aim_of(rating)
        if aim is None:
            continue
        rows = chain.from_iterable(day.rows for day in run)
        numbers = values_of(RatingKind.NUMBER, rows)
        found = (found or 0) + sum(n for number, n in numbers.items() if inside(aim, number))
    return found


def aim_of(rating: RatingPlan) -> Aim | None:
    """Return the aim of a number; an aim with both ends open is none."""
    aim = rating.aim if rating.kind is RatingKind.NUMBER else None
    return None if aim is None or (aim.low is None and aim.high is None) else aim


def inside(aim: Aim, number: Decimal) -> bool:
    """Say whether a number lies inside an aim; an open end holds everything."""
    above = aim.low is None or aim.low <= number
    return above and (aim.high is None or number <= aim.high)
