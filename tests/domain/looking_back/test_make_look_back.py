"""Looking back at one strategy: windows, spans, routines, and what is left away."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from homejournal.domain.days.counting import month_numbers
from homejournal.domain.days.day_states import DayState
from homejournal.domain.days.periods import Period, Span
from homejournal.domain.errors import InvalidValueError
from homejournal.domain.looking_back.chart_series import Shape
from homejournal.domain.looking_back.make_look_back import bars_in, by_routine, by_slot, dots_in
from homejournal.domain.records.plan import Often, StepKind, Weekday
from homejournal.domain.records.practices import LeftOutReason
from homejournal.domain.records.rating_scales import Better, RatingKind, RatingPlan
from homejournal.domain.sentences.headlines import headline
from homejournal.domain.sentences.values import AllLeftOut
from tests.domain.looked_back import back_at_small
from tests.domain.small import ANY_3, HELP, NUMBER, WEEK, WENT, Small
from tests.family import day, days

TWO_WEEKS = days(2, 15)


class TestWindows:
    def test_a_window_beside_what_is_told_shows_nothing(self):
        back = back_at_small(Small("1 2 3", kind=NUMBER), TWO_WEEKS, today=10)
        for window in (days(11, 14), Period(date(2025, 1, 1), date(2025, 1, 7))):
            bars, dots = bars_in(back, window), dots_in(back, window)

            assert (bars.bars, bars.kind, bars.shape) == ((), NUMBER, Shape.SUMS)
            assert (dots.dots, dots.start, dots.end) == ((), *window)

    def test_a_period_after_today_shows_nothing(self):
        back = back_at_small(Small("1 2 3"), days(20, 26), today=10)

        assert (bars_in(back).bars, dots_in(back).dots, back.days) == ((), (), ())
        assert (month_numbers(back.counted), back.phases, back.life) == ((), (), ())
        assert (dots_in(back).start, dots_in(back).end) == days(20, 26)

    def test_a_window_shows_ratings_of_the_kind_asked_for_at_its_end(self):
        small = Small("1 2 2 3 3 3 4")
        small.change(9, rating=RatingPlan(kind=WENT))
        small.write("1 2 3", kind=WENT, start=day(9))
        back = back_at_small(small, TWO_WEEKS)

        assert [bar.n for bar in bars_in(back).bars] == [0, 3]
        assert (bars_in(back).kind, bars_in(back, WEEK).kind) == (WENT, HELP)
        assert [bar.levels for bar in bars_in(back, WEEK).bars] == [(1, 2, 3, 1)]
        assert [dot.value for dot in dots_in(back, days(3, 4)).dots] == [2, 2]

    def test_a_window_may_be_one_day(self):
        back = back_at_small(Small("1 2 3"), TWO_WEEKS)

        assert [dot.value for dot in dots_in(back, days(3, 3)).dots] == [2]
        assert [bar.n for bar in bars_in(back, days(3, 3)).bars] == [1]

    def test_a_week_in_which_the_kind_changed_shows_what_is_asked_for_at_the_end_of_all(self):
        small = Small("1 1 1")
        small.change(5, rating=RatingPlan(kind=WENT))
        small.write("3 3 3 3", kind=WENT, start=day(5))
        small.change(9, rating=RatingPlan(kind=HELP))
        small.write("2 2", start=day(9))
        bars = bars_in(back_at_small(small, TWO_WEEKS)).bars

        assert [(bar.n, bar.days) for bar in bars] == [(3, 7), (2, 2)]

    def test_a_period_that_ends_before_it_starts_is_refused(self):
        with pytest.raises(InvalidValueError):
            back_at_small(Small("1"), Period(day(8), day(2)))


class TestSpans:
    def test_a_long_period_has_bars_of_months_and_a_longer_one_of_years(self):
        back = back_at_small(Small("1 2 3"), Period(date(2025, 1, 15), day(31)))
        series = bars_in(back)

        assert (series.span, len(series.bars)) == (Span.MONTH, 15)
        assert [bar.partial for bar in series.bars] == [True] + [False] * 14
        assert (series.bars[-1].start, series.bars[-1].n) == (day(1), 3)
        assert bars_in(back, WEEK).span is Span.WEEK
        long = bars_in(back_at_small(Small("1"), Period(date(1996, 1, 1), date(2025, 12, 31))))
        assert (long.span, len(long.bars)) == (Span.YEAR, 30)

    def test_the_span_of_today_is_told_to_its_own_end_and_is_partial(self):
        week, month = days(2, 31), Period(date(2025, 1, 1), date(2026, 12, 31))
        small = Small("1 2 3 4")

        assert bars_in(back_at_small(small, week, today=6)).bars[-1].end == day(8)
        (*_, last) = bars_in(back_at_small(small, month, today=6)).bars
        assert (last.end, last.partial) == (day(31), True)
        (*_, told) = month_numbers(back_at_small(small, month, today=6).counted)
        assert (told.end, told.partial, told.block.n) == (day(31), True, 4)

    def test_a_leap_month_is_whole_with_its_29_days(self):
        back = back_at_small(Small(), Period(date(2024, 1, 1), date(2024, 12, 31)))

        assert not any(month.partial for month in month_numbers(back.counted))

    def test_a_span_with_nothing_or_only_left_out_days_is_told_from_a_zero(self):
        bars = bars_in(back_at_small(Small("0 n . | ", kind=NUMBER), days(2, 22))).bars
        sick = bars_in(back_at_small(Small("s s s s s s s", kind=NUMBER))).bars

        assert [(bar.written, bar.sum) for bar in bars] == [(True, 0), (False, None), (False, None)]
        assert [(bar.written, bar.left_out) for bar in sick] == [(False, True)]
        assert [bar.has(Shape.SUMS) for bar in bars] == [True, False, False]
        assert [bar.has(Shape.MIDDLES) for bar in bars] == [True, False, False]
        assert [bar.has(Shape.DAYS) for bar in bars] == [True, False, False]
        assert not any(bar.has(Shape.TRIES) for bar in bars)

    def test_where_nothing_was_planned_nothing_is_missing(self):
        small = Small("1 2")
        small.change(4, StepKind.PAUSE)
        back = back_at_small(small, Period(day(-5), day(22)), today=23)

        assert [bar.unplanned for bar in bars_in(back).bars] == [True, False, True, True]
        years = bars_in(back_at_small(small, Period(date(2010, 1, 1), day(31))), span=Span.YEAR)
        assert [bar.unplanned for bar in years.bars] == [True] * 16 + [False]

    def test_a_week_that_has_only_begun_and_one_of_some_practices_alone_may_be_planned(self):
        begun = back_at_small(Small("1 2"), TWO_WEEKS, today=9)
        narrowed = back_at_small(Small("1 2"), TWO_WEEKS, narrowed=True)

        for back in (begun, narrowed):
            assert [bar.unplanned for bar in bars_in(back).bars] == [False, False]
        assert [bar.begun for bar in bars_in(begun).bars] == [False, True]
        assert [bar.lacks for bar in bars_in(begun).bars] == [False, False]
        assert not any(bar.begun for bar in bars_in(narrowed).bars)

    def test_a_week_that_has_only_begun_says_nothing_of_the_weeks_before_it(self):
        sick = back_at_small(Small("s s s s s s s"), TWO_WEEKS, today=9)

        assert headline(bars_in(sick)) == AllLeftOut()

    def test_a_week_of_any_days_is_left_out_only_where_every_day_of_it_is(self):
        sick, whole = Small("s . . . . . .", often=ANY_3), Small("s s s s s s s", often=ANY_3)

        assert not bars_in(back_at_small(sick)).bars[0].left_out
        assert bars_in(back_at_small(whole)).bars[0].left_out


@pytest.mark.parametrize(
    ("better", "shape"),
    [
        (None, Shape.SUMS),
        (Better.MORE, Shape.SUMS),
        (Better.LESS, Shape.MIDDLES),
        (Better.NEITHER, Shape.MIDDLES),
    ],
)
def test_only_what_is_hoped_to_grow_is_added_up(better, shape):
    small = Small("1 2", kind=NUMBER).replan(RatingPlan(kind=NUMBER, better=better))

    assert bars_in(back_at_small(small)).shape is shape


def test_very_large_numbers_and_zero_stay_exact():
    large = 10**12
    bar = bars_in(back_at_small(Small(f"{large} 0 {large} {large}", kind=NUMBER))).bars[0]

    assert (bar.sum, bar.low, bar.high, bar.median) == (3 * large, 0, large, large)


class TestParts:
    def test_routines_stand_side_by_side_from_five_ratings_on(self):
        small = Small(often=Often(times=3))
        bath, car, bed = (small.child.routine(name) for name in ("bath", "car", "bed"))
        small.write("1 1 1 2 2", routine=bath.id)
        small.write("3 3 3 3 3", routine=car.id)
        small.write("4 4 4 4", routine=bed.id)
        series = by_routine(back_at_small(small))

        assert {(group.name, group.bar.n, group.middle) for group in series.groups} == {
            ("bath", 5, 1),
            ("car", 5, 3),
        }
        assert all(group.bar.planned is None for group in series.groups)

    def test_routines_that_no_plan_names_stand_by_their_names(self):
        small = Small(often=Often(times=3))
        for name in ("car", "Bath", "bed"):
            small.write("1 1 1 2 2", routine=small.child.routine(name).id)
        series = by_routine(back_at_small(small))

        assert [group.name for group in series.groups] == ["Bath", "bed", "car"]

    def test_a_routine_whose_name_is_gone_stands_nowhere(self):
        small = Small(often=Often(times=2))
        bath, car = (small.child.routine(name) for name in ("bath", "car"))
        for routine in (bath, car):
            small.write("1 1 1 2 2", routine=routine.id)
        small.child.records.remove(car)

        assert by_routine(back_at_small(small)) is None

    def test_ratings_of_a_kind_that_is_asked_for_no_more_are_in_no_part(self):
        meals = Often(times=2, slots=("breakfast", "dinner"))
        small = Small(often=meals)
        small.write("11 11 11 11 11", slots=meals.slots)
        assert by_slot(back_at_small(small)) is not None
        small.change(8, rating=RatingPlan(kind=WENT))
        assert by_slot(back_at_small(small)) is None

    def test_a_slot_that_was_last_rated_in_another_way_does_not_stand_beside_others(self):
        small = Small(often=Often(slots=("breakfast",)))
        small.write("1 1 1 1 1", slots=("breakfast",))
        later = ("dinner", "bath")
        small.change(9, often=Often(times=2, slots=later), rating=RatingPlan(kind=WENT))
        small.write("33 33 33 33 33", kind=WENT, slots=later, start=day(9))
        series = by_slot(back_at_small(small, TWO_WEEKS))

        assert [(group.name, group.bar.n) for group in series.groups] == [
            ("dinner", 5),
            ("bath", 5),
        ]

    def test_a_routine_that_was_last_used_in_another_unit_does_not_stand_beside_others(self):
        minutes = RatingPlan(kind=NUMBER, unit="minutes")
        small = Small(kind=NUMBER, often=Often(times=2)).replan(minutes)
        bath, car, bed = (small.child.routine(name) for name in ("bath", "car", "bed"))
        small.write("30 30 30 30 30", kind=NUMBER, routine=bath.id)
        small.change(9, rating=RatingPlan(kind=NUMBER, unit="hours"))
        for routine in (car, bed):
            small.write("1 1 1 1 1", kind=NUMBER, routine=routine.id, start=day(9))
        series = by_routine(back_at_small(small, TWO_WEEKS))

        assert {group.name for group in series.groups} == {"car", "bed"}


class TestSomePracticesAlone:
    """Of one routine or one person: nothing is planned of them."""

    def test_only_days_with_them_are_shown_and_nothing_is_planned(self):
        back = back_at_small(Small("1 . n 2"), narrowed=True)

        assert [(shown.day, shown.state) for shown in back.days] == [
            (day(2), DayState.DID_IT),
            (day(5), DayState.DID_IT),
        ]
        assert (back.total.did_it, back.total.planned) == (2, None)
        assert [bar.planned for bar in bars_in(back).bars] == [None]

    def test_an_extra_time_is_no_planned_day(self):
        small = Small("1 1")
        small.write("2", start=day(1))
        total = back_at_small(small, days(1, 8), narrowed=True).numbers.total

        assert (total.did_it, total.times, total.n) == (2, 3, 3)

    def test_what_was_written_later_is_told_of_them(self):
        small = Small("1")
        small.child.practice(small.strategy, day(3), HELP, 1, written=day(9))

        assert back_at_small(small, narrowed=True).total.written_later == 1

    def test_weeks_of_any_days_are_not_judged(self):
        total = back_at_small(Small("1 1 1", often=ANY_3), narrowed=True).numbers.total

        assert (total.plan_met, total.weeks_judged, total.did_it) == (None, None, 3)

    def test_they_have_no_slots(self):
        meals = Often(times=2, slots=("breakfast", "dinner"))
        small = Small(often=meals)
        small.write("11 11 11 11 11", slots=meals.slots)

        assert by_slot(back_at_small(small, narrowed=True)) is None
        assert back_at_small(small, narrowed=True).numbers.slots == ()

    def test_they_have_no_totals_of_weeks_to_compare(self):
        # Each day's number is 3, so single days say nothing; the weeks' totals are 21, 18 and 24.
        text = "3 3 3 3 3 3 3 | " + "3 3 n 3 3 3 3 | 3 3 3 3 3 3 3+3 | " * 6
        small = Small(text, kind=NUMBER)
        period = Period(day(2), day(2) + timedelta(days=7 * 13 - 1))

        assert back_at_small(small, period, 120).more.run.weekly
        assert back_at_small(small, period, 120, narrowed=True).more.run is None


class TestLife:
    def test_left_out_days_of_one_reason_are_one_range_over_a_free_weekend(self):
        weekdays = Often(weekdays=tuple(Weekday)[:5])
        small = Small("1 . . . s . . | s 1 1 a", often=weekdays)
        life = back_at_small(small, TWO_WEEKS).life

        assert [(mark.start, mark.end, mark.reason) for mark in life] == [
            (day(6), day(9), LeftOutReason.SICK),
            (day(12), day(12), LeftOutReason.AWAY),
        ]

    def test_a_pause_parts_the_days_left_out_before_it_from_those_after_it(self):
        small = Small("s s")
        small.change(4, StepKind.PAUSE)
        small.change(9, StepKind.RESTART)
        small.write("s 1", start=day(9))
        life = back_at_small(small, TWO_WEEKS).life

        assert [(mark.start, mark.end) for mark in life] == [(day(2), day(3)), (day(9), day(9))]

    def test_a_window_shows_the_part_of_a_range_that_lies_in_it(self):
        back = back_at_small(Small("s s s s s s s"))
        (mark,) = bars_in(back, days(4, 5)).life

        assert (mark.start, mark.end) == days(4, 5)


def test_the_newest_plan_speaks_for_a_period_without_a_planned_day():
    small = Small("1 2 2", kind=HELP)
    small.change(5, StepKind.FINISH)
    back = back_at_small(small, days(6, 8))

    assert (back.kind, back.total.planned, back.phases) == (HELP, 0, ())
    assert [bar.written for bar in bars_in(back).bars] == [False]


def test_without_a_plan_what_was_done_is_extra_and_unrated():
    small = Small("1 2")
    small.child.records.remove(small.step)
    back = back_at_small(small)

    assert (back.kind, back.total.extra) == (RatingKind.NONE, 2)
    assert {shown.state for shown in back.days} == {DayState.NOT_PLANNED}
    assert [(bar.days, bar.n) for bar in bars_in(back).bars] == [(0, 0)]
    assert Decimal(0) not in [bar.sum for bar in bars_in(back).bars]
