"""A chart of groups, whole: their names, their lying bars, and n at the end of each."""

from homejournal.domain.looking_back.chart_series import Group, GroupSeries, Shape, Side
from homejournal.reports.chart_words.mark_words import group_name
from homejournal.reports.charts.axes import draw_heading, heading_of, name_places, number_ticks
from homejournal.reports.charts.chart_frame import SIDE, Limits, Sheet
from homejournal.reports.charts.day_labels import AxisName, first_that_fits
from homejournal.reports.charts.group_shapes import axis_limits, draw_groups, end_of, end_words
from homejournal.reports.charts.legend import draw_legend, legend_of
from homejournal.reports.charts.lettering import LINE, shortened, width_of, wrapped
from homejournal.reports.charts.style import ChartLook
from homejournal.texts.wording import Wording

_WIDEST_NAME, _WIDEST_END = 0.36, 0.45
"""The most of the width that names take, and the words behind the bars with what is around them."""
_MOST_LINES = 3
_MOST_PARTS = 5
_NUMBER = 8.0
"""From one number under the bars to the next, in sizes of the letters, where all are short."""
_GAP = 5.0
"""What is free between a bar and words, in points where letters are of their usual size."""
_SMALLEST = 0.6


def group_sheet(series: GroupSeries, wording: Wording, look: ChartLook) -> Sheet:
    """Return the sheet with all groups drawn on it, from the right where one reads from there."""
    sheet = Sheet(look, wording)
    legend, heading = legend_of(series, sheet), heading_of(series, sheet)
    across = axis_limits(series)
    values = series.shape is Shape.MIDDLES
    under = sheet.line + 6.0 if values else 3.0
    top = legend.height + heading.height + 2.0
    rows = max(len(series.groups), 1)
    row_high = max(1.0, (sheet.height - under - top) / rows)
    beside = SIDE + _GAP * look.text
    size, ends = _ends(series, sheet, row_high, sheet.width * _WIDEST_END - beside)
    names = _names(series, sheet, row_high, size)
    before, after = (beside + _widest(words, size) for words in (names, ends))
    left, right = (after, before) if sheet.rtl else (before, after)
    sheet.across = Limits(across.high, across.low) if sheet.rtl else across
    sheet.up = Limits(rows - 0.5, -0.5)
    sheet.set_plot(left=left, right=right, bottom=under, top=top)
    draw_groups(sheet, series)
    _write(sheet, series, names, ends, size)
    if values:
        name_places(sheet, first_that_fits(_numbers(sheet, across), sheet))
    sheet.axes.spines["bottom"].set_visible(values)
    sheet.axes.spines["right" if sheet.rtl else "left"].set_visible(True)
    draw_heading(sheet, heading, sheet.plot.top + 2.0)
    draw_legend(sheet, legend)
    return sheet


def _ends(
    series: GroupSeries, sheet: Sheet, row_high: float, room: float
) -> tuple[float, list[str]]:
    """Return a size of letters in which rows are as high as they may, and the words that end them.

    Those are whole: where they are wider than their room, all letters are smaller.
    """
    size = sheet.letters * max(_SMALLEST, min(1.0, row_high / (sheet.letters * LINE)))
    lines = int(row_high / (size * LINE))
    ends = [end_words(series, group, sheet.wording, lines=lines) for group in series.groups]
    return size * min(1.0, room / (_widest(ends, size) or room)), ends


def _widest(words: list[str], size: float) -> float:
    return max((width_of(word, size) for word in words), default=0.0)


def _numbers(sheet: Sheet, across: Limits) -> list[list[AxisName]]:
    """Return the numbers to name under the bars, fewer each time, from the left."""
    most = min(_MOST_PARTS, int(sheet.plot.width / (_NUMBER * sheet.letters)))
    asked = [
        number_ticks(across, 2 * parts, sheet.wording, whole=False)
        for parts in range(max(1, most), 0, -1)
    ]
    named = [map(AxisName, ticks.values, ticks.words) for ticks in asked]
    return [sorted(one, key=lambda name: sheet.x(name.place)) for one in named]


def _names(series: GroupSeries, sheet: Sheet, row_high: float, size: float) -> list[str]:
    room = sheet.width * _WIDEST_NAME
    lines = max(1, min(_MOST_LINES, int(row_high / (size * LINE))))
    return [
        _name(group, series, sheet, (room, size, lines))
        for group in series.groups
    ]  # fmt: skip


def _name(group: Group, series: GroupSeries, sheet: Sheet, fit: tuple[float, float, int]) -> str:
    room, size, lines = fit
    wording = sheet.wording
    if group.side is None:
        return wrapped(group_name(group, series.grouping, wording), room, size, lines)
    before = group.side is Side.BEFORE
    name = wording.text("before the visit") if before else wording.text("since the visit")
    if lines == 1:
        return shortened(name, room, size)
    named = wrapped(name, room, size, lines - 1)
    left = lines - 1 - named.count("\n")
    return f"{named}\n{wrapped(_days(series, group, wording), room, size, left)}"


def _days(series: GroupSeries, group: Group, wording: Wording) -> str:
    """Return the days of a side, with their years where the sides do not lie in one."""
    bars = [one.bar for one in series.groups]
    years = {day.year for bar in bars for day in (bar.start, bar.end)}
    day = wording.short_day_of_year if len(years) > 1 else wording.short_day
    start, end = group.bar.start, group.bar.end
    return day(start) if start == end else f"{day(start)} – {day(end)}"


def _write(
    sheet: Sheet, series: GroupSeries, names: list[str], ends: list[str], size: float
) -> None:
    """Write each name before its bar and its n behind it."""
    gap = _GAP * (-sheet.look.text if sheet.rtl else sheet.look.text)
    start = sheet.plot.right if sheet.rtl else sheet.plot.x
    sides = ("left", "right") if sheet.rtl else ("right", "left")
    ink = sheet.ink
    for row, (group, name, end) in enumerate(zip(series.groups, names, ends, strict=True)):
        y = sheet.y(row)
        sheet.write_middle(start - gap, y, name, size=size, ha=sides[0], color=ink.dark)
        x = sheet.x(end_of(series, group.bar)) + gap
        sheet.write_middle(x, y, end, size=size, ha=sides[1], color=ink.dark)
