"""A folder of copies: what lies there, the media beside them, and bringing a copy to a disk."""

import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from homejournal.domain.errors import DiskError
from homejournal.domain.safe.backups import Backup, Place
from homejournal.durable_writes import sync_folder, sync_written
from homejournal.storage.file.disk import Rest, disk_errors_named, no_rest, write_whole
from homejournal.storage.file.journal_folder import KEYS_ENDING, new_private_file

_PART = 1 << 20
"""Bytes of a file that are copied in one go."""


def bring(copy: Path, target: Path, rest: Rest = no_rest) -> None:
    """Bring a finished copy to another disk; it gets its name once the same bytes are read there.

    Raises DiskError if they are others, and the disk's other errors.
    """
    with disk_errors_named(target.parent):
        made = target.with_name(f".new-{target.name}")
        made.unlink(missing_ok=True)
        try:
            _bring(copy, made, rest)
            made.replace(target)
            sync_folder(target.parent)
        except BaseException:
            with suppress(OSError):
                made.unlink()
            raise


def _bring(copy: Path, made: Path, rest: Rest) -> None:
    with copy.open("rb") as source, new_private_file(made) as writing:
        sent = _passed_on(source, writing, rest)
        sync_written(writing)
    with made.open("rb") as arrived:
        if _passed_on(arrived, None, rest) != sent:
            raise DiskError(made.parent)


def _passed_on(source: BinaryIO, target: BinaryIO | None, rest: Rest) -> bytes:
    """Write what is read, and return its hash."""
    told = hashlib.sha256()
    while part := source.read(_PART):
        told.update(part)
        if target is not None:
            target.write(part)
        rest()
    return told.digest()


_NAME = re.compile(r"(\d{8,})-(\d{8}T\d{6}Z)\.hj")
_KEYS = re.compile(r".*\.keys.*\.json")
_BEFORE = re.compile(r"before-schema-\d+\.hj")
_STAMP = "%Y%m%dT%H%M%SZ"
_HASH = re.compile(r"[0-9a-f]{64}(\.sealed)?")
"""A picture or hand-out lies under a hash; in an encrypted journal it is sealed."""


class BackupFolder:
    """Copies of one journal; whatever else lies in the folder is none of ours."""

    def __init__(self, path: Path, place: Place = Place.HERE) -> None:
        self.path = path
        self.place = place

    def copies(self) -> list[Backup]:
        """Return the copies, the newest first; none if the folder cannot be read."""
        found = [backup for backup in map(self._read, self._names()) if backup]
        return sorted(found, key=lambda backup: (backup.seq, backup.made), reverse=True)

    def before_updates(self) -> list[Backup]:
        """Return the copies from before the tables were renewed, the newest first.

        None if the folder cannot be read.
        """
        paths = [self.path / name for name in self._names() if _BEFORE.fullmatch(name)]
        found: list[Backup] = []
        for path in paths:
            with suppress(OSError):  # it goes just now
                made = datetime.fromtimestamp(path.stat().st_mtime, UTC).replace(microsecond=0)
                copy = Backup(path=path, seq=0, made=made, place=self.place, before_update=True)
                found.append(copy)
        return sorted(found, key=lambda backup: backup.made, reverse=True)

    def called(self, name: str) -> Backup | None:
        """Return the copy of this name, or None if no copy is called so."""
        found = (*self.before_updates(), self._read(name))
        return next((backup for backup in found if backup and backup.path.name == name), None)

    def before_update(self, schema: int) -> Path:
        """Return where the copy lies that is made before the tables become those of a number."""
        return self.path / f"before-schema-{schema}.hj"

    def keys(self) -> list[Path]:
        """Return the locked keys that lie beside copies; none if the folder cannot be read.

        Some may lie there twice: a cloud puts words of its own into the name of the second.
        """
        return [self.path / name for name in self._names() if _KEYS.fullmatch(name)]

    def next_seq(self) -> int:
        """Return the number of the next copy."""
        return max((copy.seq for copy in self.copies()), default=0) + 1

    def named(self, seq: int, made: datetime) -> Backup:
        """Return a copy by its number and its instant; its file may still have to be made."""
        at = made.astimezone(UTC).replace(microsecond=0)
        path = self.path / f"{seq:08d}-{at.strftime(_STAMP)}.hj"
        return Backup(path=path, seq=seq, made=at, place=self.place)

    def drop(self, backup: Backup) -> None:
        """Delete a copy with its keys; one that is gone already is well. Raises OSError."""
        backup.path.unlink(missing_ok=True)
        keys_of(backup.path).unlink(missing_ok=True)

    @property
    def media(self) -> Path:
        """Return the folder of the pictures and hand-outs that belong to the copies."""
        return self.path / "media"

    def keep_media(self, media: Path) -> None:
        """Keep what lies in a journal's media folder, each under its hash and once.

        Raises OSError or DiskError.
        """
        missing = sorted(_hashes(media) - _hashes(self.media))
        if missing:
            self.media.mkdir(mode=0o700, exist_ok=True)
            for name in missing:
                _link_or_copy(media / name, self.media / name)
            sync_folder(self.media)

    def forget_media(self, names: Iterable[str]) -> None:
        """Delete pictures and hand-outs by the names of their files. Raises OSError."""
        for name in names:
            (self.media / name).unlink(missing_ok=True)

    def _names(self) -> Iterator[str]:
        with suppress(OSError), os.scandir(self.path) as found:
            yield from [entry.name for entry in found if entry.is_file(follow_symlinks=False)]

    def _read(self, name: str) -> Backup | None:
        match = _NAME.fullmatch(name)
        if match is None:
            return None
        try:
            made = datetime.strptime(match[2], _STAMP).replace(tzinfo=UTC)
        except ValueError:  # digits that are no day
            return None
        return Backup(path=self.path / name, seq=int(match[1]), made=made, place=self.place)


def keys_of(copy: Path) -> Path:
    """Return where the locked keys of an encrypted copy lie."""
    return copy.with_suffix(KEYS_ENDING)


@contextmanager
def with_keys(keys: Path | None, copy: Path) -> Iterator[None]:
    """Lay locked keys beside a copy that is being made, if there are any; both or none stay.

    The keys come first: a copy that lies there can always be opened. Raises OSError.
    """
    target = keys_of(copy)
    try:
        if keys is not None and keys.is_file():
            write_whole(target, keys.read_bytes())
        yield
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def _hashes(folder: Path) -> set[str]:
    if not folder.is_dir():
        return set()
    with os.scandir(folder) as found:
        return {entry.name for entry in found if _HASH.fullmatch(entry.name) and entry.is_file()}


def _link_or_copy(source: Path, target: Path) -> None:
    """Name the same bytes twice; what lies there is never changed. Another disk gets a copy.

    What is deleted for good at this moment is kept no more.
    """
    try:
        os.link(source, target)
    except FileNotFoundError:
        return
    except OSError:
        bring(source, target)
