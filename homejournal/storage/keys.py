"""A record's small number inside this file, for its id that is the same everywhere."""

from collections.abc import Iterable
from typing import TYPE_CHECKING
from uuid import UUID

from homejournal.storage import statements as sql

if TYPE_CHECKING:
    from sqlalchemy import Connection

_MANY = 300


class Keys:
    """Looks up and makes the numbers; what was looked up in a lost transaction is forgotten."""

    def __init__(self) -> None:
        self._known: dict[UUID, int] = {}
        self._whole = False

    def forget(self) -> None:
        """Forget everything, since a transaction was rolled back or another program wrote."""
        self._known.clear()
        self._whole = False

    def find(self, connection: "Connection", ids: Iterable[UUID]) -> dict[UUID, int]:
        """Return the numbers of those records that have one."""
        asked = list(ids)
        unknown = [one.bytes for one in asked if one not in self._known]
        if unknown and not self._whole:
            self._read(connection, unknown)
        return {one: self._known[one] for one in asked if one in self._known}

    def make(self, connection: "Connection", ids: Iterable[UUID]) -> dict[UUID, int]:
        """Return the numbers of all these records; those without one get the next."""
        asked = list(dict.fromkeys(ids))
        found = self.find(connection, asked)
        fresh = [one for one in asked if one not in found]
        if fresh:
            last = connection.execute(sql.last_key).scalar_one()
            new = {one: last + number for number, one in enumerate(fresh, start=1)}
            connection.execute(
                sql.add_key, [{"id": number, "uuid": one.bytes} for one, number in new.items()]
            )
            self._known.update(new)
            found.update(new)
        return found

    def _read(self, connection: "Connection", unknown: list[bytes]) -> None:
        if len(unknown) > _MANY:
            rows = connection.execute(sql.all_keys)
            self._whole = True
        else:
            rows = connection.execute(sql.keys_of, {"uuids": unknown})
        self._known.update((UUID(bytes=uuid), number) for uuid, number in rows)
