"""The five states of a day, what goes before what, and slot by slot."""

from datetime import date
from uuid import UUID

import pytest

from homejournal.domain.days.day_states import (
    NO_MARKS,
    DayAnswer,
    DayState,
    MarkRow,
    counts_on,
    day_answer,
    mark_applies,
    marks_of_day,
    slot_answers,
)
from homejournal.domain.records.plan import PlanOfDay, PlanStatus
from homejournal.domain.records.practices import LeftOutReason, MarkKind
from tests.family import day

DID_IT, NOT_TODAY, LEFT_OUT = DayState.DID_IT, DayState.NOT_TODAY, DayState.LEFT_OUT
NOT_WRITTEN, NOT_PLANNED = DayState.NOT_WRITTEN, DayState.NOT_PLANNED
MOM, DAD = UUID(int=1), UUID(int=2)
SICK, AWAY, OTHER_HOME = LeftOutReason.SICK, LeftOutReason.AWAY, LeftOutReason.OTHER_HOME

ONCE = PlanOfDay(standing=PlanStatus.ACTIVE, planned=True, times=1)
THRICE = PlanOfDay(standing=PlanStatus.ACTIVE, planned=True, times=3)
MEALS = PlanOfDay(
    standing=PlanStatus.ACTIVE,
    planned=True,
    times=2,
    slots=("breakfast", "dinner"),
    slot_set=frozenset({"breakfast", "dinner"}),
)
ANY_DAY = PlanOfDay(standing=PlanStatus.ACTIVE, planned=True, days_a_week=3)
PAUSED = PlanOfDay(standing=PlanStatus.PAUSED, slots=("breakfast",))


def put_off(slot: str | None = None) -> MarkRow:
    return MarkRow("2026-03-02", slot, MarkKind.NOT_TODAY, None)


def left(reason: LeftOutReason | None, slot: str | None = None) -> MarkRow:
    return MarkRow("2026-03-02", slot, MarkKind.LEFT_OUT, reason)


def answer(plan: PlanOfDay, done: list[str | None], *marks: MarkRow) -> DayAnswer:
    """The answer of a day; without marks both ways of asking must agree."""
    found = day_answer(plan, done, marks_of_day(marks))
    assert marks or found == day_answer(plan, done)
    return found


def state(plan: PlanOfDay, done: list[str | None], *marks: MarkRow) -> DayState:
    return answer(plan, done, *marks).state


def times(plan: PlanOfDay, done: list[str | None], *marks: MarkRow) -> tuple[int, ...]:
    """Planned, not today, not written, extra."""
    return answer(plan, done, *marks)[3:]


def test_a_blank_day_is_not_written_which_is_neither_no_nor_zero():
    assert day_answer(ONCE, []) == DayAnswer(NOT_WRITTEN, None, 0, 1, 0, 1, 0)


def test_a_practice_is_did_it_with_or_without_a_rating():
    assert day_answer(ONCE, [None]) == DayAnswer(DID_IT, None, 1, 1, 0, 0, 0)


@pytest.mark.parametrize("reason", [*LeftOutReason])
def test_did_it_goes_before_every_mark(reason):
    assert state(ONCE, [None], left(reason), put_off()) is DID_IT


@pytest.mark.parametrize("reason", [each for each in LeftOutReason if each != OTHER_HOME])
def test_left_out_for_the_child_goes_before_not_today(reason):
    found = day_answer(ONCE, [], marks_of_day([put_off(), left(reason)]))

    assert (found.state, found.reason) == (LEFT_OUT, reason)


def test_not_today_goes_before_left_out_for_the_other_home():
    assert state(ONCE, [], left(OTHER_HOME), put_off()) is NOT_TODAY


def test_left_out_for_the_other_home_goes_before_not_written():
    found = day_answer(ONCE, [], marks_of_day([left(OTHER_HOME)]))

    assert (found.state, found.reason) == (LEFT_OUT, OTHER_HOME)


def test_a_left_out_day_has_no_planned_times():
    assert times(THRICE, [], left(SICK)) == (0, 0, 0, 0)


def test_other_home_leaves_a_day_out_only_past_what_a_merged_file_reaches():
    mark = left(OTHER_HOME)._replace(day="2026-03-15", home=MOM)

    assert mark_applies(mark, {})
    assert mark_applies(mark, {MOM: date.max, DAD: day(14)})
    assert not mark_applies(mark, {MOM: date.max, DAD: day(15)})


def test_how_far_a_home_reaches_never_ends_its_own_mark():
    mark = left(OTHER_HOME)._replace(home=DAD)

    assert mark_applies(mark, {DAD: day(15)})
    assert mark_applies(mark, {MOM: day(1), DAD: day(15)})
    assert not mark_applies(mark, {MOM: day(2), DAD: day(1)})


def test_a_mark_that_names_no_home_waits_until_two_homes_tell_of_the_day():
    assert not mark_applies(left(OTHER_HOME), {DAD: day(2)})
    assert mark_applies(left(OTHER_HOME), {MOM: date.max, DAD: day(1)})
    assert not mark_applies(left(OTHER_HOME), {MOM: date.max, DAD: day(2)})


def test_no_home_ends_what_is_said_of_the_child():
    everywhere = {MOM: date.max, DAD: date.max}

    assert mark_applies(left(SICK), everywhere)
    assert mark_applies(put_off(), everywhere)


def test_a_not_today_at_a_slot_that_the_plan_does_not_have_answers_nothing():
    assert state(MEALS, [], put_off("bath")) is NOT_WRITTEN
    assert times(MEALS, ["dinner"], put_off("bath")) == (2, 0, 1, 0)
    assert times(MEALS, [], left(OTHER_HOME, "bath"), put_off("bath")) == (1, 0, 1, 0)
    assert state(THRICE, [], put_off("bath")) is NOT_WRITTEN


def test_of_several_reasons_one_is_counted_whatever_the_order():
    both = [left(AWAY), left(SICK), left(LeftOutReason.OTHER), left(LeftOutReason.APPOINTMENT)]

    assert marks_of_day(both).left_out is marks_of_day(both[::-1]).left_out is SICK


def test_left_out_without_a_reason_is_left_out_for_another_reason():
    assert marks_of_day([left(None)]).left_out is LeftOutReason.OTHER
    assert marks_of_day([left(None, "dinner")]).left_out_slots == (("dinner", "other"),)


def test_days_before_today_count_and_days_after_never():
    assert counts_on(day(1), day(2), False)
    assert not counts_on(day(3), day(2), True)


def test_today_counts_once_something_is_written_on_it():
    assert not counts_on(day(2), day(2), False)
    assert counts_on(day(2), day(2), True)


def test_on_an_unplanned_day_every_practice_is_extra_and_marks_say_nothing():
    assert day_answer(PAUSED, [None, None]) == DayAnswer(NOT_PLANNED, times=2, extra=2)
    assert state(PAUSED, [], left(SICK)) is NOT_PLANNED


def test_times_that_were_not_entered_on_a_partly_logged_day_are_not_written():
    assert times(THRICE, [None]) == (3, 0, 2, 0)


def test_times_above_the_plan_are_extra():
    assert times(ONCE, [None, None, None]) == (1, 0, 0, 2)


def test_two_breakfasts_and_no_dinner_are_one_extra_and_one_not_written():
    assert times(MEALS, ["breakfast", "breakfast"]) == (2, 0, 1, 1)


def test_a_practice_that_names_no_slot_fills_an_open_one():
    assert times(MEALS, [None]) == (2, 0, 1, 0)
    assert times(MEALS, ["dinner", None, None]) == (2, 0, 0, 1)


def test_a_practice_in_a_slot_that_the_plan_does_not_name_is_extra():
    assert times(MEALS, ["bath"]) == (2, 0, 2, 1)
    assert times(MEALS, ["bath"], put_off("dinner")) == (2, 1, 1, 1)
    assert state(MEALS, ["bath"]) is DID_IT


def test_a_not_today_may_name_a_slot():
    assert times(MEALS, ["breakfast"], put_off("dinner")) == (2, 1, 0, 0)
    assert times(MEALS, [], put_off("dinner")) == (2, 1, 1, 0)
    assert state(MEALS, [], put_off("dinner")) is NOT_TODAY


def test_a_not_today_for_the_day_turns_the_rest_of_a_partly_logged_day_into_not_today():
    assert times(MEALS, ["breakfast"], put_off()) == (2, 1, 0, 0)
    assert times(THRICE, [None], put_off()) == (3, 2, 0, 0)


def test_a_left_out_for_the_day_leaves_the_rest_of_a_partly_logged_day_not_written():
    assert times(MEALS, ["breakfast"], left(SICK)) == (2, 0, 1, 0)


def test_a_left_out_that_names_a_slot_leaves_out_that_time_only():
    assert times(MEALS, ["breakfast"], left(SICK, "dinner")) == (1, 0, 0, 0)
    assert times(MEALS, [], left(SICK, "dinner")) == (1, 0, 1, 0)
    assert state(MEALS, [], left(SICK, "dinner")) is NOT_WRITTEN


def test_a_day_is_left_out_when_each_of_its_slots_is():
    both = left(AWAY, "dinner"), left(SICK, "breakfast")
    homes = left(OTHER_HOME, "dinner"), left(OTHER_HOME, "breakfast")

    assert day_answer(MEALS, [], marks_of_day(both)).reason is SICK
    assert day_answer(MEALS, [], marks_of_day(homes)).reason is OTHER_HOME


def test_what_goes_before_what_holds_for_each_slot():
    dinner = left(SICK, "dinner"), put_off("dinner"), left(OTHER_HOME, "breakfast")

    assert times(MEALS, [], *dinner) == (0, 0, 0, 0)
    assert times(MEALS, [], left(OTHER_HOME, "dinner"), put_off("dinner")) == (2, 1, 1, 0)
    assert times(MEALS, [], left(OTHER_HOME, "dinner"), put_off()) == (2, 2, 0, 0)


def test_left_out_at_a_slot_the_plan_does_not_name_speaks_of_one_open_time():
    assert times(THRICE, [None], put_off("dinner")) == (3, 0, 2, 0)
    assert times(MEALS, ["breakfast"], put_off("supper")) == (2, 0, 1, 0)
    assert times(THRICE, [], left(SICK, "bath"), put_off("bath"), put_off("a")) == (2, 0, 2, 0)
    assert times(THRICE, [], left(OTHER_HOME, "bath"), put_off("a")) == (2, 0, 2, 0)


def test_a_blank_day_of_an_any_days_plan_is_not_a_gap():
    assert state(ANY_DAY, []) is NOT_PLANNED
    assert state(ANY_DAY, [], put_off("dinner")) is NOT_PLANNED


@pytest.mark.parametrize(
    ("done", "marks", "expected"),
    [
        ([None], [left(SICK)], DayAnswer(DID_IT, times=1)),
        ([], [left(SICK), put_off()], DayAnswer(LEFT_OUT, SICK)),
        ([], [put_off(), left(OTHER_HOME)], DayAnswer(NOT_TODAY)),
        ([], [left(OTHER_HOME)], DayAnswer(LEFT_OUT, OTHER_HOME)),
    ],
)
def test_an_any_days_plan_keeps_the_same_order(done, marks, expected):
    assert day_answer(ANY_DAY, done, marks_of_day(marks)) == expected


def slots(plan: PlanOfDay, done: list[str | None], *marks: MarkRow) -> list[DayState]:
    said = marks_of_day(marks) if marks else NO_MARKS
    return [answer.state for answer in slot_answers(plan, done, said).values()]


def test_each_slot_has_its_own_state():
    assert slots(MEALS, ["breakfast"]) == [DID_IT, NOT_WRITTEN]
    assert slots(MEALS, ["breakfast"], put_off()) == [DID_IT, NOT_TODAY]
    assert slots(MEALS, ["breakfast"], left(SICK)) == [DID_IT, NOT_WRITTEN]
    assert slots(MEALS, [], put_off("dinner")) == [NOT_WRITTEN, NOT_TODAY]
    assert slots(MEALS, [], left(SICK)) == [LEFT_OUT, LEFT_OUT]
    assert slots(PAUSED, ["breakfast"]) == [NOT_PLANNED]
    assert slots(ONCE, []) == []


def test_a_left_out_slot_keeps_its_reason():
    marks = marks_of_day([left(SICK, "dinner"), left(OTHER_HOME, "breakfast")])
    other = marks_of_day([left(OTHER_HOME, "breakfast")])

    assert slot_answers(MEALS, ["breakfast"], marks)["dinner"].reason is SICK
    assert slot_answers(MEALS, ["dinner"], other)["breakfast"].reason is OTHER_HOME


def test_where_the_child_was_sick_at_one_time_the_day_is_left_out_sick_before_other_home():
    said = [left(SICK, "breakfast"), left(OTHER_HOME)]
    assert answer(MEALS, [], *said).reason is SICK
    assert answer(ONCE, [], left(None, "snack"), left(OTHER_HOME)).reason is LeftOutReason.OTHER
    by_slot = slot_answers(MEALS, [], marks_of_day(said))
    assert [one.reason for one in by_slot.values()] == [SICK, OTHER_HOME]


def test_times_left_out_under_names_the_plan_does_not_know_give_each_slot_the_reason_of_the_day():
    marks = marks_of_day([left(SICK, "snack"), left(AWAY, "lunch")])
    assert [slot_answer.reason for slot_answer in slot_answers(MEALS, [], marks).values()] == [
        SICK,
        SICK,
    ]
