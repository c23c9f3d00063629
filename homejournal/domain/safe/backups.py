"""A copy of the journal, as the family hears of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

_KEYS = "keys.json"


class Place(StrEnum):
    """Where a copy lies."""

    HERE = "here"  # in the journal's own folder
    SECOND = "second"  # on a stick, another disk, a cloud's folder
    SHOWN = "shown"  # wherever it is that somebody shows it to a repair


class NotThere(StrEnum):
    """Why no copy could go to the second place."""

    FULL = "full"
    PLAIN = "plain"  # the journal has no password any more
    READ_ONLY = "read_only"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A copy that was opened and read whole before it got its name.

    `seq` orders the copies of one place; `made` is an instant with its offset, as the clock said.
    One that was made `before_update` of the journal's tables has no number, and stays. At a second
    place one may come from an `other_computer`, or from an `other_folder` in which the same journal
    lies on this one.
    """

    path: Path
    seq: int
    made: datetime
    place: Place = Place.HERE
    before_update: bool = False
    other_computer: bool = False
    other_folder: bool = False


def is_keys_file(path: Path) -> bool:
    """Return whether a file is called as the locked keys of a journal, or of a copy, are."""
    return path.name == _KEYS or path.name.endswith(f".{_KEYS}")
