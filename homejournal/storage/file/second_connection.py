"""Reading an open journal over a second connection, while the window goes on writing in it.

A reader keeps a save waiting, so whatever reads here reads for a few milliseconds at a time.
"""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sqlcipher3

from homejournal.domain.records.record import RevisionId
from homejournal.domain.records.revisions import Revision
from homejournal.domain.safe.copy_comparison import media_of
from homejournal.domain.sharing.outgoing import is_about_photo
from homejournal.storage.file.connection import Connection, uri_of, use_key
from homejournal.storage.file.damaged_file import revision_of
from homejournal.storage.file.disk import Rest, disk_errors_named, no_rest
from homejournal.storage.file.file_encryption import Key

_MANY = 500
"""Rows that are read and proved in one go."""
_EVERY = (
    "SELECT seq, id, envelope, salt, fields FROM revision NOT INDEXED WHERE seq > ? ORDER BY seq "
    "LIMIT ?"
)
_DELETED = (
    "SELECT revision.seq, revision.id, envelope, salt, fields FROM revision NOT INDEXED "
    "JOIN head ON head.record = revision.record "
    "WHERE head.versions = 0 AND revision.seq > ? ORDER BY revision.seq LIMIT ?"
)


@dataclass(slots=True, kw_only=True)
class JournalContents:
    """What a journal has: ids with and without their content, all that is deleted, and purged.

    What does not fit its hash is `damaged`, and counts as not there. `media` are the names of
    pictures and hand-outs by their hashes.
    """

    deleted: tuple[Revision, ...] = ()
    purged: frozenset[RevisionId] = frozenset()
    whole: set[RevisionId] = field(default_factory=set)
    stubs: set[RevisionId] = field(default_factory=set)
    media: dict[str, str] = field(default_factory=dict)
    damaged: int = 0

    def take(self, revision: Revision | None) -> None:
        """Take a row that was proved, or None for one that is not genuine."""
        if revision is None:
            self.damaged += 1
        elif revision.fields is None:
            self.stubs.add(revision.id)
        else:
            self.whole.add(revision.id)
            if is_about_photo(revision):
                self.media |= media_of([revision])


@contextmanager
def second_connection(path: Path, key: Key | None) -> Iterator[Connection]:
    """Give a connection that only reads an open journal's file.

    Python itself must not open the file meanwhile: to close it would end the locks that SQLite
    holds for this process (https://sqlite.org/howtocorrupt.html, 2.2).
    """
    uri = uri_of(path.resolve(), "mode=ro")
    with (
        disk_errors_named(path.parent),
        closing(sqlcipher3.connect(uri, uri=True, isolation_level=None)) as connection,
    ):
        connection.execute("PRAGMA cipher_log_level = NONE").fetchall()
        use_key(connection, key)
        connection.execute("PRAGMA query_only = ON")
        yield connection


def read_contents(path: Path, key: Key | None, rest: Rest = no_rest) -> JournalContents:
    """Return what an open journal has. Raises JournalDamagedError or the disk's errors."""
    here = JournalContents()
    with second_connection(path, key) as connection:
        for row in _in_parts(connection, _EVERY, rest):
            here.take(revision_of(row[1:]))
        deleted = [revision_of(row[1:]) for row in _in_parts(connection, _DELETED, rest)]
        purged = connection.execute("SELECT id FROM purged").fetchall()
    here.deleted = tuple(revision for revision in deleted if revision is not None)
    here.purged = frozenset(one for (one,) in purged)
    return here


def _in_parts(connection: Connection, question: str, rest: Rest) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a question that is asked again from where it ended."""
    last = 0
    while rows := connection.execute(question, (last, _MANY)).fetchall():
        yield from rows
        last = rows[-1][0]
        rest()
