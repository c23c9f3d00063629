"""How the weeks are drawn in each shape: stacked levels, sums, middles with their range, tries."""

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple, assert_never

from homejournal.domain.bar_series import Bar, BarSeries, Shape
from homejournal.domain.ratings import levels_of
from homejournal.reports.chart_style import BAR, INK, Fill, fill_of, font

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_WIDTH = 0.72
_OUTLINE = 0.6
_HEADROOM = 1.02
_FEW_WEEKS = 10


class Ink(NamedTuple):
    """The colors of letters and lines, and of the edge that keeps a line apart from a bar."""

    dark: str
    soft: str
    halo: str


class _Pen(NamedTuple):
    axes: "Axes"
    ink: Ink
    size: float


def draw_bars(axes: "Axes", series: BarSeries, ink: Ink, size: float) -> None:
    """Draw every week that has something written; `size` is that of the numbers, in points."""
    pen = _Pen(axes, ink, _size_for(len(series.bars), size))
    top = max((_height(week, series.shape) for week in series.bars), default=0.0)
    ground = min((_depth(week, series.shape) for week in series.bars), default=0.0)
    axes.set_ylim(ground, (top or (0.0 if ground else 1.0)) * _HEADROOM)
    _DRAW[series.shape](pen, series)


def on_two_lines(series: BarSeries) -> bool:
    """Whether the numbers over the bars take two lines, as many weeks leave little room."""
    return series.shape is Shape.TRIES and len(series.bars) > _FEW_WEEKS


def _size_for(weeks: int, size: float) -> float:
    return size if weeks <= _FEW_WEEKS else max(4.5, size * _FEW_WEEKS / weeks)


def _height(week: Bar, shape: Shape) -> float:
    match shape:
        case Shape.LEVELS:
            return float(sum(week.levels))
        case Shape.SUMS:
            return max(0.0, float(week.sum or 0))
        case Shape.MIDDLES:
            return max(0.0, float(week.high or 0))
        case Shape.TRIES:
            return float(week.of or 0)
        case Shape.DAYS:
            return float(week.days)
        case _:
            assert_never(shape)


def _depth(week: Bar, shape: Shape) -> float:
    """Return how far a week reaches below zero."""
    lowest = week.sum if shape is Shape.SUMS else week.low if shape is Shape.MIDDLES else None
    return min(0.0, float(lowest or 0))


def _levels(pen: _Pen, series: BarSeries) -> None:
    base = [0] * len(series.bars)
    for place, level in enumerate(levels_of(series.kind)):
        counts = [week.levels[place] if week.levels else 0 for week in series.bars]
        _bars(pen, list(enumerate(counts)), fill_of(series.kind, level), base)
        base = [under + count for under, count in zip(base, counts, strict=True)]
    for place, week in enumerate(series.bars):
        if week.written:
            _number(pen, place, base[place], str(base[place]))


def _drawn(series: BarSeries) -> list[tuple[int, Bar]]:
    return [(place, week) for place, week in enumerate(series.bars) if week.has(series.shape)]


def _sums(pen: _Pen, series: BarSeries) -> None:
    written = _drawn(series)
    _bars(pen, [(place, float(week.sum or 0)) for place, week in written], Fill(BAR))
    for place, week in written:
        _number(pen, place, float(week.sum or 0), _short(week.sum or Decimal(0)))


def _days(pen: _Pen, series: BarSeries) -> None:
    written = _drawn(series)
    _bars(pen, [(place, week.days) for place, week in written], Fill(BAR))
    for place, week in written:
        _number(pen, place, week.days, str(week.days))


def _tries(pen: _Pen, series: BarSeries) -> None:
    written = _drawn(series)
    _bars(pen, [(place, week.of or 0) for place, week in written], Fill("#ffffff"))
    _bars(pen, [(place, week.took or 0) for place, week in written], Fill(BAR))
    for place, week in written:
        apart = "/\n" if on_two_lines(series) else "/"
        _number(pen, place, week.of or 0, f"{week.took or 0}{apart}{week.of or 0}")


def _middles(pen: _Pen, series: BarSeries) -> None:
    shown = [
        (place, week.low, week.median, week.high)
        for place, week in enumerate(series.bars)
        if week.low is not None and week.median is not None and week.high is not None
    ]
    pen.axes.errorbar(
        [place for place, _, _, _ in shown],
        [float(median) for _, _, median, _ in shown],
        yerr=[
            [float(median - low) for _, low, median, _ in shown],
            [float(high - median) for _, _, median, high in shown],
        ],
        fmt="o",
        color=BAR if pen.ink.dark == INK else pen.ink.dark,
        markersize=4,
        elinewidth=1.2,
        capsize=2.5,
        zorder=2,
        clip_on=False,
    )
    for place, _, median, high in shown:
        _number(pen, place, float(high), _short(median), lift=3.0)


def _bars(
    pen: _Pen, heights: list[tuple[int, int | float]], fill: Fill, base: list[int] | None = None
) -> None:
    """Draw bars on their bases; a zero is drawn as a line on the ground."""
    from matplotlib.patches import Rectangle

    for place, height in heights:
        bottom = base[place] if base else 0
        if not height and base is not None:
            continue
        bar = Rectangle(
            (place - _WIDTH / 2, bottom),
            _WIDTH,
            height,
            facecolor=fill.color,
            edgecolor=INK,
            linewidth=_OUTLINE if height else 2.0,
            zorder=2,
            clip_on=False,
        )
        if fill.hatch:
            bar.set_hatch(fill.hatch)
            bar.set_hatchcolor(fill.hatch_color)
        # The limits are set already; to have each bar find them again would double the time.
        pen.axes.add_artist(bar)


def _number(pen: _Pen, place: int, height: float, words: str, *, lift: float = 1.5) -> None:
    pen.axes.annotate(
        words,
        (place, max(0.0, height)),
        (0, lift),
        textcoords="offset points",
        ha="center",
        va="bottom",
        linespacing=0.95,
        color=pen.ink.dark,
        fontproperties=font(pen.size),
        annotation_clip=False,
        zorder=4,
    )


_MILLION, _THOUSAND = Decimal(1_000_000), Decimal(10_000)


def _short(value: Decimal) -> str:
    """Return a number in few letters: the whole of it stands in the sentence beside the chart."""
    if abs(value) >= _MILLION:
        return f"{value:.1e}".replace("e+", "E")
    if abs(value) >= _THOUSAND:
        return f"{value / 1000:.0f}k"
    text = f"{value:.1f}"
    return text.removesuffix(".0")


_DRAW = {
    Shape.LEVELS: _levels,
    Shape.SUMS: _sums,
    Shape.MIDDLES: _middles,
    Shape.TRIES: _tries,
    Shape.DAYS: _days,
}
