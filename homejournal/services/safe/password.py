"""The password of an open journal: set, changed, taken away, and what the recovery sheet holds."""

from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from homejournal.domain.errors import (
    JournalError,
    JournalReadOnlyError,
    JournalTooNewError,
    KeysDamagedError,
    PasswordNeededError,
    StaleChangeError,
    WrongPasswordError,
)
from homejournal.services.safe.unlocking import KeyringSecrets
from homejournal.services.session import Session
from homejournal.storage.file.backup_folder import BackupFolder
from homejournal.storage.file.file_encryption import Key, salt_of
from homejournal.storage.file.journal_folder import JournalFolder
from homejournal.storage.journal.opening import open_again
from homejournal.storage.keys import encrypting
from homejournal.storage.keys.key_copies import bring_back, follow_password
from homejournal.storage.keys.keys_file import (
    Costs,
    KeySlots,
    key_by_password,
    new_key,
    new_slots,
    read_keys,
    secret_of,
    with_password,
    write_keys,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from homejournal.services.safe.copies.copy_encryption import PlaceWithCopies
    from homejournal.storage.keys.key_copies import KeyCopies

SHEET_AGE = timedelta(days=365)
"""After so long the family is asked whether it still knows where the sheet lies."""


@dataclass(frozen=True, slots=True)
class RekeyedCopy:
    """A copy of the journal that is ready to take its place; no part of it is ever shown."""

    made: Path
    key: Key | None = field(repr=False)
    slots: KeySlots | None = field(repr=False)
    changes: int


class Password:
    """What can be done about the password while the journal is open."""

    costs = Costs()
    """What one try of a password takes; tests take less."""
    keyring: "Callable[[], KeyringSecrets]" = KeyringSecrets
    """Makes the keyring of this computer; tests have one in memory."""

    def __init__(
        self,
        session: Session,
        before: "Callable[[str], object]",
        copies: "KeyCopies | None" = None,
    ) -> None:
        self._session = session
        self._store = session.store
        self._before = before
        self.copies = copies

    @property
    def is_set(self) -> bool:
        """Return whether the journal is encrypted."""
        return self._store.key is not None or self._store.is_locked

    @property
    def keys_are_whole(self) -> bool:
        """Return whether the password opens the journal; else only the recovery sheet does."""
        return self._kept_slots() is not None

    @property
    def sheet_checked(self) -> date | None:
        """Return the day on which the recovery sheet was last typed in; one to come is none."""
        checked = (slots := self._kept_slots()) and slots.sheet_checked
        return checked if checked and checked <= self._session.today() else None

    def sheet_is_old(self, today: date) -> bool:
        """Return whether it is a year since the recovery sheet was last looked for."""
        checked = self.sheet_checked
        return self.is_set and (checked is None or today - checked >= SHEET_AGE)

    @property
    def secret(self) -> bytes:
        """Return the 32 bytes of the recovery sheet; raises PasswordNeededError without a key."""
        return secret_of(self._key)

    @staticmethod
    def new_key() -> Key:
        """Return a random key for a journal that is to get a password."""
        return new_key()

    def prepare_on(self, key: Key, password: str) -> RekeyedCopy:
        """Make the journal's encrypted copy, after a copy as it is now; any thread may do it.

        Raises JournalDamagedError, JournalReadOnlyError or the disk's errors.
        """
        changes = self._may_turn()
        slots = new_slots(self._session.settings.id, key, password, self.costs)
        made = encrypting.prepare_rekeyed(self._store.folder, None, key)
        return RekeyedCopy(made, key, replace(slots, sheet_checked=self._session.today()), changes)

    def prepare_off(self) -> RekeyedCopy:
        """Make the journal's plain copy, pictures included; any thread may do it.

        Raises as `prepare_on` does, and PasswordNeededError if the journal is locked.
        """
        changes = self._may_turn()
        made = encrypting.prepare_rekeyed(self._store.folder, self._key, None)
        return RekeyedCopy(made, None, None, changes)

    def finish(self, turned: RekeyedCopy) -> None:
        """Replace the journal by the prepared copy, and go on with it.

        For an encrypted journal, `seal_media` does the rest. Raises StaleChangeError if something
        was written meanwhile (prepare it again then), and the disk's errors; the journal stays
        unchanged.
        """
        if self._store.changes != turned.changes:
            encrypting.drop_leftovers(self._store.folder)
            raise StaleChangeError
        if turned.slots is not None:
            self._write(turned.slots)
            self._swap(turned)
        else:
            encrypting.write_plain_media(self._store)
            self._swap(turned)
            self._forget_keys()

    def seal_media(self) -> int:
        """Seal what lies plain of pictures and hand-outs; return how many there were.

        Any thread may do it; ended early, it goes on the next time. Raises the disk's errors.
        """
        key = self._store.key
        return 0 if key is None else encrypting.seal_media(self._store.folder, key)

    def tidy(self) -> None:
        """Finish what a program that was killed left half done. Raises the disk's errors."""
        if self._store.write:
            encrypting.drop_leftovers(self._store.folder)
            self.seal_media()
            self._tidy_keys(self._store.folder)

    def _tidy_keys(self, folder: JournalFolder) -> None:
        """Let the locked keys lie beside the journal, and the copies open as it does."""
        key = self._store.key
        if key is not None and bring_back(folder, salt_of(key), self.copies):
            with suppress(JournalTooNewError):
                follow_password(BackupFolder(folder.backups), read_keys(folder.keys))

    def forget_left_keys(self) -> None:
        """Forget the keys that a program left which was killed as it took the password away.

        They stay while any picture may lie sealed only. On the thread that locks and unlocks: a
        journal that is locked just now must not look plain. Raises the disk's errors.
        """
        store = self._store
        if store.write and not self.is_set and encrypting.needs_no_keys(store):
            self._forget_keys()

    def is_right(self, password: str) -> bool:
        """Return whether this is the password; raises KeysDamagedError if nobody can tell."""
        try:
            key_by_password(self._slots(), password, self._store.folder.path)
        except WrongPasswordError:
            return False
        return True

    def change(self, password: str, elsewhere: "Iterable[PlaceWithCopies]" = ()) -> None:
        """Give the open journal and its copies another password; the sheet stays as it is.

        Copies here and at second places follow, what refuses later; missing or damaged keys are
        mended. Raises PasswordNeededError without a key, JournalReadOnlyError or the disk's errors.
        """
        self._may_write()
        kept = self._kept_slots()
        if kept is None:
            made = new_slots(self._session.settings.id, self._key, password, self.costs)
        else:
            made = with_password(kept, self._key, password, self.costs)
        self._write(made)
        here = BackupFolder(self._store.folder.backups)
        for folder in (here, *(place.folder for place in elsewhere)):
            with suppress(JournalError):
                follow_password(folder, made)

    def sheet_was_checked(self) -> None:
        """Remember that the family has its recovery sheet today. Raises the disk's errors."""
        self._may_write()
        self._write(replace(self._slots(), sheet_checked=self._session.today()))

    @property
    def is_remembered_here(self) -> bool:
        """Return whether this computer's keyring opens the journal without the password."""
        slots = self._kept_slots()
        return bool(slots and slots.computers and self.keyring().of(slots.journal))

    @property
    def can_be_remembered(self) -> bool:
        """Return whether this computer has a keyring."""
        return self.keyring().is_possible

    def remember_here(self) -> bool:
        """Let this computer open the journal without the password; return whether it can."""
        self._may_write()
        slots = self._slots()
        made = self.keyring().remember(slots, self._key)
        if is_taken := made != slots:
            self._write(made)
        return is_taken

    def forget_here(self) -> None:
        """Ask for the password on this computer, too.

        Raises KeysDamagedError, JournalReadOnlyError or the disk's errors.
        """
        self._may_write()
        self._write(self.keyring().forget(self._slots()))

    def lock_up(self) -> None:
        """Close the journal's file and forget the key, until `unlock` brings it back."""
        if not self.is_set:
            raise PasswordNeededError(self._store.folder.path)
        self._store.lock_up()

    @property
    def is_locked(self) -> bool:
        """Return whether the journal waits for its password."""
        return self._store.is_locked

    def unlock(self, key: Key) -> None:
        """Go on with the journal as it lies there now; raises what opening one does."""
        open_again(self._store, key)
        self._session.read_again()

    @property
    def _key(self) -> Key:
        if self._store.key is None:
            raise PasswordNeededError(self._store.folder.path)
        return self._store.key

    def _may_write(self) -> None:
        if not self._store.write:
            raise JournalReadOnlyError(self._store.folder.path)

    def _may_turn(self) -> int:
        """Return how much was written so far, once a copy was made of the journal as it is."""
        self._may_write()
        changes = self._store.changes
        self._before("password")
        return changes

    def _swap(self, turned: RekeyedCopy) -> None:
        """Close the file, put the other in its place, and go on with whichever stands there."""
        old = self._store.key
        self._store.lock_up()
        try:
            encrypting.put_rekeyed_in_place(self._store.folder, turned.made)
        except BaseException:
            open_again(self._store, old)
            raise
        open_again(self._store, turned.key)

    def _slots(self) -> KeySlots:
        return read_keys(self._store.folder.keys)

    def _kept_slots(self) -> KeySlots | None:
        with suppress(KeysDamagedError):
            return self._slots()
        return None

    def _write(self, slots: KeySlots) -> None:
        write_keys(self._store.folder.keys, slots)
        if self.copies is not None:
            self.copies.keep(slots)

    def _forget_keys(self) -> None:
        """Forget the keys of a plain journal, last: they tell that something may lie sealed."""
        encrypting.drop_sealed(self._store)
        slots = self._kept_slots()
        if self.copies is not None and slots is not None:
            self.copies.drop(slots.salt)
        with suppress(OSError):
            self._store.folder.keys.unlink(missing_ok=True)
