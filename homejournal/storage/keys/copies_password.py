"""Copies follow the password of their journal: the one of before opens none of them any more."""

from pathlib import Path

from homejournal.domain.errors import (
    DiskFullError,
    JournalFileError,
    JournalTooNewError,
    KeysDamagedError,
)
from homejournal.durable_writes import sync_written
from homejournal.storage.file.backup_folder import BackupFolder, keys_of
from homejournal.storage.file.disk_errors import naming
from homejournal.storage.file.file_encryption import begins_with
from homejournal.storage.keys.key_slots import KeySlots
from homejournal.storage.keys.keys_file import keys_bytes, read_keys, write_keys


def follow_password(folder: BackupFolder, slots: KeySlots) -> None:
    """Let the copies in a folder that are of this key open with these slots, and no others.

    Keys that are missing or damaged are laid beside them again; those of other keys stay. Raises
    the disk's errors, once all were tried.
    """
    refused: JournalFileError | None = None
    with naming(folder.path):
        ours = {keys_of(one.path) for one in folder.copies() if begins_with(one.path) == slots.salt}
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
        with naming(file.parent), file.open("r+b") as opened:
            opened.write(keys_bytes(slots))
            opened.truncate()
            sync_written(opened)
