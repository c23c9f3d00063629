"""Photos and hand-outs in a shared folder, beside the batches that name them.

Each is a sealed file that is written once, in the folder of the computer that wrote it, as it would
lie in an encrypted journal: its name is a keyed hash of its bytes and tells nobody what lies there.
"""

import hashlib
import os
import random
import re
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from homejournal.domain.errors import DiskFullError, JournalError, MediaMissingError
from homejournal.domain.sharing.cloud_folders import placeholder_target
from homejournal.domain.sharing.outgoing import MediaTransfer
from homejournal.exchange.media_files import MOST_PDF_BYTES
from homejournal.exchange.read_and_save import disk_errors, save_in_shared_folder
from homejournal.services.safe.sharing.batches import MEDIA, Stamp, bytes_in, make_place
from homejournal.storage.media.media_folder import ENDING, MORE_BYTES, MediaFolder, MediaSeal

AT_ONCE = 8 << 20
"""After so many bytes the rest waits for the next run, so that no other work waits long."""
_MOST_BYTES = MOST_PDF_BYTES + MORE_BYTES
"""No picture and no hand-out that is kept is larger; what is larger is not read."""
_MOST_FILES = 100_000
"""No family has more; further ones are not looked at, and nothing is written then."""
_REFUSALS = 3
"""After so many files that the disk refuses no more are tried in a run."""
_PROVED_AT_ONCE = 1 << 20
"""So many bytes that lie in the folder are read again in one run, beside what is fetched."""
_OURS = re.compile(rf"[0-9a-f]{{64}}.*{re.escape(ENDING)}|\.[0-9a-f]{{50}}\..*")
"""Names of files that we wrote, copies by a sync program and begun ones among them."""
_BEGUN = "."
_MARK_LETTERS = 64
"""So long is the hash that a name begins with; a sync program puts words after it."""


class MediaFile(NamedTuple):
    """The file of a photo or hand-out in somebody's part of the folder."""

    path: Path
    stamp: Stamp


@dataclass
class MediaSeen:
    """What earlier runs of this start know of the files of photos and hand-outs."""

    bad: set[MediaFile] = field(default_factory=set)
    """Those that are not whole, as they were when somebody looked."""
    proved: set[MediaFile] = field(default_factory=set)
    """Those that were read whole."""


class SharedMedia:
    """What one run does with photos and hand-outs; `ours` is where the journal keeps its own.

    `own` is this computer's part of the shared folder, beside those of all others, and `before` its
    parts under ids that it had before.
    """

    def __init__(
        self,
        ours: MediaFolder,
        key: bytes,
        own: Path,
        seen: MediaSeen,
        before: Iterable[Path] = (),
    ) -> None:
        self._ours, self._seal, self._seen = ours, MediaSeal(key), seen
        self._own = own / MEDIA
        self._written_by_us = {self._own, *(part / MEDIA for part in before)}
        self._left = AT_ONCE
        self._tries = _REFUSALS
        self._all_seen = not self._own.is_symlink()
        self._may_look_at = _MOST_FILES
        self._lying: dict[str, list[MediaFile]] = {}
        self._elsewhere: dict[str, list[Path]] = {}
        """What stands in for those that a sync program has yet to bring, by their names."""
        for file in self._look():
            if stands_for := placeholder_target(file.path.name):
                self._elsewhere.setdefault(stands_for, []).append(file.path)
            else:
                self._lying.setdefault(file.path.name, []).append(file)

    def fetch(self, named: Iterable[str]) -> MediaTransfer:
        """Keep those of the named ones that are not here and lie in the folder, whole and sealed.

        What has no room on this computer, or is not there yet, comes another time.
        """
        came = missing = spoiled = 0
        more = False
        for sha256 in named:
            if self._ours.size(sha256) is not None:
                continue
            if self._left > 0 and self._tries and self._take(sha256):
                came += 1
                continue
            missing += 1
            waits = bool(self._whole(sha256))
            spoiled += self._seal.name(sha256) in self._lying and not waits
            more = more or (self._left <= 0 and waits)
        more = more and self._tries > 0
        return MediaTransfer(came=came, missing=missing, spoiled=spoiled, more=more)

    def offer(self, named: Iterable[str], without: Collection[Path] = ()) -> MediaTransfer:
        """Write those of the named ones that are here and nowhere in the folder.

        What lies in the parts of computers that go, `without`, does not count.

        Nothing is written where a part of the folder cannot be read just now: it may lie there.
        What has no room in the folder goes another time. Of what lies there a few are read again
        in each run, so that one that a disk changed there, or here, is written once more.
        """
        named = list(named)
        self._prove(named)
        unsent = 0
        more = False
        for sha256 in named if self._all_seen else ():
            size = self._ours.size(sha256)
            if size is None or self._lies_there(sha256, size, without):
                continue
            if self._left <= 0 or not self._tries:
                unsent += 1
                more = more or self._left <= 0
            elif not self._put(sha256):
                unsent += 1
        return MediaTransfer(unsent=unsent, more=more and self._tries > 0)

    def drop(self, named: Iterable[str]) -> None:
        """Remove our own files that none of these names needs. Raises DiskError.

        Files of others beside them stay.
        """
        names = {self._seal.name(sha256) for sha256 in named}
        every = [(name, file.path) for name, files in self._lying.items() for file in files]
        every += [(name, path) for name, paths in self._elsewhere.items() for path in paths]
        loose = (path for name, path in every if name not in names and _is_of_ours(name))
        ours = [path for path in loose if path.parent in self._written_by_us]
        with disk_errors(self._own):
            for path in ours:
                path.unlink(missing_ok=True)

    def _take(self, sha256: str) -> bool:
        for file in self._whole(sha256):
            data = self._opened(file, sha256)
            if data is not None or file in self._seen.bad:
                self._left -= file.stamp[0]
            if data is None:
                continue
            try:
                self._ours.put(data)
            except JournalError:  # no room here; the journal's own words need it more
                self._tries = 0
                return False
            return True
        return False

    def _prove(self, named: list[str]) -> None:
        """Check some files there, others each time; a whole one is read once in each session.

        A file that is whole there and damaged here is copied back.
        """
        unproved = [
            (file, sha256)
            for sha256 in named
            for file in self._whole(sha256)
            if file not in self._seen.proved
        ]
        left = _PROVED_AT_ONCE
        for file, sha256 in random.sample(unproved, len(unproved)):
            if left <= 0:
                break
            left -= file.stamp[0]
            data = self._opened(file, sha256)
            if data is not None and self._ours.size(sha256) is not None:
                with suppress(JournalError):  # no room for it just now
                    self._ours.put(data)

    def _opened(self, file: MediaFile, sha256: str) -> bytes | None:
        """Return the bytes there; None if they are damaged, or cannot be read just now."""
        sealed = bytes_in(file.path, file.stamp[0])
        if sealed is None:
            return None
        with suppress(MediaMissingError):
            data = self._seal.open(sealed, sha256)
            if hashlib.sha256(data).hexdigest() == sha256:
                self._seen.proved.add(file)
                return data
        self._seen.bad.add(file)
        return None

    def _whole(self, sha256: str) -> list[MediaFile]:
        """Return the files of a hash, without those that are known not to be whole."""
        files = self._lying.get(self._seal.name(sha256), ())
        return [file for file in files if file not in self._seen.bad]

    def _lies_there(self, sha256: str, size: int, without: Collection[Path]) -> bool:
        """Return whether the file there has its full length.

        A placeholder of a cloud counts as the file.
        """
        whole = [file.path for file in self._whole(sha256) if file.stamp[0] == size + MORE_BYTES]
        whole += self._elsewhere.get(self._seal.name(sha256), ())
        return any(path.parent.parent not in without for path in whole)

    def _put(self, sha256: str) -> bool:
        """Write one; return whether it is there, or cannot be, since its bytes here are damaged."""
        path = self._own / self._seal.name(sha256)
        try:
            data = self._ours.get(sha256)
            make_place(path.parent, self._own.parent.parent.parent)
            save_in_shared_folder(path, self._seal.seal(data, sha256))
        except MediaMissingError:
            return True
        except DiskFullError:
            self._tries = 0
            return False
        except JournalError:  # another one may go where the disk refuses this name
            self._tries -= 1
            return False
        self._left -= len(data)
        return True

    def _look(self) -> Iterator[MediaFile]:
        """Yield the files of everybody, our own first, none through a link."""
        others = [
            Path(entry.path) / MEDIA
            for entry in self._entries(self._own.parent.parent)
            if entry.is_dir(follow_symlinks=False) and entry.name != self._own.parent.name
        ]
        for folder in (self._own, *others):
            yield from filter(None, map(_media_file, self._entries(folder)))

    def _entries(self, folder: Path) -> "list[os.DirEntry[str]]":
        if folder.is_symlink():
            return []
        try:
            with os.scandir(folder) as found:
                entries = list(islice(found, self._may_look_at))
        except FileNotFoundError:
            return []
        except OSError:
            self._all_seen = False
            return []
        self._may_look_at -= len(entries)
        self._all_seen = self._all_seen and self._may_look_at > 0
        return entries


class DepartedMedia:
    """Which photos and hand-outs of a computer that is gone may go with it.

    `named` are those that we know of, and `deleted` those that are known to be deleted for good. A
    sync program may bring one before the batch that names it, and ours may be damaged: such a one
    stays, for it may be the only one.
    """

    def __init__(
        self, ours: MediaFolder, key: bytes, named: Iterable[str], deleted: Iterable[str]
    ) -> None:
        seal = MediaSeal(key)
        self._ours = ours
        self._named = {_mark(seal.name(sha256)): sha256 for sha256 in named}
        self._deleted = {_mark(seal.name(sha256)) for sha256 in deleted} - self._named.keys()

    def drop(self, place: Path) -> None:
        """Take those away that may go, and the computer's folders where they are empty then."""
        if place.is_symlink() or (place / MEDIA).is_symlink():
            return
        with suppress(OSError):  # there are none, or somebody else's stay
            files = [path for path in (place / MEDIA).iterdir() if _is_of_ours(path.name)]
            for path in [path for path in files if self._may_go(path.name)]:
                path.unlink(missing_ok=True)
            (place / MEDIA).rmdir()
        with suppress(OSError):
            place.rmdir()

    def _may_go(self, name: str) -> bool:
        mark = _mark(name)
        if mark.startswith(_BEGUN) or mark in self._deleted:
            return True
        with suppress(MediaMissingError):
            return mark in self._named and bool(self._ours.get(self._named[mark]))
        return False


def newest_first(named: Iterable[str]) -> Collection[str]:
    """Return each once, those that came last at the beginning."""
    return dict.fromkeys(reversed(list(named)))


def _is_of_ours(name: str) -> bool:
    """Return whether a file has a name that one of ours has, or what stands in for one."""
    return _OURS.fullmatch(placeholder_target(name) or name) is not None


def _mark(name: str) -> str:
    return (placeholder_target(name) or name)[:_MARK_LETTERS]


def _media_file(entry: "os.DirEntry[str]") -> MediaFile | None:
    with suppress(OSError):
        told = entry.stat(follow_symlinks=False)
        fits = (
            MORE_BYTES < told.st_size <= _MOST_BYTES or placeholder_target(entry.name) is not None
        )
        if entry.is_file(follow_symlinks=False) and fits:
            return MediaFile(Path(entry.path), (told.st_size, told.st_mtime_ns))
    return None
