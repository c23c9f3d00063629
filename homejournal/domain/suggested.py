"""From whom a strategy is, and since which day it is planned."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from homejournal.domain.people import TeamMember
from homejournal.domain.plan import PlanStep, Strategy
from homejournal.domain.sentences import SuggestedBy


def suggested_by(
    strategy: Strategy, steps: Iterable[PlanStep], team: Mapping[UUID, TeamMember]
) -> SuggestedBy | None:
    """Return who suggested a strategy and its first planned day; None where neither is known."""
    person = team.get(strategy.suggested_by) if strategy.suggested_by else None
    since = min((step.from_day for step in steps), default=None)
    if person is None and since is None:
        return None
    return SuggestedBy(
        person.name if person else None, person.discipline if person else None, since
    )
