"""What the words of a plan became at each of its steps."""

from homejournal.domain.plan.plan_page import answers_changed
from homejournal.domain.records.plan import PlanStep, StepKind
from tests.domain.small import Small


def changed(small):
    """Return what each step tells, oldest first."""
    steps = [record for record in small.child.records if isinstance(record, PlanStep)]
    found = answers_changed(steps)
    return [dict(found.get(step.id, ())) for step in sorted(steps, key=lambda one: one.from_day)]


def test_a_change_tells_the_words_it_changed_and_the_first_step_what_they_were():
    small = Small()
    small.change(3, what="Wait a little", how="Count to five", why="She hears us")
    small.change(5, how="Count to ten")
    small.change(7)
    small.change(9, why="")

    assert changed(small) == [
        {},
        {"what": "Wait a little", "how": "Count to five", "why": "She hears us"},
        {"how": "Count to ten"},
        {},
        {"why": None},
    ]


def test_a_pause_changes_no_words_and_a_new_beginning_takes_up_none():
    small = Small()
    small.change(3, what="Wait")
    small.change(5, StepKind.PAUSE)
    small.change(7, StepKind.RESTART)
    small.change(9, StepKind.START, what="Wait", how="Smile")

    assert changed(small) == [{}, {"what": "Wait"}, {}, {}, {"how": "Smile"}]
    assert answers_changed([]) == {}


def test_words_that_never_changed_are_told_only_where_the_plan_tells_how_it_is_done():
    small = Small()
    small.child.step(small.strategy, small.step.from_day, what="Wait", how="Smile")
    steps = [record for record in small.child.records if isinstance(record, PlanStep)][1:]
    assert answers_changed(steps) == {steps[0].id: ()}
