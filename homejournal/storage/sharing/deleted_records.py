"""Asks a journal's file which records stand, and which were deleted for good."""

import json
from collections.abc import Collection
from itertools import islice
from pathlib import Path
from uuid import UUID

from homejournal.domain.sharing.incoming import Left
from homejournal.storage.file.file_encryption import Key
from homejournal.storage.file.second_connection import beside
from homejournal.storage.sharing.outgoing import AT_ONCE

_LEFT = (
    "SELECT key.uuid, head.versions > 0, EXISTS (SELECT 1 FROM revision"
    " JOIN purged ON purged.id = revision.id WHERE record = key.id)"
    " FROM json_each(?) AS asked JOIN key ON key.uuid = unhex(asked.value)"
    " JOIN head ON head.record = key.id WHERE head.versions > 0 OR NOT EXISTS"
    " (SELECT 1 FROM revision WHERE record = key.id AND length(fields) > 0)"
)
"""What was only deleted still says what it was."""


def left_here(path: Path, key: Key | None, records: Collection[UUID]) -> dict[UUID, Left]:
    """Return what is left of the records in an open journal; any thread may ask.

    What is not here, and what waits in the bin, is left out. Raises JournalBusyError where a long
    save stands in the way, and the disk's errors.
    """
    found: dict[UUID, Left] = {}
    asked = iter(records)
    with beside(path, key) as connection:
        while part := [one.hex for one in islice(asked, AT_ONCE)]:
            for uuid, stands, purged in connection.execute(_LEFT, (json.dumps(part),)).fetchall():
                found[UUID(bytes=uuid)] = _left(stands, purged)
    return found


def _left(stands: int, purged: int) -> Left:
    if stands:
        return Left.STANDS
    return Left.DELETED_FOR_GOOD if purged else Left.ENVELOPES
