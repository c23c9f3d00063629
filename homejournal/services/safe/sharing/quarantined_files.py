"""Strange files of a shared folder that were put aside, for whoever wants to see them."""

import hashlib
from pathlib import Path

from homejournal.storage.file.atomic_file import write_whole
from homejournal.storage.file.journal_folder import make_folder

MOST_ASIDE = 20
"""So many strange files are put aside; what more there is stays in the shared folder alone."""
_BEGINS, _ENDS, _LETTERS = "not-ours-", ".hjb", 16


def mark_of(data: bytes) -> str:
    """Return the beginning of the hash of the bytes, by which a file's name tells them."""
    return hashlib.sha256(data).hexdigest()[:_LETTERS]


def marks_in(quarantine: Path) -> set[str]:
    """Return the marks of the strange files that were put aside before."""
    names = (one.name for one in quarantine.glob(f"{_BEGINS}*{_ENDS}"))
    return {name.removeprefix(_BEGINS).removesuffix(_ENDS) for name in names}


def put_aside(quarantine: Path, data: bytes) -> None:
    """Put the bytes of a strange file aside. Raises OSError."""
    make_folder(quarantine)
    write_whole(quarantine / f"{_BEGINS}{mark_of(data)}{_ENDS}", data)
