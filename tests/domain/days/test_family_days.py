"""Where a family's day ends and its week begins."""

from datetime import date, datetime, time

import pytest

from homejournal.domain.days.periods import WeekStart, family_day, is_after_midnight, week_of
from tests.family import day, evening


@pytest.mark.parametrize(
    ("clock", "expected"), [(time(3, 59), day(7)), (time(4), day(8)), (time(23, 59), day(8))]
)
def test_before_the_day_end_it_is_still_the_day_before(clock, expected):
    moment = datetime.combine(day(8), clock, evening(day(8)).tzinfo)

    assert family_day(moment, time(4)) == expected


@pytest.mark.parametrize(
    ("start", "first"), [(WeekStart.MONDAY, date(2026, 3, 2)), (WeekStart.SUNDAY, day(8))]
)
def test_a_sunday_ends_one_kind_of_week_and_begins_the_other(start, first):
    assert week_of(day(8), start) == first


@pytest.mark.parametrize(
    ("clock", "day_end", "expected"),
    [
        (time(0), time(4), True),
        (time(3, 59), time(4), True),
        (time(4), time(4), False),
        (time(23, 59), time(4), False),
        (time(0), time(0), False),
    ],
)
def test_after_midnight_the_family_day_goes_on_until_its_end(clock, day_end, expected):
    moment = datetime.combine(day(8), clock, evening(day(8)).tzinfo)

    assert is_after_midnight(moment, day_end) is expected
