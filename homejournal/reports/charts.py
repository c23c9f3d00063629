"""The chart of a strategy by week: bars with their number on top, gaps where nothing is written."""

import io
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from homejournal.domain.bar_series import BarSeries
from homejournal.domain.ratings import RatingKind, levels_of
from homejournal.reports.bar_shapes import Ink, draw_bars, on_two_lines
from homejournal.reports.chart_style import (
    INK,
    INK_ON_DARK,
    RULE,
    SOFT,
    SOFT_ON_DARK,
    fill_of,
    font,
    prepare,
)
from homejournal.texts.wording import Wording, wording_of
from homejournal.texts.words import level as level_word

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

Size = tuple[float, float]
"""Width and height in inches."""
POINTS = 72
_LABEL_SIZE = 7.0
_LEAST_LABEL_GAP = 0.42
"""Inches from one week's label to the next, so that they never touch."""


def bar_figure(
    series: BarSeries,
    wording: Wording,
    *,
    size: Size = (2.8, 1.2),
    legend: bool = False,
    dark: bool = False,
) -> "Figure":
    """Return the weeks of a strategy as a Matplotlib figure, for a page or a screen.

    `size` is in inches; `legend` names the levels above the bars; `dark` is for dark windows.
    """
    prepare()
    from matplotlib.figure import Figure

    ink = Ink(INK_ON_DARK, SOFT_ON_DARK, "#1f2937") if dark else Ink(INK, SOFT, "#ffffff")
    figure = Figure(figsize=size)
    figure.patch.set_alpha(0)
    axes = figure.add_axes(_frame(size, series, legend=legend))
    axes.patch.set_alpha(0)
    draw_bars(axes, series, ink, _LABEL_SIZE)
    _mark_days(axes, series, ink)
    _label_weeks(axes, series, wording, ink)
    if legend and levels_of(series.kind):
        _name_levels(figure, series.kind, wording, ink)
    return figure


@lru_cache(maxsize=256)
def bar_svg(series: BarSeries, language: str, size: Size) -> str:
    """Return the chart as SVG text; the same value gives the same text."""
    return _svg(bar_figure(series, wording_of(language), size=size))


def bar_png(series: BarSeries, wording: Wording, *, size: Size = (6, 3), dpi: int = 150) -> bytes:
    """Return the chart with its legend as a PNG picture on white."""
    figure = bar_figure(series, wording, size=size, legend=True)
    file = io.BytesIO()
    figure.savefig(file, format="png", dpi=dpi, facecolor="white", metadata={"Software": None})
    return file.getvalue()


@lru_cache(maxsize=16)
def swatch_svg(kind: RatingKind, level: int) -> str:
    """Return a small field filled as the level is in the charts, for the words beside them."""
    prepare()
    from matplotlib.figure import Figure
    from matplotlib.patches import Rectangle

    figure = Figure(figsize=(16 / POINTS, 9 / POINTS))
    figure.patch.set_alpha(0)
    fill = fill_of(kind, level)
    field = Rectangle((0.04, 0.06), 0.92, 0.88, facecolor=fill.color, edgecolor=INK, linewidth=0.6)
    field.set_hatch(fill.hatch)
    field.set_hatchcolor(fill.hatch_color)
    figure.add_artist(field)
    return _svg(figure)


def _svg(figure: "Figure") -> str:
    file = io.StringIO()
    figure.savefig(file, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
    return file.getvalue()


def _frame(size: Size, series: BarSeries, *, legend: bool) -> tuple[float, float, float, float]:
    """Return left, bottom, width and height of the axes as shares of the figure.

    The margins are so many points, worked out here: a layout engine would cost more time than the
    drawing itself.
    """
    width, height = size[0] * POINTS, size[1] * POINTS
    bottom, top, side = 14.0, 10.0 + 14.0 * legend + 7.0 * on_two_lines(series), 9.0
    return side / width, bottom / height, 1 - 2 * side / width, 1 - (bottom + top) / height


def _label_weeks(axes: "Axes", series: BarSeries, wording: Wording, ink: Ink) -> None:
    figure = axes.get_figure(root=True)
    width = figure.get_figwidth() if figure is not None else 1.0
    count = max(len(series.bars), 1)
    step = max(1, round(_LEAST_LABEL_GAP * count / width + 0.49))
    shown = range(0, len(series.bars), step)
    names = [
        wording.short_day(series.bars[place].start) + "*" * series.bars[place].partial
        for place in shown
    ]
    rtl = wording.direction == "rtl"
    axes.set_xticks(list(shown), names, fontproperties=font(_LABEL_SIZE, rtl=rtl), color=ink.soft)
    axes.tick_params(axis="x", length=2, width=0.6, color=RULE, pad=1.5)
    axes.set_xlim(-0.55, count - 0.45)
    axes.set_yticks([])
    for side, spine in axes.spines.items():
        spine.set_visible(side == "bottom")
        spine.set_linewidth(0.8)
        spine.set_color(ink.soft)


def _mark_days(axes: "Axes", series: BarSeries, ink: Ink) -> None:
    """Draw a solid line where the plan changed, a dotted one where something in life happened."""
    life = tuple(mark.start for mark in series.life)
    for days, style, width in ((series.changes, "-", 1.2), (life, ":", 1.0)):
        places = [place for place in (_place_of(day, series) for day in days) if place is not None]
        for place in places:
            # A lighter edge keeps the line apart from a dark bar behind it.
            axes.axvline(place, color=ink.halo, linewidth=width + 1.6, zorder=3)
            axes.axvline(place, color=ink.dark, linestyle=style, linewidth=width, zorder=3)


def _place_of(day: date, series: BarSeries) -> float | None:
    """Return where a day begins on the axis, on which each week is one wide."""
    for place, week in enumerate(series.bars):
        if week.start <= day <= week.end:
            length = (week.end - week.start).days + 1
            return place - 0.5 + (day - week.start).days / length
    return None


def _name_levels(figure: "Figure", kind: RatingKind, wording: Wording, ink: Ink) -> None:
    from matplotlib.patches import Patch

    patches = []
    for level in levels_of(kind):
        fill = fill_of(kind, level)
        patch = Patch(facecolor=fill.color, edgecolor=INK, linewidth=0.6)
        patch.set_label(level_word(wording, kind, level))
        patch.set_hatch(fill.hatch)
        patch.set_hatchcolor(fill.hatch_color)
        patches.append(patch)
    figure.legend(
        handles=patches,
        loc="upper left",
        ncols=len(patches),
        frameon=False,
        prop=font(_LABEL_SIZE + 1, rtl=wording.direction == "rtl"),
        labelcolor=ink.dark,
        borderaxespad=0.1,
        columnspacing=1.2,
        handlelength=1.6,
        handleheight=1.0,
    )
