"""Many rows by one statement: SQLAlchemy writes it once, and the driver takes the rows.

The rows are made ready first, which any thread may do; only to put them keeps others waiting.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from sqlalchemy import Connection, Dialect, UpdateBase


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
