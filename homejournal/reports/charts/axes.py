"""The two axes of a chart: which values are named, and the names of days or weeks under it."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from homejournal.domain.looking_back.chart_series import (
    BarSeries,
    Chart,
    DotSeries,
    Grouping,
    GroupSeries,
    Shape,
)
from homejournal.domain.records.rating_scales import Better, RatingKind
from homejournal.reports.charts.chart_frame import SIDE, Limits, Sheet
from homejournal.reports.charts.lettering import short_number, shortened, width_of
from homejournal.texts.labels import better as better_word
from homejournal.texts.labels import numbers_of
from homejournal.texts.wording import Wording

_OF_UNIT = 0.6
"""The most that the family's name of the unit may take of the width."""


class Heading(NamedTuple):
    """The words, and the points they take over the plot."""

    words: str
    height: float


def heading_of(chart: Chart, sheet: Sheet) -> Heading:
    """Return the heading of a large chart; a small one has none."""
    if sheet.look.small:
        return Heading("", 0.0)
    way = chart.better
    said = better_word(sheet.wording, way) if way in {Better.MORE, Better.LESS} and way else ""
    room, size = sheet.width - 2 * SIDE, sheet.letters
    unit = shortened(chart.unit or "", room * _OF_UNIT, size)
    end = f" · {said}" if said else ""
    what = shortened(_values(chart, unit, sheet.wording), room - width_of(end, size), size)
    words = shortened(sheet.wording.line_of((what, said)), room, size)
    return Heading(words, sheet.line if words else 0.0)


def draw_heading(sheet: Sheet, heading: Heading, y: float) -> None:
    """Write the heading with its foot at `y` points: over all lines, so that none goes through."""
    right = sheet.rtl
    x = sheet.width - SIDE if right else SIDE / 2
    side = "right" if right else "left"
    sheet.write(x, y + sheet.letters * 0.25, heading.words, ha=side, va="baseline")


def _values(chart: Chart, unit: str, wording: Wording) -> str:
    unit = wording.own(unit) if unit else ""
    if isinstance(chart, DotSeries):
        return _dots(chart, unit, wording)
    sides = isinstance(chart, GroupSeries) and chart.grouping is Grouping.VISIT
    match chart.shape:
        case Shape.LEVELS:
            ratings = wording.text("number of ratings")
            return wording.text("share of the ratings") if sides else ratings
        case Shape.TRIES:
            return wording.text("took of offered")
        case Shape.DAYS:
            days = wording.text("days")
            return wording.text("share of the planned days") if sides else days
        case Shape.SUMS if isinstance(chart, BarSeries):
            return wording.text("{unit}, added up", unit=unit) if unit else wording.text("added up")
        case _:
            return numbers_of(wording, unit, of_days=chart.of_days)


def _dots(chart: DotSeries, unit: str, wording: Wording) -> str:
    match chart.kind:
        case RatingKind.TRIES:
            return wording.text("took of offered")
        case RatingKind.NUMBER:
            return numbers_of(wording, unit, of_days=chart.of_days)
        case _:
            return ""


_TICK, _EDGE = 2.5, 1.0
_ASCENT = 1.0
"""From the foot of a tick to the line that letters stand on, in sizes of the letters."""


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
        sheet.write_middle(sheet.plot.x - 4, sheet.y(value), words, ha="right")


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
