"""The same charts as somebody would draw them with Matplotlib alone, for the charting figures.

They have as many bars, dots, hatches, lines, names and legend entries as ours, in the same size and
the same letters; only what is worked out before and around a drawing is left off.
"""

from collections.abc import Callable

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from homejournal.domain.looking_back.chart_series import BarSeries, DotSeries
from homejournal.reports.charts.style import ChartLook, fill_of, font, set_up_matplotlib
from homejournal.texts.wording import wording_of

_NAMES = ("a lot of help", "some help", "a little help", "on own")


def bare_bars(series: BarSeries, look: ChartLook) -> bytes:
    """Draw stacked bars with their numbers, names, legend and lines."""

    def draw(axes: Axes) -> None:
        base = [0] * len(series.bars)
        for level, name in enumerate(_NAMES, 1):
            counts = [bar.levels[level - 1] for bar in series.bars]
            fill = fill_of(series.kind, level)
            axes.bar(
                range(len(counts)), counts, 0.72, base, color=fill.color, hatch=fill.hatch,
                edgecolor="black", linewidth=0.6, label=name,
            )  # fmt: skip
            base = [under + count for under, count in zip(base, counts, strict=True)]
        if len(base) < 30:
            for place, count in enumerate(base):
                axes.text(place, count, str(count), ha="center", fontproperties=font(9))
        step = 1 if len(base) < 30 else 12
        places = range(0, len(base), step)
        names = [wording_of("en").short_day(series.bars[place].start) for place in places]
        axes.set_xticks(places, names, fontproperties=font(9))
        for place in (len(base) / 3, len(base) / 2):
            axes.axvline(place, color="black")
            axes.text(place, max(base) * 1.06, "plan changed", fontproperties=font(8))

    return _picture(look, draw)


def bare_dots(series: DotSeries, look: ChartLook) -> bytes:
    """Draw a dot for each rating, with names, legend and lines."""
    days = (series.end - series.start).days

    def draw(axes: Axes) -> None:
        for level, name in enumerate(_NAMES, 1):
            chosen = [dot for dot in series.dots if dot.value == level]
            fill = fill_of(series.kind, level)
            axes.scatter(
                [(dot.day - series.start).days for dot in chosen], [level] * len(chosen),
                s=9 if days > 400 else 36, marker=fill.marker, color=fill.color,
                edgecolor="black", linewidth=0.5, label=name,
            )  # fmt: skip
        axes.set_yticks(range(1, 5), _NAMES, fontproperties=font(9))
        places = range(0, days, days // 8)
        axes.set_xticks(places, [str(place) for place in places], fontproperties=font(9))
        for place in (days / 3, days / 2):
            axes.axvline(place, color="black")
            axes.text(place, 4.6, "plan changed", fontproperties=font(8))

    return _picture(look, draw)


def _picture(look: ChartLook, draw: Callable[[Axes], None]) -> bytes:
    set_up_matplotlib()
    figure = Figure(figsize=look.size, dpi=look.dpi)
    axes = figure.add_subplot()
    draw(axes)
    axes.set_title("number of ratings", fontproperties=font(9))
    axes.tick_params(labelfontfamily="homejournal Sans")
    axes.legend(loc="lower left", bbox_to_anchor=(0, 1.1), ncols=4, prop=font(9))
    axes.grid(axis="y")
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    return bytes(canvas.buffer_rgba())
