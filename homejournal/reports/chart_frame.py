"""The sheet on which a chart is drawn: its margins in points, its letters, its value axis.

Margins are worked out here from the letters: a layout engine would cost more than the drawing.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from homejournal.reports.chart_style import ChartLook, Ink, font, ink_of, prepare
from homejournal.reports.chart_text import LINE, drawable, short_number, width_of
from homejournal.texts.wording import Wording

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.text import Text
    from matplotlib.transforms import Transform

POINTS = 72
SIDE = 9.0
"""Points left free at the sides."""
_LEAST_PLOT = 8.0
_TICK, _EDGE = 2.5, 1.0
_ASCENT = 1.0
"""From the foot of a tick to the line that letters stand on, in sizes of the letters."""


class Rect(NamedTuple):
    """A rectangle; on a sheet in points from its lower left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Return where it ends at the right."""
        return self.x + self.width

    @property
    def top(self) -> float:
        """Return where it ends above."""
        return self.y + self.height

    def meets(self, other: "Rect") -> bool:
        """Return whether the two share any place."""
        across = self.x < other.right and other.x < self.right
        return across and self.y < other.top and other.y < self.top


class Limits(NamedTuple):
    """From where to where an axis goes."""

    low: float
    high: float

    def part(self, value: float) -> float:
        """Return where a value lies, from 0 at the low end to 1 at the high one."""
        return (value - self.low) / (self.high - self.low)


@dataclass
class Sheet:
    """A figure with one pair of axes; `spots` are the places of the marks, in values of the axes.

    `plot` is the rectangle of the axes in points, `across` and `up` what they go through.
    """

    look: ChartLook
    wording: Wording
    plot: Rect = field(default_factory=lambda: Rect(0, 0, 1, 1))
    across: Limits = field(default_factory=lambda: Limits(0, 1))
    up: Limits = field(default_factory=lambda: Limits(0, 1))
    spots: list[Rect] = field(default_factory=list)
    taken: list[Rect] = field(default_factory=list)
    """Places of words inside the plot, in points."""
    inked: list[tuple[float, float]] = field(default_factory=list)
    """Places that something is drawn at, in points: words are written where few of them are."""

    @cached_property
    def figure(self) -> "Figure":
        """The figure, see-through."""
        prepare()
        from matplotlib.figure import Figure

        figure = Figure(figsize=self.look.room, dpi=self.look.dpi)
        figure.patch.set_facecolor("none")
        return figure

    @cached_property
    def axes(self) -> "Axes":
        """The axes, made once `plot`, `across` and `up` are settled."""
        wide, high = self.width, self.height
        plot = self.plot
        frame = (plot.x / wide, plot.y / high, plot.width / wide, plot.height / high)
        axes = self.figure.add_axes(frame, xlim=self.across, ylim=self.up)
        axes.patch.set_alpha(0)
        for side, spine in axes.spines.items():
            spine.set_visible(side == "bottom")
            spine.set_linewidth(0.8)
            spine.set_color(self.ink.soft)
        axes.xaxis.set_visible(False)
        axes.yaxis.set_visible(False)
        return axes

    @cached_property
    def ink(self) -> Ink:
        """The colors of letters and lines."""
        return ink_of(self.look)

    @property
    def letters(self) -> float:
        """The size of letters in points."""
        return self.look.letters

    @property
    def line(self) -> float:
        """The height of a line of letters in points."""
        return self.letters * LINE

    @cached_property
    def rtl(self) -> bool:
        """Whether the language is written from the right."""
        return self.wording.direction == "rtl"

    @property
    def width(self) -> float:
        """The width in points."""
        return self.look.room[0] * POINTS

    @property
    def height(self) -> float:
        """The height in points."""
        return self.look.room[1] * POINTS

    def set_plot(self, *, left: float, right: float, bottom: float, top: float) -> None:
        """Settle the rectangle of the axes by its margins in points; something is always left."""
        left, right = _fitted(left, right, self.width)
        bottom, top = _fitted(bottom, top, self.height)
        self.plot = Rect(left, bottom, self.width - left - right, self.height - bottom - top)

    def x(self, value: float) -> float:
        """Return where a value of the x axis lies, in points from the left."""
        return self.plot.x + self.across.part(value) * self.plot.width

    def y(self, value: float) -> float:
        """Return where a value of the y axis lies, in points from below."""
        return self.plot.y + self.up.part(value) * self.plot.height

    def ink_in(self, place: Rect, step: float = 3.0) -> None:
        """Remember that something is drawn in a rectangle in points, `step` points apart."""
        columns = 1 + max(1, int(place.width / step))
        rows = 1 + max(1, int(place.height / step))
        self.inked.extend(
            (
                place.x + place.width * column / (columns - 1),
                place.y + place.height * row / (rows - 1),
            )
            for column in range(columns)
            for row in range(rows)
        )

    @property
    def plain_ground(self) -> dict[str, Any]:
        """The ground of words that something goes through."""
        return {"facecolor": self.ink.halo, "alpha": 0.9, "edgecolor": "none", "pad": 0.6}

    def ink_under(self, place: Rect) -> int:
        """Return how much of what is drawn lies under a rectangle in points; 0 is nothing."""
        xs, ys = self._inked
        across = (xs > place.x) & (xs < place.right)
        return int((across & (ys > place.y) & (ys < place.top)).sum())

    @cached_property
    def _inked(self) -> "tuple[Any, Any]":
        from numpy import array

        return array([x for x, _ in self.inked]), array([y for _, y in self.inked])

    @cached_property
    def in_points(self) -> "Transform":
        """From points to the figure."""
        from matplotlib.transforms import Affine2D

        return Affine2D().scale(1 / POINTS) + self.figure.dpi_scale_trans

    def write(self, x: float, y: float, words: str, **how: Any) -> "Text":  # noqa: ANN401 (passed on)
        """Write words at a place in points; `size` is that of the letters."""
        size = how.pop("size", self.letters)
        told: dict[str, Any] = {"color": self.ink.soft, "linespacing": 1.0} | how
        letters = font(size, rtl=self.rtl)
        words = drawable(words)
        return self.figure.text(
            x, y, words, transform=self.in_points, fontproperties=letters, **told
        )

    def across_line(self, x: float, bottom: float, top: float, **how: Any) -> None:  # noqa: ANN401 (passed on)
        """Draw an upright line on a lighter edge, which keeps it apart from a bar behind it."""
        from matplotlib.lines import Line2D

        width = how.pop("linewidth", 1.0)
        under: dict[str, Any] = {}
        for color, wide, extra in (
            (self.ink.halo, width + 1.6, under),
            (self.ink.dark, width, how),
        ):
            self.axes.add_artist(
                Line2D(
                    (x, x), (bottom, top),
                    transform=self._x_and_points, color=color, linewidth=wide,
                    zorder=3, clip_on=False, **extra,
                )
            )  # fmt: skip

    @cached_property
    def _x_and_points(self) -> "Transform":
        from matplotlib.transforms import blended_transform_factory

        return blended_transform_factory(self.axes.transData, self.in_points)


def _fitted(before: float, after: float, whole: float) -> tuple[float, float]:
    most = max(whole - _LEAST_PLOT, 0.0)
    shrink = min(1.0, most / (before + after)) if before + after else 1.0
    return before * shrink, after * shrink


class Ticks(NamedTuple):
    """The values named at an axis, and their words."""

    values: tuple[float, ...] = ()
    words: tuple[str, ...] = ()

    def width(self, size: float) -> float:
        """Return the points that the longest of the words takes."""
        return max((width_of(words, size) for words in self.words), default=0.0)


def number_ticks(limits: Limits, room: float, wording: Wording, *, whole: bool) -> Ticks:
    """Return a few round numbers inside the limits, as many as `room` lines have place."""
    from matplotlib.ticker import MaxNLocator

    parts = max(1, min(5, int(room / 2)))
    steps = [1, 2, 5, 10]
    found = MaxNLocator(parts, integer=whole, steps=steps).tick_values(*limits)
    slack = (limits.high - limits.low) * 1e-6
    values = [float(one) for one in found if limits.low - slack <= one <= limits.high + slack]
    words = (short_number(_round_tick(value), wording) for value in values)
    return Ticks(tuple(values), tuple(words))


def _round_tick(value: float) -> Decimal:
    return Decimal(f"{value:.10g}")


def name_values(sheet: Sheet, ticks: Ticks) -> None:
    """Write the words at the value axis, with faint lines through the plot."""
    from matplotlib.collections import LineCollection

    low, high = sheet.across
    lines = [((low, value), (high, value)) for value in ticks.values]
    grid = LineCollection(
        lines, colors=sheet.ink.rule, linewidths=0.5, alpha=0.45, zorder=0, clip_on=False
    )
    sheet.axes.add_collection(grid, autolim=False)
    for value, words in zip(ticks.values, ticks.words, strict=True):
        sheet.write(sheet.plot.x - 4, sheet.y(value), words, ha="right", va="center_baseline")


def name_places(sheet: Sheet, places: Sequence[tuple[float, str]], *, drop: float = 0.0) -> None:
    """Write the words under the time axis, each under its small tick; `drop` leaves room above."""
    from matplotlib.collections import LineCollection

    foot = sheet.plot.y - drop
    ticks = [((sheet.x(place), foot), (sheet.x(place), foot - _TICK)) for place, _ in places]
    sheet.figure.add_artist(
        LineCollection(ticks, colors=sheet.ink.rule, linewidths=0.6, transform=sheet.in_points)
    )
    for place, words in places:
        middle = name_middle(sheet, place, words)
        for number, line in enumerate(words.split("\n")):
            y = foot - _TICK - _ASCENT * sheet.letters - number * sheet.line
            sheet.write(middle, y, line, ha="center", va="baseline")


def name_middle(sheet: Sheet, place: float, words: str) -> float:
    """Return the middle of the words under a place, in points: at the sides they move inside."""
    half = width_of(words, sheet.letters) / 2 + _EDGE
    return max(half, min(sheet.x(place), sheet.width - half))
