"""A journal's JSON: bytes -> checked records, records -> bytes; strict, and never half taken.

`read_journal` takes the same as tables in a zip file, too.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from homejournal.domain.days.periods import JournalSettings, later_settings
from homejournal.domain.errors import Fault, FaultKind, ImportFaultsError
from homejournal.domain.records.codec import says_what_came_later, to_fields
from homejournal.domain.records.kinds import KINDS, kind_of, references_of
from homejournal.domain.records.record import Kind, Record
from homejournal.exchange.file_records import (
    FORMAT,
    Entry,
    FileRecords,
    JournalFile,
    KindKnown,
    fields_of,
    rev_of,
)
from homejournal.exchange.journal_csv import in_tables, is_zip, json_of, unpacked
from homejournal.exchange.json_text import (
    Json,
    fault,
    first_at_each_place,
    json_line,
    parse_json,
    place_inside,
)
from homejournal.exchange.pack_file import is_pack
from homejournal.exchange.plan_file import FORMAT as PLAN_FORMAT
from homejournal.exchange.record_checks import (
    ID,
    NEEDS_FIELD,
    TIME,
    check_values,
    form_fault,
    form_fields,
    without_nulls,
)

TOP = ("format", "schema", NEEDS_FIELD, "journal", "home", "through", "elsewhere")
LISTS = frozenset(entry.list_name for entry in KINDS.values())


class Head(NamedTuple):
    """The checked top of a file; None for what it does not say."""

    settings: JournalSettings | None
    home: UUID | None
    through: date | None


def check_head(told: Json) -> tuple[Head | None, list[Fault]]:
    """Return the top of a file and its faults; no top where the file is none of ours at all."""
    if not isinstance(told, dict):
        return None, [fault("", FaultKind.NOT_HOMEJOURNAL)]
    stop = _stranger(told)
    if stop:
        return None, [stop]
    faults = [
        fault(place_inside("", name), FaultKind.UNKNOWN_LIST)
        for name in told.keys() - {*TOP, *LISTS}
    ]
    settings, found = _file_head_settings(told.get("journal"))
    faults += found
    home, through = _home(told.get("home"), faults), _day(told.get("through"), faults)
    if settings:
        settings = replace(settings, home=home)
    return Head(settings, home, through), faults


def _stranger(told: dict[str, Any]) -> Fault | None:
    if told.get("format") == PLAN_FORMAT:
        return fault("", FaultKind.A_PLAN)
    if told.get("format") != FORMAT:
        return fault("format", FaultKind.NOT_HOMEJOURNAL, told.get("format", ""))
    return form_fault(told)


def _file_head_settings(told: Json) -> tuple[JournalSettings | None, list[Fault]]:
    if told is None:
        return None, []
    if not isinstance(told, dict):
        return None, [fault("journal", FaultKind.NOT_AN_OBJECT)]
    said = without_nulls(told)
    faults = []
    for name, form, what in (
        ("id", ID, FaultKind.NOT_AN_ID),
        ("day_end", TIME, FaultKind.NOT_A_TIME),
    ):
        if name in said and not (isinstance(said[name], str) and form.fullmatch(said[name])):
            faults.append(fault(place_inside("journal", name), what, said[name]))
    if said.pop("home", None) is not None:
        faults.append(fault("journal.home", FaultKind.UNKNOWN_FIELD))
    values, found = check_values(JournalSettings, [("journal", said)])
    return (values[0] if values else None), faults + found


def _home(told: Json, faults: list[Fault]) -> UUID | None:
    if told is None:
        return None
    if isinstance(told, str) and ID.fullmatch(told):
        return UUID(told)
    faults.append(fault("home", FaultKind.NOT_AN_ID, told))
    return None


def _day(told: Json, faults: list[Fault]) -> date | None:
    try:
        if told is None or (isinstance(told, str) and len(told) == len("2026-03-22")):
            return None if told is None else date.fromisoformat(told)
    except ValueError:
        pass
    faults.append(fault("through", FaultKind.NOT_A_DAY, told))
    return None


def _nothing_known(_id: UUID) -> Kind | None:
    return None


def read_journal_json(data: bytes, known: KindKnown = _nothing_known) -> JournalFile:
    """Return what the file holds.

    A reference is good where the file or the journal (`known`) has that record. Raises
    ImportFaultsError with every fault that was found; then nothing of the file is to be taken.
    """
    told, faults = parse_json(data)
    if told is None and faults:
        raise ImportFaultsError(faults)
    head, found = check_head(told)
    faults += found
    if head is None:
        raise ImportFaultsError(first_at_each_place(faults))
    records = FileRecords(told, known)
    entries = tuple(records.entries())
    faults += records.faults
    if head.home:
        faults += records.check_reference("home", str(head.home), Kind.HOME)
    if faults:
        raise ImportFaultsError(first_at_each_place(faults))
    return JournalFile(
        settings=head.settings, home=head.home, through=head.through, entries=entries
    )


def write_journal_json(file: JournalFile) -> bytes:
    """Return the file as UTF-8 JSON: one record a line, by day and id, what is not said left out.

    Routines have no day; they keep the order in which the family made them.
    Records that are referred to but not in the file are named in the list `elsewhere`, so that
    the file can always be read back. Raises ValueError for a number that JSON does not have.
    """
    lists: dict[Kind, list[tuple[tuple[str, ...], str]]] = {kind: [] for kind in KINDS}
    came: dict[UUID, str] = {}
    for entry in file.entries:
        kind, stored = kind_of(entry.record), _stored(entry)
        first = str(stored.get("day") or stored.get("from") or "")  # an unknown field may be no day
        if kind is Kind.ROUTINE:
            first = came.setdefault(entry.record.id, f"{len(came):09}")
        lists[kind].append(((first, stored["id"], _rev_id(entry)), json_line(stored)))
    parts = [f'"{name}": {json_line(said)}' for name, said in _head(file)]
    for kind, rows in lists.items():
        if rows:
            lines = ",\n  ".join(line for _, line in sorted(rows))
            parts.append(f'"{KINDS[kind].list_name}": [\n  {lines}\n ]')
    return ("{\n " + ",\n ".join(parts) + "\n}\n").encode()


def _head(file: JournalFile) -> Iterator[tuple[str, Any]]:
    yield "format", FORMAT
    yield from form_fields(says_more=_says_more(file)).items()
    if file.settings:
        yield "journal", _settings(file.settings)
    home = file.home or (file.settings and file.settings.home)
    if home:
        yield "home", str(home)
    if file.through:
        yield "through", file.through.isoformat()
    missing = _elsewhere([entry.record for entry in file.entries], home or None)
    if missing:
        yield "elsewhere", [{"id": id_, "kind": kind} for kind, id_ in missing]


def _says_more(file: JournalFile) -> bool:
    """Return whether anything in the file came after the first form."""
    if file.settings and later_settings(file.settings):
        return True
    return any(says_what_came_later(kind_of(one.record), _stored(one)) for one in file.entries)


def _settings(settings: JournalSettings) -> dict[str, Any]:
    told: dict[str, Any] = {
        "id": str(settings.id),
        "day_end": settings.day_end.isoformat(timespec="minutes"),
        "week_start": str(settings.week_start),
        **later_settings(settings),
    }
    return {**told, "example": True} if settings.example else told


def _elsewhere(records: Sequence[Record], home: UUID | None) -> list[tuple[str, str]]:
    here = {record.id for record in records}
    named = {reference for record in records for reference in references_of(record)}
    if home:
        named.add((Kind.HOME, home))
    return sorted((str(kind), str(id_)) for kind, id_ in named if id_ not in here)


def _stored(entry: Entry) -> dict[str, Any]:
    stored: dict[str, Any] = {"id": str(entry.record.id)}
    if entry.revision is None:
        return stored | to_fields(entry.record)
    return stored | fields_of(entry.revision) | {"rev": rev_of(entry.revision)}


def _rev_id(entry: Entry) -> str:
    return entry.revision.id.hex() if entry.revision else ""


def read_journal(data: bytes, known: KindKnown) -> JournalFile:
    """Return what a file holds; any thread may call this.

    `known` tells the kinds of the records that the journal has. Raises ImportFaultsError with
    every fault that was found, in tables by file and row; then nothing of it is to be taken.
    """
    if is_pack(data):
        raise ImportFaultsError([fault("", FaultKind.A_PACK)])
    if not is_zip(data):
        return read_journal_json(data, known)
    told = json_of(unpacked(data))
    try:
        return read_journal_json(told, known)
    except ImportFaultsError as error:
        raise ImportFaultsError([in_tables(one) for one in error.faults]) from None
