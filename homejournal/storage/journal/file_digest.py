"""What vouches for the whole of a plain journal: the digest of its file, as this program left it.

Figures, lists and searches are read from rows that have no hash of their own, and through indexes
that could leave rows out. An encrypted journal has a seal on each page, and needs none of this.
Where the digest does not fit, nothing is taken for right before everything was checked.
"""

import json
import os
import threading
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from homejournal.domain.limits import read_object

if TYPE_CHECKING:
    from homejournal.storage.file.journal_folder import JournalFolder

_PART = 1 << 24
"""Bytes read in one go: for each the thread has to wait for its turn twice."""
_LARGE = 1 << 24
"""A journal of a few years is read in a moment; nobody should wait for a larger one to open."""

_begun: "dict[Path, FileDigest]" = {}


def begin(file: Path) -> None:
    """Begin to read a journal's file, which is opened in a moment; what fails is told then."""
    with suppress(OSError):
        if file not in _begun and file.stat().st_size <= _LARGE:
            _begun[file] = FileDigest(file)


class FileDigest:
    """The digest of a file: a small one is read at once on a thread of its own, a large one later.

    The file stays open until SQLite has closed it: to close it before would end SQLite's locks
    (https://sqlite.org/howtocorrupt.html, 2.2).
    """

    def __init__(self, path: Path) -> None:
        self._file: BinaryIO = path.open("rb", buffering=0)
        self._one_at_a_time = threading.Lock()
        self._read: str | None = None
        self._stamp = self._stamp_now()
        self._thread: threading.Thread | None = None
        if not self.is_large:
            name = "homejournal-digest"
            self._thread = threading.Thread(target=self._work, name=name, daemon=True)
            self._thread.start()

    @property
    def size(self) -> int:
        """Return how many bytes the file had."""
        return self._stamp[0]

    @property
    def is_large(self) -> bool:
        """Return whether to read the file takes so long that nobody should wait for it."""
        return self.size > _LARGE

    def first(self) -> str | None:
        """Return the digest of the file when it was opened; None if it changed since."""
        if self._thread is None:
            self._read = self.again()
        self._wait()
        return self._read if self._stamp == self._stamp_now() else None

    def again(self) -> str | None:
        """Return the present digest of the file; None if it changed meanwhile or cannot be read."""
        self._wait()
        with self._one_at_a_time:
            before = self._stamp_now()
            digest = self._digest()
            return digest if before == self._stamp_now() else None

    def close(self) -> None:
        """Close the file, which SQLite has closed before."""
        self._wait()
        with self._one_at_a_time:
            self._file.close()

    def _wait(self) -> None:
        if self._thread is not None:
            self._thread.join()

    def _work(self) -> None:
        self._read = self._digest()

    def _digest(self) -> str | None:
        """Return the digest of all bytes; None if the disk does not give them."""
        import hashlib  # beside the loading of Qt

        hashed, part = hashlib.sha256(), bytearray(min(_PART, self.size + 1))
        try:
            self._file.seek(0)
            while count := self._file.readinto(part):  # type: ignore[attr-defined]
                hashed.update(memoryview(part)[:count])
        except OSError:
            return None
        return hashed.hexdigest()

    def _stamp_now(self) -> tuple[int, int]:
        told = os.fstat(self._file.fileno())
        return told.st_size, told.st_mtime_ns


class Proof:
    """Whether an open plain journal's file is known to be unchanged.

    `holds` becomes true once that is known, and stays so while nobody else writes in the file.
    """

    def __init__(self, folder: "JournalFolder") -> None:
        self._folder = folder
        begun = _begun.pop(folder.journal) if folder.journal in _begun else None
        self._file = FileDigest(folder.journal) if begun is None else begun
        self._kept = _read(folder.proof)
        self._is_kept = self.holds = False

    def look(self) -> bool:
        """Return whether the file is unchanged since it was closed as sound."""
        told = self._file.first()
        self.holds = self._is_kept = told is not None and told == self._kept.get("sha256")
        return self.holds

    @property
    def is_large(self) -> bool:
        """Return whether to read everything takes so long that nobody should wait for it."""
        return self._file.is_large

    def is_checked(self, today: date) -> bool:
        """Return whether everything was checked within a day of this one."""
        with suppress(TypeError, ValueError):
            told = date.fromisoformat(self._kept.get("checked", ""))
            return self.holds and abs((today - told).days) <= 1
        return False

    def was_checked(self, today: date) -> None:
        """Know that everything is right; it is kept with the next digest."""
        self.holds, self._is_kept = True, False
        self._kept = {"checked": today.isoformat()}

    def has_changed(self) -> None:
        """Know that the file was written by this program, so that the digest of before is old."""
        self._is_kept = False

    def keep(self) -> None:
        """Store the present digest of the file; if that fails, the next start checks everything.

        Any thread may call it while nobody, or only this program, writes.
        """
        from homejournal.storage.file.disk import write_whole

        if not self.holds or self._is_kept:
            return
        self._is_kept = True  # until something is written, perhaps meanwhile
        told = self._file.again()
        with suppress(OSError):
            if told is not None:
                self._kept["sha256"] = told
                write_whole(self._folder.proof, json.dumps(self._kept).encode())

    def close(self) -> None:
        """Let go of the file, which SQLite has closed."""
        self._file.close()


def keep_of_whole(folder: "JournalFolder", made: Path) -> None:
    """Keep the digest of a closed file that was read whole and is about to be put in place."""
    import hashlib

    from homejournal.storage.file.disk import write_whole

    with suppress(OSError), made.open("rb") as file:
        told = hashlib.file_digest(file, "sha256").hexdigest()
        write_whole(folder.proof, json.dumps({"sha256": told}).encode())


def _read(file: Path) -> dict[str, Any]:
    """Return the stored digest of a file; empty if it cannot be read."""
    with suppress(OSError):
        return read_object(file.read_bytes())
    return {}
