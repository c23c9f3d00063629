"""Making a new journal and opening one that is there."""

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from homejournal.domain.errors import JournalTooNewError
from homejournal.storage import connection as driver
from homejournal.storage.codes import PROJECTION
from homejournal.storage.failures import naming
from homejournal.storage.folder import JournalFolder, make_folder, put_in_place, remove
from homejournal.storage.store import Store, write_meta

if TYPE_CHECKING:
    from collections.abc import Mapping


def create_store(path: Path, *, device: UUID, settings: "Mapping[str, str]") -> Store:
    """Make a journal in a folder that has none.

    Half a journal is never left: the file is made under another name and renamed when it is whole.
    Raises the disk's errors, and DiskError where a journal is there already.
    """
    from homejournal.storage.tables import metadata

    folder = JournalFolder(path)
    with naming(path):
        make_folder(path)
        if folder.journal.exists():
            raise FileExistsError(folder.journal)
        made = folder.journal.with_suffix(".new")
        remove(made)
    store = Store(folder, driver.create(made), device=device, write=True)
    try:
        with store.transaction() as connection:
            metadata.create_all(connection)
            write_meta(connection, {**settings, "projection": str(PROJECTION)})
            connection.exec_driver_sql(f"PRAGMA application_id = {driver.APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version = {driver.FILE_SCHEMA}")
    except BaseException:
        store.close()
        remove(made)
        raise
    store.close()
    with naming(path):
        put_in_place(made, folder.journal)
    return open_store(path, device=device, write=True)


def open_store(path: Path, *, device: UUID, write: bool) -> Store:
    """Open the journal in a folder; its projection is made again where it is of another version.

    Raises JournalMissingError, NotAJournalError, JournalTooNewError, JournalDamagedError,
    JournalReadOnlyError or the disk's errors.
    """
    folder = JournalFolder(path)
    store = Store(folder, driver.connect(folder.journal, write=write), device=device, write=write)
    try:
        if store.projection_is_current():
            return store
        is_newer = store.is_newer()
    except BaseException:
        store.close()
        raise
    store.close()
    return _rebuilt(folder, device, write=write, is_newer=is_newer)


def _rebuilt(folder: JournalFolder, device: UUID, *, write: bool, is_newer: bool) -> Store:
    from homejournal.storage.rebuilding import rebuild_on_a_copy, rebuilt_in_memory

    if write:
        rebuild_on_a_copy(folder)
        return open_store(folder.path, device=device, write=True)
    try:
        return rebuilt_in_memory(folder, device=device)
    except Exception as error:
        if is_newer:  # made in ways that this program cannot know
            raise JournalTooNewError(folder.path) from error
        raise
