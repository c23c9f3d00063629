"""The journal files that a repair reads: the damaged one, its copies, and others beside it."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from homejournal.domain.backups import Backup
from homejournal.domain.errors import JournalError, OtherKeyError, PasswordNeededError
from homejournal.domain.repairing import Contribution, Origin
from homejournal.storage.encryption import (
    begins_with,
    has_only_plain_copies,
    is_encrypted,
    salt_of,
)
from homejournal.storage.folder import JournalFolder

if TYPE_CHECKING:
    from homejournal.services.repair_keys import RepairKeys
    from homejournal.storage.gathering import Gathered
    from homejournal.storage.repairing import Found

_NOTHING_NEW = 3
"""After so many copies in a row that add nothing, and with nothing lacking, older ones wait."""


class Sources:
    """Reads them with the keys that are known; `locked` are the files that none of them opens."""

    def __init__(self, folder: JournalFolder, keys: "RepairKeys") -> None:
        self._folder, self._keys = folder, keys
        self.locked: set[Path] = set()

    def own(self) -> "Gathered | None":
        """Return what the damaged file still holds; None where nothing of it reads.

        Raises PasswordNeededError where it seems to be encrypted, unless its copies are all plain.
        """
        if not self._folder.journal.is_file():
            return None
        from homejournal.storage.gathering import gather

        try:
            return gather(self._folder.journal, self._keys.own, thorough=True)
        except PasswordNeededError:
            if has_only_plain_copies(self._folder.journal):
                return None
            raise
        except JournalError:
            return None

    def copies(
        self,
        found: "Found",
        copies: Sequence[Backup],
        done: Callable[[], None],
        *,
        complete: bool,
    ) -> list[Contribution]:
        """Add what the copies hold, the newest first; `done` is called before each."""
        told: list[Contribution] = []
        in_vain = 0
        for copy in sorted(copies, key=lambda one: one.made, reverse=True):
            done()
            if in_vain >= _NOTHING_NEW and not (found.lost and complete):
                break
            file = self._gathered(copy.path)
            if file is None:
                continue
            added = found.add_file(file)
            in_vain = 0 if added else in_vain + 1
            told.append(Contribution(Origin.COPY, added, copy.made))
        return told

    def beside(self, found: "Found") -> list[Contribution]:
        """Add what other files of this journal hold that lie in its folder."""
        told = []
        for path in sorted(self._folder.path.glob("*.hj")):
            file = self._gathered(path) if path != self._folder.journal else None
            if file is not None and str(file.journal_id) == found.settings.get("id"):
                told.append(Contribution(Origin.BESIDE, found.add_file(file)))
        return told

    def look_locked(self, copies: Sequence[Backup]) -> int:
        """Return how many copies begin as none does that one of the keys opens."""
        opened = {salt_of(key) for key in self._keys.of_copies}
        found = 0
        for copy in copies:
            with suppress(OSError):
                found += is_encrypted(copy.path) and begins_with(copy.path) not in opened
        return found

    def _gathered(self, path: Path) -> "Gathered | None":
        """Return what a file holds; None where it holds nothing, or has another password."""
        from homejournal.storage.gathering import gather

        for key in (*self._keys.of_copies, None):
            try:
                return gather(path, key)
            except (PasswordNeededError, OtherKeyError):
                continue
            except JournalError:
                return None
        self.locked.add(path)
        return None
