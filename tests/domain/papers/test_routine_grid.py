"""The grid of routines: who lives where, and a click as an edit of the step in force."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from homejournal.domain.errors import InvalidValueError, RecordMissingError
from homejournal.domain.papers.printed_sheets import routine_grid, step_moved
from homejournal.domain.plan.plan_page import StrategyInPlan, plan_state
from homejournal.domain.records.children import Child
from homejournal.domain.records.family import Family
from homejournal.domain.records.plan import PlanStep, Routine, StepKind, Strategy, in_order

NOAH, ZOE = Child(id=UUID(int=1), name="Noah"), Child(id=UUID(int=2), name="Zoe")
TODAY = date(2026, 3, 20)
BATH = Routine(id=UUID(int=3), name="Bath", child=NOAH.id)
MEALS = Routine(id=UUID(int=4), name="Meals")
CAR = Routine(id=UUID(int=5), name="Zoe's car", child=ZOE.id)


def step(number, day, kind=StepKind.START, of=10, **said):
    made = {"strategy": UUID(int=of), "from_day": date(2026, 3, day), "step": kind}
    return PlanStep(id=UUID(int=100 + number), **made | said)


def known(*steps, children=(NOAH,)):
    names = {10: ("Wait", NOAH), 11: ("Sing", NOAH), 12: ("Roll", ZOE)}
    strategies = [
        Strategy(id=UUID(int=number), child=child.id, name=name)
        for number, (name, child) in names.items()
    ]
    return Family(
        children={one.id: one for one in children},
        routines={one.id: one for one in (BATH, MEALS, CAR)},
        strategies={strategy.id: strategy for strategy in strategies},
        steps={
            strategy.id: tuple(in_order(each for each in steps if each.strategy == strategy.id))
            for strategy in strategies
        },
    )


def shown(family, number=10) -> StrategyInPlan:
    state = plan_state(family, NOAH.id, TODAY)
    return next(
        strategy for strategy in state.strategies if strategy.strategy.id == UUID(int=number)
    )


def lives(family, number=10):
    return {routine.id for routine in shown(family, number).routines}


def moved(family, routine, *, inside):
    edited = step_moved(shown(family), routine.id, inside=inside)
    steps = [each for mine in family.steps.values() for each in mine]
    return known(*(edited if one.id == edited.id else one for one in steps))


def test_it_has_the_routines_of_the_child_and_of_all_and_what_is_planned_now_or_later():
    family = known(
        step(1, 2, routines=(BATH.id,)),
        step(2, 25, of=11),
        step(3, 2, of=12, routines=(CAR.id,)),
    )
    grid = routine_grid(family, plan_state(family, NOAH.id, TODAY))
    assert (grid.child, grid.day) == ("Noah", TODAY)
    assert [routine.name for routine in grid.routines] == ["Bath", "Meals"]
    assert [(strategy.name, strategy.routines) for strategy in grid.strategies] == [
        ("Wait", {BATH.id}),
        ("Sing", frozenset()),
    ]


def test_what_is_paused_or_finished_is_not_in_it():
    family = known(
        step(1, 2), step(2, 5, StepKind.PAUSE), step(3, 2, of=11), step(4, 5, StepKind.FINISH, 11)
    )
    assert routine_grid(family, plan_state(family, NOAH.id, TODAY)).strategies == ()


def test_an_unknown_child_is_refused():
    with pytest.raises(RecordMissingError):
        routine_grid(Family(), plan_state(Family(), NOAH.id, TODAY))


def test_a_strategy_is_put_into_a_routine_and_taken_out_again():
    family = known(step(1, 2, routines=(BATH.id,)))
    both = moved(family, MEALS, inside=True)
    assert shown(both).routines == (BATH, MEALS)
    assert moved(both, BATH, inside=True) == both
    assert lives(moved(both, BATH, inside=False)) == {MEALS.id}
    assert lives(moved(family, BATH, inside=False)) == set()


def test_the_edit_is_of_the_step_in_force_and_of_nothing_else_in_it():
    old = step(1, 2, routines=(BATH.id,), how="Wait")
    new = step(2, 10, StepKind.CHANGE, why="Calm", routines=(BATH.id,))
    coming = step(3, 25, StepKind.CHANGE, routines=(BATH.id,))
    made = step_moved(shown(known(old, new, coming)), MEALS.id, inside=True)
    assert made == replace(new, routines=(BATH.id, MEALS.id))


def test_a_step_that_took_up_its_routines_says_them_all_once_one_is_added():
    family = known(step(1, 2, routines=(BATH.id,)), step(2, 10, StepKind.CHANGE))
    assert lives(moved(family, MEALS, inside=True)) == {BATH.id, MEALS.id}


@pytest.mark.parametrize(
    "between", [(), (step(3, 6, StepKind.PAUSE),), (step(3, 6, StepKind.CHANGE),)]
)
def test_the_last_routine_stays_where_an_earlier_step_would_bring_its_own_back(between):
    family = known(step(1, 2, routines=(BATH.id,)), *between, step(2, 10, StepKind.CHANGE))
    with pytest.raises(InvalidValueError, match="routines"):
        step_moved(shown(family), BATH.id, inside=False)


@pytest.mark.parametrize(
    "earlier",
    [
        (step(1, 2),),
        (step(1, 2, routines=(BATH.id,)), step(3, 4)),
        (),
        (step(1, 2, StepKind.PAUSE, routines=(BATH.id,)),),
    ],
)
def test_the_last_routine_goes_where_no_earlier_step_brings_one_back(earlier):
    family = known(*earlier, step(2, 10, StepKind.CHANGE, routines=(MEALS.id,)))
    assert lives(moved(family, MEALS, inside=False)) == set()


def test_a_strategy_without_a_step_cannot_be_moved():
    none = StrategyInPlan(strategy=Strategy(id=UUID(int=10), child=NOAH.id, name="Wait"))
    with pytest.raises(InvalidValueError, match="routines"):
        step_moved(none, BATH.id, inside=True)
