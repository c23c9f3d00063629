"""The charts: bars as high as the numbers say, and nothing that cannot be drawn."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from homejournal.domain.bar_series import Bar, BarSeries, LifeMark, Shape
from homejournal.domain.ratings import RatingKind
from homejournal.reports.chart_words import chart_alt, chart_caption, chart_key
from homejournal.reports.charts import bar_figure, bar_png, bar_svg, swatch_svg
from homejournal.texts.wording import wording_of

EN = wording_of("en")
MONDAY = date(2026, 3, 2)


def a_week(place, **told):
    start = MONDAY + timedelta(weeks=place)
    plain = {"partial": False, "written": True, "left_out": False, "days": 0, "n": 0}
    return Bar(start=start, end=start + timedelta(days=6), **(plain | told))


def life(day):
    return LifeMark(start=day, end=day)


def a_series(shape, kind, *weeks, **told):
    bars = tuple(a_week(place, **week) for place, week in enumerate(weeks))
    return BarSeries(shape=shape, kind=kind, bars=bars, **told)


def heights(figure):
    (axes,) = figure.axes
    return [(round(bar.get_x() + bar.get_width() / 2), bar.get_height()) for bar in axes.patches]


def numbers(figure):
    return [words.get_text() for words in figure.axes[0].texts]


def test_the_parts_of_a_bar_are_as_high_as_the_levels_and_n_stands_above():
    series = a_series(
        Shape.LEVELS, RatingKind.HELP, {"levels": (5, 4, 0, 0)}, {"levels": (2, 4, 1, 0)}
    )
    figure = bar_figure(series, EN)
    assert sorted(heights(figure)) == [(0, 4), (0, 5), (1, 1), (1, 2), (1, 4)]
    assert numbers(figure) == ["9", "7"]


def test_a_week_without_writing_is_a_gap_and_a_zero_is_drawn_as_zero():
    series = a_series(
        Shape.SUMS, RatingKind.NUMBER,
        {"sum": Decimal(0)}, {"written": False}, {"sum": Decimal(3)},
    )  # fmt: skip
    figure = bar_figure(series, EN)
    assert heights(figure) == [(0, 0), (2, 3)]
    assert numbers(figure) == ["0", "3"]


@pytest.mark.parametrize(
    ("shape", "kind", "told"),
    [
        (Shape.SUMS, RatingKind.NUMBER, {"sum": Decimal(3)}),
        (Shape.MIDDLES, RatingKind.NUMBER, {"median": Decimal(3), "low": Decimal(3),
                                            "high": Decimal(3)}),
        (Shape.TRIES, RatingKind.TRIES, {"took": 1, "of": 3}),
    ],
)  # fmt: skip
def test_a_week_that_was_written_without_a_number_is_a_gap_and_no_zero(shape, kind, told):
    series = a_series(shape, kind, told, {"days": 2})
    figure = bar_figure(series, EN)
    assert all(place == 0 for place, _ in heights(figure))
    assert len(numbers(figure)) == 1
    assert chart_alt(series, EN).endswith("Week of Mar 9: no ratings.")
    assert "gap: nothing written that week, or no rating" in chart_key([series], EN)


def test_tries_are_two_numbers():
    series = a_series(Shape.TRIES, RatingKind.TRIES, {"took": 6, "of": 18}, {"took": 0, "of": 3})
    figure = bar_figure(series, EN)
    assert heights(figure) == [(0, 18), (1, 3), (0, 6), (1, 0)]
    assert numbers(figure) == ["6/18", "0/3"]


def test_days_are_bars_of_days():
    series = a_series(Shape.DAYS, RatingKind.NONE, {"days": 5}, {"days": 2})
    assert heights(bar_figure(series, EN)) == [(0, 5), (1, 2)]


def test_the_middle_has_a_line_from_lowest_to_highest():
    week = {"median": Decimal("37.5"), "low": Decimal(30), "high": Decimal(50)}
    figure = bar_figure(a_series(Shape.MIDDLES, RatingKind.NUMBER, week), EN)
    (line,) = figure.axes[0].collections
    assert line.get_segments()[0].tolist() == [[0, 30], [0, 50]]
    assert numbers(figure) == ["37.5"]


def test_a_partial_week_is_marked():
    series = a_series(Shape.DAYS, RatingKind.NONE, {"days": 1, "partial": True}, {"days": 2})
    labels = [label.get_text() for label in bar_figure(series, EN).axes[0].get_xticklabels()]
    assert labels == ["Mar 2*", "Mar 9"]


def test_a_change_of_plan_is_a_solid_line_and_life_a_dotted_one():
    series = replace(
        a_series(Shape.DAYS, RatingKind.NONE, {"days": 1}, {"days": 2}),
        changes=(date(2026, 3, 13),),
        life=(life(date(2026, 3, 2)), life(date(2027, 1, 1))),
    )
    lines = bar_figure(series, EN).axes[0].lines[1::2]  # each lies on a lighter edge
    assert [line.get_linestyle() for line in lines] == ["-", ":"]
    assert lines[0].get_xdata()[0] == pytest.approx(0.5 + 4 / 7)


@pytest.mark.parametrize("amount", [0, 1, 10**12, -5, "0.001", 10**15])
@pytest.mark.parametrize("shape", [Shape.SUMS, Shape.MIDDLES])
def test_any_number_can_be_drawn(shape, amount):
    value = Decimal(amount)
    week = {"sum": value, "median": value, "low": value, "high": value}
    series = a_series(shape, RatingKind.NUMBER, week, week, unit="$_{" + "قليلًا" * 40)
    assert "<svg" in bar_svg(series, "en", (2.4, 0.9))
    assert series.unit in chart_alt(series, EN)


@pytest.mark.parametrize("weeks", [0, 1, 13, 60])
@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_any_number_of_weeks_can_be_drawn(weeks, language):
    series = a_series(Shape.LEVELS, RatingKind.WENT, *[{"levels": (1, 0, 2)}] * weeks)
    assert "<svg" in bar_svg(series, language, (2.4, 0.9))
    assert bar_png(series, wording_of(language)).startswith(b"\x89PNG")


def test_the_same_series_gives_the_same_picture_and_another_another():
    one = a_series(Shape.DAYS, RatingKind.NONE, {"days": 3})
    other = a_series(Shape.DAYS, RatingKind.NONE, {"days": 4})
    first = bar_svg(one, "en", (3, 1))
    bar_svg.cache_clear()
    assert bar_svg(one, "en", (3, 1)) == first
    assert bar_svg(other, "en", (3, 1)) != first


def test_every_level_has_a_field_of_its_own():
    fields = {swatch_svg(RatingKind.HELP, level) for level in (1, 2, 3, 4)}
    assert len(fields) == 4


def test_the_text_alternative_says_every_week():
    series = a_series(
        Shape.LEVELS, RatingKind.HELP,
        {"levels": (5, 4, 0, 0)}, {"written": False}, {"written": False, "left_out": True},
    )  # fmt: skip
    assert chart_alt(series, EN) == (
        "Chart by week. Week of Mar 2: a lot of help 5, some help 4. "
        "Week of Mar 9: nothing written. Week of Mar 16: left out."
    )


def test_the_key_says_only_what_the_charts_show():
    marked = {"changes": (MONDAY,), "life": (life(MONDAY),)}
    full = a_series(Shape.DAYS, RatingKind.NONE, {"days": 1})
    gap = a_series(Shape.DAYS, RatingKind.NONE, {"written": False, "partial": True}, **marked)
    assert chart_key([full], EN) == ""
    assert chart_key([full, gap], EN) == (
        "* part of a week · gap: nothing written that week · solid line: the plan changed"
        " · dotted line: something in our life"
    )


def test_each_shape_has_a_caption_of_its_own():
    shown = {chart_caption(a_series(shape, RatingKind.NONE), EN) for shape in Shape}
    assert len(shown) == len(Shape)


def test_large_numbers_are_short_over_their_bar():
    series = a_series(Shape.SUMS, RatingKind.NUMBER, {"sum": Decimal(25_000)})
    assert numbers(bar_figure(series, EN)) == ["25k"]
