"""A workbook as a file for Excel, LibreOffice and others (Office Open XML); text stays text."""

import io
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING

from homejournal.domain.papers.workbook import Book, BookCell, BookSheet

if TYPE_CHECKING:
    from xlsxwriter import Workbook  # type: ignore[import-untyped]
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

MOST_LETTERS = 32_767
"""In one cell; a longer text is cut in the workbook alone, with a sign that it goes on."""
MOST_ROWS = 1_048_575
_MOST_TITLE = 31
_NOT_IN_TITLES = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "nan_inf_to_errors": False,
}
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
    workbook = Workbook(file, _OPTIONS)
    formats = {name: workbook.add_format(said) for name, said in _FORMATS.items()}
    titles: set[str] = set()
    for sheet in (book.guide, *book.sheets):
        made = workbook.add_worksheet(_title(sheet.title, titles))
        if book.from_right:
            made.right_to_left()
        _fill(made, sheet, formats)
    workbook.set_properties({"title": "", "author": "", "comments": ""})
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
    rows = sheet.rows[:MOST_ROWS]
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
