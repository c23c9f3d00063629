"""The measures of the "more detail" page, each only where it may be told at all."""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from homejournal.domain.days.day_counts import DayCount
from homejournal.domain.days.day_states import DayState
from homejournal.domain.days.family_days import WeekStart, days_into_week
from homejournal.domain.days.medians import middle_number, sum_of
from homejournal.domain.days.rating_summary import is_same_measure, values_of, values_on
from homejournal.domain.days.rows_to_count import PracticeRow
from homejournal.domain.looking_back.confidence_interval import wilson
from homejournal.domain.looking_back.look_back_values import MoreDetail, RunChart, SessionTries
from homejournal.domain.looking_back.run_charts import off_median, run_chart
from homejournal.domain.records.rating_scales import Better, RatingKind, RatingPlan

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
    """Return the total of a week, or None where it cannot be compared with that of another.

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
    """Return the last session of a day by its times of the day, whoever wrote first.

    Of several at one time it is the one with the most tries, and then with the fewest taken.
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
