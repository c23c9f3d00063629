"""Charts as pixels for the screen, and where their bars, dots and groups are in them."""

import hashlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import pairwise

import pytest

from homejournal.domain.looking_back.chart_series import Shape
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.reports.charts.screen_picture import chart_picture
from homejournal.reports.charts.style import ChartLook
from homejournal.texts.wording import wording_of
from tests.reports import sample_charts as sample
from tests.reports.drawn import EN, LARGE, begin_of
from tests.reports.sample_charts import ALL, bars, day


def picture_of(chart, look=LARGE, wording=EN):
    return chart_picture(chart, wording, look)


def color_at(picture, x, y):
    at = (int(y) * picture.width + int(x)) * 4
    return tuple(picture.rgba[at : at + 4])


def middle(box):
    return box.x + box.width / 2, box.y + box.height / 2


def test_a_picture_is_as_large_as_asked_and_see_through_where_nothing_is():
    picture = picture_of(sample.days(), ChartLook(size=(5, 2), dpi=150))
    assert (picture.width, picture.height) == (750, 300)
    assert color_at(picture, 0, 299)[3] == 0


def test_each_bar_has_a_mark_over_its_color_with_its_days_and_its_sentence():
    series = bars(Shape.DAYS, RatingKind.NONE, {"days": 5}, {"days": 2})
    picture = picture_of(series)
    assert [(mark.start, mark.end) for mark in picture.marks] == [
        (day(0), day(6)), (day(7), day(13)),
    ]  # fmt: skip
    assert [color_at(picture, *middle(mark.box)) for mark in picture.marks] == [
        (11, 83, 81, 255)
    ] * 2
    first, second = (mark.box for mark in picture.marks)
    assert first.x + first.width == pytest.approx(second.x)
    assert first.height == pytest.approx(second.height * 2.5)
    assert picture.marks[0].words == "Week of March 2: did it on 5 days"


def test_a_gap_can_still_be_pointed_at():
    series = bars(Shape.SUMS, RatingKind.NUMBER, {"sum": 3, "n": 1}, sample.GAP)
    gap = picture_of(series).marks[1]
    assert gap.box.height == 8
    assert gap.words == "Week of March 9: nothing written"


@pytest.mark.parametrize("chart", [sample.level_dots(), sample.number_dots(), sample.try_dots()])
def test_each_dot_has_a_mark_with_its_color_in_its_middle(chart):
    picture = picture_of(chart, ChartLook(size=(9, 4)))
    assert [mark.start for mark in picture.marks] == [dot.day for dot in chart.dots]
    colors = [color_at(picture, *middle(mark.box)) for mark in picture.marks]
    assert all(opacity == 255 for *_, opacity in colors)
    assert len(set(colors)) == (4 if chart.kind is RatingKind.HELP else 1)


def test_groups_have_marks_in_their_rows_also_from_the_right():
    for wording in (EN, wording_of("ar")):
        picture = picture_of(sample.before_and_since(), wording=wording)
        before, since = picture.marks
        assert before.box.y + before.box.height < since.box.y
        assert before.box.x == pytest.approx(picture.plot.x)
        assert before.box.width == pytest.approx(picture.plot.width)
        assert picture.stretches == ()
        assert picture.day_at(100) is None


def test_days_are_found_at_pixels_and_pixels_at_days():
    picture = picture_of(sample.days())
    for place in range(42):
        assert picture.day_at(begin_of(picture, day(place)) + 1) == day(place)
    assert picture.day_at(0) == day(0)
    assert picture.day_at(5_000) == day(41)


def test_in_a_chart_of_dots_each_day_is_as_wide_as_the_next():
    chart = sample.number_dots()
    picture = picture_of(chart)
    starts = [begin_of(picture, day(place)) for place in range(20)]
    widths = {round(after - before, 6) for before, after in pairwise(starts)}
    assert len(widths) == 1
    assert not picture.runs_left()
    for mark in picture.marks:
        assert picture.day_at(middle(mark.box)[0]) == mark.start


def test_a_chart_without_bars_has_no_days():
    picture = picture_of(bars(Shape.DAYS, RatingKind.NONE))
    assert (picture.marks, picture.day_at(30)) == ((), None)


def test_zooming_shows_another_picture_and_dark_too():
    chart = sample.sums()
    looks = (LARGE, replace(LARGE, dark=True), replace(LARGE, text=1.5), replace(LARGE, dpi=50))
    assert len({picture_of(chart, look).rgba for look in looks}) == 4


def test_two_threads_draw_the_same_as_one():
    names = ("levels", "middles", "level dots", "number dots", "by routine", "huge", "crowded")
    charts = [ALL[name] for name in names]

    def drawn(chart):
        return hashlib.sha256(picture_of(chart).rgba).hexdigest()

    alone = [drawn(chart) for chart in charts]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(drawn, charts * 2))
    assert together == alone * 2
