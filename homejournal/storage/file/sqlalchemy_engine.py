"""SQLAlchemy over the one connection that is already open, and many rows by one statement.

SQLAlchemy writes such a statement once, and the driver takes the rows. These are made ready first,
which any thread may do; only to put them keeps others waiting.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

import sqlcipher3
from sqlalchemy import Connection, Engine, FromClause, create_engine, event
from sqlalchemy.dialects.sqlite.base import SQLiteCompiler
from sqlalchemy.pool import StaticPool
from typing_extensions import override

from homejournal.storage.file.connection import Connection as DriverConnection

if TYPE_CHECKING:
    from sqlalchemy import Dialect, UpdateBase


class ManyRows(NamedTuple):
    """A statement as the driver takes it, and what it is carried out for."""

    statement: str
    rows: list[tuple[Any, ...]]

    def put(self, connection: "Connection") -> None:
        """Carry out the statement for each of the rows."""
        if self.rows:
            connection.exec_driver_sql(self.statement, self.rows)


_NO_ROWS = ManyRows("", [])


def many_rows(
    connection: "Connection", statement: "UpdateBase", rows: Iterable[Mapping[str, Any]]
) -> ManyRows:
    """Make rows ready, whose names are those of the statement's parameters; nothing is written."""
    told = list(rows)
    if not told:
        return _NO_ROWS
    text, names = _written(statement, connection.dialect)
    return ManyRows(text, [tuple([row[name] for name in names]) for row in told])


@lru_cache(maxsize=32)
def _written(statement: "UpdateBase", dialect: "Dialect") -> tuple[str, tuple[str, ...]]:
    written = statement.compile(dialect=dialect)
    return str(written), tuple(written.positiontup or ())


class _Compiler(SQLiteCompiler):
    """Writes the index a question names ("INDEXED BY ..."); SQLAlchemy's own leaves it out."""

    @override
    def get_from_hint_text(self, table: FromClause, text: str | None) -> str | None:
        return text


def engine_over(connection: DriverConnection) -> Engine:
    """Return an engine whose transactions begin at once and also cover changes of the schema.

    The pool never resets the connection: a reset in the middle of somebody's transaction would
    silently roll it back.
    """
    engine = create_engine(
        "sqlite://",
        creator=lambda: connection,
        module=sqlcipher3,
        poolclass=StaticPool,
        pool_reset_on_return=None,
    )

    engine.dialect.statement_compiler = _Compiler

    @event.listens_for(engine, "begin")
    def begin(starting: Connection) -> None:
        begins = starting.get_execution_options().get("begins", "BEGIN IMMEDIATE")
        if begins:
            starting.exec_driver_sql(begins)

    return engine
