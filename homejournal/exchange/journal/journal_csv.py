"""A journal as tables for spreadsheets, a file for each kind of record, and back in whole.

`journal.csv` says which journal it is, a name and a value in each row; the other files are called
as the lists of the journal's JSON. Everything passes through that JSON, so both are checked alike.
"""

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from homejournal.domain.errors import Fault, FaultKind, ImportFaultsError
from homejournal.domain.limits import read_json
from homejournal.domain.records.kinds import KINDS
from homejournal.domain.records.record import Kind
from homejournal.exchange.journal.csv_cells import cell_of, columns_of, record_of
from homejournal.exchange.json.fault_places import fault
from homejournal.exchange.tables.table_csv import as_written, harmless

SUFFIX = ".csv"
HEAD = f"journal{SUFFIX}"
MOST_LETTERS = 200_000_000
"""In one cell: a page that was handed over is kept in one."""
_KIND_OF_FILE = {f"{entry.list_name}{SUFFIX}": kind for kind, entry in KINDS.items()}
FILES = frozenset({HEAD, *_KIND_OF_FILE})
"""The names that a file of a journal's tables can have."""
_NAMED = ("name", "value")
"""The columns of the head."""
_SIGNS = (",", ";", "\t")
"""What stands between two cells: spreadsheets in some countries write a semicolon."""
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


def json_of(files: Mapping[str, bytes]) -> bytes:
    """Return the journal's JSON that the files tell, still to be checked as every such file is.

    Raises ImportFaultsError where a file is none of a journal's tables or cannot be read.
    """
    faults = [fault(name, FaultKind.NOT_HOMEJOURNAL) for name in sorted(files.keys() - FILES)]
    if HEAD not in files:
        faults.append(fault(HEAD, FaultKind.NOT_HOMEJOURNAL))
    if faults:
        raise ImportFaultsError(faults)
    told: dict[str, Any] = {}
    for name, data in files.items():
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
    rows = ([name, harmless(json.dumps(said, ensure_ascii=False))] for name, said in told.items())
    return _written([_NAMED, *rows])


def _table(kind: Kind, records: list[dict[str, Any]]) -> bytes:
    known = columns_of(kind)
    newer = sorted({name for record in records for name in record} - set(known))
    columns = [*known[:-1], *newer, known[-1]]
    used = [name for name in columns if any(record.get(name) is not None for record in records)]
    rows = ([cell_of(kind, name, record.get(name)) for name in used] for record in records)
    return _written([[harmless(name) for name in used], *rows])


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
    columns = [as_written(cell) for cell in rows[0]] if rows else []
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
        return read_json(as_written(cell))
    except ValueError:
        return cell
