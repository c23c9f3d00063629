"""One writer for each journal: an operating-system lock, freed by itself when the program ends."""

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

_LONGEST = 200
"""Bytes that are read of who holds the lock."""


class WriterLock:
    """The lock of the one writer; the file says who holds it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: BinaryIO | None = None

    def take(self) -> None:
        """Take the lock.

        Raises JournalBusyError, with who holds it, where another program has it, and the disk's
        errors where the folder refuses.
        """
        # A second start asks for the lock before it shows anything, so this stays light to import.
        from homejournal.domain.errors import JournalBusyError
        from homejournal.storage.failures import naming

        with naming(self._path.parent):
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
            self._file = os.fdopen(descriptor, "r+b", buffering=0)
            if not _try_lock(self._file):
                holder = self._file.read(_LONGEST).decode(errors="replace")
                self.release()
                raise JournalBusyError(self._path.parent, holder)
        with suppress(OSError):  # a full disk: who holds it stays unsaid
            self._file.truncate(0)
            self._file.write(f"{Path(sys.argv[0]).name} {os.getpid()} {_host()}".encode())

    def is_held_elsewhere(self) -> bool:
        """Return whether another program holds the lock right now; never raises."""
        with suppress(OSError), self._path.open("r+b", buffering=0) as file:
            return not _try_lock(file)
        return False

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
        except BlockingIOError:
            return False
        return True
