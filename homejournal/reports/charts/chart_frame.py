"""The sheet on which a chart is drawn: its margins in points, its letters, its upright lines.

Margins are worked out here from the letters: a layout engine would cost more than the drawing.
"""

from dataclasses import dataclass, field
from functools import cached_property
from math import ceil
from typing import TYPE_CHECKING, Any, NamedTuple

from homejournal.reports.charts.lettering import LINE, drawable, width_of
from homejournal.reports.charts.style import ChartLook, Ink, font, ink_of, set_up_matplotlib
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
_BEHIND_DATA = 1.2
"""Over the grid, and under bars, dots and the paths between them."""
_TO_MIDDLE = 0.36
"""From the line that letters stand on up to their middle, in their size."""
_INKED = 3.0
_BEFORE = {"left": 0.0, "center": 0.5, "right": 1.0}
"""The part of words that is before the place at which they are written."""
_UNDER, _OVER, _AROUND = 0.1, 0.8, 1.0
"""How far letters reach from the line they stand on, in their size; and points kept around them."""


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
    """Places of all words written so far, in points."""
    inked: list[tuple[float, float]] = field(default_factory=list)
    """Places that something is drawn at, in points: words are written where none of them are."""
    _inked: Any = None

    @cached_property
    def figure(self) -> "Figure":
        """The figure, see-through."""
        set_up_matplotlib()
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

    def ink_in(self, place: Rect) -> None:
        """Remember that something is drawn in a rectangle in points, lest words be written there.

        It is known by points of which no two have a number between them.
        """
        columns = 1 + max(1, ceil(place.width / _INKED))
        rows = 1 + max(1, ceil(place.height / _INKED))
        self.inked.extend(
            (
                place.x + place.width * column / (columns - 1),
                place.y + place.height * row / (rows - 1),
            )
            for column in range(columns)
            for row in range(rows)
        )

    def is_blank(self, place: Rect) -> bool:
        """Return whether a rectangle in points is in the sheet, and free of words and drawing."""
        from numpy import array

        across, up = (0 <= place.x <= place.right <= self.width, 0 <= place.y <= place.top)
        if not (across and up and place.top <= self.height) or any(map(place.meets, self.taken)):
            return False
        if self._inked is None or len(self._inked) < len(self.inked):
            self._inked = array(self.inked).reshape(-1, 2)
        xs, ys = self._inked[:, 0], self._inked[:, 1]
        across = (xs > place.x) & (xs < place.right)
        return not (across & (ys > place.y) & (ys < place.top)).any()

    def clear(self, place: Rect) -> None:
        """Lay plain ground over a rectangle in points, for words that a line goes through."""
        from matplotlib.patches import Rectangle

        ground = Rectangle(
            (place.x, place.y), place.width, place.height, transform=self.in_points,
            facecolor=self.ink.halo, alpha=0.9, linewidth=0, zorder=3.5,
        )  # fmt: skip
        self.figure.add_artist(ground)

    @cached_property
    def in_points(self) -> "Transform":
        """From points to the figure."""
        from matplotlib.transforms import Affine2D

        return Affine2D().scale(1 / POINTS) + self.figure.dpi_scale_trans

    def write(self, x: float, y: float, words: str, **how: Any) -> "Text":  # noqa: ANN401 (passed on)
        """Write words at a place in points, which is taken from then on; `size` of the letters."""
        size = how.pop("size", self.letters)
        told: dict[str, Any] = {"color": self.ink.soft, "linespacing": 1.0} | how
        letters = font(size, rtl=self.rtl)
        words = drawable(words)
        wide = width_of(words, size)
        left = x - wide * _BEFORE[how.get("ha", "left")] - _AROUND
        high = (_UNDER + _OVER) * size + 2 * _AROUND
        self.taken.append(Rect(left, y - _UNDER * size - _AROUND, wide + 2 * _AROUND, high))
        return self.figure.text(
            x, y, words, transform=self.in_points, fontproperties=letters, **told
        )

    def write_middle(self, x: float, y: float, words: str, **how: Any) -> None:  # noqa: ANN401 (passed on)
        """Write lines of words so that their middle is at y points."""
        size = how.get("size", self.letters)
        lines = words.split("\n")
        first = y + (len(lines) - 1) / 2 * size * LINE - _TO_MIDDLE * size
        for number, line in enumerate(lines):
            self.write(x, first - number * size * LINE, line, va="baseline", **how)

    def draw_upright_line(self, x: float, bottom: float, top: float, **how: Any) -> None:  # noqa: ANN401 (passed on)
        """Draw an upright line behind all data: what was written down is never cut by it."""
        from matplotlib.lines import Line2D

        line = Line2D(
            (x, x), (bottom, top), transform=self._x_and_points, color=self.ink.dark,
            zorder=_BEHIND_DATA, clip_on=False, **how,
        )  # fmt: skip
        self.axes.add_artist(line)

    @cached_property
    def _x_and_points(self) -> "Transform":
        from matplotlib.transforms import blended_transform_factory

        return blended_transform_factory(self.axes.transData, self.in_points)


def _fitted(before: float, after: float, whole: float) -> tuple[float, float]:
    most = max(whole - _LEAST_PLOT, 0.0)
    shrink = min(1.0, most / (before + after)) if before + after else 1.0
    return before * shrink, after * shrink
