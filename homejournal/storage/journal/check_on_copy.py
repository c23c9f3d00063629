"""A check of everything beside an open journal, on its file or on a copy of it."""

from collections.abc import Callable
from contextlib import closing, suppress

from homejournal.domain.errors import JournalDamagedError, NotAJournalError
from homejournal.storage.copies import copy_pages
from homejournal.storage.file import connection as driver
from homejournal.storage.file.disk import disk_errors_named, short_rest
from homejournal.storage.file.journal_folder import remove
from homejournal.storage.file.page_carving import revision_of
from homejournal.storage.file.second_connection import second_connection
from homejournal.storage.journal.check import CheckReport, check
from homejournal.storage.journal.store import Store
from homejournal.storage.records.settings_and_drafts import changed_settings
from homejournal.storage.records.startup_reads import read_meta

_SEEN = 50
"""How many revisions a glance reads."""
_NEWEST = "SELECT id, envelope, salt, fields FROM revision ORDER BY seq DESC LIMIT ?"


def quick_check(store: Store) -> bool:
    """Return whether the newest revisions and the settings are genuine and the file is whole.

    It takes far less time than a save waits for a reader. Raises PasswordNeededError
    while the journal is locked, and the disk's errors.
    """
    key = store.key
    try:
        with second_connection(store.folder.journal, key) as connection:
            newest = connection.execute(_NEWEST, (_SEEN,)).fetchall()
            whole = connection.execute("PRAGMA quick_check").fetchall() == [("ok",)]
            whole = whole and not changed_settings(read_meta(connection))
    except (JournalDamagedError, NotAJournalError):
        if store.is_locked or store.key != key:  # it was encrypted, or locked, just now
            raise store.needs_password() from None
        return False
    return whole and None not in map(revision_of, newest)


def check_file(store: Store) -> CheckReport:
    """Check the file of an open journal, also where what is shown of it comes from memory.

    Raises what `check` raises, JournalDamagedError, and the disk's errors.
    """
    if not store.shows_genuine:
        return check(store)
    with second_connection(store.folder.journal, store.key) as opened:
        here = Store(store.folder, opened, device=store.device, write=False, key=store.key)
        return check(here)


def check_copy(
    store: Store, part_done: Callable[[], None], *, with_media: bool = True
) -> CheckReport:
    """Copy an open journal and check the copy; `part_done` hears of each part and may end it.

    Raises what `check` raises, JournalDamagedError, and the disk's errors.
    """
    copy = store.folder.journal.with_suffix(".checked")
    with disk_errors_named(store.folder.path):
        remove(copy)
        driver.new_file(copy)
        try:
            copy_pages(store.folder.journal, copy, store.key, short_rest)
            part_done()
            with closing(driver.connect(copy, write=False, key=store.key)) as opened:
                looked = Store(
                    store.folder, opened, device=store.device, write=False, key=store.key
                )
                report = check(looked, part_done, with_media=with_media)
            part_done()
            return report
        finally:
            with suppress(OSError):
                remove(copy)
