"""What the plan became at each of its steps, and when a pause is to be looked at again."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from homejournal.domain.plan.plan_page import steps_told
from homejournal.domain.records.plan import ONCE_A_DAY, Often, PlanStep, StepKind
from homejournal.domain.records.visits import Visit
from homejournal.domain.visits import is_pause_over
from tests.domain.small import Small

MARCH = {day: date(2026, 3, day) for day in range(1, 32)}


def told(small):
    """Return the steps of the small plan, oldest first."""
    return steps_told(record for record in small.child.records if isinstance(record, PlanStep))


def test_a_change_tells_all_that_holds_beside_what_held_until_then():
    small = Small()
    small.change(3, what="Wait a little", how="Count to five", why="She hears us")
    small.change(5, how="Count to ten", often=Often(times=2))
    small.change(7, why="")
    first, *_, second, last = told(small)
    assert first.before is None
    assert (second.before.how, second.now.how) == ("Count to five", "Count to ten")
    assert (second.now.what, second.now.why) == ("Wait a little", "She hears us")
    assert (second.before.often, second.now.often) == (ONCE_A_DAY, Often(times=2))
    assert (last.now.often, last.now.why, last.before.why) == (
        Often(times=2), None, "She hears us",
    )  # fmt: skip


def test_a_pause_tells_only_itself_and_a_new_beginning_takes_up_nothing():
    small = Small()
    small.change(3, what="Wait")
    small.change(5, StepKind.PAUSE)
    small.change(7, StepKind.RESTART)
    small.change(9, StepKind.START, how="Smile")
    *_, pause, restart, begun = told(small)
    assert pause == (pause.step, pause.step, None)
    assert (restart.before.what, restart.now.what) == ("Wait", "Wait")
    assert (begun.before.what, begun.now.what, begun.now.how) == ("Wait", None, "Smile")
    assert steps_told([]) == ()


@pytest.mark.parametrize(
    ("said", "visits", "today", "over"),
    [
        ({}, (9,), 20, False),
        ({"until": MARCH[10]}, (), 9, False),
        ({"until": MARCH[10]}, (), 10, True),
        ({"until_visit": True}, (5,), 20, False),
        ({"until_visit": True}, (5, 12), 11, False),
        ({"until_visit": True}, (5, 12), 12, True),
    ],
)
def test_a_pause_is_over_at_its_day_or_at_the_first_visit_after_it_began(said, visits, today, over):
    pause = PlanStep(
        id=UUID(int=1), strategy=UUID(int=2), from_day=MARCH[5], step=StepKind.PAUSE, **said
    )
    known = [Visit(id=UUID(int=day), child=UUID(int=3), day=MARCH[day]) for day in visits]
    assert is_pause_over(pause, known, MARCH[today]) is over
    assert not is_pause_over(replace(pause, step=StepKind.CHANGE), known, MARCH[today])
