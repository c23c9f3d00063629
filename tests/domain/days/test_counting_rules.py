"""The rules of honest days, times and weeks, each by its name, over small families."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from homejournal.domain.days.counting import count, numbers_of
from homejournal.domain.days.day_states import CountingFrame
from homejournal.domain.days.periods import Period, WeekStart
from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.records.plan import Often, OftenKind, StepKind, Weekday
from homejournal.domain.records.rating_scales import Aim, Per, RatingKind, RatingPlan
from tests.domain.small import ANY_3, HELP, NUMBER, TWICE, WEEK, Small
from tests.family import day, days


def test_planned_days_are_did_it_not_today_and_not_written_and_left_out_stands_apart():
    total = Small("1 n . s a 2 3").total()

    assert (total.planned, total.did_it, total.not_today, total.not_written) == (5, 3, 1, 1)
    assert (total.left_out, total.left_out_by) == (2, {"sick": 1, "away": 1})


def test_planned_times_are_times_on_planned_days():
    total = Small("11 1 n s . 111 2", often=TWICE).total()

    assert (total.times, total.extra, total.times_planned) == (7, 1, 12)
    assert (total.times_not_today, total.times_not_written) == (2, 4)


def test_extra_times_do_not_fill_the_gaps_of_other_days():
    total = Small("1111 . . . . . .").total()

    assert (total.did_it, total.not_written, total.times_not_written, total.extra) == (1, 6, 6, 3)


def test_today_counts_as_planned_once_something_is_written_on_it():
    assert Small("1 1").total(WEEK, 4).planned == 2
    assert Small("1 1 1").total(WEEK, 4).planned == 3
    assert Small("1 1 n").total(WEEK, 4).not_today == 1
    assert Small("1 1 s").total(WEEK, 4).left_out == 1


def test_days_after_today_never_count_even_when_something_is_written_on_them():
    total = Small("1 1 1 1 s n 2").total(WEEK, 4)

    assert (total.planned, total.times, total.n, total.left_out) == (3, 3, 3, 0)


COUNTS = (
    *("planned", "did_it", "not_today", "not_written", "left_out", "times", "times_planned"),
    *("times_not_today", "times_not_written", "extra", "written_later", "n"),
)


def test_a_period_after_today_holds_nothing():
    numbers = Small("1 1 1").numbers(days(20, 26), 4)

    assert (numbers.weeks, numbers.steps) == ((), ())
    assert {getattr(numbers.total, name) for name in COUNTS} == {0}
    assert Small(often=ANY_3).total(days(20, 26), 4).planned is None


def test_a_period_that_ends_before_it_starts_is_refused():
    with pytest.raises(InvalidValueError) as refused:
        Small("1").numbers(Period(day(8), day(2)))

    assert refused.value.reason is Reason.DATES_REVERSED


def test_what_was_written_on_an_unplanned_weekday_is_extra_and_its_rating_counts():
    mondays = Often(weekdays=(Weekday.MON,))
    total = Small("1 2 s n . . .", often=mondays).total()

    assert (total.planned, total.did_it, total.extra, total.n) == (1, 1, 1, 2)
    assert (total.left_out, total.not_today) == (0, 0)


def test_what_was_written_before_the_start_is_extra():
    small = Small("1 1")
    small.write("3", start=day(1))
    total = small.total(days(1, 3))

    assert (total.planned, total.times, total.extra, total.n) == (2, 3, 1, 3)


def test_what_was_written_during_a_pause_is_extra_and_nothing_is_planned():
    small = Small("1 1 1 . s 2 2")
    small.change(4, StepKind.PAUSE)
    small.change(7, StepKind.RESTART)
    numbers = small.numbers()

    assert (numbers.total.planned, numbers.total.extra, numbers.total.n) == (4, 1, 5)
    assert [(s.kind, s.block.planned, s.block.extra) for s in numbers.steps] == [
        ("start", 2, 0),
        ("pause", 0, 1),
        ("restart", 2, 0),
    ]


def test_an_any_days_plan_states_no_planned_or_unwritten_days():
    total = Small("1 n . s . 2 .", often=ANY_3).total()

    assert (total.planned, total.not_written, total.times_planned) == (None, None, None)
    assert (total.did_it, total.not_today, total.left_out) == (2, 1, 1)
    assert (total.plan_met, total.weeks_judged) == (0, 1)


def test_days_above_n_are_extra_in_judged_weeks_and_fill_no_other_week():
    total = Small("1 1 1 1 1 . . | 1 . . . . . .", often=ANY_3).total(days(2, 15))

    assert (total.plan_met, total.weeks_judged, total.extra) == (1, 2, 2)


def test_a_second_time_on_a_day_is_one_day_of_an_any_days_plan():
    total = Small("11 11 1 . . . .", often=ANY_3).total()

    assert (total.did_it, total.times, total.extra, total.plan_met) == (3, 5, 0, 1)


def test_a_week_in_which_left_out_days_leave_fewer_than_n_is_not_judged():
    assert Small("1 s s s s . .", often=ANY_3).total().weeks_judged == 1
    assert Small("1 s s s s s .", often=ANY_3).total().weeks_judged == 0


@pytest.mark.parametrize(
    ("week", "met", "unsure"),
    [
        ("1 1 1 . . . .", 1, 0),
        ("1 1 . n n n n", 0, 1),
        ("1 . n n n n n", 0, 0),
        ("1 1 n n n n n", 0, 0),
        ("1 . . s s s s", 0, 1),
        (". . n n n n n", 0, 0),
    ],
)
def test_a_week_is_unsure_where_days_not_written_could_have_met_its_plan(week, met, unsure):
    total = Small(week, often=ANY_3).total()

    assert (total.plan_met, total.weeks_judged, total.weeks_unsure) == (met, 1, unsure)


def test_a_week_cut_by_the_period_is_not_judged():
    assert Small("1 1 1 1", often=ANY_3).total(days(2, 7)).weeks_judged == 0


def test_a_week_cut_by_today_is_not_judged():
    assert Small("1 1 1 1", often=ANY_3).total(WEEK, 8).weeks_judged == 0
    assert Small("1 1 1 1 . . 1", often=ANY_3).total(WEEK, 8).weeks_judged == 1


def test_a_week_cut_by_a_plan_step_is_not_judged():
    small = Small("1 1 1 1 1 1 1 | 1 1 1", often=ANY_3)
    small.change(4, how="Another way")
    total = small.total(days(2, 15))

    assert (total.weeks_judged, total.extra) == (1, 0)
    assert [s.block.weeks_judged for s in small.numbers(days(2, 15)).steps] == [0, 1]


def test_a_stretch_with_both_ways_of_planning_states_no_planned_days():
    small = Small("1 1 1 1 1 1 1 | 1 1 1", often=ANY_3)
    small.change(9, often=Often())
    numbers = small.numbers(days(2, 15))

    assert (numbers.total.planned, numbers.total.plan_met) == (None, 1)
    assert [step.block.planned for step in numbers.steps] == [None, 7]
    assert [step.block.plan_met for step in numbers.steps] == [1, None]


def test_weeks_begin_on_the_day_of_the_setting():
    numbers = Small("1 1 1 1 1 1 1").numbers(days(2, 15), week_start=WeekStart.SUNDAY)

    assert [(week.start, week.partial) for week in numbers.weeks] == [
        (day(2), True),
        (day(8), False),
        (day(15), True),
    ]


def test_a_week_is_partial_until_today_is_written():
    assert Small("1 1 1 1 1 1").numbers(WEEK, 8).weeks[0].partial
    assert not Small("1 1 1 1 1 1 1").numbers(WEEK, 8).weeks[0].partial


def test_weeks_that_lie_after_today_are_not_told():
    assert [week.start for week in Small("1").numbers(days(2, 22), 10).weeks] == [day(2), day(9)]


def test_without_any_step_all_is_extra_and_unrated():
    small = Small("1 2")
    small.child.records.remove(small.step)
    numbers = small.numbers()

    assert (numbers.total.planned, numbers.total.extra, numbers.steps) == (0, 2, ())
    assert (numbers.total.kind, numbers.total.others) == (RatingKind.NONE, {HELP: 2})


def test_a_plan_step_is_cut_to_the_period_and_none_after_today_is_told():
    small = Small("1 1 1 1 1 1 1 | 1 1")
    small.change(5, how="Another way")
    small.change(20, StepKind.FINISH)
    steps = small.numbers(days(3, 25), 10).steps

    assert [(step.start, step.end) for step in steps] == [(day(3), day(4)), (day(5), day(19))]


def test_a_clock_change_and_a_leap_day_are_days_like_any_other():
    small = Small()
    start = day(1) - timedelta(days=731 + 2)
    small.step = replace(small.step, from_day=start)
    small.child.records[-1] = small.step
    leap = numbers_of(
        small.strategy, count([small.step], (), (), CountingFrame(Period(start, day(8)), day(20)))
    )

    assert start.isoformat() == "2024-02-27"
    assert leap.total.planned == leap.total.not_written == (day(8) - start).days + 1


def test_a_plan_step_in_force_on_the_first_or_last_day_alone_is_told():
    small = Small("1 1 1 1 1 1 1")
    small.change(3, how="Another way")
    small.change(8, how="A third way")
    steps = small.numbers(days(2, 8), 8).steps

    assert [(step.start, step.end, step.block.did_it) for step in steps] == [
        (day(2), day(2), 1),
        (day(3), day(7), 5),
        (day(8), day(8), 1),
    ]


# Extra days, extra times, and times outside the plan


def test_twice_on_a_day_is_no_extra_day():
    small = Small()
    small.child.records.remove(small.step)
    small.change(9, StepKind.START, often=Often(kind=OftenKind.DAYS_A_WEEK, days=2))
    small.write("22", start=day(8))
    small.write("2", start=day(10))
    total = small.total(days(2, 22))

    assert (total.extra_days, total.extra_times, total.outside_times) == (0, 0, 2)
    assert (total.extra, total.did_it) == (2, 1)


def test_extra_days_times_above_the_plan_and_outside_it_are_told_apart():
    small = Small("2 22 2 2 . . .", often=ANY_3)
    small.change(9, often=Often())
    small.write("222", start=day(9))
    small.change(10, StepKind.PAUSE)
    small.write("22", start=day(11))
    total = small.total(days(2, 15))

    assert (total.extra_days, total.extra_times, total.outside_times) == (1, 2, 2)
    assert total.extra == 5


def test_where_any_days_will_do_it_is_told_how_often_not_today_was_said():
    total = Small("n n n n n n n | n n n n n n n", often=ANY_3).total(days(2, 15))

    assert (total.told_not_today, total.plan_met, total.weeks_judged) == (14, 0, 2)
    assert Small("n n", often=Often()).total().told_not_today is None


# Numbers of a day


AIM = RatingPlan(kind=NUMBER, aim=Aim(low=Decimal(4), high=Decimal(6)))


def test_a_number_of_the_day_is_what_its_entries_come_to():
    total = Small("3+1 7+0 2+3", often=Often(times=2), kind=NUMBER).replan(AIM).total()

    assert (total.n, total.in_aim, total.at_least) == (3, 2, 0)
    assert (total.median, total.low, total.high, total.sum) == (5, 4, 7, 16)


def test_a_day_with_a_time_not_written_is_at_least_and_in_the_sum_alone():
    total = Small("3+1 5", often=Often(times=2), kind=NUMBER).replan(AIM).total()

    assert (total.n, total.at_least, total.in_aim) == (2, 1, 1)
    assert (total.median, total.low, total.high, total.sum) == (4, 4, 4, 9)


def test_a_slot_judges_no_aim_of_a_day_but_that_of_a_time():
    slots = Often(times=2, slots=("breakfast", "dinner"))
    small = Small(often=slots, kind=NUMBER).replan(AIM)
    small.write("3+1 5+5", kind=NUMBER, slots=slots.slots)

    assert [slot.block.in_aim for slot in small.numbers().slots] == [None, None]
    small.replan(replace(AIM, per=Per.TIME))
    assert [slot.block.in_aim for slot in small.numbers().slots] == [1, 1]
    assert small.total().in_aim == 2


def test_numbers_of_the_day_and_of_a_time_are_never_put_together():
    small = Small("4 4", kind=NUMBER).replan(AIM)
    small.change(4, rating=replace(AIM, per=Per.TIME))
    small.write("5+6", kind=NUMBER, start=day(4))
    total = small.total()

    assert (total.n, total.sum, total.others) == (2, 11, {NUMBER: 2})
