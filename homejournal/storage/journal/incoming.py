"""Taking in revisions made elsewhere."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import UUID

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.records.changes import Received
from homejournal.domain.records.record import Kind, RevisionId
from homejournal.domain.records.revisions import Revision, with_more_content
from homejournal.storage.journal.deleting import purge_newer, purged_ids
from homejournal.storage.records import statements as sql
from homejournal.storage.records.kind_numbers import KIND_OF
from homejournal.storage.records.projection import Stored
from homejournal.storage.records.revisions import Planned, Revisions
from homejournal.storage.records.settings_and_drafts import rows_written

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from homejournal.storage.journal.open_journal import OpenJournal
    from homejournal.storage.journal.writer import Writer


@dataclass(frozen=True, slots=True)
class Arrival:
    """What joining revisions to the journal writes, and which of them were not here before."""

    told: Sequence[Revision]
    fresh: tuple[Revision, ...]
    planned: Planned


def arrival(
    writer: "Writer", revisions: Sequence[Revision], refused: Collection[RevisionId] = ()
) -> Arrival:
    """Work out what joining revisions to the journal writes; nothing is written.

    Of those that are `refused` only the envelopes come in. Raises InvalidValueError if one is of
    another kind than its record is here, or not genuine.
    """
    known = writer.known_of(revisions)
    kinds = {record: stored[0].revision.told().kind for record, stored in known.items()}
    for revision in revisions:
        told = revision.told()
        if kinds.setdefault(told.record, told.kind) is not told.kind:
            raise InvalidValueError("id", Reason.DOES_NOT_FIT)
    here = {one.revision.id for stored in known.values() for one in stored}
    fresh = tuple(revision for revision in revisions if revision.id not in here)
    return Arrival(revisions, fresh, writer.joined(revisions, known, refused))


def standing(
    store: "OpenJournal", connection: "Connection", ids: Iterable[UUID]
) -> dict[UUID, list[Stored]]:
    """Return the revisions that are here of these records, in the order of their arrival."""
    found = Revisions(connection, store.keys, store.damage).of(dict.fromkeys(ids))
    store.damage.refuse()
    return found


def keep_newer(connection: "Connection", revisions: Collection[Revision]) -> Received:
    """Keep what only a newer homejournal reads, as it came; return what did not wait before.

    Content takes the place of an envelope that waits.
    """
    waiting = {revision.id: revision for revision in newer(connection)} if revisions else {}
    more = with_more_content(revisions, waiting)
    fresh = tuple(revision for revision in more if revision.id not in waiting)
    filled = tuple(revision for revision in more if revision.id in waiting)
    if fresh:
        rows = [
            {
                "id": revision.id,
                "envelope": revision.envelope,
                "salt": revision.salt,
                "fields": revision.fields,
            }
            for revision in fresh
        ]
        connection.execute(sql.keep_newer, rows)
    _fill_newer(connection, filled)
    if more:
        # Of what was deleted for good, the envelopes alone.
        purge_newer(connection)
    purged = purged_ids(connection) if filled else ()
    return Received(
        waiting=fresh,
        waiting_filled=tuple(revision for revision in filled if revision.id not in purged),
    )


def empty_newer(connection: "Connection", revisions: Iterable[Revision]) -> None:
    """Let of what waits the envelopes stand again that stood before their content came."""
    _fill_newer(connection, [replace(revision, salt=None, fields=None) for revision in revisions])


def _fill_newer(connection: "Connection", revisions: Iterable[Revision]) -> None:
    rows = [
        {"stub": revision.id, "new_salt": revision.salt, "new_fields": revision.fields}
        for revision in revisions
    ]
    if rows:
        connection.execute(sql.fill_newer, rows)
        rows_written(connection, "newer")


def newer(connection: "Connection") -> tuple[Revision, ...]:
    """Return what waits for a newer homejournal."""
    return tuple(
        Revision(id=row.id, envelope=row.envelope, salt=row.salt, fields=row.fields)
        for row in connection.execute(sql.all_newer)
    )


def forget_newer(connection: "Connection", revisions: Iterable[Revision]) -> None:
    """Forget what waited and can be read by now."""
    rows = [{"old": revision.id} for revision in revisions]
    if rows:
        connection.execute(sql.drop_newer, rows)
        rows_written(connection, "newer")


def counts(connection: "Connection") -> dict[Kind, int]:
    """Return how many records of each kind stand."""
    rows = connection.execute(sql.standing_by_kind)
    return {KIND_OF[code]: number for code, number in rows}


def in_two_versions(connection: "Connection", limit: int) -> list[UUID]:
    """Return the records with more than one current version, the latest day first."""
    found = connection.execute(sql.in_two_versions, {"limit": limit}).scalars()
    return [UUID(bytes=uuid) for uuid in found]


def how_many_in_two_versions(connection: "Connection") -> int:
    """Return of how many records more than one version stands."""
    return int(connection.execute(sql.how_many_in_two_versions).scalar_one())
