"""Before a visit and since it: two stretches of days, with their counts."""

from dataclasses import replace
from decimal import Decimal

import pytest

from homejournal.domain.looking_back.make_look_back import by_visit
from homejournal.domain.records.plan import Often, OftenKind, StepKind
from homejournal.domain.records.rating_scales import Aim, Better, RatingKind, RatingPlan
from tests.domain.looked_back import back_at_small
from tests.domain.small import NUMBER, Small
from tests.family import day, days

TWO_WEEKS = days(2, 15)
RATINGS = "1 1 1 1 1 1 1 | 2 2 2 2 2 2 2"


def visited(*on: int, text: str = RATINGS, held: bool = True, **said) -> Small:
    small = Small(text, **said)
    for number in on:
        small.child.visit(day(number), held=held)
    return small


def visits(small: Small, *said, **more):
    return [around.visit.day for around in back_at_small(small, *said, **more).visits]


def nap(small: Small, period=TWO_WEEKS):
    (around,) = back_at_small(small, period).visits
    return around.nap


def test_the_day_of_the_visit_belongs_to_what_came_since():
    (around,) = back_at_small(visited(9), TWO_WEEKS).visits

    assert (around.before.levels, around.since.levels) == ({1: 7}, {2: 7})
    assert (around.before.planned, around.since.planned) == (7, 7)


def test_the_newest_visit_stands_first_and_each_parts_the_whole_period():
    around = back_at_small(visited(5, 12), TWO_WEEKS).visits

    assert [each.visit.day for each in around] == [day(12), day(5)]
    assert [each.before.n for each in around] == [10, 3]
    assert [each.since.n for each in around] == [4, 11]


def test_two_visits_on_one_day_part_the_days_alike():
    small = visited(9)
    small.child.visit(day(9), name="of the other professional")
    one, other = back_at_small(small, TWO_WEEKS).visits

    assert one.visit != other.visit
    assert (one.before, one.since, one.nap) == (other.before, other.since, other.nap)


@pytest.mark.parametrize("on", [1, 2, 16])
def test_a_visit_with_nothing_before_or_since_parts_nothing(on):
    assert visits(visited(on), TWO_WEEKS, 30) == []


def test_days_that_were_not_planned_or_written_are_nothing_before_a_visit():
    small = visited(2, 3, text=". 1 1 1")

    assert visits(small, days(1, 5)) == [day(3)]


def test_a_visit_of_today_counts_once_it_was_held():
    assert visits(visited(9), TWO_WEEKS, 9) == [day(9)]
    assert visits(visited(9, held=False), TWO_WEEKS, 9) == []
    assert visits(visited(9, held=False), TWO_WEEKS, 10) == [day(9)]
    assert visits(visited(9), TWO_WEEKS, 8) == []


def test_where_the_kind_of_rating_changed_each_side_keeps_its_own():
    small = visited(9, text="1 1 1 1 1 1 1")
    small.change(9, rating=RatingPlan(kind=RatingKind.WENT))
    small.write("3 3 3 3 3 3 3", kind=RatingKind.WENT, start=day(9))
    back = back_at_small(small, TWO_WEEKS)
    (around,) = back.visits

    assert (around.before.kind, around.since.kind) == (RatingKind.HELP, RatingKind.WENT)
    assert around.nap is None
    before, since = (group.bar for group in by_visit(back, around).groups)
    assert (before.n, before.days, since.levels) == (0, 7, (0, 0, 7))


def test_four_ratings_on_a_side_are_too_few_for_the_overlap():
    assert nap(visited(9, text="1 1 1 1 . . . | 2 2 2 2 2")) is None
    assert nap(visited(9, text="1 1 1 1 1 . . | 2 2 2 2 2")).value == 1


def test_pairs_that_are_alike_are_those_of_ratings_on_both_sides():
    assert nap(visited(9, text="1 1 1 1 1 . . | 2 2 2 2 2")).same == 0
    assert nap(visited(9, text="1 1 1 1 2 . . | 2 2 2 2 3")).same == 4


def numbered(plan: RatingPlan, text="9 8 9 8 9 8 9 | 7 8 7 6 7 6 7") -> Small:
    return visited(9, text=text, kind=NUMBER).replan(plan)


@pytest.mark.parametrize(
    ("better", "value"),
    [(Better.LESS, "0.9694"), (Better.MORE, "0.0306"), (Better.NEITHER, None), (None, None)],
)
def test_the_overlap_of_numbers_needs_a_direction(better, value):
    found = nap(numbered(RatingPlan(kind=NUMBER, unit="minutes", better=better)))

    assert (found and found.value) == (value and Decimal(value))


def test_less_help_of_levels_is_never_counted_the_other_way():
    small = visited(9).replan(RatingPlan(kind=RatingKind.HELP, better=Better.LESS))

    assert nap(small).value == 1


def test_tries_and_what_is_only_done_have_no_overlap():
    tries = visited(9, text="1/4 " * 7 + "4/4 " * 7, kind=RatingKind.TRIES)
    done = visited(9, text="y " * 14, kind=RatingKind.NONE)

    assert nap(tries) is None
    assert nap(done) is None


def test_numbers_in_another_unit_are_another_measure():
    minutes = RatingPlan(kind=NUMBER, unit="minutes", better=Better.LESS)
    small = numbered(minutes)
    small.change(9, rating=replace(minutes, unit="hours"))
    (around,) = back_at_small(small, TWO_WEEKS).visits

    assert (around.before.n, around.since.n, around.nap) == (7, 7, None)


def test_numbers_inside_the_aim_are_told_for_each_side_of_each_visit():
    plan = RatingPlan(kind=NUMBER, aim=Aim(high=Decimal(7)))
    small = visited(5, 12, text="9 8 9 8 9 8 9 | 7 8 7 6 7 6 7", kind=NUMBER).replan(plan)
    newest, oldest = back_at_small(small, TWO_WEEKS).visits

    assert (newest.before.in_aim, newest.since.in_aim) == (2, 4)
    assert (oldest.before.in_aim, oldest.since.in_aim) == (0, 6)


def test_weeks_of_any_days_are_judged_on_the_side_on_which_they_lie_as_a_whole():
    often = Often(kind=OftenKind.DAYS_A_WEEK, days=3)
    (around,) = back_at_small(visited(11, often=often), TWO_WEEKS).visits

    assert (around.before.plan_met, around.before.weeks_judged) == (1, 1)
    assert (around.since.plan_met, around.since.weeks_judged) == (0, 0)


def test_a_side_on_which_every_planned_day_was_left_out_says_so():
    back = back_at_small(visited(9, text="1 1 1 1 1 1 1 | s s s s s s s"), TWO_WEEKS)
    before, since = (group.bar for group in by_visit(back, back.visits[0]).groups)

    assert (before.left_out, since.left_out, since.written) == (False, True, False)


def test_after_a_finish_the_last_written_day_ends_what_came_since():
    small = visited(9, 14, text="1 1 1 1 1 1 1 | 2 2")
    small.change(11, StepKind.FINISH)

    assert visits(small, TWO_WEEKS) == [day(9)]


def test_practices_of_one_person_or_routine_are_not_parted():
    assert back_at_small(visited(9), TWO_WEEKS, narrowed=True).visits == ()
