"""What the fills and signs of a chart stand for, in rows over it."""

from collections.abc import Iterator
from typing import NamedTuple

from homejournal.domain.looking_back.chart_series import BarSeries, Chart, DotSeries, Shape
from homejournal.domain.records.rating_scales import RatingKind, levels_of
from homejournal.reports.chart_words.title_and_key import PART_OF
from homejournal.reports.charts.chart_frame import SIDE, Rect, Sheet
from homejournal.reports.charts.lettering import shortened, width_of
from homejournal.reports.charts.marker_shapes import NOT_WRITTEN, marker_of, put_hatch
from homejournal.reports.charts.style import Fill, fill_of
from homejournal.texts.labels import level as level_word

_SWATCH, _AFTER = 1.5, 0.45
_APART = 1.3
"""All in sizes of the letters."""
_SCALES = (1.0, 0.85, 0.7)
_MOST_OF_HEIGHT = 0.25
_SCALES_OF_SIGNS = {"|": 1.0, NOT_WRITTEN: 0.8}


class Entry(NamedTuple):
    """A fill or a sign in the legend, with its meaning."""

    words: str
    fill: Fill | None = None
    sign: str = ""
    broken: bool = False
    bare: bool = False
    """Words alone, which name a sign themselves."""
    hollow: bool = False
    ink: str = ""


class Legend(NamedTuple):
    """The entries in rows, each with where it begins in points."""

    rows: tuple[tuple[tuple[float, Entry], ...], ...]
    size: float

    @property
    def line(self) -> float:
        """Return the height of a row in points."""
        return self.size * 1.4

    @property
    def height(self) -> float:
        """Return the points it takes over the chart."""
        return len(self.rows) * self.line + 0.3 * self.line if self.rows else 0.0


def legend_of(chart: Chart, sheet: Sheet) -> Legend:
    """Return the legend, broken into as many rows as it needs; none if none is asked for.

    Where it would take too much of the height, its letters are smaller.
    """
    entries = list(_entries(chart, sheet)) if sheet.look.legend else []
    tried = (_in_rows(entries, sheet, sheet.letters * scale) for scale in _SCALES)
    made = next(tried)
    while made.height > sheet.height * _MOST_OF_HEIGHT:
        smaller = next(tried, None)
        if smaller is None:
            break
        made = smaller
    return made


def _in_rows(entries: list[Entry], sheet: Sheet, size: float) -> Legend:
    room = sheet.width - 2 * SIDE
    rows: list[list[tuple[float, Entry]]] = []
    x = 0.0
    for entry in entries:
        before = _before_words(entry, size)
        words = shortened(entry.words, room - before, size)
        wide = before + width_of(words, size)
        if not rows or x + wide > room:
            rows.append([])
            x = 0.0
        rows[-1].append((x, entry._replace(words=words)))
        x += wide + _APART * size
    return Legend(tuple(tuple(row) for row in rows), size)


def draw_legend(sheet: Sheet, legend: Legend) -> None:
    """Draw the entries from the top of the sheet down."""
    size = legend.size
    for number, row in enumerate(legend.rows):
        y = sheet.height - (number + 0.62) * legend.line
        for x, entry in row:
            swatch = SIDE + x
            words = swatch + _before_words(entry, size)
            if sheet.rtl:
                swatch = sheet.width - swatch - _SWATCH * size
                words = sheet.width - words
            _draw_swatch(sheet, entry, Rect(swatch, y - size * 0.42, _SWATCH * size, size * 0.84))
            side = "right" if sheet.rtl else "left"
            sheet.write_middle(words, y, entry.words, size=size, ha=side, color=sheet.ink.dark)


def _before_words(entry: Entry, size: float) -> float:
    return 0.0 if entry.bare else (_SWATCH + _AFTER) * size


def _draw_swatch(sheet: Sheet, entry: Entry, place: Rect) -> None:
    from matplotlib.lines import Line2D
    from matplotlib.patches import Rectangle

    ink = sheet.ink
    if entry.bare:
        return
    if entry.sign:
        scale = _SCALES_OF_SIGNS.get(entry.sign, 0.54)
        edge = 0.0 if entry.sign == NOT_WRITTEN else 1.0
        made = Line2D(
            (place.x + place.width / 2,), (place.y + place.height / 2,), linestyle="",
            marker=marker_of(entry.sign), color=entry.ink or ink.soft,
            markersize=place.height * scale, markeredgewidth=edge,
            markerfacecolor=ink.halo if entry.hollow else None, transform=sheet.in_points,
        )  # fmt: skip
        sheet.figure.add_artist(made)
        return
    fill = entry.fill or Fill("none")
    box = Rectangle(
        (place.x, place.y), place.width, place.height, facecolor=fill.color,
        edgecolor=ink.soft if entry.broken else ink.dark, linewidth=0.7,
        linestyle="--" if entry.broken else "-", transform=sheet.in_points,
    )  # fmt: skip
    put_hatch(box, fill, sheet.look.text)
    sheet.figure.add_artist(box)


def _entries(chart: Chart, sheet: Sheet) -> Iterator[Entry]:
    wording, ink = sheet.wording, sheet.ink
    if isinstance(chart, DotSeries):
        yield from _of_dots(chart, sheet)
        return
    for level in levels_of(chart.kind):
        yield Entry(level_word(wording, chart.kind, level), fill_of(chart.kind, level, sheet.look))
    if chart.kind is RatingKind.TRIES:
        yield Entry(wording.text("took"), Fill(ink.bar))
        yield Entry(wording.text("offered"), Fill(ink.field))
    if sheet.look.small:
        return
    if chart.shape is Shape.MIDDLES:
        yield Entry(wording.text("middle value, as the number says"), sign="o", ink=ink.bar)
        yield Entry(wording.text("from the lowest to the highest"), sign="|", ink=ink.bar)
    if isinstance(chart, BarSeries):
        yield from _signs(chart, sheet)


def _of_dots(chart: DotSeries, sheet: Sheet) -> Iterator[Entry]:
    wording = sheet.wording
    if any(dot.times > 1 for dot in chart.dots):
        yield Entry(wording.text("a larger dot: more than once that day"), sign="o")
    if chart.kind is RatingKind.TRIES:
        yield Entry(wording.text("took"), sign="o", ink=sheet.ink.bar)
        yield Entry(wording.text("offered"), sign="_")


def _signs(chart: BarSeries, sheet: Sheet) -> Iterator[Entry]:
    wording, ink = sheet.wording, sheet.ink
    parts = [bar for bar in chart.bars if bar.partial]
    if parts:
        part = PART_OF[chart.span](wording)
        # The name of a week has its star also where the week has no bar to be drawn broken.
        if not any(bar.has(chart.shape) for bar in parts):
            yield Entry(part, bare=True)
        elif chart.shape is Shape.MIDDLES:
            yield Entry(part, sign="o", hollow=True, ink=ink.bar)
        else:
            yield Entry(part, broken=True)
    gaps = [bar for bar in chart.bars if bar.left_out or bar.lacks]
    if any(bar.left_out for bar in gaps):
        yield Entry(wording.text("left out"), sign="D", hollow=True)
    if any(not bar.left_out for bar in gaps):
        yield Entry(wording.text("not written"), sign=NOT_WRITTEN)
