"""What is still known of a damaged file: the revisions in its pages, and why a key reads nothing.

Each page says what it is, so the leaves of a table can be read without its root: only what a hash
proves is taken. The form of pages and records: https://sqlite.org/fileformat2.html; of encrypted
pages: https://www.zetetic.net/sqlcipher/design/.

Noise does not tell a damage from another key: a file of another journal looks like one whose every
block was lost.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from homejournal.domain.errors import (
    JournalDamagedError,
    JournalFileError,
    OtherFileError,
    OtherKeyError,
)
from homejournal.domain.records.revisions import Revision, is_genuine
from homejournal.storage.file.backup_folder import BackupFolder
from homejournal.storage.file.file_encryption import (
    Key,
    begins_with,
    has_pages_of,
    looks_encrypted,
    salt_of,
)
from homejournal.storage.file.journal_folder import JournalFolder

MOST_BYTES = 4 << 30
"""A larger file is no family's journal and is not opened."""


MOST_OF_ONE = 8 << 20
"""No envelope and no fields are longer."""


def revision_of(columns: Sequence[object]) -> Revision | None:
    """Return the revision of id, envelope, salt and fields, or None if it is not genuine."""
    one, envelope, salt, fields = columns
    revision = Revision(id=one, envelope=envelope, salt=salt, fields=fields)  # type: ignore[arg-type]
    if not is_genuine(revision):
        return None
    longest = max(len(revision.envelope), len(revision.fields or b""))
    return revision if longest <= MOST_OF_ONE else None


PAGE = 4096
_VECTOR, _SEAL = 16, 80
"""Bytes at the end of each encrypted page; the seal begins with the vector."""
_SECRET = 32
_TABLE_LEAF, _INDEX_LEAF, _INDEX_INNER = 0x0D, 0x0A, 0x02
_HEAD = {_TABLE_LEAF: 8, _INDEX_LEAF: 8, _INDEX_INNER: 12}
"""How many bytes a page of each kind begins with."""
_CHILD = 4
"""Bytes before a cell of an inner page: the number of another page."""
_ID_BYTES = 32
_BLOB = 12
"""From this number on a column's type says how long its bytes are."""
_COLUMNS, _INDEXED = 6, 3
_LONGEST_HEAD = 64
"""Bytes: what says how long the columns of a row of ours are never takes more."""
_LONGEST_ROW = 20 << 20
"""Bytes: more is garbage, which is not to be followed through the whole file."""
_INTEGER_BYTES = {0: 0, 1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8, 7: 8, 8: 0, 9: 0}


class Row(NamedTuple):
    """A row of the table of revisions: its number of arrival and its columns, not yet proved."""

    seq: int
    columns: tuple[bytes | None, ...]
    """id, envelope, salt, fields"""


class Named(NamedTuple):
    """What the index of the revisions says of one: its number of arrival and its id."""

    seq: int
    id: bytes


def carve(path: Path, key: Key | None = None) -> Iterator[Row | Named]:
    """Yield whatever looks like a row of the table of revisions, or of its index.

    Raises OSError.
    """
    data = path.read_bytes()
    pages = _Pages(data, key)
    for number in range(2, len(data) // PAGE + 1):  # the first page holds the tables' names alone
        yield from _found_on(pages, pages.page(number))


class _Pages:
    """The pages of a file, decrypted where a key is given; a damaged one is garbage."""

    def __init__(self, data: bytes, key: Key | None) -> None:
        self._data = data
        self.usable = PAGE if key is None else PAGE - _SEAL
        self._open = None if key is None else _opener(key[:_SECRET])

    def page(self, number: int) -> bytes:
        """Return a page by its number, from 2; empty if the file has no such page."""
        page = self._data[(number - 1) * PAGE : number * PAGE]
        if len(page) < PAGE or self._open is None:
            return page if len(page) == PAGE else b""
        return self._open(page[-_SEAL : -_SEAL + _VECTOR], page[:-_SEAL])


def _opener(secret: bytes) -> Callable[[bytes, bytes], bytes]:
    from cryptography.hazmat.primitives.ciphers import Cipher
    from cryptography.hazmat.primitives.ciphers.algorithms import AES
    from cryptography.hazmat.primitives.ciphers.modes import CBC

    def opened(vector: bytes, sealed: bytes) -> bytes:
        decryptor = Cipher(AES(secret), CBC(vector)).decryptor()
        return decryptor.update(sealed) + decryptor.finalize()

    return opened


def _found_on(pages: _Pages, page: bytes) -> Iterator[Row | Named]:
    kind = page[0]
    if kind not in _HEAD:
        return
    cells = int.from_bytes(page[3:5])
    for cell in range(min(cells, PAGE // 2)):
        pointer = _HEAD[kind] + 2 * cell
        place = int.from_bytes(page[pointer : pointer + 2])
        # A cell of a damaged page may point behind it, or say what no row of ours says.
        with suppress(IndexError, KeyError):
            found = _row(pages, page, place) if kind == _TABLE_LEAF else _named(page, place, kind)
            if found is not None:
                yield found


def _row(pages: _Pages, page: bytes, at: int) -> Row | None:
    size, at = _varint(page, at)
    seq, at = _varint(page, at)
    columns = _columns(_payload(pages, page, at, size))
    if len(columns) < _COLUMNS or columns[1] is None or len(columns[1]) != _ID_BYTES:
        return None
    return Row(seq, (columns[1], *columns[3:_COLUMNS]))


def _named(page: bytes, at: int, kind: int) -> Named | None:
    """Return what a cell of the index says: the record's number, the id, the number of arrival."""
    size, at = _varint(page, at + (_CHILD if kind == _INDEX_INNER else 0))
    columns = _columns(page[at : at + size], numbers=True)
    if len(columns) != _INDEXED or columns[1] is None or len(columns[1]) != _ID_BYTES:
        return None
    return Named(int.from_bytes(columns[2] or b""), columns[1])


def _columns(payload: bytes, *, numbers: bool = False) -> list[bytes | None]:
    """Return the columns of a record as bytes; numbers only where they are asked for."""
    head_end, place = _varint(payload, 0)
    if head_end > _LONGEST_HEAD:
        raise IndexError
    at, columns = head_end, list[bytes | None]()
    while place < head_end:
        told, place = _varint(payload, place)
        is_blob = told >= _BLOB
        length = (told - _BLOB) // 2 if is_blob else _INTEGER_BYTES[told]
        columns.append(payload[at : at + length] if is_blob or numbers else None)
        at += length
    if at > len(payload):
        raise IndexError
    return columns


def _payload(pages: _Pages, page: bytes, at: int, size: int) -> bytes:
    """Return a record's bytes, gathered from the pages that it goes on to."""
    usable = pages.usable
    most = usable - 35
    if size > _LONGEST_ROW:
        raise IndexError
    if size <= most:
        return page[at : at + size]
    least = (usable - 12) * 32 // 255 - 23
    fits = least + (size - least) % (usable - 4)
    local = fits if fits <= most else least
    parts, held = [page[at : at + local]], local
    following = int.from_bytes(page[at + local : at + local + 4])
    seen = set[int]()
    while following and following not in seen and held < size:
        seen.add(following)
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
    raise IndexError  # one of nine bytes: a page of ours holds none


def is_of(path: Path, key: Key) -> bool:
    """Return whether a file begins as those of a key do, or holds a page of it; raises OSError."""
    return begins_with(path) == salt_of(key) or has_pages_of(path, key)


def why_unread(path: Path, key: Key) -> JournalFileError:
    """Return what is known of a journal's file that does not open with a key; raises OSError.

    It is damaged where it began as the key's, or is no encrypted file at all. A key that opens a
    copy of the journal is the right one, and nothing of the file is known then.
    """
    if is_of(path, key) or not looks_encrypted(path):
        return JournalDamagedError(path.parent)
    if opens_a_copy(path.parent, key):
        return OtherFileError(path.parent)
    return OtherKeyError(path.parent)


def reads_as_ours(path: Path) -> bool:
    """Return whether a journal's own file holds anything that a hash proves, wherever it begins.

    A file of another name is not looked through. Raises OSError.
    """
    if path != JournalFolder(path.parent).journal or path.stat().st_size > MOST_BYTES:
        return False
    return any(isinstance(one, Row) and revision_of(one.columns) for one in carve(path))


def opens_a_copy(folder: Path, key: Key) -> bool:
    """Return whether a key is that of a copy in the folder of a journal; raises OSError."""
    copies = BackupFolder(JournalFolder(folder).backups)
    return any(is_of(backup.path, key) for backup in (*copies.copies(), *copies.before_updates()))
