"""The head over all rows: the dates, the visits, and what holds for the whole child, told once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from homejournal.domain.looking_back.strategy_rows import SharedAxis
from homejournal.reports.charts.chart_frame import POINTS, Rect
from homejournal.reports.charts.lettering import LINE
from homejournal.reports.strategy_rows.head_dates import dates_of
from homejournal.reports.strategy_rows.head_labels import Label, labels_of, line_of_visit
from homejournal.reports.strategy_rows.row_sheet import (
    Outline,
    RowLook,
    RowMark,
    RowSheet,
    Stroke,
    shades_of,
)
from homejournal.reports.template_fields import apart
from homejournal.texts.wording import Wording

_TICK = 3.0
"""Points that a tick is high."""
_DENSE = 6.0
"""Points between lines under which only named weeks have one."""


@dataclass(frozen=True, slots=True)
class Head:
    """What stands in the head, and how high it is in points; the `key` is over all labels.

    `whole` says whether nothing that happened is left out or cut.
    """

    labels: tuple[Label, ...]
    key: tuple[str, ...]
    lines: int
    height: float
    whole: bool


@lru_cache(maxsize=32)
def head_of(axis: SharedAxis, wording: Wording, look: RowLook) -> Head:
    """Return where the labels of the head stand, of which none touches another mark."""
    found = labels_of(RowSheet(axis, wording, look, POINTS))
    lines = found.lines if look.lanes is None else look.lanes
    height = height_of_head(axis, lines, look)
    return Head(found.placed, found.key.lines, lines, height, found.whole)


def height_of_head(axis: SharedAxis, lines: int, look: RowLook) -> float:
    """Return how high a head with so many lines of labels is, in points."""
    # Where no label has room its tick still has.
    dates = 2 if look.second_language else 1
    ticks = _TICK * look.text if axis.visits or axis.bands else 0.0
    return look.letters * LINE * (dates + lines) + ticks + 1.0


def draw_head(sheet: RowSheet, head: Head) -> None:
    """Draw the dates along the lower edge, and over them ticks, bands and their labels."""
    size, text = sheet.look.letters, sheet.look.text
    line, ink = size * LINE, sheet.sheet.ink
    side = "right" if sheet.sheet.rtl else "left"
    for at, wording in enumerate(reversed(sheet.wordings)):
        for day, words in dates_of(sheet, wording):
            said, y = apart(words, wording, sheet.wording), size * 0.3 + at * line
            sheet.write(sheet.x(day), y, said, size=size, ha=side, color=ink.soft)
    foot = line * len(sheet.wordings) + 0.5
    for label in head.labels:
        _draw_mark(sheet, label, foot)
    for words, place in dict.fromkeys((one.words, one.place) for one in head.labels):
        if place:
            middle, y = (place[0] + place[1]) / 2, foot + _TICK * text + size * 0.2
            sheet.write(middle, y, words, size=size, ha="center", color=ink.dark)
    top = foot + _TICK * text + head.lines * line
    for at, words in enumerate(head.key, 1):
        y = top - at * line + size * 0.2
        sheet.write(sheet.x(sheet.axis.period.start), y, words, size=size, ha=side, color=ink.dark)


def explained_marks(sheet: RowSheet, head: Head) -> Iterator[RowMark]:
    """Yield where the key explains the marks that have a number."""
    line, foot = sheet.look.letters * LINE, sheet.height - 1.0
    for label in head.labels:
        spot = label.explained
        if spot is None:
            continue
        start, end = (spot.start, spot.end) if spot.first == spot.last else (0.0, sheet.width)
        left = sheet.width - end if sheet.sheet.rtl else start
        low = foot - (spot.last + 1) * line
        place = Rect(left, low, end - start, (spot.last + 1 - spot.first) * line)
        yield RowMark(place, label.kind, label.at)


def _draw_mark(sheet: RowSheet, label: Label, foot: float) -> None:
    """Draw a tick, a dotted line or a stripe; a line goes up beside its words."""
    text, line = sheet.look.text, sheet.look.letters * LINE
    top = foot + _TICK * text
    over = top + (0.75 * line if label.place and not label.explained else 0.0)
    left, right = sheet.span(label.start, label.end)
    if label.kind == "band":
        sheet.box(Outline(shades_of(sheet.look).band), Rect(left, foot, right - left, 2.4 * text))
    elif label.kind == "visit":
        x = line_of_visit(sheet, label.start)
        sheet.line(Stroke(sheet.sheet.ink.dark, 0.9 * text), (x, foot), (x, over))
    else:
        x = sheet.x(label.start, 0.5)
        sheet.line(_dotted(sheet), (x, foot), (x, over))
    place = Rect(left, foot, right - left, top - foot)
    if label.place:
        place = Rect(label.place[0], top, label.place[1] - label.place[0], line)
    sheet.marks.append(RowMark(place, label.kind, label.at))


def _dotted(sheet: RowSheet) -> Stroke:
    text = sheet.look.text
    return Stroke(sheet.sheet.ink.soft, 0.9 * text, 1.4, (1.0, 2.0))


def draw_behind(sheet: RowSheet, bands: Iterable[tuple[date, date]]) -> None:
    """Draw what goes through a row from top to bottom: bands, lines of weeks, events."""
    shades, top = shades_of(sheet.look), sheet.height
    for start, end in bands:
        left, right = sheet.span(start, end)
        sheet.box(Outline(shades.band, order=0.5), Rect(left, 0.0, right - left, top))
    grid = Stroke(shades.grid, 0.5, 1.0)
    for x in weeks_of(sheet):
        sheet.line(grid, (x, 0.0), (x, top))
    for event in sheet.axis.events:
        x = sheet.x(event.start, 0.5)
        sheet.line(_dotted(sheet), (x, 0.0), (x, top))


def weeks_of(sheet: RowSheet) -> Iterator[float]:
    """Yield where a line between two weeks, months or years stands, in points from the left."""
    blocks = sheet.axis.blocks
    close = sheet.width / max(len(blocks), 1) < _DENSE
    days = (
        [day for day, _ in dates_of(sheet, sheet.wording)]
        if close
        else [block.start for block in blocks]
    )
    yield from (sheet.x(day) for day in days if day > sheet.axis.period.start)
