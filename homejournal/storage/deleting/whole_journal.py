"""Emptying a journal folder for good: the journal, its copies, and all else that it put there."""

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from homejournal.durable_writes import sync_folder, sync_written
from homejournal.storage.file.disk_errors import naming
from homejournal.storage.file.journal_folder import JournalFolder

_STEP = 1 << 20
_ALSO = (
    "*.hj",
    "*.hj-journal",
    "journal.*",
    ".new-*",
    "*.new",
    "keys.json",
    "proof.json",
    "reserve.bin",
    "show",
)
"""Everything that this program, or a cloud beside it, makes of a journal in its folder."""


def erase(folder: JournalFolder, copies: Iterable[Path] = ()) -> None:
    """Delete the journal in a folder with all that belongs to it, and folders of copies elsewhere.

    Files are overwritten before they go, where the disk allows it. The journal itself goes last:
    where this is cut off, the journal opens again and shows that it is not done. What somebody
    else laid into the folder stays. Raises DiskError or JournalReadOnlyError.
    """
    with naming(folder.path):
        ours = (folder.quarantine, folder.backups, folder.repaired_media, folder.media)
        for part in (*copies, *ours):
            _erase_folder(part)
        for file in sorted(_files(folder), key=lambda one: one == folder.journal):
            _erase_file(file)
        sync_folder(folder.path)


def remove_empty(folder: JournalFolder) -> bool:
    """Delete the lock's file and the folder, if nothing else is in it; return whether it went."""
    with suppress(OSError):
        folder.lock.unlink(missing_ok=True)
        folder.path.rmdir()
        return True
    return False


def _files(folder: JournalFolder) -> Iterator[Path]:
    found = {path for pattern in _ALSO for path in folder.path.glob(pattern)}
    yield from (path for path in found - {folder.lock} if path.is_file() or path.is_symlink())


def _erase_folder(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        for file in path.rglob("*"):
            if file.is_file() and not file.is_symlink():
                _overwrite(file)
        shutil.rmtree(path)


def _erase_file(path: Path) -> None:
    if path.is_file() and not path.is_symlink():
        _overwrite(path)
    path.unlink(missing_ok=True)


def _overwrite(path: Path) -> None:
    """Write zeros over a file's bytes; a disk that keeps old blocks elsewhere keeps them still."""
    if path.stat().st_nlink > 1:  # the same bytes under another name, which goes by itself
        return
    with path.open("r+b", buffering=0) as file:
        left = os.fstat(file.fileno()).st_size
        while left > 0:
            left -= file.write(bytes(min(_STEP, left)))
        sync_written(file)
