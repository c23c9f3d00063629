"""What stands around a chart: its title, its caption, and the key to what is drawn."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from homejournal.domain.days.periods import Span
from homejournal.domain.looking_back.chart_series import (
    BarSeries,
    DotSeries,
    Grouping,
    GroupSeries,
    PhaseMiddle,
    Shape,
)
from homejournal.domain.records.practices import LeftOutReason
from homejournal.domain.records.rating_scales import Aim, Better, RatingKind
from homejournal.reports.chart_words.title_and_key import chart_caption, chart_key, chart_title
from homejournal.texts.wording import languages, wording_of
from tests.reports import sample_charts as sample
from tests.reports.sample_charts import ALL, FREE, GAP, OUT, bars, day, life

EN = wording_of("en")
FULL = {"days": 4, "n": 4, "levels": (1, 3, 0, 0)}


def levels(*weeks, **told):
    return bars(Shape.LEVELS, RatingKind.HELP, *weeks, **told)


def dots(kind=RatingKind.HELP, **told):
    return DotSeries(kind=kind, start=day(0), end=day(20), **told)


@pytest.mark.parametrize(
    ("chart", "title"),
    [
        (sample.levels(), "how much help, by week"),
        (sample.went(), "how it went, by week"),
        (sample.sums(), "words, by week"),
        (sample.sums(unit=None), "numbers, by week"),
        (sample.tries(), "took of offered, by week"),
        (sample.days(), "days we used it, by week"),
        (sample.months(), "how much help, by month"),
        (sample.years(), "minutes, by year"),
        (sample.level_dots(), "how much help, day by day"),
        (sample.try_dots(), "took of offered, day by day"),
        (sample.before_and_since(), "how much help, before and since the visit"),
        (sample.by_routine(), "minutes, by routine"),
        (sample.by_slot(), "took of offered, by time of day"),
    ],
)
def test_a_title_says_what_is_shown_and_by_what(chart, title):
    assert chart_title(chart, EN) == title
    assert chart_title(chart, EN, "Wait $5") == f"Wait $5 · {title}"


def test_a_strategy_in_another_direction_is_kept_apart_in_a_title():
    title = chart_title(sample.levels(), EN, "قليلًا")
    assert EN.own("قليلًا") in title
    assert title != f"قليلًا · {chart_title(sample.levels(), EN)}"


@pytest.mark.parametrize("language", languages())
def test_every_shape_span_and_grouping_has_a_caption_of_its_own(language):
    wording = wording_of(language)
    shown = [
        chart_caption(BarSeries(shape=shape, kind=RatingKind.NONE, bars=(), span=span), wording)
        for shape in Shape
        for span in Span
    ]
    shown += [
        chart_caption(
            GroupSeries(grouping=grouping, shape=shape, kind=RatingKind.NONE, groups=()), wording
        )
        for shape in Shape
        for grouping in Grouping
    ]
    assert len(set(shown)) == len(shown)


def test_a_caption_says_why_there_are_months_or_years():
    assert chart_caption(sample.months(), EN) == (
        "how many of each, by month, as there are many weeks"
    )
    assert chart_caption(sample.years(), EN) == "added up, by year, as there are many months"


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (RatingKind.HELP, "each dot is a rating"),
        (RatingKind.WENT, "each dot is a rating"),
        (RatingKind.NUMBER, "each dot is a number of each time"),
        (RatingKind.TRIES, "each dot is what was taken, under it a line to what was offered"),
    ],
)
def test_a_caption_says_what_a_dot_is(kind, said):
    assert chart_caption(dots(kind), EN) == said


def test_a_caption_says_whether_numbers_are_of_days_or_of_times():
    dotted = replace(dots(RatingKind.NUMBER), unit="minutes")
    assert chart_caption(dotted, EN) == "each dot is a number of minutes each time"
    assert chart_caption(replace(dotted, of_days=True), EN) == (
        "each dot is a number of minutes a day"
    )
    middles = replace(sample.by_routine(2), of_days=True)
    assert chart_caption(middles, EN) == ("middle, lowest and highest of minutes a day, by routine")


@pytest.mark.parametrize(
    ("chart", "said"),
    [
        (levels(FULL), ""),
        (levels(FULL | {"partial": True}), "* part of a week"),
        (levels(FULL, GAP), "gap: nothing written that week"),
        (levels(FULL, OUT), "left out: no planned day is left"),
        (levels(FULL, FREE), "no mark at all: nothing was planned"),
        (levels(FULL, changes=(day(3),)), "solid line: the plan changed"),
        (levels(FULL, life=(life(day(3), words="A virus"),)), "dotted line: something in our life"),
        (
            levels(FULL, life=(life(day(3), reason=LeftOutReason.SICK),)),
            "dotted line: something in our life, or days left out",
        ),
        (
            bars(Shape.SUMS, RatingKind.NUMBER, {"sum": 2, "n": 1}, {"days": 1}),
            "gap: nothing written that week, or no rating",
        ),
        (sample.before_and_since(), ""),
        (replace(sample.by_slot(), better=Better.LESS), "here less is better"),
    ],
)
def test_the_key_says_only_what_the_chart_shows(chart, said):
    assert chart_key(chart, EN) == said


def test_the_key_tells_the_dots_that_are_larger_and_the_lines_that_join():
    told = chart_key(sample.level_dots(), EN)
    assert told.startswith("a larger dot: more than once that day · solid line: the plan changed")
    assert "gray band: the middle is between two" in told
    told = chart_key(sample.number_dots(), EN)
    assert told == (
        "joined: planned days one after the other · solid line: the plan changed"
        " · dotted line: something in our life, or days left out"
        " · thick line: the middle of the ratings of each plan · thin broken line: our aim"
        " · here less is better"
    )


def test_what_the_picture_or_the_words_beside_it_say_is_not_said_again():
    partial = levels(FULL | {"partial": True}, better=Better.LESS, changes=(day(3),))
    assert chart_key(partial, EN, legend=True, direction=False) == "solid line: the plan changed"
    assert chart_key(partial, EN, legend=True).endswith("here less is better")
    assert "here less is better" not in chart_key([partial, partial], EN)


def test_what_a_gap_means_is_said_also_beside_a_picture_that_names_its_marks():
    gap = levels(FULL | {"partial": True}, GAP)
    assert chart_key(gap, EN, legend=True) == "gap: nothing written that week"


def test_sides_of_a_visit_that_are_not_as_long_are_called_so():
    chart = sample.before_and_since()
    said = "how many of each, before and since the visit"
    assert chart_caption(chart, EN) == f"{said} · the two sides have different lengths"
    one = chart.groups[0].bar
    alike = replace(chart, groups=tuple(replace(group, bar=one) for group in chart.groups))
    assert chart_caption(alike, EN) == said
    planned = replace(alike.groups[1], bar=replace(one, planned=7))
    assert chart_caption(replace(alike, groups=(alike.groups[0], planned)), EN) != said


def test_phases_have_lines_where_there_is_a_place_for_them_alone():
    phase = PhaseMiddle(start=day(0), end=day(6), n=9, middle=2, aim=Aim(low=Decimal(1), high=None))
    assert chart_key(levels(FULL, phases=(phase,)), EN) == ""
    told = chart_key(dots(phases=(phase,)), EN)
    assert told == "thick line: the middle of these ratings · thin broken line: our aim"
    assert chart_key(dots(phases=(replace(phase, middle=None, aim=None),)), EN) == ""


def test_one_key_for_several_charts_says_each_thing_once_and_the_wider_of_two_gaps():
    gap = levels(FULL | {"partial": True}, GAP)
    unrated = bars(Shape.SUMS, RatingKind.NUMBER, {"sum": 2, "partial": True}, {"days": 1}, GAP)
    assert chart_key([gap, unrated, gap], EN) == (
        "* part of a week · gap: nothing written that week, or no rating"
    )


@pytest.mark.parametrize("span", Span)
def test_partial_spans_and_gaps_are_named_by_their_length(span):
    one = sample.a_bar(date(2026, 1, 1), date(2026, 12, 31), partial=True, written=False)
    series = BarSeries(shape=Shape.DAYS, kind=RatingKind.NONE, bars=(one,), span=span)
    assert chart_key(series, EN) == f"* part of a {span} · gap: nothing written that {span}"


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("name", ALL)
def test_every_chart_has_all_its_words_in_every_language(name, language):
    wording = wording_of(language)
    chart = ALL[name]
    assert chart_title(chart, wording)
    assert chart_caption(chart, wording)
    assert "None" not in chart_key(chart, wording)
