"""The small tables beside the revisions: settings, unfinished texts, and what vouches for them.

No revision tells what stands there. Each setting has a hash; the hashes stand in one row of their
own, as JSON by the names. A journal of before they were written has no such row: its settings are
taken as they are, until the first of them is written. Of unfinished texts, what was deleted for
good, and what waits, one digest for each table is a setting.
"""

import hashlib
import json
import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from homejournal.domain.limits import read_json, read_object
from homejournal.domain.records.changes import DraftMove
from homejournal.storage.records import statements as sql

_ID = re.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
"""A record's id, as places name it."""


def keep_draft(connection: Connection, place: str, text: str) -> None:
    """Put a text in the place of its earlier one; blank text keeps nothing."""
    connection.execute(sql.drop_draft, {"old": place})
    if text.strip():
        connection.execute(sql.add_draft, {"place": place, "text": text})
    rows_written(connection, "draft")


def drop_draft(connection: Connection, place: str) -> None:
    """Forget the text of a place."""
    if connection.execute(sql.drop_draft, {"old": place}).rowcount:
        rows_written(connection, "draft")


def drop_drafts_of(connection: Connection, records: Iterable[UUID]) -> None:
    """Forget the texts of all places that name one of these records."""
    gone = frozenset(records)
    for place in _drafts_kept(connection):
        if not gone.isdisjoint(map(UUID, _ID.findall(place))):
            drop_draft(connection, place)


def end_drafts(connection: Connection, places: Iterable[str]) -> tuple[DraftMove, ...]:
    """Forget the texts of places so that they can come again; return those that there were."""
    kept = _drafts_kept(connection)
    moves = tuple(DraftMove(place, kept[place], "") for place in places if place in kept)
    for move in moves:
        drop_draft(connection, move.place)
    return moves


def put_drafts_back(connection: Connection, moves: Iterable[DraftMove]) -> tuple[DraftMove, ...]:
    """Put texts back to what they were before; return what turns that again.

    What was typed at a place since stays, behind the text that comes back: no word is lost.
    """
    kept = _drafts_kept(connection)
    turned = []
    for move in moves:
        now = kept.get(move.place, "")
        typed_since = "" if now == move.after else now
        text = " ".join(words for words in (move.before, typed_since) if words)
        keep_draft(connection, move.place, text)
        turned.append(DraftMove(move.place, now, text))
    return tuple(turned)


def _drafts_kept(connection: Connection) -> dict[str, str]:
    rows = connection.execute(sql.all_drafts)
    return {row.place: row.text for row in rows}


_ROWS = {
    "draft": "SELECT place, text FROM draft ORDER BY place",
    "purged": "SELECT id FROM purged ORDER BY id",
    "purge_asked": "SELECT id, home, declined FROM purge_asked ORDER BY id, home",
    "newer": "SELECT id, salt IS NULL, fields IS NULL FROM newer ORDER BY id",
}


def rows_written(connection: "Connection", *tables: str) -> None:
    """Know the rows of tables as they are, in the transaction that wrote them."""
    bare: Any = connection.connection.driver_connection
    kept = _kept(dict(bare.execute("SELECT name, value FROM meta WHERE name = ?", (ROWS,))))
    now = kept | {table: _digest(bare, table) for table in tables}
    if now != kept:
        write_meta(connection, {ROWS: json.dumps(now, sort_keys=True)})


def all_rows_written(connection: "Connection") -> None:
    """Know the rows of all these tables as they are."""
    rows_written(connection, *_ROWS)


def changed_rows(bare: Any, settings: Mapping[str, str]) -> int:  # noqa: ANN401 (the driver's connection)
    """Return how many of the tables do not hold what was written."""
    return sum(_digest(bare, table) != told for table, told in _kept(settings).items())


def _kept(settings: Mapping[str, str]) -> dict[str, str]:
    """Return the digests by table; none in a journal of before, until one of them is written."""
    told = read_object(settings.get(ROWS))  # where it does not read, its own hash tells
    return {table: told[table] for table in _ROWS if table in told}


def _digest(bare: Any, table: str) -> str:  # noqa: ANN401 (the driver's connection)
    hashed = hashlib.sha256()
    for row in bare.execute(_ROWS[table]):
        hashed.update(repr(row).encode())
    return hashed.hexdigest()[:16]


HASHES = "hashes"
"""The name of the row that holds them."""
ROWS = "rows"
"""The name of the row that tells of other tables of this file, see `kept_rows`."""
_LETTERS = 16


def write_meta(connection: "Connection", values: Mapping[str, str]) -> None:
    """Write settings in the caller's transaction, each in place of its old value."""
    from homejournal.storage.records import statements as sql

    stored = {row.name: row.value for row in connection.execute(sql.all_meta)}
    stored.update(values)
    rows = {**values, **_hashes_after(stored, values)}
    connection.execute(sql.drop_meta, [{"old": name} for name in rows])
    connection.execute(
        sql.add_meta, [{"name": name, "value": value} for name, value in rows.items()]
    )


def forget_meta(connection: "Connection", names: Collection[str]) -> None:
    """Forget settings with their hashes, in the caller's transaction."""
    from homejournal.storage.records import statements as sql

    stored = {row.name: row.value for row in connection.execute(sql.all_meta)}
    hashes = _hashes_in(stored) or {}
    kept = {name: told for name, told in hashes.items() if name not in names}
    rows = {HASHES: json.dumps(kept, sort_keys=True)} if kept != hashes else {}
    connection.execute(sql.drop_meta, [{"old": name} for name in (*names, *rows)])
    if rows:
        connection.execute(sql.add_meta, [{"name": HASHES, "value": rows[HASHES]}])


def changed_settings(stored: Mapping[str, str]) -> frozenset[str]:
    """Return the names of the settings that are not as they were written, missing ones included."""
    if HASHES not in stored:
        return frozenset()
    hashes = _hashes_in(stored)
    if hashes is None:
        return frozenset({HASHES})
    names = (hashes.keys() | stored.keys()) - {HASHES}
    return frozenset(
        name
        for name in names
        if name not in stored or hashes.get(name) != _hash(name, stored[name])
    )


def genuine_settings(stored: Mapping[str, str]) -> dict[str, str]:
    """Return the settings that are as they were written, without what tells of the file alone."""
    own = {*changed_settings(stored), HASHES, ROWS}
    return {name: said for name, said in stored.items() if name not in own}


def _hashes_after(stored: Mapping[str, str], written: Mapping[str, str]) -> dict[str, str]:
    """Return the row of the hashes once this is written; none if it is damaged and stays so."""
    hashes, names = _hashes_in(stored), written.keys()
    if HASHES not in stored:
        hashes, names = {}, stored.keys()
    if hashes is None:
        return {}
    hashes |= {name: _hash(name, stored[name]) for name in names}
    return {HASHES: json.dumps(hashes, sort_keys=True)}


def _hashes_in(stored: Mapping[str, str]) -> dict[str, str] | None:
    """Return the hashes by name; None if the row does not read."""
    try:
        told = read_json(stored.get(HASHES, ""))
    except (TypeError, ValueError):
        return None
    return told if isinstance(told, dict) else None


def _hash(name: str, value: str) -> str:
    return hashlib.sha256(f"{name}\0{value}".encode()).hexdigest()[:_LETTERS]
