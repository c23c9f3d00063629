"""The ratings of a row below its strip: bars of weeks or longer, or dots of numbers, by date."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from homejournal.domain.looking_back.chart_series import Bar, BarSeries, DotSeries, Shape
from homejournal.domain.records.rating_scales import Aim, levels_of
from homejournal.reports.chart_words.mark_words import middle_said
from homejournal.reports.charts.bar_numbers import words_over
from homejournal.reports.charts.bar_shapes import height_of, limits_of
from homejournal.reports.charts.chart_frame import Limits, Rect
from homejournal.reports.charts.dot_shapes import grown
from homejournal.reports.charts.lettering import short_number, shortened, width_of
from homejournal.reports.charts.style import Fill, fill_of
from homejournal.reports.strategy_rows.head import weeks_of
from homejournal.reports.strategy_rows.row_sheet import (
    AIM_DASHES,
    Outline,
    RowMark,
    RowSheet,
    Stroke,
    filled,
    shades_of,
)
from homejournal.reports.template_fields import apart
from homejournal.texts.labels import aim_said
from homejournal.texts.wording import Wording

_OF_BLOCK, _OF_NARROW = 0.56, 0.8
"""How much of its days a bar takes across; more where they are few or small."""
_NARROW = 14.0
"""Points under which days are narrow."""
_WHOLE = 6
"""Days from the first to the last of a week that is not cut."""
_EDGE = 0.6
_ZERO = 1.0
_LEAST_RATINGS = 5.0
"""So many ratings are as high as a bar gets where none has more: a few look few."""
_DOT = 3.8
_LIFT = 2.0
_LEAST_LETTERS = 0.72
_APART = 1.5
"""Points between two numbers."""
_STEP = 8.0
"""Points from one place that is tried for the words of the aim to the next."""
_BELOW = 0.25
"""Of the size of letters, for what goes below their line."""
_MOST_OF_AIM = 0.5
"""Of the width, for the words of the aim."""


class Ground(NamedTuple):
    """Where ratings stand in points from below, and through which values they go."""

    bottom: float
    height: float
    limits: Limits

    def y(self, value: float) -> float:
        """Return where a value lies in points from below."""
        return self.bottom + self.limits.part(value) * self.height


def draw_ratings(
    sheet: RowSheet, chart: BarSeries | DotSeries, bottom: float, height: float
) -> None:
    """Draw bars or dots from so many points on, as high as is said."""
    ground = Ground(bottom, height, _limits(chart))
    if isinstance(chart, BarSeries):
        _bars(sheet, chart, ground)
    else:
        _dots(sheet, chart, ground)
    zero = ground.y(0.0)
    sheet.line(Stroke(sheet.sheet.ink.dark, 0.6, 2.6), (0.0, zero), (sheet.width, zero))


def _limits(chart: BarSeries | DotSeries) -> Limits:
    """Return from where to where the ratings reach; zero is always among it."""
    if isinstance(chart, BarSeries):
        limits = limits_of(chart)
        few = chart.shape is Shape.LEVELS
        return limits._replace(high=max(limits.high, _LEAST_RATINGS)) if few else limits
    values = [float(dot.value) for dot in chart.dots]
    aims = [end for phase in chart.phases if phase.aim for end in (phase.aim.low, phase.aim.high)]
    values += [float(end) for end in aims if end is not None]
    return Limits(min(0.0, *values), max(0.0, *values) or 1.0)


def _scale(sheet: RowSheet, ground: Ground) -> None:
    """Draw light lines at round values with their numbers; bars have theirs over them."""
    size, shades = sheet.look.letters * 0.85, shades_of(sheet.look)
    x, side = (sheet.width - 1.0, "right") if sheet.sheet.rtl else (1.0, "left")
    for value in _round_values(ground.limits):
        y = ground.y(float(value))
        sheet.line(Stroke(shades.grid, 0.6, 1.05), (0.0, y), (sheet.width, y))
        words = short_number(value, sheet.wording)
        sheet.write(x, y + 1.0, words, size=size, ha=side, color=sheet.sheet.ink.soft)


def _round_values(limits: Limits) -> list[Decimal]:
    """Return up to four round values above zero."""
    high = Decimal(str(limits.high))
    unit = Decimal(10) ** (high.adjusted() - 1)
    step = next(unit * times for times in (1, 2, 5, 10, 20, 50) if high < unit * times * 5)
    return [step * times for times in range(1, int(high / step) + 1)]


def _bars(sheet: RowSheet, chart: BarSeries, ground: Ground) -> None:
    places = [_place(sheet, bar) for bar in chart.bars]
    for at, (bar, (left, right)) in enumerate(zip(chart.bars, places, strict=True)):
        if bar.has(chart.shape):
            _bar(sheet, chart, bar, (left, right), ground)
        span = sheet.span(bar.start, bar.end)
        foot, top = (ground.y(value) for value in (0.0, height_of(bar, chart.shape)))
        place = Rect(span[0], min(foot, top), span[1] - span[0], abs(top - foot))
        sheet.marks.append(RowMark(place, "bar", at))
    _numbers(sheet, chart, ground)


def _place(sheet: RowSheet, bar: Bar) -> tuple[float, float]:
    """Return where a bar begins and ends; that of a cut week is no wider than others."""
    left, right = sheet.span(bar.start, bar.end)
    room = right - left
    whole = max(room, sheet.day_width * (_WHOLE + 1))
    wide = min(room * _OF_NARROW, whole * (_OF_NARROW if whole < _NARROW else _OF_BLOCK))
    spare = (room - wide) / 2
    return left + spare, right - spare


def _bar(
    sheet: RowSheet, chart: BarSeries, bar: Bar, across: tuple[float, float], ground: Ground
) -> None:
    if chart.shape is Shape.MIDDLES:
        _middle(sheet, bar, across, ground)
        return
    left, right = across
    # In steps, so that bars of months, which are not all as wide, are drawn at once.
    edge = round(min(_EDGE, (right - left) / 6), 1)
    ink = sheet.sheet.ink
    drawn = False
    for fill, low, high in _parts(sheet, chart, bar):
        foot, top = ground.y(low), ground.y(high)
        look = filled(fill, ink.dark, edge)
        sheet.box(look, Rect(left, min(foot, top), right - left, abs(top - foot)))
        drawn = True
    # No rating is no level, and a line would look like one.
    if not drawn and chart.shape is not Shape.LEVELS:
        foot = ground.y(0.0)
        sheet.line(Stroke(ink.bar, _ZERO, 2.7), (left, foot), (right, foot))


def _parts(sheet: RowSheet, chart: BarSeries, bar: Bar) -> Iterator[tuple[Fill, float, float]]:
    """Yield the parts of a bar, each from where to where; none of a zero."""
    ink, look = sheet.sheet.ink, sheet.sheet.look
    match chart.shape:
        case Shape.LEVELS:
            base = 0
            for level, count in zip(levels_of(chart.kind), bar.levels, strict=False):
                if count:
                    yield fill_of(chart.kind, level, look), base, base + count
                base += count
        case Shape.TRIES if bar.of:
            taken = bar.took or 0
            yield Fill(ink.field), taken, bar.of
            if taken:
                yield Fill(ink.bar), 0, taken
        case Shape.SUMS if bar.sum:
            yield Fill(ink.bar), 0, float(bar.sum)
        case _:
            return


def _middle(sheet: RowSheet, bar: Bar, across: tuple[float, float], ground: Ground) -> None:
    color, text = sheet.sheet.ink.bar, sheet.look.text
    x = sum(across) / 2
    half = min(3.0 * text, (across[1] - across[0]) / 2)
    ends = [ground.y(float(value or 0)) for value in (bar.low, bar.high)]
    stroke = Stroke(color, 1.2 * text)
    sheet.line(stroke, (x, ends[0]), (x, ends[1]))
    for y in ends:
        sheet.line(stroke, (x - half, y), (x + half, y))
    sheet.disc(Outline(color), x, ground.y(float(bar.median or 0)), half * 0.75)


def _numbers(sheet: RowSheet, chart: BarSeries, ground: Ground) -> None:
    """Write the numbers over the bars, smaller where they are close; none touches the next.

    Where most have no room, only that of the highest bar is written.
    """
    shown = [bar for bar in chart.bars if bar.has(chart.shape)]
    told = [(bar, words_over(chart.shape, bar, sheet.wording)) for bar in shown]
    bare = [one for one in told if _is_counted(chart, one[0])]
    slots = sorted(
        _slot(sheet, bar) / (width_of(words, sheet.look.letters) + _APART) for bar, words in bare
    )
    # Where a little smaller letters give all of them room, they are smaller.
    roomy = slots and slots[0] >= _LEAST_LETTERS
    fitting = slots[0 if roomy else len(slots) // 2] if slots else 1.0
    size = sheet.look.letters * max(_LEAST_LETTERS, min(1.0, fitting))
    if fitting < _LEAST_LETTERS:
        told = [max(told, key=lambda one: height_of(one[0], chart.shape))]
    elif chart.shape is Shape.LEVELS:
        # Nothing over a bar is no zero: the words stand only where they have room.
        told = [one for one in told if one in bare or _has_room(sheet, one, size)]
        told = _with_what_is_counted(sheet, told, size)
    lines = [sheet.x(event.start, 0.5) for event in sheet.axis.events]
    end = float("-inf")
    for bar, words in sorted(told, key=lambda one: _middle_of(sheet, one[0])):
        half = width_of(words, size) / 2
        x = min(max(_middle_of(sheet, bar), half), sheet.width - half)
        if x - half < end:
            continue
        end = x + half
        y = ground.y(max(0.0, height_of(bar, chart.shape))) + _LIFT
        if any(abs(line - x) < half + 1.0 for line in lines):
            sheet.clear(Rect(x - half, y - 1.0, 2 * half, size))
        sheet.write(x, y, words, size=size, ha="center", color=sheet.sheet.ink.dark)


def _with_what_is_counted(
    sheet: RowSheet, told: list[tuple[Bar, str]], size: float
) -> list[tuple[Bar, str]]:
    """Return the numbers, the first one that has room with what it counts: "9 rated"."""
    for at, (bar, _) in enumerate(told):
        many = sum(bar.levels)
        if not many:
            continue
        each = [wording.count("{n} rated", "{n} rated", many) for wording in sheet.wordings]
        said = [
            apart(words, w, sheet.wording) for words, w in zip(each, sheet.wordings, strict=True)
        ]
        # In two languages where both have room.
        for words in (sheet.wording.line_of(said), said[0]):
            if _has_room(sheet, (bar, words), size):
                return [*told[:at], (bar, words), *told[at + 1 :]]
    return told


def _is_counted(chart: BarSeries, bar: Bar) -> bool:
    return chart.shape is not Shape.LEVELS or any(bar.levels)


def _has_room(sheet: RowSheet, told: tuple[Bar, str], size: float) -> bool:
    bar, words = told
    return width_of(words, size) + _APART <= _slot(sheet, bar)


def _slot(sheet: RowSheet, bar: Bar) -> float:
    left, right = sheet.span(bar.start, bar.end)
    return right - left


def _middle_of(sheet: RowSheet, bar: Bar) -> float:
    return sum(sheet.span(bar.start, bar.end)) / 2


def _dots(sheet: RowSheet, chart: DotSeries, ground: Ground) -> None:
    ink, text = sheet.sheet.ink, sheet.look.text
    _aims(sheet, chart, ground)
    if sheet.look.is_large:
        _scale(sheet, ground)
        _middles_of_plans(sheet, chart, ground)
    taken: list[Rect] = []
    for path in chart.paths:
        points = [(sheet.x(point.day, 0.5), ground.y(float(point.value))) for point in path]
        for before, after in pairwise(points):
            sheet.line(Stroke(ink.bar, 1.1 * text, 2.1), before, after)
            taken += _on_the_way(before, after, _LIFT)
    size = max(2.0, min(_DOT * text, sheet.day_width * 0.85))
    for at, dot in enumerate(chart.dots):
        x, y = sheet.x(dot.day, 0.5), ground.y(float(dot.value))
        across = grown(size, dot.times)
        sheet.disc(Outline(ink.bar, order=2.4), x, y, across / 2)
        taken.append(Rect(x - across / 2, y - across / 2, across, across))
        sheet.marks.append(RowMark(taken[-1], "dot", at))
    taken += _ends(sheet, chart, ground)
    _aim_in_words(sheet, chart, ground, taken)


def _aim_heights(chart: DotSeries, ground: Ground) -> Iterator[float]:
    for phase in chart.phases:
        for end in (phase.aim.low, phase.aim.high) if phase.aim else ():
            if end is not None:
                yield ground.y(float(end))


def _aims(sheet: RowSheet, chart: DotSeries, ground: Ground) -> None:
    """Draw the family's aim while it was in force."""
    dashed = Stroke(sheet.sheet.ink.soft, 0.7 * sheet.look.text, 1.5, AIM_DASHES)
    for phase in chart.phases:
        for end in (phase.aim.low, phase.aim.high) if phase.aim else ():
            if end is not None:
                y = ground.y(float(end))
                left, right = sheet.span(phase.start, phase.end)
                sheet.line(dashed, (left, y), (right, y))


def _aim_in_words(sheet: RowSheet, chart: DotSeries, ground: Ground, taken: Sequence[Rect]) -> None:
    """Write the newest aim beside its line, whole or not at all, where nothing else is."""
    size = sheet.look.letters * 0.85
    aim = next((phase.aim for phase in reversed(chart.phases) if phase.aim), None)
    if aim is None:
        return
    line = ground.y(float((aim.low if aim.high is None else aim.high) or 0))
    feet = [y for y in (line - size, line + _LIFT) if y >= ground.bottom]
    changes = [Rect(sheet.x(one.start) - 1.0, 0.0, 2.0, sheet.height) for one in chart.phases[1:]]
    for words in _words_of_aim(sheet.wording, aim, chart.unit):
        wide = width_of(words, size)
        if wide > sheet.width * _MOST_OF_AIM:
            continue
        places = _places(sheet, feet, size, wide)
        free = [one for one in places if not any(_meet(one, it) for it in (*taken, *changes))]
        if free:
            _write_over(sheet, words, min(free, key=partial(_crossings, sheet)), size)
            return


def _words_of_aim(wording: Wording, aim: Aim, unit: str | None) -> Iterator[str]:
    """Yield the words of an aim, the longest first; a number alone could be a rating's."""
    whole, bare = aim_said(wording, aim, unit), aim_said(wording, aim, None)
    for said in (whole, bare):
        yield wording.text("our aim: {aim}", aim=said)
    if aim.low != aim.high:
        yield whole
        yield bare


def _places(sheet: RowSheet, feet: Iterable[float], size: float, wide: float) -> Iterator[Rect]:
    """Yield where words of this size and width may stand, on one of these lines."""
    for y in feet:
        for x in _along(sheet, wide):
            yield Rect(x, y - size * _BELOW, wide, size * 1.1)


def _crossings(sheet: RowSheet, place: Rect) -> int:
    """Return how many thin lines of weeks and events go through a place."""
    events = (sheet.x(event.start, 0.5) for event in sheet.axis.events)
    return sum(place.x < x < place.right for x in (*weeks_of(sheet), *events))


def _write_over(sheet: RowSheet, words: str, place: Rect, size: float) -> None:
    """Write words, on plain ground where thin lines go through them."""
    if _crossings(sheet, place):
        sheet.clear(place)
    y = place.y + size * _BELOW
    sheet.write(place.x, y, words, size=size, ha="left", color=sheet.sheet.ink.soft)


def _along(sheet: RowSheet, wide: float) -> list[float]:
    """Return where words may begin, first where reading begins."""
    last = sheet.width - wide - 1.0
    steps = [1.0, *(step * _STEP for step in range(1, int(last / _STEP) + 1)), last]
    return steps[::-1] if sheet.sheet.rtl else steps


def _meet(one: Rect, other: Rect) -> bool:
    across = one.x < other.right and other.x < one.right
    return across and one.y < other.top and other.y < one.top


def _on_the_way(
    before: tuple[float, float], after: tuple[float, float], half: float
) -> Iterator[Rect]:
    """Yield small squares along a line from one dot to the next."""
    steps = max(1, int(max(abs(after[0] - before[0]), abs(after[1] - before[1])) / half))
    for step in range(steps + 1):
        x, y = (a + (b - a) * step / steps for a, b in zip(before, after, strict=True))
        yield Rect(x - half, y - half, 2 * half, 2 * half)


def _middles_of_plans(sheet: RowSheet, chart: DotSeries, ground: Ground) -> None:
    """Draw the middle of the numbers between two changes of the plan, with its words."""
    ink, size = sheet.sheet.ink, sheet.look.letters * 0.85
    for phase in chart.phases:
        if isinstance(phase.middle, Decimal):
            y = ground.y(float(phase.middle))
            left, right = sheet.span(phase.start, phase.end)
            sheet.line(Stroke(ink.soft, 1.6 * sheet.look.text, 1.5), (left, y), (right, y))
            told = middle_said(chart, phase.middle, phase.n, sheet.wording)
            words = shortened(told, right - left, size)
            x, side = (left, "left") if sheet.sheet.rtl else (right, "right")
            sheet.write(x, y + 2.0, words, size=size, ha=side, color=ink.soft)


def _ends(sheet: RowSheet, chart: DotSeries, ground: Ground) -> Iterator[Rect]:
    """Write the highest and the lowest number at its dot: there is no scale beside a row.

    Yields where they stand.
    """
    size = sheet.look.letters * 0.9
    highest = max(chart.dots, key=lambda dot: dot.value)
    lowest = min(chart.dots, key=lambda dot: dot.value)
    shown = [(highest, 3.0, -size - 1.5)]
    if lowest.value != highest.value:
        shown.append((lowest, -size - 1.5, 3.0))
    for dot, *lifts in shown:
        words = short_number(dot.value, sheet.wording)
        half = width_of(words, size) / 2
        at = min(max(sheet.x(dot.day, 0.5), half), sheet.width - half)
        heights = [ground.y(float(dot.value)) + lift for lift in lifts]
        inside = [y for y in heights if y >= ground.bottom]
        places = [Rect(at - half, y - 1.0, 2 * half, size) for y in inside]
        # Better at the other side of its dot than on the line of the aim.
        free = [place for place in places if not _is_crossed(place, chart, ground)]
        place = (free or places)[0]
        if not free:
            sheet.clear(place)
        sheet.write(at, place.y + 1.0, words, size=size, ha="center", color=sheet.sheet.ink.dark)
        yield place


def _is_crossed(place: Rect, chart: DotSeries, ground: Ground) -> bool:
    """Return whether the line of an aim goes through a place, or close to it."""
    return any(place.y - 1.0 < aim < place.top + 1.0 for aim in _aim_heights(chart, ground))
