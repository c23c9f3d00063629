"""Handing strategies over and taking them in, in a real journal."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from homejournal.domain.plan.plan_files import ImportEffect
from homejournal.domain.records.people import Channel, TeamMember, Way
from homejournal.domain.records.plan import Outcome, PlanStep, Routine, StepKind
from homejournal.domain.records.visits import Visit
from tests.exchange.plan_files import HANDWRITTEN, as_bytes, with_first
from tests.journals import child, note, practice, step, strategy


@pytest.fixture
def mateo(journal):
    made = child(name="Mateo", surname="Rivera")
    journal.records.save(made)
    return made


def preview(journal, of, told=HANDWRITTEN):
    return journal.plan_files.preview(as_bytes(told), of.id)


def ids(shown, *kinds):
    return {item.record.id for item in shown.items if not kinds or isinstance(item.record, kinds)}


def take_all(journal, of, told=HANDWRITTEN):
    shown = preview(journal, of, told)
    return journal.plan_files.take(shown, ids(shown))


def test_nothing_is_written_by_looking(journal, mateo):
    shown = preview(journal, mateo)
    assert [item.fate for item in shown.items] == [ImportEffect.NEW] * 5
    assert not journal.family().strategies


def test_what_is_chosen_is_taken_as_one_step_that_can_be_undone(journal, mateo):
    change = take_all(journal, mateo)
    family = journal.family()
    (made,) = family.strategies_of(mateo.id)
    assert family.team[made.suggested_by].name == "Dana"
    assert family.steps[made.id][0].what == "Hold the cup and wait"
    assert preview(journal, mateo).changes_nothing

    journal.undo(change)
    assert not journal.family().strategies
    assert not journal.family().team


def test_what_is_not_chosen_is_named_by_nothing(journal, mateo):
    shown = preview(journal, mateo)
    chosen = ids(shown) - ids(shown, TeamMember, Outcome, Routine)
    journal.plan_files.take(shown, chosen)
    (made,) = journal.family().strategies_of(mateo.id)
    assert (made.outcome, made.suggested_by) == (None, None)
    assert journal.family().steps[made.id][0].routines == ()


def test_a_step_goes_only_with_its_strategy(journal, mateo):
    shown = preview(journal, mateo)
    journal.plan_files.take(shown, ids(shown, PlanStep, Routine))
    family = journal.family()
    assert not family.steps
    assert [routine.name for routine in family.routines.values()] == ["Snack"]


def test_people_and_routines_of_the_same_name_are_those_that_are_there(journal, mateo):
    own = Way(way=Channel.TEXT, value="555-0142", preferred=True)
    dana = TeamMember(id=uuid4(), name="DANA", role="our speech therapist", ways=(own,))
    snack = Routine(id=uuid4(), name="snack")
    journal.records.save(dana, snack)
    take_all(journal, mateo)

    family = journal.family()
    (person,), (routine,) = family.team.values(), family.routines.values()
    assert (person.id, person.name, person.role) == (dana.id, "DANA", "our speech therapist")
    assert person.discipline == "speech therapy"
    assert person.ways == (own, Way(way=Channel.EMAIL, value="dana@example.org"))
    assert (routine.id, routine.name) == (snack.id, "snack")


def test_a_new_person_keeps_the_way_they_prefer(journal, mateo):
    dana = TeamMember(id=uuid4(), name="Dana")
    journal.records.save(dana)
    take_all(journal, mateo)
    assert journal.family().team[dana.id].ways[0].preferred


def test_what_the_file_does_not_say_stays_and_what_it_says_is_told_beside_it(journal, mateo):
    take_all(journal, mateo)
    (made,) = journal.family().strategies_of(mateo.id)
    (first,) = journal.family().steps[made.id]
    visit = Visit(id=uuid4(), child=mateo.id, day=date(2026, 3, 13))
    journal.records.save(visit, replace(first, visit=visit.id, why="He likes it"))

    shown = preview(journal, mateo, with_first("plan_steps", what="Wait five seconds"))
    (changed,) = [item for item in shown.items if item.fate is ImportEffect.CHANGED]
    assert (changed.before.what, changed.record.what) == (
        "Hold the cup and wait",
        "Wait five seconds",
    )
    assert (changed.record.visit, changed.record.why) == (visit.id, "He likes it")


def test_a_step_of_the_same_kind_and_day_is_written_over(journal, mateo):
    take_all(journal, mateo)
    told = with_first("plan_steps", id="another", what="Wait longer")
    shown = preview(journal, mateo, told)
    assert [item.fate for item in shown.items].count(ImportEffect.NEW) == 0
    journal.plan_files.take(shown, ids(shown))
    (steps,) = journal.family().steps.values()
    assert [one.what for one in steps] == ["Wait longer"]


def test_a_later_file_adds_a_change_to_the_same_strategy(journal, mateo):
    take_all(journal, mateo)
    changed = {"id": "wait-2", "step": "change", "from": "2026-04-13", "what": "Ask, then wait"}
    told = with_first("plan_steps", **changed)
    take_all(journal, mateo, told)
    (steps,) = journal.family().steps.values()
    assert [(one.step, one.from_day) for one in steps] == [
        (StepKind.START, date(2026, 3, 13)),
        (StepKind.CHANGE, date(2026, 4, 13)),
    ]


def test_a_brother_gets_his_own_copy_once(journal, mateo):
    take_all(journal, mateo)
    leo = child(name="Leo")
    journal.records.save(leo)
    take_all(journal, leo)
    assert preview(journal, leo).changes_nothing
    family = journal.family()
    (his,), (hers,) = family.strategies_of(leo.id), family.strategies_of(mateo.id)
    assert his.id != hers.id
    assert his.suggested_by == hers.suggested_by
    assert family.outcomes[his.outcome].child == leo.id
    assert len(family.team) == len(family.routines) == 1


def test_a_step_of_another_childs_strategy_is_never_moved(journal, mateo):
    ana = child(name="Ana")
    hers = strategy(ana, name="Her own")
    of_hers = step(hers, what="Her words")
    journal.records.save(ana, hers, of_hers)
    take_all(journal, mateo, with_first("plan_steps", id=str(of_hers.id)))
    family = journal.family()
    assert family.steps[hers.id] == (of_hers,)
    (made,) = family.strategies_of(mateo.id)
    assert [one.what for one in family.steps[made.id]] == ["Hold the cup and wait"]
    assert preview(journal, mateo, with_first("plan_steps", id=str(of_hers.id))).changes_nothing


def test_what_is_handed_over_holds_the_plan_and_nothing_else(journal, mateo):
    dana = TeamMember(
        id=uuid4(), name="Dana", ways=(Way(way=Channel.PHONE, value="555-0142"),), coordinator=True
    )
    visit = Visit(id=uuid4(), child=mateo.id, day=date(2026, 3, 13), people=(dana.id,))
    other = strategy(mateo, name="Not this one")
    mine = strategy(mateo, suggested_by=dana.id, example=True)
    journal.records.save(
        dana, visit, mine, other, step(mine, visit=visit.id), practice(mine), note(mateo)
    )
    data = journal.plan_files.export([mine.id], "For Dana")
    for kept in ("Rivera", "Mateo", "555-0142", str(visit.id), str(mateo.id), "Not this one"):
        assert kept not in data.decode()
    assert "example" not in data.decode()
    shown = journal.plan_files.preview(data, mateo.id)
    journal.records.save(replace(mine, example=False))
    assert journal.plan_files.preview(data, mateo.id).changes_nothing
    assert shown.name == "For Dana"
