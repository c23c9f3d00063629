"""Reads a journal's revisions for what leaves, on any thread, in reads so short that no save waits.

While SQLite reads, nobody can write in the file; so a few hundred rows are read at a time, and the
file is free between them.
"""

import json
from collections.abc import Collection, Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from homejournal.domain.records.revisions import Revision, is_genuine
from homejournal.domain.sharing.incoming import LeftOfRecord
from homejournal.storage.file import connection as driver
from homejournal.storage.file.file_encryption import Key
from homejournal.storage.file.second_connection import second_connection
from homejournal.storage.media.referenced_media import records_in
from homejournal.storage.records.checked_reads import read_drafts, read_meta

_LEFT = (
    "SELECT key.uuid, head.versions > 0, EXISTS (SELECT 1 FROM revision"
    " JOIN purged ON purged.id = revision.id WHERE record = key.id)"
    " FROM json_each(?) AS asked JOIN key ON key.uuid = unhex(asked.value)"
    " JOIN head ON head.record = key.id WHERE head.versions > 0 OR NOT EXISTS"
    " (SELECT 1 FROM revision WHERE record = key.id AND length(fields) > 0)"
)
"""What was only deleted still says what it was."""


def left_of_records(
    path: Path, key: Key | None, records: Collection[UUID]
) -> dict[UUID, LeftOfRecord]:
    """Return what an open journal still has of these records; any thread may call it.

    Unknown records and those in the bin are left out. Raises JournalBusyError if a long save is
    running, and the disk's errors.
    """
    found: dict[UUID, LeftOfRecord] = {}
    asked = iter(records)
    with second_connection(path, key) as connection:
        while part := [one.hex for one in islice(asked, AT_ONCE)]:
            for uuid, stands, purged in connection.execute(_LEFT, (json.dumps(part),)).fetchall():
                found[UUID(bytes=uuid)] = _left(stands, purged)
    return found


def _left(stands: int, purged: int) -> LeftOfRecord:
    if stands:
        return LeftOfRecord.STANDS
    return LeftOfRecord.DELETED_FOR_GOOD if purged else LeftOfRecord.ENVELOPES


AT_ONCE = 400
_ROWS = "SELECT seq, id, envelope, salt, fields FROM revision WHERE seq > ? ORDER BY seq LIMIT ?"
_NEWER = "SELECT id, envelope, salt, fields FROM newer"
_PURGED = "SELECT id FROM purged"


class Contents(NamedTuple):
    """A journal's revisions after a number, those that wait, and those deleted for good.

    `private` are the records of photos that only private notes had, and whose content is all gone.
    """

    revisions: tuple[Revision, ...]
    last: int
    newer: tuple[Revision, ...]
    purged: frozenset[bytes]
    private: frozenset[str]
    changed: int = 0
    """How many are left out, since a disk changed their bytes."""


def read_contents(path: Path, key: Key | None = None, *, after: int = 0) -> Contents:
    """Return what a journal's file holds after an arrival number; 0 for all of it.

    Raises JournalBusyError if a long save stands in the way, and the disk's errors.
    """
    with second_connection(path, key) as connection:
        found: list[Revision] = []
        last, changed = after, 0
        for seq, revision in _revisions(connection, after):
            last = seq
            if is_genuine(revision):
                found.append(revision)
            else:
                changed += 1
        newer = [_revision(row) for row in _told(connection, "newer", _NEWER)]
        purged = frozenset(row[0] for row in _told(connection, "purged", _PURGED))
        private = records_in(read_meta(connection))
    return Contents(tuple(found), last, tuple(newer), purged, private, changed)


def read_unfinished(path: Path, key: Key | None = None) -> dict[str, str]:
    """Return the texts of a journal that are not finished, by their places.

    Raises as `read_contents` does.
    """
    with second_connection(path, key) as connection:
        return read_drafts(connection)


def _told(connection: driver.Connection, table: str, question: str) -> list[list[bytes]]:
    """Return the rows of a table that the oldest journals, where they are only read, have not."""
    known = "SELECT 1 FROM sqlite_master WHERE name = ?"
    if connection.execute(known, (table,)).fetchone() is None:
        return []
    rows: list[list[bytes]] = connection.execute(question).fetchall()
    return rows


def _revisions(connection: driver.Connection, last: int) -> Iterator[tuple[int, Revision]]:
    while rows := connection.execute(_ROWS, (last, AT_ONCE)).fetchall():
        for seq, *row in rows:
            yield seq, _revision(row)
        last = rows[-1][0]


def _revision(row: list[bytes]) -> Revision:
    id_, envelope, salt, fields = row
    return Revision(id=id_, envelope=envelope, salt=salt, fields=fields)
