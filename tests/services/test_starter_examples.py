"""Starter examples and copies in a real journal: taken, undone, removed, and never twice."""

from dataclasses import replace
from uuid import uuid4

import pytest

from homejournal.domain.plan.plan_page import plan_state
from homejournal.domain.records.children import Child
from homejournal.domain.records.notes import PrivateNote
from homejournal.domain.records.people import TeamMember
from homejournal.domain.records.plan import Outcome, Strategy
from homejournal.domain.records.practices import DayMark, MarkKind
from homejournal.services.days.days import PracticeTold
from tests.journals import TODAY

MAYA, ADA = Child(id=uuid4(), name="Maya"), Child(id=uuid4(), name="Ada")


@pytest.fixture
def starters(journal):
    journal.records.save(MAYA, ADA)
    return journal.starters


def take(starters, *places, child=MAYA, language="en"):
    offered = starters.offered(child.id, language, TODAY)
    return starters.take(offered, [offered.offers[place].strategy.id for place in places])


def planned(journal, child=MAYA):
    return plan_state(journal.family(), child.id, TODAY).strategies


def test_what_is_chosen_begins_today_as_one_step_and_nothing_else_is_taken(journal, starters):
    change = take(starters, 0, 2)

    wanted = {"Offer two things to choose from": "Meals", "Say what we wash": "Bath"}
    found = planned(journal)
    assert {one.strategy.name: one.routines[0].name for one in found} == wanted
    assert all(one.strategy.example and one.since == TODAY for one in found)
    assert {routine.name for routine in journal.family().routines.values()} == {"Meals", "Bath"}
    journal.undo(change)
    assert journal.family().strategies == {}
    assert journal.family().routines == {}


def test_an_example_that_was_taken_is_not_offered_again_in_any_language(journal, starters):
    take(starters, 0)
    (mine,) = journal.family().strategies.values()
    journal.records.save(replace(mine, name="Two cups", example=False))

    for language in ("en", "es", "ar"):
        first, *others = starters.offered(MAYA.id, language, TODAY).offers
        assert first.here
        assert not any(one.here for one in others)


def test_a_language_without_examples_gets_the_english_ones(starters):
    first = starters.offered(MAYA.id, "fr", TODAY).offers[0]

    assert first.strategy.name == "Offer two things to choose from"


def test_a_brother_or_sister_can_take_the_same_example_as_their_own(journal, starters):
    take(starters, 0)
    take(starters, 0, child=ADA)

    (hers,), (other,) = planned(journal), planned(journal, ADA)
    assert hers.strategy.name == other.strategy.name
    assert hers.strategy.id != other.strategy.id
    assert starters.offered(ADA.id, "en", TODAY).offers[0].here


def test_an_example_is_removed_with_its_steps_and_undo_brings_it_back(journal, starters):
    take(starters, 0)
    (mine,) = journal.family().strategies.values()

    change = starters.remove(mine)

    assert (journal.family().strategies, journal.family().steps) == ({}, {})
    journal.undo(change)
    assert list(journal.family().strategies.values()) == [mine]
    assert len(journal.family().steps[mine.id]) == 1


def practice(journal, strategy):
    journal.days.did_it(strategy.id, TODAY, PracticeTold(rating=2))


def mark(journal, strategy):
    said = {"child": MAYA.id, "strategy": strategy.id, "day": TODAY}
    journal.records.save(DayMark(id=uuid4(), mark=MarkKind.NOT_TODAY, **said))


def private_note(journal, strategy):
    said = {"child": MAYA.id, "strategy": strategy.id, "day": TODAY}
    journal.records.save(PrivateNote(id=uuid4(), text="Only for us", **said))


def made_our_own(journal, strategy):
    journal.records.save(replace(strategy, example=False))


@pytest.mark.parametrize("written", [practice, mark, private_note, made_our_own])
def test_what_something_is_written_about_or_is_no_example_stays(journal, starters, written):
    take(starters, 0)
    written(journal, *journal.family().strategies.values())
    (mine,) = journal.family().strategies.values()

    assert not starters.can_remove(mine)
    assert starters.remove(mine).moves == ()
    assert list(journal.family().strategies) == [mine.id]


def test_a_copy_is_the_childs_own_and_can_be_undone(journal, starters):
    dana = TeamMember(id=uuid4(), name="Dana")
    outcome = Outcome(id=uuid4(), child=MAYA.id, text="She asks.")
    take(starters, 0)
    (mine,) = journal.family().strategies.values()
    mine = replace(mine, suggested_by=dana.id, outcome=outcome.id)
    journal.records.save(dana, outcome, mine)
    journal.days.did_it(mine.id, TODAY, PracticeTold(rating=2))

    change = journal.plan.copy(planned(journal)[0], ADA.id, TODAY)

    (hers,) = planned(journal, ADA)
    assert isinstance(hers.strategy, Strategy)
    assert (hers.strategy.name, hers.strategy.suggested_by) == (mine.name, dana.id)
    assert (hers.strategy.outcome, hers.since) == (None, TODAY)
    assert journal.days.between(ADA.id, TODAY, TODAY).practices == ()
    journal.undo(change)
    assert planned(journal, ADA) == ()
