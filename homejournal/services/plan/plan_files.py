"""Plan files: strategies handed over, looked at before anything of them is taken."""

from collections.abc import Collection
from uuid import UUID

from homejournal.domain.plan.plan_files import (
    PlanFile,
    PlanPreview,
    file_for,
    plan_of,
    preview_plan,
    records_taken,
)
from homejournal.domain.records.changes import Change
from homejournal.exchange.journal.plan_file import read_plan_file, write_plan_file
from homejournal.services.records.records import Records
from homejournal.services.session import Session


class PlanFiles:
    """The plan's way out to a professional, and in."""

    def __init__(self, session: Session, records: Records) -> None:
        self._session = session
        self._records = records

    def export(self, strategies: Collection[UUID], name: str) -> bytes:
        """Return these strategies as a plan file that calls itself `name`."""
        return write_plan_file(plan_of(self._session.family(), strategies, name))

    def preview(self, data: bytes, child: UUID) -> PlanPreview:
        """Return what is in a plan file and what it would change for a child; nothing is written.

        Raises ImportFaultsError with every fault of the file.
        """
        return self.preview_of(read_plan_file(data, child), child)

    def preview_of(self, file: PlanFile, child: UUID) -> PlanPreview:
        """Return what a plan file that was read already would change for a child."""
        return preview_plan(file_for(file, child), self._session.family(), child)

    def take(self, preview: PlanPreview, chosen: Collection[UUID]) -> Change:
        """Take what the family chose, as one step that can be undone."""
        return self._records.save(*records_taken(preview, chosen))
