"""The journal's one random key, and the ways in which it is locked up: by a password, by a keyring.

A password is never the key: it opens a slot that holds it (Argon2id, then AES-256-GCM). So a new
password is a new slot, and the journal's pages stay as they are. The recovery sheet is the key
itself, on paper; its slot only remembers the day on which it was checked.
"""

import hmac
import secrets
import unicodedata
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from uuid import UUID

from homejournal.domain.errors import WrongPasswordError
from homejournal.storage.file.file_encryption import Key

SECRET_BYTES, SALT_BYTES, NONCE_BYTES, SEALED_BYTES = 32, 16, 12, 48
MOST_COMPUTERS = 32
_SALT_OF_KEY = b"homejournal: how an encrypted file begins 1"


@dataclass(frozen=True, slots=True)
class Costs:
    """What one try of a password takes: memory in KiB, passes over it, and lanes."""

    memory: int = 64 * 1024
    passes: int = 3
    lanes: int = 4


@dataclass(frozen=True, slots=True)
class PasswordSlot:
    """The key, sealed with what Argon2id makes of a password."""

    costs: Costs
    salt: bytes
    nonce: bytes
    sealed: bytes


@dataclass(frozen=True, slots=True)
class ComputerSlot:
    """The key, sealed with a secret that lies in the keyring of one computer under this id."""

    id: UUID
    nonce: bytes
    sealed: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class KeySlots:
    """What `keys.json` tells: whose journal's key it is, and the slots that hold it.

    `salt` is how the journal's encrypted file begins, by which the two are known to belong
    together. `sheet_checked` is the day on which the recovery sheet was last typed in.
    """

    journal: UUID
    salt: bytes
    password: PasswordSlot
    sheet_checked: date | None = None
    computers: tuple[ComputerSlot, ...] = ()


def new_key() -> Key:
    """Return a new, random key."""
    return key_of(secrets.token_bytes(SECRET_BYTES))


def key_of(secret: bytes) -> Key:
    """Return the key for 32 secret bytes: the salt follows from them, so paper alone is enough."""
    return secret + hmac.digest(secret, _SALT_OF_KEY, "sha256")[:SALT_BYTES]


def secret_of(key: Key) -> bytes:
    """Return the 32 secret bytes of a key, as the recovery sheet holds them."""
    return key[:SECRET_BYTES]


def new_slots(journal: UUID, key: Key, password: str, costs: Costs | None = None) -> KeySlots:
    """Return the slots of a journal that gets its first password."""
    slot = _password_slot(journal, key, password, costs or Costs())
    return KeySlots(journal=journal, salt=key[SECRET_BYTES:], password=slot)


def with_password(slots: KeySlots, key: Key, password: str, costs: Costs | None = None) -> KeySlots:
    """Return the slots with another password in place of the one before."""
    slot = _password_slot(slots.journal, key, password, costs or Costs())
    return replace(slots, password=slot)


def key_by_password(slots: KeySlots, password: str, folder: Path) -> Key:
    """Return the key that the password opens; raises WrongPasswordError."""
    slot = slots.password
    seal = _stretched(password, slot.salt, slot.costs)
    bound = _bound(slots.journal, "password", slot.salt)
    return _opened(seal, slot.nonce, slot.sealed, bound, folder)


def with_computer(slots: KeySlots, key: Key) -> tuple[KeySlots, UUID, bytes]:
    """Return the slots with one more for this computer, its id and the secret for the keyring.

    More than a file holds are not kept: the oldest goes, and that computer asks for the password.
    """
    slot_id, seal = UUID(bytes=secrets.token_bytes(16), version=4), secrets.token_bytes(32)
    nonce, sealed = _sealed(seal, key, _bound(slots.journal, "computer", slot_id.bytes))
    slot = ComputerSlot(slot_id, nonce, sealed)
    kept = (*slots.computers, slot)[-MOST_COMPUTERS:]
    return replace(slots, computers=kept), slot_id, seal


def without_computer(slots: KeySlots, slot_id: UUID) -> KeySlots:
    """Return the slots without the one of a computer."""
    return replace(
        slots, computers=tuple(computer for computer in slots.computers if computer.id != slot_id)
    )


def key_by_computer(slots: KeySlots, slot_id: UUID, seal: bytes, folder: Path) -> Key:
    """Return the key that a computer's secret opens; raises WrongPasswordError."""
    for slot in slots.computers:
        if slot.id == slot_id:
            bound = _bound(slots.journal, "computer", slot_id.bytes)
            return _opened(seal, slot.nonce, slot.sealed, bound, folder)
    raise WrongPasswordError(folder)


def _password_slot(journal: UUID, key: Key, password: str, costs: Costs) -> PasswordSlot:
    salt = secrets.token_bytes(SALT_BYTES)
    seal = _stretched(password, salt, costs)
    nonce, sealed = _sealed(seal, key, _bound(journal, "password", salt))
    return PasswordSlot(costs, salt, nonce, sealed)


def _stretched(password: str, salt: bytes, costs: Costs) -> bytes:
    """Return 32 bytes of a password; one keyboard may write é as one sign, another as two."""
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    stretch = Argon2id(
        salt=salt,
        length=32,
        iterations=costs.passes,
        lanes=costs.lanes,
        memory_cost=costs.memory,
    )
    return stretch.derive(unicodedata.normalize("NFC", password).encode("utf-8", "surrogatepass"))


def _bound(journal: UUID, kind: str, own: bytes) -> bytes:
    """Return what a slot is bound to, so that it opens in no other place."""
    return b"\0".join((b"homejournal keys 1", journal.bytes, kind.encode(), own))


def _sealed(seal: bytes, key: Key, bound: bytes) -> tuple[bytes, bytes]:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce, AESGCM(seal).encrypt(nonce, secret_of(key), bound)


def _opened(seal: bytes, nonce: bytes, sealed: bytes, bound: bytes, folder: Path) -> Key:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return key_of(AESGCM(seal).decrypt(nonce, sealed, bound))
    except InvalidTag:
        raise WrongPasswordError(folder) from None
