"""Which plan step is in force on a day, and what it takes up from the steps before it."""

from dataclasses import replace
from datetime import date
from itertools import pairwise
from uuid import UUID

import pytest

from homejournal.domain.records.plan import (
    Often,
    OftenKind,
    PlanStatus,
    PlanStep,
    StepKind,
    Weekday,
    in_order,
    plan_on,
    steps_in_force,
)
from homejournal.domain.records.rating_scales import RatingKind, RatingPlan
from tests.family import day

TWICE = Often(times=2, slots=("breakfast", "dinner"))
HELP = RatingPlan(kind=RatingKind.HELP)
WENT = RatingPlan(kind=RatingKind.WENT)
BATH = UUID(int=9)


def step(on: int, kind: StepKind = StepKind.START, number: int = 0, **said) -> PlanStep:
    return PlanStep(
        id=UUID(int=number or on), strategy=UUID(int=1), from_day=day(on), step=kind, **said
    )


START = step(2, often=TWICE, rating=HELP, what="Wait", how="Count to five", routines=(BATH,))


def test_before_the_first_step_nothing_is_planned():
    plan = plan_on([START], day(1))

    assert (plan.standing, plan.planned, plan.step) == (PlanStatus.NOT_STARTED, False, None)


def test_a_strategy_without_steps_has_not_started():
    assert plan_on([], day(1)).standing is PlanStatus.NOT_STARTED
    assert steps_in_force([]) == ()


def test_each_day_is_judged_by_the_step_in_force_that_day():
    steps = [START, step(10, StepKind.CHANGE, often=Often(times=1), rating=WENT)]

    assert [plan_on(steps, day(on)).times for on in (2, 9, 10, 30)] == [2, 2, 1, 1]
    assert [plan_on(steps, day(on)).rating.kind for on in (9, 10)] == ["help", "went"]


def test_a_start_that_says_no_more_is_once_a_day_every_day_and_unrated():
    plan = plan_on([step(2)], day(8))

    assert (plan.planned, plan.times, plan.slots, plan.rating.kind) == (
        True,
        1,
        (),
        RatingKind.NONE,
    )


def test_a_change_without_frequency_or_rating_keeps_the_former_ones():
    plan = plan_on([START, step(10, StepKind.CHANGE, how="Count to ten")], day(12))

    assert (plan.times, plan.slots, plan.rating) == (2, ("breakfast", "dinner"), HELP)


def test_a_change_keeps_the_words_it_does_not_say():
    words = plan_on([START, step(10, StepKind.CHANGE, how="Count to ten")], day(12)).words

    assert (words.what, words.how, words.routines) == ("Wait", "Count to ten", (BATH,))


def test_an_empty_text_says_that_an_answer_was_dropped():
    words = plan_on([START, step(10, StepKind.CHANGE, how="")], day(12)).words

    assert (words.what, words.how) == ("Wait", None)


@pytest.mark.parametrize(
    ("kind", "standing"),
    [(StepKind.PAUSE, PlanStatus.PAUSED), (StepKind.FINISH, PlanStatus.FINISHED)],
)
def test_nothing_is_planned_during_a_pause_or_after_the_finish(kind, standing):
    plan = plan_on([START, step(10, kind)], day(10))

    assert (plan.standing, plan.planned, plan.times) == (standing, False, 0)
    assert (plan.rating, plan.words.what) == (HELP, "Wait")


def test_a_pause_may_have_words_of_its_own():
    plan = plan_on([START, step(10, StepKind.PAUSE, why="A new baby")], day(11))

    assert (plan.words.what, plan.words.why) == ("Wait", "A new baby")


def test_a_restart_takes_up_the_step_before_the_pause():
    pause = step(10, StepKind.PAUSE, why="A new baby", often=Often(times=5), rating=WENT)
    plan = plan_on([START, pause, step(20, StepKind.RESTART)], day(20))

    assert (plan.standing, plan.times, plan.rating) == (PlanStatus.ACTIVE, 2, HELP)
    assert (plan.words.what, plan.words.why) == ("Wait", None)


def test_a_restart_may_say_its_own():
    restart = step(20, StepKind.RESTART, often=Often(times=1), rating=WENT, what="Wait longer")
    plan = plan_on([START, step(10, StepKind.PAUSE), restart], day(20))

    assert (plan.times, plan.rating, plan.words.what) == (1, WENT, "Wait longer")


def test_a_second_start_takes_up_nothing():
    plan = plan_on([START, step(10, StepKind.FINISH), step(20)], day(21))

    assert (plan.times, plan.rating.kind, plan.words.what) == (1, RatingKind.NONE, None)


def test_of_two_steps_on_one_day_the_later_kind_is_in_force():
    kinds = list(StepKind)
    for earlier, later in pairwise(kinds):
        both = [step(10, later, 50), step(10, earlier, 99)]
        assert steps_in_force([step(2), *both])[-1].step.step is later


def test_of_two_steps_of_one_kind_on_one_day_the_larger_id_is_in_force_in_any_order():
    one, two = step(10, StepKind.CHANGE, 50, rating=HELP), step(10, StepKind.CHANGE, 51)
    other = replace(two, rating=WENT)

    assert in_order([one, other]) == in_order([other, one]) == [one, other]
    assert plan_on([other, START, one], day(10)).rating == WENT


def test_a_step_that_is_not_in_force_hands_its_words_on():
    change = step(10, StepKind.CHANGE, 50, how="Count to ten")
    restart = step(10, StepKind.RESTART, 51)
    plan = plan_on([START, step(5, StepKind.PAUSE), change, restart], day(10))

    assert (plan.step, plan.words.how) == (restart, "Count to ten")


def test_a_step_is_in_force_through_the_day_before_the_next():
    steps = steps_in_force([START, step(10, StepKind.CHANGE), step(10, StepKind.PAUSE, 99)])

    assert [(each.start, each.end) for each in steps] == [(day(2), day(9)), (day(10), None)]


def test_named_weekdays_plan_those_days_only():
    monday_and_friday = Often(weekdays=(Weekday.MON, Weekday.FRI))
    steps = [step(2, often=monday_and_friday)]

    assert [on for on in range(2, 9) if plan_on(steps, day(on)).planned] == [2, 6]


def test_any_days_a_week_may_be_any_day_and_has_no_planned_times():
    plan = plan_on([step(2, often=Often(kind=OftenKind.DAYS_A_WEEK, days=3))], day(8))

    assert (plan.planned, plan.days_a_week, plan.times, plan.slots) == (True, 3, 0, ())


def test_a_step_may_begin_on_the_first_day_there_is():
    first = replace(START, from_day=date.min)

    assert plan_on([first], date.min).planned
