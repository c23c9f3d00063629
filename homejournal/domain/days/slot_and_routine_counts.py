"""The numbers of one named slot, and of one routine."""

from collections.abc import Sequence
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from homejournal.domain.days.day_counts import DayCount, written_later
from homejournal.domain.days.day_states import DayAnswer, DayState, SlotAnswer, slot_answers
from homejournal.domain.days.honest_numbers import Block, RoutineNumbers, SlotNumbers
from homejournal.domain.days.practice_counts import DoneAlone
from homejournal.domain.days.rows_to_count import PracticeRow
from homejournal.domain.days.stretch_counts import block_done, block_of, sums_of
from homejournal.domain.records.rating_scales import RatingPlan

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID


def slot_numbers(
    days: Sequence[DayCount], asked: RatingPlan | None = None
) -> tuple[SlotNumbers, ...]:
    """Count each named slot, on the days on which the step in force names it.

    Two breakfasts and no dinner are one extra breakfast and one dinner that is not written. The
    ratings are those asked for, or of the last day of the slot.
    """
    by_slot: dict[str, list[DayCount]] = {}
    for slots, run in groupby(days, key=lambda day: day.plan.slots):
        for slot in slots:
            by_slot.setdefault(slot, [])
        if slots:
            for day in run:
                _add_slots(day, by_slot)
    return tuple(
        SlotNumbers(slot=slot, block=_block_of_slot(counts, asked))
        for slot, counts in by_slot.items()
    )


def _block_of_slot(counts: Sequence[DayCount], asked: RatingPlan | None) -> Block:
    return block_of(sums_of(counts, part=True), counts[-1].plan, (), asked)


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


def routine_numbers(
    days: Sequence[DayCount],
    asked: RatingPlan | None = None,
    names: "Mapping[UUID, str] | None" = None,
) -> tuple[RoutineNumbers, ...]:
    """Count the practices of each routine: on how many planned days, how many times, how rated.

    The plan does not say how often in which routine, so nothing is planned or left out of it. The
    routines of the plan come first, in its order, and then the others by their `names`. The ratings
    are those asked for, or of the last day of the routine.
    """
    said = names or {}
    by_routine: dict[UUID, DoneAlone] = {}
    for day in days:
        rows: dict[UUID, list[PracticeRow]] = {}
        for row in day.rows:
            if row[2] is not None:
                rows.setdefault(row[2], []).append(row)
        for routine, own in rows.items():
            alone = by_routine.get(routine)
            if alone is None:
                alone = by_routine[routine] = DoneAlone(day.plan)
            alone.add(day, own)
    named = dict.fromkeys(routine for day in days for routine in day.plan.words.routines)
    order = {routine: place for place, routine in enumerate(named)}

    def place(found: tuple["UUID", DoneAlone]) -> tuple[int, str, str]:
        name = said.get(found[0], "").casefold()
        return order.get(found[0], len(order)), name, str(found[0])

    return tuple(
        RoutineNumbers(routine=routine, block=block_done(alone.sums(), alone.plan, asked))
        for routine, alone in sorted(by_routine.items(), key=place)
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
