"""Whether a journal is sound: the file, every revision's bytes, the projection and search index.

The index keeps no texts, so SQLite cannot compare it with them. It can in memory, where an index of
the same form has the texts beside it. A few changes it overlooks there: so both are asked for all
words and beginnings, too, beside an index that was made of the notes anew.
"""

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, Any
from uuid import UUID

import sqlcipher3
from sqlalchemy import func, select
from sqlalchemy.exc import SQLAlchemyError

from homejournal.domain.errors import JournalDamagedError
from homejournal.domain.records.media_and_papers import MediaFault
from homejournal.domain.records.record import Kind
from homejournal.storage.media.media_folder import MediaFolder
from homejournal.storage.media.referenced_media import faults_of, named_in
from homejournal.storage.records import statements as sql
from homejournal.storage.records.checked_reads import Damage
from homejournal.storage.records.kind_numbers import CODE_OF
from homejournal.storage.records.projection import (
    Projection,
    Rows,
    Touched,
    Words,
    all_ids,
    words_of,
)
from homejournal.storage.records.revisions import Revisions
from homejournal.storage.records.settings_and_drafts import changed_rows, changed_settings
from homejournal.storage.records.tables import NOTE_FTS, day_mark, head, practice, revision

if TYPE_CHECKING:
    from sqlalchemy import Connection, Table

    from homejournal.storage.journal.open_journal import OpenJournal


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
        _found(beside, "note_fts", beginning) == _found(beside, "anew", beginning)
        for beginning in beginnings
    )


def _found(beside: Any, name: str, beginning: str) -> list[tuple[int]]:  # noqa: ANN401
    found: list[tuple[int]] = beside.execute(_FOUND.format(name, name), (f'"{beginning}"*',))
    return list(found)


PARTS = 3
"""How many parts of a check are told of, before the last."""
BREAKS_OFF = (LookupError, MemoryError, RecursionError, SQLAlchemyError, TypeError, ValueError)
"""What reading rows raises that no version of this program wrote; a length may be any number."""
_NO_MEDIA: tuple[MediaFault, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """What a check found: revisions read, how many are changed bytes, rows that do not fit.

    `settings_changed` is how many of the journal's settings are not as they were written.
    `media` is how many pictures and hand-outs the journal names, those that can be brought back
    among them; `media_faults` tells which of them are not as they were kept.
    """

    revisions: int
    records: int
    changed: int
    rows_off: int
    file_ok: bool
    settings_changed: int
    media: int
    media_faults: tuple[MediaFault, ...]

    @property
    def is_sound(self) -> bool:
        """Return whether nothing is wrong with what is written."""
        wrong = self.changed or self.rows_off or self.settings_changed
        return self.file_ok and not wrong


def _go_on() -> None:
    """Go on: nobody wants to hear of each part."""


def is_sound(store: "OpenJournal") -> bool:
    """Return whether all that is written in the file is as it was written; media are not read.

    Raises the disk's errors.
    """
    try:
        return check(store, with_media=False).is_sound
    except JournalDamagedError:
        return False


def check(
    store: "OpenJournal", part_done: Callable[[], None] = _go_on, *, with_media: bool = True
) -> CheckReport:
    """Read everything: the file's structure, all hashes, the typed rows against the bodies, media.

    `part_done` is called after each of PARTS parts, and may raise to end the work. Raises
    JournalDamagedError if the file cannot even be read through.
    """
    try:
        return _read_all(store, part_done, with_media=with_media)
    except BREAKS_OFF as failure:
        raise JournalDamagedError(store.folder.path) from failure


def _read_all(
    store: "OpenJournal", part_done: Callable[[], None], *, with_media: bool
) -> CheckReport:
    damage = Damage(store.folder.path)
    with store.reading() as connection:
        file_ok = _file_ok(connection)
        part_done()
        found = Revisions(connection, store.keys, damage).every()
        _read_waiting(connection, damage)
        part_done()
        touched = {
            record: Touched(stored[0].revision.told().kind, (), stored)
            for record, stored in found.items()
        }
        ids = all_ids(touched)
        numbers = store.keys.find(connection, ids)
        unnumbered = len(ids.keys() - numbers.keys())
        named = named_in(found)
        part_done()
        rows_off, index_ok = unnumbered, True
        if not damage.found and not unnumbered:
            wanted = _wanted(connection, numbers, touched)
            rows_off = _rows_off(connection, wanted)
            index_ok = index_is_sound(connection, words_of(wanted))
        return CheckReport(
            revisions=connection.execute(select(func.count()).select_from(revision)).scalar_one(),
            records=len(touched),
            changed=damage.found,
            rows_off=rows_off,
            file_ok=file_ok and index_ok,
            settings_changed=_changed_settings(store, connection),
            media=len(named),
            media_faults=faults_of(MediaFolder(store.folder, store.key), named)
            if with_media
            else _NO_MEDIA,
        )


def _read_waiting(connection: "Connection", damage: Damage) -> None:
    """Count what waits for a newer homejournal and is not as it came."""
    deque(damage.waiting(connection.execute(sql.all_newer)), maxlen=0)


def _wanted(
    connection: "Connection", numbers: Mapping[UUID, int], touched: Mapping[UUID, Touched]
) -> list[Rows]:
    """Return the rows of all records, as the bodies say."""
    strategies = select(head.c.record, head.c.child).where(head.c.kind == CODE_OF[Kind.STRATEGY])
    projection = Projection(numbers, dict(connection.execute(strategies).all()))
    return [
        projection.rows(numbers[record], entry.kind, entry.now) for record, entry in touched.items()
    ]


def _rows_off(connection: "Connection", wanted: list[Rows]) -> int:
    """Count the rows that are not what the bodies say, missing and surplus ones included."""
    return (
        _differences(connection, head, [rows.head for rows in wanted])
        + _differences(connection, practice, [rows.practice for rows in wanted if rows.practice])
        + _differences(connection, day_mark, [rows.mark for rows in wanted if rows.mark])
    )


def _differences(connection: "Connection", table: "Table", wanted: list[dict[str, Any]]) -> int:
    names = [column.name for column in table.columns]
    here = {tuple(row) for row in connection.execute(table.select())}
    told = {tuple(row[name] for name in names) for row in wanted}
    return len(here ^ told)


def _changed_settings(store: "OpenJournal", connection: "Connection") -> int:
    """Count the settings that are not as they were written, and small tables whose rows are not."""
    settings = {row.name: row.value for row in connection.execute(sql.all_meta)}
    return len(changed_settings(settings)) + changed_rows(store.bare, settings)


def _file_ok(connection: "Connection") -> bool:
    told = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
    return told == ["ok"]
