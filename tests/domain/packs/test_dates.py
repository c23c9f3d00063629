"""Half a year, the third birthday, and the ninety days before it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homejournal.domain.days.periods import Period
from homejournal.domain.packs.pack import ThirdBirthday, half_year_to, third_birthday


def test_ninety_days_before_the_third_birthday():
    meeting = date(2026, 2, 2)
    assert third_birthday(date(2023, 5, 10), meeting) == ThirdBirthday(
        date(2026, 5, 10), date(2026, 2, 9), meeting
    )


def test_who_was_born_on_the_last_of_february_turns_three_on_the_first_of_march():
    assert third_birthday(date(2024, 2, 29)).birthday == date(2027, 3, 1)


@pytest.mark.parametrize("born", [None, date(9998, 1, 1)])
def test_without_a_birthday_nothing_is_told(born):
    assert third_birthday(born) is None


@pytest.mark.parametrize(
    ("end", "start"),
    [
        (date(2026, 6, 28), date(2025, 12, 29)),
        (date(2026, 8, 31), date(2026, 3, 1)),
        (date(2026, 12, 31), date(2026, 7, 1)),
        (date(1, 3, 1), date.min),
    ],
)
def test_half_a_year_ends_with_the_day(end, start):
    assert half_year_to(end) == Period(start, end)


@given(st.dates(date(1900, 1, 1)))
def test_half_a_year_is_181_to_184_days(day):
    start, end = half_year_to(day)
    assert end == day
    assert timedelta(days=180) <= end - start <= timedelta(days=184)
