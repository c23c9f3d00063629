"""The key of one locked copy, from what somebody typed."""

from pathlib import Path

from homejournal.domain.errors import KeysDamagedError, NotAJournalError
from homejournal.domain.recovery_letters import read_letters
from homejournal.storage.backup_folder import keys_of
from homejournal.storage.encryption import Key, begins_plain, looks_encrypted
from homejournal.storage.failures import naming
from homejournal.storage.key_slots import key_by_password, key_of
from homejournal.storage.keys_file import read_keys


def key_by_letters(typed: str) -> Key:
    """Return the key that is printed on a recovery sheet; raises SheetTypoError."""
    return key_of(read_letters(typed))


def key_by_word(copy: Path, password: str) -> Key:
    """Return the key that a password opens, from the locked keys beside a copy.

    Raises WrongPasswordError, KeysDamagedError, NotAJournalError where it is no copy, or the disk's
    errors.
    """
    try:
        slots = read_keys(keys_of(copy))
    except KeysDamagedError:
        if _may_be_copy(copy):
            raise
        raise NotAJournalError(copy.parent) from None
    return key_by_password(slots, password, copy.parent)


def _may_be_copy(path: Path) -> bool:
    with naming(path.parent):
        return path.is_file() and (begins_plain(path) or looks_encrypted(path))
