"""What a window needs before anything else, read by the driver alone and compared with its hash.

SQLAlchemy is the largest part of a start; reading these few things without it lets the day stand
on the screen first. A test compares each text with what the statements of `statements.py` compile
to, so there is one truth. What does not fit its hash is counted and never shown.
"""

import logging
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID

from homejournal.domain.errors import JournalDamagedError
from homejournal.domain.limits import read_json
from homejournal.domain.records.codec import from_fields
from homejournal.domain.records.record import Kind, Record
from homejournal.domain.records.revisions import Revision, is_genuine, is_of_record
from homejournal.storage.file.connection import Connection
from homejournal.storage.records.kind_numbers import CODE_OF, FIRST_SMALL_KIND, KIND_OF, place_of

logger = logging.getLogger(__name__)


class Body(NamedTuple):
    """One head as it was read: the record, its place on the timeline, how many versions stand.

    `device` is the computer that said it.
    """

    record: Record
    place: int | None
    versions: int
    device: str


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
    """Counts what cannot be trusted; once something is found, the journal is only read."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.found = 0

    def refuse(self) -> None:
        """Raise JournalDamagedError if something was found."""
        if self.found:
            raise JournalDamagedError(self.path)

    def note(self, what: str) -> None:
        """Count something that cannot be trusted; the log gets no word of the family's."""
        self.found += 1
        logger.error("%s", what)

    def bodies(self, rows: Iterable[Iterable[Any]]) -> Iterator[Body]:
        """Yield the genuine ones of the rows as records."""
        for row in map(HeadRow._make, rows):
            yield from self._body(row) if row.fields is not None else ()

    def genuine(self, rows: Iterable[Any]) -> Iterator[tuple[int, int, Revision]]:
        """Yield the arrival number, the record's number and the revision of genuine rows."""
        for row in rows:
            revision = Revision(id=row.id, envelope=row.envelope, salt=row.salt, fields=row.fields)
            if is_genuine(revision):
                yield row.seq, row.record, revision
            else:
                self.note("a revision's bytes are not those that its id was made from")

    def waiting(self, rows: Iterable[Any]) -> Iterator[Revision]:
        """Yield the genuine ones of what waits for a newer homejournal."""
        for row in rows:
            revision = Revision(id=row.id, envelope=row.envelope, salt=row.salt, fields=row.fields)
            if is_genuine(revision):
                yield revision
            else:
                self.note("what waits for a newer homejournal is not what came")

    def _body(self, row: HeadRow) -> Iterator[Body]:
        """Yield the row as a body, or nothing if it cannot be trusted."""
        kind, record = KIND_OF.get(row.kind), UUID(bytes=row.uuid)
        revision = Revision(id=row.id, envelope=row.envelope, salt=row.salt, fields=row.fields)
        if kind is None or not is_genuine(revision) or not is_of_record(revision, kind, record):
            self.note("a body is not the one that its record points to")
            return
        try:
            told = from_fields(kind, record, read_json(row.fields or b""))
        except (
            AttributeError,
            KeyError,
            TypeError,
            ValueError,
        ):  # written by rules that are not ours
            self.note("a genuine body does not tell a record of its kind")
        else:
            yield Body(told, row.place, row.versions, revision.told().device)


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
    Kind.DEVICE,
)
FAMILY_CODES = tuple(CODE_OF[kind] for kind in FAMILY_KINDS)

# The numbers in these texts are this program's own codes; what people typed is a parameter.
_BODIES = (
    "SELECT head.kind, key.uuid, head.place, head.versions, revision.id, revision.envelope, "
    "revision.salt, revision.fields FROM head JOIN revision ON revision.seq = head.rev "
    "JOIN key ON key.id = head.record WHERE "
)
META_SQL = "SELECT meta.name, meta.value FROM meta"
DRAFTS_SQL = "SELECT draft.place, draft.text FROM draft"
FAMILY_SQL = (
    f"{_BODIES}head.kind >= {FIRST_SMALL_KIND} AND head.versions > 0 "
    f"AND head.kind IN ({', '.join(map(str, FAMILY_CODES))}) ORDER BY head.record"
)
DAYS_SQL = (
    _BODIES + "head.child = (SELECT key.id FROM key WHERE key.uuid = ?) "  # noqa: S608
    "AND head.place >= ? AND head.place < ? ORDER BY head.place"
)


def read_meta(connection: Connection) -> dict[str, str]:
    """Return the journal's settings by their names.

    Of a damaged file a name or a value may be no text: that setting counts as lost.
    """
    rows = connection.execute(META_SQL).fetchall()
    return {name: value for name, value in rows if isinstance(name, str) and isinstance(value, str)}


def read_drafts(connection: Connection) -> dict[str, str]:
    """Return the unfinished texts by their places."""
    return dict(connection.execute(DRAFTS_SQL).fetchall())


def read_family(connection: Connection, damage: Damage) -> list[Record]:
    """Return the small records that every screen needs at hand."""
    rows = connection.execute(FAMILY_SQL).fetchall()
    return [body.record for body in damage.bodies(rows)]


def read_days(
    connection: Connection, damage: Damage, child: UUID, days: tuple[date, date]
) -> list[Body]:
    """Return what was written for a child from the first day through the last, oldest first."""
    places = (place_of(days[0].toordinal(), 0), place_of(days[1].toordinal() + 1, 0))
    rows = connection.execute(DAYS_SQL, (child.bytes, *places)).fetchall()
    return list(damage.bodies(rows))
