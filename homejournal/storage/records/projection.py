"""From a record's heads to its rows and back into the tables: for a save, a union and a rebuild.

To forget a row so that none of its words stays in the file takes FTS5 far longer than to learn
one, and the longer the more it holds. Where many go at once, the index is emptied and learns what
still stands.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID

from homejournal.domain.limits import read_json
from homejournal.domain.records.codec import from_fields, known_fields
from homejournal.domain.records.notes import Flag
from homejournal.domain.records.record import Kind
from homejournal.domain.records.revisions import (
    FIRST_SCHEMA,
    SCHEMA,
    Op,
    Revision,
    heads_of,
    is_genuine,
    last_content,
    versions_of,
)
from homejournal.storage.file.sqlalchemy_engine import ManyRows, many_rows
from homejournal.storage.records import statements as sql
from homejournal.storage.records.kind_numbers import (
    ATTACHED,
    CODE_OF,
    FLAG_BITS,
    TIMELINE_KINDS,
    place_of,
)

if TYPE_CHECKING:
    from sqlalchemy import Connection


Row = dict[str, Any]

uuid_of = lru_cache(maxsize=1024)(UUID)
"""A record's id from its text; thousands of entries name the same few records."""

REFERENCES = ("child", "strategy", "helper", "practice", "routine", "note", "private_note")
"""The references that have a column of their own."""


@dataclass(frozen=True)
class Stored:
    """A revision with the order of its arrival in this file."""

    seq: int
    revision: Revision

    @cached_property
    def fields(self) -> dict[str, Any]:
        """Return what the revision tells, as far as this version knows of its kind."""
        return known_fields(self.revision.told().kind, fields_of(self.revision))

    def references(self) -> list[UUID]:
        """Return the records that the revision's columns refer to."""
        return [uuid_of(self.fields[name]) for name in REFERENCES if self.fields.get(name)]

    def strategy_for_child(self) -> UUID | None:
        """Return the strategy that tells whose record this is, where the record does not."""
        strategy = None if self.fields.get("child") else self.fields.get("strategy")
        return uuid_of(strategy) if strategy else None


class Touched(NamedTuple):
    """A record that is written to: its revisions before, and all of them now."""

    kind: Kind
    before: Sequence[Stored]
    now: list[Stored]


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of one record; `words` is what the search index holds of it."""

    head: Row
    practice: Row | None = None
    mark: Row | None = None
    words: str | None = None


def fields_of(revision: Revision | None) -> dict[str, Any]:
    """Return what a revision tells, or nothing for a stub or a deletion."""
    return read_json(revision.fields) if revision and revision.fields else {}


def is_understood(revision: Revision) -> bool:
    """Return whether this version reads what a genuine revision says, or its envelope alone."""
    try:
        told = revision.told()
        if revision.fields and told.op is Op.PUT:
            from_fields(told.kind, told.record, read_json(revision.fields))
    except (AttributeError, KeyError, TypeError, ValueError):
        return False
    known = FIRST_SCHEMA <= told.schema <= SCHEMA
    return known and (told.op is Op.PUT or not revision.fields)


class Projection:
    """Makes rows; `keys` and `child_of` (of a strategy's key) are looked up beforehand."""

    def __init__(self, keys: Mapping[UUID, int], child_of: Mapping[int, int | None]) -> None:
        self._keys = keys
        self._child_of = child_of

    def rows(self, record: int, kind: Kind, stored: Sequence[Stored]) -> Rows:
        """Return the rows of the record whose revisions these are."""
        revisions = [one.revision for one in stored]
        heads = heads_of(revisions)
        shown = heads[0]
        versions = versions_of(heads)
        by_id = {one.revision.id: one for one in stored}
        source = shown if versions else last_content(revisions)
        told = by_id[source.id].fields if source else {}
        head = self._head(record, kind, told, versions=versions)
        head["rev"] = by_id[shown.id].seq
        if not versions:
            return Rows(head | {"place": None, "flags": 0})
        return Rows(
            head,
            self._practice(record, told, versions) if kind is Kind.PRACTICE else None,
            self._mark(record, told) if kind is Kind.DAY_MARK else None,
            told["text"] if kind in (Kind.NOTE, Kind.PRIVATE_NOTE) else None,
        )

    def _head(self, record: int, kind: Kind, told: Row, *, versions: int) -> Row:
        day = told.get("day")
        strategy = self._key(told, "strategy")
        practice = self._key(told, "practice") if kind in TIMELINE_KINDS else None
        about = self._entry(told) if kind is Kind.MEDIA else practice
        flags = sum(FLAG_BITS[Flag(flag)] for flag in told.get("flags", ()))
        return {
            "record": record,
            "kind": CODE_OF[kind],
            "child": self._key(told, "child") or self._child_of.get(strategy or 0),
            "strategy": strategy,
            "person": self._key(told, "helper"),
            "about": about,
            "day": day or told.get("from"),
            "place": _place(record, day) if kind in TIMELINE_KINDS else None,
            "flags": flags | (ATTACHED if practice else 0),
            "versions": versions,
        }

    def _entry(self, told: Row) -> int | None:
        """Return the entry that a photo is kept with."""
        keys = (self._key(told, name) for name in ("practice", "note", "private_note"))
        return next((key for key in keys if key is not None), None)

    def _practice(self, record: int, told: Row, versions: int) -> Row:
        rating = told.get("rating")
        tries = rating if isinstance(rating, dict) else {}
        written = told.get("written")
        return {
            "record": record,
            "strategy": self._key(told, "strategy"),
            "day": told["day"],
            "slot": told.get("slot"),
            "routine": self._key(told, "routine"),
            "kind": told.get("rating_kind"),
            "level": rating if isinstance(rating, int) else None,
            "number": rating if isinstance(rating, str) else None,
            "took": tries.get("took"),
            "of": tries.get("of"),
            "written": datetime.fromisoformat(written).date().isoformat() if written else None,
            "versions": versions,
        }

    def _mark(self, record: int, told: Row) -> Row:
        return {
            "record": record,
            "child": self._key(told, "child"),
            "strategy": self._key(told, "strategy"),
            "day": told["day"],
            "slot": told.get("slot"),
            "mark": told["mark"],
            "reason": told.get("reason"),
        }

    def _key(self, told: Row, name: str) -> int | None:
        return self._keys[uuid_of(told[name])] if told.get(name) else None


def _place(record: int, day: str | None) -> int | None:
    return place_of(date.fromisoformat(day).toordinal(), record) if day else None


Words = tuple[int, str]
"""A note's place, which is its number in the index, and what it says."""

_ADD = "INSERT INTO note_fts(rowid, text) VALUES(?, ?)"
_DROP = "INSERT INTO note_fts(note_fts, rowid, text) VALUES('delete', ?, ?)"
_EMPTY = "INSERT INTO note_fts(note_fts) VALUES('delete-all')"
_MANY = 100
_TIMES = 50
"""To learn so many rows anew takes no longer than to forget one of a journal of some years."""


def update_search_words(
    connection: "Connection", gone: Sequence[Words], fresh: Sequence[Words]
) -> None:
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
    """Return the words of all notes; None if there are more, or one of them is not genuine."""
    if connection.execute(sql.how_many_words).scalar_one() > most:
        return None
    found = list(_told(connection.execute(sql.all_words)))
    return None if None in found else sorted(one for one in found if one)


def _told(rows: Iterable[tuple[int, bytes, bytes, bytes, bytes]]) -> Iterable[Words | None]:
    for place, one, envelope, salt, fields in rows:
        genuine = is_genuine(Revision(id=one, envelope=envelope, salt=salt, fields=fields))
        yield (place, read_json(fields)["text"]) if genuine else None


Children = Mapping[int, int | None]
"""The children of strategies, by their numbers in this file."""


@dataclass(frozen=True, slots=True)
class RowChanges:
    """Rows that go, rows that come, and strategies whose entries get another child."""

    old: Sequence[Rows]
    new: Sequence[Rows]
    adopted: Children = field(default_factory=dict)


class PreparedRows(NamedTuple):
    """The same, ready to be written: statements in their order, and words for the search index."""

    writes: Sequence[ManyRows] = ()
    gone: Sequence[Words] = ()
    fresh: Sequence[Words] = ()

    def put(self, connection: "Connection") -> None:
        """Put the rows in place of the old ones."""
        for one in self.writes:
            one.put(connection)
        update_search_words(connection, self.gone, self.fresh)


NOTHING_PUT = PreparedRows()


def project(
    connection: "Connection", numbers: Mapping[UUID, int], touched: Mapping[UUID, Touched]
) -> None:
    """Make the rows of these records again; `numbers` has those of `all_ids`."""
    made = row_changes(numbers, touched, children_now(connection, numbers, touched))
    prepared_rows(connection, made).put(connection)


def all_ids(touched: Mapping[UUID, Touched]) -> dict[UUID, None]:
    """Return the records and everything that their columns refer to."""
    ids = dict.fromkeys(touched)
    for entry in touched.values():
        for stored in {id(one): one for one in (*entry.before, *entry.now)}.values():
            ids.update(dict.fromkeys(stored.references()))
    return ids


def children_now(
    connection: "Connection", numbers: Mapping[UUID, int], touched: Mapping[UUID, Touched]
) -> Children:
    """Return the children of all strategies that `row_changes` needs to know."""
    found = {
        strategy
        for record, entry in touched.items()
        for stored in (*entry.before, *entry.now)
        if (strategy := record if entry.kind is Kind.STRATEGY else stored.strategy_for_child())
    }
    if not found:
        return {}
    asked = {"strategies": json.dumps([numbers[strategy] for strategy in found])}
    return {row.record: row.child for row in connection.execute(sql.children_of_strategies, asked)}


def row_changes(
    numbers: Mapping[UUID, int], touched: Mapping[UUID, Touched], children: Children
) -> RowChanges:
    """Return what becomes of the rows of these records.

    Practices take their child from their strategy as it is then; entries that arrived before their
    strategy are given its child afterwards.
    """
    now = dict(children)
    making = Projection(numbers, now)
    new, adopted = [], {}
    for record, entry in touched.items():
        if entry.kind is Kind.STRATEGY:
            rows = making.rows(numbers[record], entry.kind, entry.now)
            new.append(rows)
            strategy, child = rows.head["record"], rows.head["child"]
            if strategy not in children or children[strategy] != child:
                adopted[strategy] = now[strategy] = child
    for record, entry in touched.items():
        if entry.kind is not Kind.STRATEGY:
            new.append(making.rows(numbers[record], entry.kind, entry.now))
    old = [
        making.rows(numbers[record], entry.kind, entry.before)
        for record, entry in touched.items()
        if entry.before
    ]
    return RowChanges(old, new, adopted)


def prepared_rows(connection: "Connection", rows: RowChanges) -> PreparedRows:
    """Make rows ready to be put in place of others; nothing is written."""
    old, new = rows.old, rows.new
    adopted = (
        {"of_strategy": strategy, "new_child": child} for strategy, child in rows.adopted.items()
    )
    writes = (
        many_rows(connection, sql.drop_head, (_old(one) for one in old)),
        many_rows(connection, sql.drop_practice, (_old(one) for one in old if one.practice)),
        many_rows(connection, sql.drop_mark, (_old(one) for one in old if one.mark)),
        many_rows(connection, sql.add_head, (one.head for one in new)),
        many_rows(connection, sql.add_practice, (one.practice for one in new if one.practice)),
        many_rows(connection, sql.add_mark, (one.mark for one in new if one.mark)),
        many_rows(connection, sql.adopt, adopted),
    )
    return PreparedRows(writes, sorted(words_of(old)), sorted(words_of(new)))


def _old(rows: Rows) -> dict[str, int]:
    return {"old": rows.head["record"]}


def words_of(rows: Sequence[Rows]) -> list[Words]:
    """Return what the search index holds of these records."""
    return [(row.head["place"], row.words) for row in rows if row.words is not None]
