"""Writing in one transaction: what is said becomes new revisions of its records.

Undo of a file that was taken in deletes nothing: a deletion would travel on and reach the home
that the entries came from. The rows go as if they had never come, and what stood before stands
again.
"""

import secrets
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from homejournal.domain.errors import InvalidValueError, Reason, StaleChangeError
from homejournal.domain.limits import read_object
from homejournal.domain.records.changes import Change, Move
from homejournal.domain.records.codec import schema_of, to_fields, unknown_fields
from homejournal.domain.records.kinds import kind_of
from homejournal.domain.records.media_and_papers import Media
from homejournal.domain.records.record import Kind, Record, RevisionId
from homejournal.domain.records.revisions import (
    SALT_BYTES,
    Envelope,
    Op,
    Revision,
    canonical,
    is_genuine,
    last_content,
)
from homejournal.storage.file.sqlalchemy_engine import many_rows
from homejournal.storage.journal.deleting import (
    Deletion,
    acceptable,
    deletion_of,
    newer_about,
    puts_of,
    records_with,
)
from homejournal.storage.media.referenced_media import remember
from homejournal.storage.records import statements as sql
from homejournal.storage.records.projection import (
    Projection,
    RowChanges,
    Stored,
    Touched,
    all_ids,
    children_now,
    fields_of,
    prepared_rows,
    row_changes,
)
from homejournal.storage.records.revisions import (
    Keys,
    Known,
    Planned,
    Revisions,
    content_values,
    heads_now,
    ids_of,
    plan,
    write,
)

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from homejournal.storage.journal.open_journal import OpenJournal


def plan_undo(connection: "Connection", keys: Keys, known: Known, change: Change) -> Planned:
    """Plan how to remove the revisions that a change brought in; nothing is written.

    Where an envelope was before, it comes back. `known` has all revisions of these records. Raises
    StaleChangeError if something was written on top of one of them.
    """
    gone = frozenset(revision.id for revision in change.came.fresh)
    stubs = _stubs(known, frozenset(revision.id for revision in change.came.filled))
    touched = {
        record: Touched(
            stored[0].revision.told().kind,
            stored,
            [stubs.get(it.revision.id, it) for it in stored if it.revision.id not in gone],
        )
        for record, stored in known.items()
    }
    shown = {head for move in change.moves for head in move.after}
    _must_stand_last(touched, gone | (stubs.keys() & shown))
    seqs = (one.seq for stored in known.values() for one in stored if one.revision.id in gone)
    numbers = keys.find(connection, all_ids(touched))
    return Planned(
        moves=tuple(
            Move(entry.kind, record, ids_of(entry.before), ids_of(entry.now))
            for record, entry in touched.items()
        ),
        writes=(
            many_rows(connection, sql.drop_revision, ({"old": seq} for seq in seqs)),
            many_rows(connection, sql.fill_stub, map(content_values, stubs.values())),
        ),
        projected=prepared_rows(connection, _without(connection, numbers, touched)),
    )


def _stubs(known: Known, filled: Collection[RevisionId]) -> dict[RevisionId, Stored]:
    """Return the envelopes that stand again in the place of what filled them, by their ids."""
    return {
        one.revision.id: Stored(one.seq, one.revision.without_content())
        for stored in known.values()
        for one in stored
        if one.revision.id in filled
    }


def _must_stand_last(touched: Mapping[UUID, Touched], ids: Collection[RevisionId]) -> None:
    """Raise StaleChangeError if something that stays was written upon one of these."""
    staying = (stored for entry in touched.values() for stored in entry.now)
    if any(parent in ids for stored in staying for parent in stored.revision.told().parents):
        raise StaleChangeError


def _without(
    connection: "Connection", numbers: Mapping[UUID, int], touched: Mapping[UUID, Touched]
) -> RowChanges:
    """Return what becomes of the rows; a record of which nothing is left has none any more."""
    gone = {record: entry for record, entry in touched.items() if not entry.now}
    making = Projection(numbers, {})
    dropped = [making.rows(numbers[one], each.kind, each.before) for one, each in gone.items()]
    orphans = {
        numbers[record]: None for record, entry in gone.items() if entry.kind is Kind.STRATEGY
    }
    kept = {one: touched[one] for one in touched.keys() - gone.keys()}
    made = row_changes(numbers, kept, children_now(connection, numbers, kept))
    return RowChanges([*made.old, *dropped], made.new, {**made.adopted, **orphans})


class Writer:
    """What can be written inside one transaction, at an instant (UTC text).

    Each method answers with what moved, and raises JournalDamagedError if a revision that it
    would build upon is not genuine.
    """

    def __init__(self, store: "OpenJournal", connection: "Connection", at: str) -> None:
        self._store = store
        self._connection = connection
        self._at = at

    def put(self, records: Iterable[Record]) -> tuple[Move, ...]:
        """Write records as `plan_save` works it out."""
        told = tuple(records)
        self._store.media.is_named(media.sha256 for media in told if isinstance(media, Media))
        return self.write(self.plan_save(told))

    def plan_save(self, records: Iterable[Record]) -> Planned:
        """Work out how to write records, new or edited; what says nothing new is left as it is.

        Raises InvalidValueError if another kind of record has the id.
        """
        last = {record.id: record for record in records}
        known = self.standing(last)
        made = (self._put(record, known.get(record.id, ())) for record in last.values())
        return self._plan([revision for revision in made if revision], known)

    def delete(self, ids: Iterable[UUID]) -> tuple[Move, ...]:
        """Delete records; those already deleted or unknown are skipped."""
        known = self.standing(ids)
        return self.write(self._plan(self.deletions(known), known))

    def deletions(self, known: Known) -> list[Revision]:
        """Return what deletes those of the records that stand; nothing is written."""
        heads = {record: heads_now(stored) for record, stored in known.items()}
        return [
            self._seal(record, shown[0].told().kind, shown, None)
            for record, shown in heads.items()
            if shown[0].told().op is Op.PUT
        ]

    def going(self, ids: Collection[UUID]) -> Deletion:
        """Work out how records are deleted for good, with all that they ever said."""
        known = self.standing(ids)
        said = {one for stored in known.values() for one in puts_of(stored)}
        said.update(newer_about(self._connection, ids))
        planned = plan(self._connection, self._store.keys, self.deletions(known), known, said)
        return deletion_of(known, said, planned)

    def plan_requested_deletion(self, ids: Collection[RevisionId]) -> Deletion:
        """Plan the deletion for good that another home asks for.

        If it knew the whole current record, everything the record ever said goes; otherwise only
        the requested revisions.
        """
        known = self.standing(records_with(self._connection, ids))
        asked = frozenset(ids)
        whole = [stored for stored in known.values() if is_whole_record(asked, stored)]
        said = asked.union(*map(puts_of, whole))
        return deletion_of(known, said, plan(self._connection, self._store.keys, (), known, said))

    def putting_back(self, change: Change) -> Planned:
        """Plan how the state before a change comes back on top of the present one.

        Raises StaleChangeError if a record was changed since, or if the earlier state was deleted
        for good.
        """
        known = self.standing(move.record for move in change.moves)
        revisions = [
            revision
            for move in change.moves
            for revision in self._opposite(move, known.get(move.record, ()))
        ]
        return self._plan(revisions, known)

    def plan_removal(self, change: Change) -> Planned:
        """Work out how what came with a change is taken out again, as if it had never come.

        Raises StaleChangeError if something was written upon one of the revisions since.
        """
        known = self.standing(revision.told().record for revision in change.came.read)
        return plan_undo(self._connection, self._store.keys, known, change)

    def union(self, revisions: Sequence[Revision]) -> tuple[Move, ...]:
        """Take in revisions made elsewhere; order, repetition and parts do not matter.

        Of what was deleted for good here only the envelopes come in. Raises InvalidValueError
        if the bytes of one are not those that its id was made from.
        """
        return self.write(self.joined(revisions, self.known_of(revisions)))

    def known_of(self, revisions: Sequence[Revision]) -> dict[UUID, list[Stored]]:
        """Return our revisions of the records that incoming revisions belong to.

        Raises InvalidValueError if one is not genuine.
        """
        if not all(map(is_genuine, revisions)):
            raise InvalidValueError("rev", Reason.DOES_NOT_FIT)
        return self.standing(revision.told().record for revision in revisions)

    def joined(
        self, revisions: Sequence[Revision], known: Known, refused: Collection[RevisionId] = ()
    ) -> Planned:
        """Work out what `union` writes; of what is `refused`, too, only the envelopes come in."""
        accepted, private = acceptable(self._connection, revisions, known, refused)
        return replace(self._plan(accepted, known), private=private)

    def write(self, planned: Planned) -> tuple[Move, ...]:
        """Write what was planned for the unchanged journal."""
        remember(self._connection, planned.private)
        self._store.media.saves(planned.media)
        return write(self._connection, self._store.keys, planned)

    def standing(self, ids: Iterable[UUID]) -> dict[UUID, list[Stored]]:
        """Return the revisions that are here of those of the records that are known here."""
        found = Revisions(self._connection, self._store.keys, self._store.damage).of(ids)
        self._store.damage.refuse()
        return found

    def _plan(self, revisions: Sequence[Revision], known: Known) -> Planned:
        return plan(self._connection, self._store.keys, revisions, known)

    def _put(self, record: Record, stored: Sequence[Stored]) -> Revision | None:
        kind, heads = kind_of(record), heads_now(stored)
        if heads and heads[0].told().kind is not kind:
            raise InvalidValueError("id", Reason.DOES_NOT_FIT)
        fields = canonical(_carried(kind, heads, stored) | to_fields(record))
        if len(heads) == 1 and heads[0].says_something and heads[0].fields == fields:
            return None
        return self._seal(record.id, kind, heads, fields)

    def _opposite(self, move: Move, stored: Sequence[Stored]) -> list[Revision]:
        """Return what puts the record back; it must say what the change made it say.

        Ids would be too strict: taking back a later step made a new revision that says the same.
        """
        heads, by_id = heads_now(stored), {one.revision.id: one.revision for one in stored}
        if not by_id.keys() >= {*move.before, *move.after}:
            raise StaleChangeError
        if _said(heads) != _said(by_id[one] for one in move.after):
            raise StaleChangeError
        olds = [by_id[one] for one in move.before]
        if any(old.told().op is Op.PUT and not old.says_something for old in olds):
            raise StaleChangeError
        puts = [old.fields for old in olds if old.says_something]
        return [self._seal(move.record, move.kind, heads, said) for said in puts or [None]]

    def _seal(
        self, record: UUID, kind: Kind, parents: Sequence[Revision], fields: bytes | None
    ) -> Revision:
        envelope = Envelope(
            kind=kind,
            record=record,
            parents=tuple(parent.id for parent in parents),
            device=str(self._store.device),
            at=self._at,
            op=Op.PUT if fields is not None else Op.DELETE,
            schema=schema_of(kind, read_object(fields)),
        )
        return envelope.seal(secrets.token_bytes(SALT_BYTES), fields or b"")


def is_whole_record(ids: Collection[RevisionId], stored: Sequence[Stored]) -> bool:
    """Return whether all that a record says now is among these, which are asked for."""
    return all(head.id in ids for head in heads_now(stored) if head.says_something)


def _carried(kind: Kind, heads: Sequence[Revision], stored: Sequence[Stored]) -> dict[str, Any]:
    """Return the fields that this version does not know, of every version that is replaced."""
    carried: dict[str, Any] = {}
    for head in reversed(heads):
        said = head if head.says_something else last_content([one.revision for one in stored])
        carried |= unknown_fields(kind, fields_of(said))
    return carried


def _said(revisions: Iterable[Revision]) -> set[tuple[Op, bytes | None]]:
    return {(revision.told().op, revision.fields) for revision in revisions}
