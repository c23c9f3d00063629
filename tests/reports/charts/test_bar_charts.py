"""Charts of bars: bars as high as the numbers say, gaps left empty, and zero drawn as zero."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from matplotlib.collections import PolyCollection
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from homejournal.domain.days.periods import Span
from homejournal.domain.looking_back.chart_series import (
    BarSeries,
    PhaseMiddle,
    Shape,
    has_something,
)
from homejournal.domain.records.practices import LeftOutReason
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.reports.charts.marker_shapes import NOT_WRITTEN, marker_of
from homejournal.reports.charts.style import TINTS, ChartLook
from tests.reports import sample_charts as sample
from tests.reports.drawn import (
    LARGE,
    SMALL,
    blocks,
    draw,
    heights,
    of_kind,
    segments,
    texts,
    upright,
    words_in,
)
from tests.reports.sample_charts import FREE, GAP, OUT, bars, day, life

LOOKS = (LARGE, SMALL, replace(LARGE, dark=True, text=2.0))


def levels(*weeks, **told):
    return bars(Shape.LEVELS, RatingKind.HELP, *weeks, **told)


def of_days(*counts, **told):
    return bars(Shape.DAYS, RatingKind.NONE, *({"days": many} for many in counts), **told)


def sums(*values):
    given = [GAP if one is None else {"sum": one, "n": 1} for one in values]
    return bars(Shape.SUMS, RatingKind.NUMBER, *given)


def markers(figure, marker):
    lines = [line for line in of_kind(figure, Line2D) if line.get_marker() == marker]
    return [place for line in lines for place in line.get_xdata()]


@pytest.mark.parametrize("look", LOOKS)
def test_the_parts_of_a_bar_are_as_high_as_the_levels_and_n_stands_above(look):
    figure = draw(levels({"levels": (5, 4, 0, 0)}, {"levels": (2, 4, 1, 0)}), look)
    assert blocks(figure) == [(0, 0, 5), (0, 5, 4), (1, 0, 2), (1, 2, 4), (1, 6, 1)]
    assert {"9", "7"} <= set(texts(figure))


@pytest.mark.parametrize("look", LOOKS)
def test_a_week_without_writing_is_a_gap_and_a_zero_is_drawn_as_zero(look):
    figure = draw(sums(0, None, 3), look)
    assert heights(figure) == [(0, 0), (2, 3)]
    assert {"0", "3"} <= set(texts(figure))
    assert markers(figure, marker_of(NOT_WRITTEN)) == [1]


def test_a_written_week_without_any_rating_stands_on_the_ground():
    figure = draw(levels({"levels": (0, 0, 0, 0)}, {"levels": (1, 0, 0, 0)}))
    assert heights(figure) == [(0, 0), (1, 1)]


def test_a_week_left_out_has_a_diamond_and_one_not_written_the_square_of_the_calendar():
    figure = draw(levels(GAP, OUT, {"levels": (1, 0, 0, 0)}))
    assert (markers(figure, marker_of(NOT_WRITTEN)), markers(figure, "D")) == ([0], [1])
    assert {"not written", "left out"} <= set(texts(figure))


def test_a_week_without_a_plan_has_no_sign_as_nothing_is_missing():
    figure = draw(levels(FREE, {"levels": (1, 0, 0, 0)}))
    assert (markers(figure, marker_of(NOT_WRITTEN)), markers(figure, "D")) == ([], [])
    assert not {"not written", "left out"} & set(texts(figure))


@pytest.mark.parametrize(
    ("shape", "kind", "told"),
    [
        (Shape.SUMS, RatingKind.NUMBER, {"sum": 3}),
        (Shape.MIDDLES, RatingKind.NUMBER, {"median": 3, "low": 3, "high": 3}),
        (Shape.TRIES, RatingKind.TRIES, {"took": 1, "of": 3}),
    ],
)
def test_a_week_that_was_written_without_a_number_is_a_gap_and_no_zero(shape, kind, told):
    figure = draw(bars(shape, kind, told, {"days": 2}))
    assert all(place == 0 for place, _ in heights(figure))
    assert len({line[0][0] for line in segments(figure) if line[0][0] == line[1][0] == 1}) == 0


def test_tries_are_two_numbers_on_one_line_or_on_two():
    series = bars(Shape.TRIES, RatingKind.TRIES, {"took": 6, "of": 18}, {"took": 0, "of": 3})
    figure = draw(series)
    assert heights(figure) == [(0, 6), (0, 18), (1, 0), (1, 3)]
    assert {"6/18", "0/3"} <= set(texts(figure))
    narrow = draw(replace(series, bars=(series.bars * 6)), SMALL)
    assert {"6/", "18"} <= set(texts(narrow))


def test_days_are_bars_of_days():
    assert heights(draw(of_days(5, 2))) == [(0, 5), (1, 2)]


def test_the_middle_has_a_line_from_lowest_to_highest():
    figure = draw(sample.middles())
    ranges = [line for line in segments(figure) if line[0][0] == line[1][0]]
    assert ranges[0] == [(0, 30), (0, 60)]
    assert len(ranges) == 6
    assert {"45", "middle value, as the number says"} <= set(texts(figure))


def test_a_part_of_a_week_has_a_star_a_broken_edge_and_is_explained():
    series = of_days(1, 2)
    part = replace(series, bars=(replace(series.bars[0], partial=True), series.bars[1]))
    figure = draw(part)
    assert {"Mar 2*", "Mar 9", "* part of a week"} <= set(texts(figure))
    (made,) = [
        collection
        for collection in figure.axes[0].collections
        if collection.get_paths()[0].vertices.size > 4
    ]
    styles = [style[1] is not None for style in made.get_linestyle()]
    assert styles == [True, False]
    assert "* part of a week" not in texts(draw(series))


def test_the_middle_of_a_part_is_an_empty_dot():
    figure = draw(sample.middles())
    filled = {
        len(line.get_xdata()): line.get_markerfacecolor()
        for line in of_kind(figure, Line2D)
        if line.get_marker() == "o"
    }
    assert filled == {1: "#ffffff", 5: TINTS[-1]}


@pytest.mark.parametrize("look", LOOKS)
def test_a_change_of_plan_is_a_solid_line_and_life_a_dotted_one(look):
    happened = (life(date(2026, 3, 2)), life(date(2027, 1, 1)), life(date(2025, 1, 1)))
    series = replace(of_days(1, 2), changes=(date(2026, 3, 13), date(2020, 1, 1)), life=happened)
    assert upright(draw(series, look)) == [(-0.5, ":"), (pytest.approx(0.5 + 4 / 7, abs=1e-3), "-")]


def test_days_left_out_are_a_band_from_the_first_to_the_last():
    sick = life(day(3), day(5), reason=LeftOutReason.SICK)
    figure = draw(of_days(1, 2, life=(sick,)))
    (band,) = figure.axes[0].patches
    assert (band.get_x(), band.get_width()) == (pytest.approx(-0.5 + 3 / 7), pytest.approx(3 / 7))
    assert "left out: sick, Mar 5–7" in texts(figure)
    assert "left out: sick, Mar 5–7" not in texts(draw(of_days(1, 2, life=(sick,)), SMALL))


def test_with_many_marks_life_is_ticks_under_the_axis_and_changes_stay_lines():
    many = tuple(life(day(at), words="A cold") for at in range(13))
    crowded = draw(of_days(*range(9), life=many, changes=(day(8),)))
    assert upright(crowded) == [(pytest.approx(0.6429, abs=1e-3), "-")]
    assert len([line for line in crowded.artists if isinstance(line, Line2D)]) == 13
    changed = draw(of_days(*range(9), changes=tuple(day(at) for at in range(13))))
    assert upright(changed) == []


def test_labels_of_marks_are_cut_where_there_is_no_room_and_left_off_at_last():
    words = "Grandma moved in with us and has the room beside the kitchen"
    series = of_days(*range(9), life=tuple(life(day(at), words=words) for at in range(0, 50, 5)))
    told = [text for text in texts(draw(series)) if text.startswith("Gr")]
    assert told
    assert all(one.endswith("…") for one in told)
    assert len(told) < 10


def test_a_label_that_has_no_room_to_the_right_stands_to_the_left():
    figure = draw(of_days(*range(9), life=(life(day(61), words="A new bed"),)))
    (label,) = [word for word in words_in(figure) if word.words == "A new bed"]
    (place, _) = upright(figure)[0]
    x = figure.axes[0].transData.transform((place, 0))[0] * 72 / figure.dpi
    assert label.right < x


def test_a_number_steps_off_a_line_that_would_go_through_it():
    plain, crossed = (draw(of_days(*[7] * 12, changes=days)) for days in ((), (day(10),)))
    middles = [
        [(word.left + word.right) / 2 for word in words_in(figure) if word.words == "7"]
        for figure in (plain, crossed)
    ]
    assert middles[0][0] == middles[1][0]
    assert middles[0][1] != middles[1][1]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("25000", "25k"), ("17.5", "17.5"), ("1500000", "1.5M"), ("47.75", "47.75"),
        ("1000000000000", "1 trillion"), ("2500000000", "2.5 billion"),
        ("0.0000001", "0.0000001"), ("0.034", "0.034"), ("-2", "-2"), ("-123456", "-123k"),
    ],
)  # fmt: skip
def test_large_and_tiny_numbers_are_short_over_their_bar(value, said):
    assert said in texts(draw(sums(Decimal(value))))


def test_a_number_that_a_middle_goes_through_stands_on_plain_ground():
    told = [{"median": 20, "low": 5, "high": high, "n": 5} for high in (30, 60)]
    middle = PhaseMiddle(start=day(0), end=day(13), n=10, middle=Decimal(31))
    series = bars(Shape.MIDDLES, RatingKind.NUMBER, *told, phases=(middle,))
    figure = draw(series)
    grounds = [patch for patch in figure.artists if isinstance(patch, Rectangle)]
    number = next(word for word in words_in(figure) if word.words == "20")
    assert any(ground.get_x() < number.left < number.right < ground.get_x() + ground.get_width()
               for ground in grounds)  # fmt: skip


def test_less_than_zero_is_drawn_under_the_ground():
    assert blocks(draw(sums(4, -5))) == [(0, 0, 4), (1, -5, 5)]


def test_the_unit_and_what_is_better_stand_over_the_axis():
    assert "words, added up · more is better" in texts(draw(sample.sums()))
    assert "minutes each time · less is better" in texts(draw(sample.middles()))
    assert "minutes a day" in texts(draw(replace(sample.middles(), better=None, of_days=True)))
    assert "added up" in texts(draw(sums(1)))


def test_months_and_years_are_named_with_as_many_names_as_fit():
    months = texts(draw(sample.months()))
    assert {"Jan", "2016", "2025", "Jul"} <= set(months)
    assert "* part of a month" in months
    narrow = texts(draw(sample.months(), ChartLook(size=(3.2, 2.0))))
    assert "2016" in narrow
    assert "Jul" not in narrow
    assert {"1998", "2026", "600k"} <= set(texts(draw(sample.years())))


def test_a_part_of_a_year_is_explained():
    series = sample.years()
    cut = replace(series, bars=(replace(series.bars[0], partial=True), *series.bars[1:]))
    assert "* part of a year" in texts(draw(cut))


def test_many_bars_have_thin_edges_lest_edges_be_all_one_sees():
    figures = draw(sample.months(), SMALL), draw(sample.months()), draw(sample.months(12))
    edges = [
        max(float(one) for made in of_kind(figure, PolyCollection) for one in made.get_linewidth())
        for figure in figures
    ]
    assert edges[0] < edges[1] < edges[2]


def test_without_bars_there_is_nothing_and_an_empty_picture_is_no_error():
    empty = BarSeries(shape=Shape.MIDDLES, kind=RatingKind.NUMBER, bars=(), span=Span.WEEK)
    assert not has_something(empty)
    assert set(texts(draw(empty))) == {
        "middle value, as the number says", "from the lowest to the highest", "0", "0.5", "1",
        "each time",
    }  # fmt: skip
    assert has_something(sums(0))
    assert has_something(of_days(0, 2))
    assert not has_something(levels(GAP, OUT))
    assert not has_something(levels({"levels": (0, 0, 0, 0)}))


def test_a_legend_has_smaller_letters_rather_than_most_of_the_height():
    figures = [draw(sample.levels(), ChartLook(size=(6, high), text=2.0)) for high in (6, 3, 1.7)]
    words = [word for figure in figures for word in words_in(figure) if word.words == "some help"]
    sizes = [word.top - word.bottom for word in words]
    assert sizes[0] > sizes[1] >= sizes[2] >= 0.69 * sizes[0]
    assert figures[1].axes[0].get_position().height > 0.25


def test_a_cut_never_parts_a_letter_from_its_accent():
    words = "n\u0303o\u0301" * 60
    told = texts(draw(of_days(1, 2, life=(life(day(1), words=words),))))
    (cut,) = [one for one in told if one.endswith("…")]
    assert words[len(cut) - 1] in "no"


def test_long_bars_of_time_keep_one_name_where_two_have_no_room():
    first = sample.a_bar(day(0), day(6), levels=(1, 0, 0, 0))
    weeks = tuple(
        replace(first, start=day(7 * at), end=day(7 * at) + timedelta(days=6)) for at in range(27)
    )
    series = BarSeries(shape=Shape.LEVELS, kind=RatingKind.HELP, bars=weeks)
    tiny = ChartLook(size=(0.8, 0.6), legend=False, text=2.0)
    assert "Mar 2" in texts(draw(series, tiny))
    years = sample.years()
    two = replace(years, bars=(sample.a_year(2001, sum=1), sample.a_year(2003, sum=2)))
    told = texts(draw(two, tiny))
    assert ("2001" in told, "2003" in told) == (True, False)
