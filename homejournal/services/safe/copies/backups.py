"""Copies of the journal: made without asking, each read whole before it counts."""

import logging
from contextlib import suppress
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from homejournal.domain.errors import DiskError, JournalDamagedError, JournalError
from homejournal.domain.safe.backups import OLD
from homejournal.services.full_check import Checkup
from homejournal.services.session import Session
from homejournal.storage.file.backup_folder import BackupFolder, with_keys
from homejournal.storage.file.disk import GoesOn, disk_errors_named, no_rest, unless_stopped
from homejournal.storage.file.file_encryption import PLAIN, begins_plain, salt_of
from homejournal.storage.file.journal_folder import make_folder
from homejournal.storage.keys.key_copies import bring_back

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from homejournal.domain.safe.backups import Backup
    from homejournal.services.safe.copies.media_copies import MediaCopies
    from homejournal.services.safe.copies.restoring import Restoring
    from homejournal.services.safe.copies.second_place import SecondPlace
    from homejournal.storage.file.disk import Rest

logger = logging.getLogger(__name__)


class Backups:
    """The copies in the journal's own folder, and the ways to a second place and back.

    Making one reads the journal over a connection of its own, so any thread may do it.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._store = session.store
        self._folder = BackupFolder(session.store.folder.backups)
        self._copied_at = 0  # as long as nothing was written since the journal was opened
        self._is_of_this_session = False

    @cached_property
    def restoring(self) -> "Restoring":
        """Return the way back from a copy."""
        from homejournal.services.safe.copies.restoring import Restoring

        return Restoring(self._session, self.before, self.media)

    @cached_property
    def media(self) -> "MediaCopies":
        """Return what keeps pictures and hand-outs whole, here and beside the copies."""
        from homejournal.services.safe.copies.media_copies import MediaCopies

        return MediaCopies(self._session)

    def second_place(self, chosen: "Path") -> "SecondPlace":
        """Return the copies that lie in a folder which the family chose."""
        from homejournal.services.safe.copies.second_place import SecondPlace

        return SecondPlace(self._session, chosen, self.media)

    def here(self) -> "list[Backup]":
        """Return the copies in the journal's folder, the newest first."""
        return self._folder.copies()

    def restorable(self) -> "list[Backup]":
        """Return the copies here with those from before an update, the newest first."""
        every = [*self.here(), *self._folder.before_updates()]
        return sorted(every, key=lambda copy: copy.made, reverse=True)

    def with_other_key(self, copies: "Iterable[Backup]") -> "frozenset[Path]":
        """Return the files of the encrypted copies among these that the key of now does not open.

        What cannot be read counts for none.
        """
        from homejournal.services.safe.copies.copy_encryption import begin_otherwise

        key = self._store.key
        return begin_otherwise(PLAIN if key is None else salt_of(key), copies)

    def is_due(self, now: datetime) -> bool:
        """Return whether the newest copy is a day old, or none is there.

        A copy from the future counts as old: a clock was wrong then, or is now. So does one from
        before the journal was encrypted, or before it was plain again.
        """
        newest = next(iter(self.here()), None)
        return newest is None or abs(now - newest.made) > OLD or not self._is_like_now(newest)

    @property
    def changed(self) -> bool:
        """Return whether anything was written since the last copy of this session."""
        return self._store.changes != self._copied_at

    def before(self, step: str) -> "Backup":
        """Return a copy of what stands now, made before a risky step, such as "import".

        The step waits for it, and is better left alone where this raises JournalDamagedError or
        one of the disk's errors. Nothing is made where nothing was written since the newest copy.
        """
        newest = next(iter(self.here()), None)
        if newest is not None and not self.changed and self._is_of_this_session:
            return newest
        logger.info("a copy is made before a step: %s", step)
        return self.make()

    def make(self, rest: "Rest | None" = None) -> "Backup":
        """Make a copy now; `rest` is called between its short steps.

        Old copies that the rule no longer keeps go, two at most. Raises JournalDamagedError if
        the journal is found to be damaged, which is only read from then on, and the disk's errors.
        """
        from homejournal.storage.journal.verified_copies import copy_verified, thin

        folder, store, changes = self._folder, self._store, self._store.changes
        with disk_errors_named(folder.path):
            make_folder(folder.path)
            folder.keep_media(store.folder.media)
            made = folder.named(folder.next_seq(), self._session.clock())
        key = store.key
        try:
            with disk_errors_named(folder.path), with_keys(self._whole_keys(key), made.path):
                copy_verified(store.folder.journal, made.path, key, rest or no_rest)
        except JournalDamagedError:
            raise self._why_unsound(key) from None
        with disk_errors_named(folder.path):
            folder.keep_media(store.folder.media)  # what was added while the pages were copied
        self._copied_at, self._is_of_this_session = changes, True
        thin(folder, made, store.key)
        return made

    def _whole_keys(self, key: bytes | None) -> "Path | None":
        """Return the locked keys to lay beside a copy; damaged ones are mended, or go nowhere."""
        folder = self._store.folder
        return folder.keys if key is not None and bring_back(folder, salt_of(key), None) else None

    def _is_like_now(self, copy: "Backup") -> bool:
        """Return whether a copy is encrypted, or plain, as the journal is now."""
        with suppress(OSError):
            return begins_plain(copy.path) == (self._store.key is None)
        return False

    def _why_unsound(self, key: bytes | None) -> JournalError:
        """Return why a copy is not what was written: the journal is damaged, or its disk fails."""
        store, checkup = self._store, Checkup(self._session)
        if store.is_locked or store.key != key:  # it was encrypted, or locked, just now
            return store.needs_password()
        if checkup.is_sound():
            return DiskError(store.folder.backups)
        checkup.note_damage()
        return JournalDamagedError(store.folder.path)

    def make_beside(self, goes_on: "GoesOn") -> "Backup | None":
        """Make a copy while the window is used; None where `goes_on` no longer says so.

        Raises what `make` raises.
        """
        return unless_stopped(goes_on, self.make)

    def make_if_due(self, goes_on: "GoesOn") -> None:
        """Make a copy where something was written since the last, or the newest is a day old.

        Raises what `make_beside` raises.
        """
        if (self.changed and self._is_of_this_session) or self.is_due(self._session.clock()):
            self.make_beside(goes_on)

    def at_closing(self) -> None:
        """Make a copy where something was written since the last one; what hinders it waits."""
        store = self._store
        if store.write and not store.damage.found and self.changed:
            with suppress(JournalError):  # a locked journal is one, too
                if self._has_entries():
                    self.make()

    def _has_entries(self) -> bool:
        return bool(self._session.family().children)
