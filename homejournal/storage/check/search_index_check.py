"""Whether the search index finds what stands in the notes, and nothing else.

The index keeps no texts, so SQLite cannot compare it with them. It can in memory, where an index of
the same form has the texts beside it. A few changes it overlooks there: so both are asked for all
words and beginnings, too, beside an index that was made of the notes anew.
"""

from collections.abc import Sequence
from contextlib import closing
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

import sqlcipher3

from homejournal.storage.records.search_index import Words
from homejournal.storage.records.tables import NOTE_FTS

if TYPE_CHECKING:
    from sqlalchemy import Connection

_MADE_AS = "SELECT sql FROM sqlite_master WHERE name = 'note_fts'"
_PARTS = {"data": 2, "idx": 3, "docsize": 2, "config": 2}
"""The tables that FTS5 keeps the index in, and how many columns each has."""
_COMPARE = "INSERT INTO note_fts(note_fts, rank) VALUES('integrity-check', 1)"
_WORDS = 'SELECT term, doc, "offset" FROM {}_words'
_FOUND = "SELECT rowid FROM {} WHERE {} MATCH ? ORDER BY rowid"
_LONGEST = 3
"""Letters of the longest beginning that has an index of its own, as `NOTE_FTS` says."""


def index_is_sound(connection: "Connection", words: Sequence[Words]) -> bool:
    """Return whether the index holds exactly these notes, by their places, with all their words."""
    here: Any = connection.connection.driver_connection
    if here.execute(_MADE_AS).fetchall() != [(NOTE_FTS,)]:
        return False
    try:
        with closing(sqlcipher3.connect(":memory:", isolation_level=None)) as beside:
            _bring(here, beside, words)
            beside.execute(_COMPARE)
            return _finds_the_same(beside)
    except sqlcipher3.DatabaseError:
        return False


def _bring(here: Any, beside: Any, words: Sequence[Words]) -> None:  # noqa: ANN401 (connections)
    """Bring the index together with the notes, and with an index that is made of them anew."""
    beside.execute("CREATE TABLE texts(id INTEGER PRIMARY KEY, text TEXT)")
    beside.executemany("INSERT INTO texts VALUES(?, ?)", words)
    beside.execute(NOTE_FTS.replace("content=''", "content='texts', content_rowid='id'"))
    beside.execute(NOTE_FTS.replace("note_fts", "anew"))
    beside.executemany("INSERT INTO anew(rowid, text) VALUES(?, ?)", sorted(words))
    for part, columns in _PARTS.items():
        signs = ", ".join("?" * columns)
        rows = here.execute(f"SELECT * FROM note_fts_{part}")  # noqa: S608
        beside.execute(f"DELETE FROM note_fts_{part}")  # noqa: S608
        beside.executemany(f"INSERT INTO note_fts_{part} VALUES({signs})", rows)


def _finds_the_same(beside: Any) -> bool:  # noqa: ANN401 (the driver's connection)
    """Return whether both tell the same words at the same places, and the same beginnings."""
    for name in ("note_fts", "anew"):
        beside.execute(f"CREATE VIRTUAL TABLE {name}_words USING fts5vocab({name}, instance)")
    told = (beside.execute(_WORDS.format(name)) for name in ("note_fts", "anew"))
    alike = all(here == anew for here, anew in zip_longest(*told))
    words = beside.execute("SELECT DISTINCT term FROM anew_words")
    beginnings = {word[:length] for (word,) in words for length in range(1, _LONGEST + 1)}
    return alike and all(
        _found(beside, "note_fts", one) == _found(beside, "anew", one) for one in beginnings
    )


def _found(beside: Any, name: str, beginning: str) -> list[tuple[int]]:  # noqa: ANN401
    found: list[tuple[int]] = beside.execute(_FOUND.format(name, name), (f'"{beginning}"*',))
    return list(found)
