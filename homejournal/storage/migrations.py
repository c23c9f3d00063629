"""An older file's tables brought to their present form by Alembic, in the caller's transaction.

Only what is not projection moves here; each step says what the tables looked like at its time and
is never changed afterwards. The number of the tables stands in the file's header, which belongs to
the transaction like everything else; so Alembic keeps no table of its own.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Connection, Table, func, inspect, select

from homejournal.domain.errors import JournalDamagedError
from homejournal.storage.file.connection import FILE_SCHEMA
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


# In files of schema 1 only deleting for good left a revision without its fields.
_SILENT = (
    "INSERT INTO purged (id) SELECT id FROM revision "
    """WHERE fields IS NULL AND CAST(envelope AS TEXT) LIKE '%"op":"put"%'"""
)


def _to_2(op: Operations) -> None:
    """Make three tables more; what was deleted for good before is refused from now on.

    Which revisions were deleted for good, what another home asks to delete, and what came from a
    newer homejournal and waits for one here.
    """
    op.create_table(
        "purged",
        sa.Column("id", sa.LargeBinary, primary_key=True),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "purge_asked",
        sa.Column("id", sa.LargeBinary, primary_key=True),
        sa.Column("home", sa.LargeBinary, nullable=False),
        sa.Column("declined", sa.Integer, nullable=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "newer",
        sa.Column("id", sa.LargeBinary, primary_key=True),
        sa.Column("envelope", sa.LargeBinary, nullable=False),
        sa.Column("salt", sa.LargeBinary),
        sa.Column("fields", sa.LargeBinary),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.execute(_SILENT)


_OLD = "purge_asked_once"
_CARRY = f"INSERT INTO purge_asked (id, home, declined) SELECT id, home, declined FROM {_OLD}"  # noqa: S608


def _to_3(op: Operations) -> None:
    """Make the table with another key, which SQLite does only anew; what was answered stays so.

    In files of schema 2 a revision was asked for once: who asked second was not heard. From now on
    several homes may ask to delete the same, and each gets an answer of its own.
    """
    op.rename_table("purge_asked", _OLD)
    op.create_table(
        "purge_asked",
        sa.Column("id", sa.LargeBinary, primary_key=True),
        sa.Column("home", sa.LargeBinary, primary_key=True),
        sa.Column("declined", sa.Integer, nullable=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.execute(_CARRY)
    op.drop_table(_OLD)


STEPS: Mapping[int, Callable[[Operations], None]] = MappingProxyType({2: _to_2, 3: _to_3})
"""The steps from older tables to the present ones, by the number that each leads to."""


def migrate(connection: Connection, path: Path) -> None:
    """Carry out the steps that a file lacks.

    Raises JournalDamagedError if rows were lost or added by it, and where the number of its
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
    """Raise JournalDamagedError if the tables are not those of `tables.py`."""
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
