"""Files that sync programs make: cloud folders, placeholders and conflict copies.

SQLite files in such a folder can be copied half written, or be written by two computers at once
(https://sqlite.org/howtocorrupt.html).

A placeholder stands for a file that lies in the cloud alone. An older macOS keeps `.NAME.icloud`;
Nextcloud and ownCloud keep `NAME.nextcloud` and `NAME.owncloud`. Newer ones keep the name, and
bring what is read.

A conflict copy is a second file where two computers changed one. Dropbox, OneDrive, Syncthing,
Nextcloud, Google Drive, iCloud and file managers each name it in a way of their own.
"""

import re
from collections.abc import Collection, Mapping
from enum import StrEnum
from pathlib import PurePath

_COPY_NAMES = (
    r"journal \(.*conflicted copy.*\)\.hj",  # Dropbox, Nextcloud, ownCloud
    r"journal.*\bconflict(ed)?\b.*\.hj",  # also (case conflict), _conf(…), conflict-…
    r"journal\.sync-conflict-\d{8}-\d{6}(-[A-Z0-9]+)?\.hj",  # Syncthing
    r"journal_conf\(.*\)\.hj",  # Seafile, pCloud
    r"journal \(SFConflict .*\)\.hj",  # Seafile
    r"journal ?\(\d{1,4}\)\.hj",  # browsers, Windows, Google Drive
    r"journal \d{1,4}\.hj",  # macOS, iCloud
    r"journal[- ]copy(?: ?\(?\d{0,4}\)?)\.hj|journal copy( \d{1,4})?\.hj",  # macOS
    r"journal - copy( \(\d{1,4}\))?\.hj",  # Windows
    r"copy of journal\.hj",  # Google Drive
    r"journal \(copy(?: \d{1,4})?\)\.hj",  # GNOME, KDE
    r"journal-[^/\\]{1,63}\.hj",  # OneDrive puts the computer's name after a hyphen
)
_COPY = re.compile("|".join(f"(?:{name})" for name in _COPY_NAMES), re.IGNORECASE)


def is_copy_of_journal(name: str) -> bool:
    """Return whether a file's name is one that a copy of `journal.hj` gets."""
    return _COPY.fullmatch(name) is not None


_HIDDEN, _ICLOUD = ".", ".icloud"
_ENDINGS = (".nextcloud", ".owncloud")


def placeholder_target(name: str) -> str | None:
    """Return the name of the file that a placeholder of this name stands for, or None."""
    if name.startswith(_HIDDEN) and name.endswith(_ICLOUD):
        return name[len(_HIDDEN) : -len(_ICLOUD)] or None
    ending = next((one for one in _ENDINGS if name.endswith(one)), None)
    return name.removesuffix(ending) or None if ending else None


def placeholder_names(name: str) -> tuple[str, ...]:
    """Return the names that a placeholder of a file may have."""
    return (f"{_HIDDEN}{name}{_ICLOUD}", *(f"{name}{ending}" for ending in _ENDINGS))


class Carrier(StrEnum):
    """Who carries a folder elsewhere."""

    DROPBOX = "Dropbox"
    GOOGLE_DRIVE = "Google Drive"
    ICLOUD = "iCloud"
    NEXTCLOUD = "Nextcloud"
    ONEDRIVE = "OneDrive"
    SYNCTHING = "Syncthing"
    NETWORK = "network"


_VARIABLES = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")
"""Of the system; each names the folder that OneDrive carries."""
_NAMES = {
    "dropbox": Carrier.DROPBOX,
    "google drive": Carrier.GOOGLE_DRIVE,
    "googledrive": Carrier.GOOGLE_DRIVE,
    "iclouddrive": Carrier.ICLOUD,
    "mobile documents": Carrier.ICLOUD,
    "nextcloud": Carrier.NEXTCLOUD,
    "owncloud": Carrier.NEXTCLOUD,
    "onedrive": Carrier.ONEDRIVE,
}
"""How the folders are called that these programs make; "Dropbox (Smith)" is one, too."""
_MARKS = {
    ".dropbox": Carrier.DROPBOX,
    ".dropbox.cache": Carrier.DROPBOX,
    ".nextcloudsync.log": Carrier.NEXTCLOUD,
    ".owncloudsync.log": Carrier.NEXTCLOUD,
    ".stfolder": Carrier.SYNCTHING,
}
"""What lies in the folders that they carry."""
MARKS: Collection[str] = frozenset(_MARKS)
_NETWORK = frozenset(
    {"9p", "afs", "cifs", "davfs", "fuse.davfs2", "fuse.rclone", "fuse.sshfs", "nfs", "nfs4"}
    | {"smb3", "smbfs"}
)


def carrier_by_name(folder: PurePath, variables: Mapping[str, str]) -> Carrier | None:
    """Return who carries a folder, by the names of its parents and the system's variables."""
    for name in _VARIABLES:
        carried = variables.get(name)
        if carried and folder.is_relative_to(PurePath(carried)):
            return Carrier.ONEDRIVE
    for part in folder.parts:
        plain = part.casefold()
        for name, carrier in _NAMES.items():
            if plain == name or plain.startswith((f"{name} (", f"{name} -")):
                return carrier
    return None


def carrier_by_marks(found: Collection[str]) -> Carrier | None:
    """Return who carries a folder in which files of these names lie, or in one of its parents."""
    return next((carrier for mark, carrier in _MARKS.items() if mark in found), None)


def carrier_by_mounts(folder: PurePath, mounts: str) -> Carrier | None:
    """Return NETWORK where Linux's list of mounts (`/proc/self/mountinfo`) says so."""
    best, kind = -1, ""
    for line in mounts.splitlines():
        told, _, of = line.partition(" - ")
        parts = told.split(" ")
        if len(parts) < 5 or not of:
            continue
        place = PurePath(parts[4].replace("\\040", " "))
        if folder.is_relative_to(place) and len(place.parts) >= best:
            best, kind = len(place.parts), of.split(" ")[0]
    return Carrier.NETWORK if kind in _NETWORK else None
