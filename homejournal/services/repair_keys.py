"""The keys of a repair: the journal's own, and those of copies from before its password."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from homejournal.domain.errors import KeysDamagedError, WrongPasswordError
from homejournal.services.opening import copies_in
from homejournal.storage.encryption import begins_plain, is_encrypted, salt_of
from homejournal.storage.failures import naming
from homejournal.storage.folder import JournalFolder
from homejournal.storage.unread import is_of

if TYPE_CHECKING:
    from homejournal.storage.encryption import Key
    from homejournal.storage.key_slots import KeySlots


class RepairKeys:
    """What opens the journal, and what opens copies alone; a plain journal stays plain."""

    def __init__(self, folder: JournalFolder, own: "Key | None") -> None:
        self._folder = folder
        self.own = own
        self.more: tuple[Key, ...] = ()

    @property
    def of_copies(self) -> "tuple[Key, ...]":
        """Return all keys by which a copy may open."""
        return self.more if self.own is None else (self.own, *self.more)

    def locked_keys(self, beside: Sequence[Path]) -> "Iterator[KeySlots]":
        """Yield the locked keys that read: the journal's, then these beside copies; each once."""
        from homejournal.storage.keys_file import read_keys

        seen = []
        for keys in (self._folder.keys, *beside):
            with suppress(KeysDamagedError):
                slots = read_keys(keys)
                if slots.password not in seen:
                    seen.append(slots.password)
                    yield slots

    def unlock(self, typed: str, beside: Sequence[Path]) -> None:
        """Take what a password or a recovery sheet opens: the journal, copies, or both.

        Raises WrongPasswordError, KeysDamagedError where only a sheet can open anything, or the
        disk's errors.
        """
        from homejournal.domain.recovery_letters import SheetTypoError, read_letters
        from homejournal.storage.key_slots import key_of

        slots = tuple(self.locked_keys(beside))
        try:
            found = [key_of(read_letters(typed))]
        except SheetTypoError:  # then it is the password
            found = self._by_password(typed, slots)
        with naming(self._folder.path):
            for key in found:
                if self.own is None and self._is_own(key, slots):
                    self.own = key
                elif key not in self.of_copies:
                    self.more = (*self.more, key)

    def _by_password(self, typed: str, slots: "Sequence[KeySlots]") -> "list[Key]":
        from homejournal.storage.key_slots import key_by_password

        if not slots:
            raise KeysDamagedError(self._folder.path)
        found = []
        for one in slots:
            with suppress(WrongPasswordError):
                found.append(key_by_password(one, typed, self._folder.path))
        if not found:
            raise WrongPasswordError(self._folder.path)
        return found

    def _is_own(self, key: "Key", slots: "Sequence[KeySlots]") -> bool:
        """Return whether a key is that of the journal, or of its newest copy where no page tells.

        One that is typed for a copy alone must not become that of the whole journal.
        """
        journal = self._folder.journal
        if journal.is_file():
            if is_of(journal, key):
                return True
            if not (is_encrypted(journal) or self._lost_all_that_tells()):
                return False
        return not slots or slots[0].salt == salt_of(key)

    def _lost_all_that_tells(self) -> bool:
        """Return whether a file is empty or begins as none of ours, and no copy here is plain.

        So a journal with a password keeps it, whatever became of its file.
        """
        if begins_plain(self._folder.journal):
            return False
        newest = next(iter(copies_in(self._folder.path)), None)
        return newest is None or is_encrypted(newest.path)
