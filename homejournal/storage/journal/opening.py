"""Making a new journal and opening one that is there."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from homejournal.domain.errors import JournalTooNewError
from homejournal.storage.file import connection as driver
from homejournal.storage.file.disk import disk_errors_named
from homejournal.storage.file.file_encryption import Key, begins_plain
from homejournal.storage.file.journal_folder import JournalFolder, make_folder, put_in_place, remove
from homejournal.storage.journal.file_digest import Proof, keep_of_whole
from homejournal.storage.journal.store import Store
from homejournal.storage.records.kind_numbers import PROJECTION

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection


def create_store(
    path: Path, *, device: UUID, settings: "Mapping[str, str]", key: Key | None = None
) -> Store:
    """Make a journal in a folder that has none, encrypted where a key is given.

    Half a journal is never left: the file is made under another name and renamed when it is whole.
    Raises the disk's errors, and DiskError if a journal is there already.
    """
    folder = JournalFolder(path)
    with disk_errors_named(path):
        make_folder(path)
        if folder.journal.exists():
            raise FileExistsError(folder.journal)
        made = folder.journal.with_suffix(".new")
        remove(made)
    store = Store(folder, driver.create(made, key), device=device, write=True, key=key)
    try:
        with store.transaction() as connection:
            lay_out(connection, settings)
    except BaseException:
        store.close()
        remove(made)
        raise
    store.close()
    with disk_errors_named(path):
        if key is None:
            keep_of_whole(folder, made)
        put_in_place(made, folder.journal)
    return open_store(path, device=device, write=True, key=key)


def lay_out(connection: "Connection", settings: "Mapping[str, str]") -> None:
    """Make the tables of an empty journal, with its settings, in the caller's transaction."""
    from homejournal.storage.records.settings_and_drafts import all_rows_written, write_meta
    from homejournal.storage.records.tables import metadata

    metadata.create_all(connection)
    all_rows_written(connection)
    write_meta(connection, {**settings, "projection": str(PROJECTION)})
    connection.exec_driver_sql(f"PRAGMA application_id = {driver.APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {driver.FILE_SCHEMA}")


def open_store(path: Path, *, device: UUID, write: bool, key: Key | None = None) -> Store:
    """Open the journal in a folder; an older one is brought to its present form first.

    The store keeps the key only where the journal is encrypted. Raises JournalMissingError,
    NotAJournalError, JournalTooNewError, JournalDamagedError, JournalReadOnlyError,
    PasswordNeededError, OtherKeyError or the disk's errors.
    """
    folder = JournalFolder(path)
    proof = _proof_of(folder)
    try:
        opened = driver.connect(folder.journal, write=write, key=key)
    except BaseException:
        if proof is not None:
            proof.close()
        raise
    store = Store(folder, opened, device=device, write=write, key=key if proof is None else None)
    store.proof = proof
    if proof is None and write:
        with suppress(OSError):  # it vouched for the file of before the password
            folder.proof.unlink(missing_ok=True)
    try:
        if _is_current(store):
            store.others.know(opened)
            return store
        is_newer = store.is_newer()
    except BaseException:
        store.close()
        raise
    store.close()
    return _rebuilt(folder, device, key, write=write, is_newer=is_newer)


def open_again(store: Store, key: Key | None) -> None:
    """Let a store go on over its file, which may be another one now, with the key for it.

    Raises what `open_store` does; the store is then as it was.
    """
    fresh = open_store(store.folder.path, device=store.device, write=store.write, key=key)
    store.go_on_with(fresh)


def _proof_of(folder: JournalFolder) -> Proof | None:
    """Return what vouches for a plain journal, begun before SQLite opens it; None: no such one."""
    with suppress(OSError):  # the connection says why
        if begins_plain(folder.journal):
            return Proof(folder)
    return None


def _is_current(store: Store) -> bool:
    """Return whether the tables are no older than ours, and the projection is ours."""
    with disk_errors_named(store.folder.path):
        schema = driver.schema_of(store.bare)
    return schema >= driver.FILE_SCHEMA and store.projection_is_current()


def _rebuilt(
    folder: JournalFolder, device: UUID, key: Key | None, *, write: bool, is_newer: bool
) -> Store:
    from homejournal.storage.journal.file_upgrade import rebuild_on_a_copy, rebuilt_in_memory

    if write:
        rebuild_on_a_copy(folder, key)
        return open_store(folder.path, device=device, write=True, key=key)
    try:
        return rebuilt_in_memory(folder, device=device, key=key)
    except Exception as error:
        if is_newer:  # made in ways that this program cannot know
            raise JournalTooNewError(folder.path) from error
        raise
