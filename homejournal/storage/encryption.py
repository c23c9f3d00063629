"""How an encrypted journal's file is told from a plain one, and a wrong key from a damage.

The file is SQLCipher's: pages of 4096 bytes, each with an HMAC-SHA512 of its own
(https://www.zetetic.net/sqlcipher/design/).
"""

import hashlib
import hmac
from pathlib import Path

Key = bytes
"""48 bytes: the 32 of the key, and the 16 with which an encrypted file begins."""
KEY_BYTES = 48

_SECRET_BYTES = 32
_PLAIN = b"SQLite format 3\0"
_PAGE, _SEAL = 4096, 64
_MANY_BYTES = 200
"""Of 256 different bytes an encrypted page has nearly all; a text or a form has far fewer."""


def is_encrypted(path: Path) -> bool:
    """Return whether a file looks like an encrypted journal; raises OSError.

    It has whole pages of bytes without any order, or lies beside the keys of one.
    """
    with path.open("rb") as file:
        page = file.read(_PAGE)
    if not page or page.startswith(_PLAIN):
        return False
    if path.with_name("keys.json").is_file():
        return True
    return path.stat().st_size % _PAGE == 0 and len(set(page)) > _MANY_BYTES


def salt_of(key: Key) -> bytes:
    """Return the 16 bytes with which a file of this key begins; they are no secret."""
    return key[_SECRET_BYTES:]


def has_pages_of(path: Path, key: Key) -> bool:
    """Return whether any page of the file was written with the key; raises OSError.

    If so, a file that does not open is damaged; if not, the key is another file's.
    """
    salt = bytes(byte ^ 0x3A for byte in salt_of(key))
    sealing = hashlib.pbkdf2_hmac("sha512", key[:_SECRET_BYTES], salt, 2, _SECRET_BYTES)
    with path.open("rb") as file:
        number = 1
        while page := file.read(_PAGE):
            if _is_sealed(page, number, sealing):
                return True
            number += 1
    return False


def _is_sealed(page: bytes, number: int, sealing: bytes) -> bool:
    begins = len(salt_of(bytes(KEY_BYTES))) if number == 1 else 0
    told = page[begins:-_SEAL] + number.to_bytes(4, "little")
    return hmac.compare_digest(hmac.digest(sealing, told, "sha512"), page[-_SEAL:])
