"""`keys.json`: the locked keys of an encrypted journal, as a file beside it and in each backup.

A JSON object: `format` "homejournal keys", `schema` 1, `journal` (its id), `salt` (how the file
`journal.hj` begins), `slots`, and `sum`: SHA-256 of all the rest, as this module writes it, which
tells a damaged file from a wrong password. Bytes are hexadecimal. A slot has a `kind`:

* "password": `memory_kib`, `passes` and `lanes` of Argon2id, its `salt`, and the key in `sealed`
  (AES-256-GCM with `nonce`)
* "recovery": `checked`, the day on which the recovery sheet was last typed in
* "computer": `id`, `nonce`, `sealed`; the secret for it lies in the keyring of one computer

The file holds nothing that opens without a password, the sheet, or that keyring. What it says is
not trusted: it is read up to a size, and a try of the password may cost no more than a limit.

A password is never the key: it opens a slot that holds it (Argon2id, then AES-256-GCM). So a new
password is a new slot, and the journal's pages stay as they are. The recovery sheet is the key
itself, on paper; its slot only remembers the day on which it was checked.
"""

import hashlib
import hmac
import json
import re
import secrets
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from homejournal.domain.errors import JournalTooNewError, KeysDamagedError, WrongPasswordError
from homejournal.domain.limits import read_json
from homejournal.domain.records.revisions import version_in
from homejournal.storage.file.disk import disk_errors_named, write_whole
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


FORMAT, SCHEMA = "homejournal keys", 1
MOST_BYTES = 32 * 1024
_MEMORY, _PASSES, _LANES = range(8, 256 * 1024 + 1), range(1, 17), range(1, 17)
_MOST_WORK = 2 * Costs().memory * Costs().passes
"""KiB times passes: what is ever written takes a quarter of a second, and no try more than two."""


class _WrongError(ValueError):
    """Something in the file is not as this module writes it."""


def write_keys(file: Path, slots: KeySlots) -> None:
    """Write the file whole in place of the one before. Raises the disk's errors."""
    with disk_errors_named(file.parent):
        write_whole(file, keys_bytes(slots))


def keys_bytes(slots: KeySlots) -> bytes:
    """Return the bytes of the file."""
    told = {
        "format": FORMAT,
        "schema": SCHEMA,
        "journal": str(slots.journal),
        "salt": slots.salt.hex(),
        "slots": [_password_told(slots.password), *_others_told(slots)],
    }
    return json.dumps(told | {"sum": _sum(told)}, indent=1).encode() + b"\n"


def read_keys(file: Path) -> KeySlots:
    """Read the file.

    Raises KeysDamagedError if it is missing, damaged or asks for more than a limit, and
    JournalTooNewError if a newer homejournal wrote it.
    """
    folder = file.parent
    try:
        with file.open("rb") as opened:
            data = opened.read(MOST_BYTES + 1)
        told = _object(data)
        schema = told.get("schema")
        if told.get("format") == FORMAT and type(schema) is int and schema > SCHEMA:
            raise JournalTooNewError(folder, version_in(told.get("needs")))
        return _slots(told)
    except (OSError, ValueError) as error:
        raise KeysDamagedError(folder) from error


def _password_told(slot: PasswordSlot) -> dict[str, object]:
    return {
        "kind": "password",
        "memory_kib": slot.costs.memory,
        "passes": slot.costs.passes,
        "lanes": slot.costs.lanes,
        "salt": slot.salt.hex(),
        "nonce": slot.nonce.hex(),
        "sealed": slot.sealed.hex(),
    }


def _others_told(slots: KeySlots) -> list[dict[str, object]]:
    told: list[dict[str, object]] = []
    if slots.sheet_checked is not None:
        told.append({"kind": "recovery", "checked": slots.sheet_checked.isoformat()})
    told += [
        {
            "kind": "computer",
            "id": str(computer.id),
            "nonce": computer.nonce.hex(),
            "sealed": computer.sealed.hex(),
        }
        for computer in slots.computers
    ]
    return told


def _sum(told: Mapping[str, object]) -> str:
    plain = json.dumps(told, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()


def _object(data: bytes) -> dict[str, Any]:
    if len(data) > MOST_BYTES:
        raise _WrongError("size")
    told = read_json(data.decode("ascii"), object_pairs_hook=_once)
    if not isinstance(told, dict):
        raise _WrongError("object")
    return told


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    told = dict(pairs)
    if len(told) != len(pairs):
        raise _WrongError("twice")
    return told


def _slots(told: dict[str, Any]) -> KeySlots:
    _must_have(told, "format", "schema", "journal", "salt", "slots", "sum")
    rest = {name: value for name, value in told.items() if name != "sum"}
    if told["format"] != FORMAT or told["schema"] != SCHEMA or told["sum"] != _sum(rest):
        raise _WrongError("sum")
    slots = told["slots"]
    if not isinstance(slots, list) or not all(isinstance(slot, dict) for slot in slots):
        raise _WrongError("slots")
    passwords = _of_kind(slots, "password", 1)
    sheets = _of_kind(slots, "recovery", 1)
    computers = tuple(_computer(one) for one in _of_kind(slots, "computer", MOST_COMPUTERS))
    known = len(passwords) + len(sheets) + len(computers)
    if (
        not passwords
        or known != len(slots)
        or len({computer.id for computer in computers}) < len(computers)
    ):
        raise _WrongError("slots")
    return KeySlots(
        journal=_id(told["journal"]),
        salt=_bytes(told["salt"], SALT_BYTES),
        password=_password(passwords[0]),
        sheet_checked=_day(sheets[0]) if sheets else None,
        computers=computers,
    )


def _of_kind(slots: Sequence[dict[str, Any]], kind: str, most: int) -> list[dict[str, Any]]:
    found = [slot for slot in slots if slot.get("kind") == kind]
    if len(found) > most:
        raise _WrongError(kind)
    return found


def _password(told: dict[str, Any]) -> PasswordSlot:
    _must_have(told, "kind", "memory_kib", "passes", "lanes", "salt", "nonce", "sealed")
    costs = Costs(
        memory=_number(told["memory_kib"], _MEMORY),
        passes=_number(told["passes"], _PASSES),
        lanes=_number(told["lanes"], _LANES),
    )
    work = costs.memory * costs.passes
    if work > _MOST_WORK or costs.memory < 8 * costs.lanes:  # Argon2 knows no less memory
        raise _WrongError("memory_kib")
    salt, nonce = _bytes(told["salt"], SALT_BYTES), _bytes(told["nonce"], NONCE_BYTES)
    return PasswordSlot(costs, salt, nonce, _bytes(told["sealed"], SEALED_BYTES))


def _computer(told: dict[str, Any]) -> ComputerSlot:
    _must_have(told, "kind", "id", "nonce", "sealed")
    nonce, sealed = _bytes(told["nonce"], NONCE_BYTES), _bytes(told["sealed"], SEALED_BYTES)
    return ComputerSlot(_id(told["id"]), nonce, sealed)


def _day(told: dict[str, Any]) -> date:
    _must_have(told, "kind", "checked")
    return date.fromisoformat(_text(told["checked"]))


def _must_have(told: dict[str, Any], *names: str) -> None:
    if told.keys() != set(names):
        raise _WrongError("names")


def _number(value: object, allowed: range) -> int:
    if type(value) is not int or value not in allowed:
        raise _WrongError("number")
    return value


def _bytes(value: object, count: int) -> bytes:
    if not re.fullmatch(rf"[0-9a-f]{{{2 * count}}}", _text(value)):
        raise _WrongError("bytes")
    return bytes.fromhex(_text(value))


def _id(value: object) -> UUID:
    return UUID(_text(value))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise _WrongError("text")
    return value
