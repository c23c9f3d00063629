"""Taking in revisions made elsewhere, and taking them out again as if they had never come.

Undo of a file that was taken in deletes nothing: a deletion would travel on and reach the home
that the entries came from. The rows go, and what stood before stands again.
"""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from homejournal.domain.changes import Move, RevisionId
from homejournal.domain.errors import InvalidValueError, Reason, StaleChangeError
from homejournal.domain.record import Kind
from homejournal.domain.revisions import Revision
from homejournal.storage import sharing_statements as sharing_sql
from homejournal.storage.adding import Planned, ids_of
from homejournal.storage.codes import KIND_OF
from homejournal.storage.projecting import Turned, all_ids, children_now, ready, turned
from homejournal.storage.projection import Projection, Stored, Touched
from homejournal.storage.purging import silence_newer
from homejournal.storage.revisions import Revisions

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from homejournal.storage.store import Store
    from homejournal.storage.writing import Writer


@dataclass(frozen=True, slots=True)
class Arrival:
    """What joining revisions to the journal writes, and which of them were not here before."""

    told: Sequence[Revision]
    fresh: tuple[Revision, ...]
    planned: Planned


def arrival(
    writer: "Writer", revisions: Sequence[Revision], refused: Collection[RevisionId] = ()
) -> Arrival:
    """Work out what joining revisions to the journal writes; nothing is written.

    Of those that are `refused` only the envelopes come in. Raises InvalidValueError where one is of
    another kind than its record is here, or not genuine.
    """
    known = writer.known_of(revisions)
    kinds = {record: stored[0].revision.told().kind for record, stored in known.items()}
    for one in revisions:
        told = one.told()
        if kinds.setdefault(told.record, told.kind) is not told.kind:
            raise InvalidValueError("id", Reason.DOES_NOT_FIT)
    here = {one.revision.id for stored in known.values() for one in stored}
    fresh = tuple(one for one in revisions if one.id not in here)
    return Arrival(revisions, fresh, writer.joined(revisions, known, refused))


def take_out(
    store: "Store", connection: "Connection", revisions: Collection[Revision]
) -> tuple[Move, ...]:
    """Take revisions out again.

    Raises StaleChangeError where something was written upon one of them since; nothing is done.
    """
    known = standing(store, connection, (one.told().record for one in revisions))
    gone = {one.id for one in revisions}
    touched = {
        record: Touched(
            stored[0].revision.told().kind,
            stored,
            [one for one in stored if one.revision.id not in gone],
        )
        for record, stored in known.items()
    }
    for entry in touched.values():
        if any(gone.intersection(one.revision.told().parents) for one in entry.now):
            raise StaleChangeError
    seqs = [one.seq for stored in known.values() for one in stored if one.revision.id in gone]
    connection.execute(sharing_sql.drop_revisions, {"seqs": json.dumps(seqs)})
    _project(connection, store.keys.find(connection, all_ids(touched)), touched)
    return tuple(
        Move(entry.kind, record, ids_of(entry.before), ids_of(entry.now))
        for record, entry in touched.items()
    )


def _project(
    connection: "Connection", numbers: Mapping[UUID, int], touched: Mapping[UUID, Touched]
) -> None:
    """Make the rows again; a record of which nothing is left has none any more."""
    gone = {record: entry for record, entry in touched.items() if not entry.now}
    making = Projection(numbers, {})
    dropped = [making.rows(numbers[one], each.kind, each.before) for one, each in gone.items()]
    orphans = {
        numbers[record]: None for record, entry in gone.items() if entry.kind is Kind.STRATEGY
    }
    kept = {one: touched[one] for one in touched.keys() - gone.keys()}
    made = turned(numbers, kept, children_now(connection, numbers, kept))
    rows = Turned([*made.old, *dropped], made.new, {**made.adopted, **orphans})
    ready(connection, rows).put(connection)


def standing(
    store: "Store", connection: "Connection", ids: Iterable[UUID]
) -> dict[UUID, list[Stored]]:
    """Return the revisions that are here of these records, in the order of their arrival."""
    found = Revisions(connection, store.keys, store.damage).of(dict.fromkeys(ids))
    store.damage.refuse()
    return found


def keep_newer(connection: "Connection", revisions: Iterable[Revision]) -> None:
    """Keep what only a newer homejournal reads, as it came."""
    rows = [
        {"id": one.id, "envelope": one.envelope, "salt": one.salt, "fields": one.fields}
        for one in revisions
    ]
    if rows:
        connection.execute(sharing_sql.keep_newer, rows)
        # Of what was deleted for good, the envelopes alone.
        silence_newer(connection)


def newer(connection: "Connection") -> tuple[Revision, ...]:
    """Return what waits for a newer homejournal."""
    return tuple(
        Revision(id=row.id, envelope=row.envelope, salt=row.salt, fields=row.fields)
        for row in connection.execute(sharing_sql.all_newer)
    )


def forget_newer(connection: "Connection", revisions: Iterable[Revision]) -> None:
    """Forget what waited and can be read by now."""
    rows = [{"old": one.id} for one in revisions]
    if rows:
        connection.execute(sharing_sql.drop_newer, rows)


def counts(connection: "Connection") -> dict[Kind, int]:
    """Return how many records of each kind stand."""
    rows = connection.execute(sharing_sql.standing_by_kind)
    return {KIND_OF[code]: number for code, number in rows}


def in_two_versions(connection: "Connection", limit: int) -> list[UUID]:
    """Return the records of which more than one version stands, the latest day first."""
    found = connection.execute(sharing_sql.in_two_versions, {"limit": limit}).scalars()
    return [UUID(bytes=uuid) for uuid in found]


def how_many_in_two_versions(connection: "Connection") -> int:
    """Return of how many records more than one version stands."""
    return int(connection.execute(sharing_sql.how_many_in_two_versions).scalar_one())
