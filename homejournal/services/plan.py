"""Outcomes, strategies and their dated steps."""

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from homejournal.domain.changes import Change
from homejournal.domain.plan import Outcome, PlanStep, Routine, Strategy
from homejournal.services.records import Records
from homejournal.services.session import Session

if TYPE_CHECKING:
    from homejournal.domain.plan_state import StrategyInPlan


class Plan:
    """The plan of the family and its team."""

    def __init__(self, session: Session, records: Records) -> None:
        self._session = session
        self._records = records

    def start(self, strategy: Strategy, step: PlanStep) -> Change:
        """Begin a strategy: the strategy and its first step."""
        return self._records.save(strategy, step)

    def add_step(self, step: PlanStep) -> Change:
        """Change, pause, restart or finish a strategy from a day on; days before stay."""
        return self._records.save(step)

    def correct(self, *records: Outcome | Routine | Strategy | PlanStep) -> Change:
        """Correct words in place, for all days: nothing that was done changes."""
        return self._records.save(*records)

    def copy(self, shown: "StrategyInPlan", child: UUID, today: date) -> Change:
        """Give a brother or sister their own copy of a strategy, which begins today."""
        from homejournal.domain.plan_copy import PlanCopy, copied

        asked = PlanCopy(shown=shown, child=child, day=today, new_id=uuid4())
        return self._records.save(*copied(self._session.family(), asked))
