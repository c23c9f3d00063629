"""The numbers of one named slot, and of one routine."""

from collections.abc import Sequence
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from homejournal.domain.blocks import block_of, rating_in, ratings_of
from homejournal.domain.day_counts import DayCount, written_later
from homejournal.domain.day_states import DayAnswer, DayState, SlotAnswer, slot_answers
from homejournal.domain.numbers import Block, PracticeRow, RoutineNumbers, SlotNumbers
from homejournal.domain.plan_days import PlanOfDay
from homejournal.domain.rated import rated

if TYPE_CHECKING:
    from uuid import UUID


def slot_numbers(days: Sequence[DayCount]) -> tuple[SlotNumbers, ...]:
    """Count each named slot, on the days on which the step in force names it.

    Two breakfasts and no dinner are one extra breakfast and one dinner that is not written.
    """
    by_slot: dict[str, list[DayCount]] = {}
    for slots, run in groupby(days, key=lambda day: day.plan.slots):
        for slot in slots:
            by_slot.setdefault(slot, [])
        if slots:
            for day in run:
                _add_slots(day, by_slot)
    return tuple(
        SlotNumbers(slot=slot, block=block_of(counts, counts[-1].plan))
        for slot, counts in by_slot.items()
    )


def _add_slots(day: DayCount, by_slot: dict[str, list[DayCount]]) -> None:
    rows: dict[str | None, list[PracticeRow]] = {}
    for row in day.rows:
        rows.setdefault(row[1], []).append(row)
    for slot, said in slot_answers(day.plan, rows.keys(), day.marks).items():
        own = rows.get(slot, ())
        later = written_later(day.day, own) if day.written_later else 0
        answer = _times_of_slot(said, len(own))
        by_slot[slot].append(DayCount(day.day, day.plan, answer, day.marks, own, later))


@cache
def _times_of_slot(said: SlotAnswer, times: int) -> DayAnswer:
    state, reason = said
    did, put_off = state is DayState.DID_IT, state is DayState.NOT_TODAY
    blank = state is DayState.NOT_WRITTEN
    return DayAnswer(state, reason, times, did + put_off + blank, put_off, blank, times - did)


def routine_numbers(days: Sequence[DayCount]) -> tuple[RoutineNumbers, ...]:
    """Count the practices of each routine: on how many planned days, how many times, how rated.

    The plan does not say how often in which routine, so nothing is planned or left out of it. The
    routines of the plan come first, in its order.
    """
    by_routine: dict[UUID, list[DayCount]] = {}
    for day in days:
        rows: dict[UUID, list[PracticeRow]] = {}
        for row in day.rows:
            if row[2] is not None:
                rows.setdefault(row[2], []).append(row)
        for routine, own in rows.items():
            by_routine.setdefault(routine, []).append(only_done(day, own))
    named = dict.fromkeys(routine for day in days for routine in day.plan.words.routines)
    order = {routine: place for place, routine in enumerate(named)}

    def place(found: tuple["UUID", list[DayCount]]) -> tuple[int, str]:
        return order.get(found[0], len(order)), str(found[0])

    return tuple(
        RoutineNumbers(routine=routine, block=block_done(own, own[-1].plan))
        for routine, own in sorted(by_routine.items(), key=place)
    )


def only_done(day: DayCount, rows: Sequence[PracticeRow]) -> DayCount:
    """Return what some practices of a day say alone: it was done, or nothing is known.

    The plan does not say how often in which routine or by whom.
    """
    later = written_later(day.day, rows) if day.written_later else 0
    answer = _times_done(len(rows), planned=day.plan.planned)
    return DayCount(day.day, day.plan, answer, day.marks, rows, later)


@cache
def _times_done(times: int, *, planned: bool) -> DayAnswer:
    return DayAnswer(DayState.DID_IT if planned and times else DayState.NOT_PLANNED, times=times)


def block_done(days: Sequence[DayCount], otherwise: PlanOfDay) -> Block:
    """Return the counts of some practices alone; what was planned of them nobody can say."""
    kind = rating_in(days, otherwise).kind
    return Block(
        kind=kind,
        did_it=sum(day.answer.state is DayState.DID_IT for day in days),
        times=sum(day.answer.times for day in days),
        written_later=sum(day.written_later for day in days),
        **ratings_of(rated(kind, days)),
    )
