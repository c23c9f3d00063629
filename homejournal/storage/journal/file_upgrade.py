"""An older file brought to its present form: its tables, and the projection made again.

All of it happens in one transaction on a copy, which then replaces the file; for somebody who may
only read it stays in memory.
"""

from contextlib import closing, suppress
from typing import TYPE_CHECKING
from uuid import UUID

import sqlcipher3

from homejournal.domain.errors import JournalDamagedError
from homejournal.storage.file.backup_folder import BackupFolder, keys_of
from homejournal.storage.file.connection import (
    FILE_SCHEMA,
    Connection,
    connect,
    new_file,
    schema_of,
    use_key,
)
from homejournal.storage.file.disk import disk_errors_named, write_whole
from homejournal.storage.file.file_encryption import Key, begins_plain
from homejournal.storage.file.journal_folder import JournalFolder, make_folder, put_in_place, remove
from homejournal.storage.journal.check import check
from homejournal.storage.journal.file_digest import keep_of_whole
from homejournal.storage.journal.store import Store
from homejournal.storage.records.kind_numbers import PROJECTION
from homejournal.storage.records.projection import Touched, all_ids, project
from homejournal.storage.records.revisions import Revisions
from homejournal.storage.records.settings_and_drafts import all_rows_written, write_meta
from homejournal.storage.records.tables import PROJECTION_TABLES, metadata

if TYPE_CHECKING:
    from sqlalchemy import Connection as Writing


def rebuild_on_a_copy(folder: JournalFolder, key: Key | None = None) -> None:
    """Bring a file to its present form; a crash at any moment leaves the old file or the new one.

    The copy of an encrypted journal is encrypted with the same key. Where the tables change that
    cannot be made again, a copy of the old file stays among the backups.

    Raises JournalDamagedError if a revision is not genuine, and the disk's errors.
    """
    copy = folder.journal.with_suffix(".rebuilt")
    try:
        with disk_errors_named(folder.path):
            remove(copy)
            new_file(copy)
            with closing(sqlcipher3.connect(copy)) as target:
                _copy(folder, target, key)
            with closing(connect(copy, write=True, key=key)) as made:
                _keep_before(folder, made, key)
                _renew_soundly(Store(folder, made, device=UUID(int=0), write=True))
            if begins_plain(copy):
                keep_of_whole(folder, copy)
            put_in_place(copy, folder.journal)
    except BaseException:
        remove(copy)
        raise


def rebuilt_in_memory(
    folder: JournalFolder, *, device: UUID, key: Key | None = None, anew: bool = False
) -> Store:
    """Return the journal to read from, with tables and a projection by this version's rules.

    Where it should be made `anew`, a projection of these rules is made again, too. What is not
    genuine is left out and counted. Raises JournalDamagedError if nothing can be read, and the
    disk's errors.
    """
    memory = sqlcipher3.connect(":memory:", isolation_level=None)
    with disk_errors_named(folder.path):
        _copy(folder, memory, key)
    store = Store(folder, memory, device=device, write=True, key=key)
    _renew(store, anew=anew)
    store.write = False
    return store


def read_what_is_genuine(store: Store) -> None:
    """Read a damaged journal from memory on, where all rows follow from what is genuine.

    Where it does not even read that far, it stays as it is.
    """
    write = store.write
    with suppress(Exception):  # whatever a damaged file raises
        shown = rebuilt_in_memory(store.folder, device=store.device, key=store.key, anew=True)
        store.go_on_with(shown)
        store.shows_genuine = True
        store.write = write  # it goes on keeping other writers away


def _keep_before(folder: JournalFolder, made: Connection, key: Key | None) -> None:
    """Keep the old file, read whole, beside the backups, where its tables are old.

    Raises JournalDamagedError if it is not sound, and the disk's errors.
    """
    from homejournal.storage.journal.verified_copies import copy_verified

    if schema_of(made) >= FILE_SCHEMA:
        return
    target = BackupFolder(folder.backups).before_update(FILE_SCHEMA)
    make_folder(target.parent)
    copy_verified(folder.journal, target, key)
    keys = folder.path / "keys.json"
    if key is not None and keys.is_file():
        write_whole(keys_of(target), keys.read_bytes())


def _renew(store: Store, *, anew: bool = False) -> None:
    """Carry out the steps that the tables lack, and make the projection again where it is old."""
    with store.transaction() as connection:
        if schema_of(store.bare) < FILE_SCHEMA:
            from homejournal.storage.migrations import migrate

            migrate(connection, store.folder.path)
        if anew or not store.projection_is_current():
            _rebuild(store, connection)


def _rebuild(store: Store, connection: "Writing") -> None:
    """Make the projection's tables new, in their present form, from the genuine revisions."""
    _empty(connection)
    found = Revisions(connection, store.keys, store.damage).every()
    touched = {
        record: Touched(stored[0].revision.told().kind, (), stored)
        for record, stored in found.items()
    }
    project(connection, store.keys.make(connection, all_ids(touched)), touched)
    all_rows_written(connection)
    write_meta(connection, {"projection": str(PROJECTION)})


def _renew_soundly(store: Store) -> None:
    from homejournal.storage.migrations import must_be_present

    _renew(store)
    if store.damage.found or not check(store).is_sound:
        raise JournalDamagedError(store.folder.path)
    with store.reading() as connection:
        must_be_present(connection, store.folder.path)


def _empty(connection: "Writing") -> None:
    for table in ("note_fts", *(table.name for table in PROJECTION_TABLES)):
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {table}")
    metadata.create_all(connection, tables=PROJECTION_TABLES)


def _copy(folder: JournalFolder, target: Connection, key: Key | None) -> None:
    """Copy page by page, which only works where both sides have the same key or none."""
    with closing(connect(folder.journal, write=False, key=key)) as source:
        use_key(target, key)
        source.backup(target)
