"""The journal files that a repair reads: the damaged one, its copies, and others beside it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from homejournal.domain.backups import Backup
from homejournal.domain.errors import (
    JournalError,
    PasswordNeededError,
)
from homejournal.domain.repairing import Contribution, Origin
from homejournal.storage.folder import JournalFolder

if TYPE_CHECKING:
    from pathlib import Path

    from homejournal.storage.gathering import Gathered
    from homejournal.storage.repairing import Found

_NOTHING_NEW = 3
"""After so many copies in a row that add nothing, and with nothing lacking, older ones wait."""


class Sources:
    """Reads them with a key, if any; `has_locked` says that a copy has another password."""

    def __init__(self, folder: JournalFolder, key: bytes | None) -> None:
        self._folder, self._key = folder, key
        self.has_locked = False

    def own(self) -> "Gathered | None":
        """Return what the damaged file still holds; None where nothing of it reads."""
        if not self._folder.journal.is_file():
            return None
        return self._gathered(self._folder.journal, thorough=True)

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

    def _gathered(self, path: "Path", *, thorough: bool = False) -> "Gathered | None":
        """Return what a file holds; None where it holds nothing, or has another password."""
        from homejournal.storage.gathering import gather

        try:
            return gather(path, self._key, thorough=thorough)
        except PasswordNeededError:
            if path == self._folder.journal:
                raise
            self.has_locked = True
            return None
        except JournalError:
            return None
