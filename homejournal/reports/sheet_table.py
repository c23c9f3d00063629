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
_SIZES = (8.5, 7.5)
_LETTER, _BOLD, _BETWEEN = 0.56, 0.63, 10.0
"""A letter of usual text and of the names as a share of its size, and the points between cells."""
_MOST_LETTERS = 60
_LEAST_WORDS = 90.0
_LONG_WORD = re.compile(r"[^\s\u200b]{15,}")
_BREAK_AFTER = 10


def table_fields(table: Table, wording: Wording) -> Fields:
    """Return a table for the template; of a very long one the first rows, and that there are more.

    Where all days are of one year, which stands in the head of the sheet, they are short.
    """
    shown = table.rows[:MOST_ROWS]
    cells = [cell for row in table.rows for cell in row]
    short = len({cell.year for cell in cells if isinstance(cell, date)}) == 1
    rows = [[_told(cell, wording, short=short) for cell in row] for row in shown]
    names = [_LONG_WORD.sub(_with_breaks, name) for name in table.columns]
    size, widths = _widths(names, rows)
    return {
        "more": _more(len(table.rows), wording),
        "size": size,
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
    return wording.short_day(cell) if short and isinstance(cell, date) else cell_text(cell, wording)


def _is_number(place: int, rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether a column has numbers alone; they stand at the end of their column."""
    cells = [row[place] for row in rows if row[place] is not None]
    return bool(cells) and all(isinstance(cell, int | Decimal) for cell in cells)


def _widths(names: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[float, list[float]]:
    """Return the size of the letters and the columns in points, which together fit the sheet.

    Columns of words give way first, as words can stand on several lines.
    """
    columns = [(name, [row[place] for row in rows]) for place, name in enumerate(names)]
    size, wanted, least = 0.0, [0.0], [0.0]
    for size in _SIZES:
        wanted = [_wanted(name, cells, size) for name, cells in columns]
        least = [_least(name, cells, size) for name, cells in columns]
        if sum(wanted) <= ROOM or sum(least) <= ROOM:
            break
    over = sum(wanted) - ROOM
    give = [want - few for want, few in zip(wanted, least, strict=True)]
    if over > 0 and sum(give) > 0:
        part = min(1.0, over / sum(give))
        wanted = [want - part * more for want, more in zip(wanted, give, strict=True)]
    fit = min(1.0, ROOM / max(sum(wanted), 1.0))
    return size, [round(want * fit, 1) for want in wanted]


def _wanted(name: str, cells: Sequence[str], size: float) -> float:
    """Return the width in which no cell is broken, but for the name, which may take some lines."""
    told = min(max(map(len, cells), default=0), _MOST_LETTERS) * _LETTER
    return max(told, _name_letters(name) * _BOLD) * size + _BETWEEN


def _least(name: str, cells: Sequence[str], size: float) -> float:
    wanted = _wanted(name, cells, size)
    longest = max((len(word) for cell in cells for word in cell.split()), default=0)
    words = max(longest * _LETTER, _name_letters(name) * _BOLD) * size + _BETWEEN
    return min(wanted, max(words, _LEAST_WORDS))


def _name_letters(name: str) -> int:
    longest = max((len(word) for word in re.split(r"[\s\u200b]+", name)), default=0)
    return max(longest, -(-len(name) // 3))


def _with_breaks(match: re.Match[str]) -> str:
    letters = match.group()
    pieces = range(0, len(letters), _BREAK_AFTER)
    return "\u200b".join(letters[start : start + _BREAK_AFTER] for start in pieces)
