"""The plan: outcomes with ladders and reviews, strategies, plan files, starter examples."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID, uuid4

from homejournal.domain.days.periods import Period
from homejournal.domain.plan.outcomes import OutcomeRecords, RatedLadder, outcome_records
from homejournal.domain.plan.plan_files import (
    PlanFile,
    PlanPreview,
    StarterOffer,
    beginning_on,
    file_for,
    ids_taken,
    plan_of,
    preview_plan,
    records_taken,
    starter_offers,
)
from homejournal.domain.records.changes import Change
from homejournal.domain.records.kinds import REFERENCES, references_of
from homejournal.domain.records.ladders_and_feelings import Ladder, LadderRating, OutcomeReview
from homejournal.domain.records.plan import Strategy
from homejournal.domain.records.record import Kind
from homejournal.exchange.plan_file import read_plan_file, write_plan_file
from homejournal.resources import resource
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
            outcome_records(outcome, ladders, ratings, reviews)
            for outcome in self._session.family().outcomes_of(child)
        )

    def remove_ladder(self, rated: RatedLadder) -> Change:
        """Remove a ladder with what was rated on it, as one step."""
        return self._records.delete(rated.ladder.id, *(rating.id for rating in rated.ratings))

    def _of(self, kind: Kind, cls: type[R]) -> list[R]:
        return [ladder for ladder in self._records.all_of(kind) if isinstance(ladder, cls)]


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


class PlanFiles:
    """The plan's way out to a professional, and in."""

    def __init__(self, session: Session, records: Records) -> None:
        self._session = session
        self._records = records

    def export(self, strategies: Collection[UUID], name: str) -> bytes:
        """Return these strategies as a plan file that calls itself `name`."""
        return write_plan_file(plan_of(self._session.family(), strategies, name))

    def preview(self, data: bytes, child: UUID) -> PlanPreview:
        """Return the contents of a plan file and its changes for a child, without writing them.

        Raises ImportFaultsError with every fault of the file.
        """
        return self.preview_of(read_plan_file(data, child), child)

    def preview_of(self, file: PlanFile, child: UUID) -> PlanPreview:
        """Return what a plan file that was read already would change for a child."""
        return preview_plan(file_for(file, child), self._session.family(), child)

    def take(self, preview: PlanPreview, chosen: Collection[UUID]) -> Change:
        """Take what the family chose, as one step that can be undone."""
        return self._records.save(*records_taken(preview, chosen))


_FIRST_LANGUAGE = "en"
_ALL_DAYS = Period(date.min, date.max)
_NAMING_STRATEGIES = tuple(
    kind
    for kind, named in REFERENCES.items()
    if kind not in {Kind.PLAN_STEP, Kind.PRACTICE}
    and any(one.kind is Kind.STRATEGY for one in named)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StarterList:
    """The examples for a child on a day, with what taking them would write."""

    preview: PlanPreview
    offers: tuple[StarterOffer, ...]


class Starters:
    """Examples to begin with, marked as such; each call that writes is one step to undo."""

    def __init__(self, session: Session, records: Records, plan_files: PlanFiles) -> None:
        self._session = session
        self._records = records
        self._plan_files = plan_files

    def offered(self, child: UUID, language: str, today: date) -> StarterList:
        """Return the examples in a language, or in English where it has none."""
        path = resource("starters", f"{language}.hjplan")
        if not path.is_file():
            path = resource("starters", f"{_FIRST_LANGUAGE}.hjplan")
        file = beginning_on(read_plan_file(path.read_bytes(), child), today)
        family = self._session.family()
        preview = preview_plan(file, family, child)
        return StarterList(
            preview=preview, offers=starter_offers(preview, family.strategies_of(child))
        )

    def take(self, offered: StarterList, chosen: Collection[UUID]) -> Change:
        """Add the examples with these ids to the plan; existing records stay unchanged."""
        return self._plan_files.take(offered.preview, ids_taken(offered.offers, chosen))

    def can_remove(self, strategy: Strategy) -> bool:
        """Return whether a strategy is an example that nothing was written about."""
        return strategy.example and not self._is_named(strategy.id)

    def remove(self, strategy: Strategy) -> Change:
        """Remove an example with its steps, or nothing where something was written about it."""
        if not self.can_remove(strategy):
            return Change(())
        steps = self._session.family().steps.get(strategy.id, ())
        return self._records.delete(strategy.id, *(step.id for step in steps))

    def _is_named(self, strategy: UUID) -> bool:
        with self._session.asking() as queries:
            if queries.practice_rows(strategy, _ALL_DAYS):
                return True
        return any(
            (Kind.STRATEGY, strategy) in references_of(record)
            for kind in _NAMING_STRATEGIES
            for record in self._records.all_of(kind)
        )
