"""The journal folder: which files lie in it, and that only this person may read them."""

import os
from dataclasses import dataclass
from pathlib import Path

from homejournal.domain.errors import JournalMissingError


@dataclass(frozen=True, slots=True)
class JournalFolder:
    """The places inside one journal folder."""

    path: Path

    @property
    def journal(self) -> Path:
        """Return the journal's file."""
        return self.path / "journal.hj"

    def journal_must_exist(self) -> None:
        """Raise JournalMissingError unless there is a journal."""
        if not self.journal.is_file():
            raise JournalMissingError(self.path)

    @property
    def lock(self) -> Path:
        """Return the file whose lock the one writer holds."""
        return self.path / "journal.lock"

    @property
    def show(self) -> Path:
        """Return the file by which a second start asks the first window to show itself."""
        return self.path / "show"

    @property
    def quarantine(self) -> Path:
        """Return the folder that keeps files which were replaced or found damaged."""
        return self.path / "quarantine"


def make_folder(path: Path) -> None:
    """Make a folder that only this person can read, with its parents as the system makes them."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.mkdir(mode=0o700, exist_ok=True)


def make_private(path: Path) -> None:
    """Let only this person read and write a file."""
    if os.name == "posix":
        path.chmod(0o600)
