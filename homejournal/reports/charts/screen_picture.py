"""A chart for the screen: its pixels, and where its bars, dots or groups are in them."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from homejournal.domain.looking_back.chart_series import BarSeries, Chart, DotSeries
from homejournal.reports.chart_words.mark_words import mark_words
from homejournal.reports.charts.chart_frame import POINTS, Rect, Sheet
from homejournal.reports.charts.figures import chart_sheet
from homejournal.reports.charts.style import ChartLook
from homejournal.texts.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Sequence

_LEAST = 8.0
"""Pixels that each mark is wide and high for the mouse."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels from the upper left corner of the picture."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartMark:
    """A bar, dot or group: its place in the picture, its days, and its sentence."""

    box: Box
    start: date | None
    end: date | None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartPicture:
    """Pixels in rows from the top, four bytes each: red, green, blue, opacity (not multiplied).

    `plot` is the rectangle of the axes; `marks` are in reading order. `stretches` are the days at
    the axis of time, each with the pixels from its beginning to its end; groups have none. Where
    time runs to the left there is one stretch, which ends left of its beginning.
    """

    width: int
    height: int
    rgba: bytes
    plot: Box
    marks: tuple[ChartMark, ...]
    stretches: tuple[tuple[date, date, float, float], ...] = ()

    def runs_left(self) -> bool:
        """Return whether later marks stand to the left of earlier ones."""
        return len(self.marks) > 1 and self.marks[-1].box.x < self.marks[0].box.x

    def day_at(self, x: float) -> date | None:
        """Return the day at a pixel, beside the plot the first or last; None without days."""
        for start, end, left, right in self.stretches:
            if x < right or right < left:
                days = (end - start).days + 1
                part = min(1.0, max(0.0, (x - left) / (right - left)))
                return start + timedelta(days=min(days - 1, int(part * days)))
        return self.stretches[-1][1] if self.stretches else None


def chart_picture(chart: Chart, wording: Wording, look: ChartLook) -> ChartPicture:
    """Return a chart as pixels on transparent ground; any thread may call this, several at once."""
    sheet = chart_sheet(chart, wording, look)
    return replace(
        picture_of(sheet), marks=_marks(chart, wording, sheet), stretches=_stretches(chart, sheet)
    )


def picture_of(sheet: Sheet) -> ChartPicture:
    """Return the pixels of what is drawn, without marks."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    canvas = FigureCanvasAgg(sheet.figure)
    canvas.draw()  # type: ignore[no-untyped-call]
    width, height = canvas.get_width_height()
    rgba = bytes(canvas.buffer_rgba())  # type: ignore[no-untyped-call]
    return ChartPicture(
        width=width, height=height, rgba=rgba, plot=_box(sheet, sheet.plot), marks=()
    )


def _marks(chart: Chart, wording: Wording, sheet: Sheet) -> tuple[ChartMark, ...]:
    days = _days(chart)
    return tuple(
        ChartMark(
            box=_box(sheet, _in_points(sheet, spot), least=_LEAST),
            start=start,
            end=end,
            words=mark_words(chart, place, wording),
        )
        for place, (spot, (start, end)) in enumerate(zip(sheet.spots, days, strict=True))
    )


def _days(chart: Chart) -> "Sequence[tuple[date, date]]":
    if isinstance(chart, DotSeries):
        return [(dot.day, dot.day) for dot in chart.dots]
    if isinstance(chart, BarSeries):
        return [(bar.start, bar.end) for bar in chart.bars]
    return [(group.bar.start, group.bar.end) for group in chart.groups]


def _stretches(chart: Chart, sheet: Sheet) -> tuple[tuple[date, date, float, float], ...]:
    scale = sheet.look.dpi / POINTS
    if isinstance(chart, DotSeries):
        days = (chart.end - chart.start).days
        left, right = sheet.x(-0.5), sheet.x(days + 0.5)
        return ((chart.start, chart.end, left * scale, right * scale),)
    if not isinstance(chart, BarSeries):
        return ()
    return tuple(
        (bar.start, bar.end, sheet.x(place - 0.5) * scale, sheet.x(place + 0.5) * scale)
        for place, bar in enumerate(chart.bars)
    )


def _in_points(sheet: Sheet, spot: Rect) -> Rect:
    xs = sorted((sheet.x(spot.x), sheet.x(spot.right)))
    ys = sorted((sheet.y(spot.y), sheet.y(spot.top)))
    return Rect(xs[0], ys[0], xs[1] - xs[0], ys[1] - ys[0])


def _box(sheet: Sheet, place: Rect, least: float = 0.0) -> Box:
    return box_of(place, sheet.height, sheet.look.dpi, least)


def box_of(place: Rect, height: float, dpi: float, least: float = 0.0) -> Box:
    """Return a place of a sheet, so many points high, in pixels from its top, `least` each way."""
    scale = dpi / POINTS
    wide, high = place.width * scale, place.height * scale
    more_wide, more_high = max(0.0, least - wide), max(0.0, least - high)
    return Box(
        place.x * scale - more_wide / 2,
        (height - place.top) * scale - more_high / 2,
        wide + more_wide,
        high + more_high,
    )
