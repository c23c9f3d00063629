"""Many rows by one statement: SQLAlchemy writes it once, and the driver takes the rows."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlalchemy import Connection, Dialect, UpdateBase

_FEW = 20
"""Up to so many rows SQLAlchemy takes no longer."""


def put_many(
    connection: "Connection", statement: "UpdateBase", rows: Sequence[Mapping[str, Any]]
) -> None:
    """Carry out a statement for each of the rows, whose names are those of its parameters."""
    if len(rows) > _FEW:
        text, names = _written(statement, connection.dialect)
        connection.exec_driver_sql(text, [tuple([row[name] for name in names]) for row in rows])
    elif rows:
        connection.execute(statement, rows)


@lru_cache(maxsize=32)
def _written(statement: "UpdateBase", dialect: "Dialect") -> tuple[str, tuple[str, ...]]:
    written = statement.compile(dialect=dialect)
    return str(written), tuple(written.positiontup or ())
