"""What is asked of a folder before its journal is opened: is it in use, locked, has it copies."""

from pathlib import Path
from typing import TYPE_CHECKING

from homejournal.storage.file.journal_folder import JournalFolder
from homejournal.storage.file.writer_lock import WriterLock
from homejournal.storage.journal.file_digest import begin

if TYPE_CHECKING:
    from homejournal.domain.safe.backups import Backup


def has_copies(folder: Path) -> bool:
    """Return whether copies of a journal lie in a folder, perhaps without the journal itself."""
    return bool(copies_in(folder))


def copies_in(folder: Path) -> "list[Backup]":
    """Return the copies of a journal in its folder, the newest first; the journal may be gone.

    Those from before an update of its tables come last.
    """
    from homejournal.storage.file.backup_folder import BackupFolder

    copies = BackupFolder(JournalFolder(folder).backups)
    return [*copies.copies(), *copies.before_updates()]


_PLAIN = b"SQLite format 3\0"


def is_open_elsewhere(folder: Path) -> bool:
    """Return whether another program writes in the journal of a folder right now."""
    return WriterLock(JournalFolder(folder).lock).is_held_elsewhere()


def is_plain_or_none(folder: Path) -> bool:
    """Return whether the journal's file begins like a plain one, or there is none to read."""
    try:
        with JournalFolder(folder).journal.open("rb") as file:
            return file.read(len(_PLAIN)) in {_PLAIN, b""}
    except OSError:
        return True


def begin_to_read(folder: Path) -> None:
    """Begin to read a plain journal whole on a thread, while the window is still loaded."""
    if is_plain_or_none(folder):
        begin(JournalFolder(folder).journal)
