"""Where the locked keys of a journal are looked for: beside it, and on this computer once more."""

from contextlib import suppress
from pathlib import Path

from homejournal.domain.errors import JournalError, KeysDamagedError, OtherKeyError
from homejournal.storage.encryption import Key, begins_with, has_pages_of
from homejournal.storage.failures import naming
from homejournal.storage.folder import JournalFolder, make_folder
from homejournal.storage.key_slots import KeySlots, key_by_password
from homejournal.storage.keys_file import read_keys, write_keys


class KeyCopies:
    """Copies of `keys.json` in the folder of this computer's settings, by how journals begin."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, slots: KeySlots) -> None:
        """Keep a copy; where that is refused, the one beside the journal has to do."""
        with suppress(JournalError), naming(self._folder):
            make_folder(self._folder)
            write_keys(self._file(slots.salt), slots)

    def drop(self, slots: KeySlots) -> None:
        """Forget the copy of a journal that has no password any more."""
        with suppress(OSError):
            self._file(slots.salt).unlink(missing_ok=True)

    def of(self, salt: bytes) -> KeySlots:
        """Return the copy for a file that begins so; raises KeysDamagedError."""
        return read_keys(self._file(salt))

    def _file(self, salt: bytes) -> Path:
        return self._folder / f"{salt.hex()}.json"


def slots_for(folder: JournalFolder, copies: KeyCopies | None) -> KeySlots:
    """Return the locked keys of a journal: those beside it, or the copy on this computer.

    Those of another journal are the last that is returned: the beginning of the file may be
    damaged, and then they are the right ones. Raises KeysDamagedError where there are none.
    """
    begins = begins_with(folder.journal)
    other: KeySlots | None = None
    with suppress(KeysDamagedError):
        beside = read_keys(folder.keys)
        if beside.salt == begins:
            return beside
        other = beside
    with suppress(KeysDamagedError):
        if copies is not None:
            return copies.of(begins)
    if other is None:
        raise KeysDamagedError(folder.path)
    return other


def key_for(folder: JournalFolder, password: str, copies: KeyCopies | None) -> Key:
    """Return the key of a journal that the password opens.

    Raises WrongPasswordError, KeysDamagedError, and OtherKeyError where the locked keys are those
    of another journal.
    """
    slots = slots_for(folder, copies)
    if slots.salt == begins_with(folder.journal):
        return key_by_password(slots, password, folder.path)
    with suppress(JournalError):
        key = key_by_password(slots, password, folder.path)
        if has_pages_of(folder.journal, key):
            return key
    raise OtherKeyError(folder.path)
