"""A chart of bars, whole: its margins, its axes, its bars, and the marks on it."""

from datetime import date

from homejournal.domain.looking_back.chart_series import BarSeries, Shape
from homejournal.reports.charts.axes import (
    Ticks,
    draw_heading,
    heading_of,
    name_places,
    name_values,
    number_ticks,
)
from homejournal.reports.charts.bar_numbers import draw_numbers, numbers_over
from homejournal.reports.charts.bar_shapes import draw_bars, limits_of
from homejournal.reports.charts.chart_frame import SIDE, Limits, Sheet
from homejournal.reports.charts.day_labels import lines_of, names_of_bars
from homejournal.reports.charts.legend import draw_legend, legend_of
from homejournal.reports.charts.marker_lines import (
    Mark,
    arranged,
    draw_marks,
    lines_in,
    marks_between,
)
from homejournal.reports.charts.phase_lines import Placed, draw_phases, reach_of
from homejournal.reports.charts.style import ChartLook
from homejournal.texts.wording import Wording

_UNDER, _BESIDE, _OVER = 4.0, 8.0, 2.0


def bar_sheet(series: BarSeries, wording: Wording, look: ChartLook) -> Sheet:
    """Return the sheet with the bars of weeks, months or years drawn on it."""
    sheet = Sheet(look, wording)
    count = max(len(series.bars), 1)
    sheet.across = Limits(-0.55, count - 0.45)
    sheet.up = _limits(series)
    legend, heading = legend_of(series, sheet), heading_of(series, sheet)
    ticks = _ticks(series, sheet, legend.height)
    left = max(SIDE, ticks.width(sheet.letters) + _BESIDE) if ticks.values else SIDE
    sheet.set_plot(left=left, right=SIDE, bottom=0, top=0)
    slot = sheet.plot.width / (count + 0.1)
    numbers = numbers_over(series, wording, slot, sheet.letters)
    names = names_of_bars(series.bars, series.span, sheet)
    marks = arranged(sheet, _marks(series, wording))
    over = numbers.height + _OVER
    bottom = lines_of(names) * sheet.line + _UNDER + marks.drop
    rows = marks.rows * sheet.letters * 1.1
    top = legend.height + heading.height + rows + over
    sheet.set_plot(left=left, right=SIDE, bottom=bottom, top=top)
    draw_bars(sheet, series)
    draw_numbers(sheet, numbers, lines_in(sheet, marks))
    name_places(sheet, [*names], drop=marks.drop)
    name_values(sheet, ticks)
    draw_heading(sheet, heading, sheet.plot.top + over + rows)
    draw_legend(sheet, legend)
    draw_marks(sheet, marks, sheet.plot.top + over)
    # Last, since its words go where no others are.
    draw_phases(sheet, series, _phases(series))
    return sheet


def _phases(series: BarSeries) -> list[Placed]:
    if series.shape is not Shape.MIDDLES or not series.bars:
        return []
    first, last = series.bars[0].start, series.bars[-1].end
    return [
        (
            axis_range_of_day(series, max(phase.start, first))[0],
            axis_range_of_day(series, min(phase.end, last))[1],
            phase,
        )
        for phase in series.phases
        if phase.start <= last and phase.end >= first
    ]  # fmt: skip


def _limits(series: BarSeries) -> Limits:
    limits = limits_of(series)
    if series.shape is not Shape.MIDDLES:
        return limits
    reach = [float(value) for value in reach_of(series.phases)]
    return Limits(min(limits.low, *reach, 0.0), max(limits.high, *reach, 0.0))


def _ticks(series: BarSeries, sheet: Sheet, above: float) -> Ticks:
    if sheet.look.small:
        return Ticks()
    room = (sheet.height - above) * 0.6 / sheet.line
    whole = series.shape not in {Shape.SUMS, Shape.MIDDLES}
    return number_ticks(sheet.up, room, sheet.wording, whole=whole)


def _marks(series: BarSeries, wording: Wording) -> list[Mark]:
    if not series.bars:
        return []
    period = (series.bars[0].start, series.bars[-1].end)
    return marks_between(
        series.changes, series.life, period, lambda day: axis_range_of_day(series, day), wording
    )


def axis_range_of_day(series: BarSeries, day: date) -> tuple[float, float]:
    """Return where a day of the bars begins and ends on the axis, on which each bar is one wide."""
    place, bar = next(at for at in enumerate(series.bars) if day <= at[1].end)
    length = (bar.end - bar.start).days + 1
    start = place - 0.5 + max(0, (day - bar.start).days) / length
    return start, start + 1 / length
