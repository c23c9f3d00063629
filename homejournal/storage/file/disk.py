"""Working with disks: what goes wrong, files that are always whole, held room, and pauses.

What goes wrong is sorted into the few things that a family can act on.
"""

import errno
import logging
import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock
from typing import TypeVar

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
from homejournal.durable_writes import sync_folder, sync_written
from homejournal.storage.file.journal_folder import new_private_file

_Made = TypeVar("_Made")
logger = logging.getLogger(__name__)

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
    "no query solution": JournalDamagedError,
}
"""What a function inside a statement says, such as that which encrypts: its code tells nothing.

No solution has a question that names an index of ours which the file tells to be another one.
"""
_FULL_ERRNOS = {errno.ENOSPC, errno.EDQUOT}
_READ_ONLY_ERRNOS = {errno.EROFS, errno.EACCES, errno.EPERM}


_LITTLE = 64 * 1024
"""With less room than this on the disk, a refusal is told as a full disk."""


@contextmanager
def disk_errors_named(path: Path) -> Iterator[None]:
    """Turn errors of the disk or the database into the matching JournalError.

    An error of SQLAlchemy is recognized by the driver's error inside it. A fault of our own, such
    as a wrong statement, is raised unchanged.
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


BYTES = 4 << 20
_ROOM_FOR_A_SAVE = 1 << 20
"""With less room than this a save might not fit."""
_ENOUGH = 16 << 20
"""With more room than this beside it, the file is made (again)."""


class Reserve:
    """The file of one journal; `given`: its room was needed; `told`: the family knows."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.given = False
        self.told = False

    def hold(self) -> None:
        """Make the file where it is not there and the disk has room for it.

        Any thread may do it. Raises the disk's errors.
        """
        with disk_errors_named(self._path.parent):
            if self._path.exists() or shutil.disk_usage(self._path.parent).free < _ENOUGH:
                return
            write_whole(self._path, os.urandom(BYTES))  # zeros take no room on disks that compress
        self.given = self.told = False

    def give_if_needed(self) -> None:
        """Give the room back to the disk before a save that might not fit otherwise."""
        with suppress(OSError):  # then the save itself tells
            if shutil.disk_usage(self._path.parent).free < _ROOM_FOR_A_SAVE:
                self.give()

    def release_for(self, size: int) -> bool:
        """Give the room back for so many bytes, if they and a save fit then; return whether so."""
        with suppress(OSError):
            lies = self._path.stat().st_size
            if shutil.disk_usage(self._path.parent).free + lies >= size + _ROOM_FOR_A_SAVE:
                self.give()
                return True
        return False

    def give(self) -> None:
        """Give the room back to the disk, which refused a save."""
        try:
            self._path.unlink()
        except OSError:  # not there, or the folder cannot be written to
            return
        self.given = True
        logger.warning("the disk is full: the room that was held is given up")


_one_at_a_time = Lock()
"""Two threads may write the same file, and what one has begun is not the other's."""


def write_whole(target: Path, data: bytes) -> None:
    """Put bytes in the place of a file, readable for this person alone; raises OSError.

    What a program that was killed left half written has a name of its own and is written over.
    """
    with _one_at_a_time:
        made = target.with_name(f"{target.name}.new")
        made.unlink(missing_ok=True)
        try:
            with new_private_file(made) as file:
                file.write(data)
                sync_written(file)
            made.replace(target)
        except BaseException:
            with suppress(OSError):
                made.unlink()
            raise
        sync_folder(target.parent)


Rest = Callable[[], None]
"""Called between two short pieces of work; it may wait a moment, or raise to end the work."""


def no_rest() -> None:
    """Go on at once: nobody waits for the thread."""


def short_rest() -> None:
    """Leave the processor and Python to the window for a moment."""
    time.sleep(0.0002)


GoesOn = Callable[[], bool]
"""Answers whether long work should go on."""
Tell = Callable[[int, int], bool]
"""Hears how many parts are done and of how many; answers whether to go on."""


class StoppedError(Exception):
    """Somebody asked long work to end."""


def resting(goes_on: GoesOn) -> Rest:
    """Return what long work calls between two steps, so that the window stays awake.

    It raises StoppedError once the work should end.
    """

    def rest() -> None:
        short_rest()
        if not goes_on():
            raise StoppedError

    return rest


def unless_stopped(goes_on: GoesOn, work: Callable[[Rest], _Made]) -> _Made | None:
    """Do long work that calls a given function between its steps; None if it was stopped."""
    try:
        return work(resting(goes_on))
    except StoppedError:
        return None
