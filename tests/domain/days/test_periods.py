"""Since the last visit, weeks of a period, and age on a day."""

from datetime import date, time, timedelta
from uuid import UUID

import pytest

from homejournal.domain.days.periods import (
    DAY_ENDS,
    Age,
    JournalSettings,
    Period,
    WeekStart,
    age_on,
    last_visit,
    since_visit,
    weeks_of,
    written_part,
)
from homejournal.domain.records.visits import Visit
from tests.family import day, days


def visit(on: int, *, held: bool) -> Visit:
    return Visit(id=UUID(int=on), child=UUID(int=1), day=day(on), held=held)


def test_since_the_last_visit_runs_from_its_day_through_yesterday():
    assert since_visit(day(2), day(23), written_today=False) == days(2, 22)


def test_it_runs_through_today_once_something_is_written_today():
    assert since_visit(day(2), day(23), written_today=True) == days(2, 23)


def test_since_a_visit_of_today_is_today_alone():
    assert since_visit(day(23), day(23), written_today=False) == days(23, 23)


def test_a_coming_visit_is_not_the_last_one():
    assert last_visit([visit(2, held=True), visit(30, held=True)], day(23)) == visit(2, held=True)
    assert last_visit([visit(30, held=False)], day(23)) is None


def test_a_visit_of_today_is_the_last_one_once_it_was_held():
    before = visit(2, held=True)

    assert last_visit([before, visit(23, held=False)], day(23)) == before
    assert last_visit([visit(2, held=False), visit(23, held=False)], day(23)).day == day(2)
    assert last_visit([visit(23, held=True), before], day(23)).day == day(23)


def test_a_past_visit_counts_even_if_nobody_said_that_it_was_held():
    assert last_visit([visit(2, held=True), visit(9, held=False)], day(23)).day == day(9)


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        (WeekStart.MONDAY, [days(4, 8), days(9, 15), days(16, 16)]),
        (WeekStart.SUNDAY, [days(4, 7), days(8, 14), days(15, 16)]),
    ],
)
def test_the_weeks_of_a_period_are_cut_to_it(start, expected):
    assert weeks_of(days(4, 16), start) == tuple(expected)


@pytest.mark.parametrize("end", [date.min, date.max])
def test_the_first_and_the_last_week_there_is_can_be_told(end):
    assert weeks_of(Period(end, end), WeekStart.SUNDAY) == (Period(end, end),)


@pytest.mark.parametrize(
    ("born", "months"),
    [
        (date(2024, 4, 20), 22),
        (date(2023, 8, 25), 30),
        (date(2023, 11, 20), 27),
        (date(2024, 7, 15), 19),
        (date(2024, 2, 18), 24),
        (date(2023, 5, 10), 33),
        (date(2024, 6, 22), 20),
        (date(2025, 5, 28), 9),
    ],
)
def test_age_is_told_in_whole_months(born, months):
    assert age_on(born, None, day(2)) == Age(months)


def test_a_month_without_that_day_number_is_full_on_the_first_of_the_next():
    born = date(2025, 1, 31)

    assert age_on(born, None, date(2025, 2, 28)) == Age(0)
    assert age_on(born, None, date(2025, 3, 1)) == Age(1)


def test_without_a_birthday_or_before_it_no_age_is_told():
    assert age_on(None, day(2), day(3)) is None
    assert age_on(day(3), None, day(2)) is None
    assert age_on(day(3), None, day(3)) == Age(0)


def test_a_child_born_early_has_a_corrected_age_until_24_months():
    born, due = date(2024, 1, 10), date(2024, 3, 20)

    assert age_on(born, due, date(2024, 3, 19)) == Age(2)
    assert age_on(born, due, date(2024, 3, 20)) == Age(2, 0)
    assert age_on(born, due, date(2026, 1, 9)) == Age(23, 21)
    assert age_on(born, due, date(2026, 1, 10)) == Age(24)


def test_only_a_child_born_before_37_whole_weeks_has_a_corrected_age():
    born, day_of_visit = date(2025, 1, 10), date(2025, 6, 10)

    assert age_on(born, born + timedelta(days=2), day_of_visit) == Age(5)
    assert age_on(born, born + timedelta(weeks=3), day_of_visit) == Age(5)
    assert age_on(born, born + timedelta(weeks=3, days=1), day_of_visit) == Age(5, 4)


def test_a_child_born_on_the_due_day_or_after_has_no_corrected_age():
    born = date(2025, 1, 10)

    assert age_on(born, born, date(2025, 6, 10)) == Age(5)
    assert age_on(born, date(2025, 1, 2), date(2025, 6, 10)) == Age(5)


@pytest.mark.parametrize(
    ("last_written", "last_counted"), [(28, 28), (22, 28), (21, 21), (2, 2), (None, 28)]
)
def test_a_paper_leaves_out_the_last_days_where_a_week_or_more_is_empty(last_written, last_counted):
    told = last_written and day(last_written)
    assert written_part(days(2, 28), told) == days(2, last_counted)


def test_a_new_journal_ends_its_days_at_four_is_calm_and_shows_memories():
    new = JournalSettings(id=UUID(int=1))
    assert (new.day_end, new.week_start) == (time(4, 0), WeekStart.MONDAY)
    assert new.calm
    assert new.memories


def test_a_day_may_end_at_each_half_hour_of_the_night_and_morning():
    minutes = [end.hour * 60 + end.minute for end in DAY_ENDS]
    assert minutes == [*range(0, 12 * 60, 30)]
