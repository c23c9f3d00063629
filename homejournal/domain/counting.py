"""The numbers of one strategy over a period: in all, by plan step, week, slot and routine."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from homejournal.domain.any_days import WeekJudged, judge_week
from homejournal.domain.blocks import block_of
from homejournal.domain.day_counts import CountingFrame, DayCount, by_day, count_days
from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.numbers import (
    MarkRow,
    Period,
    PracticeRow,
    StepNumbers,
    StrategyNumbers,
    WeekNumbers,
)
from homejournal.domain.parts import routine_numbers, slot_numbers
from homejournal.domain.periods import weeks_of
from homejournal.domain.plan import PlanStep, Strategy
from homejournal.domain.plan_days import (
    NOT_STARTED,
    PlanOfDay,
    StepInForce,
    step_of_day,
    steps_in_force,
)

_WEEK = 7


def strategy_numbers(
    strategy: Strategy,
    steps: Iterable[PlanStep],
    practices: Iterable[PracticeRow],
    marks: Iterable[MarkRow],
    frame: CountingFrame,
) -> StrategyNumbers:
    """Count one strategy over the frame's period.

    `practices` and `marks` are those of the strategy, in any order, and may reach beyond the
    period; the marks on all strategies of the child belong to them. Days after today never count;
    today counts once something is written on it. Raises InvalidValueError when the period ends
    before it starts.
    """
    if frame.period.end < frame.period.start:
        raise InvalidValueError("period", Reason.DATES_REVERSED)
    in_force = steps_in_force(steps)
    days = count_days(in_force, by_day(practices, marks), frame)
    weeks = [week for week in weeks_of(frame.period, frame.week_start) if week.start <= frame.last]
    judged = [judge_week(_between(days, week)) for week in weeks]
    in_judged = [week for week in judged if week is not None]
    return StrategyNumbers(
        strategy=strategy.id,
        name=strategy.name,
        total=block_of(days, _plan_at(in_force, frame.last), in_judged),
        steps=tuple(
            _step_numbers(step, days, in_judged, frame) for step in _within(in_force, frame)
        ),
        weeks=tuple(
            _week_numbers(week, days, found, _plan_at(in_force, week.end))
            for week, found in zip(weeks, judged, strict=True)
        ),
        slots=slot_numbers(days),
        routines=routine_numbers(days),
    )


def _between(days: Sequence[DayCount], stretch: Period) -> Sequence[DayCount]:
    """Cut the counted days, which have no gap, to a stretch that begins with them or later."""
    if not days:
        return ()
    first = days[0].day
    return days[(stretch.start - first).days : (stretch.end - first).days + 1]


def _plan_at(in_force: Sequence[StepInForce], day: date) -> PlanOfDay:
    """Return the plan that speaks for a stretch without a planned day.

    Before the first step nothing is planned, but ratings are already of the kind it asks for.
    """
    step = step_of_day(in_force, day)
    if step:
        return step.weekdays[day.weekday()]
    return replace(NOT_STARTED, rating=in_force[0].rating) if in_force else NOT_STARTED


def _within(in_force: Sequence[StepInForce], frame: CountingFrame) -> list[StepInForce]:
    """Return the steps in force on a day of the period, none of which lies after today."""
    return [
        step
        for step in in_force
        if max(step.start, frame.period.start) <= frame.last
        and (step.end is None or step.end >= frame.period.start)
    ]


def _step_numbers(
    step: StepInForce,
    days: Sequence[DayCount],
    judged: Sequence[WeekJudged],
    frame: CountingFrame,
) -> StepNumbers:
    """Count the days of one step; a week is told with the step that was in force in all of it."""
    start = max(step.start, frame.period.start)
    end = min(step.end or frame.period.end, frame.period.end)
    weeks = [week for week in judged if week.step is step.step]
    counted = _between(days, Period(start, end))
    block = block_of(counted, step.weekdays[end.weekday()], weeks)
    return StepNumbers(step=step.step.id, kind=step.step.step, start=start, end=end, block=block)


def _week_numbers(
    week: Period, days: Sequence[DayCount], judged: WeekJudged | None, otherwise: PlanOfDay
) -> WeekNumbers:
    """Count one week; it is partial where the period or today leaves it fewer than seven days."""
    counted = _between(days, week)
    return WeekNumbers(
        start=week.start,
        end=week.end,
        partial=len(counted) < _WEEK,
        block=block_of(counted, otherwise, [judged] if judged else []),
    )
