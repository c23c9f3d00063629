"""How an encrypted journal's file is told from a plain one, and a wrong key from a damage.

The file is SQLCipher's: pages of 4096 bytes, each with an HMAC-SHA512 of its own
(https://www.zetetic.net/sqlcipher/design/).
"""

import hashlib
import hmac
from collections.abc import Iterator
from pathlib import Path

from homejournal.storage.file.journal_folder import JournalFolder

Key = bytes
"""48 bytes: the 32 of the key, and the 16 with which an encrypted file begins."""
KEY_BYTES = 48
PLAIN = b"SQLite format 3\0"
"""How a plain database begins."""

_SECRET_BYTES = 32
_PAGE, _SEAL, _SECTOR = 4096, 64, 512
_LOOKED_AT = 16
_ALL_BYTES = bytes(range(256))
_MANY_BYTES = 250
"""Of 256 different bytes an encrypted page has all but one or two; a page of text and ids has about
200, and only those of an index have more."""


def is_encrypted(path: Path) -> bool:
    """Return whether a file looks like an encrypted journal; raises OSError.

    Most of its pages are bytes without any order, or it lies beside the keys of one. No single page
    decides: a power cut in the middle of a save may leave the first one torn, and the file's end.
    Where any page has an order and only plain copies lie there, it is a plain one with a damage.
    """
    begins = begins_with(path)
    if not begins or begins == PLAIN:
        return False
    if path.with_name("keys.json").is_file():
        return True
    return looks_encrypted(path) and (_is_all_noise(path) or not has_only_plain_copies(path))


def looks_encrypted(path: Path) -> bool:
    """Return whether most pages of a file are bytes without any order; raises OSError."""
    size = path.stat().st_size
    if size < _PAGE or size % _SECTOR:
        return False
    pages = [page for page in _some_pages(path) if page]
    return sum(map(_is_noise, pages)) * 2 > len(pages)


def has_only_plain_copies(path: Path) -> bool:
    """Return whether a journal's file has plain copies, none encrypted, and locked keys nowhere.

    Then it never had a password, or lost it whole before the next copy. Raises OSError.
    """
    from homejournal.storage.file.backup_folder import BackupFolder

    folder = JournalFolder(path.parent)
    kept = BackupFolder(folder.backups)
    copies = [backup.path for backup in (*kept.copies(), *kept.before_updates())]
    return (
        path == folder.journal
        and not folder.keys.is_file()
        and not kept.keys()
        and any(map(begins_plain, copies))
        and not any(map(looks_encrypted, copies))
    )


def _is_all_noise(path: Path) -> bool:
    return all(_is_noise(page) for page in _some_pages(path) if len(page) == _PAGE)


def _is_noise(page: bytes) -> bool:
    missing = _ALL_BYTES.translate(None, page)
    return len(_ALL_BYTES) - len(missing) > _MANY_BYTES


def _some_pages(path: Path) -> Iterator[bytes]:
    """Give the first page, and some more from all over the file."""
    whole = path.stat().st_size // _PAGE
    with path.open("rb") as file:
        for number in range(0, max(whole, 1), max(1, whole // _LOOKED_AT)):
            file.seek(number * _PAGE)
            yield file.read(_PAGE)


def begins_plain(path: Path) -> bool:
    """Return whether a file begins like a plain database; raises OSError."""
    return begins_with(path) == PLAIN


def begins_with(path: Path) -> bytes:
    """Return the 16 bytes with which a file begins; those of a key's file are known.

    Raises OSError.
    """
    with path.open("rb") as file:
        return file.read(len(PLAIN))


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
