"""The folders of a journal at a second place: its own on this computer, and those of others.

They are called by the first letters of the journal's id and of the computer's. Where one journal
lies in several folders of a computer, all but the first have a number, too. Before each computer
had its own there was one for all, called by the journal alone.
"""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from homejournal.domain.errors import JournalError
from homejournal.domain.safe.backups import Backup, Place
from homejournal.durable_writes import sync_folder
from homejournal.services.safe.copies.copy_contents import holds_more
from homejournal.storage.file.backup_folder import BackupFolder
from homejournal.storage.file.known_journals import FIRST, number_here

if TYPE_CHECKING:
    from homejournal.services.session import Session
    from homejournal.storage.file.pauses import Rest

_LETTERS = 8
"""So many letters of the journal's id tell its folders from those of other journals, and so many of
the computer's tell its own from those of other computers."""


class SecondFolder:
    """Knows the own folder of a journal at a place, and makes it where it may be made."""

    def __init__(self, session: "Session", chosen: Path) -> None:
        self._session = session
        self._chosen = chosen
        journal, store = session.settings.id, session.store
        self._of_computer = f"{_name(journal)}-{str(store.device)[:_LETTERS]}"
        number = number_here(session.computer, journal, store.folder.path)
        own = self._of_computer if number == FIRST else f"{self._of_computer}-{number}"
        self.path = chosen / own
        self._before = chosen / _name(journal)

    @property
    def is_there(self) -> bool:
        """Return whether the place can be reached: the own folder is there, or one of others.

        Nothing lies there of the journal where another stick is, or the empty folder in which one
        usually appears.
        """
        return self.path.is_dir() or bool(self._others())

    def begin(self) -> None:
        """Make the own folder at a place that was chosen just now. Raises OSError.

        Where all computers had one together, `settle` looks first whose that is.
        """
        if not self._before.is_dir():
            self.path.mkdir(mode=0o700, exist_ok=True)

    def settle(self, rest: "Rest") -> None:
        """Have the own folder: that of before where it is ours alone, or a new one beside others.

        Raises OSError, and JournalError where the journal here cannot be read.
        """
        if self.path.is_dir():
            return
        if not self._is_taken_up(rest):
            self.path.mkdir(mode=0o700)
            if not self._others():  # it was pulled out just now, and this is where it appears
                self.path.rmdir()
        sync_folder(self._chosen)

    def before(self) -> BackupFolder:
        """Return the folder of all computers from before each had its own, if it is there still."""
        return BackupFolder(self._before, Place.SECOND)

    def told_apart(self, copy: Backup) -> Backup:
        """Return a copy with what its folder tells of where it comes from."""
        folder = copy.path.parent
        if folder == self.path:
            return copy
        if folder.name.startswith(self._of_computer):
            return replace(copy, other_folder=True)
        return replace(copy, other_computer=True)

    def _others(self) -> list[Path]:
        found = _folders(self._chosen, self._session.settings.id)
        return [one for one in found if one != self.path and one.is_dir()]

    def _is_taken_up(self, rest: "Rest") -> bool:
        """Take up the folder of before where it is ours alone; return whether it was."""
        if self._before.is_dir() and not self._before.is_symlink() and self._is_ours(rest):
            with suppress(FileNotFoundError):  # another computer did so just now
                self._before.rename(self.path)
                return True
        return False

    def _is_ours(self, rest: "Rest") -> bool:
        """Return whether the journal here holds all that the copies in the folder of before hold.

        Then it takes nothing of another computer. What is too damaged to be read tells nothing, and
        of another key only another computer may be.
        """
        from homejournal.storage.file.second_connection import read_here

        store = self._session.store
        here = read_here(store.folder.journal, store.key, rest)
        with suppress(JournalError):
            return not any(
                holds_more(one.path, here, store.key, rest) for one in self.before().copies()
            )
        return False


def copies_at(chosen: Path, journal: UUID) -> list[Backup]:
    """Return all copies of a journal that lie at a second place now.

    Those of each computer stand together, the newest first.
    """
    folders = _folders(chosen, journal)
    return [copy for one in folders for copy in BackupFolder(one, Place.SECOND).copies()]


def _folders(chosen: Path, journal: UUID) -> list[Path]:
    found: list[Path] = []
    with suppress(OSError):
        found = sorted(chosen.glob(f"{_name(journal)}*"))
    return found


def _name(journal: UUID) -> str:
    return f"homejournal-{str(journal)[:_LETTERS]}"
