"""What looking back is asked for."""

from datetime import date
from uuid import uuid4

import pytest

from homejournal.domain.days.periods import Period
from homejournal.domain.journal.entry_filter import EntryFilter
from homejournal.domain.looking_back.look_back_values import (
    PeriodChoice,
    months_back,
    period_of,
)

TODAY = date(2026, 5, 31)
SINCE = Period(date(2026, 5, 20), date(2026, 5, 30))


@pytest.mark.parametrize(
    ("choice", "start"),
    [
        (PeriodChoice.FOUR_WEEKS, date(2026, 5, 4)),
        (PeriodChoice.THREE_MONTHS, date(2026, 3, 1)),
        (PeriodChoice.ALL, date(2024, 2, 29)),
    ],
)
def test_each_choice_runs_through_today(choice, start):
    asked = period_of(choice, TODAY, since_visit=SINCE, first_day=date(2024, 2, 29))
    assert asked == (start, TODAY)


@pytest.mark.parametrize("choice", [PeriodChoice.SINCE_VISIT, PeriodChoice.OWN])
def test_own_dates_start_from_those_since_the_visit(choice):
    assert period_of(choice, TODAY, since_visit=SINCE, first_day=None) == SINCE


@pytest.mark.parametrize("first", [None, date(2026, 6, 9)])
def test_all_is_today_alone_where_nothing_was_written_before_it(first):
    asked = period_of(PeriodChoice.ALL, TODAY, since_visit=SINCE, first_day=first)
    assert asked == (TODAY, TODAY)


@pytest.mark.parametrize("choice", PeriodChoice)
@pytest.mark.parametrize("today", [date.min, date(1, 2, 1), date.max])
def test_no_choice_leaves_the_calendar(choice, today):
    start, end = period_of(choice, today, since_visit=Period(today, today), first_day=None)
    assert date.min <= start <= end == today


@pytest.mark.parametrize(
    ("day", "months", "back"),
    [
        (date(2026, 5, 31), 3, date(2026, 2, 28)),
        (date(2024, 5, 31), 3, date(2024, 2, 29)),
        (date(2026, 2, 28), 6, date(2025, 8, 28)),
        (date(2026, 1, 15), 1, date(2025, 12, 15)),
        (date(1, 3, 1), 6, date.min),
    ],
)
def test_months_back_is_the_same_day_or_the_last_of_the_month(day, months, back):
    assert months_back(day, months) == back


def test_a_filter_says_what_it_hides():
    child, one = uuid4(), uuid4()
    everything = EntryFilter(child=child, **SINCE._asdict(), strategy=one)
    assert not everything.narrowed
    assert not everything.hides
    assert EntryFilter(child=child, **SINCE._asdict(), routine=one).narrowed
    assert EntryFilter(child=child, **SINCE._asdict(), helper=one).narrowed
    by_one = EntryFilter(child=child, **SINCE._asdict(), suggested_by=one)
    assert by_one.hides
    assert not by_one.narrowed
