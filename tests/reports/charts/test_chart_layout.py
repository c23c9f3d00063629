"""Every chart can be drawn, and all of its words stay inside the picture and off each other."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from homejournal.domain.looking_back.chart_series import Dot, DotSeries, Group, PhaseMiddle, Shape
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.reports.charts.figures import chart_sheet
from homejournal.reports.charts.screen_picture import chart_picture
from homejournal.reports.charts.style import SOFT, ChartLook
from homejournal.texts.wording import wording_of
from tests.reports import random_charts as some
from tests.reports.drawn import EN, Word, begin_of, draw, line_places, words_in
from tests.reports.sample_charts import ALL, a_bar, bars, by_routine, day

pytestmark = pytest.mark.unmeasured

SLACK = 0.7
OFTEN_AT_THE_TOP = DotSeries(
    kind=RatingKind.NUMBER, start=day(0), end=day(1), changes=(day(0),),
    dots=(Dot(day=day(0), value=Decimal(0)), Dot(day=day(0), value=Decimal(1), times=5)),
)  # fmt: skip
NEIGHBORS = replace(
    OFTEN_AT_THE_TOP, changes=(),
    dots=tuple(
        Dot(day=day(0), value=Decimal(value), times=times)
        for value, times in (("1", 60), ("9", 2), ("9.5", 60))
    ),
)  # fmt: skip
OVER_EACH_OTHER = replace(
    OFTEN_AT_THE_TOP, end=day(0), changes=(),
    dots=tuple(Dot(day=day(0), value=Decimal(0), times=times) for times in (2, 11)),
)  # fmt: skip
SIDE_BY_SIDE = bars(
    Shape.TRIES, RatingKind.TRIES,
    *[{"took": took, "of": 90, "n": 5} for took in (10, 19, 12, 88) * 4],
)  # fmt: skip
TWO_EMPTY_WEEKS = bars(
    Shape.SUMS, RatingKind.NUMBER, {"written": False}, {"written": False},
    phases=(PhaseMiddle(start=day(0), end=day(13), n=9, middle=None),),
)  # fmt: skip
FAR = a_bar(day(0), day(20), median=-5 * 10**11, low=-(10**12), high=0, n=4000)
FAR_BELOW = replace(by_routine(1), groups=(Group(bar=FAR, name="Bath"),))
NOTHING_YET = replace(
    by_routine(1),
    groups=(Group(bar=a_bar(day(0), day(20), written=False, begun=True), name="M" * 40),),
)
LOOKS = {
    "usual": (ChartLook(size=(7.0, 3.2)), "ar"),
    "dark and large": (ChartLook(size=(9.0, 5.5), dark=True, text=2.0), "es"),
    "narrow": (ChartLook(size=(3.2, 2.6)), "en"),
    "just large": (ChartLook(size=(3.7, 2.6)), "es"),
}


def faults(figure):
    """Return what is cut at a side of the picture, and what lies on other words."""
    wide, high = figure.get_size_inches() * 72
    words = words_in(figure)
    cut = [
        word for word in words
        if word.left < -SLACK or word.right > wide + SLACK
        or word.bottom < -SLACK or word.top > high + SLACK
    ]  # fmt: skip
    meeting = [
        (word, other) for at, word in enumerate(words) for other in words[at + 1 :]
        if word.meets(other, SLACK)
    ]  # fmt: skip
    return cut, meeting


@pytest.mark.parametrize(("look", "language"), LOOKS.values(), ids=LOOKS)
@pytest.mark.parametrize("chart", ALL.values(), ids=ALL)
def test_no_words_are_cut_or_lie_on_other_words(chart, look, language):
    assert faults(draw(chart, look, wording_of(language))) == ([], [])


@given(chart=some.charts, look=some.usual_looks, language=some.languages)
@example(OFTEN_AT_THE_TOP, ChartLook(size=(4.0, 3.0), text=1.25, dpi=72), "en")
@example(SIDE_BY_SIDE, ChartLook(size=(3.6, 3.0), text=1.8), "en")
@example(TWO_EMPTY_WEEKS, ChartLook(size=(3.2, 6.0)), "en")
@example(FAR_BELOW, ChartLook(size=(3.0, 3.0), text=1.9, dpi=176), "ar")
@example(NOTHING_YET, ChartLook(size=(3.7, 8.0), text=2.0), "es")
@settings(max_examples=30, deadline=None)
def test_no_words_of_any_chart_are_cut_or_lie_on_other_words(chart, look, language):
    assert faults(draw(chart, look, wording_of(language))) == ([], [])


@given(chart=some.crowded_edges(), look=some.usual_looks)
@example(NEIGHBORS, ChartLook(size=(4.0, 3.0), text=1.7))
@example(OVER_EACH_OTHER, ChartLook(size=(4.0, 3.0), text=0.90625, dpi=72))
@settings(max_examples=30)
def test_no_words_are_on_a_dot(chart, look):
    sheet = chart_sheet(chart, EN, look)
    boxes = [(sheet.x(one.x), sheet.y(one.y), one) for one in sheet.spots]
    spots = [
        Word("", x, y, sheet.x(one.right), sheet.y(one.top)) for x, y, one in boxes
    ]  # fmt: skip
    words = words_in(sheet.figure)
    assert not [word for word in words for spot in spots if word.meets(spot, SLACK)]


@pytest.mark.parametrize("chart", ALL.values(), ids=ALL)
def test_no_line_goes_through_the_heading_or_the_label_of_another_line(chart):
    figure = draw(chart)
    soft = [word for word in words_in(figure) if word.color == SOFT]
    assert not [
        one.words for one in soft for x, foot, top in line_places(figure)
        if one.left + SLACK < x < one.right - SLACK and foot < one.bottom + SLACK < top
    ]  # fmt: skip


@given(chart=some.charts, look=some.any_looks, language=some.languages)
@settings(max_examples=30, deadline=None)
def test_any_chart_can_be_drawn_in_any_size(chart, look, language):
    picture = chart_picture(chart, wording_of(language), look)
    assert len(picture.rgba) == picture.width * picture.height * 4
    for mark in picture.marks:
        assert mark.words
        assert mark.box.width >= 8
        assert mark.box.height >= 8


@given(chart=some.dot_charts(), part=st.floats(0, 1))
@settings(max_examples=15, deadline=None)
def test_the_day_at_a_pixel_begins_at_or_before_it(chart, part):
    picture = chart_picture(chart, EN, ChartLook(size=(4, 2)))
    x = picture.plot.x + part * picture.plot.width
    day = picture.day_at(x)
    assert chart.start <= day <= chart.end
    assert begin_of(picture, day) <= max(x, begin_of(picture, chart.start)) + 1e-6
