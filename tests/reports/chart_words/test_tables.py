"""The table beside a chart: every number of it, nothing as nothing, and zero as zero."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from homejournal.domain.days.day_states import DayState
from homejournal.domain.days.periods import Span
from homejournal.domain.looking_back.chart_series import (
    Dot,
    DotSeries,
    Grouping,
    GroupSeries,
    PhaseMiddle,
    Shape,
    Table,
)
from homejournal.domain.looking_back.look_back_values import DayShown
from homejournal.domain.records.practices import LeftOutReason
from homejournal.domain.records.rating_scales import Aim, RatingKind
from homejournal.reports.chart_words.tables import chart_table, day_cells, day_columns
from homejournal.texts.wording import languages, wording_of
from tests import families
from tests.look_backs import backs_of, charts_of
from tests.reports import sample_charts as sample
from tests.reports.sample_charts import ALL, GAP, OUT, a_bar, bars, day, life

EN = wording_of("en")


def cells(table, name):
    """The cells of a named column, from the first row on."""
    return [row[table.columns.index(name)] for row in table.rows]


def test_levels_are_counted_and_a_gap_has_no_zeros():
    series = bars(
        Shape.LEVELS, RatingKind.HELP,
        {"levels": (5, 4, 0, 0), "n": 9, "days": 5, "planned": 7, "partial": True},
        GAP | {"planned": 4}, OUT | {"planned": 0},
        {"levels": (0, 0, 0, 0), "days": 1, "planned": 1},
    )  # fmt: skip
    assert chart_table(series, EN, "Wait") == Table(
        title="Wait · how much help, by week",
        columns=(
            *("From", "To", "A lot of help", "Some help", "A little help", "On own"),
            *("Ratings", "Days we did it", "Planned days", "Remarks"),
        ),
        rows=(
            (day(0), day(6), 5, 4, 0, 0, 9, 5, 7, "part of a week"),
            (day(7), day(13), None, None, None, None, None, None, 4, "nothing written"),
            (day(14), day(20), None, None, None, None, None, None, 0, "left out"),
            (day(21), day(27), 0, 0, 0, 0, 0, 1, 1, None),
        ),
    )


@pytest.mark.parametrize(
    ("shape", "kind", "week", "columns", "told"),
    [
        (
            Shape.SUMS,
            RatingKind.NUMBER,
            {"sum": 0, "median": 0, "low": 0, "high": 0, "n": 1},
            (
                "Added up (words)",
                "Middle (words each time)",
                "Lowest (words each time)",
                "Highest (words each time)",
            ),
            (Decimal(0), Decimal(0), Decimal(0), Decimal(0)),
        ),
        (
            Shape.MIDDLES,
            RatingKind.NUMBER,
            {"median": "2.50", "low": 1, "high": 4, "n": 2},
            ("Middle (words each time)", "Lowest (words each time)", "Highest (words each time)"),
            (Decimal("2.50"), Decimal(1), Decimal(4)),
        ),
        (
            Shape.TRIES,
            RatingKind.TRIES,
            {"took": 0, "of": 3, "n": 1},
            ("Took", "Offered"),
            (0, 3),
        ),
        (Shape.TRIES, RatingKind.TRIES, {"took": 0}, ("Took", "Offered"), (None, None)),
        (Shape.SUMS, RatingKind.NUMBER, {}, ("Added up (words)",), (None,)),
    ],
)
def test_numbers_have_their_unit_and_what_was_not_rated_is_no_zero(
    shape, kind, week, columns, told
):
    table = chart_table(bars(shape, kind, week, unit="words"), EN)
    assert tuple(cells(table, name)[0] for name in columns) == told
    assert cells(table, "Times written down") == [week.get("n", 0)]


def test_numbers_of_the_day_say_so_and_how_many_days_may_be_more():
    weeks = (
        {"sum": 9, "median": 3, "low": 2, "high": 4, "n": 3},
        {"sum": 5, "n": 2, "at_least": 2},
    )
    middles = replace(bars(Shape.MIDDLES, RatingKind.NUMBER, *weeks, unit="words"), of_days=True)
    table = chart_table(middles, EN)
    assert cells(table, "Middle (words a day)") == [3, None]
    assert cells(table, "Days with a number") == [3, 0]
    assert cells(table, "Days with a time not written") == [None, 2]
    added = chart_table(replace(middles, shape=Shape.SUMS), EN)
    assert cells(added, "Added up (words)") == [9, 5]
    assert cells(added, "Days with a number") == [3, 2]
    assert "Days with a time not written" not in chart_table(bars_of_days(), EN).columns


def bars_of_days():
    return replace(bars(Shape.SUMS, RatingKind.NUMBER, {"sum": 2, "n": 1}), of_days=True)


def test_numbers_without_a_unit_and_days_have_plain_names():
    table = chart_table(bars(Shape.SUMS, RatingKind.NUMBER, {"sum": 2, "n": 1}), EN)
    assert table.columns[2:6] == (
        "Added up",
        "Middle (each time)",
        "Lowest (each time)",
        "Highest (each time)",
    )
    assert chart_table(bars_of_days(), EN).columns[3] == "Middle (each day)"
    plain = chart_table(bars(Shape.DAYS, RatingKind.NONE, {"days": 2}), EN)
    assert plain.columns == ("From", "To", "Days we did it")
    assert plain.rows == ((day(0), day(6), 2),)


def test_the_remarks_tell_changes_and_what_happened_in_the_familys_own_words():
    words = "a long story " * 20
    series = bars(
        Shape.DAYS, RatingKind.NONE, {"days": 1}, {"days": 2},
        changes=(day(2), day(8)),
        life=(life(day(5), day(8), words=words), life(day(9), reason=LeftOutReason.SICK)),
        phases=(PhaseMiddle(start=day(0), end=day(1), n=3, aim=Aim(low=Decimal(1), high=None)),),
    )  # fmt: skip
    table = chart_table(series, EN)
    first, second, stretch = cells(table, "Remarks")
    assert first == f"the plan changed on Mar 4; Mar 7 to Mar 8: {words.strip()}"
    assert second == (
        f"the plan changed on Mar 10; Mar 9 to Mar 10: {words.strip()}; Mar 11: left out: sick"
    )
    assert stretch == "no ratings; our aim: at least 1"
    assert table.rows[2] == (day(0), day(1), None, stretch)


@pytest.mark.parametrize("span", Span)
def test_a_part_of_a_span_is_named(span):
    bar = a_bar(day(0), day(2), days=1, partial=True)
    series = replace(bars(Shape.DAYS, RatingKind.NONE), bars=(bar,), span=span)
    assert cells(chart_table(series, EN), "Remarks") == [f"part of a {span}"]


def test_single_ratings_stand_by_day_behind_what_happened_on_it_and_stretches_at_the_end():
    series = DotSeries(
        kind=RatingKind.HELP, start=day(0), end=day(9),
        dots=(Dot(day=day(1), value=Decimal(1), times=2), Dot(day=day(3), value=Decimal(4))),
        changes=(day(3),),
        life=(life(day(1), day(2), reason=LeftOutReason.AWAY), life(day(4), words="Fever")),
        phases=(PhaseMiddle(start=day(0), end=day(2), n=2),),
    )  # fmt: skip
    assert chart_table(series, EN).rows == (
        (day(1), None, None, "March 3 to March 4, 2026: left out: away"),
        (day(1), "a lot of help", 2, None),
        (day(3), None, None, "the plan changed"),
        (day(3), "on own", 1, None),
        (day(4), None, None, "Fever"),
        (None, None, None, "March 2 to March 4, 2026: 2 ratings: too few to sum up"),
    )


@pytest.mark.parametrize(
    ("kind", "unit", "dot", "columns", "row"),
    [
        (
            RatingKind.NUMBER,
            "minutes",
            Dot(day=day(0), value=Decimal("5.50")),
            ("Day", "Number (minutes each time)", "Times"),
            (day(0), Decimal("5.50"), 1),
        ),
        (
            RatingKind.NUMBER,
            None,
            Dot(day=day(0), value=Decimal(0)),
            ("Day", "Number (each time)", "Times"),
            (day(0), Decimal(0), 1),
        ),
        (
            RatingKind.TRIES,
            None,
            Dot(day=day(0), value=Decimal(0), of=Decimal(3)),
            ("Day", "Took", "Offered", "Times"),
            (day(0), Decimal(0), Decimal(3), 1),
        ),
    ],
)
def test_a_number_stands_as_it_was_written_and_tries_are_two(kind, unit, dot, columns, row):
    series = DotSeries(kind=kind, start=day(0), end=day(9), dots=(dot,), unit=unit)
    table = chart_table(series, EN)
    assert (table.columns, table.rows) == (columns, (row,))


def test_what_a_day_comes_to_is_there_once():
    series = DotSeries(
        kind=RatingKind.NUMBER, start=day(0), end=day(9), changes=(day(3),), unit="minutes",
        dots=(Dot(day=day(0), value=Decimal(5)),), of_days=True,
    )  # fmt: skip
    table = chart_table(series, EN)
    assert table.columns == ("Day", "Number (minutes a day)", "Remarks")
    assert table.rows == (
        (day(0), Decimal(5), None),
        (day(3), None, "the plan changed"),
    )


def test_groups_have_a_row_each_and_a_middle_of_levels_as_a_remark():
    (imani,) = backs_of(families.imani())
    visit = chart_table(charts_of(imani)[-1], EN)
    assert visit.columns[0] == "Side"
    assert cells(visit, "Ratings") == [9, 8]
    assert cells(visit, "Remarks") == [
        "middle value: a lot of help",
        "middle value: a little help",
    ]
    routines = chart_table(sample.by_routine(2), EN)
    assert routines.columns[:2] == ("Routine", "Middle (minutes each time)")
    assert "Remarks" not in routines.columns
    assert cells(routines, "Routine") == ["Breakfast", "Bath"]
    slots = chart_table(sample.by_slot(), EN)
    assert slots.rows[0][:4] == ("Morning", 0, 12, 9)
    plain = GroupSeries(grouping=Grouping.SLOT, shape=Shape.LEVELS, kind=RatingKind.HELP, groups=())
    assert "Remarks" not in chart_table(plain, EN).columns


@pytest.mark.parametrize(
    ("shown", "row"),
    [
        (
            DayShown(day=day(0), state=DayState.DID_IT, times=2, times_planned=3),
            (day(0), "did it", None, 2, 3, None),
        ),
        (
            DayShown(day=day(0), state=DayState.DID_IT, times=1, written_later=True),
            (day(0), "did it", None, 1, None, "yes"),
        ),
        (
            DayShown(day=day(0), state=DayState.NOT_TODAY, times=0, times_planned=1),
            (day(0), "not today", None, 0, 1, None),
        ),
        (
            DayShown(day=day(0), state=DayState.NOT_WRITTEN, times=0, times_planned=1),
            (day(0), "not written", None, None, 1, None),
        ),
        (
            DayShown(day=day(0), state=DayState.LEFT_OUT, times=0, reason=LeftOutReason.SICK),
            (day(0), "left out", "sick", None, None, None),
        ),
        (
            DayShown(day=day(0), state=DayState.NOT_PLANNED, times=0),
            (day(0), "not planned", None, None, None, None),
        ),
        (
            DayShown(day=day(0), state=DayState.NOT_PLANNED, times=1),
            (day(0), "used anyway", None, 1, None, None),
        ),
    ],
)
def test_a_table_says_each_day_and_a_blank_is_no_zero(shown, row):
    assert day_cells(shown, EN) == row
    assert len(day_columns(EN)) == len(row)


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("name", ALL)
def test_every_row_has_a_cell_for_every_column_in_every_language(name, language):
    table = chart_table(ALL[name], wording_of(language), "$trategy")
    assert len(set(table.columns)) == len(table.columns)
    assert all(len(row) == len(table.columns) for row in table.rows)
    assert table.title.startswith(f"{wording_of(language).own('$trategy')} · ")


@pytest.mark.parametrize("family", families.all_families(), ids=lambda family: family.name)
def test_the_rows_of_a_family_add_up_to_its_total(family):
    for back in backs_of(family):
        table = chart_table(charts_of(back)[0], EN)
        rows = [
            row for row in table.rows if row[0] in {bar.start for bar in charts_of(back)[0].bars}
        ]
        assert sum(row[table.columns.index("Days we did it")] or 0 for row in rows) == (
            back.total.did_it
        )


def test_years_of_days_are_days_of_their_year():
    table = chart_table(sample.years(), EN)
    assert table.rows[0][:3] == (date(1997, 1, 1), date(1997, 12, 31), Decimal(200_000))


def test_a_side_of_a_visit_without_writing_is_empty_and_says_so():
    (mateo,) = backs_of(families.mateo())
    series = replace(sample.before_and_since(), kind=mateo.kind)
    before, since = series.groups
    series = replace(
        series, groups=(replace(before, bar=replace(before.bar, written=False)), since)
    )
    first, second = chart_table(series, EN).rows
    assert first[1:] == (None, None, None, None, None, None, 50, "nothing written")
    assert second[1:] == (1, 4, 12, 6, 23, 0, 36, None)
