"""What signs, levels and lines of rows mean: one legend, and swatches inside sentences.

On a screen the legend names all of them, once. On paper a sentence has the swatch of each level
that it counts, and the legend explains the rest: nobody has to look for a fill on another sheet.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from homejournal.domain.days.periods import Period, Span, WeekStart
from homejournal.domain.looking_back.chart_series import BarSeries, DotSeries, Shape
from homejournal.domain.looking_back.strategy_rows import (
    SharedAxis,
    Sign,
    StrategyRow,
    StrategyRows,
    StretchCell,
    StripSpan,
)
from homejournal.domain.records.rating_scales import RatingKind, levels_of
from homejournal.domain.sentences.values import InAim, LevelCounts, Single, TriesOf
from homejournal.reports.chart_words.row_words import sign_word, strip_key
from homejournal.reports.charts.chart_frame import POINTS, Rect, Sheet
from homejournal.reports.charts.figures import svg_of
from homejournal.reports.charts.screen_picture import ChartPicture, picture_of
from homejournal.reports.charts.style import Fill, fill_of
from homejournal.reports.strategy_rows.row_sheet import (
    AIM_DASHES,
    Outline,
    Point,
    RowLook,
    RowSheet,
    Stroke,
    filled,
)
from homejournal.reports.strategy_rows.strip import draw_sign, draw_stack
from homejournal.texts.labels import level as level_word
from homejournal.texts.sentences import level_count, say, tries_of
from homejournal.texts.wording import Wording, wording_of

_WIDE, _HIGH = 13.0, 9.0
SWATCH = _WIDE
"""How wide a swatch is, in points."""
_SIGN = 6.6
_DAY = date(2000, 1, 1)
_NO_AXIS = SharedAxis(
    period=Period(_DAY, _DAY), week_start=WeekStart.MONDAY, strip=StripSpan.DAY, bars=Span.WEEK
)


class Swatch(NamedTuple):
    """What is drawn beside the words of a legend: which kind of thing, and which of them."""

    kind: str
    name: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A sign, tint or line with its meaning; without a swatch the words are a remark."""

    words: str
    swatch: Swatch | None = None


def row_legend(rows: StrategyRows, wording: Wording) -> tuple[LegendEntry, ...]:
    """Return what one has to know to read the rows, and nothing that is not in them."""
    lines = _lines(rows, _charts(rows), wording)
    return tuple(dict.fromkeys((*_strips(rows, wording), *rating_legend(rows, wording), *lines)))


def rating_legend(rows: StrategyRows, wording: Wording) -> tuple[LegendEntry, ...]:
    """Return what the bars and dots of the ratings mean, for where each scale has its own key."""
    charts = _charts(rows)
    fills = (entry for chart in charts for entry in _fills(chart, wording))
    joined = (entry for chart in charts for entry in _joined_dots(chart, wording))
    return tuple(dict.fromkeys((*fills, *joined)))


def sign_legend(rows: StrategyRows, wording: Wording) -> tuple[LegendEntry, ...]:
    """Return what is left to know where the sentences have the swatches of what they count."""
    return tuple(dict.fromkeys((*_strips(rows, wording), *_lines(rows, _charts(rows), wording))))


def _charts(rows: StrategyRows) -> list[BarSeries | DotSeries]:
    return [row.chart for row in rows.rows if row.chart is not None and row.has_ratings]


def _lines(
    rows: StrategyRows, charts: Iterable[BarSeries | DotSeries], wording: Wording
) -> Iterator[LegendEntry]:
    if any(isinstance(chart, BarSeries) and chart.shape is Shape.MIDDLES for chart in charts):
        yield LegendEntry(wording.text("middle value, as the number says"), Swatch("dot"))
        yield LegendEntry(wording.text("from the lowest to the highest"), Swatch("range"))
    if any(row.changes for row in rows.rows):
        yield LegendEntry(wording.text("the plan changed"), Swatch("change"))
    if rows.axis.events:
        yield LegendEntry(wording.text("something in our life"), Swatch("event"))


class Piece(NamedTuple):
    """Some words of a statement, and the swatch that stands before them."""

    words: str
    swatch: Swatch | None = None


def with_swatches(one: Single, wording: Wording) -> tuple[tuple[Piece, ...], ...]:
    """Return a statement with the swatches of what it names; of levels each is one by itself."""
    match one:
        case LevelCounts():
            return tuple(
                (Piece(level_count(wording, one, level, many), level_swatch(one.kind, level)),)
                for level, many in one.counts
            )
        case TriesOf() if one.of:
            return (tuple(_tries(one, wording)),)
        case InAim():
            return ((Piece(say(wording, one), Swatch("aim")),),)
        case _:
            return ((Piece(say(wording, one)),),)


def level_swatch(kind: RatingKind, level: int) -> Swatch:
    """Return the swatch of a level."""
    return Swatch("level", kind.value, level)


_TRIES = {"\ue000": Swatch("bar"), "\ue001": Swatch("whole")}
"""Characters that nobody types stand for swatches while a sentence is made in any language."""
_CUTS = re.compile(f"([{''.join(_TRIES)}])")


def _tries(one: TriesOf, wording: Wording) -> Iterator[Piece]:
    first, *others = _CUTS.split(tries_of(wording, one, tuple(_TRIES)))
    yield Piece(first)
    for mark, words in zip(others[::2], others[1::2], strict=True):
        yield Piece(words, _TRIES[mark])


def _strips(rows: StrategyRows, wording: Wording) -> Iterator[LegendEntry]:
    if rows.axis.strip is StripSpan.DAY:
        shown = {sign for row in rows.rows for cell in row.days for sign in cell.signs}
        for sign in Sign:
            if sign in shown:
                yield LegendEntry(sign_word(sign, wording), Swatch("sign", sign.value))
        return
    key = strip_key(rows.axis, wording)
    yield LegendEntry(key)
    for row in rows.rows:
        yield from _stacks(row, wording)


def _stacks(row: StrategyRow, wording: Wording) -> Iterator[LegendEntry]:
    cells = row.stretches
    planned = [cell for cell in cells if cell.planned]
    for sign, shown in (
        (Sign.DID_IT, any(cell.did_it for cell in planned)),
        (Sign.NOT_TODAY, any(cell.not_today for cell in planned)),
        (Sign.NOT_WRITTEN, any(cell.not_written for cell in planned)),
    ):
        if shown:
            yield LegendEntry(sign_word(sign, wording), Swatch("stack", sign.value))
    if any(cell.is_left_out for cell in cells):
        yield LegendEntry(sign_word(Sign.LEFT_OUT, wording), Swatch("sign", Sign.LEFT_OUT.value))
    yield from _judged_weeks([cell for cell in cells if cell.judged], wording)
    if any(cell.planned is None and not cell.judged and cell.did_it for cell in cells):
        yield LegendEntry(wording.text("did it, in a week that is not judged"), Swatch("dash"))
    if any(cell.outside and not (cell.planned or cell.did_it) for cell in cells):
        yield LegendEntry(sign_word(Sign.OUTSIDE, wording), Swatch("sign", Sign.OUTSIDE.value))


def _judged_weeks(judged: list[StretchCell], wording: Wording) -> Iterator[LegendEntry]:
    text = wording.text
    for words, sign, shown in (
        (text("any days of the week: plan met"), Sign.DID_IT, any(cell.met for cell in judged)),
        (
            text("any days of the week: plan not met"),
            Sign.NOT_TODAY,
            any(cell.judged != (cell.met or 0) + (cell.unsure or 0) for cell in judged),
        ),
        (
            text("any days of the week: days not written"),
            Sign.NOT_WRITTEN,
            any(cell.unsure for cell in judged),
        ),
    ):
        if shown:
            yield LegendEntry(words, Swatch("stack", sign.value))


def _fills(chart: BarSeries | DotSeries, wording: Wording) -> Iterator[LegendEntry]:
    kind = chart.kind
    if isinstance(chart, BarSeries):
        for level, *times in zip(levels_of(kind), *(bar.levels for bar in chart.bars), strict=True):
            if any(times):
                words = level_word(wording, kind, level)
                yield LegendEntry(words, level_swatch(kind, level))
    if kind is RatingKind.TRIES:
        yield LegendEntry(wording.text("took"), Swatch("bar"))
        yield LegendEntry(wording.text("offered"), Swatch("whole"))


def _joined_dots(chart: BarSeries | DotSeries, wording: Wording) -> Iterator[LegendEntry]:
    if isinstance(chart, DotSeries) and chart.paths:
        words = wording.text("joined: planned days one after the other")
        yield LegendEntry(words, Swatch("joined"))


@lru_cache(maxsize=64)
def legend_svg(swatch: Swatch, language: str = "en") -> str:
    """Return a swatch for paper as SVG text; the same value gives the same text."""
    look = RowLook(width=_WIDE / POINTS)
    return svg_of(_drawn(swatch, wording_of(language), look).sheet.figure)


def legend_picture(swatch: Swatch, wording: Wording, look: RowLook) -> ChartPicture:
    """Return a swatch for the screen as pixels on transparent ground."""
    return _pixels(swatch, wording.language, replace(look, width=_WIDE * look.text / POINTS))


@lru_cache(maxsize=64)
def _pixels(swatch: Swatch, language: str, look: RowLook) -> ChartPicture:
    return picture_of(_drawn(swatch, wording_of(language), look).sheet)


def _drawn(swatch: Swatch, wording: Wording, look: RowLook) -> RowSheet:
    sheet = RowSheet(_NO_AXIS, wording, look, _HIGH * look.text)
    _DRAW[swatch.kind](sheet, swatch)
    sheet.finish()
    return sheet


def draw_swatch(sheet: Sheet, look: RowLook, swatch: Swatch, corner: Point) -> None:
    """Draw a swatch into a larger picture, from its lower left corner on."""
    look = replace(look, width=_WIDE * look.text / POINTS)
    part = RowSheet(_NO_AXIS, sheet.wording, look, _HIGH * look.text, sheet, corner)
    _DRAW[swatch.kind](part, swatch)
    part.finish()


def _middle(sheet: RowSheet, wide: float, high: float) -> Rect:
    text = sheet.look.text
    wide, high = wide * text, high * text
    return Rect((sheet.width - wide) / 2, (sheet.height - high) / 2, wide, high)


def _sign(sheet: RowSheet, swatch: Swatch) -> None:
    draw_sign(sheet, Sign(swatch.name), _middle(sheet, _SIGN, _SIGN))


def _stack(sheet: RowSheet, swatch: Swatch) -> None:
    shares = {Sign.DID_IT: (1.0, 0.0), Sign.NOT_TODAY: (0.0, 1.0), Sign.NOT_WRITTEN: (0.0, 0.0)}
    draw_stack(sheet, _middle(sheet, _SIGN, 8.0), *shares[Sign(swatch.name)])


def _dash(sheet: RowSheet, _swatch: Swatch) -> None:
    sheet.box(Outline(sheet.sheet.ink.dark), _middle(sheet, _SIGN, 2.4))


def _field(sheet: RowSheet, fill: Fill) -> None:
    sheet.box(filled(fill, sheet.sheet.ink.dark, 0.6), _middle(sheet, _WIDE - 1.0, 8.0))


def _whole(sheet: RowSheet, _swatch: Swatch) -> None:
    """Draw a bar with all of its parts: what was offered is not only what was not taken."""
    _field(sheet, Fill(sheet.sheet.ink.field))
    place = _middle(sheet, _WIDE - 1.0, 8.0)
    sheet.box(
        filled(Fill(sheet.sheet.ink.bar), sheet.sheet.ink.dark, 0.6, 2.1),
        place._replace(height=place.height / 2),
    )


def _level(sheet: RowSheet, swatch: Swatch) -> None:
    _field(sheet, fill_of(RatingKind(swatch.name), swatch.level, sheet.sheet.look))


def _line(sheet: RowSheet, stroke: Stroke) -> None:
    middle = sheet.width / 2
    sheet.line(stroke, (middle, 0.5), (middle, sheet.height - 0.5))


def _joined(sheet: RowSheet, _swatch: Swatch) -> None:
    color, text = sheet.sheet.ink.bar, sheet.look.text
    y, ends = sheet.height / 2, (sheet.width * 0.2, sheet.width * 0.8)
    sheet.line(Stroke(color, 1.1 * text), (ends[0], y), (ends[1], y))
    for x in ends:
        sheet.disc(Outline(color), x, y, 1.9 * text)


def _dot(sheet: RowSheet, _swatch: Swatch) -> None:
    sheet.disc(
        Outline(sheet.sheet.ink.bar), sheet.width / 2, sheet.height / 2, 2.2 * sheet.look.text
    )


def _range(sheet: RowSheet, _swatch: Swatch) -> None:
    stroke, half = Stroke(sheet.sheet.ink.bar, 1.2 * sheet.look.text), 2.5 * sheet.look.text
    _line(sheet, stroke)
    for y in (1.0, sheet.height - 1.0):
        sheet.line(stroke, (sheet.width / 2 - half, y), (sheet.width / 2 + half, y))


def _aim(sheet: RowSheet, _swatch: Swatch) -> None:
    text, y = sheet.look.text, sheet.height / 2
    stroke = Stroke(sheet.sheet.ink.soft, 0.9 * text, 1.5, AIM_DASHES)
    sheet.line(stroke, (0.5, y), (sheet.width - 0.5, y))


_DRAW: dict[str, Callable[[RowSheet, Swatch], None]] = {
    "sign": _sign,
    "stack": _stack,
    "dash": _dash,
    "level": _level,
    "bar": lambda sheet, _: _field(sheet, Fill(sheet.sheet.ink.bar)),
    "whole": _whole,
    "change": lambda sheet, _: _line(sheet, Stroke(sheet.sheet.ink.dark, 1.1)),
    "event": lambda sheet, _: _line(sheet, Stroke(sheet.sheet.ink.soft, 0.9, 2.0, (1.0, 2.0))),
    "aim": _aim,
    "joined": _joined,
    "dot": _dot,
    "range": _range,
}
