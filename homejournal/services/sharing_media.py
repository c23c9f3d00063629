"""Photos and hand-outs in a shared folder, beside the batches that name them.

Each is a sealed file that is written once, in the folder of the computer that wrote it, as it would
lie in an encrypted journal: its name is a keyed hash of its bytes and tells nobody what lies there.
"""

import hashlib
import os
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path

from homejournal.domain.errors import JournalError, MediaMissingError
from homejournal.domain.sharing import Pictures
from homejournal.exchange.media_files import MOST_PDF_BYTES
from homejournal.exchange.safe_save import safe_save, telling_disk
from homejournal.services.sharing_folder import MEDIA
from homejournal.services.sharing_memory import Lying, Memory
from homejournal.storage.media import MediaFolder
from homejournal.storage.media_sealing import MORE_BYTES, MediaSeal

AT_ONCE = 8 << 20
"""After so many bytes the rest waits for the next run, so that no other work waits long."""
_MOST_BYTES = MOST_PDF_BYTES + MORE_BYTES
"""No picture and no hand-out that is kept is larger; what is larger is not read."""
_MOST_FILES = 100_000
"""No family has more in one folder; further ones are not looked at."""


class SharedMedia:
    """What one run does with them; `ours` is where the journal keeps its own.

    `base` is the journal's part of the shared folder, `own` this computer's part of that.
    """

    def __init__(
        self, ours: MediaFolder, key: bytes, base: Path, own: Path, memory: Memory
    ) -> None:
        self._ours, self._seal, self._memory = ours, MediaSeal(key), memory
        self._own = own / MEDIA
        self._left = AT_ONCE
        self._has_room = True
        self._all_seen = not self._own.is_symlink()
        self._lying: dict[str, list[Lying]] = {}
        for one in self._look(base):
            self._lying.setdefault(one.path.name, []).append(one)

    def fetch(self, named: Iterable[str]) -> Pictures:
        """Keep those of the named ones that are not here and lie in the folder, whole and sealed.

        What has no room on this computer, or is not there yet, comes another time.
        """
        came = missing = 0
        more = False
        for sha256 in named:
            if self._ours.size(sha256) is not None:
                continue
            if self._left > 0 and self._has_room and self._take(sha256):
                came += 1
            else:
                missing += 1
                more = more or (self._left <= 0 and self._seal.name(sha256) in self._lying)
        return Pictures(came=came, missing=missing, more=more and self._has_room)

    def offer(self, named: Iterable[str]) -> Pictures:
        """Write those of the named ones that are here and nowhere in the folder.

        Nothing is written where a part of the folder cannot be read just now: it may lie there.
        What has no room in the folder goes another time.
        """
        unsent = 0
        more = False
        for sha256 in named if self._all_seen else ():
            size = self._ours.size(sha256)
            if size is None or self._lies_there(sha256, size):
                continue
            if self._left <= 0 or not self._has_room:
                unsent += 1
                more = more or self._left <= 0
            elif not self._put(sha256):
                unsent += 1
        return Pictures(unsent=unsent, more=more and self._has_room)

    def drop(self, named: Iterable[str]) -> None:
        """Take our own files away that hold nothing of what is named. Raises DiskError."""
        names = {self._seal.name(sha256) for sha256 in named}
        loose = self._lying.keys() - names
        ours = [self._own / name for name in loose if self._is_ours(name)]
        with telling_disk(self._own):
            for path in ours:
                path.unlink(missing_ok=True)

    def _is_ours(self, name: str) -> bool:
        return any(one.path.parent == self._own for one in self._lying[name])

    def _take(self, sha256: str) -> bool:
        for one in self._lying.get(self._seal.name(sha256), ()):
            data = self._opened(one, sha256)
            if data is None:
                self._memory.bad.add(one)
                continue
            self._left -= len(data)
            try:
                self._ours.put(data)
            except JournalError:  # no room here; the journal's own words need it more
                self._has_room = False
                return False
            return True
        return False

    def _opened(self, lying: Lying, sha256: str) -> bytes | None:
        with suppress(OSError, MediaMissingError):
            data = self._seal.open(lying.path.read_bytes(), sha256)
            if hashlib.sha256(data).hexdigest() == sha256:
                return data
        return None

    def _lies_there(self, sha256: str, size: int) -> bool:
        """Return whether it lies there in its whole length, and not only in part as yet."""
        lying = self._lying.get(self._seal.name(sha256), ())
        return any(one.stamp[0] == size + MORE_BYTES for one in lying)

    def _put(self, sha256: str) -> bool:
        """Write one; return whether it is there, or cannot be, since its bytes here are damaged."""
        path = self._own / self._seal.name(sha256)
        try:
            data = self._ours.get(sha256)
            self._left -= len(data)
            with telling_disk(path):
                path.parent.mkdir(parents=True, exist_ok=True)
            safe_save(path, self._seal.seal(data, sha256))
        except MediaMissingError:
            return True
        except JournalError:
            self._has_room = False
            return False
        return True

    def _look(self, base: Path) -> Iterator[Lying]:
        """Yield the files of everybody, none through a link; those known to be bad are left out."""
        computers = [one for one in self._entries(base) if one.is_dir(follow_symlinks=False)]
        for computer in computers:
            for entry in self._entries(Path(computer.path) / MEDIA):
                lying = _lying(entry)
                if lying is not None and lying not in self._memory.bad:
                    yield lying

    def _entries(self, folder: Path) -> "list[os.DirEntry[str]]":
        if folder.is_symlink():
            return []
        try:
            with os.scandir(folder) as found:
                return list(islice(found, _MOST_FILES))
        except FileNotFoundError:
            return []
        except OSError:
            self._all_seen = False
            return []


def _lying(entry: "os.DirEntry[str]") -> Lying | None:
    with suppress(OSError):
        told = entry.stat(follow_symlinks=False)
        if entry.is_file(follow_symlinks=False) and MORE_BYTES < told.st_size <= _MOST_BYTES:
            return Lying(Path(entry.path), (told.st_size, told.st_mtime_ns))
    return None


def newest_first(named: Iterable[str]) -> Collection[str]:
    """Return each once, those that came last at the beginning."""
    return dict.fromkeys(reversed(list(named)))
