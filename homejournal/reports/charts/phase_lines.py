"""The middle value between two changes of the plan, and the family's aim, with their labels."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from homejournal.domain.days.strategy_numbers import Middle
from homejournal.domain.looking_back.chart_series import BarSeries, DotSeries, PhaseMiddle
from homejournal.domain.records.rating_scales import Aim, levels_of
from homejournal.reports.charts.chart_frame import Rect, Sheet
from homejournal.reports.charts.lettering import short_number, shortened, width_of
from homejournal.texts.labels import amount
from homejournal.texts.labels import level as level_word
from homejournal.texts.plan import aim as aim_words
from homejournal.texts.wording import Wording

Placed = tuple[float, float, PhaseMiddle]
"""From where to where on the axis a phase goes."""
_THICK, _THIN = 1.5, 0.9
_LETTERS = 0.85
_TRIES = 9
_OFF_LINE = 1.5
"""Points that words stand off the upright line at which their stretch begins."""


class Line(NamedTuple):
    """A line through the plot with its words; `y` in values of the axis."""

    start: float
    end: float
    y: float
    words: str


def reach_of(phases: Iterable[PhaseMiddle]) -> list[Decimal]:
    """Return the numbers that have to be in view: middles and the ends of aims."""
    phases = tuple(phases)
    middles = [phase.middle for phase in phases if isinstance(phase.middle, Decimal)]
    aims = [phase.aim for phase in phases if phase.aim is not None]
    ends = [end for aim in aims for end in (aim.low, aim.high) if end is not None]
    return [*middles, *ends]


def draw_phases(sheet: Sheet, chart: BarSeries | DotSeries, phases: Sequence[Placed]) -> None:
    """Draw the middles as short thick lines, the aims as thin ones, and what fits of labels."""
    lines = [line for start, end, aim in _aims(phases) for line in _aim(sheet, start, end, aim)]
    for start, end, phase in phases:
        if phase.middle is not None:
            lines.append(_middle(sheet, chart, (start, end), phase))
    if not sheet.look.small:
        for line in lines:
            _label(sheet, line)


def _aims(phases: Sequence[Placed]) -> list[tuple[float, float, Aim]]:
    """Return each aim once for as long as it stayed the same."""
    found: list[tuple[float, float, Aim]] = []
    for start, end, phase in phases:
        if phase.aim is None:
            continue
        if found and found[-1][1] == start and found[-1][2] == phase.aim:
            found[-1] = (found[-1][0], end, phase.aim)
        else:
            found.append((start, end, phase.aim))
    return found


def _aim(sheet: Sheet, start: float, end: float, aim: Aim) -> list[Line]:
    ends = [float(value) for value in (aim.low, aim.high) if value is not None]
    words = aim_words(sheet.wording, aim)
    lines = [Line(start, end, y, words) for y in ends]
    for line in lines:
        _line(sheet, line, width=_THIN, style=(0, (6, 2)), color=sheet.ink.dark)
    return lines[-1:]


def _middle(
    sheet: Sheet, chart: BarSeries | DotSeries, at: tuple[float, float], phase: PhaseMiddle
) -> Line:
    style = (0, (2, 0.8)) if phase.so_far else "-"
    words = _words(chart, phase, sheet.wording)
    match phase.middle:
        case (int() as low, int() as high):
            _band(sheet, at, low, high)
            return Line(*at, (low + high) / 2, words)
        case middle:
            y = float(middle) if isinstance(middle, int | Decimal) else 0.0
            # In a row of dots it is lighter than their edges, so that each of them is seen on it.
            color = sheet.ink.soft if isinstance(middle, int) else sheet.ink.dark
            line = Line(*at, y, words)
            _line(sheet, line, width=_THICK, style=style, color=color)
            return line


def _words(chart: BarSeries | DotSeries, phase: PhaseMiddle, wording: Wording) -> str:
    value = _value(chart, phase.middle, wording)
    if phase.so_far:
        return wording.text("middle value so far: {level}", level=value)
    return wording.text("middle value: {level}", level=value)


def _value(chart: BarSeries | DotSeries, middle: Middle | None, wording: Wording) -> str:
    if isinstance(middle, Decimal):
        return amount(wording, middle, chart.unit, short_number(middle, wording))
    pair = middle if isinstance(middle, tuple) else (middle,)
    named = [level for level in levels_of(chart.kind) if level in pair]
    return wording.list_of([level_word(wording, chart.kind, level) for level in named])


def _line(sheet: Sheet, one: Line, *, width: float, style: object, color: str) -> None:
    from matplotlib.lines import Line2D

    at, y = one[:2], one.y
    line = Line2D(
        at, (y, y), color=color, linewidth=width, zorder=1.5, solid_capstyle="butt",
        dash_capstyle="butt",
    )  # fmt: skip
    line.set_linestyle(style)  # type: ignore[arg-type]
    sheet.axes.add_artist(line)
    start, end = map(sheet.x, at)
    place = Rect(start, sheet.y(y) - width / 2, end - start, width)
    sheet.ink_in(place)
    for words in filter(place.meets, sheet.taken):
        sheet.clear(words)


def _band(sheet: Sheet, at: tuple[float, float], low: int, high: int) -> None:
    """Draw a light band between the rows of two levels, because the median lies between them.

    A median that is a single level is a line in the row of that level.
    """
    from matplotlib.patches import Rectangle

    start, end = at
    sheet.axes.add_artist(
        Rectangle(
            (start, low), end - start, high - low,
            facecolor=sheet.ink.soft, alpha=0.16, edgecolor="none", zorder=0.6,
        )
    )  # fmt: skip


def _label(sheet: Sheet, line: Line) -> None:
    """Write the words at their line, or else elsewhere over its stretch; never on any mark.

    Where there is no room for them, the words beside the chart tell the same.
    """
    size = sheet.letters * _LETTERS
    words = shortened(line.words, sheet.plot.width * 0.9, size)
    wide, high = width_of(words, size) + 4, size * 1.25
    place = next(filter(sheet.is_blank, _places(sheet, line, wide, high)), None) if words else None
    if place is None:
        return
    sheet.clear(place)
    sheet.write(
        place.x + 2, place.y + size * 0.3, words, size=size, ha="left", va="baseline",
        color=sheet.ink.dark, zorder=5,
    )  # fmt: skip


def _places(sheet: Sheet, line: Line, wide: float, high: float) -> Iterator[Rect]:
    """Return the places in the plot for words of a size, those at the line first."""
    start, end = (max(sheet.plot.x, min(sheet.x(at), sheet.plot.right)) for at in line[:2])
    start += _OFF_LINE
    if end - start < wide:
        start = max(sheet.plot.x, min(start, sheet.plot.right - wide))
        end = start + wide
    xs = [start + (end - wide - start) * step / (_TRIES - 1) for step in range(_TRIES)]
    y = sheet.y(line.y)
    lowest, highest = sheet.plot.y + 1.0, sheet.plot.top + sheet.letters * 0.4 - high
    steps = max(0, int((highest - lowest) / high * 2)) + 1
    feet = [y + 2.5, y - 2.5 - high]
    feet += sorted((lowest + high / 2 * step for step in range(steps)), key=lambda at: abs(at - y))
    for foot in feet:
        if lowest <= foot <= highest:
            yield from (Rect(x, foot, wide, high) for x in xs)
