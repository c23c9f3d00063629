"""The settings in a journal's file, each with a hash beside it, since no revision tells them.

The hashes stand in one row of their own, as JSON by the names. A journal of before they were
written has no such row: its settings are taken as they are, until the first of them is written.
"""

import hashlib
import json
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from homejournal.domain.limits import read_json

if TYPE_CHECKING:
    from sqlalchemy import Connection

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
    """Return the row of the hashes once this is written; none where it is damaged and stays so."""
    hashes, names = _hashes_in(stored), written.keys()
    if HASHES not in stored:
        hashes, names = {}, stored.keys()
    if hashes is None:
        return {}
    hashes |= {name: _hash(name, stored[name]) for name in names}
    return {HASHES: json.dumps(hashes, sort_keys=True)}


def _hashes_in(stored: Mapping[str, str]) -> dict[str, str] | None:
    """Return the hashes by name; None where the row does not read."""
    try:
        told = read_json(stored.get(HASHES, ""))
    except (TypeError, ValueError):
        return None
    return told if isinstance(told, dict) else None


def _hash(name: str, value: str) -> str:
    return hashlib.sha256(f"{name}\0{value}".encode()).hexdigest()[:_LETTERS]
