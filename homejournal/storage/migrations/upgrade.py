"""An older file's tables brought to their present form by Alembic, in the caller's transaction.

`migrations/` has the steps. The number of the tables stands in the file's header, which belongs to
the transaction like everything else; so Alembic keeps no table of its own.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Connection, Table, func, inspect, select

from homejournal.domain.errors import JournalDamagedError
from homejournal.storage.file.connection import FILE_SCHEMA
from homejournal.storage.migrations import STEPS
from homejournal.storage.records.tables import (
    draft,
    key,
    meta,
    metadata,
    newer,
    purge_asked,
    purged,
    revision,
)

_LASTING = (key, revision, draft, meta)
"""The tables of every file; of them and of the younger ones the rows are as many afterwards."""
_YOUNGER = (purged, purge_asked, newer)
_INDEX = "note_fts"
_FIRST = 1
"""The number of the oldest tables."""


def migrate(connection: Connection, path: Path) -> None:
    """Carry out the steps that a file lacks.

    Raises JournalDamagedError where rows were lost or added by it, and where the number of its
    tables is none that a file ever had.
    """
    operations = Operations(_context(connection))
    there = inspect(connection)
    lasting = [*_LASTING, *(table for table in _YOUNGER if there.has_table(table.name))]
    before = _counted(connection, lasting)
    here = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    if here < _FIRST:
        raise JournalDamagedError(path)
    for number in range(here + 1, FILE_SCHEMA + 1):
        STEPS[number](operations)
    connection.exec_driver_sql(f"PRAGMA user_version = {FILE_SCHEMA}")
    if _counted(connection, lasting) != before:
        raise JournalDamagedError(path)


def must_be_present(connection: Connection, path: Path) -> None:
    """Raise JournalDamagedError where the tables are not those of `tables.py`."""
    if compare_metadata(_context(connection), metadata) or _has_other_keys(connection):
        raise JournalDamagedError(path)


def _has_other_keys(connection: Connection) -> bool:
    """Return whether a table has another key, which Alembic does not compare."""
    there = inspect(connection)
    return any(
        there.get_pk_constraint(table.name)["constrained_columns"]
        != table.primary_key.columns.keys()
        for table in metadata.sorted_tables
    )


def _context(connection: Connection) -> MigrationContext:
    return MigrationContext.configure(connection, opts={"include_name": _is_compared})


def _is_compared(name: str | None, kind: str, _parents: Mapping[Any, Any]) -> bool:
    """Leave out the tables that the search index keeps for itself."""
    return kind != "table" or not (name or "").startswith(_INDEX)


def _counted(connection: Connection, tables: Sequence[Table]) -> list[int]:
    return [
        connection.execute(select(func.count()).select_from(table)).scalar_one() for table in tables
    ]
