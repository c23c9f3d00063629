"""A chart of single ratings, whole: its margins, its axes, its dots, and the marks on it."""

from datetime import date
from decimal import Decimal

from homejournal.domain.looking_back.chart_series import DotSeries
from homejournal.domain.records.rating_scales import RatingKind, levels_of
from homejournal.reports.charts.axes import (
    Ticks,
    draw_heading,
    heading_of,
    name_places,
    name_values,
    number_ticks,
)
from homejournal.reports.charts.chart_frame import SIDE, Limits, Sheet
from homejournal.reports.charts.day_labels import lines_of, names_of_days
from homejournal.reports.charts.dot_shapes import draw_dots
from homejournal.reports.charts.legend import draw_legend, legend_of
from homejournal.reports.charts.lettering import shortened
from homejournal.reports.charts.marker_lines import (
    Mark,
    arranged,
    draw_marks,
    lines_in,
    marks_between,
)
from homejournal.reports.charts.phase_lines import Placed, draw_phases, reach_of
from homejournal.reports.charts.style import ChartLook
from homejournal.texts.day_page import capitalized
from homejournal.texts.labels import level as level_word
from homejournal.texts.wording import Wording

_UNDER, _BESIDE, _OVER = 4.0, 8.0, 4.0
_WIDEST_NAME = 0.3
_NEAR_ZERO = Decimal("0.6")
"""Where the lowest number is above this part of the highest, zero is too far off to be shown."""
_HEADROOM = 0.06


def dot_sheet(series: DotSeries, wording: Wording, look: ChartLook) -> Sheet:
    """Return the sheet with the dots of every day drawn on it."""
    sheet = Sheet(look, wording)
    days = (series.end - series.start).days + 1
    aside = 0.5 + days * 0.01
    sheet.across = Limits(-aside, days - 1 + aside)
    sheet.up = _limits(series)
    legend, heading = legend_of(series, sheet), heading_of(series, sheet)
    ticks = _ticks(series, sheet, legend.height)
    left = max(SIDE, ticks.width(sheet.letters) + _BESIDE)
    sheet.set_plot(left=left, right=SIDE, bottom=0, top=0)
    slot = sheet.plot.width / (sheet.across.high - sheet.across.low)
    names = names_of_days(series.start, series.end, sheet)
    marks = arranged(sheet, _marks(series, wording))
    bottom = lines_of(names) * sheet.line + _UNDER + marks.drop
    rows = marks.rows * sheet.letters * 1.1
    top = legend.height + rows + heading.height + _OVER
    sheet.set_plot(left=left, right=SIDE, bottom=bottom, top=top)
    lines_in(sheet, marks)
    name_places(sheet, [*names], drop=marks.drop)
    name_values(sheet, ticks)
    draw_heading(sheet, heading, sheet.plot.top + _OVER + rows)
    draw_legend(sheet, legend)
    draw_marks(sheet, marks, sheet.plot.top + _OVER)
    # Last, since their words go where no others are: a dot at the edge reaches out of the plot.
    draw_dots(sheet, series, slot)
    draw_phases(sheet, series, _phases(series))
    return sheet


def place_of(series: DotSeries, day: date) -> float:
    """Return where a day begins on the axis, on which each day is one wide."""
    return (day - series.start).days - 0.5


def _marks(series: DotSeries, wording: Wording) -> list[Mark]:
    period = (series.start, series.end)

    def places(day: date) -> tuple[float, float]:
        return place_of(series, day), place_of(series, day) + 1

    return marks_between(series.changes, series.life, period, places, wording)


def _phases(series: DotSeries) -> list[Placed]:
    return [
        (
            place_of(series, max(phase.start, series.start)),
            place_of(series, min(phase.end, series.end)) + 1,
            phase,
        )
        for phase in series.phases
        if phase.start <= series.end and phase.end >= series.start
    ]


def _limits(series: DotSeries) -> Limits:
    levels = levels_of(series.kind)
    if levels:
        return Limits(levels[0] - 0.55, levels[-1] + 0.55)
    values = [dot.value for dot in series.dots]
    values += [dot.of for dot in series.dots if dot.of is not None]
    values += reach_of(series.phases)
    low, high = min(values, default=Decimal(0)), max(values, default=Decimal(1))
    if low > 0 and (series.kind is RatingKind.TRIES or low <= high * _NEAR_ZERO):
        low = Decimal(0)
    apart = float(high - low) or abs(float(high)) or 1.0
    return Limits(float(low) - apart * _HEADROOM, float(high) + apart * _HEADROOM)


def _ticks(series: DotSeries, sheet: Sheet, above: float) -> Ticks:
    levels = levels_of(series.kind)
    if levels:
        room = sheet.width * _WIDEST_NAME
        words = (capitalized(level_word(sheet.wording, series.kind, level)) for level in levels)
        named = tuple(shortened(word, room, sheet.letters) for word in words)
        return Ticks(tuple(map(float, levels)), named)
    room = (sheet.height - above) * 0.6 / sheet.line
    whole = series.kind is RatingKind.TRIES
    return number_ticks(sheet.up, room, sheet.wording, whole=whole)
