"""In which folders a journal lies on this computer: somebody may have copied one and use both."""

import json
from contextlib import suppress
from pathlib import Path
from uuid import UUID

from homejournal.domain.limits import read_json
from homejournal.storage.file.disk import write_whole
from homejournal.storage.file.journal_folder import JournalFolder, make_folder

FIRST = 1
_DISKS = tuple(map(Path, ("/media", "/run/media", "/mnt", "/Volumes")))
"""Where disks appear that can be taken away."""


def folder_number(computer: Path | None, journal: UUID, folder: Path) -> int:
    """Return the number of a folder among those of this computer in which one journal lies.

    It is remembered in the folder of this computer's settings, `computer`, and stays. A journal
    that was moved goes on with the number of the folder that it left; one on a disk that is away
    keeps its own. Where nothing can be remembered, it is the first.
    """
    if computer is None:
        return FIRST
    file = _file(computer, journal)
    known = _read(file)
    found = next((place for place, path in enumerate(known) if _is_same(path, folder)), None)
    if found is not None:
        return found + FIRST
    left = (place for place, path in enumerate(known) if _is_left(path))
    place = next(left, len(known))
    here = [*known[:place], folder.resolve(), *known[place + 1 :]]
    try:
        make_folder(file.parent)
        write_whole(file, json.dumps([str(path) for path in here]).encode())
    except OSError:
        return FIRST
    return place + FIRST


def forget_folders(computer: Path, journal: UUID) -> None:
    """Remember no more in which folders a journal lay, once it lies in none of them."""
    file = _file(computer, journal)
    with suppress(OSError):
        if all(map(_is_left, _read(file))):
            file.unlink(missing_ok=True)


def _file(computer: Path, journal: UUID) -> Path:
    return computer / "journals" / f"{journal}.json"


def _is_same(one: Path, folder: Path) -> bool:
    with suppress(OSError, ValueError):
        return one.samefile(folder)
    return False


def _is_left(folder: Path) -> bool:
    """Return whether no journal lies in a folder any more; that of a disk may be away with it."""
    with suppress(OSError):
        if JournalFolder(folder).journal.exists() or any(map(folder.is_relative_to, _DISKS)):
            return False
        return any(parent.exists() for parent in folder.parents)
    return False


def _read(file: Path) -> list[Path]:
    with suppress(OSError, ValueError):
        told = read_json(file.read_bytes())
        if isinstance(told, list) and all(isinstance(one, str) for one in told):
            return [Path(one) for one in told]
    return []
