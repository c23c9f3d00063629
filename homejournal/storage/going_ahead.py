"""What goes for good is worked out ahead, on any thread; only its writing keeps others waiting."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from homejournal.storage.adding import plan
from homejournal.storage.purging import Going, going, newer_about, puts_of
from homejournal.storage.store import Store
from homejournal.storage.writing import Writer

if TYPE_CHECKING:
    from sqlalchemy import Connection

Moment = tuple[int, int]
"""It is another one once anything was written, by this program or another."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """What goes with some records, as the journal stood at a moment."""

    records: frozenset[UUID]
    moment: Moment
    going: Going


def moment_of(store: Store) -> Moment:
    """Return the moment at which a journal stands."""
    (by_others,) = store.bare.execute("PRAGMA data_version").fetchone()
    return store.changes, int(by_others)


def what_goes(store: Store, connection: "Connection", records: Collection[UUID], at: str) -> Going:
    """Work out how records are deleted, with all that they ever said; nothing is written.

    Raises JournalDamagedError where a revision of one of them is not genuine.
    """
    writer = Writer(store, connection, at)
    known = writer.standing(records)
    ids = {one for stored in known.values() for one in puts_of(stored)}
    ids.update(newer_about(connection, records))
    planned = plan(connection, store.keys, writer.deletions(known), known, ids)
    return going(known, ids, planned)


def working_out(store: Store, records: Collection[UUID], at: str) -> Callable[[], Ahead]:
    """Return the call that works it out, which any thread may do while the window goes on.

    It raises JournalDamagedError where a revision is not genuine, and the disk's errors.
    """
    return partial(_worked_out, store, moment_of(store), frozenset(records), at)


def going_now(
    store: Store,
    connection: "Connection",
    records: Collection[UUID],
    at: str,
    ahead: Ahead | None = None,
) -> Going:
    """Return what goes with records: as it was worked out, if the journal stands as it did then.

    Raises JournalDamagedError where a revision is not genuine.
    """
    if ahead is None or ahead.records != frozenset(records) or ahead.moment != moment_of(store):
        return what_goes(store, connection, records, at)
    return ahead.going


def _worked_out(store: Store, moment: Moment, records: frozenset[UUID], at: str) -> Ahead:
    with store.beside() as (reading, connection):
        going = what_goes(reading, connection, records, at)
    return Ahead(records, moment, going)
