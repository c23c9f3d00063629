"""Pictures and hand-outs beside copies: what is whole there, and bringing it where it is not.

A repair lays what it brings aside, and puts it in place with the journal.
"""

import shutil
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, Protocol

from homejournal.domain.errors import DiskFullError, MediaMissingError
from homejournal.domain.safe.copy_comparison import RestoredMedia
from homejournal.durable_writes import sync_folder
from homejournal.storage.file.backup_folder import BackupFolder
from homejournal.storage.file.disk import Rest, disk_errors_named, no_rest
from homejournal.storage.file.file_encryption import Key, begins_with, salt_of
from homejournal.storage.file.journal_folder import JournalFolder, make_folder, make_folder_inside
from homejournal.storage.media.media_folder import ENDING, MediaFolder


class OtherMediaPlaces(NamedTuple):
    """Where else pictures and hand-outs may be: beside further copies, and in memory by hash."""

    copies: Sequence[Path]
    held: Mapping[str, bytes]


class MediaHeld:
    """Pictures and hand-outs that are in memory, by the hash of their bytes."""

    def __init__(self, held: Mapping[str, bytes]) -> None:
        self._held = held

    def get(self, sha256: str) -> bytes:
        """Return the bytes; raises MediaMissingError if they are not here."""
        if sha256 not in self._held:
            raise MediaMissingError(sha256)
        return self._held[sha256]


def lay_aside(
    folder: JournalFolder,
    keys: Sequence[Key | None],
    named: Mapping[str, str],
    around: OtherMediaPlaces,
    rest: Rest,
) -> RestoredMedia:
    """Lay aside what of the named is not whole here and lies whole beside a copy, or around.

    The first key is the journal's, if it has one; the others may open what lies beside copies. What
    has no room stays where it is: the words need it more. Raises the disk's other errors.
    """
    key = keys[0]
    copies: list[MediaSource] = [MediaHeld(around.held)]
    for each in keys:
        copies += media_beside((folder.backups, *around.copies), each)
    found = look_for(named, MediaFolder(folder, key), copies, rest)
    aside = MediaFolder(JournalFolder(folder.repaired_media), key)
    forget_aside(folder)
    try:
        if found.back:
            with disk_errors_named(folder.path):
                make_folder_inside(folder.repaired_media)
        return bring(found, aside, copies, rest)
    except DiskFullError:
        return found


def put_back(folder: JournalFolder) -> None:
    """Move the files that were set aside to their places, over damaged ones.

    The empty folder goes with whatever else was begun, as the journal opens. Raises the disk's
    errors.
    """
    aside = JournalFolder(folder.repaired_media).media
    if aside.is_dir():
        with disk_errors_named(folder.path):
            make_folder(folder.media)
            for path in sorted(aside.iterdir()):
                path.replace(folder.media / path.name)
            sync_folder(folder.media)


def forget_aside(folder: JournalFolder) -> None:
    """Let what was laid aside go."""
    shutil.rmtree(folder.repaired_media, ignore_errors=True)


class MediaSource(Protocol):
    """Where pictures and hand-outs may be, by the hash of their bytes."""

    def get(self, sha256: str) -> bytes:
        """Return the bytes; raises MediaMissingError if they are not there, or not those."""


def media_beside(folders: Iterable[Path], key: Key | None) -> list[MediaFolder]:
    """Return what lies beside the copies in these folders, each folder once."""
    return [MediaFolder(JournalFolder(folder), key) for folder in dict.fromkeys(folders)]


def whole_in(folder: MediaSource, sha256: str) -> bytes | None:
    """Return the bytes of a hash; None if they are not there, or not those."""
    with suppress(MediaMissingError):
        return folder.get(sha256)
    return None


def first_whole(folders: Iterable[MediaSource], sha256: str) -> bytes | None:
    """Return the bytes of a hash from the first folder that has them whole."""
    found = (whole_in(folder, sha256) for folder in folders)
    return next((data for data in found if data is not None), None)


def look_for(
    named: Mapping[str, str],
    own: MediaFolder,
    copies: Sequence[MediaSource],
    rest: Rest = no_rest,
) -> RestoredMedia:
    """Return what of the named is not whole here: what lies whole in a copy, and what nowhere."""
    back: dict[str, str] = {}
    gone: dict[str, str] = {}
    for sha256, name in named.items():
        rest()
        if whole_in(own, sha256) is None:
            found = first_whole(copies, sha256)
            (gone if found is None else back)[sha256] = name
    return RestoredMedia(back, gone)


def bring(
    back: RestoredMedia, own: MediaFolder, copies: Sequence[MediaSource], rest: Rest = no_rest
) -> RestoredMedia:
    """Copy the missing media from the copies; return what came and what is whole nowhere.

    Whole files here stay untouched. Raises the disk's errors.
    """
    came: dict[str, str] = {}
    gone = dict(back.gone)
    for sha256, name in back.back.items():
        rest()
        data = first_whole(copies, sha256)
        if data is None:
            gone[sha256] = name
        else:
            own.put(data)
            came[sha256] = name
    return RestoredMedia(came, gone)


def drop_sealed_otherwise(place: BackupFolder, key: Key, named: Iterable[str]) -> None:
    """Delete what lies sealed under earlier keys, once no copy is left that has one of those.

    What is `named` is known to be of this key and not read. A copy that a cloud keeps elsewhere
    tells nothing of its key. Raises the disk's errors.
    """
    folder = MediaFolder(JournalFolder(place.path), key)
    with disk_errors_named(place.path):
        copies = {backup.path for backup in place.copies()}
        unread = {path for path in place.path.iterdir() if ".hj" in path.name} - copies
        if unread or any(begins_with(copy) != salt_of(key) for copy in copies):
            return
        known = {name for sha256 in named for name in folder.names(sha256)}
        sealed = (name for name in folder.lying() - known if name.endswith(ENDING))
        folder.drop([name for name in sealed if not folder.is_ours(name)])


def stamp_of(folder: MediaFolder, sha256: str) -> tuple[int, ...] | None:
    """Return what changes once other bytes lie under a hash; None if none lie there."""
    try:
        told = folder.path(sha256).stat()
    except OSError:
        return None
    return (told.st_dev, told.st_ino, told.st_size, told.st_mtime_ns)
