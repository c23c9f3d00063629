"""A table on a sheet of charts: its cells in words, and how wide each column is on the paper."""

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from homejournal.domain.charts import Cell, Table
from homejournal.reports.own_words import Fields, own
from homejournal.texts.tables import cell_text
from homejournal.texts.wording import Wording

MOST_ROWS = 1_000
"""Rows of a table that are printed; longer ones are for the spreadsheet, and the sheet says so."""
ROOM = 468.0
"""Points between the margins: 6.5 inches."""
_ROOMY, *_DENSE = (8.5, 5.0), (8.5, 3.5), (7.5, 3.5)
"""How large the letters are and how far they stand from the edge of their cell, in points."""
_LETTER, _BOLD = 0.56, 0.63
"""A letter of usual text and of the names, as a share of its size."""
MOST_ON_ONE_PAGE = 31
"""Rows, a month of days, up to which a table is not cut between two pages."""
_MOST_LETTERS = 60
_LEAST_WORDS = 110.0
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
    size, edge, widths = _widths(names, rows)
    return {
        "more": _more(len(table.rows), wording),
        "size": size,
        "edge": edge,
        "whole": len(shown) <= MOST_ON_ONE_PAGE,
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

    Together the columns fit the sheet. Those of words give way first, as words can stand on
    several lines.
    """
    columns = [(name, [row[place] for row in rows]) for place, name in enumerate(names)]
    size, edge = _ROOMY
    wanted = least = [_wanted(name, cells, size) + 2 * edge for name, cells in columns]
    if sum(wanted) > ROOM:
        for size, edge in _DENSE:
            wanted = [_wanted(name, cells, size) + 2 * edge for name, cells in columns]
            least = [_least(name, cells, size) + 2 * edge for name, cells in columns]
            if sum(least) <= ROOM:
                break
    over = sum(wanted) - ROOM
    give = [want - few for want, few in zip(wanted, least, strict=True)]
    if over > 0 and sum(give) > 0:
        part = min(1.0, over / sum(give))
        wanted = [want - part * more for want, more in zip(wanted, give, strict=True)]
    fit = min(1.0, ROOM / max(sum(wanted), 1.0))
    return size, edge, [round(want * fit, 1) for want in wanted]


def _wanted(name: str, cells: Sequence[str], size: float) -> float:
    """Return the width in which no cell is broken, but for the name, which may take some lines."""
    told = min(max(map(len, cells), default=0), _MOST_LETTERS) * _LETTER
    return max(told, max(_longest(name), -(-len(name) // 3)) * _BOLD) * size


def _least(name: str, cells: Sequence[str], size: float) -> float:
    """Return the width in which no word is broken."""
    words = max(max(map(_longest, cells), default=0) * _LETTER, _longest(name) * _BOLD) * size
    return min(_wanted(name, cells, size), max(words, _LEAST_WORDS))


def _longest(words: str) -> int:
    return max(map(len, _SPACE.split(words)))


def _with_breaks(match: re.Match[str]) -> str:
    letters = match.group()
    pieces = range(0, len(letters), _BREAK_AFTER)
    return "\u200b".join(letters[start : start + _BREAK_AFTER] for start in pieces)
