"""The counts of one stretch, summed from its days."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from operator import add
from typing import Any, NamedTuple

from homejournal.domain.days.any_days_a_week import WeekJudged
from homejournal.domain.days.day_counts import DayCount
from homejournal.domain.days.day_states import DayState
from homejournal.domain.days.honest_numbers import Block, Rated
from homejournal.domain.days.rating_summary import rated
from homejournal.domain.days.rating_values import Given, given_on
from homejournal.domain.plan_steps.in_force import PlanOfDay
from homejournal.domain.records.practices import LeftOutReason
from homejournal.domain.records.rating_scales import RatingPlan


class Times(NamedTuple):
    """The times of some days, as in their answers."""

    done: int
    planned: int
    not_today: int
    not_written: int
    extra: int


@dataclass(frozen=True, slots=True)
class Sums:
    """What the days of a stretch come to; the sums of two stretches can be added up.

    `outside` are the times outside the plan, which `times` has among the extra ones, and
    `told_not_today` the days of an any-N-days plan that were told so. `rating` is how practices
    were rated on its last planned day. `any_days` says whether an any-N-days plan was in force on
    one of its days; both are None where there is no such day.
    """

    states: Counter[DayState]
    reasons: Counter[LeftOutReason | None]
    times: Times
    outside: int
    told_not_today: int
    written_later: int
    given: Given
    rating: RatingPlan | None
    any_days: bool | None

    def and_then(self, later: "Sums") -> "Sums":
        """Return the sums of this stretch and the one after it."""
        any_days = [one.any_days for one in (self, later) if one.any_days is not None]
        return Sums(
            self.states + later.states,
            self.reasons + later.reasons,
            Times(*map(add, self.times, later.times)),
            self.outside + later.outside,
            self.told_not_today + later.told_not_today,
            self.written_later + later.written_later,
            self.given.and_also(later.given),
            later.rating or self.rating,
            any(any_days) if any_days else None,
        )


def sums_of(days: Sequence[DayCount], *, part: bool = False) -> Sums:
    """Sum the days of a stretch, in their order; `part` says that only a part of each is told."""
    answers = zip(*(day.answer for day in days), strict=True) if days else [()] * 7
    states, reasons, *columns = answers
    times = Times(*map(sum, columns))
    any_days = [day.answer.state for day in days if day.plan.days_a_week is not None]
    return Sums(
        states=Counter(states),
        reasons=Counter(reasons),
        times=times,
        outside=times.extra and sum(day.answer.extra for day in days if not day.plan.planned),
        told_not_today=any_days.count(DayState.NOT_TODAY),
        written_later=sum(day.written_later for day in days),
        given=given_on(days, part=part),
        rating=next((day.plan.rating for day in reversed(days) if day.plan.planned), None),
        any_days=bool(any_days) if days else None,
    )


def block_of(
    sums: Sums,
    otherwise: PlanOfDay,
    weeks: Sequence[WeekJudged] = (),
    asked: RatingPlan | None = None,
) -> Block:
    """Return the counts of a stretch; `otherwise` is its plan where none of its days is planned.

    Planned days are the days on which it was done, not today, or not written. Left-out days leave
    them; their reasons stay visible. The ratings are those asked for, or of its last planned day.
    """
    any_days = otherwise.days_a_week is not None if sums.any_days is None else sums.any_days
    rating = asked or sums.rating or otherwise.rating
    reasons = sorted(filter(None, sums.reasons))
    return Block(
        kind=rating.kind,
        did_it=sums.states[DayState.DID_IT],
        not_today=sums.states[DayState.NOT_TODAY],
        left_out=sums.states[DayState.LEFT_OUT],
        left_out_by={reason: sums.reasons[reason] for reason in reasons},
        times=sums.times.done,
        extra=sums.times.extra + sum(week.extra for week in weeks),
        extra_times=sums.times.extra - sums.outside,
        outside_times=sums.outside,
        written_later=sums.written_later,
        **_of_plan(sums, weeks, any_days=any_days),
        **_ratings(rated(rating, sums.given)),
    )


def block_done(sums: Sums, otherwise: PlanOfDay, asked: RatingPlan | None = None) -> Block:
    """Return the counts of some practices alone; what was planned of them nobody can say."""
    rating = asked or sums.rating or otherwise.rating
    return Block(
        kind=rating.kind,
        did_it=sums.states[DayState.DID_IT],
        times=sums.times.done,
        written_later=sums.written_later,
        **_ratings(rated(rating, sums.given)),
    )


def _of_plan(sums: Sums, weeks: Sequence[WeekJudged], *, any_days: bool) -> dict[str, Any]:
    """Return planned days and times, or for an any-N-days plan in how many weeks it was met.

    Where an any-N-days plan was in force on some of the days, planned and not written days and
    planned times cannot be stated for the stretch.
    """
    if any_days:
        return {
            "plan_met": sum(week.met for week in weeks),
            "weeks_judged": len(weeks),
            "extra_days": sum(week.extra for week in weeks),
            "told_not_today": sums.told_not_today,
        }
    counted = (DayState.DID_IT, DayState.NOT_TODAY, DayState.NOT_WRITTEN)
    return {
        "planned": sum(sums.states[each] for each in counted),
        "not_written": sums.states[DayState.NOT_WRITTEN],
        "times_planned": sums.times.planned,
        "times_not_today": sums.times.not_today,
        "times_not_written": sums.times.not_written,
    }


def rating_in(days: Sequence[DayCount], otherwise: PlanOfDay) -> RatingPlan:
    """Return how practices were rated on the last planned day of the stretch."""
    planned = (day.plan for day in reversed(days) if day.plan.planned)
    return next(planned, otherwise).rating


def _ratings(ratings: Rated) -> dict[str, Any]:
    """Return the ratings by the names they have in a block."""
    return {name: getattr(ratings, name) for name in Rated.__slots__}
