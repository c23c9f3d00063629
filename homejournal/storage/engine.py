"""SQLAlchemy over the one connection that is already open."""

import sqlcipher3
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import StaticPool

from homejournal.storage.connection import Connection as DriverConnection


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

    @event.listens_for(engine, "begin")
    def begin(starting: Connection) -> None:
        reading = starting.get_execution_options().get("reading")
        starting.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")

    return engine
