"""The same charts as somebody would draw them with Matplotlib alone, for the charting figures.

They have as many bars, dots, hatches, lines, names and legend entries as ours, in the same size and
the same letters; only what is worked out before and around a drawing is left off.
"""

from collections.abc import Callable

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from homejournal.domain.looking_back.chart_series import BarSeries, DotSeries, Shape
from homejournal.domain.looking_back.strategy_rows import SharedAxis, Sign, StrategyRow
from homejournal.reports.charts.style import ChartLook, fill_of, font, set_up_matplotlib
from homejournal.reports.strategy_rows.row_sheet import RowLook
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


_MARKERS = {
    Sign.DID_IT: "s",
    Sign.NOT_TODAY: "o",
    Sign.LEFT_OUT: (2, 0, 60),
    Sign.NOT_WRITTEN: ".",
    Sign.OUTSIDE: "D",
}


def bare_row(axis: SharedAxis, row: StrategyRow, look: RowLook) -> bytes:
    """Draw a strip of signs over stacked bars or dots, with bands, lines, numbers and a change."""
    set_up_matplotlib()
    figure = Figure(figsize=(look.width, 0.92), dpi=look.dpi)
    strip, below = figure.subplots(2, 1, height_ratios=(1, 4), sharex=True)
    _bare_strip(strip, row)
    if isinstance(row.chart, DotSeries):
        _bare_dots(below, axis, row.chart)
    elif row.chart is not None:
        _bare_bars(below, axis, row.chart)
    for one in (strip, below):
        _bare_lines(one, axis, row)
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    return bytes(canvas.buffer_rgba())


def _bare_strip(strip: Axes, row: StrategyRow) -> None:
    signs: dict[Sign, list[tuple[float, float]]] = {}
    for at, cell in enumerate(row.days):
        for place, sign in enumerate(cell.signs):
            signs.setdefault(sign, []).append((at, -place))
    for sign, places in signs.items():
        strip.scatter(*zip(*places, strict=True), s=9, marker=_MARKERS[sign], color="black")


def _bare_lines(axes: Axes, axis: SharedAxis, row: StrategyRow) -> None:
    start = axis.period.start
    axes.set_axis_off()
    for band in row.bands:
        ends = ((day - start).days for day in (band.start, band.end))
        axes.axvspan(*ends, color="#efece5", zorder=0)
    for block in axis.blocks:
        axes.axvline((block.start - start).days - 0.5, color="#d5d1c8", linewidth=0.5)
    for change in row.changes:
        axes.axvline((change - start).days - 0.5, color="black")


def _bare_dots(below: Axes, axis: SharedAxis, chart: DotSeries) -> None:
    start = axis.period.start
    days = [(dot.day - start).days for dot in chart.dots]
    below.scatter(days, [float(dot.value) for dot in chart.dots], s=9)
    for path in chart.paths:
        days = [(point.day - start).days for point in path]
        below.plot(days, [float(point.value) for point in path], color="black")


def _bare_bars(below: Axes, axis: SharedAxis, chart: BarSeries) -> None:
    places = [(bar.start - axis.period.start).days + 3 for bar in chart.bars]
    base = [0] * len(places)
    parts = [[bar.took or 0, (bar.of or 0) - (bar.took or 0)] for bar in chart.bars]
    if chart.shape is Shape.LEVELS:
        parts = [list(bar.levels) for bar in chart.bars]
    for counts in zip(*parts, strict=True):
        below.bar(places, counts, 4, base, edgecolor="black", linewidth=0.6)
        base = [under + count for under, count in zip(base, counts, strict=True)]
    for place, count in zip(places, base, strict=True):
        below.text(place, count, str(count), ha="center", fontproperties=font(9))


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
