"""Which pictures and hand-outs were put while a journal is open, and which wait for a record.

Any thread may put some; each call is a single step of a set. What no record named yet stands in a
list, by the name of its file, before its bytes lie there, and is struck out once a record that
names it is saved. So nothing ever named what a program that was killed left in it.
"""

import os
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from threading import Lock

from homejournal.durable_writes import sync_folder, sync_written
from homejournal.storage.file.disk import write_whole
from homejournal.storage.file.journal_folder import JournalFolder
from homejournal.storage.media.sealing import ENDING, FILE_NAME

NamesOf = Callable[[str], tuple[str, ...]]
"""The names under which the bytes of a hash may lie, the usual one first."""
_PUT, _NAMED = "+", "-"


class UnreferencedMedia:
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
                hash_ if hash_.endswith(ENDING) else names_of(hash_)[0]: hash_
                for hash_ in self._hashes.values()
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


def forget_lists(folder: JournalFolder) -> None:
    """Forget the lists in a folder: a repair may leave records out that named something in them.

    Raises OSError.
    """
    for file in folder.path.glob(folder.loose_media("*").name):
        file.unlink()


class MediaOfSession:
    """The hashes of the media that this session added, or is adding just now.

    `left` are files of a session that was killed or locked at its end, and files that go together
    with the password.
    """

    def __init__(self, list_of_loose: Path) -> None:
        self.put: set[str] = set()
        self.left: set[str] = set()
        self.awaited: set[str] = set()
        self._loose = UnreferencedMedia(list_of_loose)
        self._saving: set[str] = set()
        self._letting_go: set[str] = set()

    def take_up(self) -> None:
        """Go on where an earlier session was killed. Raises OSError."""
        for name in self._loose.take_up():
            (self.left if name.endswith(ENDING) else self.put).add(name)

    def is_put(self, sha256: str, name: str) -> None:
        """Know of bytes that are about to be put under a name. Raises OSError."""
        self.put.add(sha256)
        self._loose.add({name: sha256})

    def waits(self, sha256: str) -> None:
        """Know of bytes for which somebody is about to save a record."""
        self.awaited.add(sha256)

    def is_named(self, media: Iterable[str]) -> None:
        """Know of bytes for which the record is saved now."""
        self.awaited.difference_update(media)

    def saves(self, media: Iterable[str]) -> None:
        """Know of bytes that are named by what a transaction writes."""
        self._saving.update(media)

    def lets_go(self, media: Iterable[str]) -> None:
        """Know of bytes that were named by what a transaction takes out again."""
        self._letting_go.update(self.put.intersection(media))

    def saved(self, names_of: NamesOf) -> None:
        """Know that the transaction was committed: what it names is loose no more."""
        names = {name for sha256 in self._saving for name in names_of(sha256)}
        with suppress(OSError):  # then what is named stands in the list till the journal is closed
            self._loose.strike(names)
            self._loose.add({names_of(sha256)[0]: sha256 for sha256 in self._letting_go})
        self.undone()

    def undone(self) -> None:
        """Know that the transaction is at its end, or came to nothing."""
        self._saving.clear()
        self._letting_go.clear()

    @property
    def has_saved(self) -> bool:
        """Return whether a transaction may have named something loose, or let it go."""
        return bool((self._saving and self._loose) or self._letting_go)

    def turned(self, names_of: NamesOf) -> None:
        """Know that all lies under other names from now on."""
        with suppress(OSError):
            if self._loose:
                self._loose.rename(names_of)

    def will_go(self, sealed: Iterable[str]) -> None:
        """Know of sealed files that are of no use to a journal which is about to be plain.

        Should the program end before they go, they go as the journal is closed the next time.
        """
        names = {name: name for name in sealed}
        self.left.update(names)
        with suppress(OSError):  # then only a kill leaves them there
            self._loose.add(names)

    def are_gone(self) -> None:
        """Know that nothing sealed lies there any more."""
        sealed = {name for name in self.left if name.endswith(ENDING)}
        self.left -= sealed
        with suppress(OSError):  # then they are looked for in vain as the journal is closed
            self._loose.strike(sealed)

    def end(self) -> None:
        """Know that what nothing named is gone, or stays for good. Raises OSError."""
        self._loose.end()
