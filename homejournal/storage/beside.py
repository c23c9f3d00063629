"""Reading an open journal over a second connection, while the window goes on writing in it.

A reader keeps a save waiting, so whatever reads here reads for a few milliseconds at a time.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlcipher3

from homejournal.domain.changes import RevisionId
from homejournal.domain.revisions import Revision
from homejournal.storage.connection import Connection, use_key
from homejournal.storage.encryption import Key
from homejournal.storage.failures import naming
from homejournal.storage.gathering import revision_of

Rest = Callable[[], None]
"""Called between two short pieces of work; it may wait a moment, or raise to end the work."""

_MANY = 2_000
"""Rows that are read in one go."""
_IDS = (
    "SELECT seq, id, fields IS NOT NULL FROM revision NOT INDEXED WHERE seq > ? ORDER BY seq "
    "LIMIT ?"
)
_DELETED = (
    "SELECT revision.seq, revision.id, envelope, salt, fields FROM revision NOT INDEXED "
    "JOIN head ON head.record = revision.record "
    "WHERE head.versions = 0 AND revision.seq > ? ORDER BY revision.seq LIMIT ?"
)


def no_rest() -> None:
    """Go on at once: nobody waits for the thread."""


def short_rest() -> None:
    """Leave the processor and Python to the window for a moment."""
    time.sleep(0.0002)


@dataclass(frozen=True, slots=True, kw_only=True)
class Here:
    """What a journal has: ids with and without their content, all that is deleted, and purged."""

    whole: frozenset[RevisionId]
    stubs: frozenset[RevisionId]
    deleted: tuple[Revision, ...]
    purged: frozenset[RevisionId]


@contextmanager
def beside(path: Path, key: Key | None) -> Iterator[Connection]:
    """Give a connection that only reads an open journal's file.

    Python itself must not open the file meanwhile: to close it would end the locks that SQLite
    holds for this process (https://sqlite.org/howtocorrupt.html, 2.2).
    """
    uri = f"{path.resolve().as_uri()}?mode=ro"
    with (
        naming(path.parent),
        closing(sqlcipher3.connect(uri, uri=True, isolation_level=None)) as connection,
    ):
        connection.execute("PRAGMA cipher_log_level = NONE").fetchall()
        use_key(connection, key)
        connection.execute("PRAGMA query_only = ON")
        yield connection


def read_here(path: Path, key: Key | None, rest: Rest = no_rest) -> Here:
    """Return what an open journal has. Raises JournalDamagedError or the disk's errors."""
    with beside(path, key) as connection:
        ids = list(_in_parts(connection, _IDS, rest))
        deleted = [revision_of(row[1:]) for row in _in_parts(connection, _DELETED, rest)]
        purged = connection.execute("SELECT id FROM purged").fetchall()
    return Here(
        whole=frozenset(one for _, one, content in ids if content),
        stubs=frozenset(one for _, one, content in ids if not content),
        deleted=tuple(one for one in deleted if one is not None),
        purged=frozenset(one for (one,) in purged),
    )


def _in_parts(connection: Connection, question: str, rest: Rest) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a question that is asked again from where it ended."""
    last = 0
    while rows := connection.execute(question, (last, _MANY)).fetchall():
        yield from rows
        last = rows[-1][0]
        rest()
