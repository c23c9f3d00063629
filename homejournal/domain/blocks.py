"""The counts of one stretch, summed from its days."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from homejournal.domain.any_days import WeekJudged
from homejournal.domain.day_counts import DayCount
from homejournal.domain.day_states import DayState
from homejournal.domain.numbers import Block, Rated
from homejournal.domain.plan_days import PlanOfDay
from homejournal.domain.rated import rated
from homejournal.domain.ratings import RatingKind


def block_of(
    days: Sequence[DayCount], otherwise: PlanOfDay, weeks: Sequence[WeekJudged] = ()
) -> Block:
    """Return the counts of a stretch; `otherwise` is its plan where none of its days is planned.

    Planned days are the days on which it was done, not today, or not written. Left-out days leave
    them; their reasons stay visible.
    """
    state = Counter(day.answer.state for day in days)
    reasons = Counter(day.answer.reason for day in days if day.answer.reason is not None)
    kind = kind_of_block(days, otherwise)
    return Block(
        kind=kind,
        did_it=state[DayState.DID_IT],
        not_today=state[DayState.NOT_TODAY],
        left_out=state[DayState.LEFT_OUT],
        left_out_by={reason: reasons[reason] for reason in sorted(reasons)},
        times=sum(day.answer.times for day in days),
        extra=sum(day.answer.extra for day in days) + sum(week.extra for week in weeks),
        written_later=sum(day.written_later for day in days),
        **_of_plan(days, otherwise, weeks),
        **ratings_of(rated(kind, days)),
    )


def _of_plan(
    days: Sequence[DayCount], otherwise: PlanOfDay, weeks: Sequence[WeekJudged]
) -> dict[str, Any]:
    """Return planned days and times, or for an any-N-days plan in how many weeks it was met.

    Where an any-N-days plan was in force on some of the days, planned and not written days and
    planned times cannot be stated for the stretch.
    """
    if has_any_days(days, otherwise):
        return {"plan_met": sum(week.met for week in weeks), "weeks_judged": len(weeks)}
    state = Counter(day.answer.state for day in days)
    counted = (DayState.DID_IT, DayState.NOT_TODAY, DayState.NOT_WRITTEN)
    return {
        "planned": sum(state[each] for each in counted),
        "not_written": state[DayState.NOT_WRITTEN],
        "times_planned": sum(day.answer.times_planned for day in days),
        "times_not_today": sum(day.answer.times_not_today for day in days),
        "times_not_written": sum(day.answer.times_not_written for day in days),
    }


def has_any_days(days: Sequence[DayCount], otherwise: PlanOfDay) -> bool:
    """Say whether an any-N-days plan was in force on some day of the stretch."""
    if not days:
        return otherwise.days_a_week is not None
    return any(day.plan.days_a_week is not None for day in days)


def kind_of_block(days: Sequence[DayCount], otherwise: PlanOfDay) -> RatingKind:
    """Return the kind of rating that was in force on the last planned day of the stretch."""
    planned = (day.plan for day in reversed(days) if day.plan.planned)
    return next(planned, otherwise).rating.kind


def ratings_of(ratings: Rated) -> dict[str, Any]:
    """Return the ratings by the names they have in a block."""
    return {name: getattr(ratings, name) for name in Rated.__slots__}
