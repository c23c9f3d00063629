"""One writer for each journal: an operating-system lock, freed by itself when the program ends.

Where a cloud carries the folder, the lock of another computer does not reach here, only the words
in its file: who holds it, and when that computer gave a sign of life. They go with its release.
"""

import os
import re
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from homejournal.domain.errors import JournalBusyError

if TYPE_CHECKING:
    from uuid import UUID

_LONGEST = 200
"""Bytes that are read of who holds the lock."""
_SIGN_SECONDS, _LIFE_SECONDS = 4 * 60, 10 * 60
"""So often the holder says that it goes on; so long after it counts as ended without a word."""
_SAID = re.compile(r"(.* \d+ (\S+))(?: ([0-9a-f-]{36}))? (\d+)")
"""The program, its number, the host, which computer it is, and when; two may have one name."""


class WriterLock:
    """The lock of the one writer; the file says who holds it, and on which computer."""

    def __init__(self, path: Path, device: "UUID | None" = None) -> None:
        self._path = path
        self._device = "" if device is None else str(device)
        self._file: BinaryIO | None = None
        self._said = 0.0

    def take(self) -> None:
        """Take the lock.

        Raises JournalBusyError, with who holds it, where another program or computer has it, and
        the disk's errors where the folder refuses.
        """
        # A second start asks for the lock before it shows anything, so this stays light to import.
        from homejournal.storage.file.disk import disk_errors_named

        with disk_errors_named(self._path.parent):
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
            self._file = os.fdopen(descriptor, "r+b", buffering=0)
            is_free = _try_lock(self._file)
            holder = _Holder(self._file, self._device)
            if not is_free or holder.is_alive_elsewhere():
                self._file.close()
                self._file = None
                host = holder.host if is_free or holder.has_other_name() else ""
                raise JournalBusyError(self._path.parent, holder.name, host)
        self._say()

    def go_on(self) -> None:
        """Say to other computers now and then that the lock is still held; never raises."""
        if time.monotonic() - self._said >= _SIGN_SECONDS:
            self._say()

    def is_held_elsewhere(self) -> bool:
        """Return whether another program of this computer holds the lock right now; never raises.

        A window on another computer cannot be asked to show itself here.
        """
        with suppress(OSError), self._path.open("r+b", buffering=0) as file:
            return not _try_lock(file) and not _Holder(file, self._device).has_other_name()
        return False

    def release(self) -> None:
        """Give the lock back; twice is harmless."""
        if self._file is not None:
            with suppress(OSError):  # then it counts as held for some minutes elsewhere
                self._file.truncate(0)
            self._file.close()
            self._file = None

    def _say(self) -> None:
        """Write who holds the lock, and that it does so now."""
        self._said = time.monotonic()
        if self._file is not None:
            name = Path(sys.argv[0]).name
            words = (name, os.getpid(), _host(), self._device, int(time.time()))
            said = " ".join(str(word) for word in words if word).encode()
            with suppress(OSError):  # a full disk: what was said before still stands
                self._file.seek(0)
                self._file.write(said)
                self._file.truncate()


class _Holder:
    """The holder of a lock, as its file tells; the file may be damaged.

    Computers are known by their ids, and by their names if one has no id, or if the lock itself
    reaches here.
    """

    def __init__(self, file: BinaryIO, device: str) -> None:
        file.seek(0)
        self.name = file.read(_LONGEST).decode(errors="replace")
        self.host, self._at, self._is_other = "", 0, False
        if told := _SAID.fullmatch(self.name):
            self.name, self.host, there, at = told.groups()
            self._at = int(at)
            self._is_other = there != device if there and device else self.has_other_name()

    def has_other_name(self) -> bool:
        """Return whether the file names another computer than this one."""
        return self.host not in {"", _host()}

    def is_alive_elsewhere(self) -> bool:
        """Return whether another computer gave a sign of life a few minutes ago."""
        return self._is_other and abs(time.time() - self._at) < _LIFE_SECONDS


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
