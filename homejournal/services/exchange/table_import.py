"""Taking in a table that a family kept before: read, shown, and then taken or left."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from homejournal.domain.records.changes import Change
from homejournal.domain.records.plan import PlanStep
from homejournal.domain.sharing.table_import import TablePlan, TableRead, read_table
from homejournal.services.safe.copies.backups import Backups
from homejournal.services.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from homejournal.domain.records.family import Family
    from homejournal.domain.records.record import Record
    from homejournal.storage.journal.prepared_writes import Ahead
    from homejournal.storage.journal.store import Store
    from homejournal.storage.journal.writer import Writer
    from homejournal.storage.records.revision_writing import Planned


class KeptTables:
    """What a family wrote down in a spreadsheet before it had a journal."""

    def __init__(self, session: Session, backups: Backups) -> None:
        self._session, self._backups = session, backups

    def reading(self, rows: Sequence[Sequence[str]], plan: TablePlan) -> "Callable[[], TableRead]":
        """Return the call that reads a table for the journal as it stands, on any thread.

        What came from it before is left out, unless all of that was taken back or deleted.
        """
        session = self._session
        return partial(_read, session.store, (rows, plan), session.family(), session.clock())

    def working_out(self, read: TableRead, *, begin_plan: bool) -> "Callable[[], Ahead[Planned]]":
        """Return the call that works out all that `take` writes, which any thread may do.

        It raises what `take` raises.
        """
        records = self._records(read, begin_plan=begin_plan)
        return partial(self._session.working_out().step, records, partial(_putting, records))

    def take(
        self, read: TableRead, *, begin_plan: bool, ahead: "Ahead[Planned] | None" = None
    ) -> Change:
        """Take it in as one step; a copy of the journal is made before.

        With `begin_plan` the plans of strategies begin as early as the table does, so that its days
        count as planned ones. What was worked out `ahead` is only written, if nothing else was
        written since. Raises the disk's errors.
        """
        from homejournal.storage.journal.prepared_writes import made_now

        self._backups.before("import")
        records = self._records(read, begin_plan=begin_plan)
        with self._session.step() as step:
            planned = made_now(step, records, partial(_putting, records), ahead)
            step.did(step.writer.write(planned))
        return step.change

    def _records(self, read: TableRead, *, begin_plan: bool) -> "tuple[Record, ...]":
        return (*self._begun(read), *read.records) if begin_plan else read.records

    def _begun(self, read: TableRead) -> Iterator[PlanStep]:
        steps = self._session.family().steps
        for strategy, day in read.before_plan.items():
            yield replace(steps[strategy][0], from_day=day)


def _read(
    store: "Store",
    table: tuple[Sequence[Sequence[str]], TablePlan],
    family: "Family",
    now: "datetime",
) -> TableRead:
    from homejournal.storage.records.revision_writing import heads_now
    from homejournal.storage.sharing.incoming import standing

    told = read_table(*table, family, now)
    with store.beside() as (reading, connection):
        known = standing(reading, connection, [one.id for one in told.records])
    if not any(heads_now(stored)[0].says_something for stored in known.values()):
        return told  # all that came from it was taken back
    return replace(told, records=tuple(one for one in told.records if one.id not in known))


def _putting(records: "tuple[Record, ...]", writer: "Writer") -> "Planned":
    return writer.putting(records)
