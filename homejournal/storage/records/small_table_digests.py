"""The rows of small tables that no revision tells and that have no hash: one digest for each table.

Unfinished texts, what was deleted for good, and what waits. The digests are one of the journal's
settings, which have hashes themselves.
"""

import hashlib
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from homejournal.domain.limits import read_object
from homejournal.storage.records.settings_rows import ROWS, write_meta

if TYPE_CHECKING:
    from sqlalchemy import Connection

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
