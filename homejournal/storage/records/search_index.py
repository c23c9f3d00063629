"""The search index follows the words: those that go are taken out of it, those that come put in.

To forget a row so that none of its words stays in the file takes FTS5 far longer than to learn
one, and the longer the more it holds. Where many go at once, the index is emptied and learns what
still stands.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from homejournal.domain.limits import read_json
from homejournal.domain.records.revisions import Revision, is_genuine
from homejournal.storage.records import statements as sql

if TYPE_CHECKING:
    from sqlalchemy import Connection

Words = tuple[int, str]
"""A note's place, which is its number in the index, and what it says."""

_ADD = "INSERT INTO note_fts(rowid, text) VALUES(?, ?)"
_DROP = "INSERT INTO note_fts(note_fts, rowid, text) VALUES('delete', ?, ?)"
_EMPTY = "INSERT INTO note_fts(note_fts) VALUES('delete-all')"
_MANY = 100
_TIMES = 50
"""To learn so many rows anew takes no longer than to forget one of a journal of some years."""


def turn_words(connection: "Connection", gone: Sequence[Words], fresh: Sequence[Words]) -> None:
    """Forget words and learn others, once the heads that tell of them are written.

    FTS5 needs the old words to forget them; in the order of their numbers, in which they come, it
    writes all at once.
    """
    standing = _standing(connection, len(gone) * _TIMES) if len(gone) > _MANY else None
    if standing is not None:
        connection.exec_driver_sql(_EMPTY)
        gone, fresh = (), standing
    if gone:
        connection.exec_driver_sql(_DROP, list(gone))
    if fresh:
        connection.exec_driver_sql(_ADD, list(fresh))


def _standing(connection: "Connection", most: int) -> list[Words] | None:
    """Return the words of all notes; None where there are more, or one of them is not genuine."""
    if connection.execute(sql.how_many_words).scalar_one() > most:
        return None
    found = list(_told(connection.execute(sql.all_words)))
    return None if None in found else sorted(one for one in found if one)


def _told(rows: Iterable[tuple[int, bytes, bytes, bytes, bytes]]) -> Iterable[Words | None]:
    for place, one, envelope, salt, fields in rows:
        genuine = is_genuine(Revision(id=one, envelope=envelope, salt=salt, fields=fields))
        yield (place, read_json(fields)["text"]) if genuine else None
