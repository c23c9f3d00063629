"""Whether a journal is sound: the file, every revision's bytes, and the projection beside them."""

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import func, select

from homejournal.domain.kept import MediaFault
from homejournal.domain.record import Kind
from homejournal.storage import sharing_statements as sharing_sql
from homejournal.storage import statements as sql
from homejournal.storage.codes import CODE_OF
from homejournal.storage.damage import Damage
from homejournal.storage.media import MediaFolder
from homejournal.storage.media_named import faults_of, named_in
from homejournal.storage.projecting import all_ids
from homejournal.storage.projection import Projection, Rows, Touched
from homejournal.storage.revisions import Revisions
from homejournal.storage.settings_rows import changed_settings
from homejournal.storage.tables import day_mark, head, practice, revision

if TYPE_CHECKING:
    from sqlalchemy import Connection, Table

    from homejournal.storage.store import Store

PARTS = 3
"""How many parts of a check are told of, before the last."""
_NOTES = (CODE_OF[Kind.NOTE], CODE_OF[Kind.PRIVATE_NOTE])


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """What a check found: revisions read, how many are changed bytes, rows that do not fit.

    `settings_changed` is how many of the journal's settings are not as they were written.
    `media` is how many pictures and hand-outs the journal names, those that can be brought back
    among them; `media_faults` tells which of them are not as they were kept.
    """

    revisions: int
    records: int
    changed: int
    rows_off: int
    file_ok: bool
    settings_changed: int
    media: int
    media_faults: tuple[MediaFault, ...]

    @property
    def is_sound(self) -> bool:
        """Return whether nothing is wrong with what is written."""
        wrong = self.changed or self.rows_off or self.settings_changed
        return self.file_ok and not wrong


def _go_on() -> None:
    """Go on: nobody wants to hear of each part."""


def check(store: "Store", part_done: Callable[[], None] = _go_on) -> CheckReport:
    """Read everything: the file's structure, all hashes, the typed rows against the bodies, media.

    `part_done` is called after each of PARTS parts, and may raise to end the work. Raises
    JournalDamagedError where the file cannot even be read through.
    """
    damage = Damage(store.folder.path)
    with store.reading() as connection:
        file_ok = _file_ok(connection, "integrity_check") and _index_ok(connection)
        part_done()
        found = Revisions(connection, store.keys, damage).every()
        _read_waiting(connection, damage)
        part_done()
        touched = {
            record: Touched(stored[0].revision.told().kind, (), stored)
            for record, stored in found.items()
        }
        ids = all_ids(touched)
        numbers = store.keys.find(connection, ids)
        unnumbered = len(ids.keys() - numbers.keys())
        named = named_in(found)
        part_done()
        return CheckReport(
            revisions=connection.execute(select(func.count()).select_from(revision)).scalar_one(),
            records=len(touched),
            changed=damage.found,
            rows_off=0 if damage.found else unnumbered or _rows_off(connection, numbers, touched),
            file_ok=file_ok,
            settings_changed=len(_changed_settings(connection)),
            media=len(named),
            media_faults=faults_of(MediaFolder(store.folder, store.key), named),
        )


def _read_waiting(connection: "Connection", damage: Damage) -> None:
    """Count what waits for a newer homejournal and is not as it came."""
    deque(damage.waiting(connection.execute(sharing_sql.all_newer)), maxlen=0)


def _rows_off(
    connection: "Connection", numbers: Mapping[UUID, int], touched: Mapping[UUID, Touched]
) -> int:
    """Count the rows that are not what the bodies say, missing and surplus ones included."""
    strategies = select(head.c.record, head.c.child).where(head.c.kind == CODE_OF[Kind.STRATEGY])
    projection = Projection(numbers, dict(connection.execute(strategies).all()))
    wanted: list[Rows] = [
        projection.rows(numbers[record], entry.kind, entry.now) for record, entry in touched.items()
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


def _changed_settings(connection: "Connection") -> frozenset[str]:
    return changed_settings({row.name: row.value for row in connection.execute(sql.all_meta)})


def _file_ok(connection: "Connection", pragma: str) -> bool:
    return connection.exec_driver_sql(f"PRAGMA {pragma}").scalars().all() == ["ok"]


def _index_ok(connection: "Connection") -> bool:
    """Return whether the search index holds exactly the notes that stand, by their places."""
    notes = select(head.c.place).where(head.c.kind.in_(_NOTES), head.c.versions > 0)
    indexed = connection.exec_driver_sql("SELECT id FROM note_fts_docsize").scalars()
    return set(indexed) == set(connection.execute(notes).scalars())
