"""How pictures and hand-outs of an encrypted journal lie on the disk.

A sealed file is `HJM1`, a nonce and ChaCha20-Poly1305 of the bytes. Its name is an HMAC of their
hash: whoever has the same picture cannot see from the name that it lies here.
"""

import hashlib
import hmac
import os
import re

from homejournal.domain.errors import MediaMissingError
from homejournal.storage.file.file_encryption import Key

ENDING = ".sealed"
FILE_NAME = re.compile(rf"[0-9a-f]{{64}}({re.escape(ENDING)})?")
"""How the file of a picture or hand-out is called, sealed or not."""

_HEAD = b"HJM1"
_NONCE_BYTES = 12
_SECRET_BYTES = 32
_TAG_BYTES = 16
_FIRST_BLOCK = (1).to_bytes(4, "little")
"""Where the bytes begin in the stream of ChaCha20 (RFC 8439, 2.8)."""
MORE_BYTES = len(_HEAD) + _NONCE_BYTES + _TAG_BYTES
"""So much longer are sealed bytes."""


class MediaSeal:
    """Seals and opens with keys that follow from the journal's."""

    def __init__(self, key: Key) -> None:
        secret = key[:_SECRET_BYTES]
        self._seal = hmac.digest(secret, b"homejournal: bytes of media 1", "sha256")
        self._naming = hmac.digest(secret, b"homejournal: names of media 1", "sha256")

    def name(self, sha256: str) -> str:
        """Return the name of the file that holds the bytes of a hash."""
        return hmac.digest(self._naming, sha256.encode(), "sha256").hex() + ENDING

    def seal(self, data: bytes, sha256: str) -> bytes:
        """Return the bytes as they lie on the disk."""
        from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

        nonce = os.urandom(_NONCE_BYTES)
        sealed = ChaCha20Poly1305(self._seal).encrypt(nonce, data, self._bound(sha256))
        return _HEAD + nonce + sealed

    def open(self, sealed: bytes, sha256: str) -> bytes:
        """Return the bytes; raises MediaMissingError where they are not as they were sealed."""
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

        begins = len(_HEAD) + _NONCE_BYTES
        if not sealed.startswith(_HEAD):
            raise MediaMissingError(sha256, lies_there=True)
        try:
            told = ChaCha20Poly1305(self._seal).decrypt(
                sealed[len(_HEAD) : begins], sealed[begins:], self._bound(sha256)
            )
        except (InvalidTag, ValueError):  # ValueError: too short to be one
            raise MediaMissingError(sha256, lies_there=True) from None
        return told

    def has_named(self, name: str, sealed: bytes) -> bool:
        """Return whether this key sealed a file, and named it so.

        The hash, without which no seal can be checked, is found by opening the file unchecked.
        """
        from cryptography.hazmat.primitives.ciphers import Cipher
        from cryptography.hazmat.primitives.ciphers.algorithms import ChaCha20

        begins = len(_HEAD) + _NONCE_BYTES
        if not sealed.startswith(_HEAD) or len(sealed) < begins + _TAG_BYTES:
            return False
        at_once = _FIRST_BLOCK + sealed[len(_HEAD) : begins]
        opening = Cipher(ChaCha20(self._seal, at_once), mode=None).decryptor()
        told = opening.update(sealed[begins:-_TAG_BYTES])
        return self.name(hashlib.sha256(told).hexdigest()) == name

    @staticmethod
    def _bound(sha256: str) -> bytes:
        return _HEAD + sha256.encode()
