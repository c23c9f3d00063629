"""Which copies lie in a journal's folder, told without opening the journal."""

from pathlib import Path

from homejournal.domain.safe.backups import Backup
from homejournal.storage.file.journal_folder import JournalFolder


def has_copies(folder: Path) -> bool:
    """Return whether copies of a journal lie in a folder, perhaps without the journal itself."""
    return bool(copies_in(folder))


def copies_in(folder: Path) -> list[Backup]:
    """Return the copies of a journal in its folder, the newest first; the journal may be gone.

    Those from before an update of its tables come last.
    """
    from homejournal.storage.file.backup_folder import BackupFolder

    copies = BackupFolder(JournalFolder(folder).backups)
    return [*copies.copies(), *copies.before_updates()]
