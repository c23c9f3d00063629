"""The five states of one strategy on one day, slot by slot where the plan names slots.

Did it, not today, left out, not written, not planned. Not written is never zero and never "no".
The week strip, the calendar, Today and the numbers all ask here; `count_days` tells the days of a
period one by one, with the plan and the practices of each.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from itertools import pairwise
from operator import itemgetter
from types import MappingProxyType
from typing import Any, NamedTuple
from uuid import UUID

from homejournal.domain.days.periods import Period, WeekStart
from homejournal.domain.records.plan import NOT_STARTED, PlanOfDay, StepInForce
from homejournal.domain.records.practices import LeftOutReason, MarkKind
from homejournal.domain.records.rating_scales import RatingKind


class PracticeRow(NamedTuple):
    """What is counted of one practice; days are ISO text, as they stand in the journal.

    Counting reads it by place, so a plain tuple in this order, with the kind as text, does as well.
    """

    day: str
    slot: str | None
    routine: UUID | None
    kind: RatingKind | None
    level: int | None
    number: str | None
    took: int | None
    of: int | None
    written: str | None
    """The local day of the first writing."""
    settled: bool
    """False while two versions stand; the practice counts once, its rating in neither."""


class MarkRow(NamedTuple):
    """What is counted of one day mark on this strategy or on all of the child's; read by place."""

    day: str
    slot: str | None
    mark: MarkKind
    reason: LeftOutReason | None
    home: UUID | None = None
    """Which home left the day out for the other home, where that is known."""


class DayState(StrEnum):
    """What stands on a day; of several things the first of did it, left out, not today counts."""

    DID_IT = "did_it"
    NOT_TODAY = "not_today"
    LEFT_OUT = "left_out"
    NOT_WRITTEN = "not_written"
    NOT_PLANNED = "not_planned"


_REASONS = tuple(reason for reason in LeftOutReason if reason is not LeftOutReason.OTHER_HOME)
"""When several reasons stand on one day the first of these is the one that is counted."""


class DayMarks(NamedTuple):
    """The marks on one day of one strategy, by what they speak of: the whole day, or one slot."""

    left_out: LeftOutReason | None = None
    """Left out for the child, the whole day."""
    left_out_slots: tuple[tuple[str, LeftOutReason], ...] = ()
    not_today: bool = False
    not_today_slots: frozenset[str] = frozenset()
    other_home: bool = False
    other_home_slots: frozenset[str] = frozenset()


class DayAnswer(NamedTuple):
    """The state of a day and its times; times - extra + not today + not written = planned."""

    state: DayState
    reason: LeftOutReason | None = None
    times: int = 0
    times_planned: int = 0
    times_not_today: int = 0
    times_not_written: int = 0
    extra: int = 0


class SlotAnswer(NamedTuple):
    """The state of one named slot on a day."""

    state: DayState
    reason: LeftOutReason | None = None


NO_MARKS = DayMarks()

Reaches = Mapping[UUID, date]
"""Through which day what each home wrote is here; empty while only one home's entries are."""


def mark_applies(mark: MarkRow, reaches: Reaches) -> bool:
    """Say whether a mark still says something: "other home" does until that home tells of the day.

    How far a home's own entries reach ends none of its own marks. A mark that names no home may be
    of any of them: where several are known, two have to tell of the day.
    """
    day, _, _, reason, home = mark
    if reason is not LeftOutReason.OTHER_HOME:
        return True
    told = sorted((through for one, through in reaches.items() if one != home), reverse=True)
    if home is None and len(told) > 1:
        del told[0]
    return not told or day > told[0].isoformat()


def counts_on(day: date, today: date, something_written: bool) -> bool:  # noqa: FBT001
    """Say whether a day counts: days before today do, days after today never.

    Today counts once something is written on it, a practice or a mark.
    """
    return day < today or (day == today and something_written)


def marks_of_day(marks: Iterable[MarkRow]) -> DayMarks:
    """Gather the marks of one day that still speak.

    A left-out mark without a reason counts as left out for another reason.
    """
    whole: set[LeftOutReason] = set()
    by_slot: dict[str, set[LeftOutReason]] = {}
    not_today: set[str | None] = set()
    for _, slot, mark, reason, _ in marks:
        if mark == MarkKind.NOT_TODAY:
            not_today.add(slot)
        elif slot is None:
            whole.add(LeftOutReason(reason or LeftOutReason.OTHER))
        else:
            by_slot.setdefault(slot, set()).add(LeftOutReason(reason or LeftOutReason.OTHER))
    left = {slot: first for slot, said in by_slot.items() if (first := _for_the_child(said))}
    away = {slot for slot, said in by_slot.items() if LeftOutReason.OTHER_HOME in said}
    return DayMarks(
        _for_the_child(whole),
        tuple(sorted(left.items())),
        None in not_today,
        frozenset(slot for slot in not_today if slot is not None),
        LeftOutReason.OTHER_HOME in whole,
        frozenset(away - left.keys()),
    )


def _for_the_child(reasons: set[LeftOutReason]) -> LeftOutReason | None:
    """Return the first reason that is about the child's day and not about the other home."""
    return next((reason for reason in _REASONS if reason in reasons), None)


def day_answer(
    plan: PlanOfDay, done: Sequence[str | None], marks: DayMarks = NO_MARKS
) -> DayAnswer:
    """Return the state and the times of a day; `done` holds the slot of each practice.

    When several things stand on one day: did it, then left out for the child, then not today,
    then left out for the other home, then not written. Left out counts on planned days only.
    """
    if not plan.planned:
        return DayAnswer(DayState.NOT_PLANNED, times=len(done), extra=len(done))
    if plan.days_a_week is not None:
        return _any_day(len(done), marks)
    filled = filled_times(plan, done)
    if marks is NO_MARKS:
        state = DayState.DID_IT if done else DayState.NOT_WRITTEN
        times = plan.times
        return DayAnswer(state, None, len(done), times, 0, times - filled, len(done) - filled)
    return _marked_day(plan, done, marks)


def filled_times(plan: PlanOfDay, done: Sequence[str | None]) -> int:
    """Return how many planned times the practices fill.

    With named slots each slot is filled once by a practice that names it, and practices that name
    none fill the slots left open; one that names a slot the plan does not have is extra. Without
    named slots every practice fills a time until the planned number is reached.
    """
    if not plan.slots:
        return min(len(done), plan.times)
    filled = len(plan.slot_set.intersection(done))
    return min(filled + done.count(None), plan.times) if None in done else filled


def _any_day(done: int, marks: DayMarks) -> DayAnswer:
    """Return the state of a day on which the strategy may be used but need not be."""
    state, reason = DayState.NOT_PLANNED, None
    if done:
        state = DayState.DID_IT
    elif marks.left_out:
        state, reason = DayState.LEFT_OUT, marks.left_out
    elif marks.not_today:
        state = DayState.NOT_TODAY
    elif marks.other_home:
        state, reason = DayState.LEFT_OUT, LeftOutReason.OTHER_HOME
    return DayAnswer(state, reason, times=done)


def _marked_day(plan: PlanOfDay, done: Sequence[str | None], marks: DayMarks) -> DayAnswer:
    rest, not_today, out = open_times(plan, done, marks)
    extra = len(done) - (plan.times - rest - not_today - out)
    state, reason = DayState.NOT_WRITTEN, None
    if done:
        state = DayState.DID_IT
    elif marks.left_out or out == plan.times:
        state, reason = DayState.LEFT_OUT, _reason_of(marks)
    elif not_today:
        state = DayState.NOT_TODAY
    elif marks.other_home:
        state, reason = DayState.LEFT_OUT, _reason_of(marks)
    if state is DayState.LEFT_OUT:
        return DayAnswer(state, reason)
    return DayAnswer(state, None, len(done), plan.times - out, not_today, rest, extra)


def _reason_of(marks: DayMarks) -> LeftOutReason:
    by_slot = {reason for _, reason in marks.left_out_slots}
    return marks.left_out or _for_the_child(by_slot) or LeftOutReason.OTHER_HOME


def open_times(
    plan: PlanOfDay, done: Sequence[str | None], marks: DayMarks
) -> tuple[int, int, int]:
    """Return the planned times no practice filled: not written, not today, left out.

    A mark that names a slot of the plan speaks of that slot. Left out at another slot speaks of one
    open time; a not today that names a slot which the plan does not have answers nothing. A not
    today for the whole day turns every open time into not today. A left out for the whole day says
    nothing of a day on which something was done: the times that were not entered there are not
    written.
    """
    said = [_said_of_slot(slot, marks) for slot in plan.slots if slot not in done]
    unnamed = done.count(None)
    if not plan.slots:
        said, unnamed = [DayState.NOT_WRITTEN] * plan.times, len(done)
    said = sorted(said, key=_FILLED_FIRST.index)[unnamed:]
    rest = said.count(DayState.NOT_WRITTEN)
    out = min(rest, len({slot for slot, _ in marks.left_out_slots} - plan.slot_set))
    put_off = rest - out if marks.not_today else 0
    rest -= out + put_off
    away = min(rest, len(marks.other_home_slots - plan.slot_set))
    return (
        rest - away,
        said.count(DayState.NOT_TODAY) + put_off,
        said.count(DayState.LEFT_OUT) + out + away,
    )


_FILLED_FIRST = (DayState.NOT_WRITTEN, DayState.NOT_TODAY, DayState.LEFT_OUT)
"""Which open times a practice that names no slot fills before others."""


def _said_of_slot(slot: str, marks: DayMarks) -> DayState:
    """Return what the marks say of one slot; left out for the whole day is not asked here."""
    if any(slot == named for named, _ in marks.left_out_slots):
        return DayState.LEFT_OUT
    if marks.not_today or slot in marks.not_today_slots:
        return DayState.NOT_TODAY
    return DayState.LEFT_OUT if slot in marks.other_home_slots else DayState.NOT_WRITTEN


def slot_answers(
    plan: PlanOfDay, done: Collection[str | None], marks: DayMarks = NO_MARKS
) -> dict[str, SlotAnswer]:
    """Return the state of each named slot of a day, in the order of the plan.

    It speaks only of practices that name the slot. Where the whole day is left out, so is each
    slot; where another slot was done, only a mark that names the slot leaves it out.
    """
    if not plan.planned:
        return dict.fromkeys(plan.slots, SlotAnswer(DayState.NOT_PLANNED))
    if marks is NO_MARKS:
        return {slot: _DONE if slot in done else _BLANK for slot in plan.slots}
    whole = day_answer(plan, tuple(done), marks)
    if whole.state is DayState.LEFT_OUT:
        return {slot: _left_out_slot(slot, marks, whole.reason) for slot in plan.slots}
    return {slot: _DONE if slot in done else _slot_answer(slot, marks) for slot in plan.slots}


_DONE = SlotAnswer(DayState.DID_IT)
_BLANK = SlotAnswer(DayState.NOT_WRITTEN)


def _left_out_slot(slot: str, marks: DayMarks, of_day: LeftOutReason | None) -> SlotAnswer:
    reason = marks.left_out or dict(marks.left_out_slots).get(slot)
    away = marks.other_home or slot in marks.other_home_slots
    return SlotAnswer(DayState.LEFT_OUT, reason or (LeftOutReason.OTHER_HOME if away else of_day))


def _slot_answer(slot: str, marks: DayMarks) -> SlotAnswer:
    state = _said_of_slot(slot, marks)
    if state is not DayState.LEFT_OUT:
        return SlotAnswer(state)
    return SlotAnswer(state, dict(marks.left_out_slots).get(slot, LeftOutReason.OTHER_HOME))


def times_told(
    plan: PlanOfDay, done: Sequence[str | None], marks: DayMarks = NO_MARKS
) -> tuple[SlotAnswer, ...]:
    """Return what each named time of a planned day comes to, in the order of the plan.

    Unlike `slot_answers` it also counts what names none of them, as `open_times` does: practices
    without a time fill open ones, and what was left out at another time speaks of an open one. So
    as many are not written, and not today, as the answer of the day says.
    """
    told = slot_answers(plan, done, marks)
    if day_answer(plan, done, marks).state is DayState.LEFT_OUT:
        return tuple(told.values())
    left = sorted(plan.slot_set.difference(done), key=plan.slots.index)
    left.sort(key=lambda slot: _FILLED_FIRST.index(told[slot].state))
    told |= dict.fromkeys(left[: done.count(None)], _DONE)
    away = len(marks.other_home_slots - plan.slot_set)
    elsewhere = [
        *(reason for slot, reason in marks.left_out_slots if slot not in plan.slot_set),
        *[LeftOutReason.OTHER_HOME] * away,
    ]
    blank = [slot for slot, said in told.items() if said == _BLANK]
    out = (SlotAnswer(DayState.LEFT_OUT, reason) for reason in elsewhere)
    told |= dict(zip(blank, out, strict=False))
    return tuple(told.values())


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
