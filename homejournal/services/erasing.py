"""Deleting a whole journal for good: afterwards there is none in its folder."""

from collections.abc import Iterable
from pathlib import Path
from uuid import UUID

from homejournal.storage.erasing import erase, remove_empty
from homejournal.storage.folder import JournalFolder
from homejournal.storage.journals_here import forget_here
from homejournal.storage.lock import WriterLock


def forget_journal(computer: Path | None, journal: UUID) -> None:
    """Remember no more, in the folder of this computer's settings, where a deleted journal lay."""
    if computer is not None:
        forget_here(computer, journal)


def erase_journal(folder: Path, copies: Iterable[Path] = ()) -> bool:
    """Delete the closed journal in a folder, with its copies there and in folders elsewhere.

    Returns whether the folder is gone, too: what somebody else laid into it stays. Raises
    JournalBusyError where a window still has the journal open, JournalReadOnlyError or DiskError.
    """
    found = JournalFolder(folder)
    lock = WriterLock(found.lock)
    lock.take()
    try:
        erase(found, copies)
    finally:
        lock.release()
    return remove_empty(found)
