"""Revisions found in the pages of a damaged file, when SQLite itself no longer finds its way.

Each page says what it is, so the leaves of a table can be read without its root: only what a hash
proves is taken. The form of pages and records: https://sqlite.org/fileformat2.html; of encrypted
pages: https://www.zetetic.net/sqlcipher/design/.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from homejournal.storage.encryption import Key

PAGE = 4096
_SALT, _SEAL = 16, 80
"""Bytes of an encrypted file before its first page's own, and at the end of each page."""
_SECRET = 32
_FILE_HEAD = 100
_LEAF, _LEAF_HEAD = 0x0D, 8
_ID_TYPE = 12 + 2 * 32
"""How a record says that a column holds 32 bytes."""
_COLUMNS = 6
_INTEGER_BYTES = {0: 0, 1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8, 7: 8, 8: 0, 9: 0}


class Row(NamedTuple):
    """A row of the table of revisions: its number of arrival and its columns, not yet proved."""

    seq: int
    columns: tuple[bytes | None, ...]
    """id, envelope, salt, fields"""


def carve(path: Path, key: Key | None = None) -> Iterator[Row]:
    """Yield whatever looks like a row of the table of revisions; raises OSError."""
    data = path.read_bytes()
    pages = _Pages(data, key)
    for number in range(1, len(data) // PAGE + 1):
        yield from _rows_on(pages, number)


class _Pages:
    """The pages of a file, decrypted where a key is given; a damaged one is garbage."""

    def __init__(self, data: bytes, key: Key | None) -> None:
        self._data = data
        self.usable = PAGE if key is None else PAGE - _SEAL
        self._open = None if key is None else _opener(key[:_SECRET])

    def page(self, number: int) -> bytes:
        """Return a page by its number, from 1; empty where the file has no such page."""
        page = self._data[(number - 1) * PAGE : number * PAGE]
        if len(page) < PAGE or self._open is None:
            return page if len(page) == PAGE else b""
        begins = _SALT if number == 1 else 0
        vector = page[-_SEAL : -_SEAL + _SALT]
        return bytes(begins) + self._open(vector, page[begins:-_SEAL])


def _opener(secret: bytes) -> Callable[[bytes, bytes], bytes]:
    from cryptography.hazmat.primitives.ciphers import Cipher
    from cryptography.hazmat.primitives.ciphers.algorithms import AES
    from cryptography.hazmat.primitives.ciphers.modes import CBC

    def opened(vector: bytes, sealed: bytes) -> bytes:
        decryptor = Cipher(AES(secret), CBC(vector)).decryptor()
        return decryptor.update(sealed) + decryptor.finalize()

    return opened


def _rows_on(pages: _Pages, number: int) -> Iterator[Row]:
    page = pages.page(number)
    at = _FILE_HEAD if number == 1 else 0
    if not page or page[at] != _LEAF:
        return
    cells = int.from_bytes(page[at + 3 : at + 5])
    for cell in range(min(cells, (PAGE - _LEAF_HEAD) // 2)):
        pointer = at + _LEAF_HEAD + 2 * cell
        try:
            row = _row(pages, page, int.from_bytes(page[pointer : pointer + 2]))
        except (
            IndexError,
            KeyError,
        ):  # it points behind the page, or says what no row of ours does
            continue
        if row is not None:
            yield row


def _row(pages: _Pages, page: bytes, at: int) -> Row | None:
    size, at = _varint(page, at)
    seq, at = _varint(page, at)
    payload = _payload(pages, page, at, size)
    head_end, place = _varint(payload, 0)
    types = []
    while place < head_end:
        told, place = _varint(payload, place)
        types.append(told)
    if len(types) < _COLUMNS or types[1] != _ID_TYPE:
        return None
    columns, at = [], head_end
    for told in types[:_COLUMNS]:
        length = _INTEGER_BYTES[told] if told < 12 else (told - 12) // 2
        columns.append(payload[at : at + length] if told >= 12 else None)
        at += length
    if at > len(payload):
        return None
    return Row(seq, (columns[1], columns[3], columns[4], columns[5]))


def _payload(pages: _Pages, page: bytes, at: int, size: int) -> bytes:
    """Return a record's bytes, gathered from the pages that it goes on to."""
    usable = pages.usable
    most = usable - 35
    if size <= most:
        return page[at : at + size]
    least = (usable - 12) * 32 // 255 - 23
    fits = least + (size - least) % (usable - 4)
    local = fits if fits <= most else least
    parts, held = [page[at : at + local]], local
    following = int.from_bytes(page[at + local : at + local + 4])
    while following and held < size:
        more = pages.page(following)
        if not more:
            break
        parts.append(more[4:usable])
        held += usable - 4
        following = int.from_bytes(more[:4])
    return b"".join(parts)[:size]


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """Return a number of SQLite's variable length and where it ends; raises IndexError."""
    value = 0
    for place in range(8):
        byte = data[at + place]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + place + 1
    return value << 8 | data[at + 8], at + 9
