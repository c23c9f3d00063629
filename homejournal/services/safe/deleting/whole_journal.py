"""Deleting a whole journal for good: afterwards there is none in its folder."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from uuid import UUID

from homejournal.services.safe.keys.unlocking import key_copies
from homejournal.storage.deleting.whole_journal import erase, remove_empty
from homejournal.storage.file.file_encryption import begins_with, looks_encrypted
from homejournal.storage.file.journal_folder import JournalFolder
from homejournal.storage.file.known_journals import forget_here
from homejournal.storage.file.writer_lock import WriterLock


def forget_journal(computer: Path | None, journal: UUID, begins: bytes | None = None) -> None:
    """Remember no more, in the folder of this computer's settings, where a deleted journal lay.

    The locked keys of a file that begins so go, too: no copy is left that they would open.
    """
    if computer is None:
        return
    forget_here(computer, journal)
    if begins is not None:
        key_copies(computer).drop(begins)


def begins_locked(folder: Path) -> bytes | None:
    """Return how the encrypted journal in a folder begins, before it goes; None where none is."""
    journal = JournalFolder(folder).journal
    with suppress(OSError):
        if looks_encrypted(journal):
            return begins_with(journal)
    return None


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
