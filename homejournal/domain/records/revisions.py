"""An immutable revision of a record: its bytes, its id, and which of several is shown.

The id is the SHA-256 of the envelope, and the envelope holds the SHA-256 of salt and fields. So a
stub (an envelope without its fields: withheld, or deleted for good) still proves its record, its
parents and its device, and when the fields arrive they must fit. The random salt keeps the id of
a withheld record from being guessed. Stored bytes are hashed, never something serialised again.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import Any
from uuid import UUID

from homejournal.domain.limits import read_json
from homejournal.domain.records.record import Kind, RevisionId

_WHOLE = 2**53


def canonical(value: object) -> bytes:
    """Return the value as canonical JSON in UTF-8: sorted names, no spaces, text as typed.

    Raises TypeError for what has no single form (floats, integers beyond 2^53) and
    UnicodeEncodeError for lone surrogates.
    """
    _refuse_unclear(value)
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def _refuse_unclear(value: object) -> None:
    if isinstance(value, str) or value is None or isinstance(value, bool):
        return
    if isinstance(value, int) and abs(value) < _WHOLE:
        return
    if isinstance(value, list):
        for part in value:
            _refuse_unclear(part)
    elif isinstance(value, dict):
        for name, part in value.items():
            if not isinstance(name, str):
                raise TypeError(f"not storable: {name!r}")
            _refuse_unclear(part)
    else:
        raise TypeError(f"not storable: {type(value).__name__}")


FIRST_SCHEMA, SCHEMA = 1, 2
"""The numbers of the fields' form, the oldest and the newest that is read here.

A revision or file bears the lowest one that can say what it holds, so that an older homejournal
goes on reading all that it can. Older bodies are read through functions, never rewritten.
"""
NEEDS = "1.0"
"""The first homejournal that reads what bears the newest of these numbers; such a file says so."""

_VERSION = re.compile(r"[0-9]{1,4}(\.[0-9]{1,4}){0,3}")

FROM_FILE = "file"
"""The device of a revision that was made from a file without envelopes."""

SALT_BYTES = 16


class Op(StrEnum):
    """What a revision does to its record."""

    PUT = "put"
    DELETE = "delete"


@dataclass(frozen=True, kw_only=True)
class Revision:
    """One revision as its bytes; `salt` and `fields` are None in a stub."""

    id: RevisionId
    envelope: bytes
    salt: bytes | None
    fields: bytes | None

    def told(self) -> "Envelope":
        """Return what the envelope says."""
        return self._told

    @property
    def says_something(self) -> bool:
        """Return whether this puts content that is here; a delete and a stub do not."""
        return bool(self.fields) and self.told().op is Op.PUT

    def without_content(self) -> "Revision":
        """Return the stub that stays where this is deleted for good."""
        stub = replace(self, salt=None, fields=None)
        stub.__dict__["_told"] = self.told()  # the same envelope, and it need not be read again
        return stub

    @cached_property
    def _told(self) -> "Envelope":
        return Envelope.read(self.envelope)


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """What a revision says about itself beside its fields."""

    kind: Kind
    record: UUID
    parents: tuple[RevisionId, ...] = ()
    device: str
    at: str | None
    op: Op = Op.PUT
    schema: int = FIRST_SCHEMA

    def seal(self, salt: bytes, fields: bytes) -> Revision:
        told = {
            "at": self.at,
            "content": content_hash(salt, fields),
            "device": self.device,
            "kind": str(self.kind),
            "op": str(self.op),
            "parents": sorted(parent.hex() for parent in self.parents),
            "record": str(self.record),
            "schema": self.schema,
        }
        envelope = canonical(told)
        return Revision(
            id=hashlib.sha256(envelope).digest(), envelope=envelope, salt=salt, fields=fields
        )

    @classmethod
    def read(cls, envelope: bytes) -> "Envelope":
        """Return the envelope that the bytes tell; raises ValueError if they tell none."""
        told: dict[str, Any] = read_json(envelope)
        try:
            return cls(
                kind=Kind(told["kind"]),
                record=UUID(told["record"]),
                parents=tuple(bytes.fromhex(parent) for parent in told["parents"]),
                device=told["device"],
                at=told["at"],
                op=Op(told["op"]),
                schema=int(told["schema"]),
            )
        except (AttributeError, KeyError, TypeError) as error:
            raise ValueError("no envelope") from error


def version_in(said: object) -> str:
    """Return the version of a program that a file names, or nothing if it names none."""
    return said if isinstance(said, str) and _VERSION.fullmatch(said) else ""


def with_more_content(
    revisions: Iterable[Revision], here: Mapping[RevisionId, Revision]
) -> list[Revision]:
    """Return each revision that is new here, or whose content was missing here so far.

    It has its content if any of its copies has it.
    """
    more: dict[RevisionId, Revision] = {}
    for revision in revisions:
        standing = more.get(revision.id) or here.get(revision.id)
        if standing is None or (standing.fields is None and revision.fields is not None):
            more[revision.id] = revision
    return list(more.values())


def content_hash(salt: bytes, fields: bytes) -> str:
    """Return the SHA-256 of salt and fields as hexadecimal text."""
    return hashlib.sha256(salt + fields).hexdigest()


def salt_from_content(kind: Kind, record: UUID, fields: bytes) -> bytes:
    """Return the salt of a revision made from content alone, so that it is the same each time."""
    return hashlib.sha256(f"{kind}:{record}:".encode() + fields).digest()[:SALT_BYTES]


def is_genuine(revision: Revision) -> bool:
    """Return whether the bytes are those that the id was made from."""
    try:
        return _fits(revision)
    except TypeError:  # a file that somebody else made may hold numbers in place of bytes
        return False


def _fits(revision: Revision) -> bool:
    if hashlib.sha256(revision.envelope).digest() != revision.id:
        return False
    if revision.salt is None or revision.fields is None:
        return revision.salt is revision.fields  # half of what was said is no envelope alone
    content = content_hash(revision.salt, revision.fields).encode()
    return b'"content":"%s"' % content in revision.envelope


def is_of_record(revision: Revision, kind: Kind, record: UUID) -> bool:
    """Return whether the envelope names this record of this kind."""
    return (
        b'"record":"%s"' % str(record).encode() in revision.envelope
        and b'"kind":"%s"' % kind.encode() in revision.envelope
    )


def heads_of(revisions: Sequence[Revision]) -> list[Revision]:
    """Return the revisions that no other one replaces, the shown one first.

    An edit beats a delete, and content beats a stub. Among versions the greatest id is shown: that
    is the same on every computer, and no clock decides.
    """
    if len(revisions) == 1:
        return list(revisions)
    replaced = {parent for revision in revisions for parent in revision.told().parents}
    heads = [revision for revision in revisions if revision.id not in replaced]
    return sorted(heads, key=_rank, reverse=True)


def versions_of(heads: Iterable[Revision]) -> int:
    """Return how many different versions stand; 0 means that the record is deleted."""
    return len({head.fields for head in heads if head.says_something})


def last_content(revisions: Sequence[Revision]) -> Revision | None:
    """Return what a deleted record was: of what its deletion replaced, by the rule of the heads.

    It follows from the revisions alone, whatever the order of their arrival; None if only
    stubs are here.
    """
    deleted = heads_of(revisions)[0].told().parents
    said = [revision for revision in revisions if revision.says_something]
    return max(said, key=lambda one: (one.id in deleted, one.id), default=None)


def _rank(revision: Revision) -> tuple[bool, bool, RevisionId]:
    return (revision.told().op is Op.PUT, revision.says_something, revision.id)
