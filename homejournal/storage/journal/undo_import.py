"""Taking revisions out again as if they had never come.

Undo of a file that was taken in deletes nothing: a deletion would travel on and reach the home
that the entries came from. The rows go, and what stood before stands again.
"""

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING
from uuid import UUID

from homejournal.domain.errors import StaleChangeError
from homejournal.domain.records.changes import Change, Move
from homejournal.domain.records.record import Kind, RevisionId
from homejournal.storage.records import sharing_statements as sharing_sql
from homejournal.storage.records import statements as sql
from homejournal.storage.records.bulk_rows import many_rows
from homejournal.storage.records.projection import Projection, Stored, Touched
from homejournal.storage.records.projection_writing import (
    Turned,
    all_ids,
    children_now,
    ready,
    turned,
)
from homejournal.storage.records.record_numbers import Keys
from homejournal.storage.records.revision_writing import Known, Planned, filling, ids_of

if TYPE_CHECKING:
    from sqlalchemy import Connection


def plan_out(connection: "Connection", keys: Keys, known: Known, change: Change) -> Planned:
    """Work out what it takes to take out what came with a change; the connection is only read.

    Where an envelope stood before, it stands again. `known` has all revisions here of the records.
    Raises StaleChangeError where something was written upon one of them since.
    """
    gone = frozenset(one.id for one in change.came.fresh)
    stubs = _stubs(known, frozenset(one.id for one in change.came.filled))
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
            many_rows(connection, sharing_sql.drop_revision, ({"old": seq} for seq in seqs)),
            many_rows(connection, sql.fill_stub, map(filling, stubs.values())),
        ),
        projected=ready(connection, _without(connection, numbers, touched)),
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
    """Raise StaleChangeError where something that stays was written upon one of these."""
    staying = (one for entry in touched.values() for one in entry.now)
    if any(parent in ids for one in staying for parent in one.revision.told().parents):
        raise StaleChangeError


def _without(
    connection: "Connection", numbers: Mapping[UUID, int], touched: Mapping[UUID, Touched]
) -> Turned:
    """Return what becomes of the rows; a record of which nothing is left has none any more."""
    gone = {record: entry for record, entry in touched.items() if not entry.now}
    making = Projection(numbers, {})
    dropped = [making.rows(numbers[one], each.kind, each.before) for one, each in gone.items()]
    orphans = {
        numbers[record]: None for record, entry in gone.items() if entry.kind is Kind.STRATEGY
    }
    kept = {one: touched[one] for one in touched.keys() - gone.keys()}
    made = turned(numbers, kept, children_now(connection, numbers, kept))
    return Turned([*made.old, *dropped], made.new, {**made.adopted, **orphans})
