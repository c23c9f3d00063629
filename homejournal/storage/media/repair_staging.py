"""Pictures and hand-outs that a repair brings: laid aside, and put in place with the journal."""

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from homejournal.domain.errors import DiskFullError, MediaMissingError
from homejournal.domain.safe.copy_contents import RestoredMedia
from homejournal.durable_writes import sync_folder
from homejournal.storage.file.disk_errors import naming
from homejournal.storage.file.file_encryption import Key
from homejournal.storage.file.journal_folder import JournalFolder, make_folder, make_folder_inside
from homejournal.storage.file.pauses import Rest
from homejournal.storage.media.copies import MediaSource, bring, look_for, media_beside
from homejournal.storage.media.media_folder import MediaFolder


class Around(NamedTuple):
    """Where else pictures and hand-outs may be: beside further copies, and in memory by hash."""

    copies: Sequence[Path]
    held: Mapping[str, bytes]


class MediaHeld:
    """Pictures and hand-outs that are in memory, by the hash of their bytes."""

    def __init__(self, held: Mapping[str, bytes]) -> None:
        self._held = held

    def get(self, sha256: str) -> bytes:
        """Return the bytes; raises MediaMissingError where they are not here."""
        if sha256 not in self._held:
            raise MediaMissingError(sha256)
        return self._held[sha256]


def lay_aside(
    folder: JournalFolder,
    keys: Sequence[Key | None],
    named: Mapping[str, str],
    around: Around,
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
            with naming(folder.path):
                make_folder_inside(folder.repaired_media)
        return bring(found, aside, copies, rest)
    except DiskFullError:
        return found


def put_back(folder: JournalFolder) -> None:
    """Put what was laid aside in its place; what is damaged there makes room for it.

    Raises the disk's errors.
    """
    aside = JournalFolder(folder.repaired_media).media
    if aside.is_dir():
        with naming(folder.path):
            make_folder(folder.media)
            for one in sorted(aside.iterdir()):
                one.replace(folder.media / one.name)
            sync_folder(folder.media)
    forget_aside(folder)


def forget_aside(folder: JournalFolder) -> None:
    """Let what was laid aside go."""
    shutil.rmtree(folder.repaired_media, ignore_errors=True)
