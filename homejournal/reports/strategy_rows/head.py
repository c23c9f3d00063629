"""The head over all rows: the dates, the visits, and what holds for the whole child, told once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from homejournal.domain.looking_back.strategy_rows import SharedAxis
from homejournal.reports.charts.chart_frame import POINTS, Rect
from homejournal.reports.charts.lettering import LINE
from homejournal.reports.strategy_rows.head_dates import dates_of
from homejournal.reports.strategy_rows.head_labels import Label, labels_of
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
    """What stands in the head, and how high it is in points; the `key` is over all labels."""

    labels: tuple[Label, ...]
    key: tuple[str, ...]
    lanes: int
    height: float


@lru_cache(maxsize=32)
def head_of(axis: SharedAxis, wording: Wording, look: RowLook) -> Head:
    """Return where the labels of the head stand: in lanes, of which none touches another."""
    sheet = RowSheet(axis, wording, look, POINTS)
    found = labels_of(sheet)
    lanes = found.lines if look.lanes is None else look.lanes
    return Head(found.placed, found.key, lanes, height_of_head(axis, lanes, look))


def height_of_head(axis: SharedAxis, lanes: int, look: RowLook) -> float:
    """Return how high a head with so many lines of labels is, in points."""
    # Where no label has room its tick still has.
    dates = 2 if look.second_language else 1
    ticks = _TICK * look.text if axis.visits or axis.bands else 0.0
    return look.letters * LINE * (dates + lanes) + ticks + 1.0


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
        left, right = sheet.span(label.start, label.end)
        y = foot + _TICK * text
        top = y + (label.lane or 0) * line
        if label.kind == "band":
            sheet.box(
                Outline(shades_of(sheet.look).band), Rect(left, foot, right - left, 2.4 * text)
            )
        elif label.kind == "visit":
            # At an edge a half of it would be cut off.
            start = min(max(sheet.x(label.start), text), sheet.width - text)
            sheet.line(Stroke(ink.dark, 0.9 * text), (start, foot), (start, top))
        else:
            middle = sheet.x(label.start, 0.5)
            sheet.line(_dotted(sheet), (middle, foot), (middle, top))
        place = Rect(left, foot, right - left, y - foot)
        if label.lane is not None:
            color = ink.dark if label.kind == "visit" else ink.soft
            sheet.write(
                label.place[0], top + size * 0.2, label.words, size=size, ha="left", color=color
            )
            wide = label.place[1] - label.place[0]
            place = Rect(label.place[0], top, wide, line)
        sheet.marks.append(RowMark(place, label.kind, label.at))
    top = foot + _TICK * text + head.lanes * line
    for at, words in enumerate(head.key, 1):
        y = top - at * line + size * 0.2
        sheet.write(sheet.x(sheet.axis.period.start), y, words, size=size, ha=side, color=ink.dark)


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
