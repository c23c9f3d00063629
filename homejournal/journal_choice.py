"""How the program comes to an open journal: the family's own, the example, or a repair first."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from homejournal.domain.errors import JournalError
    from homejournal.program_folders import Folders
    from homejournal.services.family_journal import FamilyJournal
    from homejournal.services.safe.repair.repair import Repair


@dataclass(frozen=True, slots=True)
class Doors:
    """Everything is imported when it is used: a frame stands on the screen before that."""

    folders: "Folders"
    clock: Callable[[], datetime]

    def own(
        self, folder: Path, *, make: bool, key: bytes | None = None, password: str = ""
    ) -> "FamilyJournal":
        """Open the journal in a folder; one is made where there is none and it may be made.

        With a key comes, after the recovery sheet, a new password. Raises what opening does.
        """
        from homejournal.device_id import device_id
        from homejournal.domain.errors import JournalMissingError
        from homejournal.services.before_opening import has_copies
        from homejournal.services.opening import create_journal, open_journal

        device = device_id(self.folders.settings)
        try:
            journal = open_journal(folder, clock=self.clock, device=device, key=key)
        except JournalMissingError:
            if not make or has_copies(folder):
                raise
            journal = create_journal(folder, clock=self.clock, device=device)
        journal.safe.settings = self.folders.settings
        if password and journal.read_only_because is None:
            journal.safe.password.change(password)
        return journal

    def example(self, within: str) -> "FamilyJournal":
        """Make the example family in a folder of its own below another, and open it."""
        import tempfile

        from homejournal.device_id import device_id
        from homejournal.services.example_family import create_example

        folder = Path(tempfile.mkdtemp(dir=within))
        return create_example(folder, clock=self.clock, device=device_id(self.folders.settings))

    def repair(self, failure: "JournalError", key: bytes | None = None) -> "Repair | None":
        """Return the repair of a journal that does not open, with its key, where it may help.

        It draws on all that this computer remembers, too: other places for copies, shared folders.
        """
        from homejournal.device_id import device_id
        from homejournal.domain.errors import (
            JournalDamagedError,
            JournalMissingError,
            KeysDamagedError,
            NotAJournalError,
            OtherFileError,
            OtherKeyError,
        )
        from homejournal.remembered_copy_places import remembered_places
        from homejournal.services.before_opening import has_copies
        from homejournal.services.safe.repair.outside_sources import OutsideSources
        from homejournal.services.safe.repair.repair import Repair

        if isinstance(failure, JournalMissingError):
            if not has_copies(failure.path):
                return None
        elif not isinstance(
            failure,
            JournalDamagedError
            | KeysDamagedError
            | NotAJournalError
            | OtherFileError
            | OtherKeyError,
        ):
            return None
        settings, places = self.folders.settings, remembered_places(self.folders.preferences)
        repair = Repair(failure.path, device=device_id(settings), clock=self.clock, key=key)
        repair.elsewhere = OutsideSources(settings, places)
        return repair
