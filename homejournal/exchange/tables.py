"""Tables for spreadsheets: as a file, as text, as HTML, as a workbook; and those kept before.

A text that a spreadsheet would run as a formula gets an apostrophe before it, as people type it
there; `without_apostrophe` takes it off again. Numbers and days never get one. In a workbook
(Office Open XML) text stays text.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from homejournal.domain.errors import Fault, FaultKind, ImportFaultsError
from homejournal.domain.looking_back.chart_series import Cell, Table
from homejournal.domain.papers.workbook import Book, BookCell, BookSheet
from homejournal.exchange.json_text import fault

if TYPE_CHECKING:
    from xlsxwriter import Workbook  # type: ignore[import-untyped]
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]


MOST_LETTERS = 32_767
"""In one cell; a longer text is cut in the workbook alone, with a sign that it goes on."""
MOST_SHEET_ROWS = 1_048_575
_MOST_TITLE = 31
_NOT_IN_TITLES = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_FORMATS = {
    "text": {"valign": "top", "text_wrap": True},
    "head": {"bold": True, "valign": "top", "text_wrap": True, "bottom": 1},
    "day": {"valign": "top", "num_format": "yyyy-mm-dd", "align": "left"},
    "time": {"valign": "top", "num_format": "hh:mm", "align": "left"},
    "moment": {"valign": "top", "num_format": "yyyy-mm-dd hh:mm", "align": "left"},
    "number": {"valign": "top"},
}
_FIRST_DAY = date(1900, 3, 1)
"""Spreadsheets count days from 1900 on, with a day too many in its February."""


def write_workbook(book: Book) -> bytes:
    """Return the file: the guide first, headings that stay in sight, a filter over each sheet."""
    from xlsxwriter import Workbook

    file = io.BytesIO()
    workbook = Workbook(file, {"in_memory": True})
    formats = {name: workbook.add_format(said) for name, said in _FORMATS.items()}
    titles: set[str] = set()
    for sheet in (book.guide, *book.sheets):
        made = workbook.add_worksheet(_title(sheet.title, titles))
        if book.from_right:
            made.right_to_left()
        _fill(made, sheet, formats)
    workbook.close()
    return file.getvalue()


def _title(title: str, taken: set[str]) -> str:
    """Return a title that a sheet can have: short, without some signs, each one once."""
    plain = title.translate(_NOT_IN_TITLES).strip("' ")[:_MOST_TITLE] or "-"
    found, number = plain, 1
    while found.lower() in taken:
        number += 1
        found = f"{plain[: _MOST_TITLE - 4]} {number}"
    taken.add(found.lower())
    return found


def _fill(made: "Worksheet", sheet: BookSheet, formats: dict[str, "Workbook"]) -> None:
    rows = sheet.rows[:MOST_SHEET_ROWS]
    for at, column in enumerate(sheet.columns):
        made.set_column(at, at, column.width)
        made.write_string(0, at, column.name, formats["head"])
    for line, row in enumerate(rows, start=1):
        for at, cell in enumerate(row):
            _write(made, (line, at), cell, formats)
    made.freeze_panes(1, 0)
    made.autofilter(0, 0, len(rows), len(sheet.columns) - 1)


def _write(
    made: "Worksheet", at: tuple[int, int], cell: BookCell, formats: dict[str, "Workbook"]
) -> None:
    match cell:
        case None:
            return
        case datetime() | date() if _day_of(cell) >= _FIRST_DAY:
            moment = isinstance(cell, datetime)
            made.write_datetime(*at, cell, formats["moment" if moment else "day"])
        case time():
            made.write_datetime(*at, cell, formats["time"])
        case int() | Decimal():
            made.write_number(*at, float(cell), formats["number"])
        case _:
            made.write_string(*at, _fitting(str(cell)), formats["text"])


def _day_of(cell: date | datetime) -> date:
    return cell.date() if isinstance(cell, datetime) else cell


def _fitting(text: str) -> str:
    return text if len(text) <= MOST_LETTERS else f"{text[: MOST_LETTERS - 1]}…"


MOST_BYTES = 8_000_000
MOST_ROWS = 20_000
MOST_COLUMNS = 60
_SIGNS = (",", ";", "\t", "|")
_LETTERS = ("utf-8-sig", "cp1252")
"""What spreadsheets save text as; the second has a letter for all but five bytes."""
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_OTHERS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"\x00")
"""How workbooks, older workbooks, PDFs and programs begin."""


class KeptTable(NamedTuple):
    """The names of the columns, and the rows; each row has as many cells as there are names."""

    names: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def read_kept_table(data: bytes) -> KeptTable:
    """Return the table that a CSV file holds.

    Raises ImportFaultsError for a file that is no text, is empty, or is larger than 8 MB, 20,000
    rows or 60 columns.
    """
    if len(data) > MOST_BYTES:
        raise ImportFaultsError([fault("", FaultKind.TOO_LARGE, MOST_BYTES)])
    text = _text(data)
    rows = _rows(text)
    width = max((len(row) for row in rows), default=0)
    if not rows or not width:
        raise ImportFaultsError([fault("", FaultKind.EMPTY_FILE)])
    if len(rows) > MOST_ROWS + 1:
        raise ImportFaultsError([fault("", FaultKind.TOO_MANY_ROWS, MOST_ROWS)])
    if width > MOST_COLUMNS:
        raise ImportFaultsError([fault("", FaultKind.TOO_MANY_COLUMNS, MOST_COLUMNS)])
    names, *filled = [(*row, *("",) * (width - len(row))) for row in rows]
    return KeptTable(names, tuple(filled))


def _text(data: bytes) -> str:
    if data.startswith(_UTF16):
        return data.decode("utf-16", "replace")
    if data.startswith(_OTHERS) or b"\x00" in data:
        raise ImportFaultsError([_no_table()])
    for letters in _LETTERS:
        try:
            return data.decode(letters)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def _no_table() -> Fault:
    return fault("", FaultKind.NOT_A_TABLE)


def _rows(text: str) -> list[tuple[str, ...]]:
    first = text.split("\n", 1)[0]
    sign = max(_SIGNS, key=first.count)
    try:
        read = list(csv.reader(io.StringIO(text, newline=""), delimiter=sign))
    except csv.Error as error:
        raise ImportFaultsError([_no_table()]) from error
    return [
        tuple(without_apostrophe(cell) for cell in row) for row in read if any(map(str.strip, row))
    ]


_MARK = "'"
# What begins a formula in some spreadsheet; the last four are the full-width forms (CWE-1236).
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NUMBER = re.compile(r"[-+]?\d[\d.,\u00a0\u202f ]*")


def table_csv(*tables: Table) -> bytes:
    """Return the table as CSV (RFC 4180): UTF-8 with its mark, lines that end in CR LF.

    The first row names the columns. Days are ISO 8601, numbers plain with a decimal point, and
    nothing is an empty cell. Between two tables a line is empty.
    """
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    for number, table in enumerate(tables):
        writer.writerows([[]] * (number > 0))
        writer.writerow([without_formula(name) for name in table.columns])
        writer.writerows([[_plain(cell) for cell in row] for row in table.rows])
    return file.getvalue().encode("utf-8-sig", errors="replace")


def table_tsv(rows: Iterable[Sequence[str]]) -> str:
    """Return rows of text for the clipboard: a tab between cells, a line for each row."""
    return "".join("\t".join(_on_one_line(cell) for cell in row) + "\n" for row in rows)


def table_html(rows: Sequence[Sequence[str]], title: str = "") -> str:
    """Return rows of text as an HTML table for the clipboard; the first row names the columns."""
    caption = f"<caption>{_escaped(title)}</caption>" if title else ""
    names = _html_rows(rows[:1], '<th scope="col" dir="auto">', "</th>")
    lines = _html_rows(rows[1:], '<td dir="auto">', "</td>")
    return f"<table>{caption}<thead>{names}</thead><tbody>{lines}</tbody></table>"


def _html_rows(rows: Iterable[Sequence[str]], start: str, end: str) -> str:
    told = ("".join(start + _escaped(cell) + end for cell in row) for row in rows)
    return "".join(f"<tr>{cells}</tr>" for cells in told)


def without_formula(text: str) -> str:
    """Return the text as no spreadsheet runs it: an apostrophe before what begins a formula."""
    return _MARK + text if text.lstrip(_MARK).startswith(_FORMULA) else text


def without_apostrophe(text: str) -> str:
    """Return a cell of such a file as it was written, without the apostrophe."""
    marked = text.startswith(_MARK) and text.lstrip(_MARK).startswith(_FORMULA)
    return text[1:] if marked else text


def _plain(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case date():
            return cell.isoformat()
        case Decimal():
            return format(cell, "f")
        case int():
            return str(cell)
        case _:
            return without_formula(cell)


def _on_one_line(cell: str) -> str:
    return _shown(" ".join(re.split(r"[\t\r\n]+", cell.strip("\t\r\n"))))


def _escaped(cell: str) -> str:
    lines = _shown(cell).replace("\r\n", "\n").replace("\r", "\n")
    return escape(lines).replace("\n", "<br>")


def _shown(cell: str) -> str:
    """Return a cell that is already in words, where "-5" is a number and no formula."""
    return cell if _NUMBER.fullmatch(cell) else without_formula(cell)
