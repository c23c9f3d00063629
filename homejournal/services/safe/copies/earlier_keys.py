"""Copies from under an earlier key: the password of then opens them, or the sheet of then."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from homejournal.domain.papers.recovery_sheet import EarlierCopies, sheet_number
from homejournal.services.session import Session
from homejournal.storage.file.backup_folder import BackupFolder
from homejournal.storage.file.file_encryption import begins_with, looks_encrypted, salt_of
from homejournal.storage.keys.key_slots import key_of

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
        numbers = [one for folder in folders for one in _numbers(folder) if one != self.number]
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
