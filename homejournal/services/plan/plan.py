"""Outcomes, strategies and their dated steps."""

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from homejournal.domain.records.changes import Change
from homejournal.services.records.records import Records
from homejournal.services.session import Session

if TYPE_CHECKING:
    from homejournal.domain.plan.plan_page import StrategyInPlan


class Plan:
    """The plan of the family and its team."""

    def __init__(self, session: Session, records: Records) -> None:
        self._session = session
        self._records = records

    def copy(self, shown: "StrategyInPlan", child: UUID, today: date) -> Change:
        """Give a brother or sister their own copy of a strategy, which begins today."""
        from homejournal.domain.plan.copy_to_sibling import PlanCopy, copied

        asked = PlanCopy(shown=shown, child=child, day=today, new_id=uuid4())
        return self._records.save(*copied(self._session.family(), asked))
