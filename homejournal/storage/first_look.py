"""What a window needs before anything else, read by the driver alone.

SQLAlchemy is the largest part of a start; reading these few things without it lets the day stand
on the screen first. A test compares each text with what the statements of `statements.py` compile
to, so there is one truth.
"""

import json
import logging
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from homejournal.domain.codec import from_fields
from homejournal.domain.record import Kind, Record
from homejournal.domain.revisions import Revision, is_genuine
from homejournal.storage.codes import CODE_OF, FIRST_SMALL_KIND, KIND_OF, place_of
from homejournal.storage.connection import Connection

logger = logging.getLogger(__name__)

FAMILY_KINDS = (
    Kind.HOME,
    Kind.CHILD,
    Kind.HELPER,
    Kind.TEAM_MEMBER,
    Kind.OUTCOME,
    Kind.ROUTINE,
    Kind.STRATEGY,
    Kind.PLAN_STEP,
    Kind.VISIT,
    Kind.LIFE_EVENT,
)
FAMILY_CODES = tuple(CODE_OF[kind] for kind in FAMILY_KINDS)

# The numbers in these texts are this program's own codes; what people typed is a parameter.
_BODIES = (
    "SELECT head.kind, key.uuid, head.place, head.versions, revision.id, revision.envelope, "
    "revision.salt, revision.fields FROM head JOIN revision ON revision.seq = head.rev "
    "JOIN key ON key.id = head.record WHERE "
)
META_SQL = "SELECT meta.name, meta.value FROM meta"
FAMILY_SQL = (
    f"{_BODIES}head.kind >= {FIRST_SMALL_KIND} AND head.versions > 0 "
    f"AND head.kind IN ({', '.join(map(str, FAMILY_CODES))}) ORDER BY head.record"
)
DAYS_SQL = (
    _BODIES + "head.child = (SELECT key.id FROM key WHERE key.uuid = ?) "  # noqa: S608
    "AND head.place >= ? AND head.place < ? ORDER BY head.place"
)


class Body(NamedTuple):
    """One head as it was read: the record, its place on the timeline, how many versions stand."""

    record: Record
    place: int | None
    versions: int


class HeadRow(NamedTuple):
    """The columns that every reading of bodies answers with."""

    kind: int
    uuid: bytes
    place: int | None
    versions: int
    id: bytes
    envelope: bytes
    salt: bytes | None
    fields: bytes | None


class Damage:
    """Counts bodies whose bytes are not the ones that were written; such a body is never shown."""

    def __init__(self) -> None:
        self.found = 0

    def bodies(self, rows: Iterable[Iterable[Any]]) -> Iterator[Body]:
        """Yield the genuine ones of the rows as records."""
        for columns in rows:
            row = HeadRow._make(columns)
            if row.fields is None:
                continue
            if not is_genuine(_revision(row)):
                self.found += 1
                logger.error("a revision's bytes are not those that its id was made from")
                continue
            stored = json.loads(row.fields)
            record = from_fields(KIND_OF[row.kind], UUID(bytes=row.uuid), stored)
            yield Body(record, row.place, row.versions)


def read_meta(connection: Connection) -> dict[str, str]:
    """Return the journal's settings by their names."""
    return dict(connection.execute(META_SQL).fetchall())


def read_family(connection: Connection, damage: Damage) -> list[Record]:
    """Return the small records that every screen needs at hand."""
    return [body.record for body in damage.bodies(connection.execute(FAMILY_SQL))]


def read_days(
    connection: Connection, damage: Damage, child: UUID, days: tuple[date, date]
) -> list[Record]:
    """Return what was written for a child from the first day through the last, oldest first."""
    places = (place_of(days[0].toordinal(), 0), place_of(days[1].toordinal() + 1, 0))
    rows = connection.execute(DAYS_SQL, (child.bytes, *places)).fetchall()
    return [body.record for body in damage.bodies(rows)]


def _revision(row: HeadRow) -> Revision:
    return Revision(id=row.id, envelope=row.envelope, salt=row.salt, fields=row.fields)
