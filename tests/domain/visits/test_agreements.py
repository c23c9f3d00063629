"""What is agreed at a visit ends as dated plan steps."""

from datetime import date
from uuid import uuid4

import pytest

from homejournal.domain.errors import InvalidValueError
from homejournal.domain.records.plan import PlanStep, StepKind, Strategy
from homejournal.domain.records.visits import Visit
from homejournal.domain.visits import (
    Agreement,
    Decision,
    StrategyAgreed,
    steps_agreed,
    visit_agreed,
)

VISIT = Visit(id=uuid4(), child=uuid4(), day=date(2026, 3, 23))


def a_step(strategy):
    return PlanStep(id=uuid4(), strategy=strategy, from_day=date(2026, 1, 1), what="Wait longer")


def agreed(decision):
    step = a_step(uuid4())
    return StrategyAgreed(strategy=step.strategy, decision=decision, step=step)


@pytest.mark.parametrize(
    ("decision", "kind"),
    [
        (Decision.CHANGE, StepKind.CHANGE),
        (Decision.PAUSE, StepKind.PAUSE),
        (Decision.RESTART, StepKind.RESTART),
        (Decision.FINISH, StepKind.FINISH),
    ],
)
def test_a_decision_becomes_a_step_from_the_day_of_the_visit(decision, kind):
    (step,) = steps_agreed(VISIT, Agreement(strategies=(agreed(decision),)))
    assert (step.step, step.from_day, step.visit) == (kind, VISIT.day, VISIT.id)
    assert step.what == "Wait longer"


def test_what_is_kept_takes_no_step():
    kept = StrategyAgreed(strategy=uuid4())
    assert steps_agreed(VISIT, Agreement(strategies=(kept,))) == ()


def test_a_new_strategy_starts_at_the_visit_or_on_the_day_that_was_said():
    strategy = Strategy(id=uuid4(), child=VISIT.child, name="Offer two")
    agreement = Agreement(started=((strategy, a_step(strategy.id)),), from_day=date(2026, 3, 25))
    (step,) = steps_agreed(VISIT, agreement)
    assert (step.step, step.from_day, step.visit) == (
        StepKind.START,
        date(2026, 3, 25),
        VISIT.id,
    )


@pytest.mark.parametrize("step", [None, a_step(uuid4())])
def test_a_decision_without_its_step_is_refused(step):
    change = StrategyAgreed(strategy=uuid4(), decision=Decision.CHANGE, step=step)
    with pytest.raises(InvalidValueError):
        steps_agreed(VISIT, Agreement(strategies=(change,)))


def test_the_visit_is_held_with_both_halves_of_what_was_agreed():
    held = visit_agreed(VISIT, Agreement(between="Wait at dinner", next_visit=""))
    assert (held.held, held.agreed_between, held.agreed_next) == (True, "Wait at dinner", None)
