"""Puts the rows of touched records into the projection and the search index, in place of old ones.

To forget a row so that none of its words stays in the file takes FTS5 far longer than to learn
one, and the longer the more it holds. Where many go at once, the index is emptied and learns what
still stands.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from homejournal.domain.limits import read_json
from homejournal.domain.records.record import Kind
from homejournal.domain.records.revisions import Revision, is_genuine
from homejournal.storage.file.sqlalchemy_engine import ManyRows, many_rows
from homejournal.storage.records import statements as sql
from homejournal.storage.records.projection import Projection, Rows, Touched

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
    """Return the words of all notes; None where there are more, or one of them is not genuine."""
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
        for one in {id(one): one for one in (*entry.before, *entry.now)}.values():
            ids.update(dict.fromkeys(one.references()))
    return ids


def children_now(
    connection: "Connection", numbers: Mapping[UUID, int], touched: Mapping[UUID, Touched]
) -> Children:
    """Return the children of all strategies that `row_changes` needs to know."""
    found = {
        strategy
        for record, entry in touched.items()
        for one in (*entry.before, *entry.now)
        if (strategy := record if entry.kind is Kind.STRATEGY else one.strategy_for_child())
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
