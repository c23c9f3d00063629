"""How bars are drawn in each shape: stacked levels, sums, middles with their range, tries, days."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple, assert_never

from homejournal.domain.bar_series import Bar, BarSeries, Shape
from homejournal.domain.ratings import levels_of
from homejournal.reports.chart_frame import Limits, Rect, Sheet
from homejournal.reports.chart_style import Fill, fill_of
from homejournal.reports.chart_text import short_number, width_of
from homejournal.texts.wording import Wording

if TYPE_CHECKING:
    from matplotlib.transforms import Transform

BAR_WIDTH = 0.72
OUTLINE = 0.6
_ZERO_LINE = 2.0
_HEADROOM = 1.02
_SMALLEST = 0.66
_LIFT = 1.5
_PITCH = 1.05
"""From one line of a number to the next, in sizes of its letters."""
_DENSE = 5.0
"""Points of a bar's place under which its edge is thinner, lest edges be all one sees."""


class Block(NamedTuple):
    """One filled rectangle: the place of its bar, where it stands, how high, and of a part."""

    place: int
    bottom: float
    height: float
    partial: bool


class Number(NamedTuple):
    """The number over a bar; `parts` stand on two lines where one is too wide."""

    place: int
    height: float
    parts: tuple[str, ...]


class Numbers(NamedTuple):
    """All numbers over the bars, and how large and on how many lines they are."""

    shown: tuple[Number, ...]
    size: float
    two_lines: bool

    @property
    def height(self) -> float:
        """Return the points they take over the highest bar."""
        lines = 2 if self.two_lines else 1
        return self.size * (lines * _PITCH - 0.1) + _LIFT if self.shown else 0.0


def limits_of(series: BarSeries) -> Limits:
    """Return from where to where the bars reach; zero is always among it."""
    top = max((_height(bar, series.shape) for bar in series.bars), default=0.0)
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
        low, high = _depth(bar, series.shape), _height(bar, series.shape)
        sheet.spots.append(Rect(place - 0.5, low, 1.0, high - low))


def numbers_over(series: BarSeries, wording: Wording, slot: float, letters: float) -> Numbers:
    """Return the numbers over the bars that have room: none is as wide as to touch the next."""
    told = [
        Number(place, _height(bar, series.shape), _parts(series.shape, bar, wording))
        for place, bar in enumerate(series.bars)
        if bar.has(series.shape)
    ]
    widest = max((width_of("/".join(one.parts), letters) for one in told), default=0.0)
    two = widest > slot and series.shape is Shape.TRIES
    if two:
        widest = max(width_of(part + "/", letters) for one in told for part in one.parts)
    size = letters * max(_SMALLEST, min(1.0, slot / (widest or 1.0)))
    fitting = (one for one in told if _width(one, size, two=two) <= slot * 1.02)
    return Numbers(tuple(fitting), size, two)


def draw_numbers(sheet: Sheet, numbers: Numbers, lines: Sequence[float]) -> None:
    """Write the numbers, each just over its bar; where one of the `lines` goes, on plain ground.

    The lines are upright, at so many points from the left.
    """
    size = numbers.size
    for one in numbers.shown:
        said = [f"{one.parts[0]}/", *one.parts[1:]] if numbers.two_lines else ["/".join(one.parts)]
        x = sheet.x(one.place)
        for number, words in enumerate(reversed(said)):
            y = sheet.y(max(0.0, one.height)) + _LIFT + 1.0 + number * size * _PITCH
            half = width_of(words, size) / 2
            crossed = any(abs(line - x) <= half + 1.5 for line in lines)
            how = {"bbox": sheet.plain_ground} if crossed else {}
            sheet.write(
                x, y, words, size=size, ha="center", va="baseline", color=sheet.ink.dark,
                zorder=4, **how,
            )  # fmt: skip
            sheet.ink_in(Rect(x - half, y, 2 * half, size * 0.75))


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
                (one.place - half, one.bottom),
                (one.place + half, one.bottom),
                (one.place + half, one.bottom + one.height),
                (one.place - half, one.bottom + one.height),
            )
            for one in blocks
        ],
        facecolors=fill.color,
        edgecolors=[ink.soft if one.partial else ink.dark for one in blocks],
        linestyles=["--" if one.partial and one.height else "-" for one in blocks],
        linewidths=[edge if one.height else _ZERO_LINE for one in blocks],
        zorder=2,
        clip_on=False,
    )
    if fill.hatch:
        made.set_hatch(fill.hatch)
        made.set_hatchcolor(fill.hatch_color)
    # The limits are set already: nobody needs them found again.
    sheet.axes.add_collection(made, autolim=False)


def _levels(sheet: Sheet, series: BarSeries) -> None:
    base = [0] * len(series.bars)
    for at, level in enumerate(levels_of(series.kind)):
        counts = [bar.levels[at] if bar.levels else 0 for bar in series.bars]
        draw_blocks(
            sheet,
            fill_of(series.kind, level),
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
    """Make the places of gaps seen: a dot where nothing is written, a diamond for left out."""
    gaps = [(place, bar.left_out) for place, bar in enumerate(series.bars) if not bar.written]
    size = min(3.6, 0.5 * sheet.plot.width / max(len(series.bars), 1))
    for left_out, marker, scale in ((True, "D", 1.0), (False, ".", 0.8)):
        places = [place for place, out in gaps if out is left_out]
        if places:
            _points(
                sheet, places, [0.0] * len(places),
                linestyle="", marker=marker, markersize=size * scale, markeredgewidth=0.8,
                color=sheet.ink.soft, markerfacecolor=sheet.ink.halo if left_out else None,
                transform=_lifted(sheet, size), clip_on=False, zorder=3,
            )  # fmt: skip


def _lifted(sheet: Sheet, points: float = _LIFT) -> "Transform":
    from matplotlib.transforms import ScaledTranslation

    return sheet.axes.transData + ScaledTranslation(0, points / 72, sheet.figure.dpi_scale_trans)


def _width(number: Number, size: float, *, two: bool) -> float:
    if two:
        return max(width_of(part, size) for part in number.parts)
    return width_of("/".join(number.parts), size)


def _parts(shape: Shape, bar: Bar, wording: Wording) -> tuple[str, ...]:
    match shape:
        case Shape.LEVELS:
            return (wording.number(sum(bar.levels)),)
        case Shape.SUMS:
            return (short_number(bar.sum or Decimal(0), wording),)
        case Shape.MIDDLES:
            return (short_number(bar.median or Decimal(0), wording),)
        case Shape.TRIES:
            taken, offered = Decimal(bar.took or 0), Decimal(bar.of or 0)
            return short_number(taken, wording), short_number(offered, wording)
        case Shape.DAYS:
            return (wording.number(bar.days),)
        case _:
            assert_never(shape)


def _height(bar: Bar, shape: Shape) -> float:
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
