"""Taking revisions out again as if they had never come.

Undo of a file that was taken in deletes nothing: a deletion would travel on and reach the home
that the entries came from. The rows go, and what stood before stands again.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING
from uuid import UUID

from homejournal.domain.changes import Move, RevisionId
from homejournal.domain.errors import StaleChangeError
from homejournal.domain.record import Kind
from homejournal.storage import sharing_statements as sql
from homejournal.storage.adding import Known, Planned, ids_of
from homejournal.storage.keys import Keys
from homejournal.storage.many_rows import many_rows
from homejournal.storage.projecting import Turned, all_ids, children_now, ready, turned
from homejournal.storage.projection import Projection, Touched

if TYPE_CHECKING:
    from sqlalchemy import Connection


def plan_out(
    connection: "Connection", keys: Keys, known: Known, gone: frozenset[RevisionId]
) -> Planned:
    """Work out what it takes to take revisions out; the connection is only read.

    `known` has all revisions here of their records. Raises StaleChangeError where something was
    written upon one of them since.
    """
    touched = {
        record: Touched(
            stored[0].revision.told().kind,
            stored,
            [one for one in stored if one.revision.id not in gone],
        )
        for record, stored in known.items()
    }
    for entry in touched.values():
        if any(not gone.isdisjoint(one.revision.told().parents) for one in entry.now):
            raise StaleChangeError
    seqs = (one.seq for stored in known.values() for one in stored if one.revision.id in gone)
    numbers = keys.find(connection, all_ids(touched))
    return Planned(
        moves=tuple(
            Move(entry.kind, record, ids_of(entry.before), ids_of(entry.now))
            for record, entry in touched.items()
        ),
        writes=(many_rows(connection, sql.drop_revision, ({"old": seq} for seq in seqs)),),
        projected=ready(connection, _without(connection, numbers, touched)),
    )


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
