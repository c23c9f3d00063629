"""Lets the system forget files that it keeps in memory, as on the first start of a day."""

import os
from collections.abc import Iterable
from pathlib import Path


def can_forget() -> bool:
    """Return whether this system takes the wish to forget a file; it needs no rights."""
    return hasattr(os, "posix_fadvise")


def forget(folders: Iterable[Path]) -> None:
    """Have each file in these folders read from the disk again.

    What a running program has loaded stays in memory. Nothing else on the computer is slowed down,
    as it is where all that is kept in memory is dropped.
    """
    os.sync()  # what is not on the disk yet cannot be forgotten
    for file in (file for folder in folders for file in folder.rglob("*")):
        if file.is_file() and not file.is_symlink():
            _forget(file)


def _forget(file: Path) -> None:
    number = os.open(file, os.O_RDONLY)
    try:
        os.posix_fadvise(number, 0, 0, os.POSIX_FADV_DONTNEED)
    finally:
        os.close(number)
