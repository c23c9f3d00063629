"""What the Plan page shows, and that a new step holds from its day whatever stands there."""

from dataclasses import replace
from datetime import date
from itertools import product
from uuid import UUID

import pytest

from homejournal.domain.plan.plan_page import StepSaid, plan_state, steps_to_save, with_answers
from homejournal.domain.records.family import Family
from homejournal.domain.records.people import TeamMember
from homejournal.domain.records.plan import (
    Ending,
    Often,
    Outcome,
    PlanStatus,
    PlanStep,
    Routine,
    StepKind,
    StepWords,
    Strategy,
    in_order,
    plan_on,
)
from homejournal.domain.records.rating_scales import RatingKind, RatingPlan
from homejournal.domain.sentences.values import SuggestedBy

CHILD = UUID(int=1)
TODAY = date(2026, 3, 20)
STATES = (StepKind.PAUSE, StepKind.RESTART, StepKind.FINISH)
STANDS = {
    StepKind.PAUSE: PlanStatus.PAUSED,
    StepKind.FINISH: PlanStatus.FINISHED,
    StepKind.RESTART: PlanStatus.ACTIVE,
}


def strategy(number, **said):
    return Strategy(id=UUID(int=number), child=CHILD, name=f"Strategy {number}", **said)


def step(of, day=2, kind=StepKind.START, number=0, **said):
    made = UUID(int=of.id.int * 1000 + day * 10 + number)
    return PlanStep(id=made, strategy=of.id, from_day=date(2026, 3, day), step=kind, **said)


def family(strategies, steps, **more):
    by_strategy = {
        one.id: tuple(in_order(each for each in steps if each.strategy == one.id))
        for one in strategies
    }
    return Family(strategies={one.id: one for one in strategies}, steps=by_strategy, **more)


def test_strategies_are_in_order_of_how_they_stand_and_then_of_their_outcomes():
    talk = Outcome(id=UUID(int=50), child=CHILD, text="She asks", since=date(2026, 1, 1))
    done = Outcome(id=UUID(int=51), child=CHILD, text="Old", closed=date(2026, 2, 1))
    free, *hoped = [strategy(5), *(strategy(n, outcome=talk.id) for n in (2, 3, 4))]
    mine = [free, *hoped]
    steps = [step(one) for one in mine]
    steps += [step(hoped[1], 10, StepKind.PAUSE), step(hoped[2], 10, StepKind.FINISH)]
    state = plan_state(
        family(mine, steps, outcomes={one.id: one for one in (done, talk)}), CHILD, TODAY
    )
    assert state.outcomes == (talk, done)
    standings = [part.standing for part in state.standings]
    assert standings == [PlanStatus.ACTIVE, PlanStatus.PAUSED, PlanStatus.FINISHED]
    assert [one.strategy for one in state.strategies] == [hoped[0], free, *hoped[1:]]


def test_another_childs_plan_is_not_shown():
    other = replace(strategy(2), child=UUID(int=9))
    assert plan_state(family([other], [step(other)]), CHILD, TODAY).standings == ()


def test_a_strategy_says_who_suggested_it_since_when_and_what_is_in_force():
    dana = TeamMember(id=UUID(int=60), name="Dana", discipline="speech")
    meals = Routine(id=UUID(int=61), name="Meals")
    one = strategy(2, suggested_by=dana.id)
    steps = [
        step(one, how="Wait", often=Often(times=2), routines=(meals.id,)),
        step(one, 10, StepKind.CHANGE, often=Often(times=3)),
        step(one, 25, StepKind.PAUSE),
    ]
    known = family([one], steps, team={dana.id: dana}, routines={meals.id: meals})
    (shown,) = plan_state(known, CHILD, TODAY).strategies
    assert shown.suggested == SuggestedBy(dana.name, dana.discipline, date(2026, 3, 2))
    assert shown.since == date(2026, 3, 2)
    assert (shown.often.times, shown.words.how, shown.routines) == (3, "Wait", (meals,))
    assert (shown.spoken, shown.coming) == (steps[1], steps[2])


def test_a_paused_strategy_is_corrected_in_the_step_that_says_the_words():
    one = strategy(2)
    steps = [step(one, how="Wait"), step(one, 10, StepKind.PAUSE)]
    (shown,) = plan_state(family([one], steps), CHILD, TODAY).strategies
    assert (shown.standing, shown.spoken) == (PlanStatus.PAUSED, steps[0])


def test_a_strategy_that_begins_later_shows_what_it_will_be():
    one = strategy(2)
    steps = [step(one, 28, often=Often(times=2))]
    (shown,) = plan_state(family([one], steps), CHILD, TODAY).strategies
    assert (shown.standing, shown.often.times) == (PlanStatus.NOT_STARTED, 2)


@pytest.mark.parametrize("kinds", list(product(STATES, repeat=3)))
def test_whatever_was_done_on_a_day_the_last_thing_holds_from_it(kinds):
    one = strategy(2)
    steps = {made.id: made for made in [step(one)]}
    for number, kind in enumerate(kinds):
        new = step(one, 10, kind, number=number + 1)
        for saved in steps_to_save(steps.values(), new):
            steps[saved.id] = saved
        assert plan_on(steps.values(), date(2026, 3, 10)).standing is STANDS[kind]
        assert plan_on(steps.values(), date(2026, 3, 9)).standing is PlanStatus.ACTIVE


def test_a_pause_takes_the_place_of_the_restart_of_that_day():
    one = strategy(2)
    steps = [step(one), step(one, 9, StepKind.PAUSE), step(one, 10, StepKind.RESTART)]
    new = step(one, 10, StepKind.PAUSE, number=5)
    assert steps_to_save(steps, new) == (replace(new, id=steps[2].id),)


def test_what_a_pause_or_an_end_said_stays_where_the_one_written_over_it_is_silent():
    one = strategy(2)
    pause = step(one, 10, StepKind.PAUSE, until=date(2026, 3, 20))
    end = step(one, 12, StepKind.FINISH, number=4, ending=Ending.PART_OF_OUR_DAY)
    again = step(one, 10, StepKind.PAUSE, number=5, why="We are away")
    assert steps_to_save([pause, end], again) == (replace(pause, why="We are away"),)
    over = step(one, 12, StepKind.FINISH, number=6)
    assert steps_to_save([pause, end], over) == (end,)
    visit = step(one, 10, StepKind.PAUSE, number=7, until_visit=True)
    assert steps_to_save([pause, end], visit) == (replace(visit, id=pause.id),)


def test_a_second_change_on_one_day_is_written_over_the_first():
    one = strategy(2)
    first = step(one, 10, StepKind.CHANGE, often=Often(times=2))
    new = step(one, 10, StepKind.CHANGE, number=5, often=Often(times=4))
    assert steps_to_save([step(one), first], new) == (replace(new, id=first.id),)


def test_an_answer_that_is_emptied_is_dropped_and_one_that_never_was_stays_unsaid():
    said = StepSaid(
        words=StepWords(what=" Asks ", how="", why=None),
        often=Often(times=2),
        rating=RatingPlan(kind=RatingKind.WENT),
    )
    made = with_answers(step(strategy(2)), said, before=StepWords(how="Wait"))
    assert (made.what, made.how, made.why) == ("Asks", "", None)
    assert (made.often.times, made.rating.kind) == (2, RatingKind.WENT)


def test_a_strategy_without_any_step_is_still_to_come_and_says_nothing_of_its_plan():
    one = strategy(2)
    (shown,) = plan_state(family([one], []), CHILD, TODAY).strategies
    assert (shown.standing, shown.since, shown.steps) == (PlanStatus.NOT_STARTED, None, ())
    assert (shown.spoken, shown.coming, shown.words) == (None, None, StepWords())
