"""The rows of strategies as pictures: the head once, then one picture for each row, all as wide.

For paper they are SVG, for the screen pixels with the places of their marks. Head and rows have the
same width, so that a day lies under the same day.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from homejournal.domain.looking_back.strategy_rows import SharedAxis, StrategyRow, StrategyRows
from homejournal.reports.chart_words.row_words import NoteMark, mark_said
from homejournal.reports.charts.chart_frame import POINTS, Rect
from homejournal.reports.charts.figures import svg_of
from homejournal.reports.charts.screen_picture import (
    Box,
    ChartMark,
    ChartPicture,
    box_of,
    picture_of,
)
from homejournal.reports.strategy_rows.head import (
    draw_behind,
    draw_head,
    explained_marks,
    head_of,
)
from homejournal.reports.strategy_rows.ratings import draw_ratings
from homejournal.reports.strategy_rows.row_sheet import Outline, RowLook, RowMark, RowSheet, Stroke
from homejournal.reports.strategy_rows.strip import draw_strip, strip_height
from homejournal.texts.wording import Wording, wording_of

_TOP, _GAP, _FOOT = 2.5, 3.0, 1.5
_OVER = 1.25
"""Room for the number over the highest bar, in sizes of the letters."""
_NOTE = 7.0
_LEAST = 8.0
"""Pixels that each mark is wide and high for the mouse."""


def head_svg(rows: StrategyRows, language: str, look: RowLook) -> str:
    """Return the head as SVG text, without a ground."""
    return head_on_paper(rows.axis, language, look).svg


def row_svg(rows: StrategyRows, at: int, language: str, look: RowLook) -> str:
    """Return one of the rows as SVG text, without a ground."""
    return row_on_paper(rows.axis, rows.rows[at], language, look)


class HeadOnPaper(NamedTuple):
    """The head as SVG text, and where visits, bands and events are in it, and in its key."""

    svg: str
    marks: tuple[RowMark, ...]


@lru_cache(maxsize=64)
def head_on_paper(axis: SharedAxis, language: str, look: RowLook) -> HeadOnPaper:
    """Return the head of rows; one that did not change is not drawn again."""
    wording = wording_of(language)
    sheet = _head(axis, wording, look)
    explained = explained_marks(sheet, head_of(axis, wording, look))
    return HeadOnPaper(svg_of(sheet.sheet.figure), (*sheet.marks, *explained))


@lru_cache(maxsize=256)
def row_on_paper(axis: SharedAxis, row: StrategyRow, language: str, look: RowLook) -> str:
    """Return a row as SVG text; one that did not change is not drawn again."""
    rows = StrategyRows(axis=axis, rows=(row,))
    return svg_of(_row(rows, 0, wording_of(language), look, ()).sheet.figure)


def head_picture(rows: StrategyRows, wording: Wording, look: RowLook) -> ChartPicture:
    """Return the head as pixels; any thread may call this, several at once."""
    return _picture(_head(rows.axis, wording, look), rows, None, ())


def row_picture(
    rows: StrategyRows,
    at: int,
    wording: Wording,
    look: RowLook,
    notes: tuple[NoteMark, ...] = (),
) -> ChartPicture:
    """Return one of the rows as pixels, with what is known of each of its marks.

    A larger picture has a look with more points for `ratings`, and `notes` at their days.
    """
    inside = tuple(
        note for note in notes if rows.axis.period.start <= note.day <= rows.axis.period.end
    )
    return _picture(_row(rows, at, wording, look, inside), rows, rows.rows[at], inside)


def row_height(row: StrategyRow, look: RowLook, *, notes: bool = False) -> float:
    """Return how high a row is, in points."""
    text = look.text
    strip = _TOP * text + strip_height(row, text) + (_NOTE * text if notes else 0.0)
    if not row.has_ratings:
        return strip + _TOP * text
    return strip + (_GAP + look.ratings + _FOOT) * text + look.letters * _OVER


def _head(axis: SharedAxis, wording: Wording, look: RowLook) -> RowSheet:
    head = head_of(axis, wording, look)
    sheet = RowSheet(axis, wording, look, head.height)
    draw_head(sheet, head)
    sheet.finish()
    return sheet


def _row(
    rows: StrategyRows,
    at: int,
    wording: Wording,
    look: RowLook,
    notes: tuple[NoteMark, ...],
) -> RowSheet:
    row = rows.rows[at]
    height = row_height(row, look, notes=bool(notes))
    sheet = RowSheet(rows.axis, wording, look, height)
    draw_row(sheet, row, notes)
    sheet.finish()
    return sheet


def draw_row(sheet: RowSheet, row: StrategyRow, notes: tuple[NoteMark, ...] = ()) -> None:
    """Draw a row over the whole height of its sheet."""
    look = sheet.look
    draw_behind(sheet, ((band.start, band.end) for band in row.bands))
    strip = sheet.height - _TOP * look.text - strip_height(row, look.text)
    draw_strip(sheet, row, strip)
    if notes:
        _draw_notes(sheet, notes, strip - _NOTE * look.text)
    if row.chart is not None and row.has_ratings:
        draw_ratings(sheet, row.chart, _FOOT * look.text, look.ratings * look.text)
    _draw_changes(sheet, row.changes)


def _draw_changes(sheet: RowSheet, changes: Iterable[date]) -> None:
    stroke = Stroke(sheet.sheet.ink.dark, 1.1 * sheet.look.text, 1.6)
    for day in changes:
        x = sheet.x(day)
        sheet.line(stroke, (x, 0.0), (x, sheet.height))


def _draw_notes(sheet: RowSheet, notes: Iterable[NoteMark], bottom: float) -> None:
    """Draw a small flag at each day with a note."""
    text, ink = sheet.look.text, sheet.sheet.ink
    half, high = 2.6 * text, 5.0 * text
    for at, note in enumerate(notes):
        x = sheet.x(note.day, 0.5)
        corners = ((x - half, bottom + high), (x + half, bottom + high), (x, bottom + 0.5))
        sheet.area(Outline(ink.halo, ink.dark, 0.8 * text, 2.5), corners)
        sheet.marks.append(RowMark(Rect(x - half, bottom, 2 * half, high), "note", at))


def _picture(
    sheet: RowSheet,
    rows: StrategyRows,
    row: StrategyRow | None,
    notes: tuple[NoteMark, ...],
) -> ChartPicture:
    scale = sheet.look.dpi / POINTS
    marks = []
    for mark in sheet.marks:
        kind = mark.kind, mark.at
        start, end, words = mark_said(rows.axis, row, kind, notes, sheet.wording)
        box = _box(sheet, mark.place)
        marks.append(ChartMark(box=box, start=start, end=end, words=words))
    period = rows.axis.period
    ends = sheet.x(period.start), sheet.x(period.end, 1.0)
    return replace(
        picture_of(sheet.sheet),
        plot=Box(0.0, 0.0, sheet.width * scale, sheet.height * scale),
        marks=tuple(marks),
        stretches=((period.start, period.end, ends[0] * scale, ends[1] * scale),),
    )


def _box(sheet: RowSheet, place: Rect) -> Box:
    return box_of(place, sheet.height, sheet.look.dpi, _LEAST)
