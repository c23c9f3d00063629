"""Everything genuine that a journal's file holds, whatever state the file is in.

A backup, a cloud's conflict copy and a half damaged journal are read the same way: nothing in
the file is trusted but what its own hash proves, and the file itself is never touched.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID

import sqlcipher3

from homejournal.domain.errors import (
    DiskError,
    JournalDamagedError,
    JournalMissingError,
    NotAJournalError,
    OtherKeyError,
    PasswordNeededError,
)
from homejournal.domain.records.record import RevisionId
from homejournal.domain.records.revisions import Revision
from homejournal.storage.file.connection import Connection, has_triggers_or_views, uri_of, use_key
from homejournal.storage.file.damaged_file import (
    MOST_BYTES,
    MOST_OF_ONE,
    Named,
    Row,
    carve,
    is_of,
    revision_of,
)
from homejournal.storage.file.disk import disk_errors_named
from homejournal.storage.file.file_encryption import Key, has_pages_of, is_encrypted
from homejournal.storage.records.projection import is_understood
from homejournal.storage.records.settings_and_drafts import genuine_settings

_ID_BYTES, _HOME_BYTES = 32, 16
_IN_ONE_GO = 64
"""Revisions that are read between two rests."""
BROKEN = (sqlcipher3.Error, MemoryError, UnicodeError)
"""What reading a damaged file raises."""
_READ = ("revision", "newer", "purged", "purge_asked", "meta", "draft")
_COLUMNS = {"seq", "id", "envelope", "salt", "fields"}

_SHORT = "CASE WHEN octet_length({0}) <= {1} THEN {0} END"
"""A longer one is not even read into memory."""
_CONTENT = ", ".join(
    _SHORT.format(name, MOST_OF_ONE) for name in ("id", "envelope", "salt", "fields")
)
_ROWS = f"SELECT seq, {_CONTENT} FROM revision NOT INDEXED ORDER BY seq"  # noqa: S608
_NEWER = f"SELECT {_CONTENT} FROM newer"  # noqa: S608
_SETTINGS = f"SELECT name, value FROM meta WHERE octet_length(value) <= {MOST_OF_ONE}"  # noqa: S608
_ASKED = "SELECT id, home, declined FROM purge_asked"
_DRAFTS = f"SELECT place, text FROM draft WHERE octet_length(text) <= {MOST_OF_ONE}"  # noqa: S608


class PurgeAsked(NamedTuple):
    """A revision that another home asks to delete for good, and whether we keep it."""

    id: RevisionId
    home: bytes
    declined: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GenuineContents:
    """What was found: revisions in the order of their arrival, settings and drafts by name.

    The drafts are None if they could not be read.
    `newer` are genuine revisions that only a newer homejournal understands, and `purged` the ids
    of those that were deleted for good. `asked` are the ids, homes and answers of what other homes
    ask to delete. `not_genuine` counts the rows whose bytes are not those
    that their id was made from; `whole` says whether the file could be read through without an
    error. `unread` are revisions that the index of a damaged file names and whose row is gone.
    """

    revisions: tuple[Revision, ...]
    newer: tuple[Revision, ...]
    purged: frozenset[RevisionId]
    asked: tuple[PurgeAsked, ...]
    settings: dict[str, str]
    drafts: dict[str, str] | None
    journal_id: UUID | None
    not_genuine: int
    whole: bool
    unread: frozenset[RevisionId]


def read_genuine_contents(
    path: Path,
    key: Key | None = None,
    rest: Callable[[], None] | None = None,
    *,
    thorough: bool = False,
) -> GenuineContents:
    """Return all that is genuine in any journal file; the file stays as it is.

    The key is used only where the file is encrypted, or pages of a damaged one are; `rest` is
    called between short pieces of the work. Where SQLite cannot read on, and where it should be
    `thorough`, each page is looked through by itself. Nobody may write to the file meanwhile.
    Raises JournalMissingError, NotAJournalError, JournalDamagedError if nothing of it can be
    read, PasswordNeededError, OtherKeyError, or the disk's errors.
    """
    if not path.exists():
        raise JournalMissingError(path.parent)
    if not path.is_file() or path.stat().st_size > MOST_BYTES:
        raise NotAJournalError(path.parent)
    with disk_errors_named(path.parent):
        encrypted = is_encrypted(path)
    used = key if encrypted else None
    finding = _Finding(rest)
    if encrypted and key is None:
        _read_pages(finding, path)
        return finding.gathered()
    failure: Exception | None = None
    try:
        _read(finding, path, used)
    except (JournalDamagedError, NotAJournalError, DiskError) as error:
        failure, finding.whole = error, False
    with disk_errors_named(path.parent):
        if thorough or failure is not None or not finding.whole:
            finding.take_all(finding.rows_of(carve(path, used)))
            if key is not None and key != used and has_pages_of(path, key):
                finding.take_all(finding.rows_of(carve(path, key)))
        if failure is not None and not finding.revisions:
            raise _told_apart(failure, path, used)
    return finding.gathered()


def _read_pages(finding: "_Finding", path: Path) -> None:
    """Read a file that looks encrypted page by page, as a damaged plain file may.

    Raises PasswordNeededError if nothing of it reads.
    """
    with disk_errors_named(path.parent):
        finding.take_all(finding.rows_of(carve(path)))
    if not finding.revisions:
        raise PasswordNeededError(path.parent)
    finding.whole = False


def _told_apart(failure: Exception, path: Path, key: Key | None) -> Exception:
    """Return why nothing can be read: it is no journal, damaged, or the key is another one."""
    if key is None:
        return failure
    kind = JournalDamagedError if is_of(path, key) else OtherKeyError
    return kind(path.parent)


def open_untouched(path: Path, key: Key | None = None) -> Connection:
    """Open a file that nobody writes to, so that neither it nor anything beside it is changed."""
    uri = uri_of(path.resolve(), "mode=ro&immutable=1")
    connection = sqlcipher3.connect(uri, uri=True, isolation_level=None)
    connection.execute("PRAGMA cipher_log_level = NONE").fetchall()
    use_key(connection, key)
    for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "query_only = ON"):
        connection.execute(f"PRAGMA {pragma}").fetchall()
    return connection


def _read(finding: "_Finding", path: Path, key: Key | None) -> None:
    """Read what SQLite can reach; raises its error if it cannot even begin."""
    with disk_errors_named(path.parent), closing(open_untouched(path, key)) as connection:
        _must_be_ours(connection, path)
        finding.settings = genuine_settings(dict(_told(connection, _SETTINGS)))
        with suppress(*BROKEN):
            finding.drafts = dict(connection.execute(_DRAFTS))
        finding.purged = frozenset(one for (one,) in _told(connection, "SELECT id FROM purged"))
        finding.asked = tuple(
            PurgeAsked._make(row) for row in _told(connection, _ASKED) if _is_asked(*row)
        )
        for columns in _told(connection, _NEWER):
            finding.take(0, columns)
        try:
            finding.take_all((row[0], row[1:]) for row in connection.execute(_ROWS))
        except BROKEN:
            finding.whole = False


class _Finding:
    """Takes rows, and keeps what their hashes prove."""

    def __init__(self, rest: Callable[[], None] | None) -> None:
        self._rest = rest
        self.revisions: dict[RevisionId, Revision] = {}
        self.newer: dict[RevisionId, Revision] = {}
        self.settings: dict[str, str] = {}
        self.drafts: dict[str, str] | None = None
        self.purged: frozenset[RevisionId] = frozenset()
        self.asked: tuple[PurgeAsked, ...] = ()
        self.whole = True
        self._changed: set[int] = set()
        self._seen: set[int] = set()
        self._named: dict[RevisionId, int] = {}

    def take_all(self, rows: Iterable[tuple[int, Sequence[object]]]) -> None:
        """Take rows by their number of arrival."""
        for number, (seq, columns) in enumerate(rows):
            self.take(seq, columns)
            if self._rest is not None and not number % _IN_ONE_GO:
                self._rest()

    def take(self, seq: int, columns: Sequence[object]) -> None:
        """Take one row; a garbled number of arrival counts for nothing."""
        revision = revision_of(columns)
        if revision is None:
            self._changed.add(seq)
            return
        self._seen.add(seq)
        found = self.revisions if is_understood(revision) else self.newer
        if revision.id not in found or found[revision.id].fields is None:
            found[revision.id] = revision

    def rows_of(self, carved: Iterable[Row | Named]) -> Iterator[Row]:
        """Yield the rows, and remember what the index names."""
        for one in carved:
            if isinstance(one, Row):
                yield one
            else:
                self._named[one.id] = one.seq

    def gathered(self) -> GenuineContents:
        """Return what was found."""
        known = self.revisions.keys() | self.newer.keys()
        lost = {one for one, seq in self._named.items() if seq not in self._seen} - known
        return GenuineContents(
            revisions=tuple(self.revisions.values()),
            newer=tuple(self.newer.values()),
            purged=self.purged,
            asked=self.asked,
            settings=self.settings,
            drafts=self.drafts,
            journal_id=_id_in(self.settings),
            not_genuine=len(self._changed - self._seen),
            whole=self.whole,
            unread=frozenset(lost),
        )


def _must_be_ours(connection: Connection, path: Path) -> None:
    """Raise NotAJournalError unless the revisions stand in a plain table of the known columns.

    A view, a trigger, or a column that is worked out, which could read without an end, is in no
    file of ours.
    """
    kind = connection.execute("SELECT type FROM sqlite_master WHERE name = 'revision'").fetchone()
    columns = [
        (table, name, hidden)
        for table in _READ
        for _, name, *_, hidden in connection.execute(f"PRAGMA table_xinfo({table})")
    ]
    known = {name for table, name, _ in columns if table == "revision"}
    is_plain = known >= _COLUMNS and not any(hidden for _, _, hidden in columns)
    if kind != ("table",) or not is_plain or has_triggers_or_views(connection):
        raise NotAJournalError(path.parent)


def _is_asked(one: object, home: object, declined: object) -> bool:
    """Return whether a damaged file left a request as requests are."""
    ids = (one, _ID_BYTES), (home, _HOME_BYTES)
    return declined in {0, 1} and all(isinstance(it, bytes) and len(it) == n for it, n in ids)


def _told(connection: Connection, question: str) -> list[tuple[Any, ...]]:
    """Return the rows of a small table; none if it cannot be read, or is not there."""
    try:
        return list(connection.execute(question))
    except BROKEN:
        return []


def _id_in(settings: dict[str, str]) -> UUID | None:
    try:
        return UUID(settings["id"])
    except (KeyError, ValueError):
        return None
