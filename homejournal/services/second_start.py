"""A second start asks the window that has the journal open to come up, and hands it its files.

Both are files in the journal's folder, where only this person may write: `show` is the bell, and
what is to be opened lies beside it, whole before the bell rings.
"""

import json
import os
import stat
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from homejournal.domain.limits import read_json
from homejournal.storage.file.journal_folder import JournalFolder, new_private_file

_MOST_BYTES = 1 << 16
_MOST_MESSAGES = 20
_MOST_FILES = 50
_MOST_LETTERS = 4_096
_STALE_SECONDS = 600
"""What a window did not hear before it ended is not opened by a later one."""
_OPEN_AS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
"""No link is followed, and no pipe waited for."""


def request_show(folder: Path, files: Sequence[Path] = ()) -> None:
    """Ask the window that has this journal open to show itself, and to open these files.

    Raises the disk's errors.
    """
    # Only a second start needs it, and a first one is to be light.
    from homejournal.storage.file.disk import disk_errors_named

    place = JournalFolder(folder)
    with disk_errors_named(folder):
        if files:
            told = json.dumps([str(file.absolute()) for file in files[:_MOST_FILES]])
            with new_private_file(place.handed(uuid4().hex)) as message:
                message.write(told.encode())
        place.show.touch(mode=0o600)


def show_requested(folder: Path) -> tuple[Path, ...] | None:
    """Return the files that other starts handed over since the last time, and forget them.

    None is returned where nobody asked for the window. Never raises.
    """
    place = JournalFolder(folder)
    try:
        place.show.unlink()
    except OSError:
        return None
    files: list[Path] = []
    for message in place.all_handed()[:_MOST_MESSAGES]:
        with suppress(OSError, ValueError):
            files += _files_in(message)
        with suppress(OSError):
            message.unlink()
    return tuple(files)


def _files_in(message: Path) -> list[Path]:
    """Return the files that a message names. Raises OSError or ValueError for any other file."""
    with os.fdopen(os.open(message, _OPEN_AS), "rb") as opened:
        about = os.fstat(opened.fileno())
        if not stat.S_ISREG(about.st_mode) or not _is_ours(about):
            raise ValueError(message)
        told = read_json(opened.read(_MOST_BYTES + 1)[:_MOST_BYTES])
    if not isinstance(told, list) or not all(map(_is_path, told)):
        raise ValueError(message)
    return [Path(name) for name in told[:_MOST_FILES]]


def _is_ours(about: os.stat_result) -> bool:
    """Return whether this person wrote it just now."""
    mine = os.name != "posix" or about.st_uid == os.getuid()
    return mine and abs(time.time() - about.st_mtime) < _STALE_SECONDS


def _is_path(told: object) -> bool:
    fits = isinstance(told, str) and len(told) <= _MOST_LETTERS and "\0" not in told
    return fits and Path(str(told)).is_absolute()
