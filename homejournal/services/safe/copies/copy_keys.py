"""The key of a locked copy: from what somebody typed, or what opened it under an earlier key."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from homejournal.domain.errors import JournalError, KeysDamagedError, NotAJournalError
from homejournal.domain.safe.backups import Backup
from homejournal.domain.safe.passwords import EarlierCopies, read_letters, sheet_number
from homejournal.services.session import Session
from homejournal.storage.file.backup_folder import BackupFolder, keys_of
from homejournal.storage.file.disk import disk_errors_named
from homejournal.storage.file.file_encryption import (
    PLAIN,
    Key,
    begins_plain,
    begins_with,
    looks_encrypted,
    salt_of,
)
from homejournal.storage.file.journal_folder import JournalFolder
from homejournal.storage.keys.key_slots import key_by_password, key_of
from homejournal.storage.keys.keys_file import read_keys

if TYPE_CHECKING:
    from homejournal.services.safe.copies.second_place import SecondPlace


class EarlierKeys:
    """Tells copies that are locked with the journal's key of now from those of before."""

    def __init__(self, session: Session) -> None:
        self._store = session.store

    @property
    def number(self) -> str:
        """Return the number of the sheet that opens the journal now, or nothing without a key."""
        return "" if self._store.key is None else sheet_number(salt_of(self._store.key))

    def copies(self, elsewhere: "Iterable[SecondPlace]" = ()) -> EarlierCopies:
        """Return the encrypted copies that the key of now does not open.

        They are those in the journal's folder, and this computer's own at second places that are
        there: another computer has a key of its own. What cannot be read counts for none.
        """
        here = BackupFolder(self._store.folder.backups)
        folders = (here, *(place.folder for place in elsewhere))
        numbers = [
            number for folder in folders for number in _numbers(folder) if number != self.number
        ]
        return EarlierCopies(len(numbers), tuple(dict.fromkeys(numbers)))


def number_of(secret: bytes) -> str:
    """Return the number of the sheet that holds these 32 bytes."""
    return sheet_number(salt_of(key_of(secret)))


def _numbers(folder: BackupFolder) -> Iterator[str]:
    for copy in (*folder.copies(), *folder.before_updates()):
        with suppress(OSError):
            if looks_encrypted(copy.path):
                yield _number(copy.path)


def _number(copy: Path) -> str:
    return sheet_number(begins_with(copy))


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
    for path in [copy.path for copy in copies]:
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
    with disk_errors_named(path.parent):
        return path.is_file() and (begins_plain(path) or looks_encrypted(path))
