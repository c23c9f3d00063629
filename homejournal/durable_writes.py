"""Making what was written last through a power cut."""

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

_NOT_OFFERED = {errno.EINVAL, errno.ENOTSUP}
"""What a disk answers on which folders cannot be synced, such as one of a network."""


def sync_folder(path: Path) -> None:
    """Make new names in a folder last through a power cut, where its disk can. Raises OSError."""
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except PermissionError:  # Windows opens no folders, and needs no such sync
        return
    try:
        _sync(descriptor)
    except OSError as error:
        if error.errno not in _NOT_OFFERED:
            raise
    finally:
        os.close(descriptor)


def sync_file(path: Path) -> None:
    """Make a finished file last through a power cut. Raises OSError."""
    with path.open("rb+") as file:
        sync_written(file)


def sync_written(file: BinaryIO) -> None:
    """Make all that was written to an open file last through a power cut. Raises OSError."""
    file.flush()
    _sync(file.fileno())


def _sync(descriptor: int) -> None:
    """Write through to the disk; on macOS fsync alone may leave it in the disk's own memory."""
    if sys.platform == "darwin":
        import fcntl

        with suppress(OSError):  # a network disk may not know it
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    os.fsync(descriptor)
