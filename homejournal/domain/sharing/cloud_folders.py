"""Whether a folder is carried elsewhere by a cloud, or lies on another computer's disk.

SQLite files there can be copied half written, or be written by two computers at once
(https://sqlite.org/howtocorrupt.html).
"""

from collections.abc import Collection, Mapping
from enum import StrEnum
from pathlib import PurePath


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
