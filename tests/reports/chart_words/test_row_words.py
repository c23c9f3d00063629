"""Rows in words and tables: marks, labels, sentences, alternative text; the same as the picture."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from homejournal.domain.looking_back.chart_series import LifeMark
from homejournal.domain.looking_back.strategy_rows import (
    DayCell,
    Sign,
    VisitTick,
    rows_on_paper,
    strategy_rows,
)
from homejournal.domain.records.plan import Often, StepKind, Weekday
from homejournal.domain.records.rating_scales import Aim, RatingKind
from homejournal.domain.sentences.values import InAim, LevelCounts, TriesOf
from homejournal.reports.chart_words.row_tables import row_tables
from homejournal.reports.chart_words.row_words import (
    band_label,
    day_told,
    event_label,
    head_alt,
    mark_said,
    row_alt,
    row_sentences,
    sign_word,
    stretch_told,
    strip_key,
    visit_label,
)
from homejournal.reports.strategy_rows.legend import (
    Swatch,
    legend_picture,
    legend_svg,
    row_legend,
    sign_legend,
    with_swatches,
)
from homejournal.reports.strategy_rows.row_sheet import RowLook
from homejournal.texts.sentences import say
from homejournal.texts.wording import wording_of
from tests.domain.looked_back import back_at_small
from tests.domain.small import ANY_3, NUMBER, TWICE, Small
from tests.family import day, days
from tests.reports.sample_rows import LONG, MEALS, QUARTER, YEARS, all_rows, minutes

EN, AR = wording_of("en"), wording_of("ar")
ROWS = all_rows()
BEFORE = date(2025, 11, 3)


def rows_of(small: Small, period=None, today: int = 28, *, narrowed: bool = False):
    period = period or days(2, 29)
    return strategy_rows([back_at_small(small, period, today, narrowed=narrowed)])


def cell_said(small: Small, on: date, period=None):
    rows = rows_of(small, period)
    (row,) = rows.rows
    cells = row.days or row.stretches
    at = next(at for at, cell in enumerate(cells) if on == (cell.day if row.days else cell.start))
    return mark_said(rows.axis, row, ("cell", at), (), EN)[2]


class TestMarks:
    def test_a_day_says_its_state_its_times_and_what_was_written_later(self):
        small = Small("1 n s . ", often=TWICE)
        small.write("12", start=day(6), written=day(9))

        assert cell_said(small, day(2)) == "Monday, March 2: did it, 1 of 2 times"
        assert cell_said(small, day(3)) == "Tuesday, March 3: not today"
        assert cell_said(small, day(4)) == "Wednesday, March 4: left out (sick)"
        assert cell_said(small, day(5)) == "Thursday, March 5: not written"
        assert cell_said(small, day(6)) == "Friday, March 6: did it, 2 of 2 times, written later"

    def test_a_time_of_day_says_its_own_and_more_than_planned_is_told(self):
        small = Small(often=MEALS)
        small.write("111", slots=("breakfast", "breakfast", "dinner"))

        assert cell_said(small, day(2)) == (
            "Monday, March 2: breakfast: did it, dinner: did it, 3 of 2 times"
        )

    def test_years_are_named_where_the_axis_goes_through_several(self):
        rows = rows_of(Small("1"), days(-80, 8))
        cell = ("cell", next(at for at, c in enumerate(rows.rows[0].days) if c.day == day(2)))

        assert mark_said(rows.axis, rows.rows[0], cell, (), EN)[2] == (
            "Monday, March 2, 2026: did it"
        )

    def test_a_week_says_what_its_days_come_to(self):
        small = Small("1 2 n s . . . | 1 1+1".replace("1+1", "11"), often=TWICE)

        assert cell_said(small, day(2), LONG) == (
            "Week of March 2, 2026: did it on 2 of 6 planned days; 1 not today; 3 not written;"
            " 1 left out"
        )

    def test_a_week_with_open_days_says_whether_the_plan_was_met(self):
        small = Small("1 1 1 . n . . | 1 . . . . . .", often=ANY_3)

        assert cell_said(small, day(2), LONG) == (
            "Week of March 2, 2026: did it on 3 days; plan met in 1 of 1 full week;"
            " 1 time told as not today"
        )
        assert "plan met in 0 of 1 full week (days not written in 1, so 0 to 1)" in cell_said(
            small, day(9), LONG
        )

    def test_a_month_says_its_name(self):
        assert cell_said(Small("1"), day(1), YEARS).startswith(
            "March 2026 (part of a month): did it on 1 of 26 planned days"
        )

    @pytest.mark.parametrize(
        ("told", "said"),
        [
            ({"counted": False}, "nothing written yet"),
            ({"planned": 0}, "not planned"),
            ({}, "nothing written"),
            ({"planned": 0, "outside": 2}, "2 times outside the plan"),
            ({"planned": 0, "left_out": 3}, "3 left out"),
            ({"did_it": 2}, "did it on 2 days"),
        ],
    )
    def test_a_stretch_without_planned_days_says_why(self, told, said):
        cell = replace(rows_of(Small("1"), LONG).rows[0].stretches[0], planned=None, left_out=0)

        assert stretch_told(replace(cell, **told), EN) == said

    def test_a_day_that_does_not_count_says_nothing(self):
        assert day_told(DayCell(day=day(2)), EN) == ""


class TestHead:
    def test_labels(self):
        assert visit_label(VisitTick(day=day(2)), EN) == "visit"
        assert visit_label(VisitTick(day=day(2), people=("Ben", "Dana")), EN) == (
            "visit, Ben and Dana"
        )
        assert [band_label(band, EN) for band in ROWS.axis.bands] == ["sick"]
        assert band_label(LifeMark(start=day(2), end=day(3)), EN) == "left out"
        assert [event_label(event, EN) for event in ROWS.axis.events] == ["We moved"]
        assert [event_label(one, EN) for one in rows_on_paper(ROWS).axis.events] == [""]

    def test_the_head_is_told_once_in_the_order_of_its_days(self):
        assert head_alt(ROWS.axis, EN) == (
            "The dates of all rows: March 2 to March 29, 2026. March 11 to March 12: left out:"
            " sick. Monday, March 16: visit. March 21: We moved."
        )


class TestAlternative:
    def test_a_short_strip_lists_its_days(self):
        rows = rows_of(Small("1 1 n s . 1", often=None), days(2, 8), today=7)

        assert row_alt(rows, 0, EN).startswith(
            "March 2 to March 8, 2026: did it on 3 of 5 planned days; 1 not today; 1 not written;"
            " 1 left out. Did it: Mar 2 to Mar 3, Mar 7. Not today: Mar 4. Left out: Mar 5."
            " Not written: Mar 6. Chart by week."
        )

    def test_what_was_outside_the_plan_is_listed_apart(self):
        small = Small("1 1", often=Often(weekdays=(Weekday.MON,)))

        assert "Used outside the plan: Mar 3." in row_alt(rows_of(small, days(2, 8)), 0, EN)

    def test_a_long_strip_tells_its_counts_and_what_a_box_is(self):
        quarter, weeks, months = (
            row_alt(rows_of(Small("1 n"), period), 0, EN) for period in (QUARTER, LONG, YEARS)
        )

        assert "Did it: " not in quarter
        assert "each box is one week." in weeks
        assert "each box is one month." in months
        assert strip_key(ROWS.axis, EN) == ""

    def test_too_few_to_sum_up_is_said(self):
        assert row_alt(rows_of(Small("1 2")), 0, EN).endswith("2 ratings: too few to sum up.")
        assert "too few" not in row_alt(rows_of(Small("y y", kind=RatingKind.NONE)), 0, EN)

    def test_a_long_row_points_to_the_table_only_where_there_is_one(self):
        small = minutes()
        small.write(" ".join(["20"] * 40), kind=NUMBER, start=day(-30))
        rows = rows_of(small, QUARTER)

        assert "The table has every value." in row_alt(rows, 0, EN)
        assert "The table has every value." not in row_alt(rows, 0, EN, table=False)


class TestSentences:
    def said(self, small):
        back = back_at_small(small, days(2, 29), 28)
        (row,) = rows_on_paper(strategy_rows([back])).rows
        return row_sentences(back, row, EN)

    def test_a_plain_verdict_stands_alone_over_the_days(self):
        small = Small("1 1 1 1 1 1 1 3 3 3 3 3 3 3 3 3 3 3 3")
        small.change(9, how="Wait longer")

        first, second = self.said(small)
        assert first.startswith(
            "Did it on most planned days. Less help than before March 9, 2026, the day the plan"
        )
        assert second.startswith("Did it on 19 of 26 planned days")

    def test_else_the_ratings_are_told_in_short(self):
        (first, _) = self.said(Small("1 2"))
        assert first == "2 ratings: too few to sum up."

    def test_where_nothing_is_rated_only_the_days_are_told(self):
        assert self.said(Small("y", kind=RatingKind.NONE)) == (
            "Did it on 1 of 26 planned days (25 not written, so 1 to 26).",
        )
        every_day = Small(" ".join(["y"] * 26), kind=RatingKind.NONE)
        assert self.said(every_day) == ("Did it on 26 of 26 planned days.",)


class TestTables:
    def test_days_have_their_state_and_a_column_for_each_time(self):
        strip, ratings = row_tables(ROWS, 0, EN)

        assert strip.columns[-2:] == ("breakfast", "dinner")
        assert strip.rows[3] == (day(5), "did it", None, 1, 2, None, "did it", "not written")
        assert len(strip.rows) == 26
        assert ratings.columns[:3] == ("From", "To", "A lot of help")

    def test_days_alone_have_one_table(self):
        (strip,) = row_tables(ROWS, 5, EN)

        assert [row[:2] for row in strip.rows[:3]] == [
            (day(2), "did it"),
            (day(3), "used anyway"),
            (day(4), "not today"),
        ]

    def test_weeks_and_months_have_their_counts(self):
        for period, name in ((LONG, "week by week"), (YEARS, "month by month")):
            strip = row_tables(all_rows(period), 0, EN)[0]

            assert strip.title == name
            assert strip.columns[2:5] == ("Days we did it", "Not today", "Not written")
            assert sum(row[2] for row in strip.rows) == 15

    def test_weeks_with_open_days_say_how_many_were_met(self):
        strip = row_tables(all_rows(LONG), 4, EN)[0]

        assert strip.columns[-3:] == (
            "Weeks with the plan met",
            "Weeks left open by days not written",
            "Full weeks",
        )
        told = next(row for row in strip.rows if row[0] == day(2))
        assert told[2:] == (3, 0, None, None, 0, 3, 0, 1, 0, 1)

    def test_of_days_still_to_come_nothing_is_told(self):
        strip = row_tables(rows_of(Small("1"), LONG, today=14), 0, EN)[0]

        assert {cell for row in strip.rows if row[0] > day(14) for cell in row[2:]} <= {None}


class TestLegend:
    def words(self, rows):
        return [entry.words for entry in row_legend(rows, EN)]

    def test_every_sign_that_is_there_is_named_once_and_no_other(self):
        told = self.words(ROWS)

        assert told[:5] == [
            "did it", "not today", "left out", "not written", "used outside the plan",
        ]  # fmt: skip
        assert len(told) == len({*told})
        assert {"a lot of help", "hard", "took", "offered", "the plan changed"} <= {*told}
        few = self.words(rows_of(Small("y", kind=RatingKind.NONE), days(2, 3), today=4))
        assert few == ["did it", "not written"]

    def test_only_levels_that_were_given_are_named(self):
        told = self.words(rows_of(Small("1 1 3"), days(2, 4), today=4))
        assert [one for one in told if "help" in one or "own" in one] == [
            "a lot of help", "a little help",
        ]  # fmt: skip

    def test_longer_cells_are_explained(self):
        weeks, months = self.words(all_rows(LONG)), self.words(all_rows(YEARS))

        assert weeks[0] == "each box is one week"
        assert months[0] == "each box is one month"
        assert "middle value, as the number says" in weeks

    def test_weeks_of_any_days_are_met_not_met_or_left_open_by_days_not_written(self):
        small = Small("1 1 1 . . . . | 1 n n n n n n | 1 . . . . . .", often=ANY_3)
        rows = rows_of(small, LONG)
        assert self.words(rows)[1:4] == [
            "any days of the week: plan met",
            "any days of the week: plan not met",
            "any days of the week: days not written",
        ]

    def test_what_cannot_be_judged_is_explained(self):
        small = Small("1 1", often=ANY_3)
        small.change(4, StepKind.PAUSE)
        small.write("1", start=day(20))
        rows = rows_of(small, LONG)
        assert "did it, in a week that is not judged" in self.words(rows)
        (dash,) = [one for one in row_legend(rows, EN) if one.swatch and one.swatch.kind == "dash"]
        assert any(legend_picture(dash.swatch, EN, RowLook()).rgba)
        out = Small("s s s s s s s")
        out.change(9, StepKind.FINISH)
        out.write("1", start=day(20))
        assert self.words(rows_of(out, LONG))[1:3] == ["left out", "used outside the plan"]

    def test_beside_sentences_with_swatches_only_signs_and_lines_are_explained(self):
        told = [entry.words for entry in sign_legend(ROWS, EN)]

        assert told == [
            "did it", "not today", "left out", "not written", "used outside the plan",
            "the plan changed", "something in our life",
        ]  # fmt: skip
        weeks = [entry.words for entry in sign_legend(all_rows(LONG), EN)]
        assert "middle value, as the number says" in weeks
        assert not {"hard", "took", "joined: planned days one after the other"} & {*weeks}

    @pytest.mark.parametrize("period", [days(2, 29), LONG])
    def test_every_swatch_can_be_drawn(self, period):
        drawn = set()
        for entry in row_legend(all_rows(period), EN):
            if entry.swatch:
                picture = legend_picture(entry.swatch, EN, RowLook(dpi=96))
                assert any(picture.rgba), entry
                drawn.add(picture.rgba)
                assert legend_svg(entry.swatch).startswith("<?xml")
        assert len(drawn) > 8

    def test_signs_have_the_words_of_states(self):
        assert [sign_word(sign, EN) for sign in Sign] == [
            "did it", "not today", "left out", "not written", "used outside the plan",
        ]  # fmt: skip


class TestSwatchesInSentences:
    def pieces(self, sentence, wording=EN):
        return [[*part] for part in with_swatches(sentence, wording)]

    def test_each_level_has_its_own_swatch(self):
        counts = LevelCounts(RatingKind.HELP, ((2, 3), (4, 6)))

        assert self.pieces(counts) == [
            [("some help 3", Swatch("level", "help", 2))],
            [("on own 6", Swatch("level", "help", 4))],
        ]

    def test_what_was_taken_and_what_was_offered_have_theirs_in_any_order_of_words(self):
        assert self.pieces(TriesOf(38, 50, 17)) == [
            [
                ("took ", None),
                ("38 of ", Swatch("bar")),
                ("50 offered, written down 17 times", Swatch("whole")),
            ]
        ]
        for wording in (wording_of("es"), AR):
            said = say(wording, TriesOf(38, 50, 17))
            (pieces,) = self.pieces(TriesOf(38, 50, 17), wording)
            assert "".join(words for words, _ in pieces) == said

    def test_nothing_offered_has_no_swatch(self):
        (((_, swatch),),) = self.pieces(TriesOf(0, 0, 2))
        assert swatch is None

    def test_the_aim_has_its_line(self):
        aim = Aim(high=Decimal(20))
        (((words, swatch),),) = self.pieces(InAim(2, 11, aim, "minutes", of_days=True))
        assert words.startswith("2 of 11 days within our aim")
        assert any(legend_picture(swatch, EN, RowLook()).rgba)
