"""What lies on what in a chart, and that all of it is told apart on light and dark ground."""

from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from matplotlib.collections import PathCollection, PolyCollection
from matplotlib.colors import to_rgb
from matplotlib.lines import Line2D

from homejournal.domain.looking_back.chart_series import Shape
from homejournal.domain.records.rating_scales import RatingKind, levels_of
from homejournal.reports.charts.style import ChartLook, fill_of, ink_of
from tests.reports import sample_charts as sample
from tests.reports.drawn import LARGE, SMALL, draw, of_kind, texts
from tests.reports.sample_charts import GAP, OUT, bars

ALL_SEEN = 3.0
"""The least contrast of what is no letter (WCAG 2.2, 1.4.11)."""
# Machado, Oliveira and Fernandes (2009), severity 1.0: red-, green- and blue-blind.
BLIND = {
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216),
               (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413),
               (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602),
               (0.004733, 0.691367, 0.303900)),
}  # fmt: skip


def linear(color):
    return [
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in to_rgb(color)
    ]


def light(rgb):
    return sum(part * one for part, one in zip((0.2126, 0.7152, 0.0722), rgb, strict=True))


def contrast(one, other):
    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


def seen_by(matrix, rgb):
    return [sum(part * one for part, one in zip(row, rgb, strict=True)) for row in matrix]


@pytest.mark.parametrize("chart", [sample.levels(), sample.tries(), sample.middles()])
@pytest.mark.parametrize("look", [LARGE, SMALL])
def test_bars_lie_on_the_lines_of_the_plan_and_of_life(chart, look):
    figure = draw(chart, look)
    lines = [
        one
        for one in of_kind(figure, Line2D)
        if len({*one.get_xdata()}) == 1 < len(one.get_xdata())
    ]
    assert len(lines) >= 2
    data = list(of_kind(figure, PolyCollection)) or [
        one for one in of_kind(figure, Line2D) if one.get_marker() == "o"
    ]
    assert max(line.get_zorder() for line in lines) < min(one.get_zorder() for one in data)
    ground = ink_of(look).halo
    assert ground not in {line.get_color() for line in lines}


def test_a_line_stands_out_over_the_highest_bar():
    full = [{"levels": (5, 0, 0, 0), "n": 5}] * 5
    for look in (LARGE, SMALL):
        figure = draw(bars(Shape.LEVELS, RatingKind.HELP, *full, **sample.MARKED), look)
        (solid,) = [
            one
            for one in of_kind(figure, Line2D)
            if one.get_ydata()[-1] > 9 and one.get_linestyle() == "-"
        ]
        _, top = solid.get_transform().transform(solid.get_xydata()[-1])
        (axes,) = figure.axes
        assert top > axes.transData.transform((0, 5))[1] + 4


def test_dots_lie_on_the_line_of_the_middle_in_their_row():
    figure = draw(sample.level_dots())
    rows = [
        one
        for one in of_kind(figure, Line2D)
        if len({*one.get_ydata()}) == 1 and one.get_ydata()[0] == 3
    ]
    assert len(rows) == 1
    assert rows[0].get_zorder() < min(one.get_zorder() for one in of_kind(figure, PathCollection))


@pytest.mark.parametrize("dark", [False, True])
def test_the_edge_of_every_level_stands_out_from_the_ground(dark):
    ink = ink_of(ChartLook(dark=dark))
    assert contrast(linear(ink.dark), linear(ink.halo)) >= ALL_SEEN
    drawn = draw(sample.levels(), replace(LARGE, dark=dark, legend=False))
    edges = {
        tuple(edge[:3]) for one in of_kind(drawn, PolyCollection) for edge in one.get_edgecolor()
    }
    assert edges
    assert edges <= {to_rgb(ink.dark), to_rgb(ink.soft)}


@pytest.mark.parametrize("dark", [False, True])
def test_the_levels_go_from_light_to_dark_and_on_dark_ground_from_dim_to_bright(dark):
    fills = [fill_of(RatingKind.HELP, level, ChartLook(dark=dark)) for level in (1, 2, 3, 4)]
    lights = [light(linear(fill.color)) for fill in fills]
    assert lights == sorted(lights, reverse=not dark)
    assert [fill.is_dark for fill in fills] == (
        [True, True, False, False] if dark else [False] * 3 + [True]
    )


@pytest.mark.parametrize("kind", [RatingKind.HELP, RatingKind.WENT])
@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("eyes", sorted(BLIND))
def test_tints_alone_tell_levels_apart_for_any_eyes(kind, dark, eyes):
    look = ChartLook(dark=dark, hatched=False)
    fills = [fill_of(kind, level, look) for level in levels_of(kind)]
    for one, other in combinations(fills, 2):
        assert one.hatch == other.hatch == ""
        assert contrast(*(seen_by(BLIND[eyes], linear(fill.color)) for fill in (one, other))) >= 1.5


@pytest.mark.parametrize("kind", [RatingKind.HELP, RatingKind.WENT])
def test_on_paper_neighboring_levels_have_different_hatches(kind):
    hatches = [fill_of(kind, level).hatch for level in levels_of(kind)]
    assert all(one != other for one, other in pairwise(hatches))


def test_the_lines_of_a_hatch_grow_apart_and_thicker_with_the_letters():
    plain, large = (draw(sample.levels(), replace(LARGE, text=text)) for text in (1.0, 2.0))
    hatched = [
        {
            (one.get_hatch(), one.get_hatch_linewidth())
            for one in of_kind(figure, PolyCollection)
            if one.get_hatch()
        }
        for figure in (plain, large)
    ]
    assert hatched == [{("///", 0.9), ("xxxx", 0.9)}, {("//", 1.8), ("xx", 1.8)}]


@pytest.mark.parametrize("nothing", [GAP, OUT])
def test_a_star_is_explained_also_where_the_part_of_the_week_has_no_bar(nothing):
    full = {"levels": (1, 0, 0, 0), "n": 1}
    told = texts(draw(bars(Shape.LEVELS, RatingKind.HELP, nothing | {"partial": True}, full)))
    assert "Mar 2*" in told
    assert "* part of a week" in told


def test_no_star_stands_alone_under_the_axis():
    for look in (LARGE, SMALL):
        for chart in (sample.months(), sample.months(20), sample.levels()):
            assert "*" not in texts(draw(chart, look))
