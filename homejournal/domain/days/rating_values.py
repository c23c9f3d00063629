"""What was rated on some days, gathered as it was written: single ratings, and numbers of days."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import chain, groupby
from typing import Any, NamedTuple, TypeVar

from homejournal.domain.days.day_counts import DayCount, rating_of
from homejournal.domain.days.medians import plain, sum_of
from homejournal.domain.days.rows_to_count import PracticeRow
from homejournal.domain.records.rating_scales import Aim, RatingKind, RatingPlan

_KIND: Mapping[str, RatingKind] = {kind.value: kind for kind in RatingKind}

Measure = tuple[str | None, ...]
"""What the numbers of a day are of: the unit its plan names and whether they belong to the day or
to a time; nothing where it asks for none."""


class Run(NamedTuple):
    """What was rated on days with one plan, and what the numbers of each of them come to.

    Of `at_least` a time is not written, so they may be higher.
    """

    plan: RatingPlan
    ratings: Counter[tuple[Any, ...]]
    of_days: Counter[Decimal]
    at_least: Counter[Decimal]


@dataclass(frozen=True, slots=True)
class Given:
    """The ratings of some days as they were written, and by aim how many numbers lie inside it.

    Minutes and hours are two measures, so each stands under the measure of its day. `of_days` are
    the numbers of each day added up, where they may be asked for; `at_least` those of days with a
    time that is not written, which may be higher.
    """

    ratings: Mapping[Measure, Counter[tuple[Any, ...]]]
    of_days: Mapping[Measure, Counter[Decimal]]
    at_least: Mapping[Measure, Counter[Decimal]]
    in_aim: Mapping[Measure, Counter[tuple[Aim, bool]]]

    def and_also(self, other: "Given") -> "Given":
        """Return the ratings of both, in one."""
        return Given(
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


def given_on(days: Iterable[DayCount], *, part: bool = False) -> Given:
    """Return what was rated on some days; an aim is the one that was in force on the day.

    With `part` only a part of each day is told, which an aim of the day does not judge.
    """
    runs = groupby(days, key=lambda day: day.plan.rating)
    return given_in((_run_of(plan, [*run]) for plan, run in runs), part=part)


def _run_of(plan: RatingPlan, days: Sequence[DayCount]) -> Run:
    ratings = Counter(map(rating_of, chain.from_iterable(day.rows for day in days)))
    run = Run(plan, ratings, Counter(), Counter())
    if may_ask_for_days(plan) and any(number is not None for _, _, number, *_ in ratings):
        for day in days:
            added = number_of_day(day.rows)
            if added is not None:
                (run.at_least if day.answer.times_not_written else run.of_days)[added] += 1
    return run


def may_ask_for_days(plan: RatingPlan) -> bool:
    """Return whether numbers on days with this plan may be asked for by the day."""
    return plan.of_days or plan.kind is not RatingKind.NUMBER


def given_in(runs: Iterable[Run], *, part: bool) -> Given:
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
            for one, times in values.items():
                judged[aim, inside(aim, one)] += times
    return Given(ratings, of_days, at_least, in_aim)


def _numbers_in(ratings: Mapping[tuple[Any, ...], int]) -> Counter[Decimal]:
    return values_by_kind(ratings)[RatingKind.NUMBER]


def number_of_day(rows: Sequence[PracticeRow]) -> Decimal | None:
    """Return what the settled numbers of a day come to; None where there is none."""
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


def aim_of(rating: RatingPlan) -> Aim | None:
    """Return the aim of a number; an aim with both ends open is none."""
    aim = rating.aim if rating.kind is RatingKind.NUMBER else None
    return None if aim is None or (aim.low is None and aim.high is None) else aim


def inside(aim: Aim, number: Decimal) -> bool:
    """Say whether a number lies inside an aim; an open end holds everything."""
    above = aim.low is None or aim.low <= number
    return above and (aim.high is None or number <= aim.high)
