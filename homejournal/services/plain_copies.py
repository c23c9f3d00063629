"""Copies from before the journal had a password: they are plain, until the family says what to do.

They are encrypted one by one under the journal's key, or deleted. A copy is replaced by a whole one
or not at all, so both can end at any moment and go on later.
"""

from collections.abc import Callable
from pathlib import Path

from homejournal.domain.errors import JournalDamagedError, NotAJournalError, PasswordNeededError
from homejournal.services.session import Session
from homejournal.storage.backup_folder import keys_of
from homejournal.storage.encryption import begins_plain, is_encrypted
from homejournal.storage.failures import naming
from homejournal.storage.folder import JournalFolder, remove

Tell = Callable[[int, int], bool]
"""Hears how many parts are done and of how many; answers whether to go on."""


class PlainCopies:
    """What lies plain in the journal's folder beside the journal."""

    def __init__(self, session: Session) -> None:
        self._store = session.store

    def found(self) -> list[Path]:
        """Return the plain files, copies and what was set aside. Raises the disk's errors."""
        folder = self._store.folder
        with naming(folder.path):
            kept = [*folder.backups.glob("*.hj"), *folder.quarantine.rglob("*")]
            return sorted(one for one in kept if one.is_file() and _is_plain(one))

    def encrypt(self, tell: Tell) -> int:
        """Encrypt them with their pictures, and return how many they were; any thread may do it.

        One that is damaged stays as it is. Raises PasswordNeededError where the journal has none,
        and the disk's errors.
        """
        from homejournal.storage import turning
        from homejournal.storage.keys_file import read_keys, write_keys

        key = self._store.key
        if key is None:
            raise PasswordNeededError(self._store.folder.path)
        slots, plain = read_keys(self._store.folder.keys), self.found()
        done = 0
        for place, copy in enumerate(plain):
            if not tell(place, len(plain)):
                return done
            try:
                write_keys(keys_of(copy), slots)
                turning.turned_copy(copy, copy, None, key)
                copy.with_name(f"{copy.name}-journal").unlink(missing_ok=True)
                done += 1
            except (JournalDamagedError, NotAJournalError):
                keys_of(copy).unlink(missing_ok=True)
        turning.seal_media(JournalFolder(self._store.folder.backups), key)
        return done

    def drop(self) -> int:
        """Delete them with their pictures, and return how many they were.

        Raises the disk's errors.
        """
        from homejournal.storage import turning

        plain = self.found()
        with naming(self._store.folder.path):
            for copy in plain:
                remove(copy)
                keys_of(copy).unlink(missing_ok=True)
        if self._store.key is not None:
            turning.seal_media(JournalFolder(self._store.folder.backups), self._store.key)
        return len(plain)


def _is_plain(file: Path) -> bool:
    """Return whether words may be read in a file, also in a copy whose beginning is damaged."""
    return begins_plain(file) or (file.suffix == ".hj" and not is_encrypted(file))
