"""The keyring of this computer, which may remember a journal's key: an extra, never the only way.

What lies in it opens one slot of `keys.json`. Whoever uses the same account opens the journal then
without a password, so the family chooses it, and can take it back.
"""

import logging
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from homejournal.storage.keys.key_slots import with_computer, without_computer

if TYPE_CHECKING:
    from homejournal.storage.file.file_encryption import Key
    from homejournal.storage.keys.key_slots import KeySlots

logger = logging.getLogger(__name__)

_SERVICE = "homejournal"
_LEAST_PRIORITY = 1
"""What the keyring library counts as a real one; less is a file or nothing at all."""
_SEAL_BYTES = 32


class Keyring(Protocol):
    """What is needed of a keyring; the library of that name has one for each system."""

    def get_password(self, service: str, username: str) -> str | None:
        """Return what is kept under a name."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep something under a name."""

    def delete_password(self, service: str, username: str) -> None:
        """Forget what is kept under a name."""


class Remembered:
    """What the keyring keeps for journals; where it is locked or missing, nothing is there."""

    def __init__(self, keyring: "Keyring | None" = None) -> None:
        self._keyring = keyring or _system_keyring()

    @property
    def is_possible(self) -> bool:
        """Return whether this computer has a keyring at all."""
        return self._keyring is not None

    def of(self, journal: UUID) -> tuple[UUID, bytes] | None:
        """Return the slot and the secret that open a journal here."""
        told = ""
        if self._keyring is not None:
            with _quietly():
                told = self._keyring.get_password(_SERVICE, str(journal)) or ""
        slot, _, seal = told.partition(":")
        try:
            found = UUID(slot), bytes.fromhex(seal)
        except ValueError:
            return None
        return found if len(found[1]) == _SEAL_BYTES else None

    def remember(self, slots: "KeySlots", key: "Key") -> "KeySlots":
        """Return the slots with one for this computer; as they were where it is refused."""
        made, slot, seal = with_computer(slots, key)
        if self._keyring is not None:
            with _quietly():
                self._keyring.set_password(_SERVICE, str(slots.journal), f"{slot}:{seal.hex()}")
                return made
        return slots

    def forget(self, slots: "KeySlots") -> "KeySlots":
        """Forget it, and return the slots without the one of this computer."""
        found = self.of(slots.journal)
        if found is None or self._keyring is None:
            return slots
        with _quietly():
            self._keyring.delete_password(_SERVICE, str(slots.journal))
        return without_computer(slots, found[0])


def _quietly() -> "suppress":
    """Let a keyring refuse in whatever way: each system has errors of its own."""
    return suppress(Exception)


def _system_keyring() -> "Keyring | None":
    try:
        import keyring

        found = keyring.get_keyring()
        is_real = found.priority >= _LEAST_PRIORITY
    except Exception:  # noqa: BLE001 - each system has errors of its own
        logger.info("this computer has no keyring")
        return None
    return found if is_real else None
