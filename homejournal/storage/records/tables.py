"""The journal's tables.

`revision` is the journal; `key` gives a record a small number inside this file. The rest is a
projection of the revisions' heads and can be made again: `head` (one row for each record),
`practice` and `day_mark` (what is counted), `note_fts` (what is searched). `draft`, `meta`, the
two tables on deleting for good and `newer` are not projection: a change of one of these, or of
the first two, is a step in `migrations.py`. No foreign keys between records: parts of a journal
arrive in any order.
"""

from sqlalchemy import (
    DDL,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    event,
    text,
)

from homejournal.storage.records.kind_numbers import FIRST_SMALL_KIND

metadata = MetaData()

key = Table(
    "key",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("uuid", LargeBinary, nullable=False, unique=True),
    sqlite_strict=True,
)

revision = Table(
    "revision",
    metadata,
    Column("seq", Integer, primary_key=True),  # the order of arrival in this file
    Column("id", LargeBinary, nullable=False),
    Column("record", Integer, nullable=False),
    Column("envelope", LargeBinary, nullable=False),
    Column("salt", LargeBinary),
    Column("fields", LargeBinary),  # salt and fields NULL: a stub
    UniqueConstraint("record", "id"),
    sqlite_strict=True,
)

head = Table(
    "head",
    metadata,
    Column("record", Integer, primary_key=True),
    Column("rev", Integer, nullable=False),  # the shown revision's seq
    Column("kind", Integer, nullable=False),
    Column("child", Integer),
    Column("strategy", Integer),
    Column("person", Integer),
    Column("about", Integer),  # the practice a note stands on, the entry a photo is kept with
    Column("day", Text),
    Column("place", Integer),  # day and record in one number: the order of the timeline
    Column("flags", Integer, nullable=False),
    Column("versions", Integer, nullable=False),  # 0: deleted
    sqlite_strict=True,
)
Index(
    "head_small",
    head.c.kind,
    head.c.child,
    sqlite_where=text(f"kind >= {FIRST_SMALL_KIND} AND versions > 0"),
)
Index("head_place", head.c.child, head.c.place, sqlite_where=text("place IS NOT NULL"))
Index("head_strategy", head.c.strategy, head.c.place, sqlite_where=text("strategy IS NOT NULL"))
Index("head_person", head.c.person, head.c.place, sqlite_where=text("place IS NOT NULL"))
Index("head_flagged", head.c.child, head.c.place, sqlite_where=text("flags & 7"))
Index("head_about", head.c.about, sqlite_where=text("about IS NOT NULL"))
Index("head_deleted", head.c.child, head.c.rev, sqlite_where=text("versions = 0"))

practice = Table(
    "practice",
    metadata,
    Column("record", Integer, primary_key=True),
    Column("strategy", Integer, nullable=False),
    Column("day", Text, nullable=False),
    Column("slot", Text),
    Column("routine", Integer),
    Column("kind", Text),
    Column("level", Integer),
    Column("number", Text),
    Column("took", Integer),
    Column("of", Integer),
    Column("written", Text),  # the local day of the first writing
    Column("versions", Integer, nullable=False),
    sqlite_strict=True,
)
Index("practice_strategy", practice.c.strategy, practice.c.day)

day_mark = Table(
    "day_mark",
    metadata,
    Column("record", Integer, primary_key=True),
    Column("child", Integer, nullable=False),
    Column("strategy", Integer),
    Column("day", Text, nullable=False),
    Column("slot", Text),
    Column("mark", Text, nullable=False),
    Column("reason", Text),
    sqlite_strict=True,
)
Index("day_mark_child", day_mark.c.child, day_mark.c.day)

draft = Table(
    "draft",
    metadata,
    Column("place", Text, primary_key=True),
    Column("text", Text, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

meta = Table(
    "meta",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

purged = Table(
    "purged",
    metadata,
    Column("id", LargeBinary, primary_key=True),  # a revision whose content is refused for ever
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

purge_asked = Table(
    "purge_asked",
    metadata,
    Column("id", LargeBinary, primary_key=True),
    Column("home", LargeBinary, primary_key=True),  # one of the other homes that ask for it
    Column("declined", Integer, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

newer = Table(
    "newer",  # revisions of a kind or form that only a newer homejournal reads, as they came
    metadata,
    Column("id", LargeBinary, primary_key=True),
    Column("envelope", LargeBinary, nullable=False),
    Column("salt", LargeBinary),
    Column("fields", LargeBinary),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

# Contentless, but never with contentless_delete=1: that leaves the words of deleted notes in the
# file. Rows are deleted by FTS5's 'delete' command with the old text.
NOTE_FTS = (
    "CREATE VIRTUAL TABLE note_fts USING fts5("
    "text, content='', tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')"
)
NOTE_FTS_SECURE = "INSERT INTO note_fts(note_fts, rank) VALUES('secure-delete', 1)"
for _statement in (NOTE_FTS, NOTE_FTS_SECURE):
    event.listen(metadata, "after_create", DDL(_statement))  # type: ignore[no-untyped-call]

PROJECTION_TABLES = (head, practice, day_mark)
