"""A record's small number inside this file, for its id that is the same everywhere."""

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING
from uuid import UUID

from homejournal.storage.records import statements as sql
from homejournal.storage.records.bulk_rows import ManyRows, many_rows

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
