"""Taking in a table that a family kept before: read, shown, and then taken or left."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from homejournal.domain.changes import Change
from homejournal.domain.kept_table import TablePlan, TableRead, read_table
from homejournal.domain.plan import PlanStep
from homejournal.services.backups import Backups
from homejournal.services.session import Session


class KeptTables:
    """What a family wrote down in a spreadsheet before it had a journal."""

    def __init__(self, session: Session, backups: Backups) -> None:
        self._session, self._backups = session, backups

    def read(self, rows: Sequence[Sequence[str]], plan: TablePlan) -> TableRead:
        """Return what a table would bring; what came from it before is left out."""
        from homejournal.storage.arriving import standing

        session = self._session
        told = read_table(rows, plan, session.family(), session.clock())
        with session.store.reading() as connection:
            known = standing(session.store, connection, [one.id for one in told.records])
        fresh = tuple(one for one in told.records if one.id not in known)
        return replace(told, records=fresh)

    def take(self, read: TableRead, *, begin_plan: bool) -> Change:
        """Take it in as one step; a copy of the journal is made before.

        With `begin_plan` the plans of strategies begin as early as the table does, so that its days
        count as planned ones. Raises the disk's errors.
        """
        self._backups.before("import")
        begun = list(self._begun(read)) if begin_plan else []
        with self._session.step() as step:
            step.did(step.writer.put([*begun, *read.records]))
        return step.change

    def _begun(self, read: TableRead) -> Iterator[PlanStep]:
        steps = self._session.family().steps
        for strategy, day in read.before_plan.items():
            yield replace(steps[strategy][0], from_day=day)
