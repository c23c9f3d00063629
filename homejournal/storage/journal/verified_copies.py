"""A copy of an open journal that counts only once it was read whole, and checks made beside it.

It is made over a connection of its own, a few pages at a time: between two steps nothing is
locked, so that a save waits no longer than one step takes.
"""

import hashlib
import os
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from functools import cache
from pathlib import Path

import sqlcipher3

from homejournal.domain.errors import JournalDamagedError, NotAJournalError
from homejournal.domain.safe.backups import Backup, KeptCopy, copies_to_delete, is_sudden_loss
from homejournal.durable_writes import sync_file, sync_folder
from homejournal.storage.file import connection as driver
from homejournal.storage.file.backup_folder import BackupFolder
from homejournal.storage.file.connection import Connection, has_newer, use_key
from homejournal.storage.file.damaged_file import revision_of
from homejournal.storage.file.disk import Rest, disk_errors_named, no_rest, short_rest
from homejournal.storage.file.file_encryption import Key, is_encrypted
from homejournal.storage.file.journal_folder import remove
from homejournal.storage.file.second_connection import second_connection
from homejournal.storage.journal.check import CheckReport, check
from homejournal.storage.journal.store import Store
from homejournal.storage.records.checked_reads import read_meta
from homejournal.storage.records.readable_revisions import BROKEN, open_untouched
from homejournal.storage.records.settings_and_drafts import changed_rows, changed_settings

_PAGES = (128, 128, 512, 2048, 8192)
"""Pages of 4 KiB in one step of the copying; a save waits for one step at most.

Each save begins the copying again, so where they come too fast for it, the steps grow.
"""
_ALL_PAGES = -1
_WENT_ON = (0, 101)
"""SQLite's OK and DONE (https://sqlite.org/rescode.html)."""
_ROWS = 64
"""Revisions that are hashed in one go; the window's thread waits for one go at most."""
_BUSY_SECONDS = 0.01
_STANDING = "SELECT key.uuid FROM head JOIN key ON key.id = head.record WHERE head.versions > 0"
_ROWS_SQL = "SELECT id, envelope, salt, fields FROM revision"
_NEWER_SQL = "SELECT id, envelope, salt, fields FROM newer"


class _BegunAgainError(Exception):
    """The journal was written to, and SQLite began to copy it from its first page again."""


class _Watch:
    """Rests after each step, and notices where the copying begins again."""

    def __init__(self, rest: Rest) -> None:
        self._rest = rest
        self._remaining: int | None = None

    def __call__(self, status: int, remaining: int, _of: int) -> None:
        """Take notice of a step; raises _BegunAgainError."""
        if status not in _WENT_ON:  # a save was under way, and the step comes once more
            return
        if self._remaining is not None and remaining > self._remaining:
            raise _BegunAgainError
        self._remaining = remaining
        self._rest()


def copy_verified(source: Path, target: Path, key: Key | None, rest: Rest = no_rest) -> None:
    """Copy a journal that may be written to meanwhile, and put the copy in place once it is read.

    Nothing is left behind where it cannot be made. Raises JournalDamagedError if the copy is
    not sound, and the disk's errors.
    """
    with disk_errors_named(target.parent):
        descriptor, name = tempfile.mkstemp(prefix=".new-", suffix=".part", dir=target.parent)
        os.close(descriptor)
        made = Path(name)
        try:
            least = copy_pages(source, made, key, rest)
            read_whole(made, key, rest, least)
            sync_file(made)
            made.replace(target)
            sync_folder(target.parent)
        except BaseException:
            with suppress(OSError):
                remove(made)
            raise


def read_whole(path: Path, key: Key | None, rest: Rest = no_rest, least: int = 0) -> int:
    """Read everything in a copy: its structure, and each revision and setting against its hash.

    Returns how many revisions they are. Raises JournalDamagedError if anything is not as it was
    written, or where there are fewer revisions than `least`, and the disk's errors.
    """
    with disk_errors_named(path.parent), closing(open_untouched(path, key)) as connection:
        if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            raise JournalDamagedError(path.parent)
        settings = read_meta(connection)
        if changed_settings(settings) or changed_rows(connection, settings):
            raise JournalDamagedError(path.parent)
        read = _proved(connection, _ROWS_SQL, path, rest)
        if has_newer(connection):
            _proved(connection, _NEWER_SQL, path, rest)
        if read < least:
            raise JournalDamagedError(path.parent)
        return read


def _proved(connection: Connection, question: str, path: Path, rest: Rest) -> int:
    """Return how many rows were read against their hashes; raises JournalDamagedError."""
    rows, read = connection.execute(question), 0
    while part := rows.fetchmany(_ROWS):
        if not all(_fits(*row) for row in part):
            raise JournalDamagedError(path.parent)
        read += len(part)
        rest()
    return read


def thin(folder: BackupFolder, made: Backup, key: Key | None) -> None:
    """Delete the copies that the rule lets go, once one was made.

    Nothing goes where this one, or the one before, does not tell what stands in it, and none of
    several that have one number. What the disk refuses waits for the next time.
    """
    copies = folder.copies()
    paths = {copy.seq: copy.path for copy in copies}

    @cache
    def holds(seq: int) -> frozenset[bytes] | None:
        return records_of(paths[seq], key)

    before = next((copy.seq for copy in copies if copy.seq < made.seq), None)
    now, held = holds(made.seq), None if before is None else holds(before)
    if now is None or held is None or is_sudden_loss(now, held):
        return
    times = Counter(copy.seq for copy in copies)
    alone = [copy for copy in copies if times[copy.seq] == 1]
    going = copies_to_delete(
        [KeptCopy(backup.seq, backup.made) for backup in alone], made.made, holds
    )
    for backup in alone:
        if backup.seq in going:
            with suppress(OSError):
                folder.drop(backup)


def records_of(copy: Path, key: Key | None) -> frozenset[bytes] | None:
    """Return which records stand in a copy, or None if it does not tell."""
    try:
        used = key if is_encrypted(copy) else None
        with closing(open_untouched(copy, used)) as connection:
            return frozenset(one for (one,) in connection.execute(_STANDING))
    except (OSError, *BROKEN):
        return None


def _fits(one: bytes, envelope: bytes, salt: bytes | None, fields: bytes | None) -> bool:
    """Return what `is_genuine` returns, for many rows in little time."""
    if hashlib.sha256(envelope).digest() != one:
        return False
    if salt is None or fields is None:
        return salt is fields
    content = hashlib.sha256(salt + fields).hexdigest()
    return f'"content":"{content}"'.encode() in envelope


def copy_pages(source: Path, target: Path, key: Key | None, rest: Rest) -> int:
    """Copy page by page; return how many revisions there were at least, whatever went meanwhile.

    Some go where what came with a file is taken back.
    """
    with second_connection(source, key) as reading:
        before = _counted(reading)
        for pages in (*_PAGES, _ALL_PAGES):
            os.truncate(target, 0)  # what an earlier try left there is no database
            with suppress(_BegunAgainError), _new_copy(target, key) as writing:
                watch = _Watch(rest)
                reading.backup(writing, pages=pages, progress=watch, sleep=_BUSY_SECONDS)
                break
        return min(before, _counted(reading))


def _counted(reading: Connection) -> int:
    return int(reading.execute("SELECT count(*) FROM revision").fetchone()[0])


@contextmanager
def _new_copy(target: Path, key: Key | None) -> Iterator[Connection]:
    with closing(sqlcipher3.connect(target, isolation_level=None)) as writing:
        writing.execute("PRAGMA cipher_log_level = NONE").fetchall()
        use_key(writing, key)
        writing.execute("PRAGMA synchronous = OFF")  # synced once, when it is whole
        writing.execute("PRAGMA journal_mode = OFF").fetchall()
        yield writing


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
