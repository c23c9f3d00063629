"""What a chart marks of life: what happened in the family's life, and the days left out."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from homejournal.domain.charts.bar_series import LifeMark
from homejournal.domain.days.day_counts import DayCount
from homejournal.domain.days.day_states import DayState
from homejournal.domain.days.rows_to_count import Period
from homejournal.domain.plan_steps.in_force import Standing
from homejournal.domain.records.children import LifeEvent


def life_marks(
    events: Iterable[LifeEvent], days: Sequence[DayCount], stretch: Period
) -> tuple[LifeMark, ...]:
    """Return the life events of a stretch and its runs of left-out days, oldest first."""
    happened = [
        LifeMark(start=event.day, end=event.day, words=event.words)
        for event in events
        if stretch.start <= event.day <= stretch.end
    ]
    marks = (*happened, *left_out_ranges(days))
    return tuple(sorted(marks, key=lambda mark: (mark.start, mark.end, mark.words)))


def left_out_ranges(days: Iterable[DayCount]) -> tuple[LifeMark, ...]:
    """Return each run of neighbouring planned days that were left out for the same reason.

    Days on which nothing was planned, such as a weekend, do not part a run; a pause does.
    """
    told = (day for day in days if day.plan.planned or day.plan.standing is not Standing.ACTIVE)
    runs = ((reason, [*run]) for reason, run in groupby(told, lambda day: day.answer.reason))
    return tuple(
        LifeMark(start=run[0].day, end=run[-1].day, reason=reason)
        for reason, run in runs
        if reason is not None
    )


def is_left_out(days: Iterable[DayCount]) -> bool:
    """Return whether something was planned on some days and all of it was left out."""
    states = {day.answer.state for day in days if day.plan.planned}
    return states == {DayState.LEFT_OUT}
