"""Seal as age does (age-encryption.org/v1), with a passphrase that takes a moment to try.

age has a passphrase take the computer a second or more, chosen anew by how quick it is, and leaves
no way to choose less; the tests seal very many files, and open them with the real thing.
"""

import base64
import hashlib
import hmac
import os

WORK = 10
"""Times that scrypt doubles its work; age takes about 20."""
_CHUNK = 64 * 1024


def encrypt(plaintext: bytes, passphrase: str) -> bytes:
    """Return a file that whoever knows the passphrase can open."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    file_key, salt, nonce = os.urandom(16), os.urandom(16), os.urandom(16)
    words, taste = passphrase.encode(), b"age-encryption.org/v1/scrypt" + salt
    wrapping = hashlib.scrypt(words, salt=taste, n=1 << WORK, r=8, p=1, dklen=32)
    wrapped = ChaCha20Poly1305(wrapping).encrypt(bytes(12), file_key, None)
    stanza = b"-> scrypt %s %d\n%s\n---" % (_letters(salt), WORK, _letters(wrapped))
    head = b"age-encryption.org/v1\n" + stanza
    seal = hmac.digest(_derived(file_key, b"", b"header"), head, "sha256")
    body = ChaCha20Poly1305(_derived(file_key, nonce, b"payload"))
    chunks = [plaintext[at : at + _CHUNK] for at in range(0, max(1, len(plaintext)), _CHUNK)]
    last = len(chunks) - 1
    sealed = (
        body.encrypt(number.to_bytes(11, "big") + bytes([number == last]), chunk, None)
        for number, chunk in enumerate(chunks)
    )
    return head + b" " + _letters(seal) + b"\n" + nonce + b"".join(sealed)


def _letters(raw: bytes) -> bytes:
    return base64.b64encode(raw).rstrip(b"=")


def _derived(key: bytes, salt: bytes, use: bytes) -> bytes:
    """Return 32 bytes by HKDF with SHA-256."""
    drawn = hmac.digest(salt or bytes(32), key, "sha256")
    return hmac.digest(drawn, use + b"\x01", "sha256")
