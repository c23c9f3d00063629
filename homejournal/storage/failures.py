"""What goes wrong with disks and files, sorted into the few things a family can act on."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3

from homejournal.domain.errors import (
    DiskError,
    DiskFullError,
    JournalBusyError,
    JournalDamagedError,
    JournalError,
    JournalReadOnlyError,
    NotAJournalError,
)

# SQLite's primary result codes (https://sqlite.org/rescode.html).
_BUSY, _LOCKED, _READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _NOTADB = 5, 6, 8, 10, 11, 13, 14, 26

_BY_CODE: dict[int, type[JournalError]] = {
    _BUSY: JournalBusyError,
    _LOCKED: JournalBusyError,
    _READONLY: JournalReadOnlyError,
    _IOERR: DiskError,
    _CORRUPT: JournalDamagedError,
    _FULL: DiskFullError,
    _CANTOPEN: DiskError,
    _NOTADB: NotAJournalError,
}
_FULL_ERRNOS = {errno.ENOSPC, errno.EDQUOT}
_READ_ONLY_ERRNOS = {errno.EROFS, errno.EACCES, errno.EPERM}


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Turn errors of the disk or the database into the JournalError that names them.

    An error of SQLAlchemy is known by the driver's error that it wraps; what is nobody's fault
    but ours (a wrong statement) is raised as it is.
    """
    try:
        yield
    except OSError as error:
        raise _of_errno(error, path) from error
    except sqlcipher3.DatabaseError as error:
        raise _of_code(error, path) from error
    except Exception as error:
        original = getattr(error, "orig", None)
        if not isinstance(original, sqlcipher3.DatabaseError):
            raise
        raise _of_code(original, path) from error


def _of_errno(error: OSError, path: Path) -> JournalError:
    if error.errno in _FULL_ERRNOS:
        return DiskFullError(path)
    if error.errno in _READ_ONLY_ERRNOS:
        return JournalReadOnlyError(path)
    return DiskError(path)


def _of_code(error: Exception, path: Path) -> Exception:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _BY_CODE:
        return _BY_CODE[code](path)
    return error
