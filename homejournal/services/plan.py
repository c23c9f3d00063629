"""Outcomes with their ladders and reviews, strategies and their dated steps."""

from datetime import date
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID, uuid4

from homejournal.domain.plan.outcomes import OutcomeRecords, RatedLadder, outcome_records
from homejournal.domain.records.changes import Change
from homejournal.domain.records.ladders_and_feelings import Ladder, LadderRating, OutcomeReview
from homejournal.domain.records.record import Kind
from homejournal.services.records.records import Records
from homejournal.services.session import Session

if TYPE_CHECKING:
    from homejournal.domain.plan.plan_page import StrategyInPlan


R = TypeVar("R", Ladder, LadderRating, OutcomeReview)


class Outcomes:
    """Reads what belongs to outcomes; it is written and removed as every record is."""

    def __init__(self, session: Session, records: Records) -> None:
        self._session = session
        self._records = records

    def of(self, child: UUID) -> tuple[OutcomeRecords, ...]:
        """Return a child's outcomes with what belongs to each, as the plan orders them."""
        ladders, ratings = self._of(Kind.LADDER, Ladder), self._of(Kind.LADDER_RATING, LadderRating)
        reviews = self._of(Kind.OUTCOME_REVIEW, OutcomeReview)
        return tuple(
            outcome_records(one, ladders, ratings, reviews)
            for one in self._session.family().outcomes_of(child)
        )

    def remove_ladder(self, rated: RatedLadder) -> Change:
        """Remove a ladder with what was rated on it, as one step."""
        return self._records.delete(rated.ladder.id, *(rating.id for rating in rated.ratings))

    def _of(self, kind: Kind, cls: type[R]) -> list[R]:
        return [one for one in self._records.all_of(kind) if isinstance(one, cls)]


class Plan:
    """The plan of the family and its team."""

    def __init__(self, session: Session, records: Records) -> None:
        self._session = session
        self._records = records

    def copy(self, shown: "StrategyInPlan", child: UUID, today: date) -> Change:
        """Give a brother or sister their own copy of a strategy, which begins today."""
        from homejournal.domain.plan.plan_page import PlanCopy, copied

        asked = PlanCopy(shown=shown, child=child, day=today, new_id=uuid4())
        return self._records.save(*copied(self._session.family(), asked))
