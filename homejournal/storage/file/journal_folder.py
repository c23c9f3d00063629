"""The journal folder: which files lie in it, and that only this person may read them."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from homejournal.durable_writes import sync_folder

KEYS_ENDING = ".keys.json"
"""How the file ends that holds the locked keys of a copy beside it."""
_BEGUN = (".new", ".rebuilt", ".checked", ".repaired", ".turned", ".turned.new")
"""How the names end under which a journal is written beside itself, until it is whole."""


@dataclass(frozen=True, slots=True)
class JournalFolder:
    """The places inside one journal folder."""

    path: Path

    @property
    def journal(self) -> Path:
        """Return the journal's file."""
        return self.path / "journal.hj"

    @property
    def keys(self) -> Path:
        """Return the file of the locked keys; it is there only while the journal is encrypted."""
        return self.path / "keys.json"

    @property
    def lock(self) -> Path:
        """Return the file whose lock the one writer holds."""
        return self.path / "journal.lock"

    @property
    def media(self) -> Path:
        """Return the folder of pictures and hand-outs; it is made with the first of them."""
        return self.path / "media"

    def loose_media(self, device: object) -> Path:
        """Return the list of what a computer put into that folder and no record named yet."""
        return self.path / f"media-{device}.new"

    @property
    def backups(self) -> Path:
        """Return the folder of the journal's copies; it is made with the first of them."""
        return self.path / "backups"

    @property
    def quarantine(self) -> Path:
        """Return the folder of damaged files, each as it was found."""
        return self.path / "quarantine"

    @property
    def repaired_media(self) -> Path:
        """Return the folder of pictures and hand-outs that wait for the end of a repair."""
        return self.path / "media.repaired"

    @property
    def reserve(self) -> Path:
        """Return the file that holds room for the saves of a full disk."""
        return self.path / "reserve.bin"

    @property
    def proof(self) -> Path:
        """Return the file that tells the digest of a plain journal as it was closed."""
        return self.path / "proof.json"

    @property
    def show(self) -> Path:
        """Return the file by which a second start asks the first window to show itself."""
        return self.path / "show"

    def handed(self, name: str) -> Path:
        """Return a file by which a second start hands what it is to open to the first window."""
        return self.path / f"show-{name}.json"

    def all_handed(self) -> list[Path]:
        """Return all such files, in no order; none where the folder cannot be read."""
        return list(self.path.glob("show-*.json"))


def make_folder(path: Path) -> None:
    """Make a folder that only this person can read, with its parents as the system makes them.

    A power cut afterwards takes none of them away. Raises OSError.
    """
    made = [one for one in (path, *path.parents) if not one.exists()]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.mkdir(mode=0o700, exist_ok=True)
    for one in made:
        sync_folder(one.parent)


def make_folder_inside(path: Path) -> None:
    """Make a folder that only this person can read in one that is there. Raises OSError.

    Where the other is gone, it is not made anew: it lay on a stick that was pulled out.
    """
    is_new = not path.exists()
    path.mkdir(mode=0o700, exist_ok=True)
    if is_new:
        sync_folder(path.parent)


def new_private_file(path: Path) -> BinaryIO:
    """Open a new file that only this person can read. Raises OSError, also where it is there."""
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")


def remove(file: Path) -> None:
    """Remove a database that was not finished, if it is there, and what SQLite keeps beside it."""
    file.unlink(missing_ok=True)
    file.with_name(f"{file.name}-journal").unlink(missing_ok=True)


def drop_begun(folder: JournalFolder) -> None:
    """Remove unfinished copies of a program that was killed. Raises OSError.

    Only the holder of the writer's lock may call it: anybody else may be making a copy just now.
    """
    for ending in _BEGUN:
        remove(folder.journal.with_suffix(ending))
    shutil.rmtree(folder.repaired_media, ignore_errors=True)
    drop_begun_copies(folder.path)
    drop_begun_copies(folder.backups)
    drop_begun_keys(folder.backups)


def drop_begun_copies(path: Path) -> None:
    """Remove copies, pictures and hand-outs that were begun in a folder of copies.

    Only for whoever alone makes copies there. Raises OSError.
    """
    for pattern in (".new-*", "media/.new-*"):
        for begun in path.glob(pattern):
            remove(begun)


def drop_begun_keys(path: Path) -> None:
    """Remove locked keys that were begun in a folder of copies, and those whose copy never came.

    A copy that a cloud keeps elsewhere has another name here, of which its own is a part. Only for
    whoever alone makes copies there. Raises OSError.
    """
    for begun in path.glob(f"*{KEYS_ENDING}.new"):
        begun.unlink(missing_ok=True)
    copies = [one.name for one in path.glob("*") if not one.name.endswith(KEYS_ENDING)]
    for keys in path.glob(f"*{KEYS_ENDING}"):
        if not any(keys.name.removesuffix(KEYS_ENDING) in copy for copy in copies):
            keys.unlink(missing_ok=True)


def put_in_place(made: Path, target: Path) -> None:
    """Rename a finished database over its target; after a power cut either the old or new stands.

    The finished file was synced before.
    """
    made.with_name(f"{made.name}-journal").unlink(missing_ok=True)  # empty: it was closed
    made.replace(target)
    sync_folder(target.parent)
