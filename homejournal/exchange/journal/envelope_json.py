"""The envelope of a record in JSON (`rev`) <-> the revision that it makes again.

A revision holds its fields as bytes, and the id proves them: only the same fields, envelope and
salt give the same id.
"""

import re
from typing import Any
from uuid import UUID

from homejournal.domain.errors import Fault, FaultKind
from homejournal.domain.limits import read_json
from homejournal.domain.records.record import Kind
from homejournal.domain.records.revisions import (
    FIRST_SCHEMA,
    FROM_FILE,
    SALT_BYTES,
    Envelope,
    Revision,
    canonical,
)
from homejournal.exchange.json.fault_places import fault, inside
from homejournal.exchange.json.format_number import NUMBERS
from homejournal.exchange.json.json_text import Json
from homejournal.exchange.json.value_forms import ID, is_instant

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
    faults = [fault(inside(place, name), FaultKind.UNKNOWN_FIELD) for name in rev.keys() - _KNOWN]
    faults += [
        fault(inside(place, name), FaultKind.MISSING_FIELD) for name in _NEEDED if name not in rev
    ]
    if not _fits(rev.get("id", "0" * 64), _HASH):
        faults.append(fault(inside(place, "id"), FaultKind.NOT_AN_ID, rev["id"]))
    if not _fits(rev.get("salt", "0" * 2 * SALT_BYTES), _SALT):
        faults.append(fault(inside(place, "salt"), FaultKind.WRONG, rev["salt"]))
    if rev.get("device", FROM_FILE) != FROM_FILE and not _fits(rev["device"], ID):
        faults.append(fault(inside(place, "device"), FaultKind.NOT_AN_ID, rev["device"]))
    if rev.get("at") is not None and not is_instant(rev["at"]):
        faults.append(fault(inside(place, "at"), FaultKind.NOT_AN_INSTANT, rev["at"]))
    schema = _schema_in(rev)
    if type(schema) is not int or schema not in NUMBERS:
        faults.append(fault(inside(place, "schema"), FaultKind.UNKNOWN_SCHEMA, schema))
    return faults + _faults_of_parents(inside(place, "parents"), rev.get("parents") or [])


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
