"""A revision as one JSON object, and the check of those that come in: genuine, and readable here.

Envelope and fields stay the very text whose hash makes the id, so that nothing is ever serialised
again. What is genuine and cannot be read here, since a newer homejournal wrote it, is set apart to
be kept as it came and passed on.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from homejournal.domain.errors import Fault, FaultKind
from homejournal.domain.limits import nests_too_deep, read_json
from homejournal.domain.records.codec import from_fields, unknown_fields
from homejournal.domain.records.record import Kind, Record
from homejournal.domain.records.revisions import (
    FROM_FILE,
    Op,
    Revision,
    canonical,
    is_genuine,
    with_more_content,
)
from homejournal.domain.sharing.outgoing import is_known_kind, photos_of
from homejournal.exchange.json_text import Json, fault, place_inside
from homejournal.exchange.record_checks import (
    ID,
    NUMBERS,
    Placed,
    check_forms,
    check_records,
    is_instant,
    without_nulls,
)

_HASH = re.compile("[0-9a-f]{64}")
_SALT = re.compile("[0-9a-f]{32}")
_NAMES = {"envelope", "salt", "fields"}
_TOLD = {"at", "content", "device", "kind", "op", "parents", "record", "schema"}
_MOST_PARENTS = 10_000


def line_of(revision: Revision) -> dict[str, str]:
    """Return a revision as an object of text; a stub has its envelope alone."""
    told = {"envelope": revision.envelope.decode()}
    if revision.salt is not None and revision.fields is not None:
        told |= {"salt": revision.salt.hex(), "fields": revision.fields.decode()}
    return told


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """What came: what can be read here, and what only a newer homejournal can read."""

    revisions: tuple[Revision, ...] = ()
    newer: tuple[Revision, ...] = ()

    @property
    def all(self) -> tuple[Revision, ...]:
        """Return all that came."""
        return (*self.revisions, *self.newer)


def read_lines(told: Sequence[Json], place: str = "revisions") -> tuple[Incoming, list[Fault]]:
    """Return the revisions that the objects tell, and the faults of those that tell none."""
    genuine: list[Revision] = []
    faults: list[Fault] = []
    for at, one in enumerate(told):
        revision = _revision(one)
        if revision is None:
            faults.append(fault(place_inside(place, at), FaultKind.REVISION_DOES_NOT_FIT))
        else:
            genuine.append(revision)
    return split_readable(genuine), faults


def split_readable(genuine: Iterable[Revision]) -> Incoming:
    """Set genuine revisions apart that cannot be read here, and drop those that come twice."""
    told = with_more_content(genuine, {})
    unread = _unread(told)
    return Incoming(
        revisions=tuple(revision for revision in told if revision.id not in unread),
        newer=tuple(revision for revision in told if revision.id in unread),
    )


def not_photos_of(incoming: Incoming, told: Sequence[Json]) -> list[Json]:
    """Return the entries of a list that are no ids of photos that came along."""
    named = photos_of(incoming.all)
    return [one for one in told if not isinstance(one, str) or one not in named]


def _revision(told: Json) -> Revision | None:
    if not isinstance(told, dict) or not told.keys() <= _NAMES or "envelope" not in told:
        return None
    if not all(isinstance(said, str) for said in told.values()):
        return None
    if nests_too_deep(told.get("fields", "")):  # whoever reads it later would break, here or there
        return None
    if ("salt" in told) != ("fields" in told) or not _SALT.fullmatch(told.get("salt", "0" * 32)):
        return None
    try:
        envelope = told["envelope"].encode()
        fields = told["fields"].encode() if "fields" in told else None
    except UnicodeEncodeError:  # half of a character that takes two
        return None
    revision = Revision(
        id=hashlib.sha256(envelope).digest(),
        envelope=envelope,
        salt=bytes.fromhex(told["salt"]) if "salt" in told else None,
        fields=fields,
    )
    return revision if is_genuine(revision) and _is_envelope(envelope) else None


def _is_envelope(envelope: bytes) -> bool:
    """Return whether it names what every envelope names, in the one sequence of bytes."""
    try:
        told = read_json(envelope)
        if not isinstance(told, dict) or canonical(told) != envelope or not told.keys() >= _TOLD:
            return False
    except (ValueError, TypeError):
        return False
    return _has_forms(told) and _has_parents(told["parents"])


def _has_forms(told: Mapping[str, Any]) -> bool:
    texts = all(isinstance(told[name], str) for name in ("content", "device", "kind", "op"))
    return (
        texts
        and isinstance(told["schema"], int)
        and (told["at"] is None or is_instant(told["at"]))
        and isinstance(told["record"], str)
        and ID.fullmatch(told["record"]) is not None
        and told["record"] == told["record"].lower()
        and (told["device"] == FROM_FILE or ID.fullmatch(told["device"]) is not None)
    )


def _has_parents(parents: Json) -> bool:
    return (
        isinstance(parents, list)
        and len(parents) <= _MOST_PARENTS
        and all(isinstance(parent, str) and _HASH.fullmatch(parent) for parent in parents)
    )


def _unread(revisions: Iterable[Revision]) -> set[bytes]:
    """Return the ids of those that this version cannot read."""
    unread: set[bytes] = set()
    by_kind: dict[Kind, list[tuple[Revision, dict[str, Any]]]] = {}
    for revision in revisions:
        told = read_json(revision.envelope)
        if not _is_known_form(told):
            unread.add(revision.id)
        elif told["op"] == Op.DELETE:
            if revision.fields:
                unread.add(revision.id)
        elif told["op"] != Op.PUT or not _fields(revision, told, by_kind):
            unread.add(revision.id)
    for kind, items in by_kind.items():
        unread |= _not_of_kind(kind, items)
    return unread


def _is_known_form(told: Mapping[str, Any]) -> bool:
    return told["schema"] in NUMBERS and told.keys() == _TOLD and is_known_kind(told["kind"])


def _fields(
    revision: Revision,
    told: Mapping[str, Any],
    by_kind: dict[Kind, list[tuple[Revision, dict[str, Any]]]],
) -> bool:
    """Put the fields among those to be checked by their kind; return whether they are an object."""
    if revision.fields is None:
        return True
    try:
        fields = read_json(revision.fields)
        if not isinstance(fields, dict) or canonical(fields) != revision.fields:
            return False
    except (ValueError, TypeError):
        return False
    by_kind.setdefault(Kind(told["kind"]), []).append((revision, {"id": told["record"], **fields}))
    return True


def _not_of_kind(kind: Kind, items: Sequence[tuple[Revision, dict[str, Any]]]) -> set[bytes]:
    """Return the ids of those whose fields do not tell a record of the kind."""
    placed: list[Placed] = [(str(at), _known(kind, fields)) for at, (_, fields) in enumerate(items)]
    bad = _faulty(kind, placed)
    good = [item for at, item in enumerate(placed) if at not in bad]
    records, _ = check_records(kind, good)
    bad |= {
        int(place)
        for (place, fields), record in zip(good, records, strict=True)
        if _told(kind, fields) != record
    }
    return {items[at][0].id for at in bad}


def _faulty(kind: Kind, placed: Sequence[Placed]) -> set[int]:
    """Return the numbers of the items that have any fault."""
    found = [
        check_form for place, fields in placed for check_form in check_forms(kind, place, fields)
    ]
    _, more = check_records(kind, placed)
    return {int(one.place.split(".", 1)[0]) for one in (*found, *more)}


def _known(kind: Kind, fields: dict[str, Any]) -> dict[str, Any]:
    unknown = unknown_fields(kind, {name: said for name, said in fields.items() if name != "id"})
    return {
        name: without_nulls(said)
        for name, said in fields.items()
        if said is not None and name not in unknown
    }


def _told(kind: Kind, fields: dict[str, Any]) -> Record | None:
    said = {name: value for name, value in fields.items() if name != "id"}
    try:
        return from_fields(kind, UUID(fields["id"]), said)
    except (AttributeError, KeyError, TypeError, ValueError):
        return None
