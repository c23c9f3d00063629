"""The records of a journal's file: each with its envelope, and all of them together.

A revision holds its fields as bytes, and the id proves them: only the same fields, envelope and
salt give the same id.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from homejournal.domain.days.periods import JournalSettings
from homejournal.domain.errors import Fault, FaultKind
from homejournal.domain.limits import read_json
from homejournal.domain.records.codec import FILE_NAMES, later_fields
from homejournal.domain.records.kinds import KINDS, REFERENCES
from homejournal.domain.records.record import Kind, Record
from homejournal.domain.records.revisions import (
    FIRST_SCHEMA,
    FROM_FILE,
    SALT_BYTES,
    Envelope,
    Revision,
    canonical,
)
from homejournal.exchange.json_text import Json, fault, place_inside
from homejournal.exchange.record_checks import (
    ID,
    NUMBERS,
    check_forms,
    check_records,
    is_instant,
    with_decimals_as_text,
    without_nulls,
)

FORMAT = "homejournal"


class Entry(NamedTuple):
    """A record of a file, and its revision where the file tells that (its `rev`)."""

    record: Record
    revision: Revision | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalFile:
    """A journal, or a part of one, as a file holds it.

    `home` is the home the file comes from, `through` the last day it covers. The settings are
    None if the file does not say which journal it is of. Where two versions of a record stand,
    both are entries, each with its revision.
    """

    settings: JournalSettings | None = None
    home: UUID | None = None
    through: date | None = None
    entries: tuple[Entry, ...] = ()


_HASH = re.compile("[0-9a-f]{64}")
_SALT = re.compile(f"[0-9a-f]{{{SALT_BYTES * 2}}}")
_NEEDED = ("id", "device", "salt")
_KNOWN = {"id", "parents", "device", "at", "salt", "schema"}


def rev_of(revision: Revision) -> dict[str, Any]:
    """Return the envelope of a whole revision as JSON holds it."""
    told = revision.told()
    rev: dict[str, Any] = {"id": revision.id.hex()}
    if told.parents:
        rev["parents"] = sorted(parent.hex() for parent in told.parents)
    rev["device"] = told.device
    if told.at is not None:
        rev["at"] = told.at
    rev["salt"] = (revision.salt or b"").hex()
    if told.schema != FIRST_SCHEMA:
        rev["schema"] = told.schema
    return rev


def fields_of(revision: Revision) -> dict[str, Any]:
    """Return the fields of a whole revision as they were stored."""
    told: dict[str, Any] = read_json(revision.fields or b"{}")
    return told


def check_rev(place: str, rev: Json) -> list[Fault]:
    """Return the faults of an envelope."""
    if not isinstance(rev, dict):
        return [fault(place, FaultKind.NOT_AN_OBJECT)]
    faults = [
        fault(place_inside(place, name), FaultKind.UNKNOWN_FIELD) for name in rev.keys() - _KNOWN
    ]
    faults += [
        fault(place_inside(place, name), FaultKind.MISSING_FIELD)
        for name in _NEEDED
        if name not in rev
    ]
    if not _fits(rev.get("id", "0" * 64), _HASH):
        faults.append(fault(place_inside(place, "id"), FaultKind.NOT_AN_ID, rev["id"]))
    if not _fits(rev.get("salt", "0" * 2 * SALT_BYTES), _SALT):
        faults.append(fault(place_inside(place, "salt"), FaultKind.WRONG, rev["salt"]))
    if rev.get("device", FROM_FILE) != FROM_FILE and not _fits(rev["device"], ID):
        faults.append(fault(place_inside(place, "device"), FaultKind.NOT_AN_ID, rev["device"]))
    if rev.get("at") is not None and not is_instant(rev["at"]):
        faults.append(fault(place_inside(place, "at"), FaultKind.NOT_AN_INSTANT, rev["at"]))
    schema = _schema_in(rev)
    if type(schema) is not int or schema not in NUMBERS:
        faults.append(fault(place_inside(place, "schema"), FaultKind.UNKNOWN_SCHEMA, schema))
    return faults + _faults_of_parents(place_inside(place, "parents"), rev.get("parents") or [])


def _faults_of_parents(place: str, parents: Json) -> list[Fault]:
    if not isinstance(parents, list):
        return [fault(place, FaultKind.NOT_A_LIST)]
    if not all(_fits(parent, _HASH) for parent in parents):
        return [fault(place, FaultKind.NOT_AN_ID)]
    return []


def _schema_in(rev: dict[str, Any]) -> Any:  # noqa: ANN401 - whatever a file holds
    return FIRST_SCHEMA if rev.get("schema") is None else rev["schema"]


def sealed(kind: Kind, stored: dict[str, Any], rev: dict[str, Any]) -> Revision | None:
    """Return the revision of checked fields and their checked envelope, or None if they disagree.

    `stored` is the whole record exactly as the file holds it, with `id` and `rev`.
    """
    envelope = Envelope(
        kind=kind,
        record=UUID(stored["id"]),
        parents=tuple(bytes.fromhex(parent) for parent in rev.get("parents") or ()),
        device=rev["device"],
        at=rev.get("at"),
        schema=_schema_in(rev),
    )
    fields = {name: said for name, said in stored.items() if name not in {"id", "rev"}}
    revision = envelope.seal(bytes.fromhex(rev["salt"]), canonical(fields))
    return revision if revision.id.hex() == rev["id"] else None


def _fits(value: Json, form: re.Pattern[str]) -> bool:
    return isinstance(value, str) and form.fullmatch(value) is not None


_AS_HANDED_OVER = frozenset({"page", "pack", "book", "layout"})
"""Fields that hold what left the house, as it was: there nothing is left out."""
KindKnown = Callable[[UUID], Kind | None]
"""Which kind of record the journal already has under an id, or None."""

_Item = tuple[str, dict[str, Any]]


class FileRecords:
    """The records of one file; `faults` grows while they are checked."""

    def __init__(self, told: Mapping[str, Any], known: KindKnown) -> None:
        self.faults: list[Fault] = []
        self._known = known
        self._is_first = told.get("schema") == FIRST_SCHEMA
        self._revisions_of: dict[str, set[str]] = {}
        self._kinds: dict[str, Kind] = dict(self._elsewhere(told.get("elsewhere")))
        self._items = {
            kind: list(self._list(entry.list_name, told.get(entry.list_name)))
            for kind, entry in KINDS.items()
        }
        for kind, items in self._items.items():
            for place, stored in items:
                self._note_id(kind, place, stored)

    def entries(self) -> Iterator[Entry]:
        """Yield every record with its revision; only whole once `faults` is looked at."""
        for kind, items in self._items.items():
            yield from self._check(kind, items)

    def check_reference(self, place: str, id_: str, kind: Kind) -> list[Fault]:
        """Return a fault unless a record of the kind has the id, here or in the journal."""
        if not ID.fullmatch(id_):
            return [fault(place, FaultKind.NOT_AN_ID, id_)]
        text = id_.lower()
        found = self._kinds.get(text) or self._known(UUID(text))
        if found is None:
            return [fault(place, FaultKind.REFERENCE_TO_NOTHING, text)]
        if found is not kind:
            return [fault(place, FaultKind.REFERENCE_TO_OTHER_KIND, found)]
        return []

    def _elsewhere(self, told: Json) -> Iterator[tuple[str, Kind]]:
        """Yield the ids of records that the file names though they are not in it."""
        for place, named in self._list("elsewhere", told):
            id_, kind = named.get("id"), named.get("kind")
            if not (isinstance(id_, str) and ID.fullmatch(id_)):
                self.faults.append(fault(place_inside(place, "id"), FaultKind.NOT_AN_ID, id_ or ""))
            elif not isinstance(kind, str) or kind not in set(Kind):
                self.faults.append(
                    fault(place_inside(place, "kind"), FaultKind.NOT_A_CHOICE, kind or "")
                )
            else:
                yield id_.lower(), Kind(kind)
            for name in named.keys() - {"id", "kind"}:
                self.faults.append(fault(place_inside(place, name), FaultKind.UNKNOWN_FIELD))

    def _list(self, name: str, told: Json) -> Iterator[_Item]:
        if told is None:
            return
        if not isinstance(told, list):
            self.faults.append(fault(name, FaultKind.NOT_A_LIST))
            return
        for at, stored in enumerate(told):
            place = place_inside(name, at)
            if isinstance(stored, dict):
                yield place, stored
            else:
                self.faults.append(fault(place, FaultKind.NOT_AN_OBJECT))

    def _note_id(self, kind: Kind, place: str, stored: dict[str, Any]) -> None:
        id_ = stored.get("id")
        here = place_inside(place, "id")
        if not (isinstance(id_, str) and ID.fullmatch(id_)):
            return  # the check of the record tells it
        text = id_.lower()
        standing = {self._kinds.setdefault(text, kind), self._known(UUID(text)) or kind}
        if standing != {kind} or not self._is_new(text, stored.get("rev")):
            self.faults.append(fault(here, FaultKind.DUPLICATE_ID, text))

    def _is_new(self, id_: str, rev: Json) -> bool:
        """Return whether this is the first record of the id, or one more version by its rev."""
        revision = str(rev.get("id")) if isinstance(rev, dict) else ""
        seen = self._revisions_of.setdefault(id_, set())
        is_new = not seen or bool(revision and seen.isdisjoint({revision, ""}))
        seen.add(revision)
        return is_new

    def _check(self, kind: Kind, items: list[_Item]) -> Iterator[Entry]:
        told = [(place, self._fields(kind, place, stored)) for place, stored in items]
        records, faults = check_records(kind, told) if told else ([], [])
        self.faults += faults
        for (place, stored), record in zip(items, records, strict=False):
            yield Entry(record, self._revision(kind, place, stored))

    def _fields(self, kind: Kind, place: str, stored: dict[str, Any]) -> dict[str, Any]:
        """Return the fields to check by their types, after what only a file can have wrong."""
        said = {
            name: value if name in _AS_HANDED_OVER else without_nulls(value)
            for name, value in stored.items()
            if value is not None and name != "rev"
        }
        for name in FILE_NAMES.keys() & said.keys():
            del said[name]
            self.faults.append(fault(place_inside(place, name), FaultKind.UNKNOWN_FIELD))
        if kind is Kind.PRACTICE and "rating" in said and "rating_kind" not in said:
            self.faults.append(fault(place_inside(place, "rating_kind"), FaultKind.MISSING_FIELD))
        self.faults += check_forms(kind, place, said)
        for field, target, _, part in REFERENCES[kind]:
            if self._is_first and field in later_fields(kind):
                continue  # who only passed it on could not say what is elsewhere
            self._check_named(place_inside(place, field), said.get(field), target, part)
        if stored.get("rev") is None:
            return with_decimals_as_text(said)
        self.faults += check_rev(place_inside(place, "rev"), stored["rev"])
        return said

    def _check_named(self, place: str, named: Json, kind: Kind, part: str = "") -> None:
        """Check what names records of a kind: an id, a list of ids, or this part of each one."""
        if isinstance(named, str):
            self.faults += self.check_reference(place, named, kind)
        elif isinstance(named, list):
            for at, one in enumerate(named):
                self._check_named(place_inside(place, at), one, kind, part)
        elif isinstance(named, dict) and part:
            self._check_named(place_inside(place, part), named.get(part), kind)

    def _revision(self, kind: Kind, place: str, stored: dict[str, Any]) -> Revision | None:
        if self.faults or stored.get("rev") is None:
            return None
        revision = sealed(kind, stored, stored["rev"])
        if revision is None:
            self.faults.append(fault(place_inside(place, "rev"), FaultKind.REVISION_DOES_NOT_FIT))
        return revision
