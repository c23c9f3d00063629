"""The locked keys of a journal in several places: beside it, on this computer, beside its copies.

They are looked for in all of them, and follow another password: the one of before opens none any
more.
"""

from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path

from homejournal.domain.errors import (
    DiskFullError,
    JournalError,
    JournalFileError,
    JournalTooNewError,
    KeysDamagedError,
    OtherKeyError,
    WrongPasswordError,
)
from homejournal.durable_writes import sync_written
from homejournal.storage.file.backup_folder import BackupFolder, keys_of
from homejournal.storage.file.damaged_file import why_unread
from homejournal.storage.file.disk import disk_errors_named
from homejournal.storage.file.file_encryption import Key, begins_with, has_pages_of, looks_encrypted
from homejournal.storage.file.journal_folder import JournalFolder, make_folder
from homejournal.storage.keys.keys_file import (
    KeySlots,
    key_by_password,
    keys_bytes,
    read_keys,
    write_keys,
)


def follow_password(folder: BackupFolder, slots: KeySlots) -> None:
    """Let the copies in a folder that are of this key open with these slots, and no others.

    Keys that are missing or damaged are laid beside them again; those of other keys stay. Raises
    the disk's errors, once all were tried.
    """
    refused: JournalFileError | None = None
    with disk_errors_named(folder.path):
        ours = {
            keys_of(copy.path) for copy in folder.copies() if begins_with(copy.path) == slots.salt
        }
    for file in sorted(ours.union(folder.keys())):
        try:
            if _is_behind(file, slots, is_ours=file in ours):
                _write(file, slots)
        except JournalFileError as error:
            refused = refused or error
    if refused is not None:
        raise refused


def _is_behind(file: Path, slots: KeySlots, *, is_ours: bool) -> bool:
    try:
        kept = read_keys(file)
    except KeysDamagedError:
        return is_ours
    except JournalTooNewError:
        return False
    return kept.salt == slots.salt and kept.password != slots.password


def _write(file: Path, slots: KeySlots) -> None:
    """Write keys whole, or over those of before where a full disk has no room for a second file.

    If that is torn, the sheet opens the copy, and the keys are laid beside it again the next time.
    """
    try:
        write_keys(file, slots)
    except DiskFullError:
        with disk_errors_named(file.parent), file.open("r+b") as opened:
            opened.write(keys_bytes(slots))
            opened.truncate()
            sync_written(opened)


class KeyCopies:
    """Copies of `keys.json` in the folder of this computer's settings, by how journals begin."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, slots: KeySlots) -> None:
        """Keep a copy of the keys; if the disk refuses, the one beside the journal has to do."""
        with suppress(JournalError), disk_errors_named(self._folder):
            make_folder(self._folder)
            write_keys(self._file(slots.salt), slots)

    def drop(self, begins: bytes) -> None:
        """Forget the copy for a file that begins so, which is not there or has no password."""
        with suppress(OSError):
            self._file(begins).unlink(missing_ok=True)

    def of(self, salt: bytes) -> KeySlots:
        """Return the copy for a file that begins so; raises KeysDamagedError."""
        return read_keys(self._file(salt))

    def all(self) -> list[KeySlots]:
        """Return the copies of whatever journal that read."""
        found = []
        for file in sorted(self._folder.glob("*.json")):
            with suppress(JournalError):
                found.append(read_keys(file))
        return found

    def _file(self, salt: bytes) -> Path:
        return self._folder / f"{salt.hex()}.json"


def slots_for(folder: JournalFolder, copies: KeyCopies | None) -> KeySlots:
    """Return the locked keys of a journal: those beside it, or a copy of them.

    Those of another journal are the last that is returned: the beginning of the file may be
    damaged, and then they are the right ones. Raises KeysDamagedError if there are none.
    """
    with suppress(KeysDamagedError):
        return slots_that_begin(folder, begins_with(folder.journal), copies)
    return _all_here(folder)[0]


def _all_here(folder: JournalFolder) -> list[KeySlots]:
    """Return the locked keys beside the journal, then those beside its copies; each once.

    Raises KeysDamagedError if there are none, or JournalTooNewError.
    """
    beside = BackupFolder(folder.backups).keys()
    found: list[KeySlots] = []
    for file in (folder.keys, *sorted(beside, reverse=True)):
        with suppress(JournalError):
            slots = read_keys(file)
            if slots.password not in [one.password for one in found]:
                found.append(slots)
    return found or [read_keys(folder.keys)]


def slots_that_begin(folder: JournalFolder, begins: bytes, copies: KeyCopies | None) -> KeySlots:
    """Return the locked keys for a file that begins so, from the first place that has them whole.

    That is beside the journal, on this computer, or beside a copy of the journal, the newest first.
    Raises KeysDamagedError.
    """
    beside = BackupFolder(folder.backups).keys()
    looks = [partial(read_keys, file) for file in (folder.keys, *sorted(beside, reverse=True))]
    if copies is not None:
        looks.insert(1, partial(copies.of, begins))
    for look in looks:
        with suppress(JournalError):
            slots = look()
            if slots.salt == begins:
                return slots
    raise KeysDamagedError(folder.path)


def bring_back(folder: JournalFolder, begins: bytes, copies: KeyCopies | None) -> bool:
    """Lay the locked keys beside the journal again where they were lost or are damaged.

    Returns whether they lie there whole; what a newer homejournal wrote counts so, and stays.
    Raises the disk's errors.
    """
    try:
        if read_keys(folder.keys).salt == begins:
            return True
    except JournalTooNewError:
        return True
    except KeysDamagedError:
        pass
    with suppress(KeysDamagedError):
        write_keys(folder.keys, slots_that_begin(folder, begins, copies))
        return True
    return False


def key_for(folder: JournalFolder, password: str, copies: KeyCopies | None) -> Key:
    """Return the key of a journal that the password opens.

    Raises WrongPasswordError, KeysDamagedError, and where nothing of the file is of the key that is
    locked here JournalDamagedError, OtherFileError or OtherKeyError.
    """
    try:
        fitting = slots_that_begin(folder, begins_with(folder.journal), copies)
    except KeysDamagedError:
        return _key_of_some(folder, password, copies)
    return key_by_password(fitting, password, folder.path)


def opened_by(locked: Iterable[KeySlots], password: str, folder: Path) -> list[Key]:
    """Return the keys that a password opens of those that are locked."""
    opened = []
    for slots in locked:
        with suppress(WrongPasswordError):
            opened.append(key_by_password(slots, password, folder))
    return opened


def _key_of_some(folder: JournalFolder, password: str, copies: KeyCopies | None) -> Key:
    """Return the key of a file whose beginning fits no locked keys: it may be lost, or they are.

    What this computer kept is of whatever journal, and counts only where it opens a page of it.
    """
    kept = [] if copies is None else copies.all()
    for key in opened_by(kept, password, folder.path):
        if has_pages_of(folder.journal, key):
            return key
    there = _all_here(folder)
    opened = opened_by(there, password, folder.path)
    for key in opened:
        if has_pages_of(folder.journal, key):
            return key
    whys = [why_unread(folder.journal, key) for key in opened]
    if whys:
        raise next((why for why in whys if not isinstance(why, OtherKeyError)), whys[0])
    if looks_encrypted(folder.journal) and not _are_of_a_copy(folder, there):
        raise OtherKeyError(folder.path)
    raise WrongPasswordError(folder.path)


def _are_of_a_copy(folder: JournalFolder, there: list[KeySlots]) -> bool:
    """Return whether these are locked keys of a copy here, and so of this journal."""
    begins = [begins_with(copy.path) for copy in BackupFolder(folder.backups).copies()]
    return any(slots.salt in begins for slots in there)
