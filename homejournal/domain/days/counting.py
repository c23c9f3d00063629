"""The numbers of one strategy over a period: in all, by plan step, week, slot and routine."""

from collections.abc import Iterable

from homejournal.domain.days.counted_days import CountedDays, count
from homejournal.domain.days.day_counts import CountingFrame
from homejournal.domain.days.honest_numbers import StepNumbers, StrategyNumbers, WeekNumbers
from homejournal.domain.days.rows_to_count import MarkRow, Period, PracticeRow
from homejournal.domain.days.slot_and_routine_counts import routine_numbers, slot_numbers
from homejournal.domain.plan_steps.in_force import StepInForce
from homejournal.domain.records.plan import PlanStep, Strategy

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
    return numbers_of(strategy, count(steps, practices, marks, frame))


def numbers_of(strategy: Strategy, counted: CountedDays) -> StrategyNumbers:
    """Sum the counted days of a strategy; of some practices alone slots say nothing.

    A slot that those practices leave open may have been filled by others.
    """
    frame = counted.frame
    return StrategyNumbers(
        strategy=strategy.id,
        name=strategy.name,
        total=counted.block(Period(frame.period.start, frame.last)),
        steps=tuple(_step_numbers(step, counted) for step in _within(counted)),
        weeks=tuple(_week_numbers(week, counted) for week in counted.weeks),
        slots=() if counted.narrowed else slot_numbers(counted.days),
        routines=routine_numbers(counted.days),
    )


def _within(counted: CountedDays) -> list[StepInForce]:
    """Return the steps in force on a day of the period, none of which lies after today."""
    frame = counted.frame
    return [
        step
        for step in counted.in_force
        if max(step.start, frame.period.start) <= frame.last
        and (step.end is None or step.end >= frame.period.start)
    ]


def _step_numbers(step: StepInForce, counted: CountedDays) -> StepNumbers:
    """Count the days of one step; a week is told with the step that was in force in all of it."""
    period = counted.frame.period
    start = max(step.start, period.start)
    end = min(step.end or period.end, period.end)
    block = counted.block(Period(start, end))
    return StepNumbers(step=step.step.id, kind=step.step.step, start=start, end=end, block=block)


def _week_numbers(week: Period, counted: CountedDays) -> WeekNumbers:
    """Count one week; it is partial where the period or today leaves it fewer than seven days."""
    return WeekNumbers(
        start=week.start,
        end=week.end,
        partial=counted.how_many(week) < _WEEK,
        block=counted.block(week),
    )
