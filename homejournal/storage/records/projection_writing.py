"""Puts the rows of touched records into the projection, in place of their old ones."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from homejournal.domain.records.record import Kind
from homejournal.storage.records import statements as sql
from homejournal.storage.records.bulk_rows import ManyRows, many_rows
from homejournal.storage.records.projection import Projection, Rows, Touched
from homejournal.storage.records.search_index import Words, turn_words

if TYPE_CHECKING:
    from sqlalchemy import Connection

Children = Mapping[int, int | None]
"""The children of strategies, by their numbers in this file."""


@dataclass(frozen=True, slots=True)
class Turned:
    """Rows that go, rows that come, and strategies whose entries get another child."""

    old: Sequence[Rows]
    new: Sequence[Rows]
    adopted: Children = field(default_factory=dict)


class Ready(NamedTuple):
    """The same, ready to be written: statements in their order, and words for the search index."""

    writes: Sequence[ManyRows] = ()
    gone: Sequence[Words] = ()
    fresh: Sequence[Words] = ()

    def put(self, connection: "Connection") -> None:
        """Put the rows in place of the old ones."""
        for one in self.writes:
            one.put(connection)
        turn_words(connection, self.gone, self.fresh)


NOTHING_PUT = Ready()


def project(
    connection: "Connection", numbers: Mapping[UUID, int], touched: Mapping[UUID, Touched]
) -> None:
    """Make the rows of these records again; `numbers` has those of `all_ids`."""
    made = turned(numbers, touched, children_now(connection, numbers, touched))
    ready(connection, made).put(connection)


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
    """Return the children of all strategies that `turned` needs to know."""
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


def turned(
    numbers: Mapping[UUID, int], touched: Mapping[UUID, Touched], children: Children
) -> Turned:
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
    return Turned(old, new, adopted)


def ready(connection: "Connection", rows: Turned) -> Ready:
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
    return Ready(writes, sorted(words_of(old)), sorted(words_of(new)))


def _old(rows: Rows) -> dict[str, int]:
    return {"old": rows.head["record"]}


def words_of(rows: Sequence[Rows]) -> list[Words]:
    """Return what the search index holds of these records."""
    return [(one.head["place"], one.words) for one in rows if one.words is not None]
