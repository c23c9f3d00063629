"""From whom a strategy is, and since when: as far as anything is known."""

from homejournal.domain.people import TeamMember
from homejournal.domain.plan import PlanStep
from homejournal.domain.sentences import SuggestedBy
from homejournal.domain.suggested import suggested_by
from tests.domain.small import Small
from tests.family import day


def test_it_names_the_professional_and_the_first_planned_day():
    small = Small()
    small.change(9)
    people = {one.id: one for one in small.child.records if isinstance(one, TeamMember)}
    steps = [one for one in small.child.records if isinstance(one, PlanStep)]

    assert suggested_by(small.strategy, steps, people) == SuggestedBy("Dana", "speech", day(2))
    assert suggested_by(small.strategy, [], people) == SuggestedBy("Dana", "speech", None)
    assert suggested_by(small.strategy, steps, {}) == SuggestedBy(None, None, day(2))


def test_where_nothing_is_known_nothing_is_said():
    assert suggested_by(Small().strategy, [], {}) is None
