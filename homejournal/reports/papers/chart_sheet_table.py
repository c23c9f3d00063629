"""A table on a sheet of charts: its cells in words, and how wide each column is on the paper."""

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from homejournal.domain.looking_back.chart_series import Cell, Table
from homejournal.reports.typst.user_text import Fields, own
from homejournal.texts.progress_page import cell_text
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
    names = [_LONG_WORD.sub(_with_breaks, name) for name in table.columns]
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
        "rows": [[own(_LONG_WORD.sub(_with_breaks, cell)) for cell in row] for row in rows],
    }


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
    """Return the same for a table on half of the sheet; None where it is short or has no room.

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


def _with_breaks(match: re.Match[str]) -> str:
    letters = match.group()
    pieces = range(0, len(letters), _BREAK_AFTER)
    return "\u200b".join(letters[start : start + _BREAK_AFTER] for start in pieces)
