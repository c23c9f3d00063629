"""A chart in words: every bar of a short one, what it comes to of a long one, and its lines."""

from dataclasses import replace
from decimal import Decimal

import pytest

from homejournal.domain.looking_back.chart_series import (
    DotSeries,
    Grouping,
    GroupSeries,
    PhaseMiddle,
    Shape,
)
from homejournal.domain.records.practices import LeftOutReason
from homejournal.domain.records.rating_scales import Better, RatingKind
from homejournal.reports.chart_words.text_alternative import (
    MOST_TOLD,
    chart_alt,
    chart_head,
    marks_in,
)
from homejournal.texts.wording import languages, wording_of
from tests.reports import sample_charts as sample
from tests.reports.sample_charts import ALL, GAP, OUT, bars, day, life

EN = wording_of("en")
LONGEST_OF_A_PDF = 32_767
WEEK = {"days": 2, "planned": 0}


def days(*weeks, **told):
    return bars(Shape.DAYS, RatingKind.NONE, *weeks, **told)


def test_a_short_chart_says_every_bar_its_lines_and_its_stretches():
    series = bars(
        Shape.MIDDLES, RatingKind.NUMBER,
        {"median": 40, "low": 30, "high": 50, "n": 5, "partial": True}, GAP, OUT,
        unit="minutes", better=Better.LESS, changes=(day(9),),
        life=(life(day(3), words="A\nvirus"), life(day(8), day(9), reason=LeftOutReason.AWAY)),
        phases=(PhaseMiddle(start=day(0), end=day(8), n=5, middle=Decimal(40)),),
    )  # fmt: skip
    assert chart_alt(series, EN) == (
        "Chart by week. Week of Mar 2 (part of a week): middle value 40 minutes, from 30 "
        "to 50. Week of Mar 9: nothing written. Week of Mar 16: left out. The plan changed "
        "on March 11, 2026. In our life: March 5: A virus; March 10 to March 11: left out: "
        "away. Here less is better. March 2 to March 10, 2026: written down 5 times; "
        "middle value 40 minutes."
    )


def test_single_ratings_and_groups_are_told_too():
    dots = replace(sample.try_dots(), dots=sample.try_dots().dots[:2])
    assert chart_alt(dots, EN) == (
        "Chart of single ratings, day by day."
        " Monday, March 2: took 1 of 5. Monday, March 2: took 3 of 5."
    )
    assert chart_alt(sample.by_slot(), EN) == (
        "Chart by time of day. Morning: took 0 of 12; written down 9 times; did it on 0 days."
        " Lunch: took 30 of 44; written down 9 times; did it on 0 days."
        " Dinner: took 7 of 7; written down 9 times; did it on 0 days."
    )


@pytest.mark.parametrize(
    ("chart", "head"),
    [
        (sample.levels(), "Chart by week."),
        (sample.months(), "Chart by month."),
        (sample.years(), "Chart by year."),
        (sample.level_dots(), "Chart of single ratings, day by day."),
        (sample.before_and_since(), "Chart before and since the visit."),
        (sample.by_routine(), "Chart by routine."),
        (sample.by_slot(), "Chart by time of day."),
    ],
)
def test_it_begins_with_what_kind_of_chart_it_is(chart, head):
    assert chart_head(chart, EN) == head
    assert chart_alt(chart, EN).startswith(head)


def test_a_long_chart_is_summed_up_and_the_table_is_named_only_where_there_is_one():
    most = days(*[WEEK] * MOST_TOLD)
    assert chart_alt(most, EN).count("Week of") == MOST_TOLD
    long = days(*[WEEK] * (MOST_TOLD + 1))
    summed = (
        "Chart by week. 31 bars. The first: Week of March 2: 2 days."
        " The last: Week of September 28: 2 days."
    )
    assert chart_alt(long, EN, table=False) == summed
    assert chart_alt(long, EN) == f"{summed} The table has every value."


def test_of_many_dots_and_of_very_long_words_only_the_ends_are_told():
    dots = sample.level_dots()
    told = chart_alt(dots, EN, table=False)
    assert f"{len(dots.dots)} dots. The first: Monday, March 2: " in told
    assert "The last: " in told
    long = replace(sample.sums(), unit="x" * 5_000)
    assert "8 bars. The first: " in chart_alt(long, EN)


@pytest.mark.parametrize(
    "chart",
    [
        days(),
        DotSeries(kind=RatingKind.HELP, start=day(0), end=day(9)),
        GroupSeries(grouping=Grouping.SLOT, shape=Shape.DAYS, kind=RatingKind.NONE, groups=()),
    ],
)
def test_a_chart_of_nothing_says_so_and_names_no_table(chart):
    assert marks_in(chart) == 0
    told = chart_alt(chart, EN)
    assert told == f"{chart_head(chart, EN)} Nothing is written for these days."


def test_many_changes_and_much_that_happened_are_told_as_far_as_anybody_listens():
    series = days(
        WEEK,
        changes=tuple(day(place) for place in range(40)),
        life=tuple(life(day(place), words=f"event {place}") for place in range(13)),
    )
    told = chart_alt(series, EN)
    assert "March 13, 2026; and 28 more." in told
    assert "event 11; and 1 more." in told
    assert "event 12" not in told


def test_a_sentence_of_the_family_does_not_end_twice():
    told = chart_alt(days(WEEK, life=(life(day(3), words="She moved. We helped."),)), EN)
    assert told.endswith("In our life: March 5: She moved. We helped.")


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("name", ALL)
def test_every_chart_is_told_in_every_language_and_fits_a_pdf(name, language):
    told = chart_alt(ALL[name], wording_of(language))
    assert told.endswith(".")
    assert "\n" not in told
    assert "None" not in told
    assert "  " not in told
    assert len(told.encode()) < LONGEST_OF_A_PDF
