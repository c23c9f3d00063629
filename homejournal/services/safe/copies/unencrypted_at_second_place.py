"""Copies that lie plain at a second place, from before all that lies there was encrypted."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from homejournal.domain.errors import (
    JournalDamagedError,
    NotAJournalError,
    OtherKeyError,
    PasswordNeededError,
)
from homejournal.services.safe.copies.copy_contents import holds_more
from homejournal.storage.file.backup_folder import BackupFolder, keys_of, with_keys
from homejournal.storage.file.file_encryption import begins_plain, looks_encrypted

if TYPE_CHECKING:
    from homejournal.services.session import Session
    from homejournal.storage.file.file_encryption import Key
    from homejournal.storage.file.pauses import Rest


class Dropped(NamedTuple):
    """How many copies went, and how many stayed since they hold what the journal has not."""

    gone: int
    kept: int


def plain_in(folder: BackupFolder) -> Iterator[Path]:
    """Yield the copies in whose bytes words may stand; what cannot be read counts for none.

    Those with locked keys are not even opened: a cloud would fetch each of them for that.
    """
    for copy in [one.path for one in folder.copies()]:
        with suppress(OSError):
            if not keys_of(copy).is_file() and _is_plain(copy):
                yield copy


def encrypt_plain(folder: BackupFolder, keys: Path, key: "Key") -> None:
    """Encrypt the copies that lie plain, and lay locked keys beside each.

    One that is damaged cannot be, and stays. Raises the disk's errors.
    """
    from homejournal.storage.keys.encrypting import turned_copy

    for copy in [one.path for one in folder.copies() if begins_plain(one.path)]:
        with suppress(JournalDamagedError, NotAJournalError), with_keys(keys, copy):
            turned_copy(copy, copy, None, key)


def drop_plain(copies: Iterable[Path], session: "Session", rest: "Rest") -> Dropped:
    """Delete plain copies, but those of which anything reads that the journal has not.

    Raises JournalDamagedError where the journal does not read, JournalMissingError where a copy is
    gone, and the disk's errors.
    """
    from homejournal.storage.file.second_connection import read_here

    store, gone, kept = session.store, 0, 0
    here = read_here(store.folder.journal, store.key, rest)
    for copy in copies:
        may_go = False
        with suppress(PasswordNeededError, OtherKeyError):  # what is in it is not known
            may_go = not holds_more(copy, here, store.key, rest, thorough=True)
        if may_go:
            copy.unlink(missing_ok=True)
            keys_of(copy).unlink(missing_ok=True)
        gone, kept = gone + may_go, kept + (not may_go)
    return Dropped(gone, kept)


def _is_plain(copy: Path) -> bool:
    """Return whether a copy without locked keys is plain, also where its beginning is damaged."""
    return begins_plain(copy) or (copy.stat().st_size > 0 and not looks_encrypted(copy))
