"""Single ratings, and which of them a line may join."""

import pytest

from homejournal.domain.looking_back.make_look_back import dots_in
from homejournal.domain.records.plan import Often, StepKind, Weekday
from homejournal.domain.records.rating_scales import Per, RatingPlan
from tests.domain.looked_back import back_at_small
from tests.domain.small import ANY_3, NUMBER, Small
from tests.family import day, days

TWO_WEEKS = days(2, 15)


def paths(small: Small):
    series = dots_in(back_at_small(small, TWO_WEEKS))
    return [[point.day for point in path] for path in series.paths]


def numbers(text: str, **said) -> Small:
    return Small(text, kind=NUMBER, **said)


def on(*numbers: int):
    return [day(number) for number in numbers]


def test_points_of_neighbouring_days_are_joined_and_a_lone_one_is_not():
    assert paths(numbers("1 2 . 3 . 4 5")) == [on(2, 3), on(7, 8)]


@pytest.mark.parametrize("said", [".", "n", "y"])
def test_a_planned_day_without_a_number_breaks_the_line(said):
    assert paths(numbers(f"1 2 {said} 3 4")) == [on(2, 3), on(5, 6)]


@pytest.mark.parametrize("reason", ["s", "a", "o"])
def test_days_left_out_break_no_line(reason):
    assert paths(numbers(f"1 2 {reason} {reason} 3 4")) == [on(2, 3, 6, 7)]


def test_days_that_are_not_planned_break_no_line_and_their_numbers_are_not_on_it():
    weekdays = Often(weekdays=(Weekday.MON, Weekday.WED, Weekday.FRI))

    assert paths(numbers("1 9 2 . 3 . . | 4", often=weekdays)) == [on(2, 4, 6, 9)]


def test_of_any_days_of_a_week_only_days_next_to_each_other_are_joined():
    assert paths(numbers("1 2 . 3 s 4 5", often=ANY_3)) == [on(2, 3), on(7, 8)]


def test_a_change_of_the_plan_breaks_the_line():
    small = numbers("1 2 3 4")
    small.change(4, how="Another way")

    assert paths(small) == [on(2, 3), on(4, 5)]


def test_a_pause_breaks_the_line():
    small = numbers("1 2 3 . . . . | 4 5")
    small.change(5, StepKind.PAUSE)
    small.change(9, StepKind.RESTART)

    assert paths(small) == [on(2, 3, 4), on(9, 10)]


def test_where_numbers_belong_to_times_the_line_goes_through_the_middle_of_a_day():
    small = numbers("1+4 0+0+3", often=Often(times=3))
    each = small.replan(RatingPlan(kind=NUMBER, per=Per.TIME))
    series = dots_in(back_at_small(each, TWO_WEEKS))

    assert [(dot.value, dot.times) for dot in series.dots] == [(1, 1), (4, 1), (0, 2), (3, 1)]
    assert [[str(point.value) for point in path] for path in series.paths] == [["2.5", "0"]]


def test_where_numbers_belong_to_the_day_it_has_one_dot_unless_a_time_is_not_written():
    series = dots_in(back_at_small(numbers("1+4 0+3 7 2+2", often=Often(times=2)), TWO_WEEKS))

    assert [(dot.value, dot.times) for dot in series.dots] == [(5, 1), (3, 1), (4, 1)]
    assert series.at_least == 1
    assert [[str(point.value) for point in path] for path in series.paths] == [["5", "3"]]


def test_levels_are_dots_that_no_line_joins():
    series = dots_in(back_at_small(Small("1 2 23"), TWO_WEEKS))

    assert [(dot.value, dot.times) for dot in series.dots] == [(1, 1), (2, 1), (2, 1), (3, 1)]
    assert series.paths == ()
