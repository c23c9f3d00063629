"""What stands last in a journal: the newest note, the newest day, the newest writing."""

from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import ColumnElement, literal_column, select

from homejournal.domain.limits import read_json
from homejournal.domain.records.notes import Note, PrivateNote
from homejournal.domain.records.record import Kind
from homejournal.storage.journal.queries import Queries, places
from homejournal.storage.records import statements as sql
from homejournal.storage.records.hash_check import Damage
from homejournal.storage.records.kind_numbers import CODE_OF
from homejournal.storage.records.tables import head

if TYPE_CHECKING:
    from sqlalchemy import Connection

# The words of the partial indexes, repeated so that they are used.
_PLACED: ColumnElement[bool] = literal_column("head.place IS NOT NULL")
_OF_STRATEGY: ColumnElement[bool] = literal_column("head.strategy IS NOT NULL")
_LOOKED_AT = 20
_NOTES = (CODE_OF[Kind.NOTE], CODE_OF[Kind.PRIVATE_NOTE])


class Newest:
    """Asks in one transaction."""

    def __init__(self, connection: "Connection", queries: Queries, damage: Damage) -> None:
        self._connection = connection
        self._queries = queries
        self._damage = damage

    def note(self, strategy: UUID, before: date) -> Note | PrivateNote | None:
        """Return the newest note on a strategy from the days before a day."""
        end, _ = places(before, None)
        asked = (
            sql.bodies()
            .where(
                _OF_STRATEGY,
                head.c.strategy == self._queries.key(strategy),
                head.c.place < end,
                head.c.kind.in_(_NOTES),
                head.c.versions > 0,
            )
            .order_by(head.c.place.desc())
            .limit(1)
        )
        said = [body.record for body in self._queries.bodies(asked)]
        return next((one for one in said if isinstance(one, Note | PrivateNote)), None)

    def day(self, child: UUID, through: date | None, *, marks: bool = True) -> date | None:
        """Return the newest day, none later than `through`, on which something is written.

        Without `marks`, "not today" and "left out" do not count.
        """
        _, end = places(None, through)
        asked = (
            select(head.c.place)
            .where(_PLACED, head.c.child == self._queries.key(child), head.c.versions > 0)
            .order_by(head.c.place.desc())
            .limit(1)
        )
        if end is not None:
            asked = asked.where(head.c.place < end)
        if not marks:
            asked = asked.where(head.c.kind != CODE_OF[Kind.DAY_MARK])
        place = self._connection.execute(asked).scalar()
        return date.fromordinal(place >> 32) if place is not None else None

    def writing(self) -> datetime | None:
        """Return when the newest revisions of this file were written, as clocks said: the latest.

        None where nothing was written yet, or the moments are not told.
        """
        rows = self._connection.execute(sql.newest_revisions, {"limit": _LOOKED_AT})
        said = [read_json(one.envelope)["at"] for _, _, one in self._damage.genuine(rows)]
        return max((datetime.fromisoformat(at) for at in said if at), default=None)
