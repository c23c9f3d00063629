"""From a password, the recovery sheet or this computer's keyring to the key of a journal.

All of it happens before a journal is open, and touches nothing in it. What lies in the keyring
opens one slot of `keys.json`: whoever uses the same account opens the journal then without a
password, so the family chooses it, and can take it back. It is an extra, never the only way.
"""

import logging
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar
from uuid import UUID

from homejournal.domain.errors import (
    JournalError,
    JournalMissingError,
    KeysDamagedError,
    NoiseError,
    OtherKeyError,
    WrongPasswordError,
)
from homejournal.domain.safe.passwords import SheetTypoError, is_meant_as_sheet, read_letters
from homejournal.storage.file.damaged_file import why_unread
from homejournal.storage.file.disk import disk_errors_named
from homejournal.storage.file.file_encryption import (
    Key,
    begins_with,
    has_only_plain_copies,
    has_pages_of,
    is_encrypted,
    salt_of,
)
from homejournal.storage.file.journal_folder import JournalFolder
from homejournal.storage.keys.key_copies import KeyCopies, bring_back, key_for, slots_for
from homejournal.storage.keys.keys_file import (
    key_by_computer,
    key_of,
    with_computer,
    without_computer,
)

if TYPE_CHECKING:
    from homejournal.storage.keys.keys_file import KeySlots


logger = logging.getLogger(__name__)

_SERVICE = "homejournal"
_LEAST_PRIORITY = 1
"""What the keyring library counts as a real one; less is a file or nothing at all."""
_SEAL_BYTES = 32


class Keyring(Protocol):
    """What is needed of a keyring; the library of that name has one for each system."""

    def get_password(self, service: str, username: str) -> str | None:
        """Return what is kept under a name."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep something under a name."""

    def delete_password(self, service: str, username: str) -> None:
        """Forget what is kept under a name."""


class KeyringSecrets:
    """What the keyring keeps for journals; where it is locked or missing, nothing is there."""

    def __init__(self, keyring: "Keyring | None" = None) -> None:
        self._keyring = keyring or _system_keyring()

    @property
    def is_possible(self) -> bool:
        """Return whether this computer has a keyring at all."""
        return self._keyring is not None

    def of(self, journal: UUID) -> tuple[UUID, bytes] | None:
        """Return the slot and the secret that open a journal here."""
        told = ""
        if self._keyring is not None:
            with _quietly():
                told = self._keyring.get_password(_SERVICE, str(journal)) or ""
        slot, _, seal = told.partition(":")
        try:
            found = UUID(slot), bytes.fromhex(seal)
        except ValueError:
            return None
        return found if len(found[1]) == _SEAL_BYTES else None

    def remember(self, slots: "KeySlots", key: "Key") -> "KeySlots":
        """Return the slots with one for this computer; as they were where it is refused."""
        made, slot, seal = with_computer(slots, key)
        if self._keyring is not None:
            with _quietly():
                self._keyring.set_password(_SERVICE, str(slots.journal), f"{slot}:{seal.hex()}")
                return made
        return slots

    def forget(self, slots: "KeySlots") -> "KeySlots":
        """Forget it, and return the slots without the one of this computer."""
        found = self.of(slots.journal)
        if found is None or self._keyring is None:
            return slots
        with _quietly():
            self._keyring.delete_password(_SERVICE, str(slots.journal))
        return without_computer(slots, found[0])


def _quietly() -> "suppress":
    """Let a keyring refuse in whatever way: each system has errors of its own."""
    return suppress(Exception)


def _system_keyring() -> "Keyring | None":
    try:
        import keyring

        found = keyring.get_keyring()
        is_real = found.priority >= _LEAST_PRIORITY
    except Exception:  # noqa: BLE001 - each system has errors of its own
        logger.info("this computer has no keyring")
        return None
    return found if is_real else None


Opened = TypeVar("Opened")


def open_typed(
    typed: str, by_sheet: Callable[[str], Opened], by_password: Callable[[str], Opened]
) -> Opened:
    """Open with the typed text as recovery sheet letters, or else as a password.

    Raises SheetTypoError if neither opens and a slip in the sheet's letters explains it, so that
    nobody looks for a password; else whatever `by_password` raises.
    """
    try:
        return by_sheet(typed)
    except SheetTypoError as typo:
        try:
            return by_password(typed)
        except (KeysDamagedError, WrongPasswordError):
            if is_meant_as_sheet(typed):
                raise typo from None
            raise


def needs_key(folder: Path) -> bool:
    """Return whether the journal in a folder is encrypted; False also where there is none."""
    try:
        return is_encrypted(JournalFolder(folder).journal)
    except OSError:
        return False


def key_by_password(folder: Path, password: str, copies: KeyCopies | None = None) -> Key:
    """Return the key that a password opens; any thread may call this, and it takes a moment.

    Raises WrongPasswordError, KeysDamagedError, JournalMissingError, or the disk's errors; where
    the key opens nothing of the file, JournalDamagedError, OtherFileError or OtherKeyError.
    """
    place = JournalFolder(folder)
    if not place.journal.is_file():
        raise JournalMissingError(folder)
    with disk_errors_named(folder):
        key = key_for(place, password, copies)
        _bring_back(place, copies)
    return key


def key_by_sheet(folder: Path, letters: str) -> Key:
    """Return the key printed on a recovery sheet; no other file is needed.

    Raises SheetTypoError for a typing slip, JournalDamagedError, OtherFileError or OtherKeyError if
    it opens nothing of the file, JournalMissingError, or the disk's errors.
    """
    key = key_of(read_letters(letters))
    place = JournalFolder(folder)
    if not place.journal.is_file():
        raise JournalMissingError(folder)
    with disk_errors_named(folder):
        if has_pages_of(place.journal, key):
            return key
        raise why_unread(place.journal, key)


def key_here(folder: Path, copies: KeyCopies | None = None) -> Key | None:
    """Return the key where this computer remembers it; a keyring may ask the person something.

    Nothing is told where there is none, or perhaps another journal's: the password is asked for.
    """
    place = JournalFolder(folder)
    with suppress(JournalError, OSError):
        slots = slots_for(place, copies)
        found = KeyringSecrets().of(slots.journal) if slots.computers else None
        if found is not None:
            key = key_by_computer(slots, *found, folder)
            if isinstance(why_unread(place.journal, key), OtherKeyError):
                return None
            _bring_back(place, copies)
            return key
    return None


def _bring_back(place: JournalFolder, copies: KeyCopies | None) -> None:
    """Keep the locked keys in both places again where a file was lost or is damaged."""
    with suppress(JournalError, OSError):
        begins = begins_with(place.journal)
        if bring_back(place, begins, copies) and copies is not None:
            copies.keep(slots_for(place, None))


def still_opens(folder: Path, key: Key) -> bool:
    """Return whether the journal's file, which may be another one by now, begins as the key's."""
    try:
        return begins_with(JournalFolder(folder).journal) == salt_of(key)
    except OSError:
        return False


class Unlocking:
    """What may be tried to open one journal, for a window that asks."""

    def __init__(self, folder: Path, settings: Path | None = None) -> None:
        self.folder = folder
        self._copies = None if settings is None else key_copies(settings)

    def by_password(self, password: str) -> Key:
        """Return the key; raises as `key_by_password` does."""
        return key_by_password(self.folder, password, self._copies)

    def by_sheet(self, letters: str) -> Key:
        """Return the key; raises as `key_by_sheet` does."""
        return key_by_sheet(self.folder, letters)

    def why_no_password(self) -> NoiseError | None:
        """Return why a journal that looks encrypted has no password to be asked for, if so.

        No locked keys are known and its copies are plain: it perhaps never had one.
        """
        place = JournalFolder(self.folder)
        with suppress(JournalError, OSError):
            try:
                slots_for(place, self._copies)
            except KeysDamagedError:
                if has_only_plain_copies(place.journal):
                    return NoiseError(self.folder)
        return None

    def here(self) -> Key | None:
        """Return the key where this computer remembers it, else None."""
        return key_here(self.folder, self._copies)


def key_copies(settings: Path) -> KeyCopies:
    """Return the copies of locked keys in the folder of this computer's settings."""
    return KeyCopies(settings / "keys")
