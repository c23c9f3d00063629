"""What looking back answers the fictional families, worked out by hand."""

from decimal import Decimal

import pytest

from homejournal.domain.days.day_states import DayState
from homejournal.domain.looking_back.chart_series import Shape
from homejournal.domain.looking_back.make_look_back import (
    bars_in,
    by_routine,
    by_slot,
    by_visit,
    dots_in,
)
from homejournal.domain.records.practices import LeftOutReason
from homejournal.domain.records.rating_scales import Better, RatingKind
from tests import families
from tests.domain.looked_back import back_at
from tests.family import day, days

SIGNS = {
    DayState.DID_IT: "y",
    DayState.NOT_TODAY: "n",
    DayState.LEFT_OUT: "s",
    DayState.NOT_WRITTEN: ".",
    DayState.NOT_PLANNED: "-",
}


def signs(back) -> str:
    return "".join(SIGNS[shown.state] for shown in back.days)


def numbers(bars, *names):
    return [tuple(getattr(bar, name) for name in names) for bar in bars]


class TestMateo:
    back = back_at(families.mateo())

    def test_his_calendar_shows_five_kinds_of_days(self):
        assert signs(self.back) == "yyynyy.ysssyyyyyyy.yy"
        assert {shown.reason for shown in self.back.days} == {None, LeftOutReason.SICK}
        assert [shown.times for shown in self.back.days[:4]] == [2, 2, 1, 0]
        assert self.back.days[3].times_planned == 2

    def test_his_weeks_stand_as_levels_with_how_many_ratings(self):
        series = bars_in(self.back)

        assert (series.shape, series.kind) == (Shape.LEVELS, RatingKind.HELP)
        assert numbers(series.bars, "n", "days", "planned") == [(9, 5, 7), (7, 4, 4), (11, 6, 7)]
        assert [bar.levels for bar in series.bars] == [(5, 4, 0, 0), (2, 4, 1, 0), (0, 4, 6, 1)]
        assert [bar.median for bar in series.bars] == [1, 2, 3]
        assert not any(bar.partial for bar in series.bars)

    def test_a_little_help_or_none_was_said_eight_times(self):
        assert sum(sum(bar.levels[2:]) for bar in bars_in(self.back).bars) == 8

    def test_the_virus_is_a_mark_of_life_and_no_change_of_the_plan(self):
        (virus,) = self.back.life

        assert (virus.start, virus.end, virus.reason) == (day(10), day(12), LeftOutReason.SICK)
        assert self.back.changes == ()
        assert len(self.back.phases) == 1

    def test_the_visit_on_the_first_day_has_nothing_before_it(self):
        assert self.back.visits == ()

    def test_both_meals_have_enough_ratings_to_stand_side_by_side(self):
        breakfast, dinner = by_slot(self.back).groups

        assert (breakfast.name, breakfast.bar.n, breakfast.middle) == ("breakfast", 15, 2)
        assert (dinner.name, dinner.bar.n, dinner.middle) == ("dinner", 12, 2)


class TestImani:
    back = back_at(families.imani())
    moved = back_at(families.imani(changed=14))

    def test_the_plan_changed_at_the_visit_of_the_13th(self):
        assert self.back.changes == (day(13),)
        assert bars_in(self.back).changes == dots_in(self.back).changes == (day(13),)

    def test_each_phase_has_its_middle(self):
        before, since = bars_in(self.back).phases

        assert (before.start, before.end, before.n, before.middle) == (day(2), day(12), 9, 1)
        assert (since.start, since.end, since.n, since.middle) == (day(13), day(22), 8, 3)
        assert not before.so_far
        assert not since.so_far

    @pytest.mark.parametrize(
        ("back", "better", "pairs", "value"),
        [(back, "67.5", 72, "0.9375"), (moved, "66", 70, "0.9429")],
    )
    def test_the_overlap_before_and_since(self, back, better, pairs, value):
        nap = back.visits[0].nap

        assert (nap.better, nap.pairs, nap.value) == (Decimal(better), pairs, Decimal(value))

    def test_both_sides_of_the_visit_stand_with_their_counts(self):
        (around,) = self.back.visits
        before, since = around.before, around.since

        assert (before.planned, before.did_it, before.not_written, before.left_out) == (10, 9, 1, 1)
        assert (since.planned, since.did_it, since.not_today, since.not_written) == (10, 8, 1, 1)
        assert (before.levels, before.median) == ({1: 6, 2: 3}, 1)
        assert (since.levels, since.median) == ({2: 3, 3: 4, 4: 1}, 3)
        groups = by_visit(self.back, around).groups
        assert [(group.bar.n, group.middle) for group in groups] == [(9, 1), (8, 3)]

    def test_a_corrected_date_moves_a_day_to_the_other_side(self):
        before, since = (group.bar for group in by_visit(self.moved, self.moved.visits[0]).groups)

        assert (before.planned, before.days, before.levels) == (11, 10, (6, 4, 0, 0))
        assert (since.planned, since.days, since.levels) == (9, 7, (0, 2, 4, 1))
        assert [phase.middle for phase in bars_in(self.moved).phases] == [1, 3]

    def test_a_window_before_the_change_shows_that_phase_alone(self):
        (phase,) = bars_in(self.back, days(2, 12)).phases

        assert (phase.n, phase.middle) == (9, 1)
        assert dots_in(self.back, days(2, 12)).changes == ()


class TestNoah:
    def test_any_days_are_judged_by_the_week_and_state_no_planned_days(self):
        total = back_at(families.noah()).numbers.total

        assert (total.plan_met, total.weeks_judged, total.extra) == (2, 3, 1)
        assert (total.planned, total.not_written, total.written_later) == (None, None, 6)

    def test_his_weeks_show_how_it_went(self):
        series = bars_in(back_at(families.noah()))

        assert [bar.levels for bar in series.bars] == [(0, 1, 2), (1, 0, 0), (0, 1, 3)]
        assert numbers(series.bars, "days", "planned") == [(3, None), (1, None), (4, None)]

    def test_blank_days_are_not_planned_and_never_not_written(self):
        assert signs(back_at(families.noah())) == "y-y-y---y-----yy-yy--"

    def test_the_sheet_typed_on_sunday_is_shown_as_written_later(self):
        later = [shown.day for shown in back_at(families.noah()).days if shown.written_later]

        assert later == [day(2), day(4), day(16), day(17), day(19), day(20)]

    def test_a_week_of_illness_is_not_judged_and_is_marked(self):
        back = back_at(families.noah(grandma_ill=True))
        (ill,) = back.life

        assert (back.total.plan_met, back.total.weeks_judged) == (2, 2)
        assert (ill.start, ill.end, ill.reason) == (day(11), day(15), LeftOutReason.OTHER)

    def test_one_routine_stands_beside_nothing(self):
        assert by_routine(back_at(families.noah())) is None


class TestSofia:
    back = back_at(families.sofia())

    def test_what_is_hoped_to_grow_is_added_up_by_week(self):
        series = bars_in(self.back)

        assert (series.shape, series.unit) == (Shape.SUMS, "different words or signs")
        assert numbers(series.bars, "sum", "days", "median", "low", "high") == [
            (7, 6, 1, 0, 3),
            (17, 5, 3, 2, 5),
        ]

    def test_zeros_are_dots_and_blanks_are_none(self):
        dots = dots_in(self.back).dots

        assert [dot.day for dot in dots if dot.value == 0] == [day(2), day(7)]
        assert not {day(4), day(10), day(13)} & {dot.day for dot in dots}
        assert len(dots) == 11

    def test_a_line_breaks_where_nothing_is_written_and_not_over_a_sick_day(self):
        paths = [[point.day for point in path] for path in dots_in(self.back).paths]

        assert paths == [
            [day(2), day(3)],
            [day(5), day(6), day(7), day(8), day(9)],
            [day(11), day(12), day(14), day(15)],
        ]

    def test_the_middle_of_all_stands_at_two(self):
        (phase,) = dots_in(self.back).phases

        assert (phase.n, phase.middle, phase.so_far) == (11, 2, False)


class TestEli:
    def test_minutes_of_which_less_is_better_show_their_middles(self):
        series = bars_in(back_at(families.eli(), 0))

        assert (series.shape, series.better, series.unit) == (Shape.MIDDLES, Better.LESS, "minutes")
        assert numbers(series.bars, "median", "low", "high", "n") == [
            (Decimal("37.5"), 30, 50, 6),
            (25, 20, 30, 5),
        ]

    def test_eight_values_off_the_middle_are_no_run_chart(self):
        more = back_at(families.eli(), 0).more

        assert (more.run, more.off_median) == (None, 8)

    def test_the_books_are_rated_with_help(self):
        back = back_at(families.eli(), 1)

        assert back.total.levels == {2: 3, 3: 7, 4: 1}
        assert [bar.levels for bar in bars_in(back).bars] == [(0, 3, 3, 0), (0, 0, 4, 1)]

    def test_what_is_only_done_shows_its_days(self):
        series = bars_in(back_at(families.eli(), 2))

        assert (series.shape, dots_in(back_at(families.eli(), 2)).dots) == (Shape.DAYS, ())
        assert numbers(series.bars, "days", "planned", "not_written") == [(5, 7, 1), (4, 6, 1)]


class TestOwen:
    back = back_at(families.owen())

    def test_took_of_offered_stay_two_numbers(self):
        series = bars_in(self.back)

        assert series.shape is Shape.TRIES
        assert numbers(series.bars, "took", "of", "n") == [(6, 18, 5), (12, 18, 4)]
        assert all(bar.sum is bar.median is None for bar in series.bars)

    def test_none_of_three_is_a_dot_at_zero(self):
        series = dots_in(self.back)

        assert [(d.value, d.of) for d in series.dots if d.day == day(3)] == [(0, 3)]
        assert (len(series.dots), series.paths) == (9, ())

    def test_the_bites_of_meals_have_no_interval_and_no_overlap(self):
        assert self.back.more.tries is None
        assert all(around.nap is None for around in self.back.visits)


class TestJaylen:
    back = back_at(families.jaylen())

    def test_the_move_is_a_mark_of_life_and_no_change_of_the_plan(self):
        moved = [mark for mark in self.back.life if mark.words]

        assert [(mark.start, mark.words) for mark in moved] == [(day(12), "Moved to his aunt")]
        assert self.back.changes == ()
        assert len(bars_in(self.back).phases) == 1

    def test_the_days_of_the_move_are_left_out(self):
        (away,) = [mark for mark in self.back.life if mark.reason]

        assert (away.start, away.end, away.reason) == (day(12), day(14), LeftOutReason.AWAY)

    @pytest.mark.parametrize(
        ("period", "planned", "did_it", "not_today", "not_written", "left_out"),
        [(days(2, 11), 10, 7, 2, 1, 0), (days(12, 22), 8, 6, 1, 1, 3)],
    )
    def test_each_stretch_of_days(self, period, planned, did_it, not_today, not_written, left_out):
        total = back_at(families.jaylen(), period=period).numbers.total

        assert (total.planned, total.did_it) == (planned, did_it)
        assert (total.not_today, total.not_written, total.left_out) == (
            not_today,
            not_written,
            left_out,
        )

    def test_in_all(self):
        total = self.back.total

        assert (total.planned, total.did_it, total.not_today, total.not_written) == (18, 13, 3, 2)
        assert (total.levels, total.median) == ({2: 5, 3: 8}, 3)


def test_merged_leo_has_no_left_out_days_and_one_extra_time():
    back = back_at(families.leo())

    assert signs(back) == "yny.yyyyyyyny."
    assert (back.total.times, back.total.extra, back.life) == (11, 1, ())
