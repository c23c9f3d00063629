"""Outcomes with what belongs to them: ladders, where the child stood, what reviews said."""

from typing import TypeVar
from uuid import UUID

from homejournal.domain.plan.outcome_ladders import OutcomeRecords, RatedLadder, outcome_records
from homejournal.domain.records.changes import Change
from homejournal.domain.records.ladders import Ladder, LadderRating, OutcomeReview
from homejournal.domain.records.record import Kind
from homejournal.services.records.records import Records
from homejournal.services.session import Session

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
        return self._records.delete(rated.ladder.id, *(one.id for one in rated.ratings))

    def _of(self, kind: Kind, cls: type[R]) -> list[R]:
        return [one for one in self._records.all_of(kind) if isinstance(one, cls)]
