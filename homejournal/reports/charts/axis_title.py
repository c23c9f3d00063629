"""What the values of a chart are, in words over its value axis: the unit, and what is better."""

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
from homejournal.reports.charts.chart_frame import SIDE, Sheet
from homejournal.reports.charts.lettering import shortened, width_of
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
