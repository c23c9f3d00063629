"""Which key opens a copy, and the copies that no key locks yet.

A copy from before the journal had a password is plain until the family says what to do: it is
encrypted under the journal's key, or deleted. A copy is replaced by a whole one or not at all, so
both can end at any moment and go on later. Such copies may also lie at a second place, from before
all that lies there was encrypted.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from homejournal.domain.errors import (
    JournalDamagedError,
    JournalError,
    KeysDamagedError,
    NotAJournalError,
    OtherKeyError,
    PasswordNeededError,
)
from homejournal.domain.safe.backups import Backup
from homejournal.domain.safe.passwords import EarlierCopies, read_letters, sheet_number
from homejournal.services.safe.copies.compare_with_journal import holds_more
from homejournal.services.session import Session
from homejournal.storage.file.backup_folder import BackupFolder, keys_of, with_keys
from homejournal.storage.file.disk import Tell, disk_errors_named
from homejournal.storage.file.file_encryption import (
    PLAIN,
    Key,
    begins_plain,
    begins_with,
    is_encrypted,
    looks_encrypted,
    salt_of,
)
from homejournal.storage.file.journal_folder import JournalFolder, remove
from homejournal.storage.file.second_connection import read_contents
from homejournal.storage.keys.keys_file import key_by_password, key_of, read_keys

if TYPE_CHECKING:
    from homejournal.storage.file.disk import Rest
    from homejournal.storage.keys.keys_file import KeySlots


class PlaceWithCopies(Protocol):
    """A place elsewhere, such as a second one, with the folder of this computer's copies there."""

    @property
    def folder(self) -> BackupFolder:
        """Return that folder."""


class EarlierKeys:
    """Tells copies that are locked with the journal's key of now from those of before."""

    def __init__(self, session: Session) -> None:
        self._store = session.store

    @property
    def number(self) -> str:
        """Return the number of the sheet that opens the journal now, or nothing without a key."""
        return "" if self._store.key is None else sheet_number(salt_of(self._store.key))

    def copies(self, elsewhere: Iterable[PlaceWithCopies] = ()) -> EarlierCopies:
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

    Raises WrongPasswordError, KeysDamagedError, NotAJournalError if it is no copy, or the disk's
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
    """Return how a journal's file begins, or did before a damage; None if nothing tells it."""
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


class PlainCopiesDropped(NamedTuple):
    """How many copies went, and how many stayed since they hold what the journal has not."""

    gone: int
    kept: int


def plain_in(folder: BackupFolder) -> Iterator[Path]:
    """Yield the copies in whose bytes words may stand; what cannot be read counts for none.

    Those with locked keys are not even opened: a cloud would fetch each of them for that.
    """
    for copy in [backup.path for backup in folder.copies()]:
        with suppress(OSError):
            if not keys_of(copy).is_file() and _lies_plain(copy):
                yield copy


def encrypt_plain(folder: BackupFolder, keys: Path, key: "Key") -> None:
    """Encrypt the copies that lie plain, and lay locked keys beside each.

    One that is damaged cannot be, and stays. Raises the disk's errors.
    """
    from homejournal.storage.keys.encrypting import rekeyed_copy

    for copy in [backup.path for backup in folder.copies() if begins_plain(backup.path)]:
        with suppress(JournalDamagedError, NotAJournalError), with_keys(keys, copy):
            rekeyed_copy(copy, copy, None, key)


def drop_plain(copies: Iterable[Path], session: "Session", rest: "Rest") -> PlainCopiesDropped:
    """Delete plain copies, except those that hold something the journal lacks.

    Raises JournalDamagedError if the journal cannot be read, JournalMissingError if a copy is gone,
    and the disk's errors.
    """
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
            return sorted(file for file in kept if file.is_file() and _is_plain(file))

    def encrypt(self, tell: Tell) -> int:
        """Encrypt them with their pictures, and return how many they were; any thread may do it.

        One that is damaged stays as it is. Raises PasswordNeededError if the journal has none,
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
