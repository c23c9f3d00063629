"""The list of pictures and hand-outs that were put here and that no record named yet.

Each stands in it, by the name of its file, before its bytes lie there, and is struck out once a
record that names it is saved. So nothing ever named what a program that was killed left in it.
"""

import os
from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path
from threading import Lock

from homejournal.durable_writes import sync_folder, sync_written
from homejournal.storage.file.atomic_file import write_whole
from homejournal.storage.file.journal_folder import JournalFolder
from homejournal.storage.media.sealing import ENDING, FILE_NAME

NamesOf = Callable[[str], tuple[str, ...]]
"""The names under which the bytes of a hash may lie, the usual one first."""
_PUT, _NAMED = "+", "-"


class LooseMedia:
    """The list in its file, which is there only while something stands in it.

    Any thread may put something. Without `take_up` the list of an earlier session is forgotten.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._lock = Lock()
        self._hashes: dict[str, str] = {}
        self._is_begun = False

    def __bool__(self) -> bool:
        return bool(self._hashes)

    def take_up(self) -> frozenset[str]:
        """Go on with the list of a session that was killed; return its names. Raises OSError."""
        told = self._file.read_text(errors="replace") if self._file.exists() else ""
        self._is_begun = True
        for line in told.split("\n"):
            mark, name = line[:1], line[1:]
            if mark == _PUT and FILE_NAME.fullmatch(name):
                self._hashes[name] = name  # of a sealed one nobody knows the hash
            elif mark == _NAMED:
                self._hashes.pop(name, None)
        return frozenset(self._hashes)

    def add(self, hashes: Mapping[str, str]) -> None:
        """Write the names of files that are about to be put, or to go. Raises OSError.

        Each has its hash with it, or again its name where nobody knows that.
        """
        with self._lock:
            new = {name: one for name, one in hashes.items() if name not in self._hashes}
            if new:
                self._write(f"{_PUT}{name}" for name in new)
                self._hashes |= new

    def strike(self, names: Collection[str]) -> None:
        """Strike out what a record names. Raises OSError."""
        with self._lock:
            known = [name for name in names if self._hashes.pop(name, None)]
            if known and self._hashes:
                self._write(f"{_NAMED}{name}" for name in known)
            elif known:
                self._drop()

    def rename(self, names_of: NamesOf) -> None:
        """Write it anew with the names under which all lies from now on. Raises OSError."""
        with self._lock:
            self._hashes = {
                one if one.endswith(ENDING) else names_of(one)[0]: one
                for one in self._hashes.values()
            }
            # As one file in the place of the other: it never is away, nor tells both kinds of name.
            write_whole(self._file, _told(f"{_PUT}{name}" for name in self._hashes))

    def end(self) -> None:
        """End the list: what still stands in it stays for good where it lies. Raises OSError."""
        with self._lock:
            self._hashes.clear()
            if self._is_begun:
                self._drop()

    def _write(self, lines: Iterable[str]) -> None:
        if not self._is_begun:
            self._drop()
        is_new = not self._file.exists()
        descriptor = os.open(self._file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(_told(lines))
            sync_written(file)
        if is_new:
            sync_folder(self._file.parent)

    def _drop(self) -> None:
        self._is_begun = True
        if self._file.exists():
            self._file.unlink()
            sync_folder(self._file.parent)


def _told(lines: Iterable[str]) -> bytes:
    """Return lines as they stand in the list: a break before each, in case one is cut off."""
    return "".join(f"\n{line}" for line in lines).encode()


def let_all_stay(folder: JournalFolder) -> None:
    """Forget the lists in a folder: a repair may leave records out that named something in them.

    Raises OSError.
    """
    for file in folder.path.glob(folder.loose_media("*").name):
        file.unlink()
