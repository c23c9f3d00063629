"""The rules of ratings, slots and routines, each by its name, over small families."""

from decimal import Decimal
from uuid import UUID

from homejournal.domain.days.counting import count, numbers_of
from homejournal.domain.days.day_states import CountingFrame, PracticeRow
from homejournal.domain.days.periods import Period
from homejournal.domain.days.ratings import value_of
from homejournal.domain.records.plan import Often, StepKind, Weekday
from homejournal.domain.records.rating_scales import Aim, RatingKind, RatingPlan
from tests.domain.small import HELP, NUMBER, WEEK, WENT, Small
from tests.family import day, days


def test_zero_is_a_value_and_blank_is_not():
    total = Small("0 . 0 4 . . .", kind=NUMBER).total()

    assert (total.n, total.low, total.median, total.sum, total.not_written) == (3, 0, 0, 4, 4)


def test_a_number_in_two_versions_is_no_value_until_it_is_settled():
    settled = ("number", None, "17.25", None, None, True)

    assert value_of(settled) == (RatingKind.NUMBER, Decimal("17.25"))
    assert value_of((*settled[:-1], False)) is None


def test_a_rating_is_worth_its_level_or_its_tries_and_never_both():
    value_of.cache_clear()  # a test before this one may have asked for the same

    assert value_of(("help", 2, None, None, None, True)) == (RatingKind.HELP, 2)
    assert value_of(("tries", None, None, 0, 3, True)) == (RatingKind.TRIES, (0, 3))
    assert value_of(("help", None, None, None, None, True)) is None


def test_where_nothing_was_written_no_sum_and_no_median_is_told():
    total = Small(". . .", kind=NUMBER).total()

    assert (total.n, total.median, total.low, total.high, total.sum) == (0, None, None, None, None)


def test_a_median_of_levels_is_told_from_five_ratings_on_and_so_far_from_three():
    assert Small("1 2").total().median_so_far is None
    three, five = Small("1 2 3").total(), Small("1 2 2 3 3").total()

    assert (three.median, three.median_so_far) == (None, 2)
    assert (five.median, five.median_so_far) == (2, 2)


def test_two_levels_in_the_middle_stay_a_pair_and_are_never_a_mean():
    assert Small("1 1 1 3 3 3").total().median == (1, 3)
    assert Small("2 2 2 3 3 4").total().median == (2, 3)


def test_the_thresholds_hold_for_each_shown_period():
    numbers = Small("1 1 2 2 2 . . | 3 3 3").numbers(days(2, 15))

    assert [week.block.median for week in numbers.weeks] == [2, None]


def test_numbers_have_no_minimum_and_a_half_is_allowed():
    total = Small("30 45", kind=NUMBER).total()

    assert (str(total.median), total.low, total.high, total.sum) == ("37.5", 30, 45, 75)


def test_a_day_can_be_did_it_without_a_rating():
    total = Small("y 1 y").total()

    assert (total.did_it, total.n, total.levels) == (3, 1, {1: 1})


def test_each_practice_keeps_its_kind_and_other_kinds_are_listed_apart():
    small = Small("1 2 2")
    small.change(5, rating=RatingPlan(kind=WENT))
    small.write("3 3 y", kind=WENT, start=day(5))
    numbers = small.numbers()

    assert (numbers.total.kind, numbers.total.levels) == (WENT, {3: 2})
    assert (numbers.total.others, numbers.total.did_it) == ({HELP: 3}, 6)
    assert [step.block.levels for step in numbers.steps] == [{1: 1, 2: 2}, {3: 2}]


def test_the_kind_of_a_stretch_is_that_of_its_last_planned_day():
    small = Small("1 2 2")
    small.change(5, StepKind.PAUSE)
    small.change(9, StepKind.RESTART, rating=RatingPlan(kind=WENT))

    assert small.total(WEEK).kind is HELP
    assert small.total(days(6, 7)).kind is HELP
    assert small.total(days(6, 9)).kind is WENT


def test_before_the_start_a_stretch_is_of_the_kind_of_the_first_step():
    small = Small()
    small.write("3", start=day(1))

    assert (small.total(days(1, 1)).kind, small.total(days(1, 1)).n) == (HELP, 1)


def test_a_practice_with_two_unsettled_versions_counts_once_its_rating_in_neither():
    total = Small("1 2 2").total(unsettled=1)

    assert (total.did_it, total.times, total.n, total.unsettled) == (3, 3, 2, 1)
    assert total.levels == {2: 2}


def test_written_later_is_more_than_one_calendar_day_after_by_first_writing():
    small = Small()
    for on, written in ((2, 2), (3, 4), (4, 6), (5, 9)):
        small.child.practice(small.strategy, day(on), HELP, 1, written=day(written))

    small.child.practice(small.strategy, day(5), HELP, 1, written=day(6))

    assert small.total().written_later == 2


def test_numbers_are_counted_against_the_aim_of_their_day():
    small = Small("5 10 11", kind=NUMBER)
    aims = [Aim(high=Decimal(10)), Aim(low=Decimal(8)), Aim()]
    for on, aim in zip((2, 5, 7), aims, strict=True):
        small.change(on, rating=RatingPlan(kind=NUMBER, aim=aim))
    small.write("7 8 8 8", kind=NUMBER, start=day(5))
    numbers = small.numbers()

    assert (numbers.total.in_aim, numbers.total.n) == (3, 7)
    assert numbers.total.aims == ((aims[0], 2, 3), (aims[1], 1, 2))
    assert [step.block.in_aim for step in numbers.steps] == [2, 1, None]


def test_named_slots_are_told_while_the_plan_names_them():
    meals = Often(times=2, slots=("breakfast", "dinner"))
    small = Small(often=meals)
    small.write("11 1 n s 1", slots=("breakfast", "dinner"))
    small.write("1", slots=("breakfast",), start=day(7))
    small.write("3", slots=("breakfast",), start=day(7))
    small.change(8, often=Often(times=1, slots=("dinner",)))
    breakfast, dinner = (slot.block for slot in small.numbers().slots)

    assert (breakfast.planned, breakfast.did_it, breakfast.times, breakfast.extra) == (5, 4, 5, 1)
    assert (breakfast.not_today, breakfast.left_out, breakfast.not_written) == (1, 1, 0)
    assert (dinner.planned, dinner.did_it, dinner.not_written, dinner.n) == (6, 1, 4, 1)
    assert (dinner.times_planned, dinner.times_not_today, dinner.times_not_written) == (6, 1, 4)
    assert (breakfast.times_planned, breakfast.times_not_today) == (5, 1)
    assert breakfast.times_not_written == 0


def test_written_later_is_told_for_the_slot_and_the_routine_it_was_in():
    small = Small(often=Often(slots=("dinner",)))
    bath = small.child.routine("bath")
    for on, written in ((2, 2), (3, 9)):
        small.child.practice(
            small.strategy, day(on), HELP, 1, slot="dinner", routine=bath.id, written=day(written)
        )
    numbers = small.numbers()

    assert numbers.slots[0].block.written_later == 1
    assert numbers.routines[0].block.written_later == 1


def test_a_routine_tells_what_was_done_in_it_and_nothing_planned():
    small = Small(often=Often(weekdays=(Weekday.MON, Weekday.TUE)))
    bath, car = small.child.routine("bath"), small.child.routine("car")
    small.change(2, rating=RatingPlan(kind=HELP), routines=(car.id,))
    small.write("11 2 3", routine=bath.id)
    small.write("3", routine=car.id)
    small.write("3")
    first, second = small.numbers().routines

    assert (first.routine, second.routine) == (car.id, bath.id)
    assert (second.block.did_it, second.block.times, second.block.n) == (2, 4, 4)
    assert (second.block.planned, second.block.left_out, second.block.extra) == (None, None, None)


def test_of_two_practices_in_a_routine_on_a_day_the_one_written_later_is_told():
    small = Small()
    bath = small.child.routine("bath")
    for written in (2, 9):
        small.child.practice(small.strategy, day(2), HELP, 1, routine=bath.id, written=day(written))
    (told,) = small.numbers().routines

    assert (told.block.did_it, told.block.times, told.block.written_later) == (1, 2, 1)


def test_a_routine_without_a_planned_day_is_rated_as_its_last_day_asks():
    small = Small(often=Often(weekdays=(Weekday.SUN,)))
    bath = small.child.routine("bath")
    small.change(4, often=Often(weekdays=(Weekday.SUN,)), rating=RatingPlan(kind=WENT))
    for on, kind in ((3, HELP), (5, WENT), (6, WENT)):
        small.child.practice(small.strategy, day(on), kind, 2, routine=bath.id)
    (told,) = small.numbers().routines

    assert (told.block.kind, told.block.did_it, told.block.times) == (WENT, 0, 3)
    assert (told.block.n, told.block.others) == (2, {HELP: 1})


def test_a_number_of_a_routine_in_two_versions_counts_once_it_is_settled():
    small = Small(kind=NUMBER).replan(RatingPlan(kind=NUMBER))
    bath = small.child.routine("bath")
    small.write("4 6", kind=NUMBER, routine=bath.id)
    (told,) = small.numbers(unsettled=1).routines

    assert (told.block.times, told.block.unsettled, told.block.n, told.block.sum) == (2, 1, 1, 6)


def test_counting_reads_plain_rows_by_place():
    small = Small()
    row = (day(2).isoformat(), None, None, "help", 3, None, None, None, "2026-03-05", 1)
    mark = (day(3).isoformat(), None, "left_out", "sick", None)
    numbers = numbers_of(
        small.strategy, count([small.step], [row], [mark], CountingFrame(WEEK, day(20)))
    )

    assert (numbers.total.levels, numbers.total.left_out_by) == ({3: 1}, {"sick": 1})
    assert numbers.total.written_later == 1


def test_what_was_written_on_the_last_day_there_is_is_not_written_later():
    small = Small()
    last = day(2).max
    row = PracticeRow(
        last.isoformat(), None, UUID(int=3), HELP, 1, None, None, None, last.isoformat(), True
    )
    frame = CountingFrame(Period(last, last), last)

    numbers = numbers_of(small.strategy, count([small.step], [row], (), frame))
    assert (numbers.total.did_it, numbers.total.written_later) == (1, 0)
