"""What somebody else does to a journal's file while it is open here.

A backup tool may write over it in place, a sync program exchange it, a disk be swapped. SQLite
notices only that its own change counter is another one; where it is the same by chance, pages and
numbers of before would be taken for those of the file that is there now.
"""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlcipher3

from homejournal.domain.errors import (
    JournalDamagedError,
    JournalMovedError,
    JournalReadOnlyError,
    NotAJournalError,
)

if TYPE_CHECKING:
    from homejournal.storage.file.connection import Connection

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
        """Return whether somebody else wrote since the last look; SQLite's pages are let go then.

        Asked outside of a transaction. Raises SQLite's errors where no journal is there any more.
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
        """Raise JournalMovedError unless the file holds, where it was, what was written here last.

        Asked inside of a transaction, before anything is written.
        """
        if self._newest is not None:
            seq, newest = self._newest
            if bare.execute(_AT, (seq,)).fetchone() != (newest,):
                raise JournalMovedError(self._file.parent)

    def are_why(self, error: BaseException) -> bool:
        """Return whether an error comes from another file in the place of the journal's."""
        if isinstance(error, JournalReadOnlyError):
            return self.is_elsewhere()
        return self.wrote and isinstance(error, JournalDamagedError | NotAJournalError)

    def is_elsewhere(self) -> bool:
        """Return whether another file, or none, has the journal's name by now."""
        return _stamp_of(self._file)[:2] != self._lies[:2]


def _stamp_of(file: Path) -> Stamp:
    """Return what tells a file, and each writing of it, from others; nothing where none is."""
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
