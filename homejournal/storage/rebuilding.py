"""The projection made again from the revisions, on a copy that then replaces the file."""

import os
import pathlib
from typing import TYPE_CHECKING
from uuid import UUID

import sqlcipher3

from homejournal.domain.errors import JournalDamagedError
from homejournal.storage.checking import check
from homejournal.storage.codes import PROJECTION
from homejournal.storage.connection import connect
from homejournal.storage.failures import naming
from homejournal.storage.folder import JournalFolder, make_private
from homejournal.storage.projecting import project
from homejournal.storage.queries import all_touched
from homejournal.storage.store import Store, write_meta
from homejournal.storage.tables import PROJECTION_TABLES

if TYPE_CHECKING:
    from sqlalchemy import Connection


def rebuild_on_a_copy(folder: JournalFolder) -> None:
    """Make the projection again; a crash at any moment leaves the old file or the new one.

    Raises JournalDamagedError where the copy does not check, and the disk's errors.
    """
    copy = folder.journal.with_suffix(".rebuilt")
    with naming(folder.path):
        copy.unlink(missing_ok=True)
        _copy(folder, copy.name)
        make_private(copy)
    connection = connect(copy, write=True)
    store = Store(JournalFolder(folder.path), connection, device=UUID(int=0), write=True)
    try:
        with store.transaction() as writing:
            rebuild(writing, store)
            write_meta(writing, {"projection": str(PROJECTION)})
        if not check(store).is_sound:
            raise JournalDamagedError(folder.path)
    finally:
        store.close()
    with naming(folder.path):
        _replace(copy, folder)


def rebuild(connection: "Connection", store: Store) -> None:
    """Empty the projection's tables and fill them from the revisions."""
    for table in PROJECTION_TABLES:
        connection.execute(table.delete())
    connection.exec_driver_sql("INSERT INTO note_fts(note_fts) VALUES('delete-all')")
    project(connection, store.keys, all_touched(connection))


def _copy(folder: JournalFolder, name: str) -> None:
    source = connect(folder.journal, write=False)
    target = sqlcipher3.connect(folder.path / name)
    try:
        source.backup(target)
    finally:
        target.close()
        source.close()


def _replace(copy: "os.PathLike[str]", folder: JournalFolder) -> None:
    for path in (copy, folder.path):
        if path is folder.path and os.name != "posix":
            continue
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        if path is copy:
            pathlib.Path(copy).replace(folder.journal)
