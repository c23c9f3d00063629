"""Any N days a week: whether the plan was met, judged per full week only."""

from collections.abc import Sequence
from typing import NamedTuple

from homejournal.domain.days.day_counts import DayCount
from homejournal.domain.days.day_states import DayState

_WEEK = 7


class WeekJudged(NamedTuple):
    """A full week of an any-N-days plan: whether it was met, and the days above N."""

    met: bool
    extra: int


def judge_week(days: Sequence[DayCount]) -> WeekJudged | None:
    """Judge a week, or return None where it is not judged.

    A week that the period, today or a plan step cuts is not judged, and no week in which the
    left-out days leave fewer than N. Days above N are extra; they fill no other week's gaps.
    """
    if len(days) != _WEEK:
        return None
    wanted, step = days[0].plan.days_a_week, days[0].plan.step
    if wanted is None or any(day.plan.step is not step for day in days):
        return None
    states = [day.answer.state for day in days]
    if _WEEK - states.count(DayState.LEFT_OUT) < wanted:
        return None
    did_it = states.count(DayState.DID_IT)
    return WeekJudged(did_it >= wanted, max(0, did_it - wanted))
