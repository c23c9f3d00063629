"""The rows of strategies: strips of days, weeks or months, and ratings, on dates they share."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import assume, given, settings

from homejournal.domain.days.day_states import DayState
from homejournal.domain.days.periods import Period, Span, WeekStart
from homejournal.domain.looking_back.chart_series import BarSeries, DotSeries
from homejournal.domain.looking_back.make_look_back import bars_in, look_back
from homejournal.domain.looking_back.strategy_rows import (
    DayCell,
    Sign,
    StripSpan,
    VisitTick,
    rows_on_paper,
    strategy_rows,
    strip_for,
)
from homejournal.domain.records.children import LifeEvent
from homejournal.domain.records.plan import Often, Weekday
from homejournal.domain.records.practices import LeftOutReason
from homejournal.domain.records.rating_scales import RatingKind
from tests import families
from tests.domain.looked_back import back_at, back_at_small
from tests.domain.random_families import Counted
from tests.domain.random_families import families as random_families
from tests.domain.small import ANY_3, HELP, NUMBER, WEEK, Small
from tests.family import day, days
from tests.look_backs import backs_of

TWO_WEEKS = days(2, 15)
MEALS = Often(times=2, slots=("breakfast", "dinner"))
LETTERS = {
    Sign.DID_IT: "y",
    Sign.NOT_TODAY: "n",
    Sign.LEFT_OUT: "s",
    Sign.NOT_WRITTEN: ".",
    Sign.OUTSIDE: "o",
}


def row_of(small: Small, period: Period = WEEK, today: int = 40, *, narrowed: bool = False):
    (row,) = strategy_rows([back_at_small(small, period, today, narrowed=narrowed)]).rows
    return row


def strip(row) -> str:
    return " ".join("".join(LETTERS[sign] for sign in cell.signs) or "-" for cell in row.days)


class TestDays:
    def test_each_day_has_the_sign_of_its_state(self):
        assert strip(row_of(Small("1 n s . 22 y ."))) == "y n s . y y ."

    def test_a_named_time_has_a_mark_of_its_own(self):
        small = Small(often=MEALS)
        small.write("12 n 2 .", slots=MEALS.slots)
        row = row_of(small, today=6)

        assert strip(row) == "yy nn y. .. - - -"
        assert [mark.slot for mark in row.days[0].slots] == ["breakfast", "dinner"]
        assert row.most_signs == 2

    def test_what_names_no_time_fills_an_open_one(self):
        small = Small(often=MEALS)
        small.write("1 1", slots=())
        small.write("1", slots=("dinner",), start=day(4))

        assert strip(row_of(small, today=6)) == "y. y. .y .. - - -"

    def test_a_mark_of_another_time_speaks_of_an_open_one(self):
        small = Small(often=MEALS)
        small.write("1 .", slots=("breakfast",))
        for slot in ("bath", "car"):
            small.write("s", slot=slot, start=day(2))
        small.write("o", slot="bath", start=day(3))
        row = row_of(small, today=4)

        assert strip(row) == "ys s. - - - - -"
        assert row.days[0].slots[1].reason is LeftOutReason.SICK
        assert row.days[1].slots[0].reason is LeftOutReason.OTHER_HOME

    def test_several_times_without_names_are_one_mark_and_a_number(self):
        (first, *_) = row_of(Small("12", often=Often(times=3))).days

        assert (first.signs, first.times, first.times_planned) == ((Sign.DID_IT,), 2, 3)

    def test_what_was_done_outside_the_plan_has_a_mark_of_its_own(self):
        weekdays = Often(weekdays=(Weekday.MON, Weekday.WED))

        assert strip(row_of(Small("1 2 . .", often=weekdays))) == "y o . - - - -"

    def test_no_day_of_an_open_week_is_not_written(self):
        assert strip(row_of(Small("1 . n s", often=ANY_3))) == "y - n s - - -"

    def test_of_today_without_a_word_and_of_later_days_nothing_stands_there(self):
        row = row_of(Small("1 2"), today=4)

        assert row.days[2:] == tuple(DayCell(day=day(n)) for n in range(4, 9))
        assert row.days[2].shown is None
        assert row.days[0].shown == back_at_small(Small("1 2")).days[0]

    def test_of_some_practices_alone_only_they_are_told(self):
        small = Small("1 n .", often=MEALS)

        row = row_of(small, narrowed=True)
        assert (strip(row), row.bands) == ("y - - - - - -", ())


class TestStretches:
    LONG = Period(date(2025, 11, 1), day(31))
    LONGER = Period(date(2023, 1, 1), day(31))

    @pytest.mark.parametrize(
        ("length", "span"),
        [
            (1, StripSpan.DAY),
            (93, StripSpan.DAY),
            (94, StripSpan.WEEK),
            (731, StripSpan.WEEK),
            (750, StripSpan.MONTH),
        ],
    )
    def test_beyond_three_months_the_strip_is_of_weeks_and_beyond_two_years_of_months(
        self, length, span
    ):
        period = Period(day(3), day(2 + length))

        assert strip_for(period, WeekStart.MONDAY) is span
        rows = strategy_rows([back_at_small(Small("1"), period, today=2 + length)])
        assert rows.axis.strip is span
        assert len(rows.axis.cells) == len(rows.rows[0].days or rows.rows[0].stretches)

    def test_planned_days_are_did_it_not_today_and_not_written(self):
        row = row_of(Small("1 2 n s . . ."), self.LONG, today=9)
        (cell,) = [one for one in row.stretches if one.start == day(2)]

        assert (cell.did_it, cell.not_today, cell.not_written) == (2, 1, 3)
        assert (cell.planned, cell.left_out, cell.is_left_out) == (6, 1, False)
        assert (row.days, row.stretches[0].planned) == ((), 0)

    def test_a_week_of_which_all_was_left_out_is_left_out(self):
        small = Small("1 2 . . . . . s s s s s s s")
        cells = row_of(small, Period(date(2025, 11, 1), day(22)), today=16).stretches
        (ill,) = [cell for cell in cells if cell.start == day(9)]

        assert (ill.is_left_out, ill.planned, ill.counted, ill.partial) == (True, 0, True, False)
        assert [cell.counted for cell in cells if cell.start > day(9)] == [False]

    def test_weeks_with_open_days_are_met_or_not_or_not_judged(self):
        small = Small("1 1 1 . . . . | 1 . . . . . . | s s s s s 1 .", often=ANY_3)
        cells = row_of(small, Period(date(2025, 11, 1), day(22))).stretches[-3:]

        assert [(cell.met, cell.judged, cell.did_it) for cell in cells] == [
            (1, 1, 3),
            (0, 1, 1),
            (0, 0, 1),
        ]
        assert {cell.planned for cell in cells} == {cell.not_written for cell in cells} == {None}

    def test_months_tell_how_many_weeks_were_met(self):
        small = Small("1 1 1 . . . . | 1 . . . . . .", often=ANY_3)
        row = row_of(small, self.LONGER)

        assert [(cell.met, cell.judged) for cell in row.stretches][-1] == (1, 4)

    def test_what_was_outside_the_plan_is_told_beside_it(self):
        small = Small("1 11", often=Often(weekdays=(Weekday.MON,)))
        (cell,) = [one for one in row_of(small, self.LONG).stretches if one.start == day(2)]

        assert (cell.did_it, cell.times, cell.outside) == (1, 3, 2)


class TestRatings:
    def test_a_week_is_parted_where_the_plan_changed(self):
        small = Small("1 1 1 2 2 2 2 | 3 3")
        small.change(5, how="Wait longer")
        row = row_of(small, TWO_WEEKS, today=11)

        assert [(bar.start, bar.end, bar.n) for bar in row.chart.bars] == [
            (day(2), day(4), 3),
            (day(5), day(8), 4),
            (day(9), day(15), 2),
        ]
        assert [bar.partial for bar in row.chart.bars] == [True] * 3
        assert row.changes == row.chart.changes == (day(5),)

    def test_numbers_are_dots_while_there_are_weeks_of_them(self):
        small = Small("1 2 3", kind=NUMBER)

        assert isinstance(row_of(small).chart, DotSeries)
        assert row_of(small).n == 3
        long = row_of(small, Period(date(2025, 1, 1), day(31)))
        assert isinstance(long.chart, BarSeries)
        assert long.chart.span is Span.MONTH

    def test_where_nothing_is_rated_there_is_only_the_strip(self):
        row = row_of(Small("y y", kind=RatingKind.NONE))

        assert (row.chart, row.n, row.has_ratings, row.is_too_few) == (None, 0, False, False)

    @pytest.mark.parametrize(
        ("text", "kind", "few", "some"),
        [
            ("y", HELP, False, False),
            ("1 2 3 4", HELP, True, True),
            ("1 2 3 4 4", HELP, False, True),
            ("1", NUMBER, False, True),
        ],
    )
    def test_too_few_is_judged_for_the_period(self, text, kind, few, some):
        row = row_of(Small(text, kind=kind))

        assert (row.is_too_few, row.has_ratings) == (few, some)

    def test_a_window_zooms_into_the_days(self):
        back = back_at_small(Small("1 2 3 4 1 2 3"))
        rows = strategy_rows([back], days(4, 6))

        assert rows.axis.period == days(4, 6)
        assert (rows.axis.days, strip(rows.rows[0])) == (3, "y y y")
        assert rows.rows[0].chart == replace(bars_in(back, days(4, 6)), window=None)


class TestHead:
    def test_visits_that_took_place_are_ticks_with_who_came(self):
        small = Small("1 2")
        dana, ben = UUID(int=1), UUID(int=2)
        for on, people in ((4, (dana, ben)), (4, (UUID(int=3),)), (6, ()), (8, (ben,))):
            visit = small.child.visit(day(on), held=False, name=f"{on} {people}")
            small.child.records[-1] = replace(visit, people=people)
        back = back_at_small(small, today=8)

        assert strategy_rows([back], people={dana: "Dana", ben: "Ben"}).axis.visits == (
            VisitTick(day=day(4), people=("Ben", "Dana")),
            VisitTick(day=day(6)),
        )

    def test_life_events_are_in_the_head_alone_and_wordless_on_paper(self):
        small = Small("1 2")
        small.child.add(
            LifeEvent(id=UUID(int=9), child=small.child.child.id, day=day(3), words="We moved")
        )
        rows = strategy_rows([back_at_small(small)])

        assert [(one.start, one.words) for one in rows.axis.events] == [(day(3), "We moved")]
        assert rows.rows[0].chart.life == ()
        assert rows_on_paper(rows, life=True) == rows
        assert [one.words for one in rows_on_paper(rows).axis.events] == [""]

    def test_on_paper_there_is_no_middle_so_far(self):
        rows = strategy_rows([back_at_small(Small("1 1 1"))])

        assert rows.rows[0].chart.phases[0].so_far
        assert rows_on_paper(rows).rows[0].chart.phases[0].middle is None
        none = strategy_rows([back_at_small(Small("y", kind=RatingKind.NONE))])
        assert rows_on_paper(none).rows == none.rows

    def test_what_was_left_out_of_all_is_a_band_in_the_head(self):
        ada = Small("1 s s . 1 1 1", often=Often(weekdays=(Weekday.MON, Weekday.TUE)))
        bea = Small("1 s s a 1 1 1")
        rows = strategy_rows([back_at_small(ada), back_at_small(bea)])

        assert [(one.start, one.end, one.reason) for one in rows.axis.bands] == [
            (day(3), day(4), LeftOutReason.SICK),
            (day(5), day(5), LeftOutReason.AWAY),
        ]
        assert [[one.end for one in row.bands] for row in rows.rows] == [
            [day(3)],
            [day(4), day(5)],
        ]

    def test_what_was_left_out_of_one_stands_in_its_row_alone(self):
        rows = strategy_rows([back_at_small(Small("s s 1")), back_at_small(Small("1 s 1"))])

        assert [(one.start, one.end) for one in rows.axis.bands] == [(day(3), day(3))]
        assert [(one.start, one.end) for one in rows.rows[0].bands] == [(day(2), day(3))]

    def test_what_was_done_on_a_sick_day_does_not_part_its_band(self):
        small = Small("s s s")
        small.write("2", start=day(3))
        rows = strategy_rows([back_at_small(small)])

        assert [(one.start, one.end) for one in rows.axis.bands] == [(day(2), day(4))]
        assert strip(rows.rows[0]) == "s y s . . . ."

    def test_a_day_for_the_other_home_is_a_band_too(self):
        rows = strategy_rows([back_at_small(Small("o"))])

        assert rows.axis.bands[0].reason is LeftOutReason.OTHER_HOME

    def test_the_week_of_today_is_whole_but_not_beyond_the_period(self):
        small = Small("1 2")

        assert strategy_rows([back_at_small(small, days(2, 31), today=4)]).axis.period == WEEK
        assert strategy_rows([back_at_small(small, days(2, 5), today=4)]).axis.period.end == day(5)

    def test_days_that_are_still_to_come_are_an_empty_axis(self):
        rows = strategy_rows([back_at_small(Small("1"), days(20, 40), today=10)])

        assert rows.axis.period.start == day(20)
        assert not any(cell.signs for cell in rows.rows[0].days)
        assert not rows.rows[0].has_ratings

    def test_one_row_alone_keeps_the_head(self):
        rows = strategy_rows([back_at_small(Small("1")), back_at_small(Small("2"))])

        assert rows.alone(1).axis == rows.axis
        assert rows.alone(1).rows == rows.rows[1:]

    def test_the_dates_of_the_head_are_those_of_its_bars(self):
        rows = strategy_rows([back_at_small(Small("1"), days(4, 22))])

        assert rows.axis.blocks == (days(4, 8), days(9, 15), days(16, 22))


def test_mateos_meals_stand_one_over_the_other():
    (row,) = strategy_rows([back_at(families.mateo())]).rows

    assert row.most_signs == 2
    assert strip(row).split()[:4] == ["yy", "yy", "y.", "nn"]
    assert [bar.levels for bar in row.chart.bars] == [(5, 4, 0, 0), (2, 4, 1, 0), (0, 4, 6, 1)]


@pytest.mark.parametrize("family", families.all_families(), ids=lambda one: one.name)
def test_all_strategies_of_a_family_share_their_axis(family):
    backs = backs_of(family)
    rows = strategy_rows(backs)

    assert [row.name for row in rows.rows] == [back.written.strategy.name for back in backs]
    for row, back in zip(rows.rows, backs, strict=True):
        shown = [cell.shown for cell in row.days if cell.shown]
        assert shown == list(back.days)


many = settings(max_examples=150, deadline=None)


@many
@given(random_families())
def test_the_strip_tells_the_numbers_of_its_period(family: Counted):
    back = look_back(family.written())
    rows = strategy_rows([back])
    (row,) = rows.rows
    total, cells = back.total, row.days

    assert [cell.shown for cell in cells if cell.shown] == list(back.days)
    states = [cell.state for cell in cells]
    assert states.count(DayState.DID_IT) == total.did_it
    assert states.count(DayState.LEFT_OUT) == total.left_out
    if total.planned is not None:
        assert states.count(DayState.NOT_WRITTEN) == total.not_written
    told = {day.day: day for day in back.counted.days}
    for cell in cells:
        if cell.slots and cell.state is not DayState.LEFT_OUT:
            answer, slots = told[cell.day].answer, [mark.state for mark in cell.slots]
            assert slots.count(DayState.NOT_WRITTEN) == answer.times_not_written
            assert slots.count(DayState.NOT_TODAY) == answer.times_not_today
            out = slots.count(DayState.LEFT_OUT)
            assert answer.times_planned == len(slots) - out


@many
@given(random_families())
def test_longer_cells_add_up_to_the_days(family: Counted):
    """Each week of the strip tells the days in it, and what is split adds up again."""
    start, end = family.frame.period
    long = family.over(start - timedelta(days=100), end)
    back = look_back(long.written())
    (row,) = strategy_rows([back]).rows
    total = back.total

    assert row.stretches
    for name in ("did_it", "left_out", "times"):
        assert sum(getattr(cell, name) for cell in row.stretches) == getattr(total, name)
    if total.planned is not None:
        assert sum(cell.planned or 0 for cell in row.stretches) == total.planned
        for cell in row.stretches:
            whole = cell.did_it + cell.not_today + (cell.not_written or 0)
            assert cell.planned is None or whole == cell.planned
    assert sum(cell.met or 0 for cell in row.stretches) == (total.plan_met or 0)
    assert sum(cell.judged or 0 for cell in row.stretches) == (total.weeks_judged or 0)
    assert sum(cell.unsure or 0 for cell in row.stretches) == (total.weeks_unsure or 0)


@many
@given(random_families())
def test_the_parts_of_a_bar_add_up_to_the_bar(family: Counted):
    back = look_back(family.written())
    (row,) = strategy_rows([back]).rows
    assume(isinstance(row.chart, BarSeries))
    whole = bars_in(back)

    for name in ("n", "days"):
        assert sum(getattr(bar, name) for bar in row.chart.bars) == sum(
            getattr(bar, name) for bar in whole.bars
        )
    for change in row.changes:
        assert change in {bar.start for bar in row.chart.bars}
    assert sum((bar.sum or Decimal(0)) for bar in row.chart.bars) == sum(
        (bar.sum or Decimal(0)) for bar in whole.bars
    )
