"""How single ratings are drawn: a dot in its level's color and shape, a number, or tries."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from math import log2
from typing import NamedTuple

from homejournal.domain.looking_back.chart_series import Dot, DotSeries
from homejournal.domain.records.rating_scales import RatingKind, levels_of
from homejournal.reports.charts.chart_frame import Rect, Sheet
from homejournal.reports.charts.lettering import width_of
from homejournal.reports.charts.style import Fill, fill_of

_LARGEST, _SMALLEST = 6.0, 2.0
"""Points across."""
_ROOM = 0.85
_OF_ROW = 0.5
"""The most that a dot takes of the row of its level."""
_DENSE = 1.6
"""Points a day under which dots would hide each other: they are spread by weekday in their row."""
_SPREAD = 0.3
_MIDWEEK = 3
_NUMBERS = 0.72
_OFF_DOT = 1.2
"""Points between a dot and its number."""
_HALF = {"D": 0.71}
"""How far a marker reaches over its middle, in its size, where that is not the half."""


class Spot(NamedTuple):
    """A dot where it is drawn, and how large in points."""

    x: float
    y: float
    size: float
    dot: Dot


def draw_dots(sheet: Sheet, series: DotSeries, slot: float) -> None:
    """Draw every rating, and join what the paths say; `slot` is the width of a day in points."""
    levels, dense = levels_of(series.kind), slot < _DENSE
    row = _OF_ROW * sheet.plot.height / len(levels) if levels else _LARGEST * 3
    most = max(_SMALLEST, min(_LARGEST * sheet.look.text, row))
    size = max(_SMALLEST, min(most, slot * _ROOM * sheet.look.text))
    spots = [
        Spot(x, _row(series, dot, slot), min(row, grown(size, dot.times)), dot)
        for x, dot in zip(_places(series), series.dots, strict=True)
    ]
    _paths(sheet, series)
    if series.kind is RatingKind.TRIES:
        _offered(sheet, spots)
    for level in levels:
        chosen = [spot for spot in spots if spot.dot.value == level]
        _scatter(sheet, chosen, fill_of(series.kind, level, sheet.look), dense=dense)
    if not levels:
        _scatter(sheet, spots, Fill(sheet.ink.bar), dense=dense)
    wide = sheet.plot.width / (sheet.across.high - sheet.across.low)
    high = sheet.plot.height / (sheet.up.high - sheet.up.low)
    for spot in spots:
        across, up = spot.size / wide, spot.size / high
        sheet.spots.append(Rect(spot.x - across / 2, spot.y - up / 2, across, up))
        x, y, half = sheet.x(spot.x), sheet.y(spot.y), spot.size / 2
        if dense:
            sheet.inked.append((x, y))
        else:
            sheet.ink_in(Rect(x - half, y - half, spot.size, spot.size))
    if not dense:
        _times(sheet, series, spots)


def _places(series: DotSeries) -> list[float]:
    """Return where each dot stands; several tries of one day stand side by side."""
    days = [(dot.day - series.start).days for dot in series.dots]
    if series.kind is not RatingKind.TRIES:
        return [float(day) for day in days]
    many = Counter(days)
    seen: Counter[int] = Counter()
    places = []
    for day in days:
        seen[day] += 1
        places.append(day - 0.4 + 0.8 * (seen[day] - 0.5) / many[day])
    return places


def _row(series: DotSeries, dot: Dot, slot: float) -> float:
    if slot < _DENSE and levels_of(series.kind):
        return float(dot.value) + _SPREAD * (_MIDWEEK - dot.day.weekday()) / _MIDWEEK
    return float(dot.value)


def grown(size: float, times: int) -> float:
    """Return how large a dot is that stands for the same rating so many times."""
    return size * min(2.2, 1 + 0.35 * log2(max(times, 1)))


def _scatter(sheet: Sheet, spots: Sequence[Spot], fill: Fill, *, dense: bool) -> None:
    if not spots:
        return
    from numpy import array

    sizes = {spot.size for spot in spots}
    sheet.axes.scatter(
        # From lists Matplotlib would first make masked arrays, one number at a time.
        array([spot.x for spot in spots]),
        array([spot.y for spot in spots]),
        # One size for all is drawn much faster than a list of the same.
        s=sizes.pop() ** 2 if len(sizes) == 1 else [spot.size**2 for spot in spots],
        marker=fill.marker,
        facecolors=fill.color,
        edgecolors=sheet.ink.dark,
        linewidths=0.25 if dense else 0.6,
        zorder=2.2,
        clip_on=False,
    )


def _paths(sheet: Sheet, series: DotSeries) -> None:
    from matplotlib.collections import LineCollection

    paths = [
        [((point.day - series.start).days, float(point.value)) for point in path]
        for path in series.paths
    ]
    for path in paths:
        for before, after in pairwise(path):
            _ink_between(sheet, before, after)
    sheet.axes.add_collection(
        LineCollection(paths, colors=sheet.ink.soft, linewidths=1.0, zorder=2),
        autolim=False,
    )


def _ink_between(sheet: Sheet, before: tuple[float, float], after: tuple[float, float]) -> None:
    start, end = ((sheet.x(x), sheet.y(y)) for x, y in (before, after))
    steps = 1 + int(max(abs(end[0] - start[0]), abs(end[1] - start[1])) / 4)
    for step in range(steps):
        part = step / steps
        sheet.inked.append(
            (start[0] + part * (end[0] - start[0]), start[1] + part * (end[1] - start[1]))
        )


def _offered(sheet: Sheet, spots: Sequence[Spot]) -> None:
    """Draw a thin line as high as what was offered, with a stroke at its end."""
    from matplotlib.collections import LineCollection

    tops = [float(spot.dot.of or 0) for spot in spots]
    lines = [((spot.x, 0.0), (spot.x, top)) for spot, top in zip(spots, tops, strict=True)]
    for foot, top in lines:
        _ink_between(sheet, foot, top)
    sheet.axes.add_collection(
        LineCollection(lines, colors=sheet.ink.soft, linewidths=0.9, zorder=1.8), autolim=False
    )
    sheet.axes.scatter(
        [spot.x for spot in spots], tops, s=16 * sheet.look.text, marker="_",
        color=sheet.ink.soft, linewidths=1.0, zorder=1.9, clip_on=False,
    )  # fmt: skip


def _times(sheet: Sheet, series: DotSeries, spots: Sequence[Spot]) -> None:
    """Write how often the same was rated on a day over its dot, else under it, as there is room."""
    size = sheet.letters * _NUMBERS
    levels = levels_of(series.kind)
    for spot in spots:
        if spot.dot.times == 1:
            continue
        words = sheet.wording.number(spot.dot.times)
        marker = fill_of(series.kind, int(spot.dot.value)).marker if levels else "o"
        half = spot.size * _HALF.get(marker, 0.5) + _OFF_DOT
        wide, high = width_of(words, size) + 0.6, size * 0.8
        x, y = sheet.x(spot.x), sheet.y(spot.y)
        places = (Rect(x - wide / 2, foot, wide, high) for foot in (y + half, y - half - high))
        place = next(filter(sheet.is_blank, places), None)
        if place is not None:
            sheet.write(
                x, place.y, words, size=size, ha="center", va="baseline",
                color=sheet.ink.dark, zorder=4,
            )  # fmt: skip
