"""Rows as files of their own: name, sentences, head, rows and legend in one picture."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from homejournal.domain.looking_back.strategy_rows import StrategyRows
from homejournal.reports.chart_words.row_words import row_alt
from homejournal.reports.charts.chart_frame import POINTS, SIDE, Sheet
from homejournal.reports.charts.figures import svg_of, with_words
from homejournal.reports.charts.lettering import LINE, shortened, width_of, wrapped
from homejournal.reports.strategy_rows.head import draw_head, head_of
from homejournal.reports.strategy_rows.legend import (
    SWATCH,
    LegendEntry,
    draw_swatch,
    row_legend,
)
from homejournal.reports.strategy_rows.pictures import draw_row, row_height
from homejournal.reports.strategy_rows.row_sheet import RowLook, RowSheet
from homejournal.texts.wording import Wording

if TYPE_CHECKING:
    from matplotlib.figure import Figure

FILE_LOOK = RowLook(width=7.0, ratings=70.0, dpi=200)
"""How rows are drawn that go their own way, as a picture or a drawing."""
SHEET_LOOK = RowLook(width=6.5 - 2 * SIDE / POINTS, ratings=60.0)
"""With its sides as wide as the text of a printed sheet."""
_GAP = 5.0
_BETWEEN = 14.0
"""Points from one entry of the legend to the next."""
_MOST_LINES = 6
_LARGER = 1.25
_PAPER, _DARK_PAPER = "#ffffff", "#1f2428"


@dataclass(frozen=True, slots=True, kw_only=True)
class RowFile:
    """What stands in a file: the rows, over them a title and sentences, below them the legend.

    Rows of several strategies have their names. On a printed sheet title and sentences are words of
    the sheet.
    """

    rows: StrategyRows
    wording: Wording
    title: str = ""
    sentences: tuple[str, ...] = ()
    look: RowLook = field(default=FILE_LOOK)


def rows_png(file: RowFile) -> bytes:
    """Return the rows as a PNG picture that carries its title and its text alternative."""
    written = io.BytesIO()
    told = {"Software": None, "Title": file.title, "Description": rows_alt(file)}
    ground = _DARK_PAPER if file.look.dark else _PAPER
    figure = _figure(file)
    figure.savefig(written, format="png", dpi=file.look.dpi, facecolor=ground, metadata=told)
    return written.getvalue()


def rows_svg(file: RowFile) -> str:
    """Return the rows as SVG text with a title, and the text alternative as the description."""
    return with_words(svg_of(_figure(file), _PAPER), file.title, rows_alt(file))


def sheet_svg(file: RowFile) -> str:
    """Return the rows as a picture of a printed sheet, without a ground."""
    return svg_of(_figure(file))


def rows_alt(file: RowFile) -> str:
    """Return what stands over the rows, and each row, in sentences."""
    rows, wording = file.rows, file.wording
    told = [row_alt(rows, at, wording, table=False) for at in range(len(rows.rows))]
    if len(told) > 1:
        names = (wording.own(row.name) for row in rows.rows)
        told = [
            wording.text("{name}: {said}", name=name, said=said)
            for name, said in zip(names, told, strict=True)
        ]
    return " ".join([*file.sentences, *told])


def _figure(file: RowFile) -> "Figure":
    """Draw everything from the top down, on a figure as high as it takes."""
    parts = [*_words(file), *_pictures(file), *_legend(file)]
    high = sum(part.height for part in parts) + 2 * SIDE
    sheet = Sheet(file.look.high(high), file.wording)
    sheet.figure.set_size_inches(file.look.width + 2 * SIDE / POINTS, high / POINTS)
    top = high - SIDE
    for part in parts:
        top -= part.height
        part.draw(sheet, top)
    return sheet.figure


@dataclass(frozen=True)
class _Line:
    """A line of words."""

    file: RowFile
    words: str
    size: float
    bold: bool = False

    @property
    def height(self) -> float:
        return self.size * LINE

    def draw(self, sheet: Sheet, bottom: float) -> None:
        color = sheet.ink.dark if self.bold else sheet.ink.soft
        x, side = _start(sheet, self.file.look)
        y = bottom + self.size * 0.3
        sheet.write(x, y, self.words, size=self.size, color=color, ha=side, va="baseline")


def _start(sheet: Sheet, look: RowLook) -> tuple[float, str]:
    return (SIDE + look.width * POINTS, "right") if sheet.rtl else (SIDE, "left")


@dataclass(frozen=True)
class _Head:
    file: RowFile

    @property
    def height(self) -> float:
        return head_of(self.file.rows.axis, self.file.wording, self.file.look).height

    def draw(self, sheet: Sheet, bottom: float) -> None:
        file = self.file
        head = head_of(file.rows.axis, file.wording, file.look)
        part = _part(file, head.height, sheet, bottom)
        draw_head(part, head)
        part.finish()


@dataclass(frozen=True)
class _Row:
    file: RowFile
    at: int

    @property
    def height(self) -> float:
        return row_height(self.file.rows.rows[self.at], self.file.look) + _GAP

    def draw(self, sheet: Sheet, bottom: float) -> None:
        part = _part(self.file, self.height - _GAP, sheet, bottom)
        draw_row(part, self.file.rows.rows[self.at])
        part.finish()


def _part(file: RowFile, height: float, sheet: Sheet, bottom: float) -> RowSheet:
    return RowSheet(file.rows.axis, file.wording, file.look, height, sheet, (SIDE, bottom))


@dataclass(frozen=True)
class _LegendLine:
    """Entries of the legend that stand on one line."""

    file: RowFile
    entries: tuple[LegendEntry, ...]

    @property
    def height(self) -> float:
        return self.file.look.letters * 1.6

    def draw(self, sheet: Sheet, bottom: float) -> None:
        look, x = self.file.look, 0.0
        whole = look.width * POINTS
        for entry in self.entries:
            wide, before = _width(entry, look), _before(entry, look)
            left = SIDE + (whole - x - wide if sheet.rtl else x)
            if entry.swatch:
                at = left + wide - SWATCH * look.text if sheet.rtl else left
                corner = (at, bottom + 2.0)
                draw_swatch(sheet, look, entry.swatch, corner)
            sheet.write(
                left + (0.0 if sheet.rtl else before), bottom + look.letters * 0.4, entry.words,
                size=look.letters, color=sheet.ink.soft, va="baseline",
            )  # fmt: skip
            x += wide + _BETWEEN


def _before(entry: LegendEntry, look: RowLook) -> float:
    return (SWATCH + 3.0) * look.text if entry.swatch else 0.0


def _width(entry: LegendEntry, look: RowLook) -> float:
    return _before(entry, look) + width_of(entry.words, look.letters)


def _words(file: RowFile) -> Iterator[_Line]:
    size, room = file.look.letters, file.look.width * POINTS
    if file.title:
        large = size * _LARGER
        yield _Line(file, shortened(file.title, room, large), large, bold=True)
    for sentence in file.sentences:
        for line in wrapped(sentence, room, size, _MOST_LINES).split("\n"):
            yield _Line(file, line, size)


def _pictures(file: RowFile) -> Iterator[_Line | _Head | _Row]:
    yield _Head(file)
    room, size = file.look.width * POINTS, file.look.letters
    for at, row in enumerate(file.rows.rows):
        if len(file.rows.rows) > 1:
            yield _Line(file, shortened(row.name, room, size), size, bold=True)
        yield _Row(file, at)


def _legend(file: RowFile) -> Iterator[_LegendLine]:
    room, look = file.look.width * POINTS, file.look
    line: list[LegendEntry] = []
    taken = 0.0
    for entry in row_legend(file.rows, file.wording):
        wide = _width(entry, look)
        if line and taken + wide > room:
            yield _LegendLine(file, tuple(line))
            line, taken = [], 0.0
        line.append(entry)
        taken += wide + _BETWEEN
    yield _LegendLine(file, tuple(line))
