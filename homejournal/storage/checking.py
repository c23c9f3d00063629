"""Whether a journal is sound: the file, every revision's bytes, and the projection beside them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from homejournal.domain.revisions import is_genuine
from homejournal.storage import statements as sql
from homejournal.storage.projecting import all_ids
from homejournal.storage.projection import Projection, Rows, revision_of
from homejournal.storage.queries import all_touched
from homejournal.storage.tables import day_mark, head, practice

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection, Table

    from homejournal.storage.projecting import Touched
    from homejournal.storage.store import Store

NEWEST = 50
"""How many revisions the quick check at a start reads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """What a check found: revisions read, how many are changed bytes, rows that do not fit."""

    revisions: int
    records: int
    changed: int
    rows_off: int
    file_ok: bool

    @property
    def is_sound(self) -> bool:
        """Return whether nothing is wrong."""
        return self.file_ok and not self.changed and not self.rows_off


def quick_check(store: "Store") -> bool:
    """Return whether the newest revisions are genuine and the file's structure is whole."""
    with store.reading() as connection:
        newest = connection.execute(sql.newest_revisions, {"limit": NEWEST})
        genuine = all(is_genuine(revision_of(row)) for row in newest)
        return genuine and _file_ok(connection, "quick_check")


def check(store: "Store") -> CheckReport:
    """Read everything: the file's structure, all hashes, and the typed rows against the bodies."""
    with store.reading() as connection:
        file_ok = _file_ok(connection, "integrity_check") and _index_ok(connection)
        rows = [revision_of(row) for row in connection.execute(sql.every_revision)]
        changed = sum(not is_genuine(revision) for revision in rows)
        if changed:
            return CheckReport(
                revisions=len(rows), records=0, changed=changed, rows_off=0, file_ok=file_ok
            )
        touched = all_touched(connection)
        numbers = store.keys.find(connection, all_ids(touched))
        rows_off = _rows_off(connection, numbers, touched)
    return CheckReport(
        revisions=len(rows), records=len(touched), changed=0, rows_off=rows_off, file_ok=file_ok
    )


def _rows_off(connection: "Connection", numbers: "dict[UUID, int]", touched: "Touched") -> int:
    """Count the rows that are not what the bodies say, missing and surplus ones included."""
    children = {row.record: row.child for row in connection.execute(head.select())}
    projection = Projection(numbers, children)
    wanted: list[Rows] = [
        projection.rows(numbers[record], kind, stored)
        for record, (kind, _, stored) in touched.items()
    ]
    return (
        _differences(connection, head, [rows.head for rows in wanted])
        + _differences(connection, practice, [rows.practice for rows in wanted if rows.practice])
        + _differences(connection, day_mark, [rows.mark for rows in wanted if rows.mark])
    )


def _differences(connection: "Connection", table: "Table", wanted: list[dict[str, Any]]) -> int:
    names = [column.name for column in table.columns]
    here = {tuple(row) for row in connection.execute(table.select())}
    told = {tuple(row[name] for name in names) for row in wanted}
    return len(here ^ told)


def _file_ok(connection: "Connection", pragma: str) -> bool:
    return connection.exec_driver_sql(f"PRAGMA {pragma}").scalars().all() == ["ok"]


def _index_ok(connection: "Connection") -> bool:
    """Return whether the search index holds exactly the notes that stand."""
    from sqlalchemy import func, select

    notes = select(func.count()).select_from(head).where(head.c.kind.in_((3, 4)))
    indexed = connection.exec_driver_sql("SELECT count(*) FROM note_fts_docsize").scalar_one()
    return bool(connection.execute(notes.where(head.c.versions > 0)).scalar_one() == indexed)
