"""Everything genuine that a journal's file holds, whatever state the file is in.

A backup, a cloud's conflict copy and a half damaged journal are read the same way: nothing in
the file is trusted but what its own hash proves, and the file itself is never touched.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import sqlcipher3

from homejournal.domain.changes import RevisionId
from homejournal.domain.errors import (
    JournalDamagedError,
    JournalMissingError,
    NotAJournalError,
    OtherKeyError,
    PasswordNeededError,
)
from homejournal.domain.revisions import Revision, is_genuine
from homejournal.storage.connection import Connection, use_key
from homejournal.storage.encryption import Key, has_pages_of, is_encrypted
from homejournal.storage.failures import naming

MOST_BYTES = 4 << 30
"""A larger file is no family's journal and is not opened."""
MOST_OF_ONE = 8 << 20
"""No envelope and no fields are longer."""
_SMALLEST_ROW = 200
"""Bytes that a revision takes at least; so a file's size says how many can be in it."""
_IN_ONE_GO = 64
"""Revisions that are read between two rests."""
BROKEN = (sqlcipher3.Error, MemoryError, UnicodeError)
"""What reading a damaged file raises."""
_COLUMNS = {"seq", "id", "envelope", "salt", "fields"}

_WHOLE = "SELECT seq, id, envelope, salt, fields FROM revision NOT INDEXED ORDER BY 1"
_ONE = "SELECT seq, id, envelope, salt, fields FROM revision NOT INDEXED WHERE seq = ?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """What was found: revisions in the order of their arrival, settings by name.

    `newer` are genuine revisions that only a newer homejournal understands, and `purged` the ids
    of those that were deleted for good. `not_genuine` counts the rows whose bytes are not those
    that their id was made from; `whole` says whether the file could be read through without an
    error, and `last` is the largest number of arrival that was seen.
    """

    revisions: tuple[Revision, ...]
    newer: tuple[Revision, ...]
    purged: frozenset[RevisionId]
    settings: dict[str, str]
    journal_id: UUID | None
    not_genuine: int
    whole: bool
    last: int


def gather(path: Path, key: Key | None = None, rest: Callable[[], None] | None = None) -> Gathered:
    """Return all that is genuine in any journal file; the file stays as it is.

    The key is used only where the file is encrypted; `rest` is called between short pieces of the
    work. Raises JournalMissingError, NotAJournalError,
    JournalDamagedError where nothing of it can be read, PasswordNeededError, OtherKeyError, or the
    disk's errors.
    """
    if not path.exists():
        raise JournalMissingError(path.parent)
    if not path.is_file() or not 0 < path.stat().st_size <= MOST_BYTES:
        raise NotAJournalError(path.parent)
    with naming(path.parent):
        encrypted = is_encrypted(path)
    if encrypted and key is None:
        raise PasswordNeededError(path.parent)
    try:
        return _gathered(path, key if encrypted else None, rest)
    except NotAJournalError as error:
        if not encrypted or key is None:
            raise
        kind = JournalDamagedError if has_pages_of(path, key) else OtherKeyError
        raise kind(path.parent) from error


def open_untouched(path: Path, key: Key | None = None) -> Connection:
    """Open a file that nobody writes to, so that neither it nor anything beside it is changed."""
    uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    connection = sqlcipher3.connect(uri, uri=True, isolation_level=None)
    connection.execute("PRAGMA cipher_log_level = NONE").fetchall()
    use_key(connection, key)
    for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "query_only = ON"):
        connection.execute(f"PRAGMA {pragma}").fetchall()
    return connection


def _gathered(path: Path, key: Key | None, rest: Callable[[], None] | None) -> Gathered:
    with naming(path.parent), closing(open_untouched(path, key)) as connection:
        _must_be_ours(connection, path)
        rows = _Rows(connection, path.stat().st_size // _SMALLEST_ROW)
        found: dict[RevisionId, Revision] = {}
        for number, one in enumerate(rows):
            found[one.id] = one
            if rest is not None and not number % _IN_ONE_GO:
                rest()
        newer = {one.id: one for one in rows.newer}
        newer |= {one.id: one for one in _newer(connection)}
        settings = dict(_texts(connection, "SELECT name, value FROM meta"))
        purged = frozenset(one for (one,) in _told(connection, "SELECT id FROM purged"))
    return Gathered(
        revisions=tuple(found.values()),
        newer=tuple(newer.values()),
        purged=purged,
        settings=settings,
        journal_id=_id_in(settings),
        not_genuine=rows.not_genuine,
        whole=rows.whole,
        last=rows.last,
    )


class _Rows:
    """The genuine revisions; where the file breaks off, each of the rest is asked for by number."""

    def __init__(self, connection: Connection, most: int) -> None:
        self._connection = connection
        self._most = most
        self.not_genuine = 0
        self.newer: list[Revision] = []
        self.whole = True
        self.last = 0

    def __iter__(self) -> Iterator[Revision]:
        try:
            for row in self._connection.execute(_WHOLE):
                yield from self._genuine(row)
        except BROKEN:
            self.whole = False
            yield from self._one_by_one(self.last + 1)

    def _one_by_one(self, first: int) -> Iterator[Revision]:
        for seq in range(first, first + self._most):
            try:
                row = self._connection.execute(_ONE, (seq,)).fetchone()
            except BROKEN:
                continue
            if row is not None:
                yield from self._genuine(row)

    def _genuine(self, row: tuple[Any, ...]) -> list[Revision]:
        self.last = max(self.last, row[0])
        revision = revision_of(row[1:])
        if revision is None:
            self.not_genuine += 1
        elif not is_understood(revision):
            self.newer.append(revision)
        else:
            return [revision]
        return []


def revision_of(columns: Sequence[object]) -> Revision | None:
    """Return the revision of id, envelope, salt and fields, or None where it is not genuine."""
    one, envelope, salt, fields = columns
    if not isinstance(one, bytes) or not isinstance(envelope, bytes):
        return None
    content = isinstance(salt, bytes) and isinstance(fields, bytes)
    if not content and (salt is not None or fields is not None):
        return None
    revision = Revision(id=one, envelope=envelope, salt=salt, fields=fields)  # type: ignore[arg-type]
    if max(len(envelope), len(fields or b"")) > MOST_OF_ONE:  # type: ignore[arg-type]
        return None
    return revision if is_genuine(revision) else None


def is_understood(revision: Revision) -> bool:
    """Return whether this version knows what a genuine revision is about."""
    try:
        revision.told()
    except (KeyError, TypeError, ValueError):
        return False
    return True


def _must_be_ours(connection: Connection, path: Path) -> None:
    """Raise NotAJournalError unless the revisions stand in a plain table of the known columns."""
    kind = connection.execute("SELECT type FROM sqlite_master WHERE name = 'revision'").fetchone()
    columns = connection.execute("PRAGMA table_xinfo(revision)").fetchall()
    plain = {name for _, name, *_, hidden in columns if not hidden}
    if kind != ("table",) or not plain >= _COLUMNS or any(column[-1] for column in columns):
        raise NotAJournalError(path.parent)


def _newer(connection: Connection) -> list[Revision]:
    rows = _told(connection, "SELECT id, envelope, salt, fields FROM newer")
    return [one for one in map(revision_of, rows) if one is not None]


def _texts(connection: Connection, question: str) -> list[tuple[str, str]]:
    return [(str(name), str(value)) for name, value in _told(connection, question)]


def _told(connection: Connection, question: str) -> list[tuple[Any, ...]]:
    """Return the rows of a small table; none where it cannot be read, or is not there."""
    try:
        return list(connection.execute(question))
    except BROKEN:
        return []


def _id_in(settings: dict[str, str]) -> UUID | None:
    try:
        return UUID(settings["id"])
    except (KeyError, ValueError):
        return None
