"""The parts of which the sentences of charts are made: middles, counts, happenings, stretches."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from homejournal.domain.looking_back.chart_series import PhaseMiddle, Shape
from homejournal.domain.records.practices import LeftOutReason
from homejournal.domain.records.rating_scales import Aim, RatingKind
from homejournal.reports.chart_words.mark_words import (
    days_in,
    life_said,
    middle_said,
    phase_said,
    ratings_said,
)
from homejournal.texts.wording import wording_of
from tests.reports.sample_charts import bars, day, life

EN = wording_of("en")


def test_a_middle_of_nothing_is_silent_and_of_numbers_has_its_unit():
    helped, minutes = bars(Shape.LEVELS, RatingKind.HELP), bars(Shape.SUMS, RatingKind.NUMBER)
    assert middle_said(helped, None, 0, EN) == ""
    assert middle_said(helped, None, 7, EN) == ""
    assert middle_said(helped, None, 4, EN) == "4 ratings: too few to sum up"
    assert middle_said(minutes, None, 4, EN) == ""
    timed = replace(minutes, unit="minutes")
    assert middle_said(timed, Decimal("2.50"), 1, EN) == "middle value 2.5 minutes"


@pytest.mark.parametrize(
    ("kind", "n", "of_days", "said"),
    [
        (RatingKind.HELP, 0, False, ""),
        (RatingKind.NONE, 5, False, ""),
        (RatingKind.WENT, 1, False, "1 rating"),
        (RatingKind.TRIES, 2, False, "written down 2 times"),
        (RatingKind.NUMBER, 2, False, "written down 2 times"),
        (RatingKind.NUMBER, 2, True, "on 2 days"),
    ],
)
def test_how_many_ratings_there_are(kind, n, of_days, said):
    chart = replace(bars(Shape.MIDDLES, kind), of_days=of_days)
    assert ratings_said(chart, n, EN) == said


def test_words_of_the_family_are_cut_only_where_a_glance_is_meant():
    mark = life(day(0), words="a very\nlong  day " * 20)
    assert life_said(mark, EN, short=False) == " ".join(mark.words.split())
    cut = life_said(mark, EN)
    assert cut.endswith("…")
    assert len(cut) <= 121
    both = life(day(0), words="Fever", reason=LeftOutReason.SICK)
    assert life_said(both, EN) == "Fever"


def test_words_in_another_direction_are_kept_apart():
    assert life_said(life(day(0), words="قليلًا"), EN) == EN.own("قليلًا") != "قليلًا"


def test_a_stretch_between_changes_says_its_n_its_middle_and_the_aim():
    series = bars(Shape.MIDDLES, RatingKind.NUMBER, unit="minutes")
    phase = PhaseMiddle(
        start=day(0), end=day(9), n=7, middle=Decimal(35), aim=Aim(low=None, high=Decimal(20))
    )
    assert phase_said(series, phase, EN) == (
        "written down 7 times; middle value 35 minutes; our aim: at most 20 minutes"
    )
    assert phase_said(series, PhaseMiddle(start=day(0), end=day(9), n=0), EN) == "no ratings"
    few = PhaseMiddle(start=day(0), end=day(9), n=2)
    assert phase_said(bars(Shape.LEVELS, RatingKind.HELP), few, EN) == (
        "2 ratings: too few to sum up"
    )


def test_days_have_their_year_only_between_years():
    assert days_in(day(0), day(9), EN)(day(0)) == "March 2"
    assert days_in(date(2025, 1, 1), day(9), EN)(day(0)) == "March 2, 2026"
