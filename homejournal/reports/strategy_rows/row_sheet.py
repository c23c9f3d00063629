"""What a row is drawn on: dates to points, and shapes gathered so that few artists draw them all.

Matplotlib takes as long for one square as for a hundred of the same look, so squares of one look
are one collection.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from math import cos, pi, sin
from typing import TYPE_CHECKING, Any, NamedTuple

from homejournal.domain.looking_back.strategy_rows import SharedAxis
from homejournal.reports.charts.chart_frame import POINTS, Rect, Sheet
from homejournal.reports.charts.style import ChartLook, Fill
from homejournal.texts.wording import Wording, wording_of

if TYPE_CHECKING:
    from matplotlib.artist import Artist

Point = tuple[float, float]
_LETTERS = 9.0
_LARGE = 90.0
"""Points of the highest bar from which a picture has a scale."""
_CORNERS = 12
AIM_DASHES = (4.0, 3.0)
"""Points of the line and of the gap of the family's aim."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowLook:
    """How head and rows are drawn: `width` in inches, `ratings` the points of the highest bar.

    From 90 points on a row is a large one, with a scale. All rows under one head have the same
    width. On paper and in high contrast levels are `hatched`. The head has room for so many `lanes`
    of labels, or for as many as they need; they are in the `second_language`, too.
    """

    width: float = 4.35
    ratings: float = 40.0
    text: float = 1.0
    dark: bool = False
    dpi: int = 100
    hatched: bool = True
    lanes: int | None = None
    second_language: str = ""

    @property
    def letters(self) -> float:
        """Return the size of letters in points."""
        return _LETTERS * self.text

    @property
    def is_large(self) -> bool:
        """Return whether there is room for a scale, and for the middles between plans."""
        return self.ratings >= _LARGE

    def high(self, points: float) -> ChartLook:
        """Return how a picture of so many points of height is drawn."""
        return ChartLook(
            size=(self.width, points / POINTS),
            dark=self.dark,
            text=self.text,
            dpi=self.dpi,
            hatched=self.hatched,
        )


class Outline(NamedTuple):
    """How a shape is drawn; `order` is what lies over what."""

    face: str = "none"
    edge: str = "none"
    width: float = 0.0
    order: float = 2.0
    hatch: str = ""
    hatch_color: str = ""


class Stroke(NamedTuple):
    """How a line is drawn."""

    color: str
    width: float
    order: float = 2.0
    dashes: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class RowMark:
    """A mark of a row in points from its lower left corner, which of its kind it is, its days."""

    place: Rect
    kind: str
    at: int


@dataclass
class RowSheet:
    """A picture as wide as the axis; `marks` are the places of what can be asked about.

    It can be a part of a `larger` sheet, in which its lower left corner lies at `corner`.
    """

    axis: SharedAxis
    wording: Wording
    look: RowLook
    height: float
    larger: Sheet | None = None
    corner: Point = (0.0, 0.0)
    areas: dict[tuple[Outline, int], list[Sequence[Point]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    lines: dict[Stroke, list[tuple[Point, Point]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    marks: list[RowMark] = field(default_factory=list)
    sheet: Sheet = field(init=False)

    def __post_init__(self) -> None:
        self.sheet = self.larger or Sheet(self.look.high(self.height), self.wording)
        if self.larger:
            return
        # A strip alone is lower than any other chart may be.
        self.sheet.figure.set_size_inches(self.look.width, self.height / POINTS)

    @property
    def wordings(self) -> tuple[Wording, ...]:
        """The language of the picture, and the second one of a paper in two."""
        second = self.look.second_language
        return (self.wording, wording_of(second)) if second else (self.wording,)

    @property
    def width(self) -> float:
        """The width in points."""
        return self.look.width * POINTS

    @property
    def day_width(self) -> float:
        """The width of a day in points."""
        return self.width / self.axis.days

    def x(self, day: date, part: float = 0.0) -> float:
        """Return where a day begins in points from the left, or a part of it later."""
        along = ((day - self.axis.period.start).days + part) * self.day_width
        return self.width - along if self.sheet.rtl else along

    def span(self, start: date, end: date) -> tuple[float, float]:
        """Return the points from the left to the right of a stretch of days."""
        ends = sorted((self.x(start), self.x(end, 1.0)))
        return ends[0], ends[1]

    def area(self, look: Outline, corners: Sequence[Point]) -> None:
        """Draw a filled shape."""
        self.areas[look, len(corners)].append([self._at(*corner) for corner in corners])

    def box(self, look: Outline, place: Rect) -> None:
        """Draw a rectangle."""
        x, y, right, top = place.x, place.y, place.right, place.top
        self.area(look, ((x, y), (right, y), (right, top), (x, top)))

    def disc(self, look: Outline, x: float, y: float, radius: float) -> None:
        """Draw a disc."""
        self.area(look, [(x + radius * a, y + radius * b) for a, b in _circle()])

    def line(self, look: Stroke, start: Point, end: Point) -> None:
        """Draw a line."""
        self.lines[look].append((self._at(*start), self._at(*end)))

    def write(self, x: float, y: float, words: str, *, size: float, **how: Any) -> None:  # noqa: ANN401 (passed on)
        """Write words on the line at y points."""
        self.sheet.write(*self._at(x, y), words, size=size, va="baseline", zorder=4, **how)

    def clear(self, place: Rect) -> None:
        """Lay plain ground over a rectangle, for words that a line goes through."""
        x, y = self._at(place.x, place.y)
        self.sheet.clear(place._replace(x=x, y=y))

    def _at(self, x: float, y: float) -> Point:
        return x + self.corner[0], y + self.corner[1]

    def finish(self) -> None:
        """Hand everything gathered to the figure."""
        for artist in self._artists():
            self.sheet.figure.add_artist(artist)

    def _artists(self) -> Iterable["Artist"]:
        from matplotlib.collections import LineCollection, PolyCollection
        from numpy import array

        for (look, _), shapes in self.areas.items():
            made = PolyCollection(
                array(shapes),  # type: ignore[arg-type]
                facecolors=look.face, edgecolors=look.edge,
                linewidths=look.width, zorder=look.order, transform=self.sheet.in_points,
            )  # fmt: skip
            if look.hatch:
                made.set_hatch(look.hatch)
                made.set_hatchcolor(look.hatch_color)
            yield made
        for stroke, lines in self.lines.items():
            yield LineCollection(
                array(lines),  # type: ignore[arg-type]
                colors=stroke.color, linewidths=stroke.width, zorder=stroke.order,
                linestyles=[(0, stroke.dashes)] if stroke.dashes else "solid",
                transform=self.sheet.in_points,
            )  # fmt: skip


def filled(fill: Fill, edge: str, width: float, order: float = 2.0) -> Outline:
    """Return a fill with an edge."""
    return Outline(fill.color, edge, width, order, fill.hatch, fill.hatch_color)


@lru_cache(maxsize=1)
def _circle() -> tuple[Point, ...]:
    turns = (2 * pi * corner / _CORNERS for corner in range(_CORNERS))
    return tuple((cos(turn), sin(turn)) for turn in turns)


class Shades(NamedTuple):
    """The colors of a row beside those of letters, lines and levels."""

    band: str
    grid: str


_ON_LIGHT, _ON_DARK = Shades("#efece5", "#d5d1c8"), Shades("#31383f", "#434b54")


def shades_of(look: RowLook) -> Shades:
    """Return the colors of bands and of the lines between weeks."""
    return _ON_DARK if look.dark else _ON_LIGHT
