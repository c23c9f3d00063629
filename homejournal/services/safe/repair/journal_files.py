"""The journal files that a repair reads: the damaged one, its copies, and others beside it."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from homejournal.domain.errors import (
    JournalError,
    OtherKeyError,
    PasswordNeededError,
)
from homejournal.domain.safe.backups import Backup, Place
from homejournal.domain.safe.copy_comparison import Contribution, Origin
from homejournal.services.safe.repair.keys import NOT_READ
from homejournal.storage.file.file_encryption import (
    begins_with,
    has_only_plain_copies,
    is_encrypted,
    salt_of,
)
from homejournal.storage.file.journal_folder import JournalFolder
from homejournal.storage.keys.keys_file import read_keys
from homejournal.storage.records.readable_revisions import read_genuine_contents

if TYPE_CHECKING:
    from collections.abc import Iterable

    from homejournal.domain.records.revisions import Revision
    from homejournal.services.safe.repair.keys import RepairKeys
    from homejournal.services.safe.repair.outside_sources import Source
    from homejournal.storage.rebuilding import CollectedContents
    from homejournal.storage.records.readable_revisions import GenuineContents

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
        files = (self._gathered(one) for one in (self._folder.journal, *(it.path for it in copies)))
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
        """Return what a file holds; None where it holds nothing, or has another password."""
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
