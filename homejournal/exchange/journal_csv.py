"""A journal as tables for spreadsheets, a file for each kind of record, and back in whole.

`journal.csv` says which journal it is, a name and a value in each row; the other files are called
as the lists of the journal's JSON. Everything passes through that JSON, so both are checked alike.
`days.csv` is there to be read: what each day counts as follows from the others.

Text, days, ids and decimals stand as they are; yes and no, whole numbers, lists and what has parts
stand as JSON. Which of both a column holds follows from the field, never from the cell.
"""

import csv
import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import IO, Any, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from homejournal.domain.errors import Fault, FaultKind, ImportFaultsError
from homejournal.domain.limits import read_json
from homejournal.domain.looking_back.chart_series import Table
from homejournal.domain.papers.workbook import DayOfStrategy
from homejournal.domain.records.codec import FILE_NAMES
from homejournal.domain.records.kinds import KINDS
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.domain.records.record import Kind
from homejournal.exchange.json_text import MOST_BYTES, Json, fault
from homejournal.exchange.tables import table_csv, without_apostrophe, without_formula

_FIXED = (1980, 1, 1, 0, 0, 0)
"""The same journal makes the same file; when it was made says the file itself."""
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
"""How a zip file begins, also one with nothing in it."""
_OF_WORKBOOK = "xl/workbook.xml"
"""The name that every workbook for Excel holds (Office Open XML, ECMA-376)."""
_AT_ONCE = 1 << 20
_USUAL = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN = (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError, IndexError)
"""What zipfile raises where bytes are wrong; a RuntimeError where it wants a password."""


def is_zip(data: bytes) -> bool:
    """Return whether the bytes begin as a zip file does."""
    return data.startswith(_ZIP)


def packed(files: Mapping[str, bytes]) -> bytes:
    """Return the files as a zip file."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, data in files.items():
            info = zipfile.ZipInfo(name, _FIXED)
            info.compress_type = zipfile.ZIP_DEFLATED
            opened.writestr(info, data)
    return archive.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    """Return the tables in a zip file by name, read into memory alone.

    What a file manager adds (folders, `__MACOSX`) is left out; a folder around the tables is not
    minded. Raises ImportFaultsError for a workbook, any other name, a name that stands twice, more
    than 200 MB when unpacked, and a file that is damaged or asks for a password.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as opened:
            return _read(opened)
    except _BROKEN as error:
        raise ImportFaultsError([fault("", FaultKind.CUT_SHORT)]) from error


def _read(opened: zipfile.ZipFile) -> dict[str, bytes]:
    if _OF_WORKBOOK in opened.namelist():
        raise ImportFaultsError([fault("", FaultKind.A_WORKBOOK)])
    files: dict[str, bytes] = {}
    left = MOST_BYTES
    for info in opened.infolist():
        name = info.filename.rsplit("/", 1)[-1]
        if info.is_dir() or info.filename.startswith("__MACOSX/"):
            continue
        if name not in FILES or info.compress_type not in _USUAL:
            raise ImportFaultsError([fault(info.filename, FaultKind.NOT_HOMEJOURNAL)])
        if name in files:
            raise ImportFaultsError([fault(name, FaultKind.DUPLICATE_KEY)])
        with opened.open(info) as file:  # never by what the file says of its own size
            files[name] = _whole(file, left)
        left -= len(files[name])
    return files


def _whole(file: IO[bytes], most: int) -> bytes:
    """Return all that is in a file; a bomb takes no more memory than the limit."""
    parts, left = list[bytes](), most
    while part := file.read(_AT_ONCE):
        left -= len(part)
        if left < 0:
            raise ImportFaultsError([fault("", FaultKind.TOO_LARGE, MOST_BYTES)])
        parts.append(part)
    return b"".join(parts)


_TEXTS = (str, StrEnum, date, time, datetime, UUID, Decimal)
_RATING, _RATING_KIND = "rating", "rating_kind"


@cache
def columns_of(kind: Kind) -> tuple[str, ...]:
    """Return the fields of a kind as columns: its id first, the envelope of its revision last."""
    named = (FILE_NAMES.get(field.name, field.name) for field in fields(KINDS[kind].cls))
    return ("id", *(name for name in named if name != "id"), "rev")


def cell_of(kind: Kind, name: str, value: Json) -> str:
    """Return the cell of one field; what is not said is an empty cell."""
    if value is None:
        return ""
    if isinstance(value, str) and (_is_text(kind, name) or name == _RATING):
        return without_formula(value)
    return without_formula(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def record_of(kind: Kind, cells: dict[str, str]) -> dict[str, Json]:
    """Return the fields that a row tells; a cell that is no JSON stays text, for the border."""
    said = {name: without_apostrophe(cell) for name, cell in cells.items() if cell != ""}
    is_number = said.get(_RATING_KIND) == RatingKind.NUMBER
    return {
        name: cell if _is_text(kind, name) or (name == _RATING and is_number) else _value_of(cell)
        for name, cell in said.items()
    }


def _value_of(cell: str) -> Json:
    try:
        return read_json(cell)
    except ValueError:
        return cell


def _is_text(kind: Kind, name: str) -> bool:
    return name in _text_columns(kind)


@cache
def _text_columns(kind: Kind) -> frozenset[str]:
    hints = get_type_hints(KINDS[kind].cls)
    return frozenset(
        FILE_NAMES.get(name, name) for name, hint in hints.items() if _tells_text(hint)
    )


def _tells_text(hint: Any) -> bool:  # noqa: ANN401 - any hint of a field
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        return all(_tells_text(part) for part in get_args(hint) if part is not type(None))
    return isinstance(hint, type) and issubclass(hint, _TEXTS)


SUFFIX = ".csv"
HEAD = f"journal{SUFFIX}"
MOST_LETTERS = 200_000_000
"""In one cell: a page that was handed over is kept in one."""
DAYS = f"days{SUFFIX}"
"""Each day of each strategy as it is counted; it is never taken in again."""
_KIND_OF_FILE = {f"{entry.list_name}{SUFFIX}": kind for kind, entry in KINDS.items()}
FILES = frozenset({HEAD, DAYS, *_KIND_OF_FILE})
"""The names that a file of a journal's tables can have."""
_NAMED = ("name", "value")
"""The columns of the head."""
_SIGNS = (",", ";", "\t")
"""What stands between two cells: spreadsheets in some countries write a semicolon."""
_DAY_COLUMNS = (
    *("day", "child", "strategy", "child_name", "strategy_name", "state", "reason", "planned"),
    *("times", "times_planned", "times_not_today", "times_not_written"),
)
_PLACE = re.compile(r"(?P<list>\w+)\[(?P<at>\d+)\](?P<rest>.*)")


def tables_of(journal_json: bytes) -> dict[str, bytes]:
    """Return the files of a journal's own JSON by name: UTF-8 with its mark, lines in CR LF."""
    told: dict[str, Any] = json.loads(journal_json)
    lists = {kind: told.pop(entry.list_name, None) for kind, entry in KINDS.items()}
    files = {HEAD: _head(told)}
    for kind, records in lists.items():
        if records:
            files[f"{KINDS[kind].list_name}{SUFFIX}"] = _table(kind, records)
    return files


def days_table(days: Iterable[DayOfStrategy], names: Mapping[UUID, str]) -> bytes:
    """Return the file of the days, also of those on which nothing is written.

    Of what is planned on any days of a week no planned day is told, and no planned times.
    """
    rows = (
        (
            *(day.day, str(day.child), str(day.strategy)),
            *(names.get(day.child), names.get(day.strategy)),
            *(str(day.answer.state), day.answer.reason and str(day.answer.reason)),
            None if day.planned is None else json.dumps(day.planned),
            *(day.times, day.times_planned, day.times_not_today, day.times_not_written),
        )
        for day in days
    )
    return table_csv(Table(title="", columns=_DAY_COLUMNS, rows=tuple(rows)))


def json_of(files: Mapping[str, bytes]) -> bytes:
    """Return the journal's JSON that the files tell, still to be checked as every such file is.

    Raises ImportFaultsError if a file is none of a journal's tables or cannot be read.
    """
    faults = [fault(name, FaultKind.NOT_HOMEJOURNAL) for name in sorted(files.keys() - FILES)]
    if HEAD not in files:
        faults.append(fault(HEAD, FaultKind.NOT_HOMEJOURNAL))
    if faults:
        raise ImportFaultsError(faults)
    told: dict[str, Any] = {}
    for name, data in files.items():
        if name == DAYS:
            continue
        rows, found = _rows(name, data)
        faults += found
        if name == HEAD:
            told |= {row["name"]: _told(row["value"]) for row in rows if row.keys() >= {*_NAMED}}
        else:
            kind = _KIND_OF_FILE[name]
            told[KINDS[kind].list_name] = [record_of(kind, row) for row in rows]
    if faults:
        raise ImportFaultsError(faults)
    return json.dumps(told, ensure_ascii=False).encode("utf-8", "replace")


def in_tables(found: Fault) -> Fault:
    """Return a fault of the JSON at its place in the tables: `practices.csv:5.day`.

    Rows count from 1, as spreadsheets count them, with the names of the columns as the first.
    """
    place = _PLACE.fullmatch(found.place)
    if place is None:
        return replace(found, place=f"{HEAD}: {found.place}" if found.place else HEAD)
    row = int(place["at"]) + 2
    return replace(found, place=f"{place['list']}{SUFFIX}:{row}{place['rest']}")


def _head(told: Mapping[str, Any]) -> bytes:
    rows = (
        [name, without_formula(json.dumps(said, ensure_ascii=False))] for name, said in told.items()
    )
    return _written([_NAMED, *rows])


def _table(kind: Kind, records: list[dict[str, Any]]) -> bytes:
    known = columns_of(kind)
    newer = sorted({name for record in records for name in record} - set(known))
    columns = [*known[:-1], *newer, known[-1]]
    used = [name for name in columns if any(record.get(name) is not None for record in records)]
    rows = ([cell_of(kind, name, record.get(name)) for name in used] for record in records)
    return _written([[without_formula(name) for name in used], *rows])


def _written(rows: Iterable[Iterable[str]]) -> bytes:
    file = io.StringIO(newline="")
    csv.writer(file, lineterminator="\r\n").writerows(rows)
    return file.getvalue().encode("utf-8-sig")


def _rows(name: str, data: bytes) -> tuple[list[dict[str, str]], list[Fault]]:
    """Return the rows of a file by the names of its columns, rows without any word left out."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return [], [fault(name, FaultKind.NOT_UTF8)]
    before = csv.field_size_limit(MOST_LETTERS)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=_sign(text), strict=True))
    except csv.Error:
        return [], [fault(name, FaultKind.CUT_SHORT)]
    finally:
        csv.field_size_limit(before)
    columns = [without_apostrophe(cell) for cell in rows[0]] if rows else []
    doubled = {column for column in columns if columns.count(column) > 1}
    faults = [fault(f"{name}:1", FaultKind.DUPLICATE_KEY, column) for column in sorted(doubled)]
    faults += [
        fault(f"{name}:{at}", FaultKind.WRONG)
        for at, row in enumerate(rows[1:], start=2)
        if any(row[len(columns) :])
    ]
    told = [dict(zip(columns, row, strict=False)) for row in rows[1:] if any(row)]
    return told, faults


def _sign(text: str) -> str:
    """Return the sign that stands between the names of the columns."""
    first = text.split("\n", 1)[0]
    return max(_SIGNS, key=first.count)


def _told(cell: str) -> object:
    try:
        return read_json(without_apostrophe(cell))
    except ValueError:
        return cell
