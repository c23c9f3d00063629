"""How it is for the family: one answer of a person to a thing in a week."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homejournal.domain.days.periods import WeekStart
from homejournal.domain.plan.outcomes import (
    feelings_about,
    feelings_of_same_week,
    newest_feelings_first,
)
from homejournal.domain.records.ladders_and_feelings import ConfidenceRating, RoutineRating

CHILD, BATH, MOM, DAD = (uuid4() for _ in range(4))
SUNDAY, MONDAY, SATURDAY = date(2026, 3, 1), date(2026, 3, 2), date(2026, 3, 7)


def bath(day, helper=MOM, **said):
    told = {"id": uuid4(), "child": CHILD, "routine": BATH, "day": day, "level": 3}
    return RoutineRating(**told | {"helper": helper} | said)


def sure(day, helper=MOM):
    return ConfidenceRating(id=uuid4(), child=CHILD, strategy=BATH, day=day, level=3, helper=helper)


@pytest.mark.parametrize(("start", "same"), [(WeekStart.MONDAY, False), (WeekStart.SUNDAY, True)])
def test_a_week_is_the_family_s_own(start, same):
    known, new = bath(SUNDAY), bath(SATURDAY)
    assert feelings_of_same_week([known], new, start) == ((known,) if same else ())


@pytest.mark.parametrize(
    "other",
    [bath(MONDAY, DAD), bath(MONDAY, None), bath(MONDAY, routine=uuid4()), sure(MONDAY)],
)
def test_another_person_thing_or_question_is_not_replaced(other):
    assert feelings_of_same_week([other], bath(SATURDAY), WeekStart.MONDAY) == ()


def test_an_answer_does_not_replace_itself():
    new = bath(MONDAY)
    assert feelings_of_same_week([new], new, WeekStart.MONDAY) == ()


def test_the_newest_stands_first():
    first, last = bath(MONDAY), sure(SATURDAY)
    assert newest_feelings_first([first, last]) == (last, first)


def test_the_last_answers_about_one_thing_are_told_oldest_first():
    days = [MONDAY + timedelta(weeks=week) for week in range(4)]
    known = newest_feelings_first([*map(bath, days), bath(MONDAY, routine=uuid4())])
    assert [feeling.day for feeling in feelings_about(known, BATH, 3)] == days[1:]
    assert feelings_about(known, uuid4(), 3) == ()


@given(st.dates(), st.integers(-20, 20), st.sampled_from(WeekStart))
def test_two_answers_are_of_one_week_only_within_seven_days(day, apart, start):
    try:
        other = day + timedelta(days=apart)
    except OverflowError:
        return
    found = feelings_of_same_week([bath(other)], bath(day), start)
    if found:
        assert abs(apart) < 7
    if apart == 0:
        assert found
