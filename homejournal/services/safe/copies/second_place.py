"""A second place for copies: a stick, another disk, a folder that a cloud carries.

The folders there are called by the first letters of the journal's id and of the computer's. Where
one journal lies in several folders of a computer, all but the first have a number, too. Before each
computer had its own there was one for all, called by the journal alone.
"""

import os
from collections.abc import Callable, Iterable
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from homejournal.domain.errors import (
    InvalidValueError,
    JournalError,
    JournalFileError,
    JournalMissingError,
    JournalReadOnlyError,
    KeysDamagedError,
    NoPasswordError,
    PlaceReadOnlyError,
    Reason,
)
from homejournal.domain.safe.backups import OLD, Backup, Place
from homejournal.domain.sharing.cloud_folders import (
    MARKS,
    Carrier,
    carrier_by_marks,
    carrier_by_mounts,
    carrier_by_name,
)
from homejournal.durable_writes import sync_folder
from homejournal.services.safe.copies.compare_with_journal import holds_more
from homejournal.services.safe.copies.copy_encryption import (
    PlainCopiesDropped,
    drop_plain,
    encrypt_plain,
    plain_in,
)
from homejournal.services.session import Session
from homejournal.storage.file.backup_folder import BackupFolder, keys_of, with_keys
from homejournal.storage.file.disk import (
    StoppedError,
    disk_errors_named,
    no_rest,
    resting,
    unless_stopped,
)
from homejournal.storage.file.file_encryption import begins_with, is_encrypted, salt_of
from homejournal.storage.file.journal_folder import drop_begun_copies, drop_begun_keys
from homejournal.storage.file.known_journals import FIRST, folder_number
from homejournal.storage.file.second_connection import read_contents
from homejournal.storage.journal.verified_copies import thin
from homejournal.storage.keys.keys_file import read_keys
from homejournal.storage.media.copies import drop_sealed_otherwise

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from homejournal.services.safe.copies.media_copies import MediaCopies
    from homejournal.storage.file.disk import GoesOn, Rest
    from homejournal.storage.file.file_encryption import Key


_MOUNTS = Path("/proc/self/mountinfo")


def volume_of(path: Path) -> int | None:
    """Return the number of the disk on which a path lies or would lie; None if it tells none."""
    told = map(_volume, (path, *path.parents))
    return next((volume for volume in told if volume is not None), None)


def lie_on_one_stick(
    file: Path,
    folder: Path,
    own: Iterable[Path],
    volume: Callable[[Path], int | None] = volume_of,
) -> bool:
    """Return whether a file would lie on the stick or disk of a folder.

    The disks on which the `own` files of this computer lie are none that are carried away.
    """
    found = volume(file.resolve())
    return (
        found is not None
        and found == volume(folder.resolve())
        and found not in [volume(file_here) for file_here in own]
    )


def carrier_of(folder: Path, mounts: Path = _MOUNTS) -> Carrier | None:
    """Return who carries a folder, or None if nothing tells of anybody; never raises OSError."""
    try:
        whole = folder.resolve()
        found = {mark for up in (whole, *whole.parents) for mark in MARKS if (up / mark).exists()}
        told = mounts.read_text(errors="replace") if mounts.exists() else ""
    except OSError:
        return None
    return (
        carrier_by_name(whole, os.environ)
        or carrier_by_marks(found)
        or carrier_by_mounts(whole, told)
    )


def _volume(path: Path) -> int | None:
    with suppress(OSError):
        return path.stat().st_dev
    return None


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
        number = folder_number(session.computer, journal, store.folder.path)
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

        Raises OSError, and JournalError if the journal here cannot be read.
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

    def with_origin(self, copy: Backup) -> Backup:
        """Return a copy with what its folder tells of where it comes from."""
        folder = copy.path.parent
        if folder == self.path:
            return copy
        if folder.name.startswith(self._of_computer):
            return replace(copy, other_folder=True)
        return replace(copy, other_computer=True)

    def _others(self) -> list[Path]:
        found = _folders(self._chosen, self._session.settings.id)
        return [folder for folder in found if folder != self.path and folder.is_dir()]

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
        store = self._session.store
        here = read_contents(store.folder.journal, store.key, rest)
        with suppress(JournalError):
            return not any(
                holds_more(copy.path, here, store.key, rest) for copy in self.before().copies()
            )
        return False


def copies_at(chosen: Path, journal: UUID) -> list[Backup]:
    """Return all copies of a journal that lie at a second place now.

    Those of each computer stand together, the newest first.
    """
    folders = _folders(chosen, journal)
    return [copy for folder in folders for copy in BackupFolder(folder, Place.SECOND).copies()]


def _folders(chosen: Path, journal: UUID) -> list[Path]:
    found: list[Path] = []
    with suppress(OSError):
        found = sorted(chosen.glob(f"{_name(journal)}*"))
    return found


def _name(journal: UUID) -> str:
    return f"homejournal-{str(journal)[:_LETTERS]}"


class SecondPlace:
    """The copies of this journal in a folder that the family chose; what else lies there stays.

    Each computer has a folder of its own there, and touches no other one's. The copies leave the
    computer, so they are always encrypted: a journal without a password has none. Any thread may
    copy to it. A stick that is not plugged in is no fault.
    """

    def __init__(self, session: Session, chosen: Path, media: "MediaCopies") -> None:
        self._session = session
        self._media = media
        self.chosen = chosen
        self._own = SecondFolder(session, chosen)
        self._folder = BackupFolder(self._own.path, Place.SECOND)

    @property
    def is_there(self) -> bool:
        """Return whether the place can be reached today."""
        return self._own.is_there

    @property
    def folder(self) -> BackupFolder:
        """Return the folder of this computer's copies, inside the place."""
        return self._folder

    def begin(self) -> None:
        """Take the place; without this none is made where nothing of the journal lies.

        Copies would lie on no stick else. Raises InvalidValueError for a place inside the journal's
        own folder, NoPasswordError, and the disk's errors.
        """
        own = self._session.store.folder.path.resolve()
        if self.chosen.resolve().is_relative_to(own):
            raise InvalidValueError("place", Reason.DOES_NOT_FIT)
        self._key()
        with self._writing():
            self._own.begin()

    def copies(self) -> list[Backup]:
        """Return all copies of this journal that lie there now, whichever computer brought them.

        Those of this one come first, and of each computer the newest first.
        """
        found = copies_at(self.chosen, self._session.settings.id)
        return sorted(map(self._own.with_origin, found), key=self._is_of_others)

    def _is_of_others(self, copy: Backup) -> bool:
        return copy.path.parent != self._folder.path

    def is_due(self, now: datetime) -> bool:
        """Return whether the place can be reached and its newest copy is a day old.

        One that the journal's key does not open counts for none.
        """
        newest = next(iter(self._that_open()), None)
        return self.is_there and (newest is None or abs(now - newest.made) > OLD)

    def take_if_due(self, copies: "Sequence[Backup]", goes_on: "GoesOn") -> None:
        """Bring the newest copy there where the place can be reached and lacks one of today.

        Else what lies there follows the password, and what had no room comes once there is some.
        Raises what `take` raises.
        """
        key = self._session.store.key
        if copies and self.is_due(self._session.clock()):
            self.take_beside(copies[0], goes_on)
        elif self.is_there and key is not None:
            rest = resting(goes_on)
            with suppress(StoppedError), self._as_long_as_it_is_there(), self._writing():
                self._bring_rest(key, rest, _refusal(self.follow_password))

    def follow_password(self) -> None:
        """Let no copy of ours there open with an earlier password; a full disk is no hindrance.

        Raises the disk's errors, once all were tried.
        """
        from homejournal.storage.keys.key_copies import follow_password

        if self._session.store.key is not None:
            with suppress(KeysDamagedError):  # the journal's own are to be mended first
                follow_password(self._folder, read_keys(self._session.store.folder.keys))

    def take_beside(self, backup: Backup, goes_on: "GoesOn") -> Backup | None:
        """Bring a copy there while the window is used; None if it should not go on.

        Raises what `take` raises.
        """
        return unless_stopped(goes_on, partial(self.take, backup))

    def take(self, backup: Backup, rest: "Rest | None" = None) -> Backup:
        """Bring a copy that was read whole there, and compare what arrived byte by byte.

        What lies there follows the password first. Pictures and hand-outs come last, proved before
        they go and once they lie there: without room for them, the words are there all the same.

        Raises JournalMissingError if the place cannot be reached, NoPasswordError, also for a
        copy from before the journal had one, and the disk's errors, also where other bytes arrived;
        PhotosNoRoomError tells that all that is written lies there.
        """
        if not self.is_there:
            raise JournalMissingError(self.chosen)
        key, pause = self._key(), rest or no_rest
        with self._as_long_as_it_is_there():
            with self._writing():
                self._own.settle(pause)
            refused = _refusal(self.follow_password)
            if not is_encrypted(backup.path):
                raise NoPasswordError(self.chosen)
            taken = self._bring(backup, pause)
            thin(self._folder, taken, key)
            kept = _refusal(partial(self._drop_old, key))  # first: it makes room
            self._bring_rest(key, pause, refused or kept)
        return taken

    def _bring(self, backup: Backup, rest: "Rest") -> Backup:
        from homejournal.storage.file.backup_folder import bring

        folder = self._folder
        with self._writing():
            drop_begun_copies(folder.path)  # of a stick that was pulled out
            drop_begun_keys(folder.path)
            taken = folder.named(folder.next_seq(), backup.made)
            with with_keys(keys_of(backup.path), taken.path):
                bring(backup.path, taken.path, rest)
        return taken

    def _bring_rest(self, key: "Key", rest: "Rest", refused: JournalError | None) -> None:
        """Copy the media of the copies to the second place, and encrypt plain files there.

        Both are tried. Raises the earlier refusal if there was one, else a new one.
        """
        bring = partial(self._media.bring_to, self._folder.path, rest)
        now = _refusal(bring, partial(self._encrypt_plain, key))
        first = refused or now
        if first is not None:
            raise first

    def _drop_old(self, key: "Key") -> None:
        """Let photos go that were sealed for copies of an earlier key, once those are gone."""
        drop_sealed_otherwise(self._folder, key, self._media.named())

    def plain(self) -> list[Path]:
        """Return the copies there that anybody can read: they are too damaged to be encrypted.

        None before there is a folder of this computer: those that are whole get encrypted first.
        """
        if not self._folder.path.is_dir():
            return []
        return [copy for folder in self._may_be_plain() for copy in plain_in(folder)]

    def drop_plain(self, backup: Backup, goes_on: "GoesOn") -> PlainCopiesDropped | None:
        """Delete what lies plain there, once a whole copy lies there; None if it was stopped.

        `backup` goes there where none does. What holds anything that the journal has not stays.
        Raises what `take` raises, and JournalDamagedError if the journal does not read.
        """
        rest = resting(goes_on)
        with suppress(StoppedError):
            if not self._has_whole(rest):
                self.take(backup, rest)
            with self._as_long_as_it_is_there(), self._writing():
                self._encrypt_plain(self._key())
                dropped = drop_plain(self.plain(), self._session, rest)
                if not self.is_there:  # then nothing lay there to go
                    raise JournalMissingError(self.chosen)
                return dropped
        return None

    def _has_whole(self, rest: "Rest") -> bool:
        """Return whether the newest copy there that the journal's key opens is read whole."""
        from homejournal.storage.journal.verified_copies import read_whole

        newest = next(iter(self._that_open()), None)
        with suppress(JournalFileError):
            return newest is not None and read_whole(newest.path, self._key(), rest) > 0
        return False

    def _may_be_plain(self) -> "tuple[BackupFolder, ...]":
        return (self._folder, self._own.before())

    def _encrypt_plain(self, key: "Key") -> None:
        with disk_errors_named(self.chosen):
            for folder in self._may_be_plain():
                encrypt_plain(folder, self._session.store.folder.keys, key)

    def _that_open(self) -> "Iterator[Backup]":
        """Yield this computer's copies there that the journal's key opens; any without a key."""
        key = self._session.store.key
        for copy in self._folder.copies():
            with suppress(OSError):
                if key is None or begins_with(copy.path) == salt_of(key):
                    yield copy

    def _key(self) -> "Key":
        store = self._session.store
        if store.key is None:
            raise store.needs_password() if store.is_locked else NoPasswordError(self.chosen)
        return store.key

    @contextmanager
    def _writing(self) -> "Iterator[None]":
        """Name the place where it can only be read, so that nothing was copied there."""
        try:
            with disk_errors_named(self.chosen):
                yield
        except JournalReadOnlyError as error:
            raise PlaceReadOnlyError(self.chosen) from error

    @contextmanager
    def _as_long_as_it_is_there(self) -> "Iterator[None]":
        """Tell what a stick that was pulled out refuses from what one refuses that is there."""
        try:
            yield
        except JournalFileError as error:
            if self.is_there:
                raise
            raise JournalMissingError(self.chosen) from error


def _refusal(*works: "Callable[[], None]") -> JournalError | None:
    """Do all of it, and return what was refused first."""
    first: JournalError | None = None
    for work in works:
        try:
            work()
        except JournalError as refused:
            first = first or refused
    return first
