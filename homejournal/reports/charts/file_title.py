"""The name over a chart that goes its own way, as in an e-mail: what it shows of which days."""

from datetime import date

from homejournal.domain.looking_back.chart_series import BarSeries, Chart, DotSeries
from homejournal.reports.chart_words.title_and_key import chart_title
from homejournal.reports.charts.chart_frame import POINTS, SIDE, Sheet
from homejournal.reports.charts.lettering import LINE, shortened, width_of
from homejournal.texts.wording import Wording

_LARGER = 1.1
"""Than the other letters."""
_LEAST = 0.3
"""Of the line, for the name of a strategy that has to be cut."""


def name_of(chart: Chart, wording: Wording, strategy: str) -> str:
    """Return the strategy, what is shown of it, and over which days."""
    days = _days(chart)
    told = [chart_title(chart, wording, strategy), wording.between(*days) if days else ""]
    return wording.line_of(told)


def draw_name(sheet: Sheet, chart: Chart, strategy: str) -> None:
    """Write the name over the whole picture, which grows by the line it takes."""
    size = sheet.letters * _LARGER
    room = sheet.width - 2 * SIDE
    words = name_of(chart, sheet.wording, strategy)
    over = width_of(words, size) - room
    if over > 0:
        left = max(width_of(strategy, size) - over, room * _LEAST)
        words = name_of(chart, sheet.wording, shortened(strategy, left, size))
    foot = sheet.height
    _grow(sheet, (size * LINE + SIDE / 2) / POINTS)
    x = sheet.width - SIDE if sheet.rtl else SIDE / 2
    side = "right" if sheet.rtl else "left"
    line = shortened(words, room, size)
    sheet.write(x, foot + size * 0.35, line, size=size, color=sheet.ink.dark, ha=side)


def _grow(sheet: Sheet, inches: float) -> None:
    """Make the figure higher; what is drawn keeps its place from the lower left corner."""
    width, height = sheet.figure.get_size_inches()
    sheet.figure.set_size_inches(width, height + inches)
    part = height / (height + inches)
    for axes in sheet.figure.axes:
        x, y, wide, high = axes.get_position().bounds
        axes.set_position((x, y * part, wide, high * part))


def _days(chart: Chart) -> tuple[date, date] | None:
    if isinstance(chart, DotSeries):
        return chart.start, chart.end
    bars = chart.bars if isinstance(chart, BarSeries) else [group.bar for group in chart.groups]
    return (min(bar.start for bar in bars), max(bar.end for bar in bars)) if bars else None
