"""Copies from before the journal had a password: they are plain, until the family says what to do.

They are encrypted one by one under the journal's key, or deleted. A copy is replaced by a whole one
or not at all, so both can end at any moment and go on later. Such copies may also lie at a second
place, from before all that lies there was encrypted.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from homejournal.domain.errors import (
    JournalDamagedError,
    NotAJournalError,
    OtherKeyError,
    PasswordNeededError,
)
from homejournal.services.session import Session
from homejournal.storage.file.backup_folder import BackupFolder, keys_of, with_keys
from homejournal.storage.file.disk import disk_errors_named
from homejournal.storage.file.file_encryption import begins_plain, is_encrypted, looks_encrypted
from homejournal.storage.file.journal_folder import JournalFolder, remove
from homejournal.storage.keys.keys_file import read_keys

if TYPE_CHECKING:
    from homejournal.storage.file.disk import Rest
    from homejournal.storage.file.file_encryption import Key
    from homejournal.storage.keys.key_slots import KeySlots


class PlainCopiesDropped(NamedTuple):
    """How many copies went, and how many stayed since they hold what the journal has not."""

    gone: int
    kept: int


def plain_in(folder: BackupFolder) -> Iterator[Path]:
    """Yield the copies in whose bytes words may stand; what cannot be read counts for none.

    Those with locked keys are not even opened: a cloud would fetch each of them for that.
    """
    for copy in [one.path for one in folder.copies()]:
        with suppress(OSError):
            if not keys_of(copy).is_file() and _lies_plain(copy):
                yield copy


def encrypt_plain(folder: BackupFolder, keys: Path, key: "Key") -> None:
    """Encrypt the copies that lie plain, and lay locked keys beside each.

    One that is damaged cannot be, and stays. Raises the disk's errors.
    """
    from homejournal.storage.keys.encrypting import rekeyed_copy

    for copy in [one.path for one in folder.copies() if begins_plain(one.path)]:
        with suppress(JournalDamagedError, NotAJournalError), with_keys(keys, copy):
            rekeyed_copy(copy, copy, None, key)


def drop_plain(copies: Iterable[Path], session: "Session", rest: "Rest") -> PlainCopiesDropped:
    """Delete plain copies, but those of which anything reads that the journal has not.

    Raises JournalDamagedError where the journal does not read, JournalMissingError where a copy is
    gone, and the disk's errors.
    """
    from homejournal.services.safe.copies.compare_with_journal import holds_more
    from homejournal.storage.file.second_connection import read_contents

    store, gone, kept = session.store, 0, 0
    here = read_contents(store.folder.journal, store.key, rest)
    for copy in copies:
        may_go = False
        with suppress(PasswordNeededError, OtherKeyError):  # what is in it is not known
            may_go = not holds_more(copy, here, store.key, rest, thorough=True)
        if may_go:
            copy.unlink(missing_ok=True)
            keys_of(copy).unlink(missing_ok=True)
        gone, kept = gone + may_go, kept + (not may_go)
    return PlainCopiesDropped(gone, kept)


def _lies_plain(copy: Path) -> bool:
    """Return whether a copy without locked keys is plain, also where its beginning is damaged."""
    return begins_plain(copy) or (copy.stat().st_size > 0 and not looks_encrypted(copy))


Tell = Callable[[int, int], bool]
"""Hears how many parts are done and of how many; answers whether to go on."""


class PlainCopies:
    """What lies plain in the journal's folder beside it; what lies elsewhere never was."""

    def __init__(self, session: Session, make_copy: Callable[[], object]) -> None:
        self._store = session.store
        self._make_copy = make_copy

    def found(self) -> list[Path]:
        """Return the plain files, copies and what was set aside. Raises the disk's errors."""
        folder = self._store.folder
        with disk_errors_named(folder.path):
            kept = [*folder.backups.glob("*.hj"), *folder.quarantine.rglob("*")]
            return sorted(one for one in kept if one.is_file() and _is_plain(one))

    def encrypt(self, tell: Tell) -> int:
        """Encrypt them with their pictures, and return how many they were; any thread may do it.

        One that is damaged stays as it is. Raises PasswordNeededError where the journal has none,
        and the disk's errors.
        """
        key = self._store.key
        if key is None:
            raise PasswordNeededError(self._store.folder.path)
        plain, slots, done = self.found(), read_keys(self._store.folder.keys), 0
        for place, copy in enumerate(plain):
            if not tell(place, len(plain)):
                return done
            done += _is_encrypted_now(copy, key, slots)
        self._seal_media(key)
        return done

    def drop(self) -> int:
        """Delete the plain files, with their keys if any, and return how many they were.

        A copy of the journal as it is now is made first. Raises JournalDamagedError or the disk's
        errors; nothing is deleted where no copy could be made.
        """
        plain = self.found()
        if plain:
            self._make_copy()
        for copy in plain:
            with disk_errors_named(copy.parent):
                remove(copy)
                keys_of(copy).unlink(missing_ok=True)
        if self._store.key is not None:
            self._seal_media(self._store.key)
        return len(plain)

    def tidy(self) -> None:
        """Seal the pictures beside copies of which none is plain any more: a program was killed.

        Raises the disk's errors.
        """
        if self._store.write and self._store.key is not None and not self.found():
            self._seal_media(self._store.key)

    def _seal_media(self, key: "Key") -> None:
        from homejournal.storage.keys import encrypting

        encrypting.seal_media(JournalFolder(self._store.folder.backups), key)


def _is_encrypted_now(copy: Path, key: "Key", slots: "KeySlots") -> bool:
    """Encrypt a copy, and return whether it was whole enough for that."""
    from homejournal.storage.keys import encrypting
    from homejournal.storage.keys.keys_file import write_keys

    try:
        write_keys(keys_of(copy), slots)
        encrypting.rekeyed_copy(copy, copy, None, key)
    except (JournalDamagedError, NotAJournalError):
        keys_of(copy).unlink(missing_ok=True)
        return False
    copy.with_name(f"{copy.name}-journal").unlink(missing_ok=True)
    return True


def _is_plain(file: Path) -> bool:
    """Return whether words may be read in a file, also in a copy whose beginning is damaged."""
    return begins_plain(file) or (file.suffix == ".hj" and not is_encrypted(file))
