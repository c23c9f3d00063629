"""What the page with more detail may tell of a strategy, and where it must say nothing."""

from dataclasses import replace
from decimal import Decimal
from itertools import groupby
from statistics import median

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homejournal.domain.days.day_states import CountingFrame, DayState, by_day, count_days
from homejournal.domain.days.periods import WeekStart
from homejournal.domain.looking_back.look_back_values import MoreDetail
from homejournal.domain.looking_back.more_detail import more_detail
from homejournal.domain.records.plan import Often, OftenKind, StepKind, steps_in_force
from homejournal.domain.records.rating_scales import Better, Per, RatingKind, RatingPlan
from tests.domain.random_families import families
from tests.domain.small import Small
from tests.family import day, days

MINUTES = RatingPlan(kind=RatingKind.NUMBER, unit="minutes", better=Better.LESS)
WORDS = RatingPlan(kind=RatingKind.NUMBER, unit="words", better=Better.MORE)
TRIES = RatingPlan(kind=RatingKind.TRIES)
TWO_WEEKS = "1 2 1 0 2 1 2 | 5 6 7 5 6 8 7"
# Each day's number is 3, so single days say nothing; the weeks' totals are 21, then 18 and 24.
WEEKS = ["3 3 3 3 3 3 3", *(["3 3 n 3 3 3 3", "3 3 3 3 3 3 3+3"] * 6)]


def told(
    small: Small, rating: RatingPlan, *, unsettled: int = 0, last: int = 200, **more
) -> MoreDetail:
    family = small.child.family(days(2, last), day(last + 1))
    rows = family.practices(small.strategy)
    rows = [row._replace(settled=place >= unsettled) for place, row in enumerate(rows)]
    written = by_day(rows, family.marks(small.strategy))
    frame = CountingFrame(days(2, last), day(last + 1), **more)
    counted = count_days(steps_in_force(family.steps(small.strategy)), written, frame)
    return more_detail(counted, rating, frame.week_start)


def of(text: str, rating: RatingPlan, often: Often | None = None, **said) -> MoreDetail:
    small = Small(often=often, kind=rating)
    small.write(text, kind=rating.kind)
    return told(small, rating, **said)


def test_single_days_of_numbers_have_a_run_chart_from_twelve_useful_ones():
    found = of(TWO_WEEKS, MINUTES).run

    assert (found.weekly, found.n, found.useful, found.median) == (False, 14, 14, Decimal("3.5"))
    assert (found.longest, found.crossings, found.signal) == (7, 1, True)
    assert of(TWO_WEEKS[:-6], MINUTES).run is None


def test_of_several_numbers_on_a_day_the_middle_one_counts():
    found = of(TWO_WEEKS.replace("8", "1+8+99"), MINUTES, Often(times=3)).run

    assert found == of(TWO_WEEKS, MINUTES, Often(times=3)).run


def test_days_without_a_number_are_passed_over_and_are_no_zeros():
    with_gaps = TWO_WEEKS.replace("5 6", "5 . n s y 6")

    assert of(with_gaps, MINUTES).run == of(TWO_WEEKS, MINUTES).run


@pytest.mark.parametrize("kind", [RatingKind.HELP, RatingKind.WENT, RatingKind.NONE])
def test_levels_never_have_one(kind):
    text = "1 2 3 " * 20 if kind is not RatingKind.NONE else "y " * 60

    assert of(text, RatingPlan(kind=kind)) == MoreDetail()


def test_numbers_in_another_unit_are_another_measure():
    small = Small(kind=MINUTES)
    small.write("9 8 9 8 9 8 9 8 9 8", kind=RatingKind.NUMBER)
    small.change(12, rating=WORDS)
    small.write(TWO_WEEKS, kind=RatingKind.NUMBER, start=day(12))

    assert told(small, WORDS).run == of(TWO_WEEKS, WORDS).run


def test_where_days_lie_on_the_median_totals_of_full_weeks_may_tell():
    found = of(" ".join(WEEKS), WORDS, last=92).run

    assert (found.weekly, found.n, found.useful, found.median) == (True, 13, 12, 21)
    assert (found.longest, found.crossings, found.signal) == (1, 11, False)


def test_where_single_days_may_be_told_no_totals_are():
    days_apart = " ".join(week.replace("3+3", "4").replace("n", "1") for week in WEEKS)
    found = of(days_apart, WORDS, last=92).run

    assert (found.weekly, found.n, found.useful) == (False, 91, 12)


def test_totals_are_not_asked_for_where_less_is_hoped_for():
    text = " ".join(WEEKS)

    assert of(text, MINUTES, last=92).run is None
    assert of(text, replace(MINUTES, better=Better.NEITHER), last=92).run is None
    assert of(text, replace(MINUTES, better=None), last=92).run.weekly


@pytest.mark.parametrize("gap", [".", "s", "o", "y"])
def test_a_week_in_which_a_number_is_missing_is_no_full_week(gap):
    weeks = [WEEKS[0], f"3 3 3 {gap} 3 3 3+3", *WEEKS[2:]]

    assert of(" ".join(WEEKS), WORDS, last=92).run.n == 13
    assert of(" ".join(weeks), WORDS, last=92).run.n == 12


def test_a_week_that_the_period_cuts_is_no_full_week():
    assert of(" ".join(WEEKS), WORDS, last=91).run.n == 12


def test_weeks_begin_where_the_family_lets_them_begin():
    small = Small(kind=WORDS)
    small.write("3 " * 6 + " ".join(WEEKS), kind=RatingKind.NUMBER)

    assert told(small, WORDS, last=98, week_start=WeekStart.SUNDAY).run.useful == 12
    assert told(small, WORDS, last=98).run is None


def test_a_time_of_the_day_that_is_not_written_leaves_no_full_week():
    assert of(" ".join(WEEKS), WORDS, Often(times=2), last=92).run is None


def test_of_any_n_days_nobody_can_say_that_a_week_is_whole():
    any_days = Often(kind=OftenKind.DAYS_A_WEEK, days=6)

    assert of(" ".join(WEEKS), WORDS, any_days, last=92).run is None


def test_the_numbers_of_two_unsettled_versions_count_in_neither():
    assert of(f"{TWO_WEEKS} 9 0", MINUTES, unsettled=2).run.n == 14


def test_the_newest_session_of_ten_tries_or_more_has_an_interval():
    found = of("9/12 7/10 5/9 n . s 0/3", TRIES).tries

    assert (found.day, found.took, found.of) == (day(3), 7, 10)
    assert (found.low, found.high) == (Decimal("0.3968"), Decimal("0.8922"))


def test_tries_of_several_meals_are_never_pooled():
    assert of("4/5 9/9+2/4+4/4 0/4 1/3", TRIES, Often(times=3)) == MoreDetail()


def test_of_several_sessions_on_a_day_the_last_time_of_the_day_counts():
    slots = ("breakfast", "dinner")
    small = Small(often=Often(times=2, slots=slots), kind=TRIES)
    small.write("8/11", kind=RatingKind.TRIES, slots=("dinner",))
    small.write("1/12", kind=RatingKind.TRIES, slots=("breakfast",))

    assert told(small, TRIES).tries.of == 11


@given(st.permutations(["5/19", "3/19", "6/10", "2/4"]))
def test_the_order_of_writing_never_matters(sessions):
    found = of("+".join(sessions), TRIES, Often(times=4)).tries

    assert (found.took, found.of) == (3, 19)


def test_tries_that_two_versions_tell_apart_are_passed_over():
    assert of("7/10", TRIES, unsettled=1) == MoreDetail()


@pytest.mark.parametrize("rating", [MINUTES, WORDS, TRIES])
def test_nothing_written_and_all_left_out_tell_nothing(rating):
    assert of("", rating) == MoreDetail()
    assert of("s " * 80, rating) == MoreDetail()
    assert more_detail([], rating, WeekStart.SUNDAY) == MoreDetail()


def test_five_thousand_numbers_on_a_day_are_one_value():
    text = "+".join(["1000000000000"] * 5000)

    assert of(f"{text} {TWO_WEEKS}", MINUTES, Often()).run.n == 15


def test_a_pause_leaves_weeks_of_which_nothing_is_told():
    small = Small(kind=WORDS)
    small.write(" ".join(WEEKS), kind=RatingKind.NUMBER)
    small.change(93, StepKind.PAUSE)

    assert told(small, WORDS, last=200).run.n == 13


@settings(max_examples=150, deadline=None)
@given(families(), st.randoms())
def test_random_families_are_told_as_by_a_walk_over_their_days(family, random):
    practices = list(family.practices)
    random.shuffle(practices)
    rating = replace(WORDS, unit=None, per=Per.TIME)
    frame = family.frame
    steps = [
        replace(each, rating=replace(each.rating or WORDS, unit=None, per=Per.TIME))
        for each in family.steps
    ]
    counted = count_days(steps_in_force(steps), by_day(practices, family.marks), frame)
    found = more_detail(counted, rating, frame.week_start).run
    start, end = frame.period
    numbers = [
        (row.day, Decimal(row.number))
        for row in sorted(practices, key=lambda row: row.day)
        if row.settled
        and row.number
        and start.isoformat() <= row.day <= min(end, frame.today).isoformat()
    ]
    daily = [median(n for _, n in of_day) for _, of_day in groupby(numbers, key=lambda n: n[0])]
    useful = [value for value in daily if value != median(daily)]

    if len(useful) >= 12:
        assert (found.weekly, found.n, found.useful) == (False, len(daily), len(useful))
    else:
        # Five weeks at most: too few for totals.
        assert found is None
    assert all(each.answer.state in DayState for each in counted)
