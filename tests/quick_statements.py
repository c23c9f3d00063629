"""Let SQLAlchemy write each statement once, and not anew for each of some thousand journals.

An engine has a dialect of its own, by which what it wrote is found again; here all share the first
one. A new journal's tables are made by the very statements that SQLAlchemy makes them with.
"""

from functools import cache

from sqlalchemy import create_mock_engine
from sqlalchemy.util import LRUCache

from homejournal.storage.file import sqlalchemy_engine
from homejournal.storage.records.tables import metadata

_create_engine, _create_all = sqlalchemy_engine.create_engine, metadata.create_all
_WRITTEN = LRUCache(1000)
_DIALECTS = []


def create_engine(*given, **said):
    """Make an engine that knows what was written for another one."""
    engine = _create_engine(*given, **said)
    if not _DIALECTS:
        engine.connect().close()  # asks the driver what it can
        _DIALECTS.append(engine.dialect)
    engine.dialect = _DIALECTS[0]
    engine.update_execution_options(compiled_cache=_WRITTEN)
    return engine


@cache
def _tables():
    written = []

    def write(statement, *_parameters):
        written.append(str(statement.compile(dialect=engine.dialect)))

    engine = create_mock_engine("sqlite://", write)
    _create_all(engine)
    return written


def create_all(connection, **said):
    """Make all tables in an empty file; some of them are made as ever."""
    if said:
        _create_all(connection, **said)
        return
    for statement in _tables():
        connection.exec_driver_sql(statement)
