"""One bar, dot or group as a sentence, and the parts that sentences of charts are made of."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from homejournal.domain.days.periods import Span
from homejournal.domain.looking_back.chart_series import (
    BarSeries,
    Dot,
    DotSeries,
    Group,
    Grouping,
    GroupSeries,
    Shape,
    Side,
)
from homejournal.domain.records.practices import LeftOutReason
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.reports.chart_words.mark_words import (
    group_name,
    life_said,
    mark_words,
    value_said,
)
from homejournal.texts.wording import languages, wording_of
from tests.reports.sample_charts import ALL, FREE, GAP, OUT, a_bar, bars, by_routine, day, life

EN = wording_of("en")
FULL = {"levels": (0, 3, 2, 0), "n": 5, "days": 4, "planned": 6}


def words(chart, place=0, wording=EN):
    return mark_words(chart, place, wording)


@pytest.mark.parametrize(
    ("shape", "kind", "week", "said"),
    [
        (
            Shape.LEVELS,
            RatingKind.HELP,
            FULL | {"partial": True},
            (
                "Week of March 2 (part of a week): some help 3, a little help 2; 5 ratings;"
                " did it on 4 of 6 planned days"
            ),
        ),
        (
            Shape.SUMS,
            RatingKind.NUMBER,
            {"sum": 7, "n": 2, "days": 1, "planned": 1},
            (
                "Week of March 2: 7 steps, added up over the days; written down 2 times;"
                " did it on 1 of 1 planned day"
            ),
        ),
        (
            Shape.MIDDLES,
            RatingKind.NUMBER,
            {"median": "37.5", "low": 30, "high": 50, "n": 6, "days": 6, "planned": 0},
            "Week of March 2: middle value 37.5 steps, from 30 to 50; written down 6 times",
        ),
        (
            Shape.MIDDLES,
            RatingKind.NUMBER,
            {"median": 20, "low": 20, "high": 20, "n": 3, "days": 3, "planned": 0},
            "Week of March 2: always 20 steps; written down 3 times",
        ),
        (
            Shape.MIDDLES,
            RatingKind.NUMBER,
            {"median": 20, "low": 20, "high": 20, "n": 1, "days": 1, "planned": 0},
            "Week of March 2: 20 steps; written down 1 time",
        ),
        (
            Shape.TRIES,
            RatingKind.TRIES,
            {"took": 0, "of": 3, "n": 1, "days": 1, "planned": 7},
            "Week of March 2: took 0 of 3; written down 1 time; did it on 1 of 7 planned days",
        ),
        (
            Shape.TRIES,
            RatingKind.TRIES,
            {"took": 0, "of": 0, "n": 1},
            "Week of March 2: nothing was offered; written down 1 time; did it on 0 days",
        ),
        (
            Shape.TRIES,
            RatingKind.TRIES,
            {"days": 1, "planned": 7},
            "Week of March 2: no ratings; did it on 1 of 7 planned days",
        ),
        (
            Shape.DAYS,
            RatingKind.NONE,
            {"days": 5, "planned": 7},
            "Week of March 2: did it on 5 of 7 planned days",
        ),
        (Shape.DAYS, RatingKind.NONE, {"days": 1, "planned": 0}, "Week of March 2: 1 day"),
        (
            Shape.DAYS,
            RatingKind.NONE,
            {"days": 0, "planned": 0},
            "Week of March 2: only used on days it wasn’t planned",
        ),
        (Shape.LEVELS, RatingKind.HELP, GAP, "Week of March 2: nothing written"),
        (Shape.LEVELS, RatingKind.HELP, FREE, "Week of March 2: not planned"),
        (
            Shape.LEVELS,
            RatingKind.HELP,
            {"written": False, "begun": True},
            "Week of March 2: nothing written yet",
        ),
        (Shape.LEVELS, RatingKind.HELP, OUT, "Week of March 2: left out"),
    ],
)
def test_a_bar_says_its_span_its_values_its_n_and_its_days(shape, kind, week, said):
    assert words(bars(shape, kind, week, unit="steps")) == said


def test_of_any_n_days_plans_no_planned_days_are_told():
    week = {"days": 3}
    assert words(bars(Shape.DAYS, RatingKind.NONE, week)) == "Week of March 2: did it on 3 days"


@pytest.mark.parametrize(
    ("span", "first", "last", "said"),
    [
        (Span.MONTH, date(2026, 3, 1), date(2026, 3, 31), "March 2026"),
        (Span.YEAR, date(2026, 1, 1), date(2026, 12, 31), "2026"),
    ],
)
def test_months_and_years_are_named(span, first, last, said):
    bar = a_bar(first, last, days=2, planned=0)
    series = BarSeries(shape=Shape.DAYS, kind=RatingKind.NONE, bars=(bar,), span=span)
    assert words(series) == f"{said}: 2 days"
    partial = replace(series, bars=(replace(bar, partial=True),))
    assert words(partial) == f"{said} (part of a {span}): 2 days"


def test_weeks_of_several_years_say_their_year():
    first = a_bar(date(2025, 12, 29), date(2026, 1, 4), days=2, planned=0)
    series = BarSeries(shape=Shape.DAYS, kind=RatingKind.NONE, bars=(first,))
    assert words(series) == "Week of December 29, 2025: 2 days"


def test_a_bar_tells_what_happened_in_it_three_of_each_and_how_many_more():
    happened = [life(day(place), words=f"event {place}") for place in range(5)]
    outside = life(day(7), day(9), reason=LeftOutReason.SICK)
    series = bars(
        Shape.DAYS, RatingKind.NONE, {"days": 1, "planned": 0}, {"days": 2, "planned": 0},
        changes=tuple(day(place) for place in (1, 2, 3, 4, 8)), life=(*happened, outside),
    )  # fmt: skip
    assert words(series) == (
        "Week of March 2: 1 day; the plan changed on March 3; the plan changed on March 4;"
        " the plan changed on March 5; and 1 more; event 0; event 1; event 2; and 2 more"
    )
    assert words(series, 1) == (
        "Week of March 9: 2 days; the plan changed on March 10; left out: sick"
    )


def a_dot_series(*dots, kind=RatingKind.HELP, **told):
    return DotSeries(kind=kind, start=day(0), end=day(20), dots=dots, **told)


@pytest.mark.parametrize(
    ("kind", "dot", "said"),
    [
        (RatingKind.HELP, Dot(day=day(0), value=Decimal(4)), "Monday, March 2: on own"),
        (RatingKind.WENT, Dot(day=day(1), value=Decimal(1)), "Tuesday, March 3: hard"),
        (
            RatingKind.NUMBER,
            Dot(day=day(2), value=Decimal("5.5"), times=2),
            "Wednesday, March 4: 5.5 minutes; 2 times",
        ),
        (
            RatingKind.TRIES,
            Dot(day=day(3), value=Decimal(3), of=Decimal(4)),
            "Thursday, March 5: took 3 of 4",
        ),
    ],
)
def test_a_dot_says_its_day_and_its_value(kind, dot, said):
    series = a_dot_series(dot, kind=kind, unit="minutes" if kind is RatingKind.NUMBER else None)
    assert words(series) == said


def test_a_dot_tells_a_change_of_the_plan_what_happened_and_its_year_where_it_is_needed():
    dot = Dot(day=day(3), value=Decimal(2))
    series = a_dot_series(
        dot, changes=(day(3),), life=(life(day(2), day(4), words="A virus"), life(day(4)))
    )
    assert words(series) == ("Thursday, March 5: some help; the plan changed on this day; A virus")
    years = replace(series, start=date(2025, 3, 2), changes=(), life=())
    assert words(years) == "Thursday, March 5, 2026: some help"


def a_group(middle=None, side=None, name="", **told):
    return Group(bar=a_bar(day(0), day(9), **told), middle=middle, side=side, name=name)


@pytest.mark.parametrize(
    ("group", "said"),
    [
        (
            a_group(2, Side.BEFORE, levels=(1, 5, 0, 0), n=6, days=6, planned=7),
            (
                "Before the visit (March 2 to March 11, 2026): a lot of help 1, some help "
                "5; 6 ratings; did it on 6 of 7 planned days; middle value: some help"
            ),
        ),
        (
            a_group((1, 2), Side.SINCE, levels=(3, 3, 0, 0), n=6, days=6, planned=0),
            (
                "Since the visit (March 2 to March 11, 2026): a lot of help 3, some help "
                "3; 6 ratings; middle value: between a lot of help and some help"
            ),
        ),
        (
            a_group(2, Side.SINCE, levels=(0, 3, 0, 0), n=3, days=3, planned=0),
            (
                "Since the visit (March 2 to March 11, 2026): some help 3; 3 ratings; "
                "middle value so far: some help"
            ),
        ),
        (
            a_group(None, Side.SINCE, levels=(0, 2, 0, 0), n=2, days=2, planned=0),
            (
                "Since the visit (March 2 to March 11, 2026): some help 2;"
                " 2 ratings: too few to sum up"
            ),
        ),
        (
            a_group(None, Side.SINCE, written=False, days=0, planned=0),
            "Since the visit (March 2 to March 11, 2026): nothing written",
        ),
    ],
)
def test_a_side_of_a_visit_says_its_days_its_counts_and_its_middle(group, said):
    series = GroupSeries(
        grouping=Grouping.VISIT, shape=Shape.LEVELS, kind=RatingKind.HELP, groups=(group,)
    )
    assert words(series) == said


def test_numbers_side_by_side_say_their_middle_once():
    assert words(by_routine(1)) == (
        "Breakfast: middle value 20 minutes, from 0 to 60; written down 5 times; did it on 0 days"
    )


@pytest.mark.parametrize(
    ("grouping", "name", "said"),
    [
        (Grouping.ROUTINE, "Bath", "Bath"),
        (Grouping.ROUTINE, "", "other"),
        (Grouping.SLOT, "", "another time"),
    ],
)
def test_a_group_without_a_name_has_one_all_the_same(grouping, name, said):
    assert group_name(a_group(name=name), grouping, EN) == said


@pytest.mark.parametrize(
    "chart", [bars(Shape.DAYS, RatingKind.NONE), a_dot_series(), by_routine(0)]
)
def test_there_is_no_mark_where_the_chart_has_none(chart):
    with pytest.raises(IndexError):
        mark_words(chart, 0, EN)


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("name", ALL)
def test_every_mark_of_every_chart_is_told_in_every_language(name, language):
    chart, wording = ALL[name], wording_of(language)
    marks = getattr(chart, "bars", None) or getattr(chart, "dots", None) or chart.groups
    for place in range(0, len(marks), max(1, len(marks) // 40)):
        said = mark_words(chart, place, wording)
        assert said.strip()
        assert "\n" not in said
        assert "None" not in said


def test_a_value_of_tries_is_two_numbers():
    dot = Dot(day=day(0), value=Decimal(0), of=Decimal(1200))
    assert value_said(a_dot_series(dot, kind=RatingKind.TRIES), dot, EN) == "took 0 of 1,200"


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (date(2026, 5, 7), date(2026, 5, 10), "May 7 to May 10 (part of a week): nothing written"),
        (date(2026, 5, 7), date(2026, 5, 7), "May 7 (part of a week): nothing written"),
    ],
)
def test_a_week_that_is_cut_is_named_by_the_days_that_are_left(start, end, said):
    bar = a_bar(start, end, partial=True, written=False)
    series = BarSeries(shape=Shape.LEVELS, kind=RatingKind.HELP, bars=(bar,))
    assert mark_words(series, 0, EN) == said


def test_of_something_in_life_without_its_words_it_is_said_that_there_was_something():
    assert life_said(life(day(0)), EN) == "something in our life"


def test_a_middle_is_of_the_days_that_are_known_and_the_others_are_told():
    some = {"days": 5, "median": 20, "low": 10, "high": 30, "n": 5, "at_least": 2}
    none = {"days": 1, "n": 1, "at_least": 1, "sum": 7}
    middles = replace(
        bars(Shape.MIDDLES, RatingKind.NUMBER, some, none, unit="minutes"), of_days=True
    )
    at_least = "2 days say only “at least”: a time is not written, so they are not in the middle"
    assert mark_words(middles, 0, EN) == (
        f"Week of March 2: middle value 20 minutes, from 10 to 30; on 3 days; {at_least} value;"
        " did it on 5 days"
    )
    assert mark_words(middles, 1, EN) == (
        "Week of March 9: 1 day says only “at least”: a time is not written, so it is not in the"
        " middle value; did it on 1 day"
    )
    sums = replace(middles, shape=Shape.SUMS)
    assert mark_words(sums, 1, EN) == (
        "Week of March 9: at least 7 minutes, added up over the days; on 1 day; did it on 1 day"
    )
