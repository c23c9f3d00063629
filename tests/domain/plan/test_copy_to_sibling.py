"""A strategy for a brother or sister: the same words, their own plan, and nothing of the past."""

from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

from homejournal.domain.plan.plan_page import (
    PlanCopy,
    brothers_and_sisters,
    copied,
    names_child,
    plan_state,
)
from homejournal.domain.records.children import Child
from homejournal.domain.records.family import Family
from homejournal.domain.records.people import TeamMember
from homejournal.domain.records.plan import Often, Outcome, PlanStep, Routine, StepKind, Strategy
from homejournal.domain.records.rating_scales import RatingKind, RatingPlan
from homejournal.domain.records.visits import Visit

TODAY = date(2026, 3, 22)
NEW = UUID(int=5)
LUIS, LUCIA = Child(id=uuid4(), name="Luis"), Child(id=uuid4(), name="Lucía")
DANA = TeamMember(id=uuid4(), name="Dana")
OUTCOME = Outcome(id=uuid4(), child=LUIS.id, text="Luis asks for more.")
VISIT = Visit(id=uuid4(), child=LUIS.id, day=date(2026, 3, 2))
SHARED = Routine(id=uuid4(), name="Meals")
BATH, HER_BATH = (
    Routine(id=uuid4(), name=name, child=of.id) for name, of in (("Bath", LUIS), ("bath", LUCIA))
)
CAR = Routine(id=uuid4(), name="Car", child=LUIS.id)
STRATEGY = Strategy(
    id=uuid4(),
    child=LUIS.id,
    name="Wait for his look",
    outcome=OUTCOME.id,
    suggested_by=DANA.id,
    example=True,
)
START = PlanStep(
    id=uuid4(),
    strategy=STRATEGY.id,
    from_day=date(2026, 3, 2),
    visit=VISIT.id,
    how="Hold the cup",
    routines=(SHARED.id, BATH.id, CAR.id),
    often=Often(times=2),
    rating=RatingPlan(kind=RatingKind.HELP),
)
CHANGE = replace(
    START, id=uuid4(), from_day=date(2026, 3, 13), step=StepKind.CHANGE, why="To ask", how=""
)


def family(*more, steps=(START, CHANGE)):
    children = {one.id: one for one in (LUIS, LUCIA, *more)}
    routines = {one.id: one for one in (SHARED, BATH, HER_BATH, CAR)}
    return Family(
        children=children,
        team={DANA.id: DANA},
        outcomes={OUTCOME.id: OUTCOME},
        routines=routines,
        strategies={STRATEGY.id: STRATEGY},
        steps={STRATEGY.id: steps},
        visits={VISIT.id: VISIT},
    )


def shown(of):
    (one,) = plan_state(of, LUIS.id, TODAY).strategies
    return one


def copy(of):
    asked = PlanCopy(shown=shown(of), child=LUCIA.id, day=TODAY, new_id=NEW)
    return copied(of, asked)


def test_the_copy_is_the_childs_own_and_begins_today_as_it_is_done_now():
    *_, strategy, step = copy(family())

    assert strategy == replace(STRATEGY, id=NEW, child=LUCIA.id, outcome=None)
    assert (step.strategy, step.step, step.from_day) == (NEW, StepKind.START, TODAY)
    assert (step.how, step.why, step.often, step.rating) == (
        *(None, "To ask"),
        *(CHANGE.often, CHANGE.rating),
    )
    assert step.visit is None


def test_routines_are_shared_found_by_name_or_made_anew():
    made, _, step = copy(family())

    assert made == Routine(id=made.id, name="Car", child=LUCIA.id)
    assert step.routines == (SHARED.id, HER_BATH.id, made.id)


def test_a_paused_strategy_is_copied_as_it_was():
    pause = PlanStep(
        id=uuid4(), strategy=STRATEGY.id, from_day=date(2026, 3, 20), step=StepKind.PAUSE
    )
    *_, step = copy(family(steps=(START, pause)))

    assert (step.how, step.often) == ("Hold the cup", START.often)


def test_every_id_of_a_copy_is_new_and_differs():
    of = family()
    ids = [one.id for one in copy(of)]

    assert len({*ids, STRATEGY.id, START.id, CHANGE.id, CAR.id}) == len(ids) + 4


def test_brothers_and_sisters_are_the_other_children_who_are_not_put_away():
    gone = Child(id=uuid4(), name="Ana", put_away=date(2025, 1, 1))

    assert brothers_and_sisters(family(gone), LUIS.id) == (LUCIA.id,)
    assert brothers_and_sisters(family(gone), LUCIA.id) == (LUIS.id,)


def test_words_that_name_a_child_are_found_in_any_answer():
    one = shown(family())

    assert not names_child(one, "Luis")
    assert names_child(replace(one, words=one.words._replace(why="So that LUIS asks")), "Luis")
    assert names_child(replace(one, strategy=replace(STRATEGY, name="Wait for Luis")), "Luis")
