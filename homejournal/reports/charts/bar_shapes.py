"""How bars are drawn in each shape: stacked levels, sums, middles with their range, tries, days."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple, assert_never

from homejournal.domain.looking_back.chart_series import Bar, BarSeries, Shape
from homejournal.domain.records.rating_scales import levels_of
from homejournal.reports.charts.chart_frame import Limits, Rect, Sheet
from homejournal.reports.charts.marker_shapes import NOT_WRITTEN, marker_of, put_hatch
from homejournal.reports.charts.style import Fill, fill_of

if TYPE_CHECKING:
    from matplotlib.transforms import Transform

BAR_WIDTH = 0.72
OUTLINE = 0.6
_ZERO_LINE = 2.0
_HEADROOM = 1.02
_LIFT = 1.5
_DENSE = 5.0
"""Points of a bar's place under which its edge is thinner, lest edges be all one sees."""


class Block(NamedTuple):
    """One filled rectangle: its bar's place, its bottom, its height, and which part it is."""

    place: int
    bottom: float
    height: float
    partial: bool


def limits_of(series: BarSeries) -> Limits:
    """Return from where to where the bars reach; zero is always among it."""
    top = max((height_of(bar, series.shape) for bar in series.bars), default=0.0)
    ground = min((_depth(bar, series.shape) for bar in series.bars), default=0.0)
    return Limits(ground, (top or (0.0 if ground else 1.0)) * _HEADROOM)


def draw_bars(sheet: Sheet, series: BarSeries) -> None:
    """Draw every bar that has something written, and a small sign where there is none."""
    match series.shape:
        case Shape.LEVELS:
            _levels(sheet, series)
        case Shape.SUMS:
            draw_blocks(sheet, Fill(sheet.ink.bar), _blocks(series, _sum))
        case Shape.DAYS:
            draw_blocks(sheet, Fill(sheet.ink.bar), _blocks(series, _days))
        case Shape.TRIES:
            draw_blocks(sheet, Fill(sheet.ink.field), _blocks(series, _of))
            draw_blocks(sheet, Fill(sheet.ink.bar), _blocks(series, _took))
        case Shape.MIDDLES:
            _middles(sheet, series)
        case _:
            assert_never(series.shape)
    _empty_places(sheet, series)
    for place, bar in enumerate(series.bars):
        low, high = _depth(bar, series.shape), height_of(bar, series.shape)
        sheet.spots.append(Rect(place - 0.5, low, 1.0, high - low))


def draw_blocks(sheet: Sheet, fill: Fill, blocks: Iterable[Block]) -> None:
    """Draw rectangles of one fill; a zero is a line on the ground, a part has a broken edge."""
    from matplotlib.collections import PolyCollection

    blocks = tuple(blocks)
    half = BAR_WIDTH / 2
    ink = sheet.ink
    edge = OUTLINE * min(1.0, abs(sheet.x(1) - sheet.x(0)) / _DENSE)
    made = PolyCollection(
        [
            (
                (block.place - half, block.bottom),
                (block.place + half, block.bottom),
                (block.place + half, block.bottom + block.height),
                (block.place - half, block.bottom + block.height),
            )
            for block in blocks
        ],
        facecolors=fill.color,
        edgecolors=[ink.soft if block.partial else ink.dark for block in blocks],
        linestyles=["--" if block.partial and block.height else "-" for block in blocks],
        linewidths=[edge if block.height else _ZERO_LINE for block in blocks],
        zorder=2,
        clip_on=False,
    )
    put_hatch(made, fill, sheet.look.text)
    # The limits are set already: nobody needs them found again.
    sheet.axes.add_collection(made, autolim=False)


def _levels(sheet: Sheet, series: BarSeries) -> None:
    base = [0] * len(series.bars)
    for at, level in enumerate(levels_of(series.kind)):
        counts = [bar.levels[at] if bar.levels else 0 for bar in series.bars]
        draw_blocks(
            sheet,
            fill_of(series.kind, level, sheet.look),
            [
                Block(place, base[place], count, series.bars[place].partial)
                for place, count in enumerate(counts)
                if count
            ],
        )
        base = [under + count for under, count in zip(base, counts, strict=True)]
    nothing = [place for place, bar in enumerate(series.bars) if bar.written and not base[place]]
    blocks = [Block(place, 0, 0, partial=False) for place in nothing]
    draw_blocks(sheet, Fill(sheet.ink.bar), blocks)


def _blocks(series: BarSeries, value: Callable[[Bar], float]) -> list[Block]:
    return [
        Block(place, 0.0, value(bar), bar.partial)
        for place, bar in enumerate(series.bars)
        if bar.has(series.shape)
    ]


def _middles(sheet: Sheet, series: BarSeries) -> None:
    from matplotlib.collections import LineCollection

    places = [place for place, bar in enumerate(series.bars) if bar.has(Shape.MIDDLES)]
    bars = [series.bars[place] for place in places]
    lows, middles, highs = ([float(value or 0) for value in column] for column in _columns(bars))
    ranges = [
        ((place, low), (place, high)) for place, low, high in zip(places, lows, highs, strict=True)
    ]
    color = sheet.ink.bar
    sheet.axes.add_collection(
        LineCollection(ranges, colors=color, linewidths=1.2, zorder=2, clip_on=False),
        autolim=False,
    )
    for place, low, high in zip(places, lows, highs, strict=True):
        foot, top = sheet.y(low), sheet.y(high)
        sheet.ink_in(Rect(sheet.x(place) - 3.0, foot - 1.0, 6.0, top - foot + 2.0))
    ends = {"linestyle": "", "marker": "_", "color": color, "zorder": 2, "clip_on": False}
    width = min(6.0, 0.8 * BAR_WIDTH * sheet.plot.width / max(len(series.bars), 1))
    _points(sheet, places * 2, [*lows, *highs], markersize=width, **ends)
    for partial in (False, True):
        chosen = [at for at, bar in enumerate(bars) if bar.partial is partial]
        _points(
            sheet,
            [places[at] for at in chosen],
            [middles[at] for at in chosen],
            **ends | {"marker": "o", "zorder": 2.5},
            markersize=max(2.0, min(4.5, width)),
            markerfacecolor=sheet.ink.field if partial else color,
        )


def _points(sheet: Sheet, xs: Sequence[float], ys: Sequence[float], **how: object) -> None:
    from matplotlib.lines import Line2D

    sheet.axes.add_artist(Line2D(xs, ys, **how))  # type: ignore[arg-type]


def _columns(bars: list[Bar]) -> tuple[list[Decimal | None], ...]:
    return [bar.low for bar in bars], [bar.median for bar in bars], [bar.high for bar in bars]


def _empty_places(sheet: Sheet, series: BarSeries) -> None:
    """Make the places of gaps seen: a dotted square for not written, a diamond for left out.

    Where nothing was planned, or no day counts yet, nothing is missing, so there is no sign.
    """
    gaps = [
        (place, bar.left_out) for place, bar in enumerate(series.bars) if bar.left_out or bar.lacks
    ]
    text = sheet.look.text
    slot = sheet.plot.width / max(len(series.bars), 1)
    out_wide, open_wide = min(3.6 * text, 0.5 * slot), min(6.5 * text, 0.8 * slot)
    for left_out, marker, size in ((True, "D", out_wide), (False, NOT_WRITTEN, open_wide)):
        places = [place for place, out in gaps if out is left_out]
        if places:
            _points(
                sheet, places, [0.0] * len(places),
                linestyle="", marker=marker_of(marker), markersize=size,
                markeredgewidth=0.8 * left_out, color=sheet.ink.soft,
                markerfacecolor=sheet.ink.halo if left_out else None,
                transform=_lifted(sheet, size), clip_on=False, zorder=3,
            )  # fmt: skip


def _lifted(sheet: Sheet, points: float = _LIFT) -> "Transform":
    from matplotlib.transforms import ScaledTranslation

    return sheet.axes.transData + ScaledTranslation(0, points / 72, sheet.figure.dpi_scale_trans)


def height_of(bar: Bar, shape: Shape) -> float:
    """Return up to which value a bar reaches, from zero on."""
    match shape:
        case Shape.LEVELS:
            return float(sum(bar.levels))
        case Shape.SUMS:
            return max(0.0, _sum(bar))
        case Shape.MIDDLES:
            return max(0.0, float(bar.high or 0))
        case Shape.TRIES:
            return _of(bar)
        case Shape.DAYS:
            return _days(bar)
        case _:
            assert_never(shape)


def _depth(bar: Bar, shape: Shape) -> float:
    """Return how far a bar reaches below zero."""
    lowest = bar.sum if shape is Shape.SUMS else bar.low if shape is Shape.MIDDLES else None
    return min(0.0, float(lowest or 0))


def _sum(bar: Bar) -> float:
    return float(bar.sum or 0)


def _of(bar: Bar) -> float:
    return float(bar.of or 0)


def _took(bar: Bar) -> float:
    return float(bar.took or 0)


def _days(bar: Bar) -> float:
    return float(bar.days)
