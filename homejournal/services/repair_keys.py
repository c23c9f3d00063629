"""The keys of a repair: the journal's own, and those of copies from before its password."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from homejournal.domain.backups import Backup, Place
from homejournal.domain.errors import KeysDamagedError, WrongPasswordError
from homejournal.storage.backup_folder import keys_of
from homejournal.storage.encryption import begins_plain, is_encrypted, looks_encrypted, salt_of
from homejournal.storage.failures import naming
from homejournal.storage.folder import JournalFolder
from homejournal.storage.unread import is_of

if TYPE_CHECKING:
    from homejournal.storage.encryption import Key
    from homejournal.storage.key_slots import KeySlots

    _Opened = tuple[list[Key], bool]
    """The keys, and whether a sheet told them."""


class RepairKeys:
    """What opens the journal, and what opens copies alone; a plain journal stays plain."""

    def __init__(self, folder: JournalFolder, own: "Key | None") -> None:
        self._folder = folder
        self.own = own
        self.own_by_sheet = False
        self.more: tuple[Key, ...] = ()

    @property
    def of_copies(self) -> "tuple[Key, ...]":
        """Return all keys by which a copy may open."""
        return self.more if self.own is None else (self.own, *self.more)

    def locked_keys(self, copies: Sequence[Backup]) -> "Iterator[KeySlots]":
        """Yield the locked keys that read: the journal's, then those beside copies; each once."""
        from homejournal.storage.keys_file import read_keys

        seen = []
        for keys in (self._folder.keys, *(keys_of(one.path) for one in copies)):
            with suppress(KeysDamagedError):
                slots = read_keys(keys)
                if slots.password not in seen:
                    seen.append(slots.password)
                    yield slots

    def unlock(self, typed: str, copies: Sequence[Backup]) -> None:
        """Take what a password or a recovery sheet opens: the journal, copies, or both.

        Raises SheetTypoError for a slip in the letters of a sheet, WrongPasswordError,
        KeysDamagedError where only a sheet can open anything, or the disk's errors.
        """
        from homejournal.services.typed_keys import open_typed

        slots = tuple(self.locked_keys(copies))
        found, by_sheet = open_typed(typed, _by_letters, partial(self._by_password, slots=slots))
        with naming(self._folder.path):
            for key in found:
                if self.own is None and self._is_own(key, slots, copies):
                    self.own, self.own_by_sheet = key, by_sheet
                elif key not in self.of_copies:
                    self.more = (*self.more, key)

    def _by_password(self, typed: str, slots: "Sequence[KeySlots]") -> "_Opened":
        from homejournal.storage.key_slots import key_by_password

        if not slots:
            raise KeysDamagedError(self._folder.path)
        found = []
        for one in slots:
            with suppress(WrongPasswordError):
                found.append(key_by_password(one, typed, self._folder.path))
        if not found:
            raise WrongPasswordError(self._folder.path)
        return found, False

    def lack_own(self, copies: Sequence[Backup]) -> bool:
        """Return whether the journal had a password whose key is not known; raises OSError.

        Its locked keys lie there, or the newest copy that tells anything is encrypted.
        """
        if self.own is not None:
            return False
        newest = _newest(copies)
        is_locked = newest is not None and not begins_plain(newest)
        return is_locked or self._folder.keys.is_file()

    def _is_own(self, key: "Key", slots: "Sequence[KeySlots]", copies: Sequence[Backup]) -> bool:
        """Return whether a key is that of the journal, or of its newest copy where no page tells.

        One that is typed for a copy alone must not become that of the whole journal.
        """
        from homejournal.storage.keys_file import read_keys

        journal = self._folder.journal
        if journal.is_file():
            if is_of(journal, key):
                return True
            if begins_plain(journal):
                return False
        with suppress(KeysDamagedError):
            return read_keys(self._folder.keys).salt == salt_of(key)
        newest = _newest(copies)
        if newest is None or (begins_plain(newest) and self._is_noise()):
            return not slots or slots[0].salt == salt_of(key)
        return is_of(newest, key)

    def _is_noise(self) -> bool:
        return self._folder.journal.is_file() and is_encrypted(self._folder.journal)


def _newest(copies: Sequence[Backup]) -> Path | None:
    """Return the newest copy that tells whether it is encrypted, before what somebody showed."""
    for copy in sorted(copies, key=_in_turn, reverse=True):
        with suppress(OSError):  # a stick that was pulled out
            if begins_plain(copy.path) or looks_encrypted(copy.path):
                return copy.path
    return None


def _in_turn(copy: Backup) -> tuple[bool, bool, datetime]:
    return copy.place is not Place.SHOWN, not copy.before_update, copy.made


def _by_letters(letters: str) -> "_Opened":
    from homejournal.domain.recovery_letters import read_letters
    from homejournal.storage.key_slots import key_of

    return [key_of(read_letters(letters))], True
