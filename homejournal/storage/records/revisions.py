"""The revisions of records as they stand in the file, each compared with its hash."""

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any
from uuid import UUID

from homejournal.domain.records.revisions import Revision
from homejournal.storage.records import statements as sql
from homejournal.storage.records.hash_check import Damage
from homejournal.storage.records.projection import Stored

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from homejournal.storage.records.record_numbers import Keys


_AT_ONCE = 5_000
"""Records whose revisions are read in one go: nobody waits for what is done with them then."""


class Revisions:
    """Reads revisions in one transaction; those that are not genuine are counted and left out."""

    def __init__(self, connection: "Connection", keys: "Keys", damage: Damage) -> None:
        self._connection = connection
        self._keys = keys
        self._damage = damage

    def of(self, ids: Iterable[UUID]) -> dict[UUID, list[Stored]]:
        """Return those of the records that are known here, in the order of their arrival."""
        numbers = self._keys.find(self._connection, dict.fromkeys(ids))
        records = {number: record for record, number in numbers.items()}
        found: dict[UUID, list[Stored]] = {}
        asked = list(records)
        for begin in range(0, len(asked), _AT_ONCE):
            part = {"records": json.dumps(asked[begin : begin + _AT_ONCE])}
            rows = self._connection.execute(sql.revisions_of, part).all()
            self._gather(rows, records, found)
        return found

    def every(self) -> dict[UUID, list[Stored]]:
        """Return all revisions by record."""
        records = {number: UUID(bytes=uuid) for uuid, number in self._connection.execute(sql.keys)}
        found: dict[UUID, list[Stored]] = {}
        self._gather(self._connection.execute(sql.every_revision), records, found)
        return found

    def _gather(
        self, rows: Iterable[Any], records: dict[int, UUID], found: dict[UUID, list[Stored]]
    ) -> None:
        for seq, number, revision in self._damage.genuine(rows):
            record = records.get(number)
            if record is None or not _is_of(revision, record):
                self._damage.note("a revision stands under another record's number")
            else:
                found.setdefault(record, []).append(Stored(seq, revision))


def _is_of(revision: Revision, record: UUID) -> bool:
    try:
        return revision.told().record == record
    except ValueError:  # genuine, but only a newer homejournal knows its kind
        return False
