"""From whom a strategy is, and since which day it is planned."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from homejournal.domain.plan_steps.in_force import in_order
from homejournal.domain.records.people import TeamMember
from homejournal.domain.records.plan import PlanStep, Strategy
from homejournal.domain.records.visits import Visit
from homejournal.domain.sentences.counts import SuggestedBy


def suggested_by(
    strategy: Strategy,
    steps: Iterable[PlanStep],
    team: Mapping[UUID, TeamMember],
    visits: Iterable[Visit] = (),
) -> SuggestedBy | None:
    """Return who suggested a strategy and its first planned day; None where neither is known.

    The visit of the first step is told where that person was there.
    """
    person = team.get(strategy.suggested_by) if strategy.suggested_by else None
    first = next(iter(in_order(steps)), None)
    if person is None:
        return SuggestedBy(None, None, first.from_day) if first else None
    at = (one.day for one in visits if first and one.id == first.visit and person.id in one.people)
    since = first.from_day if first else None
    return SuggestedBy(person.name, person.discipline, since, next(at, None))
