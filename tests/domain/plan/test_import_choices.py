"""Ticking what to take of a plan file: what a tick brings along; nothing unseen has one."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homejournal.domain.plan.plan_files import (
    ImportEffect,
    PlanFile,
    PlanPart,
    file_for,
    no_ticks,
    parts_of,
    preview_plan,
    records_taken,
)
from homejournal.domain.records.family import Family
from homejournal.domain.records.people import TeamMember
from homejournal.domain.records.plan import Outcome, PlanStep, Routine, Strategy

CHILD, SISTER = UUID(int=1), UUID(int=2)
DANA, ASKS, SNACK, BATH = (UUID(int=number) for number in range(10, 14))
WAIT, SIGN, WAIT_1, SIGN_1, SIGN_2 = (UUID(int=number) for number in range(20, 25))
EVERYTHING = {DANA, ASKS, SNACK, BATH, WAIT, SIGN, WAIT_1, SIGN_1, SIGN_2}


def step(id_, of, *routines, day=2):
    return PlanStep(id=id_, strategy=of, from_day=date(2026, 3, day), routines=routines)


FILE = PlanFile(
    name="Dana, March",
    records=(
        TeamMember(id=DANA, name="Dana"),
        Outcome(id=ASKS, child=CHILD, text="Asks for food"),
        Routine(id=SNACK, name="Snack"),
        Routine(id=BATH, name="Bath"),
        Strategy(id=WAIT, child=CHILD, name="Wait", outcome=ASKS, suggested_by=DANA),
        Strategy(id=SIGN, child=CHILD, name="Sign", outcome=ASKS),
        step(WAIT_1, WAIT, SNACK),
        step(SIGN_1, SIGN, SNACK),
        step(SIGN_2, SIGN, BATH, day=9),
    ),
)


def previewed(*standing, file=FILE):
    steps = [one for one in standing if isinstance(one, PlanStep)]

    def of(kind):
        return {one.id: one for one in standing if isinstance(one, kind)}

    family = Family(
        team=of(TeamMember),
        outcomes=of(Outcome),
        routines=of(Routine),
        strategies=of(Strategy),
        steps={one.strategy: (one,) for one in steps},
    )
    return preview_plan(file, family, CHILD)


def ticks(*standing):
    return no_ticks(previewed(*standing)).with_seen(EVERYTHING)


def possible(shown):
    return {id_ for id_, item in shown.items.items() if shown.possible(item)}


def test_nothing_is_ticked_at_first_and_a_step_waits_for_its_strategy():
    first = ticks()
    assert first.chosen == frozenset()
    assert possible(first) == EVERYTHING - {WAIT_1, SIGN_1, SIGN_2}
    assert possible(first.ticked(SIGN)) == EVERYTHING - {WAIT_1}


def test_a_strategy_brings_its_steps_and_what_they_name():
    assert ticks().ticked(WAIT).chosen == {WAIT, WAIT_1, DANA, ASKS, SNACK}
    assert ticks().ticked(SIGN).chosen == {SIGN, SIGN_1, SIGN_2, ASKS, SNACK, BATH}


def test_what_belongs_to_nothing_else_goes_with_its_strategy():
    both = ticks().ticked(WAIT).ticked(SIGN)
    assert both.unticked(WAIT).chosen == ticks().ticked(SIGN).chosen
    assert both.unticked(SIGN).chosen == ticks().ticked(WAIT).chosen
    assert both.unticked(SIGN_2).chosen == EVERYTHING - {SIGN_2, BATH}
    assert both.unticked(WAIT).unticked(SIGN).chosen == frozenset()


def test_a_person_an_outcome_or_a_routine_is_ticked_alone():
    assert ticks().ticked(DANA).chosen == {DANA}
    assert ticks().ticked(WAIT).unticked(DANA).chosen == {WAIT, WAIT_1, ASKS, SNACK}
    assert ticks().ticked(WAIT).unticked(SNACK).ticked(WAIT_1).chosen >= {SNACK}


def test_what_would_change_is_never_ticked_along():
    renamed = Outcome(id=ASKS, child=CHILD, text="Asks")
    first = next(record for record in FILE.records if isinstance(record, Strategy))
    stands = replace(first, name="Pause", outcome=None)
    shown = ticks(renamed, stands, step(WAIT_1, WAIT, BATH))
    assert shown.ticked(SIGN).chosen == {SIGN, SIGN_1, SIGN_2, SNACK, BATH}
    assert shown.all_new().chosen == EVERYTHING - {ASKS, WAIT, WAIT_1}
    assert shown.ticked(ASKS).ticked(SIGN).unticked(SIGN).chosen == {ASKS}
    assert WAIT_1 in possible(shown)
    assert shown.ticked(WAIT_1).ticked(WAIT).unticked(WAIT).chosen == {WAIT_1, SNACK}


def test_what_stands_already_cannot_be_ticked():
    shown = ticks(TeamMember(id=DANA, name="Dana"))
    assert DANA not in possible(shown)
    assert DANA not in shown.ticked(WAIT).chosen


def test_only_what_is_seen_is_ticked_along():
    seen = ticks().with_seen({WAIT, ASKS})
    assert seen.ticked(WAIT).chosen == {WAIT, ASKS}
    assert seen.all_new().chosen == {WAIT, ASKS}


def shown_at_most(most):
    return [
        (part, [item.record.id for item in items]) for part, items in parts_of(previewed(), most)
    ]


def test_a_file_is_shown_strategy_by_strategy():
    assert shown_at_most(40) == [
        (PlanPart.STRATEGIES, [WAIT, WAIT_1, SIGN, SIGN_1, SIGN_2]),
        (PlanPart.OUTCOMES, [ASKS]),
        (PlanPart.PEOPLE, [DANA]),
        (PlanPart.ROUTINES, [SNACK, BATH]),
    ]


def test_a_long_file_shows_its_beginning_with_what_that_names():
    assert shown_at_most(2) == [
        (PlanPart.STRATEGIES, [WAIT, WAIT_1]),
        (PlanPart.OUTCOMES, [ASKS]),
        (PlanPart.PEOPLE, [DANA]),
        (PlanPart.ROUTINES, [SNACK]),
    ]


def test_a_part_without_anything_is_not_shown():
    only = PlanFile(name="x", records=(Routine(id=SNACK, name="Snack"),))
    assert [part for part, _ in parts_of(previewed(file=only), 40)] == [PlanPart.ROUTINES]


def test_a_plan_is_read_for_the_child_that_the_family_names():
    hers = file_for(FILE, SISTER)
    assert {record.child for record in hers.records if isinstance(record, Outcome | Strategy)} == {
        SISTER
    }
    assert hers.records[2] == FILE.records[2]


@pytest.mark.parametrize("most", [1, 3, 40])
@given(presses=st.lists(st.tuples(st.sampled_from(sorted(EVERYTHING)), st.booleans())))
def test_whatever_is_pressed_only_what_is_seen_and_ticked_is_written(most, presses):
    preview = previewed()
    seen = {item.record.id for _, items in parts_of(preview, most) for item in items}
    shown = no_ticks(preview).with_seen(seen)
    for which, on in presses:
        if which in seen and shown.possible(shown.items[which]):
            shown = shown.ticked(which) if on else shown.unticked(which)
    assert shown.chosen <= seen
    assert all(shown.possible(shown.items[one]) for one in shown.chosen)
    taken = {record.id for record in records_taken(preview, shown.chosen)}
    assert taken == shown.chosen
    assert all(shown.items[one].fate is not ImportEffect.SAME for one in taken)
