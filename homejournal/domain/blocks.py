"""The counts of one stretch, summed from its days."""

from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

from homejournal.domain.any_days import WeekJudged
from homejournal.domain.day_counts import DayCount
from homejournal.domain.day_states import DayState
from homejournal.domain.numbers import Block, Rated
from homejournal.domain.plan_days import PlanOfDay
from homejournal.domain.practices import LeftOutReason
from homejournal.domain.rated import rated
from homejournal.domain.ratings import RatingPlan


def block_of(
    days: Sequence[DayCount], otherwise: PlanOfDay, weeks: Sequence[WeekJudged] = ()
) -> Block:
    """Return the counts of a stretch; `otherwise` is its plan where none of its days is planned.

    Planned days are the days on which it was done, not today, or not written. Left-out days leave
    them; their reasons stay visible.
    """
    sums = _sums(days)
    kind = rating_in(days, otherwise).kind
    return Block(
        kind=kind,
        did_it=sums.state[DayState.DID_IT],
        not_today=sums.state[DayState.NOT_TODAY],
        left_out=sums.state[DayState.LEFT_OUT],
        left_out_by={reason: sums.reason[reason] for reason in sorted(filter(None, sums.reason))},
        times=sums.times,
        extra=sums.extra + sum(week.extra for week in weeks),
        written_later=sum(day.written_later for day in days),
        **_of_plan(sums, weeks, any_days=has_any_days(days, otherwise)),
        **ratings_of(rated(kind, days)),
    )


class _Sums(NamedTuple):
    """The answers of the days of a stretch, each field summed."""

    state: Counter[DayState]
    reason: Counter[LeftOutReason | None]
    times: int
    times_planned: int
    times_not_today: int
    times_not_written: int
    extra: int


def _sums(days: Sequence[DayCount]) -> _Sums:
    if not days:
        return _Sums(Counter(), Counter(), 0, 0, 0, 0, 0)
    states, reasons, *numbers = zip(*(day.answer for day in days), strict=True)
    return _Sums(Counter(states), Counter(reasons), *map(sum, numbers))


def _of_plan(sums: _Sums, weeks: Sequence[WeekJudged], *, any_days: bool) -> dict[str, Any]:
    """Return planned days and times, or for an any-N-days plan in how many weeks it was met.

    Where an any-N-days plan was in force on some of the days, planned and not written days and
    planned times cannot be stated for the stretch.
    """
    if any_days:
        return {"plan_met": sum(week.met for week in weeks), "weeks_judged": len(weeks)}
    counted = (DayState.DID_IT, DayState.NOT_TODAY, DayState.NOT_WRITTEN)
    return {
        "planned": sum(sums.state[each] for each in counted),
        "not_written": sums.state[DayState.NOT_WRITTEN],
        "times_planned": sums.times_planned,
        "times_not_today": sums.times_not_today,
        "times_not_written": sums.times_not_written,
    }


def has_any_days(days: Sequence[DayCount], otherwise: PlanOfDay) -> bool:
    """Say whether an any-N-days plan was in force on some day of the stretch."""
    if not days:
        return otherwise.days_a_week is not None
    return any(day.plan.days_a_week is not None for day in days)


def rating_in(days: Sequence[DayCount], otherwise: PlanOfDay) -> RatingPlan:
    """Return how practices were rated on the last planned day of the stretch."""
    planned = (day.plan for day in reversed(days) if day.plan.planned)
    return next(planned, otherwise).rating


def ratings_of(ratings: Rated) -> dict[str, Any]:
    """Return the ratings by the names they have in a block."""
    return {name: getattr(ratings, name) for name in Rated.__slots__}
