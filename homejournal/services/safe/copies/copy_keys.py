"""The key of one locked copy, from what somebody typed, and which copies another key opens."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from homejournal.domain.errors import JournalError, KeysDamagedError, NotAJournalError
from homejournal.domain.safe.backups import Backup
from homejournal.domain.safe.recovery_letters import read_letters
from homejournal.storage.file.backup_folder import keys_of
from homejournal.storage.file.disk_errors import naming
from homejournal.storage.file.file_encryption import (
    PLAIN,
    Key,
    begins_plain,
    begins_with,
    looks_encrypted,
)
from homejournal.storage.file.journal_folder import JournalFolder
from homejournal.storage.keys.key_slots import key_by_password, key_of
from homejournal.storage.keys.keys_file import read_keys


def key_by_letters(typed: str) -> Key:
    """Return the key that is printed on a recovery sheet; raises SheetTypoError."""
    return key_of(read_letters(typed))


def key_by_word(copy: Path, password: str) -> Key:
    """Return the key that a password opens, from the locked keys beside a copy.

    Raises WrongPasswordError, KeysDamagedError, NotAJournalError where it is no copy, or the disk's
    errors.
    """
    try:
        slots = read_keys(keys_of(copy))
    except KeysDamagedError:
        if _may_be_copy(copy):
            raise
        raise NotAJournalError(copy.parent) from None
    return key_by_password(slots, password, copy.parent)


def open_otherwise(folder: Path, copies: Iterable[Backup]) -> frozenset[Path]:
    """Return the files of the encrypted copies among these that a journal's key does not open.

    Nobody has to open the journal in that folder for it. What cannot be read counts for none; so
    does each where nothing tells of the journal's own key.
    """
    begins = _begins(JournalFolder(folder))
    return frozenset() if begins is None else begin_otherwise(begins, copies)


def begin_otherwise(begins: bytes, copies: Iterable[Backup]) -> frozenset[Path]:
    """Return the files of the encrypted copies among these that do not begin so.

    What cannot be read counts for none.
    """
    found = set()
    for path in [one.path for one in copies]:
        with suppress(OSError):
            if begins_with(path) != begins and looks_encrypted(path):
                found.add(path)
    return frozenset(found)


def _begins(folder: JournalFolder) -> bytes | None:
    """Return how a journal's file begins, or did before a damage; None where nothing tells it."""
    with suppress(OSError):
        if begins_plain(folder.journal):
            return PLAIN
    with suppress(JournalError):
        return read_keys(folder.keys).salt
    with suppress(OSError):
        if looks_encrypted(folder.journal):
            return begins_with(folder.journal)
    return None


def _may_be_copy(path: Path) -> bool:
    with naming(path.parent):
        return path.is_file() and (begins_plain(path) or looks_encrypted(path))
