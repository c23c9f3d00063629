"""Copies of the journal: made without asking, each read whole before it counts."""

import shutil
from typing import TYPE_CHECKING

from homejournal.services.session import Session
from homejournal.storage.backup_folder import BackupFolder, keys_of

if TYPE_CHECKING:
    from homejournal.domain.backups import Backup
    from homejournal.storage.backing_up import Rest


class Backups:
    """The copies in the journal's own folder.

    Making one reads the journal over a connection of its own, so any thread may do it.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._store = session.store
        self._folder = BackupFolder(session.store.folder.backups)

    def here(self) -> "list[Backup]":
        """Return the copies in the journal's folder, the newest first."""
        return self._folder.copies()

    def before(self, step: str) -> "Backup":
        """Make a copy before a risky step, such as "import"; the step waits for it.

        Raises JournalDamagedError or the disk's errors: then the step is better left alone.
        """
        del step  # it will tell in the copy's name
        return self.make()

    def make(self, rest: "Rest | None" = None) -> "Backup":
        """Make a copy now; `rest` is called between its short steps.

        Raises JournalDamagedError where the copy is not sound, and the disk's errors.
        """
        from homejournal.storage.backing_up import copy_verified, no_rest
        from homejournal.storage.failures import naming
        from homejournal.storage.folder import make_folder

        folder, store = self._folder, self._store
        with naming(folder.path):
            make_folder(folder.path)
            folder.keep_media(store.folder.media)
            made = folder.named(folder.next_seq(), self._session.clock())
            keys = store.folder.path / "keys.json"
            if store.key is not None and keys.exists():
                shutil.copyfile(keys, keys_of(made.path))
        copy_verified(store.folder.journal, made.path, store.key, rest or no_rest)
        return made
