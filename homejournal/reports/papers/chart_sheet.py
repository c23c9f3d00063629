"""A sheet of charts with their sentences and tables, as fields for its template."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from typing_extensions import override

from homejournal.domain.days.periods import Period
from homejournal.domain.looking_back.chart_series import Cell, Chart, Table, on_paper
from homejournal.domain.looking_back.look_back_values import LookBack
from homejournal.domain.looking_back.strategy_rows import StrategyRows, rows_on_paper
from homejournal.domain.papers.printed_sheets import Paper
from homejournal.domain.sentences.values import AgeInMonths, Sentence, SuggestedBy
from homejournal.reports.chart_words.row_tables import row_tables
from homejournal.reports.chart_words.row_words import row_sentences
from homejournal.reports.chart_words.tables import chart_table
from homejournal.reports.chart_words.text_alternative import chart_alt
from homejournal.reports.chart_words.title_and_key import chart_caption, chart_key, chart_title
from homejournal.reports.charts.figures import chart_svg
from homejournal.reports.charts.style import ChartLook
from homejournal.reports.strategy_rows.files import SHEET_LOOK, RowFile, rows_alt, sheet_svg
from homejournal.reports.template_fields import Fields, own, paper_fields, with_breaks
from homejournal.reports.typesetting import InWords
from homejournal.reports.visit_page.lines import told_lines
from homejournal.texts.day_page import capitalized
from homejournal.texts.progress_page import cell_text
from homejournal.texts.sentences import say
from homejournal.texts.wording import Wording

MOST_ROWS = 1_000
"""Rows of a table that are printed; longer ones are for the spreadsheet, and the sheet says so."""
ROOM = 468.0
"""Points between the margins: 6.5 inches."""
_SIZES = ((8.5, 5.0), (8.5, 3.5), (7.5, 3.5))
"""How large the letters are and how far they stand from the edge of their cell, in points."""
_LETTER, _BOLD = 0.56, 0.63
"""A letter of usual text and of the names, as a share of its size."""
_MOST_LETTERS = 60
_LINES = 4
"""On so many lines the name of a column may stand."""
_ENOUGH = 120.0
"""Points in which words can still be read well."""
_LONG = 16
"""Rows from which a narrow table stands in two columns beside each other."""
_GUTTER = 12.0
"""Points between them."""
_HALF_SIZES = (*_SIZES, (7.5, 2.5), (7.0, 2.5))
_SPACE = re.compile(r"[ \n\u200b]+")
_LONG_WORD = re.compile(r"[^\s\u200b]{15,}")
_BREAK_AFTER = 10
_NO_BREAK = "\u00a0"


def table_fields(table: Table, wording: Wording) -> Fields:
    """Return a table for the template; of a very long one the first rows, and that there are more.

    Where all days are of one year, which stands in the head of the sheet, they are short.
    """
    shown = table.rows[:MOST_ROWS]
    cells = [cell for row in table.rows for cell in row]
    short = len({cell.year for cell in cells if isinstance(cell, date)}) == 1
    rows = [[_told(cell, wording, short=short) for cell in row] for row in shown]
    names = [with_breaks(name, _LONG_WORD, _BREAK_AFTER) for name in table.columns]
    side_by_side = _side_by_side(names, rows)
    size, edge, widths = side_by_side or _widths(names, rows)
    return {
        "columns": 2 if side_by_side else 1,
        "gutter": _GUTTER,
        "more": _more(len(table.rows), wording),
        "size": size,
        "edge": edge,
        "widths": widths,
        "names": [own(name) for name in names],
        "numbers": [_is_number(place, table.rows) for place in range(len(names))],
        "rows": [_cells(row) for row in rows],
    }


def _cells(row: Sequence[str]) -> list[Fields]:
    """Return the cells of a row; a remark takes the room of the empty cells before it."""
    *others, last = row
    empty = 0
    while last and empty < len(others) and not others[-1 - empty]:
        empty += 1
    told = [*others[: len(others) - empty], last]
    cells = [own(with_breaks(cell, _LONG_WORD, _BREAK_AFTER)) for cell in told]
    spans = [*[1] * (len(cells) - 1), empty + 1]
    return [{**cell, "span": span} for cell, span in zip(cells, spans, strict=True)]


def _more(rows: int, wording: Wording) -> str:
    if rows <= MOST_ROWS:
        return ""
    return wording.count(
        "Here are the first {shown} of {n} rows. The file for spreadsheets has every row.",
        "Here are the first {shown} of {n} rows. The file for spreadsheets has every row.",
        rows,
        shown=wording.number(MOST_ROWS),
    )


def _told(cell: Cell, wording: Wording, *, short: bool) -> str:
    if short and isinstance(cell, date):
        return wording.short_day(cell).replace(" ", _NO_BREAK)
    return cell_text(cell, wording)


def _is_number(place: int, rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether a column has numbers alone; they stand at the end of their column."""
    cells = [row[place] for row in rows if row[place] is not None]
    return bool(cells) and all(isinstance(cell, int | Decimal) for cell in cells)


def _widths(
    names: Sequence[str], rows: Sequence[Sequence[str]]
) -> tuple[float, float, list[float]]:
    """Return the size of the letters, the edge of the cells and the columns, all in points.

    Together the columns fit the sheet. The widest give way first, as words can stand on several
    lines; where they would get too narrow, the letters are smaller.
    """
    columns = [(name, [row[place] for row in rows]) for place, name in enumerate(names)]
    choices = [
        (size, edge, [_wanted(name, cells, size) + 2 * edge for name, cells in columns])
        for size, edge in _SIZES
    ]
    roomy = (choice for choice in choices if _widest(choice[2]) >= _ENOUGH)
    size, edge, wanted = next(roomy, choices[-1])
    widest = _widest(wanted)
    return size, edge, [round(min(want, widest), 1) for want in wanted]


def _side_by_side(
    names: Sequence[str], rows: Sequence[Sequence[str]]
) -> tuple[float, float, list[float]] | None:
    """Return the same for a table on half of the sheet; None if it is short or has no room.

    Nothing is broken there that would not be on the whole width.
    """
    if len(rows) < _LONG:
        return None
    columns = [(name, [row[place] for row in rows]) for place, name in enumerate(names)]
    for size, edge in _HALF_SIZES:
        wanted = [round(_wanted(name, cells, size) + 2 * edge, 1) for name, cells in columns]
        if sum(wanted) <= (ROOM - _GUTTER) / 2:
            return size, edge, wanted
    return None


def _widest(wanted: Sequence[float]) -> float:
    """Return how wide a column may be so that all of them fit the sheet."""
    room = ROOM
    for place, want in enumerate(sorted(wanted)):
        share = room / (len(wanted) - place)
        if want > share:
            return share
        room -= want
    return ROOM


def _wanted(name: str, cells: Sequence[str], size: float) -> float:
    """Return the width in which no cell is broken, but for the name, which may take some lines."""
    told = min(max(map(len, cells), default=0), _MOST_LETTERS) * _LETTER
    return max(told, max(_longest(name), -(-len(name) // _LINES)) * _BOLD) * size


def _longest(words: str) -> int:
    return max(map(len, _SPACE.split(words)))


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPart:
    """One chart, or rows, with what stands around it; each of them may be missing.

    `headline` is a sentence, or one in words already; `days` are the honest days.
    """

    title: str
    headline: Sentence | str | None = None
    days: tuple[Sentence, ...] = ()
    chart: Chart | None = None
    rows: StrategyRows | None = None
    table: Table | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartSheet:
    """What is printed of one child; the family's names are as it wrote them.

    `filter_words` say what the filter leaves out. What is not in this value is not in the file.
    """

    child: str
    period: Period
    printed: date
    age: AgeInMonths | None = None
    strategy: str = ""
    suggested: SuggestedBy | None = None
    filter_words: tuple[str, ...] = ()
    parts: tuple[SheetPart, ...] = ()
    paper: Paper = Paper.LETTER
    language: str = "en"
    example: bool = False


LOOK = ChartLook(size=(6.5, 2.9))
"""As wide as the text of the sheet, so that its letters keep their size."""


def chart_part(
    chart: Chart,
    wording: Wording,
    *,
    headline: Sentence | str | None = None,
    days: tuple[Sentence, ...] = (),
    life: bool = False,
) -> SheetPart:
    """Return a chart with its title and table as they may stand on paper.

    Only with `life` they have the words for what happened in the family's life.
    """
    chart = on_paper(chart, life=life)
    title, table = chart_title(chart, wording), chart_table(chart, wording)
    return SheetPart(title=title, headline=headline, days=days, chart=chart, table=table)


def row_parts(
    back: LookBack, rows: StrategyRows, wording: Wording, *, life: bool = False
) -> Iterator[SheetPart]:
    """Yield the row of a strategy with its sentence, and its tables, as they may stand on paper.

    `rows` has this row alone. Only with `life` they have the words for what happened in the
    family's life.
    """
    rows = rows_on_paper(rows, life=life)
    (row,) = rows.rows
    tables = row_tables(rows, 0, wording)
    yield SheetPart(
        title=wording.line_of(table.title for table in tables),
        headline=" ".join(row_sentences(back, row, wording)),
        rows=rows,
    )
    yield from (SheetPart(title=table.title, table=table) for table in tables)


class SheetWords(InWords):
    """Turns a sheet into words; `pictures` gathers the SVG texts by the names used for them."""

    template = "chart_sheet.typ"

    def __init__(self, sheet: "ChartSheet") -> None:
        super().__init__(sheet.language)
        self.sheet = sheet

    @override
    def fields(self) -> Fields:
        sheet, wording = self.sheet, self.wording
        dates = wording.between(*sheet.period)
        return {
            **paper_fields(wording, sheet.paper, sheet.printed),
            "title": wording.text("Charts: {child}, {dates}", child=sheet.child, dates=dates),
            "child": own(sheet.child),
            "age": say(wording, sheet.age) if sheet.age else "",
            "strategy": own(sheet.strategy),
            "lines": [line for line in (*self._about(), dates) if line],
            "filter": [own(words) for words in sheet.filter_words],
            "later_head": [wording.line_of((wording.own(sheet.child), *self._name())), dates],
            "foot": self._foot(),
            "page_of": wording.text("Page {page} of {pages}", page="{page}", pages="{pages}"),
            "example": self._example(),
            "parts": [self._part(part, place) for place, part in enumerate(sheet.parts)],
            "nothing": "" if sheet.parts else wording.text("Nothing is written for these days."),
            "small_print": [],
        }

    def _name(self) -> list[str]:
        return [self.wording.own(self.sheet.strategy)] if self.sheet.strategy else []

    def _about(self) -> list[str]:
        suggested = self.sheet.suggested
        return [capitalized(say(self.wording, suggested))] if suggested else []

    def _foot(self) -> list[str]:
        wording = self.wording
        printed = wording.text("printed on {day}", day=wording.day(self.sheet.printed))
        marked = wording.text("Example family") if self.sheet.example else ""
        what = wording.text("Written by the family from notes at home. Not an assessment.")
        return [what, wording.line_of((marked, printed))]

    def _example(self) -> str:
        if not self.sheet.example:
            return ""
        return self.wording.text("Example family: nothing on this page is about a real child.")

    def _part(self, part: "SheetPart", place: int) -> Fields:
        return {
            "title": own(capitalized(part.title)),
            "headline": self._headline(part.headline),
            "days": [
                capitalized(self.wording.line_of(say(self.wording, one) for one in line))
                for line in told_lines(day for day in part.days if day != part.headline)
            ],
            **self._picture(part, f"chart{place}"),
            "table": table_fields(part.table, self.wording) if part.table else None,
        }

    def _headline(self, headline: Sentence | str | None) -> Fields:
        if headline is None:
            return own("")
        said = headline if isinstance(headline, str) else say(self.wording, headline)
        return own(capitalized(said))

    def _picture(self, part: SheetPart, name: str) -> Fields:
        if part.rows is None:
            return self._chart(part.chart, name, table=part.table is not None)
        file = RowFile(rows=part.rows, wording=self.wording, look=SHEET_LOOK)
        self.pictures[name] = sheet_svg(file)
        return {"chart": name, "alt": rows_alt(file), "about": []}

    def _chart(self, chart: Chart | None, name: str, *, table: bool) -> Fields:
        if chart is None:
            return {"chart": "", "alt": "", "about": []}
        # What happened in life has its words only if the part was made with them.
        chart, wording = on_paper(chart, life=True), self.wording
        self.pictures[name] = chart_svg(chart, wording, LOOK)
        about = (
            chart_caption(chart, wording),
            chart_key(chart, wording, legend=True, direction=False),
        )
        return {
            "chart": name,
            "alt": chart_alt(chart, wording, table=table),
            "about": [capitalized(line) for line in about if line],
        }
