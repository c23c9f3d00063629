"""Counts the days of one strategy: in all, by plan step, week, month, slot and routine."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from homejournal.domain.days.day_states import (
    CountingFrame,
    DayCount,
    MarkRow,
    PracticeRow,
    Written,
    by_day,
    count_days,
)
from homejournal.domain.days.periods import Period, Span, spans_of, weeks_of, whole_span
from homejournal.domain.days.strategy_numbers import (
    Block,
    StepNumbers,
    StrategyNumbers,
    WeekNumbers,
)
from homejournal.domain.days.stretch_counts import (
    Sums,
    WeekJudged,
    block_of,
    block_of_practices,
    judge_week,
    practices_only,
    rating_in,
    routine_numbers,
    slot_numbers,
    sums_of,
)
from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.records.plan import (
    NOT_STARTED,
    PlanOfDay,
    PlanStep,
    StepInForce,
    Strategy,
    step_of_day,
    steps_in_force,
)
from homejournal.domain.records.rating_scales import RatingPlan

_DAYS_BEFORE = 366
"""Days kept before anything was planned or written: more than any week, month or year has."""
_YEARS_TOLD_BEFORE = 100


class CountedDays(NamedTuple):
    """The days that count, in order and without a gap, and the weeks they make.

    `days` may begin after the period does: nothing counts before the first plan step or the first
    written day. `weeks` stand beside how each was judged, where it was. `through` is the number of
    the last day that counts. With `narrowed` the practices are those of one routine or person, of
    which nothing is planned.
    """

    in_force: tuple[StepInForce, ...]
    days: Sequence[DayCount]
    weeks: tuple[Period, ...]
    judged: tuple[WeekJudged, ...]
    judged_starts: tuple[int, ...]
    frame: CountingFrame
    through: int
    narrowed: bool

    def between(self, stretch: Period) -> Sequence[DayCount]:
        """Cut the days to a stretch."""
        if not self.days:
            return ()
        first = self.days[0].day
        start, end = (stretch.start - first).days, (stretch.end - first).days + 1
        return self.days[max(start, 0) : max(end, 0)]

    def how_many(self, stretch: Period) -> int:
        return max(0, min(stretch.end.toordinal(), self.through) + 1 - stretch.start.toordinal())

    def plan_at(self, day: date) -> PlanOfDay:
        """Return the plan that speaks for a stretch without a planned day.

        Before the first step nothing is planned, but ratings are already of the kind it asks for.
        """
        step = step_of_day(self.in_force, day)
        if step:
            return step.weekdays[day.weekday()]
        first = next(iter(self.in_force), None)
        return replace(NOT_STARTED, rating=first.rating) if first else NOT_STARTED

    def rating(self, stretch: Period) -> RatingPlan:
        """Return how practices were rated on the last planned day of a stretch."""
        return rating_in(self.between(stretch), self.plan_at(stretch.end))

    def block(self, stretch: Period, asked: RatingPlan | None = None) -> Block:
        """Count a stretch; weeks are told with the stretch in which they lie as a whole.

        The ratings are those asked for, or of the last planned day of the stretch.
        """
        sums = sums_of(self.between(stretch), part=self.narrowed)
        return self.block_of(sums, stretch, asked)

    def days_alone(self, stretch: Period) -> Block:
        """Count the days and times of a stretch, without the ratings."""
        sums = sums_of(self.between(stretch), part=self.narrowed, ratings=False)
        return self.block_of(sums, stretch)

    def block_of(self, sums: Sums, stretch: Period, asked: RatingPlan | None = None) -> Block:
        """Return the counts of a stretch whose days are summed already."""
        otherwise = self.plan_at(stretch.end)
        if self.narrowed:
            return block_of_practices(sums, otherwise, asked)
        begin = bisect_left(self.judged_starts, stretch.start.toordinal())
        end = bisect_right(self.judged_starts, stretch.end.toordinal() + 1 - _WEEK)
        return block_of(sums, otherwise, self.judged[begin : max(begin, end)], asked)


def count(
    steps: Iterable[PlanStep],
    practices: Iterable[PracticeRow],
    marks: Iterable[MarkRow],
    frame: CountingFrame,
    *,
    narrowed: bool = False,
) -> CountedDays:
    """Count the days of one strategy in the frame's period.

    `practices` and `marks` are those of the strategy, in any order, and may reach beyond the
    period; the marks on all strategies of the child belong to them. Days after today never count;
    today counts once something is written on it. Raises InvalidValueError when the period ends
    before it starts.
    """
    if frame.period.end < frame.period.start:
        raise InvalidValueError("period", Reason.DATES_REVERSED)
    in_force = steps_in_force(steps)
    written = by_day(practices, marks)
    first = _first_day(in_force, written, frame)
    start = max(first.toordinal() - _DAYS_BEFORE, frame.period.start.toordinal())
    kept = Period(date.fromordinal(start), frame.period.end)
    days: Sequence[DayCount] = count_days(in_force, written, frame._replace(period=kept))
    counted = CountedDays(
        in_force=in_force,
        days=[practices_only(day) for day in days] if narrowed else days,
        weeks=_weeks(first, frame),
        judged=(),
        judged_starts=(),
        frame=frame,
        through=_through(written, frame),
        narrowed=narrowed,
    )
    judged = [(week, judge_week(counted.between(week))) for week in counted.weeks]
    return counted._replace(
        judged=tuple(found for _, found in judged if found),
        judged_starts=tuple(week.start.toordinal() for week, found in judged if found),
    )


def first_told_day(first: date, period: Period) -> date:
    """Return the first day of a period's weeks, months or years.

    That is its start; but if it starts more than a hundred years before the first plan or entry, it
    is the first day of that entry's year.
    """
    long_before = first.year - period.start.year > _YEARS_TOLD_BEFORE
    return min(first.replace(month=1, day=1), period.end) if long_before else period.start


def _first_day(in_force: Sequence[StepInForce], written: Written, frame: CountingFrame) -> date:
    """Return the first day that was planned or written; the last of the period without any."""
    days = {day for by_day in written for day in (min(by_day, default=None),) if day}
    found = [date.fromisoformat(day) for day in days] + [step.start for step in in_force[:1]]
    return max(min(found, default=frame.last), frame.period.start)


def _through(written: Written, frame: CountingFrame) -> int:
    today = frame.today.isoformat()
    blank = not (today in written.practices or today in written.marks)
    return frame.last.toordinal() - (blank and frame.last == frame.today)


def _weeks(first: date, frame: CountingFrame) -> tuple[Period, ...]:
    """Return the weeks of the period that do not begin after today."""
    start = first_told_day(first, frame.period)
    if start > frame.last:
        return ()
    last_week = whole_span(frame.last, Span.WEEK, frame.week_start)
    return weeks_of(Period(start, min(frame.period.end, last_week.end)), frame.week_start)


_WEEK = 7


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


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthNumbers:
    """The counts of one month, cut to the period; `partial` unless all of its days count."""

    start: date
    end: date
    partial: bool
    block: Block


def month_numbers(counted: CountedDays) -> tuple[MonthNumbers, ...]:
    """Return the months of the period in order, over the same days as its weeks.

    The present month is counted to its own end, as far as the period goes.
    """
    if not counted.weeks:
        return ()
    frame = counted.frame
    last = whole_span(frame.last, Span.MONTH, frame.week_start).end
    stretch = Period(counted.weeks[0].start, min(frame.period.end, last))
    return tuple(
        _month(counted, month) for month in spans_of(stretch, Span.MONTH, frame.week_start)
    )


def _month(counted: CountedDays, month: Period) -> MonthNumbers:
    whole = whole_span(month.start, Span.MONTH, counted.frame.week_start)
    return MonthNumbers(
        start=month.start,
        end=month.end,
        partial=counted.how_many(month) < (whole.end - whole.start).days + 1,
        block=counted.block(month),
    )
