"""The days of a period one by one: the plan of each, its state and times, and its practices."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import pairwise
from operator import itemgetter
from types import MappingProxyType
from typing import Any, NamedTuple

from homejournal.domain.days.day_states import (
    NO_MARKS,
    DayAnswer,
    DayMarks,
    Reaches,
    counts_on,
    day_answer,
    mark_applies,
    marks_of_day,
)
from homejournal.domain.days.family_days import WeekStart
from homejournal.domain.days.rows_to_count import MarkRow, Period, PracticeRow
from homejournal.domain.records.plan_in_force import NOT_STARTED, PlanOfDay, StepInForce

_LAST_DAY = date.max.toordinal()
_NOT_STARTED_WEEK = (NOT_STARTED,) * 7

rating_of: Callable[[PracticeRow], tuple[Any, ...]] = itemgetter(3, 4, 5, 6, 7, 9)
"""Kind, level, number, took, of, settled: what practices with the same rating share."""


class CountingFrame(NamedTuple):
    """What numbers are counted over and with."""

    period: Period
    today: date
    week_start: WeekStart = WeekStart.MONDAY
    reaches: Reaches = MappingProxyType({})

    @property
    def last(self) -> date:
        """Return the last day that can count: the period's end, but no day after today."""
        return min(self.period.end, self.today)


class Written(NamedTuple):
    """What was written of one strategy, by day."""

    practices: dict[str, list[PracticeRow]]
    marks: dict[str, list[MarkRow]]


class DayCount(NamedTuple):
    """One counted day, of the whole strategy or of one slot or routine of it."""

    day: date
    plan: PlanOfDay
    answer: DayAnswer
    marks: DayMarks
    rows: Sequence[PracticeRow]
    written_later: int


def by_day(practices: Iterable[PracticeRow], marks: Iterable[MarkRow]) -> Written:
    """Gather practices and marks by their day; the order in which they come does not matter."""
    written = Written(defaultdict(list), defaultdict(list))
    for practice in practices:
        written.practices[practice[0]].append(practice)
    for mark in marks:
        written.marks[mark[0]].append(mark)
    return written


def count_days(
    in_force: Sequence[StepInForce], written: Written, frame: CountingFrame
) -> list[DayCount]:
    """Return the days of the period that count, in order and without a gap."""
    days: list[DayCount] = []
    for weekdays, stretch in _stretches(in_force, frame):
        for ordinal in stretch:
            plan = weekdays[(ordinal + 6) % 7]
            count = _count_day(date.fromordinal(ordinal), plan, written, frame)
            if count is not None:
                days.append(count)
    return days


def _stretches(
    in_force: Sequence[StepInForce], frame: CountingFrame
) -> Iterable[tuple[tuple[PlanOfDay, ...], range]]:
    """Yield the weekday plans and the day numbers of each stretch with one step in force."""
    first, last = frame.period.start.toordinal(), frame.last.toordinal()
    begins = [step.start.toordinal() for step in in_force]
    bounds = [first, *(min(max(begin, first), last + 1) for begin in begins), last + 1]
    plans = [_NOT_STARTED_WEEK, *(step.weekdays for step in in_force)]
    for weekdays, (begin, end) in zip(plans, pairwise(bounds), strict=True):
        yield weekdays, range(begin, end)


def _count_day(
    day: date, plan: PlanOfDay, written: Written, frame: CountingFrame
) -> DayCount | None:
    text = day.isoformat()
    rows = written.practices.get(text, ())
    said = written.marks.get(text)
    if day == frame.today and not counts_on(day, frame.today, bool(rows or said)):
        return None
    marks = NO_MARKS
    if said:
        reaches = frame.reaches
        marks = marks_of_day(one for one in said if not reaches or mark_applies(one, reaches))
    answer = day_answer(plan, [row[1] for row in rows], marks)
    return DayCount(day, plan, answer, marks, rows, written_later(day, rows))


def written_later(day: date, rows: Iterable[PracticeRow]) -> int:
    """Return how many practices were first written more than one calendar day after their day."""
    written = [row[8] for row in rows if row[8] is not None]
    if not written:
        return 0
    next_day = date.fromordinal(min(day.toordinal() + 1, _LAST_DAY)).isoformat()
    return sum(told > next_day for told in written) if max(written) > next_day else 0
