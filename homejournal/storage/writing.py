"""Writing in one transaction: new revisions in, the projection of the touched records after."""

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import UUID

from homejournal.domain.canonical import canonical
from homejournal.domain.changes import Change, Move, RevisionId
from homejournal.domain.codec import to_fields, unknown_fields
from homejournal.domain.errors import StaleChangeError
from homejournal.domain.kinds import kind_of
from homejournal.domain.record import Kind, Record
from homejournal.domain.revisions import SALT_BYTES, Envelope, Op, Revision, heads_of
from homejournal.storage import statements as sql
from homejournal.storage.keys import Keys
from homejournal.storage.projecting import project
from homejournal.storage.projection import Stored, fields_of, revision_of

if TYPE_CHECKING:
    from sqlalchemy import Connection


@dataclass(slots=True)
class Touched:
    """A record that the transaction touches: its revisions before, and the new ones."""

    kind: Kind
    before: list[Stored] = field(default_factory=list)
    new: list[Stored] = field(default_factory=list)

    @property
    def all(self) -> list[Stored]:
        """Return every revision, oldest arrival first."""
        return [*self.before, *self.new]


def heads_now(stored: Sequence[Stored]) -> list[Revision]:
    """Return the heads of a record's revisions, the shown one first; none where nothing stands."""
    return heads_of([one.revision for one in stored]) if stored else []


def _ids(stored: Sequence[Stored]) -> tuple[RevisionId, ...]:
    return tuple(head.id for head in heads_now(stored))


class Writer:
    """What can be written inside one transaction; each method answers with what moved."""

    def __init__(self, connection: "Connection", keys: Keys, *, device: str, at: str) -> None:
        self._connection = connection
        self._keys = keys
        self._device = device
        self._at = at

    def put(self, records: Iterable[Record]) -> tuple[Move, ...]:
        """Write records, new or edited; one that says nothing new is left as it is."""
        listed = list(records)
        known = self._stored(record.id for record in listed)
        return self._add(
            [
                revision
                for record in listed
                if (revision := self._put(record, heads_now(known.get(record.id, ()))))
            ],
            known,
        )

    def delete(self, ids: Iterable[UUID]) -> tuple[Move, ...]:
        """Delete records; what is deleted already, or not here, is left as it is."""
        known = self._stored(ids)
        revisions = []
        for record, stored in known.items():
            heads = heads_now(stored)
            if heads[0].told().op is Op.PUT:
                parents = tuple(head.id for head in heads)
                revisions.append(self._seal(record, heads[0].told().kind, parents, None))
        return self._add(revisions, known)

    def put_back(self, change: Change) -> tuple[Move, ...]:
        """Put back what stood before a change, as new revisions on top of what stands now.

        Raises StaleChangeError where a record was changed since; nothing is written then.
        """
        known = self._stored(move.record for move in change.moves)
        revisions = [
            revision
            for move in change.moves
            for revision in self._opposite(move, known.get(move.record, []))
        ]
        return self._add(revisions, known)

    def union(self, revisions: Sequence[Revision]) -> tuple[Move, ...]:
        """Take in revisions made elsewhere; order, repetition and parts do not matter."""
        known = self._stored(revision.told().record for revision in revisions)
        return self._add(revisions, known)

    def _put(self, record: Record, heads: list[Revision]) -> Revision | None:
        kind = kind_of(record)
        carried = unknown_fields(kind, fields_of(heads[0])) if heads else {}
        fields = canonical(carried | to_fields(record))
        if len(heads) == 1 and heads[0].fields == fields and heads[0].told().op is Op.PUT:
            return None
        return self._seal(record.id, kind, tuple(head.id for head in heads), fields)

    def _opposite(self, move: Move, stored: Sequence[Stored]) -> list[Revision]:
        if sorted(_ids(stored)) != sorted(move.after):
            raise StaleChangeError
        by_id = {one.revision.id: one.revision for one in stored}
        olds = [by_id[before] for before in move.before]
        puts = [old.fields for old in olds if old.told().op is Op.PUT]
        return [self._seal(move.record, move.kind, move.after, fields) for fields in puts or [None]]

    def _seal(
        self, record: UUID, kind: Kind, parents: tuple[RevisionId, ...], fields: bytes | None
    ) -> Revision:
        envelope = Envelope(
            kind=kind,
            record=record,
            parents=parents,
            device=self._device,
            at=self._at,
            op=Op.PUT if fields is not None else Op.DELETE,
        )
        return envelope.seal(secrets.token_bytes(SALT_BYTES), fields or b"")

    def _stored(self, ids: Iterable[UUID]) -> dict[UUID, list[Stored]]:
        """Return the revisions that are here of those of the records that are known here."""
        numbers = self._keys.find(self._connection, dict.fromkeys(ids))
        if not numbers:
            return {}
        records = {number: record for record, number in numbers.items()}
        found: dict[UUID, list[Stored]] = {}
        for part in _parts(list(records)):
            for row in self._connection.execute(sql.revisions_of, {"records": part}):
                revision = revision_of(row)
                found.setdefault(records[row.record], []).append(Stored(row.seq, revision))
        return found

    def _add(
        self, revisions: Sequence[Revision], known: dict[UUID, list[Stored]]
    ) -> tuple[Move, ...]:
        touched = self._insert(revisions, known)
        if not touched:
            return ()
        project(
            self._connection,
            self._keys,
            {record: (one.kind, one.before, one.all) for record, one in touched.items()},
        )
        moves = (
            Move(one.kind, record, _ids(one.before), _ids(one.all))
            for record, one in touched.items()
        )
        return tuple(move for move in moves if move.before != move.after)

    def _insert(
        self, revisions: Sequence[Revision], known: dict[UUID, list[Stored]]
    ) -> dict[UUID, Touched]:
        have = {one.revision.id: one for stored in known.values() for one in stored}
        seq = self._connection.execute(sql.last_seq).scalar_one()
        touched: dict[UUID, Touched] = {}
        for revision in {revision.id: revision for revision in revisions}.values():
            told = revision.told()
            here = have.get(revision.id)
            if here is not None and (here.revision.fields is not None or revision.fields is None):
                continue
            entry = touched.setdefault(
                told.record, Touched(told.kind, list(known.get(told.record, ())))
            )
            if here is not None:
                self._fill(here, revision)
                continue
            seq += 1
            entry.new.append(Stored(seq, revision))
        self._insert_rows(touched)
        return touched

    def _fill(self, stub: Stored, revision: Revision) -> None:
        """Give a stub the fields that fit it."""
        values = {"stub": stub.seq, "new_salt": revision.salt, "new_fields": revision.fields}
        self._connection.execute(sql.fill_stub, values)
        object.__setattr__(stub, "revision", revision)

    def _insert_rows(self, touched: dict[UUID, Touched]) -> None:
        numbers = self._keys.make(self._connection, touched)
        rows = [
            {
                "seq": one.seq,
                "id": one.revision.id,
                "record": numbers[record],
                "envelope": one.revision.envelope,
                "salt": one.revision.salt,
                "fields": one.revision.fields,
            }
            for record, entry in touched.items()
            for one in entry.new
        ]
        if rows:
            self._connection.execute(sql.add_revision, rows)


def _parts(numbers: list[int], size: int = 500) -> Iterable[list[int]]:
    """Yield lists that are short enough for one statement."""
    for start in range(0, len(numbers), size):
        yield numbers[start : start + size]
