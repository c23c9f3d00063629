"""Puts the rows of touched records into the projection, in place of their old ones."""

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from homejournal.domain.record import Kind
from homejournal.storage import statements as sql
from homejournal.storage.projection import (
    Projection,
    Rows,
    Touched,
)

if TYPE_CHECKING:
    from sqlalchemy import Connection, Executable

_FTS_ADD = "INSERT INTO note_fts(rowid, text) VALUES(?, ?)"
_FTS_DROP = "INSERT INTO note_fts(note_fts, rowid, text) VALUES('delete', ?, ?)"


def project(
    connection: "Connection", numbers: Mapping[UUID, int], touched: Mapping[UUID, Touched]
) -> None:
    """Make the rows of these records again; `numbers` has those of `all_ids`.

    Strategies go first, since practices take their child from them; entries that arrived before
    their strategy are given its child afterwards.
    """
    strategies = {one: entry for one, entry in touched.items() if entry.kind is Kind.STRATEGY}
    others = {one: entry for one, entry in touched.items() if entry.kind is not Kind.STRATEGY}
    keys = [numbers[strategy] for strategy in strategies]
    before = _children(connection, keys)
    _project_part(connection, numbers, strategies)
    _adopt(connection, before, _children(connection, keys))
    _project_part(connection, numbers, others)


def all_ids(touched: Mapping[UUID, Touched]) -> dict[UUID, None]:
    """Return the records and everything that their columns refer to."""
    ids = dict.fromkeys(touched)
    for entry in touched.values():
        for one in {id(one): one for one in (*entry.before, *entry.now)}.values():
            ids.update(dict.fromkeys(one.references()))
    return ids


def _project_part(
    connection: "Connection", numbers: Mapping[UUID, int], part: Mapping[UUID, Touched]
) -> None:
    projection = Projection(numbers, _children(connection, _strategies(numbers, part)))
    old = [
        projection.rows(numbers[record], entry.kind, entry.before)
        for record, entry in part.items()
        if entry.before
    ]
    new = [
        projection.rows(numbers[record], entry.kind, entry.now) for record, entry in part.items()
    ]
    drop(connection, old)
    put(connection, new)


def _strategies(numbers: Mapping[UUID, int], part: Mapping[UUID, Touched]) -> list[int]:
    """Return the strategies that give these records their child."""
    found = {
        strategy
        for entry in part.values()
        for one in (*entry.before, *entry.now)
        if (strategy := one.strategy_for_child())
    }
    return [numbers[strategy] for strategy in found]


def _children(connection: "Connection", strategies: list[int]) -> dict[int, int | None]:
    if not strategies:
        return {}
    asked = {"strategies": json.dumps(strategies)}
    return {row.record: row.child for row in connection.execute(sql.children_of_strategies, asked)}


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


def _adopt(
    connection: "Connection", before: Mapping[int, int | None], now: Mapping[int, int | None]
) -> None:
    """Give a strategy's entries its child where it arrived after them, or changed."""
    for strategy, child in now.items():
        if strategy not in before or before[strategy] != child:
            connection.execute(sql.adopt, {"of_strategy": strategy, "new_child": child})
