"""Whether the search index finds what stands in the notes, and nothing else.

The index keeps no texts, so SQLite cannot compare it with them. It can in memory, where an index of
the same form has the texts beside it: each word, where it stands, and all of its beginnings.
"""

from collections.abc import Iterable
from contextlib import closing
from typing import TYPE_CHECKING, Any

import sqlcipher3

from homejournal.storage.tables import NOTE_FTS
from homejournal.storage.word_index import Words

if TYPE_CHECKING:
    from sqlalchemy import Connection

_MADE_AS = "SELECT sql FROM sqlite_master WHERE name = 'note_fts'"
_PARTS = {"data": 2, "idx": 3, "docsize": 2, "config": 2}
"""The tables that FTS5 keeps the index in, and how many columns each has."""
_COMPARE = "INSERT INTO note_fts(note_fts, rank) VALUES('integrity-check', 1)"


def index_is_sound(connection: "Connection", words: Iterable[Words]) -> bool:
    """Return whether the index holds exactly these notes, by their places, with all their words."""
    here: Any = connection.connection.driver_connection
    if here.execute(_MADE_AS).fetchall() != [(NOTE_FTS,)]:
        return False
    with closing(sqlcipher3.connect(":memory:", isolation_level=None)) as beside:
        beside.execute("CREATE TABLE words(id INTEGER PRIMARY KEY, text TEXT)")
        beside.executemany("INSERT INTO words VALUES(?, ?)", words)
        beside.execute(NOTE_FTS.replace("content=''", "content='words', content_rowid='id'"))
        for part, columns in _PARTS.items():
            signs = ", ".join("?" * columns)
            rows = here.execute(f"SELECT * FROM note_fts_{part}")  # noqa: S608
            beside.execute(f"DELETE FROM note_fts_{part}")  # noqa: S608
            beside.executemany(f"INSERT INTO note_fts_{part} VALUES({signs})", rows)  # noqa: S608
        try:
            beside.execute(_COMPARE)
        except sqlcipher3.DatabaseError:
            return False
    return True
