"""Making a new journal and opening one that is there."""

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from homejournal.domain.errors import JournalDamagedError
from homejournal.storage import connection as driver
from homejournal.storage.codes import PROJECTION
from homejournal.storage.failures import naming
from homejournal.storage.folder import JournalFolder, make_folder
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
        made.unlink(missing_ok=True)
    store = Store(folder, driver.create(made), device=device, write=True)
    try:
        with store.transaction() as connection:
            metadata.create_all(connection)
            write_meta(connection, {**settings, "projection": str(PROJECTION)})
            connection.exec_driver_sql(f"PRAGMA application_id = {driver.APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version = {driver.FILE_SCHEMA}")
    finally:
        store.close()
    with naming(path):
        made.rename(folder.journal)
    return open_store(path, device=device, write=True)


def open_store(path: Path, *, device: UUID, write: bool) -> Store:
    """Open the journal in a folder; its projection is made again where it is of another version.

    Raises JournalMissingError, NotAJournalError, JournalTooNewError, JournalDamagedError,
    JournalReadOnlyError or the disk's errors.
    """
    folder = JournalFolder(path)
    store = Store(folder, driver.connect(folder.journal, write=write), device=device, write=write)
    try:
        current = store.newer_than_this_program() or store.projection_is_current()
    except JournalDamagedError:
        store.close()
        raise
    if current or not write:
        return store
    store.close()
    from homejournal.storage.rebuilding import rebuild_on_a_copy

    rebuild_on_a_copy(folder)
    return Store(folder, driver.connect(folder.journal, write=True), device=device, write=True)
