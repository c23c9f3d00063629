"""A connection to a journal's file, with the settings that make a save durable.

TRUNCATE with EXTRA keeps every acknowledged entry through a power cut, where SQLite's defaults
lose the last one on common file systems; there is no WAL, so an idle journal is one whole file.

A backup tool may write over the file in place, a sync program exchange it, a disk be swapped.
SQLite notices only that its own change counter is another one; where it is the same by chance,
pages and numbers of before would be taken for those of the file that is there now. So each use
looks for such a change first.
"""

import sys
from contextlib import suppress
from pathlib import Path, PurePath
from typing import Any

import sqlcipher3

from homejournal.domain.errors import (
    JournalDamagedError,
    JournalMissingError,
    JournalMovedError,
    JournalReadOnlyError,
    JournalTooNewError,
    NotAJournalError,
    PasswordNeededError,
)
from homejournal.storage.file.disk import disk_errors_named
from homejournal.storage.file.file_encryption import Key, is_encrypted

APPLICATION_ID = 0x484A4E4C
"""The letters HJNL in a file's header."""
FILE_SCHEMA = 3
"""The number of the tables that are not projection."""
SAYS_MORE = 4
"""The number of a file that also holds what only the second schema of records says.

It has the same tables, and gets this number with the first such revision: an older homejournal then
reads it, and takes nothing in it for damage.
"""
BUSY_MS = 300
"""Another program may hold the file this long; the window must not stand still for seconds."""

Connection = Any
"""A connection of the driver, which has no types of its own."""

_PRAGMAS = (
    "cipher_log_level = NONE",
    f"busy_timeout = {BUSY_MS}",
    "synchronous = EXTRA",
    "fullfsync = ON" if sys.platform == "darwin" else "fullfsync = OFF",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
    "secure_delete = ON",
    "temp_store = MEMORY",
    "cache_spill = OFF",
)


def connect(path: Path, *, write: bool, key: Key | None = None) -> Connection:
    """Open a journal's file; the key is used only where the file is encrypted.

    Raises JournalMissingError, NotAJournalError, JournalTooNewError (only for writing: a newer
    file can be read), JournalDamagedError or the disk's errors; of an encrypted file
    PasswordNeededError without a key, and with one that opens nothing of it OtherFileError if it
    opens copies beside it, else OtherKeyError.
    """
    if not path.exists():
        raise JournalMissingError(path.parent)
    if not path.is_file():
        raise NotAJournalError(path.parent)
    with disk_errors_named(path.parent):
        encrypted = is_encrypted(path)
    if encrypted and key is None:
        raise PasswordNeededError(path.parent)
    try:
        return _checked(path, key if encrypted else None, write=write)
    except NotAJournalError as error:
        from homejournal.storage.file.damaged_file import reads_as_ours, why_unread

        with disk_errors_named(path.parent):
            if encrypted and key is not None:
                raise why_unread(path, key) from error
            if reads_as_ours(path):
                raise JournalDamagedError(path.parent) from error
        raise


def new_file(path: Path) -> None:
    """Make an empty file that only this person can read; SQLite's journal takes its mode."""
    path.touch(mode=0o600, exist_ok=False)


def create(path: Path, key: Key | None = None) -> Connection:
    """Open a new, empty file for a journal, encrypted where a key is given.

    The caller makes its tables.
    """
    with disk_errors_named(path.parent):
        new_file(path)
        connection = _open(path, key)
        connection.execute("PRAGMA journal_mode = TRUNCATE")
    return connection


def end_transaction(connection: Connection) -> None:
    """End a transaction that still stands: a COMMIT that found the file busy leaves it open."""
    with suppress(sqlcipher3.ProgrammingError):  # another thread's connection is not ours to end
        if connection.in_transaction:
            connection.rollback()


def schema_of(connection: Connection) -> int:
    """Return the number of the file's tables."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def has_triggers_or_views(connection: Connection) -> bool:
    """Return whether a file holds a view or a trigger, as no version of ours ever made one.

    Such a file was made by somebody else: reading it could take for ever, and saving do harm.
    """
    asked = "SELECT 1 FROM sqlite_master WHERE type IN ('view', 'trigger') LIMIT 1"
    return connection.execute(asked).fetchone() is not None


def has_newer(connection: Connection) -> bool:
    """Return whether a file can hold what waits for a newer homejournal; an early one cannot."""
    asked = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'newer'"
    return connection.execute(asked).fetchone() is not None


def uri_of(path: PurePath, how: str) -> str:
    """Return what SQLite opens a file by, given its whole path.

    The host of a network disk of Windows belongs to the path: SQLite opens nothing of another host
    (https://sqlite.org/uri.html, 3.1).
    """
    told = path.as_uri()
    local = told if told.startswith("file:///") else told.replace("//", "////", 1)
    return f"{local}?{how}"


def use_key(connection: Connection, key: Key | None) -> None:
    """Let a connection that has read nothing yet read and write encrypted pages, if any."""
    if key is not None:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"").fetchall()


def _open(path: Path, key: Key | None) -> Connection:
    """Open the file as far as its modes allow.

    A reader opens it no differently, so that it can finish what a program that was killed in the
    middle of a save left behind; `query_only` then keeps it from writing anything itself.
    """
    uri = uri_of(path.resolve(), "mode=rw")
    with disk_errors_named(path.parent):
        connection = sqlcipher3.connect(uri, uri=True, isolation_level=None, cached_statements=256)
        try:
            use_key(connection, key)
            for pragma in _PRAGMAS:
                connection.execute(f"PRAGMA {pragma}").fetchall()
        except BaseException:
            connection.close()
            raise
    return connection


def _checked(path: Path, key: Key | None, *, write: bool) -> Connection:
    connection = _open(path, key)
    try:
        with disk_errors_named(path.parent):
            _check_file(connection, path, write=write)
    except BaseException:
        connection.close()
        raise
    return connection


def _check_file(connection: Connection, path: Path, *, write: bool) -> None:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    if path.stat().st_size == 0:
        raise JournalDamagedError(path.parent)
    if application != APPLICATION_ID:
        raise NotAJournalError(path.parent)
    if write and schema_of(connection) > SAYS_MORE:
        raise JournalTooNewError(path.parent)
    if has_triggers_or_views(connection):
        raise JournalDamagedError(path.parent)
    connection.execute("PRAGMA journal_mode = TRUNCATE" if write else "PRAGMA query_only = ON")


_NEWEST = "SELECT seq, id FROM revision WHERE seq = (SELECT max(seq) FROM revision)"
_AT = "SELECT id FROM revision WHERE seq = ?"

Stamp = tuple[Any, ...]


class OutsideChanges:
    """Knows how the file was when it was last read or written here."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._lies = self._stamp = _stamp_of(file)
        self._version: int | None = None
        self._newest: tuple[int, bytes] | None = None
        self.wrote = False
        """Whether somebody else wrote since this program last did; so it may be another file."""
        self.times = 0
        """How often that was noticed: what was read before is old then."""

    def know(self, bare: "Connection") -> None:
        """Know the file as it is now: it was opened, or written here."""
        self._version, self._newest = _version_of(bare), _newest_of(bare)
        self._stamp = _stamp_of(self._file)
        self.wrote = False

    def look(self, bare: "Connection") -> bool:
        """Return whether another program wrote since the last look; drop SQLite's pages then.

        Call it outside a transaction. Raises SQLite's errors if the file is no journal any more.
        """
        stamp = _stamp_of(self._file)
        if stamp == self._stamp and (self._version is None or _version_of(bare) == self._version):
            return False
        self.wrote = True
        self.times += 1
        bare.execute("PRAGMA shrink_memory")  # the pages of before, whatever the counter says
        self._version = _version_of(bare)
        self._stamp = stamp
        return True

    def must_be_same_journal(self, bare: "Connection") -> None:
        """Raise JournalMovedError unless the file is in its place with our last revision.

        Call it inside a transaction, before anything is written.
        """
        if self._newest is not None:
            seq, newest = self._newest
            if bare.execute(_AT, (seq,)).fetchone() != (newest,):
                raise JournalMovedError(self._file.parent)

    def caused(self, error: BaseException) -> bool:
        """Return whether an error comes from another file in the place of the journal's."""
        if isinstance(error, JournalReadOnlyError):
            return self.is_elsewhere()
        return self.wrote and isinstance(error, JournalDamagedError | NotAJournalError)

    def is_elsewhere(self) -> bool:
        """Return whether another file, or none, has the journal's name by now."""
        return _stamp_of(self._file)[:2] != self._lies[:2]


def _stamp_of(file: Path) -> Stamp:
    """Return what tells a file, and each writing of it, from others; nothing if none is."""
    with suppress(OSError):
        told = file.stat()
        return told.st_dev, told.st_ino, told.st_size, told.st_mtime_ns, told.st_ctime_ns
    return ()


def _version_of(bare: "Connection") -> int:
    """Return a number that is another one once another program has written."""
    return int(bare.execute("PRAGMA data_version").fetchone()[0])


def _newest_of(bare: "Connection") -> tuple[int, bytes] | None:
    with suppress(sqlcipher3.DatabaseError):  # a file that is just being made, or damaged
        found: tuple[int, bytes] | None = bare.execute(_NEWEST).fetchone()
        return found
    return None
