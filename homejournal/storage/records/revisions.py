"""The revisions of records as they stand in the file, and the small numbers of records in it."""

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

from homejournal.domain.records.revisions import Revision
from homejournal.storage.file.sqlalchemy_engine import ManyRows, many_rows
from homejournal.storage.records import statements as sql
from homejournal.storage.records.hash_check import Damage
from homejournal.storage.records.projection import Stored

if TYPE_CHECKING:
    from sqlalchemy import Connection


_MANY = 20_000
"""More numbers than this are not kept at hand from one transaction to the next."""


class Keys:
    """Looks up and makes the numbers, and remembers them: they never change once committed."""

    def __init__(self) -> None:
        self._known: dict[UUID, int] = {}
        self._missing: set[UUID] = set()

    def forget(self) -> None:
        """Forget everything, since a transaction was rolled back."""
        self._known.clear()

    def begin(self) -> None:
        """Look again for what was looked up in vain: another program may have written it."""
        self._missing.clear()
        if len(self._known) > _MANY:
            self._known.clear()

    def find(self, connection: "Connection", ids: Iterable[UUID]) -> dict[UUID, int]:
        """Return the numbers of those records that have one."""
        asked = list(ids)
        unknown = {one for one in asked if one not in self._known} - self._missing
        if unknown:
            self._read(connection, unknown)
        known = self._known
        return {one: known[one] for one in asked if one in known}

    def make(self, connection: "Connection", ids: Iterable[UUID]) -> dict[UUID, int]:
        """Return the numbers of all these records; those without one get the next."""
        last = connection.execute(sql.last_key).scalar_one()
        numbers, new = self.foresee(connection, ids, last)
        rows_of(connection, new).put(connection)
        self.learn(new)
        return numbers

    def foresee(
        self, connection: "Connection", ids: Iterable[UUID], last: int
    ) -> tuple[dict[UUID, int], dict[UUID, int]]:
        """Return the numbers of all these records, and which of them are to be added.

        Those without one get the next after `last`, once the rows of these are there.
        """
        asked = list(dict.fromkeys(ids))
        found = self.find(connection, asked)
        fresh = (one for one in asked if one not in found)
        new = {one: last + number for number, one in enumerate(fresh, start=1)}
        return found | new, new

    def learn(self, new: Mapping[UUID, int]) -> None:
        """Remember numbers that were foreseen, now that their rows are there."""
        self._known.update(new)
        self._missing.difference_update(new)

    def _read(self, connection: "Connection", unknown: set[UUID]) -> None:
        asked = {"uuids": json.dumps([one.hex for one in unknown])}
        rows = connection.execute(sql.keys_of, asked)
        self._known.update((UUID(bytes=uuid), number) for uuid, number in rows)
        self._missing.update(one for one in unknown if one not in self._known)


def rows_of(connection: "Connection", new: Mapping[UUID, int]) -> ManyRows:
    """Return the rows of numbers that were foreseen; nothing is written."""
    rows = ({"id": number, "uuid": one.bytes} for one, number in new.items())
    return many_rows(connection, sql.add_key, rows)


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
