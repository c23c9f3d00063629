"""A batch: what one computer adds to a sharing folder, in one file that is never changed.

    "HJB1" · journal 16 · device 16 · number 8 · public key 32 · salt 32 · sealed · signature 64

Sealed with ChaCha20-Poly1305 (RFC 8439) under a key of its own, made by HKDF-SHA256 (RFC 5869) from
the sharing's key and the salt; the head is authenticated with it. Signed by the computer that
wrote it with Ed25519 (RFC 8032), over all that stands before the signature. A file is whole when
seal and signature fit: its name says nothing.
"""

import logging
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, auto
from typing import Any, NamedTuple
from uuid import UUID

from homejournal.domain.records.revisions import canonical
from homejournal.exchange.json_text import Json, parse_json
from homejournal.exchange.pack_file import id_in
from homejournal.exchange.revision_lines import Incoming, line_of, not_photos_of, read_lines

logger = logging.getLogger(__name__)

SUFFIX = ".hjb"
MOST_BYTES = 32 << 20
"""A larger file is none of ours and is not read."""
MOST_REVISIONS = 4_000
"""So many go into one batch."""
_MAGIC = b"HJB1"
_HEAD, _SALT, _SIGNATURE, _TAG = 76, 32, 64, 16
_INFO = b"homejournal batch 1"
_ONCE = bytes(12)
"""Each file has a key of its own, so one nonce is enough."""
_HASH = re.compile("[0-9a-f]{64}")
_NAMES = {"home", "through", "revisions", "purged"}
_PRIVATE, _GONE = "private", "gone"
"""Only where there is something to tell: what was written before there was any reads as ever."""


class BatchFault(Enum):
    """Why a file is not read as a batch."""

    FOREIGN = auto()
    """No batch at all."""
    OTHER_JOURNAL = auto()
    NOT_WHOLE = auto()
    """Its bytes do not fit together: still on its way, or made by somebody without the key."""
    UNREADABLE = auto()
    """Sealed and signed as ours are, and yet it tells what no homejournal of this form writes."""


class Head(NamedTuple):
    """What stands in front of a batch, before anything is proved."""

    journal: UUID
    device: UUID
    number: int
    public: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """What a whole batch holds; `public` is the key that signed it.

    `private` are the records of those of its photos that only private notes had, where nothing
    else in it says so. Only our own computers get any. `gone` are computers that are no more, each
    with the number through which its batches were taken away.
    """

    journal: UUID
    device: UUID
    number: int
    public: bytes
    home: UUID | None
    through: date
    incoming: Incoming = field(default_factory=Incoming)
    purged: frozenset[bytes] = frozenset()
    private: frozenset[str] = frozenset()
    gone: Mapping[UUID, int] = field(default_factory=dict)


class Signer:
    """The private key by which one computer signs."""

    def __init__(self, private: bytes) -> None:
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        self._key = Ed25519PrivateKey.from_private_bytes(private)
        self.public = self._key.public_key().public_bytes_raw()

    def sign(self, data: bytes) -> bytes:
        """Return the signature of 64 bytes."""
        return self._key.sign(data)


def new_private_key() -> bytes:
    """Return 32 random bytes: an Ed25519 key, or the key of a sharing."""
    return secrets.token_bytes(32)


def write_batch(batch: Batch, key: bytes, signer: Signer) -> bytes:
    """Return a batch's file, sealed under the sharing's key and signed."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    head = b"".join(
        (
            _MAGIC,
            batch.journal.bytes,
            batch.device.bytes,
            batch.number.to_bytes(8, "big"),
            signer.public,
        )
    )
    salt = secrets.token_bytes(_SALT)
    sealed = ChaCha20Poly1305(_file_key(key, salt)).encrypt(_ONCE, _plain(batch), head + salt)
    body = head + salt + sealed
    return body + signer.sign(body)


def head_of(data: bytes) -> Head | BatchFault:
    """Return what stands in front, or that it is no batch."""
    if len(data) > MOST_BYTES or not data.startswith(_MAGIC):
        return BatchFault.FOREIGN
    if len(data) < _HEAD + _SALT + _TAG + _SIGNATURE:
        return BatchFault.NOT_WHOLE
    number = int.from_bytes(data[36:44], "big")
    return Head(UUID(bytes=data[4:20]), UUID(bytes=data[20:36]), number, data[44:_HEAD])


def read_batch(data: bytes, key: bytes, journal: UUID) -> Batch | BatchFault:
    """Return what a file holds, all of it proved and checked, or why it is not read."""
    head = head_of(data)
    if isinstance(head, BatchFault):
        return head
    if head.journal != journal:
        return BatchFault.OTHER_JOURNAL
    plain = _opened(data, key, head.public)
    if plain is None:
        return BatchFault.NOT_WHOLE
    try:
        return _told_in(head, plain)
    except Exception:
        # Whoever has the key can write anything: one file never holds up all that lies beside it.
        logger.exception("a batch that is sealed and signed broke what reads it")
        return BatchFault.UNREADABLE


def _told_in(head: Head, plain: bytes) -> Batch | BatchFault:
    told, faults = parse_json(plain)
    if faults or not isinstance(told, dict) or told.keys() - {_PRIVATE, _GONE} != _NAMES:
        return BatchFault.UNREADABLE
    return _batch(head, told)


def _opened(data: bytes, key: bytes, public: bytes) -> bytes | None:
    from cryptography.exceptions import InvalidSignature, InvalidTag
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    body, signature = data[:-_SIGNATURE], data[-_SIGNATURE:]
    head, salt = body[:_HEAD], body[_HEAD : _HEAD + _SALT]
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, body)
        cipher = ChaCha20Poly1305(_file_key(key, salt))
        return cipher.decrypt(_ONCE, body[_HEAD + _SALT :], head + salt)
    except (InvalidSignature, InvalidTag, ValueError):
        return None


def _file_key(key: bytes, salt: bytes) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(algorithm=SHA256(), length=32, salt=salt, info=_INFO).derive(key)


def _plain(batch: Batch) -> bytes:
    told: dict[str, Any] = {
        "home": str(batch.home) if batch.home else None,
        "through": batch.through.isoformat(),
        "revisions": [line_of(revision) for revision in batch.incoming.all],
        "purged": sorted(one.hex() for one in batch.purged),
    }
    if batch.private:
        told[_PRIVATE] = sorted(batch.private)
    if batch.gone:
        told[_GONE] = {str(device): number for device, number in batch.gone.items()}
    return canonical(told)


def _batch(head: Head, told: dict[str, Json]) -> Batch | BatchFault:
    home, purged = told["home"], told["purged"]
    if not isinstance(told["revisions"], list) or not isinstance(purged, list):
        return BatchFault.UNREADABLE
    if not all(isinstance(one, str) and _HASH.fullmatch(one) for one in purged):
        return BatchFault.UNREADABLE
    incoming, faults = read_lines(told["revisions"])
    try:
        through = date.fromisoformat(told["through"])
    except (TypeError, ValueError):
        return BatchFault.UNREADABLE
    home_id = id_in(home)
    if faults or (home is not None and home_id is None):
        return BatchFault.UNREADABLE
    private, gone = told.get(_PRIVATE, []), _gone_in(told.get(_GONE, {}))
    if gone is None or not isinstance(private, list) or not_photos_of(incoming, private):
        return BatchFault.UNREADABLE
    return Batch(
        **head._asdict(),
        home=home_id,
        through=through,
        incoming=incoming,
        purged=frozenset(map(bytes.fromhex, purged)),
        private=frozenset(private),
        gone=gone,
    )


def _gone_in(told: Json) -> dict[UUID, int] | None:
    """Return the computers that are gone; None if the value is something else."""
    if not isinstance(told, dict):
        return None
    found: dict[UUID, int] = {}
    for name, number in told.items():
        device = id_in(name)
        if device is None or type(number) is not int or number < 1:
            return None
        found[device] = number
    return found
