"""SQLAlchemy over the one connection that is already open."""

import sqlcipher3
from sqlalchemy import Connection, Engine, FromClause, create_engine, event
from sqlalchemy.dialects.sqlite.base import SQLiteCompiler
from sqlalchemy.pool import StaticPool
from typing_extensions import override

from homejournal.storage.file.connection import Connection as DriverConnection


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
