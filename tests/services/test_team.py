"""Our team in a real journal: listed with what belongs to each, left, removed and brought back."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from homejournal.domain.records.children import Child
from homejournal.domain.records.people import Channel, Contact, TeamMember
from homejournal.domain.records.plan import PlanStep, Strategy
from homejournal.domain.records.visits import Asked, Visit
from tests.journals import TODAY

DAY = timedelta(days=1)
CHILD, OTHER = Child(id=uuid4(), name="Owen"), Child(id=uuid4(), name="Ada")
DANA, BEN, ANA = (TeamMember(id=uuid4(), name=name) for name in ("Dana", "Ben", "ana"))


@pytest.fixture
def team(journal):
    journal.records.save(CHILD, OTHER, DANA, BEN, ANA)
    return journal.team


def a_visit(days, *people, child=CHILD):
    who = tuple(person.id for person in people)
    return Visit(id=uuid4(), child=child.id, day=TODAY + days * DAY, people=who)


def a_contact(days, who=DANA, words="Talked"):
    return Contact(id=uuid4(), team=who.id, day=TODAY + days * DAY, way=Channel.PHONE, words=words)


def planned(name, who=DANA, child=CHILD, days=0):
    strategy = Strategy(id=uuid4(), child=child.id, name=name, suggested_by=who.id)
    return strategy, PlanStep(id=uuid4(), strategy=strategy.id, from_day=TODAY + days * DAY)


def told(team, person=DANA):
    listed = team.listed(CHILD.id, TODAY)
    return next(one for one in (*listed.here, *listed.left) if one.person.id == person.id)


def test_everybody_stands_by_name_and_whoever_left_stands_apart(journal, team):
    journal.records.save(replace(BEN, left=TODAY), replace(DANA, left=TODAY + DAY))
    listed = team.listed(CHILD.id, TODAY)
    assert [one.person.name for one in listed.here] == ["ana", "Dana"]
    assert [one.person.name for one in listed.left] == ["Ben"]


def test_a_person_has_the_visits_strategies_and_contacts_that_are_theirs(journal, team):
    visits = [a_visit(n, DANA, BEN) for n in (-20, -3, 2, 9)]
    (later, step2), (first, step1) = planned("Later", days=-1), planned("First", days=-8)
    journal.records.save(*visits, later, step2, first, step1, *planned("Ben's", BEN))
    old, new, newest = a_contact(-5), a_contact(-1, words="a"), a_contact(-1, words="b")
    journal.records.save(old)
    journal.records.save(new)
    journal.records.save(newest)
    journal.records.save(a_contact(0, BEN))
    dana = told(team)
    assert (dana.next_visit, dana.last_visit) == (visits[2], visits[1])
    assert dana.suggested == (first, later)
    assert dana.contacts == (newest, new, old)
    assert (told(team, ANA).next_visit, told(team, ANA).contacts) == (None, ())


def test_another_child_has_visits_and_strategies_of_its_own_but_the_same_people(journal, team):
    journal.records.save(a_visit(1, DANA, child=OTHER), *planned("Hers", child=OTHER))
    assert (told(team).next_visit, told(team).suggested) == (None, ())
    assert told(team).named


def test_somebody_whom_nothing_names_is_deleted_and_comes_back_with_undo(journal, team):
    assert not told(team, ANA).named
    change = team.remove(ANA, TODAY)
    assert journal.records.get(ANA.id) is None
    journal.undo(change)
    assert journal.records.get(ANA.id) == ANA


def naming():
    visit, nobody = a_visit(0, DANA), a_visit(0)
    asked = Asked(id=uuid4(), visit=nobody.id, asked_by=DANA.id, text="Does he point?")
    return {
        "visit": (visit,),
        "visit of another child": (a_visit(0, BEN, DANA, child=OTHER),),
        "strategy": planned("Wait"),
        "question": (nobody, asked),
        "contact": (a_contact(0),),
    }


@pytest.mark.parametrize("kind", naming())
def test_whoever_is_named_elsewhere_left_the_team_instead(journal, team, kind):
    journal.records.save(*naming()[kind])
    assert told(team).named
    change = team.remove(DANA, TODAY)
    assert journal.records.get(DANA.id) == replace(DANA, left=TODAY)
    journal.undo(change)
    assert journal.records.get(DANA.id) == DANA


def test_the_day_on_which_somebody_left_is_kept(journal, team):
    journal.records.save(a_contact(0))
    left = replace(DANA, left=TODAY - 9 * DAY)
    journal.records.save(left)
    assert team.remove(left, TODAY).moves == ()
    leaving = replace(DANA, left=TODAY + 9 * DAY)
    journal.records.save(leaving)
    team.remove(leaving, TODAY)
    assert journal.records.get(DANA.id).left == TODAY


def test_whoever_left_comes_back(journal, team):
    left = replace(DANA, left=TODAY)
    journal.records.save(left)
    team.bring_back(left)
    assert told(team).person == DANA
    assert team.listed(CHILD.id, TODAY).left == ()


def test_fifty_people_of_one_name_are_all_there(journal, team):
    journal.records.save(*(TeamMember(id=uuid4(), name="Dana") for _ in range(50)))
    listed = team.listed(CHILD.id, TODAY)
    assert len(listed.here) == 53
    assert listed == team.listed(CHILD.id, TODAY)
