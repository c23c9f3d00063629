"""What goes wrong with disks and files, sorted into the few things a family can act on."""

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3

from homejournal.domain.errors import (
    DiskError,
    DiskFullError,
    JournalBusyError,
    JournalDamagedError,
    JournalFileError,
    JournalReadOnlyError,
    NotAJournalError,
)

# SQLite's primary result codes (https://sqlite.org/rescode.html).
_BUSY, _LOCKED, _READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _NOTADB = 5, 6, 8, 10, 11, 13, 14, 26

_BY_CODE: dict[int, type[JournalFileError]] = {
    _BUSY: JournalBusyError,
    _LOCKED: JournalBusyError,
    _READONLY: JournalReadOnlyError,
    _IOERR: DiskError,
    _CORRUPT: JournalDamagedError,
    _FULL: DiskFullError,
    _CANTOPEN: DiskError,
    _NOTADB: NotAJournalError,
}
_BY_WORDS: dict[str, type[JournalFileError]] = {
    "database or disk is full": DiskFullError,
    "database disk image is malformed": JournalDamagedError,
    "disk I/O error": DiskError,
}
"""What a function inside a statement says, such as that which encrypts: its code tells nothing."""
_FULL_ERRNOS = {errno.ENOSPC, errno.EDQUOT}
_READ_ONLY_ERRNOS = {errno.EROFS, errno.EACCES, errno.EPERM}


_LITTLE = 64 * 1024
"""With less room than this on the disk, a refusal is told as a full disk."""


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Turn errors of the disk or the database into the JournalError that names them.

    An error of SQLAlchemy is known by the driver's error that it wraps; what is nobody's fault
    but ours (a wrong statement) is raised as it is.
    """
    try:
        yield
    except OSError as error:
        raise _of_errno(error.errno)(path) from error
    except Exception as error:
        kind = _of_driver(getattr(error, "orig", error))
        if kind is None:
            raise
        raise (DiskFullError if kind is DiskError and _is_full(path) else kind)(path) from error


def _of_driver(error: Exception) -> type[JournalFileError] | None:
    if isinstance(error, UnicodeDecodeError):  # SQLite's own words name damaged bytes
        return JournalDamagedError
    if not isinstance(error, sqlcipher3.DatabaseError):
        return None
    # Tables and columns: all of ours are made with the file, and new ones where it has none.
    if str(error).startswith("no such ") or str(error).endswith(" already exists"):
        return JournalDamagedError
    if str(error) in _BY_WORDS:
        return _BY_WORDS[str(error)]
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:  # a copy of the file that failed tells no code
        return DiskError if isinstance(error, sqlcipher3.OperationalError) else None
    return _BY_CODE.get(code & 0xFF)


def _of_errno(number: int | None) -> type[JournalFileError]:
    if number in _FULL_ERRNOS:
        return DiskFullError
    return JournalReadOnlyError if number in _READ_ONLY_ERRNOS else DiskError


def _is_full(path: Path) -> bool:
    """Return whether the disk is full: SQLite tells that in several ways."""
    try:
        return shutil.disk_usage(path).free < _LITTLE
    except OSError:
        return False
