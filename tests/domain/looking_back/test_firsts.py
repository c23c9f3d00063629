"""The first time at a level: on which day, and at which time of the day."""

import pytest

from homejournal.domain.days.day_states import PracticeRow
from homejournal.domain.looking_back.look_back_values import First, first_at_level
from homejournal.domain.records.rating_scales import ON_OWN, RatingKind
from tests import families
from tests.family import day

HELP, WENT = RatingKind.HELP, RatingKind.WENT
MEALS = ("breakfast", "dinner")


def row(on, level, slot=None, kind=HELP, *, settled=True):
    said = day(on).isoformat()
    return PracticeRow(said, slot, None, kind, level, None, None, None, said, settled)


def first(*rows, slots=MEALS, level=ON_OWN):
    return first_at_level(rows, HELP, level, slots)


def test_mateo_was_on_his_own_first_on_sunday_at_dinner():
    mateo = families.mateo()
    rows = mateo.practices(mateo.strategy)

    assert first_at_level(rows, HELP, ON_OWN, MEALS) == First(day(22), "dinner")
    assert first_at_level(reversed(rows), HELP, 3, MEALS) == First(day(15), "dinner")


def test_without_the_level_there_is_no_first():
    assert first() is None
    assert first(row(2, 3), row(3, None)) is None


def test_the_earliest_day_counts_in_whichever_order_they_were_written():
    assert first(row(9, 4), row(5, 4), row(7, 4)) == First(day(5))


@pytest.mark.parametrize("turned", [False, True])
def test_on_one_day_the_times_stand_in_the_order_of_the_plan(turned):
    rows = [row(5, 4, "dinner"), row(5, 4, "breakfast"), row(5, 4, "bedtime"), row(5, 4)]
    rows = rows[::-1] if turned else rows

    assert first(*rows) == First(day(5), "breakfast")
    assert first(*rows, slots=("dinner", "breakfast")) == First(day(5), "dinner")


def test_another_kind_of_rating_and_unsettled_versions_are_no_first():
    assert first_at_level([row(2, 3, kind=WENT)], HELP, 3) is None
    assert first(row(2, 4, settled=False), row(3, 4)) == First(day(3))
