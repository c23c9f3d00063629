"""Puts the rows of touched records into the projection, in place of their old ones."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from homejournal.domain.record import Kind
from homejournal.storage import statements as sql
from homejournal.storage.projection import Projection, Rows, Stored, references_of

if TYPE_CHECKING:
    from sqlalchemy import Connection, Executable

    from homejournal.storage.keys import Keys

Touched = Mapping[UUID, tuple[Kind, Sequence[Stored], Sequence[Stored]]]
"""For each record its kind, its revisions before, and all of them now."""

_FTS_ADD = "INSERT INTO note_fts(rowid, text) VALUES(?, ?)"
_FTS_DROP = "INSERT INTO note_fts(note_fts, rowid, text) VALUES('delete', ?, ?)"


def project(connection: "Connection", keys: "Keys", touched: Touched) -> None:
    """Make the rows of these records again.

    Strategies go first, since practices take their child from them; entries that arrived before
    their strategy are given its child afterwards.
    """
    numbers = keys.make(connection, all_ids(touched))
    strategies = {one: entry for one, entry in touched.items() if entry[0] is Kind.STRATEGY}
    others = {one: entry for one, entry in touched.items() if entry[0] is not Kind.STRATEGY}
    for part in (strategies, others):
        if part:
            _project_part(connection, numbers, part)
    for strategy, (_, before, _now) in strategies.items():
        _adopt(connection, numbers[strategy], had_rows=bool(before))


def all_ids(touched: Touched) -> dict[UUID, None]:
    """Return the records and everything that their columns refer to."""
    ids = dict.fromkeys(touched)
    for _, before, now in touched.values():
        for one in {id(one): one for one in (*before, *now)}.values():
            ids.update(dict.fromkeys(references_of(one.revision)))
    return ids


def _project_part(connection: "Connection", numbers: dict[UUID, int], part: Touched) -> None:
    strategies = {
        numbers[reference]
        for kind, before, now in part.values()
        if kind is not Kind.STRATEGY
        for one in (*before, *now)
        for reference in references_of(one.revision)
    }
    child_of = _children(connection, sorted(strategies))
    projection = Projection(numbers, child_of)
    old = [
        projection.rows(numbers[record], kind, before)
        for record, (kind, before, _) in part.items()
        if before
    ]
    new = [projection.rows(numbers[record], kind, now) for record, (kind, _, now) in part.items()]
    drop(connection, old)
    put(connection, new)


def _children(connection: "Connection", strategies: list[int]) -> dict[int, int | None]:
    found: dict[int, int | None] = {}
    for start in range(0, len(strategies), 500):
        asked = {"strategies": strategies[start : start + 500]}
        found.update(connection.execute(sql.children_of_strategies, asked).tuples().all())
    return found


def drop(connection: "Connection", old: Sequence[Rows]) -> None:
    """Take rows out; the search index needs the old words to forget them."""
    _many(connection, sql.drop_head, [{"old": rows.head["record"]} for rows in old])
    _many(
        connection,
        sql.drop_practice,
        [{"old": rows.head["record"]} for rows in old if rows.practice],
    )
    _many(connection, sql.drop_mark, [{"old": rows.head["record"]} for rows in old if rows.mark])
    _index(connection, _FTS_DROP, old)


def put(connection: "Connection", new: Sequence[Rows]) -> None:
    """Put rows in."""
    _many(connection, sql.add_head, [rows.head for rows in new])
    _many(connection, sql.add_practice, [rows.practice for rows in new if rows.practice])
    _many(connection, sql.add_mark, [rows.mark for rows in new if rows.mark])
    _index(connection, _FTS_ADD, new)


def _many(connection: "Connection", statement: "Executable", rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(statement, rows)


def _index(connection: "Connection", statement: str, rows: Sequence[Rows]) -> None:
    words = [(one.head["place"], one.words) for one in rows if one.words is not None]
    if words:
        connection.exec_driver_sql(statement, words)


def _adopt(connection: "Connection", strategy: int, *, had_rows: bool) -> None:
    """Give the strategy's entries its child: it may have arrived late, or changed."""
    found = _children(connection, [strategy])
    if had_rows or found.get(strategy) is not None:
        connection.execute(sql.adopt, {"of_strategy": strategy, "new_child": found.get(strategy)})
