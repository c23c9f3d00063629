"""A second place for copies: a stick, another disk, a folder that a cloud carries."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from homejournal.domain.backups import Backup, Place
from homejournal.domain.errors import (
    InvalidValueError,
    JournalMissingError,
    KeysDamagedError,
    NoPasswordError,
    Reason,
)
from homejournal.services.session import Session
from homejournal.storage.backup_folder import BackupFolder, keys_of, with_keys
from homejournal.storage.failures import naming
from homejournal.storage.folder import drop_begun_copies

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homejournal.services.backups import GoesOn
    from homejournal.services.media_copies import MediaCopies
    from homejournal.storage.beside import Rest

_LETTERS = 8
"""So many letters of the journal's id tell its folder from those of other journals."""


class SecondPlace:
    """The copies of this journal in a folder that the family chose; what else lies there stays.

    They leave the computer, so they are always encrypted: a journal without a password has none.
    Any thread may copy to it. A stick that is not plugged in is no fault.
    """

    def __init__(self, session: Session, chosen: Path, media: "MediaCopies") -> None:
        self._session = session
        self._media = media
        self.chosen = chosen
        name = f"homejournal-{str(session.settings.id)[:_LETTERS]}"
        self._folder = BackupFolder(chosen / name, Place.SECOND)

    @property
    def is_there(self) -> bool:
        """Return whether the place can be reached today.

        Its folder was made when the place was chosen: where it is gone, this is another stick, or
        the empty folder in which one usually appears.
        """
        return self._folder.path.is_dir()

    @property
    def folder(self) -> BackupFolder:
        """Return the folder of the copies, inside the place."""
        return self._folder

    def begin(self) -> None:
        """Make the folder for the copies.

        Raises InvalidValueError for a place inside the journal's own folder, NoPasswordError, and
        the disk's errors.
        """
        own = self._session.store.folder.path.resolve()
        if self.chosen.resolve().is_relative_to(own):
            raise InvalidValueError("place", Reason.DOES_NOT_FIT)
        self._must_have_password()
        with naming(self.chosen):
            self._folder.path.mkdir(mode=0o700, exist_ok=True)

    def copies(self) -> list[Backup]:
        """Return the copies that lie there now, the newest first."""
        return self._folder.copies()

    def is_due(self, now: datetime) -> bool:
        """Return whether the place can be reached and its newest copy is a day old."""
        from homejournal.services.backups import OLD

        newest = next(iter(self.copies()), None)
        return self.is_there and (newest is None or abs(now - newest.made) > OLD)

    def take_if_due(self, copies: "Sequence[Backup]", goes_on: "GoesOn") -> None:
        """Bring the newest copy there where the place can be reached and lacks one of today.

        Where the password was changed since the place was seen, the copies there open with the new
        one from now on. Raises what `take` raises.
        """
        if copies and self.is_due(self._session.clock()):
            self.take_beside(copies[0], goes_on)
        self.follow_password()

    def follow_password(self) -> None:
        """Let no copy there open with an earlier password. Raises the disk's errors."""
        from homejournal.storage.keys_file import read_keys, renew_keys

        if self._session.store.key is not None:
            with suppress(KeysDamagedError):  # the journal's own are to be mended first
                renew_keys(self._folder.keys(), read_keys(self._session.store.folder.keys))

    def take_beside(self, backup: Backup, goes_on: "GoesOn") -> Backup | None:
        """Bring a copy there while the window is used; None where it should not go on.

        Raises what `take` raises.
        """
        from homejournal.services.backups import StoppedError, resting

        try:
            return self.take(backup, resting(goes_on))
        except StoppedError:
            return None

    def take(self, backup: Backup, rest: "Rest | None" = None) -> Backup:
        """Bring a copy that was read whole there, and compare what arrived byte by byte.

        Pictures and hand-outs are proved before they go, and once they lie there.

        Raises JournalMissingError where the place cannot be reached, NoPasswordError, also for a
        copy from before the journal had one, and the disk's errors, also where other bytes arrived.
        """
        from homejournal.storage.backing_up import thin
        from homejournal.storage.beside import no_rest
        from homejournal.storage.bringing import bring
        from homejournal.storage.encryption import is_encrypted

        if not self.is_there:
            raise JournalMissingError(self.chosen)
        self._must_have_password()
        if not is_encrypted(backup.path):
            raise NoPasswordError(self.chosen)
        folder, store, pause = self._folder, self._session.store, rest or no_rest
        with naming(self.chosen):
            drop_begun_copies(folder.path)  # of a stick that was pulled out
            self._media.bring_to(folder.path, pause)
            taken = folder.named(folder.next_seq(), backup.made)
        with naming(self.chosen), with_keys(keys_of(backup.path), taken.path):
            bring(backup.path, taken.path, pause)
        thin(folder, taken, store.key)
        return taken

    def _must_have_password(self) -> None:
        store = self._session.store
        if store.key is None:
            raise store.needs_password() if store.is_locked else NoPasswordError(self.chosen)
