"""A table of another program as rows of text: whichever sign and letters it was saved with."""

import csv
import io
from typing import NamedTuple

from homejournal.domain.errors import Fault, FaultKind, ImportFaultsError
from homejournal.exchange.json.fault_places import fault
from homejournal.exchange.tables.table_csv import as_written

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
    return [tuple(as_written(cell) for cell in row) for row in read if any(map(str.strip, row))]
