"""From whom a strategy is, and since when: as far as anything is known."""

from dataclasses import replace
from uuid import uuid4

from homejournal.domain.plan.plan_page import suggested_by
from homejournal.domain.records.people import TeamMember
from homejournal.domain.records.plan import PlanStep
from homejournal.domain.records.visits import Visit
from homejournal.domain.sentences.values import SuggestedBy
from tests.domain.small import Small
from tests.family import day


def test_it_names_the_professional_and_the_first_planned_day():
    small = Small()
    small.change(9)
    people = {record.id: record for record in small.child.records if isinstance(record, TeamMember)}
    steps = [record for record in small.child.records if isinstance(record, PlanStep)]

    assert suggested_by(small.strategy, steps, people) == SuggestedBy("Dana", "speech", day(2))
    assert suggested_by(small.strategy, [], people) == SuggestedBy("Dana", "speech", None)
    assert suggested_by(small.strategy, steps, {}) == SuggestedBy(None, None, day(2))


def test_the_visit_of_the_first_step_is_told_where_that_person_was_there():
    small = Small()
    dana = next(record for record in small.child.records if isinstance(record, TeamMember))
    met = Visit(id=uuid4(), child=small.child.id, day=day(1), people=(dana.id,))
    steps, team = [replace(small.step, visit=met.id)], {dana.id: dana}

    told = suggested_by(small.strategy, steps, team, [met])
    assert told == SuggestedBy("Dana", "speech", day(2), day(1))
    without = replace(met, people=())
    assert suggested_by(small.strategy, steps, team, [without]).visit is None
    assert suggested_by(small.strategy, steps, {}, [met]) == SuggestedBy(None, None, day(2))
    assert suggested_by(small.strategy, [small.step], team, [met]).visit is None


def test_where_nothing_is_known_nothing_is_said():
    assert suggested_by(Small().strategy, [], {}) is None
