"""Deleting for good: of a deleted record's revisions the envelopes stay, and nothing they said.

So every journal still knows that the record was deleted, and by which revision. What is told again
by a file from before is a deleted record's past, and brings nothing back.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from homejournal.domain.errors import StaleChangeError
from homejournal.domain.revisions import Op
from homejournal.storage import statements as sql
from homejournal.storage.adding import heads_now
from homejournal.storage.projecting import all_ids, project
from homejournal.storage.projection import Stored, Touched
from homejournal.storage.revisions import Revisions

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from homejournal.storage.store import Store


def forget(store: "Store", connection: "Connection", ids: Iterable[UUID]) -> None:
    """Take out what these records ever said, in the caller's transaction.

    Raises StaleChangeError where one of them stands, and JournalDamagedError where a revision is
    not genuine; nothing is written then.
    """
    known = Revisions(connection, store.keys, store.damage).of(ids)
    store.damage.refuse()
    touched = {record: _silent(stored) for record, stored in known.items()}
    numbers = store.keys.find(connection, all_ids(touched))
    for record in touched:
        connection.execute(sql.silence, {"of_record": numbers[record]})
    project(connection, numbers, touched)


def _silent(stored: list[Stored]) -> Touched:
    told = heads_now(stored)[0].told()
    if told.op is Op.PUT:
        raise StaleChangeError
    now = [Stored(one.seq, replace(one.revision, salt=None, fields=None)) for one in stored]
    return Touched(told.kind, stored, now)
