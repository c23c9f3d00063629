"""Why a key reads nothing of a journal's file: the file is damaged, or the key is another's.

Noise tells neither: a file of another journal looks like one whose every block was lost.
"""

from pathlib import Path

from homejournal.domain.errors import (
    JournalDamagedError,
    JournalFileError,
    OtherFileError,
    OtherKeyError,
)
from homejournal.storage.file.backup_folder import BackupFolder
from homejournal.storage.file.file_encryption import (
    Key,
    begins_with,
    has_pages_of,
    looks_encrypted,
    salt_of,
)
from homejournal.storage.file.journal_folder import JournalFolder
from homejournal.storage.file.page_carving import Row, carve


def is_of(path: Path, key: Key) -> bool:
    """Return whether a file begins as those of a key do, or holds a page of it; raises OSError."""
    return begins_with(path) == salt_of(key) or has_pages_of(path, key)


def why_unread(path: Path, key: Key) -> JournalFileError:
    """Return what is known of a journal's file that does not open with a key; raises OSError.

    It is damaged where it began as the key's, or is no encrypted file at all. A key that opens a
    copy of the journal is the right one, and nothing of the file is known then.
    """
    if is_of(path, key) or not looks_encrypted(path):
        return JournalDamagedError(path.parent)
    if opens_a_copy(path.parent, key):
        return OtherFileError(path.parent)
    return OtherKeyError(path.parent)


def reads_as_ours(path: Path) -> bool:
    """Return whether a journal's own file holds anything that a hash proves, wherever it begins.

    A file of another name is not looked through. Raises OSError.
    """
    from homejournal.storage.file.page_carving import MOST_BYTES, revision_of

    if path != JournalFolder(path.parent).journal or path.stat().st_size > MOST_BYTES:
        return False
    return any(isinstance(one, Row) and revision_of(one.columns) for one in carve(path))


def opens_a_copy(folder: Path, key: Key) -> bool:
    """Return whether a key is that of a copy in the folder of a journal; raises OSError."""
    copies = BackupFolder(JournalFolder(folder).backups)
    return any(is_of(one.path, key) for one in (*copies.copies(), *copies.before_updates()))
