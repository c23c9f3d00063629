"""What is written under the name of a time goes along where the name is corrected."""

from datetime import date
from uuid import UUID, uuid4

import pytest

from homejournal.domain.records.plan import (
    Often,
    PlanStep,
    entries_losing_their_time,
    renamed_times,
)
from homejournal.domain.records.practices import DayMark, MarkKind, Practice

WAIT, CHILD = UUID(int=1), UUID(int=2)
MARCH = [date(2026, 3, day) for day in range(1, 20)]


def often(*slots):
    return Often(times=len(slots), slots=slots)


def step(day, *slots):
    return PlanStep(id=uuid4(), strategy=WAIT, from_day=day, often=often(*slots))


def mark(day, slot):
    return DayMark(
        id=uuid4(), child=CHILD, strategy=WAIT, day=day, slot=slot, mark=MarkKind.NOT_TODAY
    )


@pytest.mark.parametrize(
    ("before", "after", "names"),
    [
        (["Breakfast", "Dinner"], ["Breakfast", "Supper"], {"Dinner": "Supper"}),
        (["Breakfast", "Dinner"], ["Dinner", "Breakfast"], {}),
        (["Breakfast", "Dinner"], ["Dinner", "Bedtime"], {}),
        (["Breakfast", "Dinner"], ["Breakfast"], {}),
        (["A", "B"], ["C", "D"], {"A": "C", "B": "D"}),
    ],
)
def test_a_name_in_the_same_place_is_a_corrected_one(before, after, names):
    assert renamed_times(often(*before), often(*after)) == names


def test_only_what_has_a_time_today_can_lose_it():
    before = [step(MARCH[0], "Breakfast", "Dinner")]
    changed = [*before, step(MARCH[9], "Breakfast", "Supper")]
    did = Practice(id=uuid4(), strategy=WAIT, day=MARCH[12], slot="Dinner")
    stays = [mark(MARCH[8], "Dinner"), mark(MARCH[12], "Breakfast"), mark(MARCH[12], "Lunch")]
    whole = DayMark(id=uuid4(), child=CHILD, strategy=WAIT, day=MARCH[12], mark=MarkKind.NOT_TODAY)
    lost = mark(MARCH[10], "Dinner")
    assert entries_losing_their_time([*stays, whole, lost, did], before, changed) == (lost, did)
