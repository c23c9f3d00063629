"""The journal's own files that a repair reads, and the keys that open them.

They are the damaged file, its copies, and others beside it.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from homejournal.domain.errors import (
    JournalError,
    JournalTooNewError,
    KeysDamagedError,
    OtherKeyError,
    PasswordNeededError,
    WrongPasswordError,
)
from homejournal.domain.safe.backups import Backup, Place
from homejournal.domain.safe.copy_comparison import Contribution, Origin
from homejournal.domain.safe.passwords import read_letters
from homejournal.services.safe.unlocking import KeyringSecrets, open_typed
from homejournal.storage.file.backup_folder import keys_of
from homejournal.storage.file.damaged_file import is_of
from homejournal.storage.file.disk import disk_errors_named
from homejournal.storage.file.file_encryption import (
    Key,
    begins_plain,
    begins_with,
    has_only_plain_copies,
    is_encrypted,
    looks_encrypted,
    salt_of,
)
from homejournal.storage.file.journal_folder import JournalFolder
from homejournal.storage.keys.key_copies import bring_back, opened_by
from homejournal.storage.keys.keys_file import key_by_computer, key_of, read_keys
from homejournal.storage.records.readable_revisions import read_genuine_contents

if TYPE_CHECKING:
    from collections.abc import Iterable

    from homejournal.domain.records.revisions import Revision
    from homejournal.services.safe.repair.outside_sources import Source
    from homejournal.storage.keys.key_copies import KeyCopies
    from homejournal.storage.keys.keys_file import KeySlots
    from homejournal.storage.rebuilding import CollectedContents
    from homejournal.storage.records.readable_revisions import GenuineContents

    _Opened = tuple[list[Key], bool]
    """The keys, and whether a sheet told them."""


NOT_READ = (KeysDamagedError, JournalTooNewError)
"""What locked keys raise that do not read here: they are left as they are."""


class RepairKeys:
    """What opens the journal, and what opens copies alone; a plain journal stays plain."""

    def __init__(self, folder: JournalFolder, own: Key | None) -> None:
        self._folder = folder
        self.own = own
        self.own_by_sheet = False
        self.more: tuple[Key, ...] = ()

    @property
    def of_copies(self) -> tuple[Key, ...]:
        """Return all keys by which a copy may open."""
        return self.more if self.own is None else (self.own, *self.more)

    def locked_keys(self, copies: Sequence[Backup]) -> "Iterator[KeySlots]":
        """Yield the locked keys that read: the journal's, then those beside copies; each once."""
        seen = []
        for keys in (self._folder.keys, *(keys_of(copy.path) for copy in copies)):
            with suppress(*NOT_READ):
                slots = read_keys(keys)
                if slots.password not in seen:
                    seen.append(slots.password)
                    yield slots

    def unlock(self, typed: str, copies: Sequence[Backup], kept: "KeyCopies | None" = None) -> None:
        """Take what a password or a recovery sheet opens: the journal, copies, or both.

        The locked keys that this computer kept, of whatever journal, count where they are of these.
        Raises SheetTypoError for a slip in the letters of a sheet, WrongPasswordError,
        KeysDamagedError if only a sheet can open anything, or the disk's errors.
        """
        slots = tuple(self.locked_keys(copies))
        by_password = partial(self._by_password, slots=slots, copies=copies, kept=kept)
        found, by_sheet = open_typed(typed, _by_letters, by_password)
        self._take(found, slots, copies, by_sheet=by_sheet)

    def _take(
        self,
        found: Sequence[Key],
        slots: "Sequence[KeySlots]",
        copies: Sequence[Backup],
        *,
        by_sheet: bool,
    ) -> None:
        """Take keys as the journal's own, or as those of copies; of several its file tells."""
        with disk_errors_named(self._folder.path):
            for key in sorted(found, key=self._is_of_file, reverse=True):
                if self.own is None and self._is_own(key, slots, copies):
                    self.own, self.own_by_sheet = key, by_sheet
                elif key not in self.of_copies:
                    self.more = (*self.more, key)

    def _by_password(
        self,
        typed: str,
        slots: "Sequence[KeySlots]",
        copies: Sequence[Backup],
        kept: "KeyCopies | None",
    ) -> "_Opened":
        folder = self._folder.path
        found = opened_by(slots, typed, folder)
        if kept is not None:
            known = [slot.password for slot in slots]
            more = [slot for slot in kept.all() if slot.password not in known]
            found += [key for key in opened_by(more, typed, folder) if self._fits(key, copies)]
        if not found:
            raise (WrongPasswordError if slots else KeysDamagedError)(folder)
        return found, False

    def _fits(self, key: Key, copies: Sequence[Backup]) -> bool:
        """Return whether a key is that of the journal's file or of a copy."""
        for path in (self._folder.journal, *(copy.path for copy in copies)):
            with suppress(OSError):
                if is_of(path, key):
                    return True
        return False

    def is_own_key_missing(self, copies: Sequence[Backup]) -> bool:
        """Return whether the journal had a password whose key is not known; raises OSError.

        Its locked keys lie there, or the newest copy that tells anything is encrypted.
        """
        if self.own is not None:
            return False
        newest = _newest(copies)
        is_locked = newest is not None and not begins_plain(newest)
        return is_locked or self._folder.keys.is_file()

    def may_lack_keys(self) -> bool:
        """Return whether a file that begins like a plain one is mostly noise, beside locked keys.

        Its pages may be encrypted but for some from before its password. Raises OSError.
        """
        return self._folder.keys.is_file() and looks_encrypted(self._folder.journal)

    def are_foreign(self) -> bool:
        """Return whether locked keys of another journal lie in the place of its own.

        Raises OSError.
        """
        with suppress(*NOT_READ):
            return self.own is not None and read_keys(self._folder.keys).salt != salt_of(self.own)
        return False

    def give_back(self, copies: Sequence[Backup], kept: "KeyCopies | None") -> None:
        """Lay its locked keys beside an encrypted journal that lost them, from wherever they are.

        Those that a newer homejournal wrote stay. Raises the disk's errors.
        """
        from homejournal.storage.keys.keys_file import write_keys

        if self.own is None or bring_back(self._folder, salt_of(self.own), kept):
            return
        salt = salt_of(self.own)
        fitting = next((slot for slot in self.locked_keys(copies) if slot.salt == salt), None)
        if fitting is not None:
            write_keys(self._folder.keys, fitting)

    def _is_own(self, key: Key, slots: "Sequence[KeySlots]", copies: Sequence[Backup]) -> bool:
        """Return whether a key is that of the journal, or of its newest copy where no page tells.

        One that is typed for a copy alone must not become that of the whole journal.
        """
        if self._is_of_file(key):
            return True
        if self._reads_plain():
            return False
        newest = _newest(copies)
        with suppress(*NOT_READ):
            beside = read_keys(self._folder.keys)
            if newest is None or not _are_of_another(beside, newest):
                return beside.salt == salt_of(key)
        if newest is None or (begins_plain(newest) and self._is_noise()):
            return not self._begins_plain() and (not slots or slots[0].salt == salt_of(key))
        return is_of(newest, key)

    def _is_of_file(self, key: Key) -> bool:
        return self._folder.journal.is_file() and is_of(self._folder.journal, key)

    def _is_noise(self) -> bool:
        return self._folder.journal.is_file() and is_encrypted(self._folder.journal)

    def _begins_plain(self) -> bool:
        return self._folder.journal.is_file() and begins_plain(self._folder.journal)

    def _reads_plain(self) -> bool:
        """Return whether the journal's file begins like a plain one, and anything of it reads."""
        with suppress(JournalError):
            return self._begins_plain() and bool(
                read_genuine_contents(self._folder.journal).revisions
            )
        return False

    def unlock_here(self, copies: Sequence[Backup]) -> bool:
        """Take what the keyring of this computer opens; return whether that is the journal's own.

        Raises the disk's errors.
        """
        keyring, found = KeyringSecrets(), list[Key]()
        slots = tuple(self.locked_keys(copies))
        for slot in slots:
            told = keyring.of(slot.journal) if slot.computers else None
            if told is not None:
                with suppress(WrongPasswordError):
                    found.append(key_by_computer(slot, *told, self._folder.path))
        self._take(found, slots, copies, by_sheet=False)
        return self.own is not None


def _are_of_another(beside: "KeySlots", copy: Path) -> bool:
    """Return whether locked keys belong to another journal than those of a copy, if they tell."""
    with suppress(*NOT_READ):
        return read_keys(keys_of(copy)).journal != beside.journal
    return False


def _newest(copies: Sequence[Backup]) -> Path | None:
    """Return the newest copy that tells whether it is encrypted, before what somebody showed."""
    for copy in sorted(copies, key=_newest_first, reverse=True):
        with suppress(OSError):  # a stick that was pulled out
            if begins_plain(copy.path) or looks_encrypted(copy.path):
                return copy.path
    return None


def _newest_first(copy: Backup) -> tuple[bool, bool, datetime]:
    return copy.place is not Place.SHOWN, not copy.before_update, copy.made


def _by_letters(letters: str) -> "_Opened":
    return [key_of(read_letters(letters))], True


_NOTHING_NEW = 3
"""After so many copies in a row that add nothing, and with nothing lacking, older ones wait."""


class Sources:
    """Reads them with the keys that are known; `locked` are the files that none of them opens.

    `left_out` counts what somebody showed that is of another journal, or does not read, and
    `own_is_locked` says that the damaged file itself is one of those that no key opens.
    """

    def __init__(self, folder: JournalFolder, keys: "RepairKeys") -> None:
        self._folder, self._keys = folder, keys
        self.locked: set[Path] = set()
        self.left_out = 0
        self.own_is_locked = False

    def journal(self, copies: Sequence[Backup]) -> UUID | None:
        """Return the id of the journal, as far as its keys, its file or a copy tell it."""
        if (told := self._id_in_keys()) is not None:
            return told
        files = (
            self._gathered(path) for path in (self._folder.journal, *(copy.path for copy in copies))
        )
        return next((file.journal_id for file in files if file and file.journal_id), None)

    def _id_in_keys(self) -> UUID | None:
        with suppress(*NOT_READ):
            return read_keys(self._folder.keys).journal
        return None

    def own(self, *, alone: bool) -> "GenuineContents | None":
        """Return the readable contents of the damaged file, or None if there are none.

        Raises PasswordNeededError if it seems to be encrypted, unless its copies are all plain.
        Without any keys beside it, it may be a plain file that turned into noise, so it is skipped
        unless `alone`.
        """
        if not self._folder.journal.is_file():
            return None

        try:
            return read_genuine_contents(self._folder.journal, self._keys.own, thorough=True)
        except PasswordNeededError:
            if has_only_plain_copies(self._folder.journal):
                return None
            if not (alone or self._folder.keys.is_file()):
                return None
            raise
        except JournalError:
            return None

    def copies(
        self,
        found: "CollectedContents",
        copies: Sequence[Backup],
        done: Callable[[], None],
        *,
        complete: bool,
    ) -> list[Contribution]:
        """Add what the copies hold, the newest first; `done` is called before each.

        What somebody showed comes last, and only where it is of this journal, or nothing read yet.
        """
        told: list[Contribution] = []
        in_vain = 0
        for copy in sorted(copies, key=_in_turn, reverse=True):
            done()
            is_shown = copy.place is Place.SHOWN
            if in_vain >= _NOTHING_NEW and not is_shown and not (found.lost and complete):
                continue
            file = self._gathered(copy.path)
            if is_shown and copy.path not in self.locked and not _is_of(found, file):
                self.left_out += 1
                continue
            if file is None:
                continue
            added = found.add_file(file)
            in_vain = 0 if added else in_vain + 1
            told.append(Contribution(Origin.COPY, added, copy.made))
        return told

    def beside(self, found: "CollectedContents") -> list[Contribution]:
        """Add what other files of this journal hold that lie in its folder."""
        told = []
        for path in sorted(self._folder.path.glob("*.hj")):
            file = self._gathered(path) if path != self._folder.journal else None
            if file is not None and str(file.journal_id) == found.settings.get("id"):
                told.append(Contribution(Origin.BESIDE, found.add_file(file)))
        return told

    def held(self, found: "CollectedContents", sources: "Iterable[Source]") -> list[Contribution]:
        """Add what lies in shared folders, or in sealed files that are of this journal."""
        told = []
        known = self._id_in_keys()
        if known is not None and not found.settings:
            found.settings = {"id": str(known)}
        for source in sources:
            held = source()
            if held.origin is Origin.PACK and not _fits(
                found, held.journal, str(held.home or ""), held.revisions
            ):
                self.left_out += 1
            else:
                told.append(Contribution(held.origin, found.add_held(held)))
        return told

    def look_locked(self, copies: Sequence[Backup]) -> int:
        """Return how many copies begin as none does that one of the keys opens."""
        opened = {salt_of(key) for key in self._keys.of_copies}
        found = 0
        for copy in copies:
            with suppress(OSError):
                found += is_encrypted(copy.path) and begins_with(copy.path) not in opened
        return found

    def _gathered(self, path: Path) -> "GenuineContents | None":
        """Return what a file holds; None if it holds nothing, or has another password."""
        for key in (*self._keys.of_copies, None):
            try:
                return read_genuine_contents(path, key)
            except (PasswordNeededError, OtherKeyError):
                continue
            except JournalError:
                return None
        self.locked.add(path)
        return None


def _in_turn(copy: Backup) -> tuple[bool, datetime]:
    return copy.place is not Place.SHOWN, copy.made


def _is_of(found: "CollectedContents", file: "GenuineContents | None") -> bool:
    """Return whether a file reads and is of this journal, or of another computer of its home."""
    if file is None:
        return False
    return _fits(found, file.journal_id, file.settings.get("home", ""), file.revisions)


def _fits(
    found: "CollectedContents", journal: UUID | None, home: str, revisions: "Iterable[Revision]"
) -> bool:
    """Return whether it is of the same journal or home, or tells of the same; all does at first."""
    if not found.revisions or str(journal) == found.settings.get("id"):
        return True
    if home and home == found.settings.get("home"):
        return True
    known = {revision.told().record for revision in found.revisions.values()}
    return any(revision.told().record in known for revision in revisions)
