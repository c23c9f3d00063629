"""What a window needs before anything else, read by the driver alone.

SQLAlchemy is the largest part of a start; reading these few things without it lets the day stand
on the screen first. A test compares each text with what the statements of `statements.py` compile
to, so there is one truth.
"""

from datetime import date
from uuid import UUID

from homejournal.domain.records.record import Kind, Record
from homejournal.storage.file.connection import Connection
from homejournal.storage.records.hash_check import Body, Damage
from homejournal.storage.records.kind_numbers import CODE_OF, FIRST_SMALL_KIND, place_of

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
    """Return the journal's settings by their names."""
    return dict(connection.execute(META_SQL).fetchall())


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
