"""One writer for each journal: an operating-system lock, freed by itself when the program ends."""

import os
import sys
from pathlib import Path
from typing import BinaryIO

from homejournal.domain.errors import JournalBusyError
from homejournal.storage.failures import naming


class WriterLock:
    """The lock of the one writer; the file says who holds it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: BinaryIO | None = None

    def take(self) -> None:
        """Take the lock.

        Raises JournalBusyError, with who holds it, where another program has it, and DiskError
        where the folder refuses.
        """
        with naming(self._path.parent):
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        file = os.fdopen(descriptor, "r+b")
        if not _try_lock(file):
            holder = file.read(200).decode(errors="replace")
            file.close()
            raise JournalBusyError(self._path.parent, holder)
        self._file = file
        with naming(self._path.parent):
            file.seek(0)
            file.truncate()
            file.write(f"{Path(sys.argv[0]).name} {os.getpid()} {_host()}".encode())
            file.flush()

    def release(self) -> None:
        """Give the lock back; twice is harmless."""
        if self._file is not None:
            self._file.close()
            self._file = None


def _host() -> str:
    return os.environ.get("COMPUTERNAME") or (os.uname().nodename if os.name == "posix" else "")


if sys.platform == "win32":
    import msvcrt

    def _try_lock(file: BinaryIO) -> bool:
        """Lock a byte far behind the text, so that the holder's name stays readable."""
        file.seek(1 << 20)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            file.seek(0)
        return True

else:
    import fcntl

    def _try_lock(file: BinaryIO) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
