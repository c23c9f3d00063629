"""How a long period is cut for a chart."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homejournal.domain.days.periods import (
    MOST_MONTHS,
    MOST_WEEKS,
    Period,
    Span,
    WeekStart,
    span_for,
    spans_of,
    whole_span,
)

MONDAY, SUNDAY = WeekStart.MONDAY, WeekStart.SUNDAY
FIRST = date(2026, 3, 2)


def after(days: int) -> Period:
    return Period(FIRST, FIRST + timedelta(days=days - 1))


@pytest.mark.parametrize(
    ("period", "span"),
    [
        (after(1), Span.WEEK),
        (after(27 * 7), Span.WEEK),
        (after(27 * 7 + 1), Span.MONTH),
        (Period(date(2026, 3, 3), date(2026, 9, 7)), Span.MONTH),  # 27 weeks long, but 28 cut
        (Period(date(2015, 12, 31), date(2026, 12, 31)), Span.MONTH),
        (Period(date(2015, 12, 31), date(2027, 1, 1)), Span.YEAR),
        (Period(date.min, date.max), Span.YEAR),
        (Period(date.min, date.min), Span.WEEK),
        (Period(date.max, date.max), Span.WEEK),
    ],
)
def test_weeks_become_months_and_months_years_where_there_are_too_many(period, span):
    assert span_for(period, MONDAY) is span


def test_months_are_cut_to_the_period_and_february_has_its_leap_day():
    cuts = spans_of(Period(date(2024, 1, 15), date(2024, 3, 2)), Span.MONTH, MONDAY)
    assert cuts == (
        (date(2024, 1, 15), date(2024, 1, 31)),
        (date(2024, 2, 1), date(2024, 2, 29)),
        (date(2024, 3, 1), date(2024, 3, 2)),
    )


def test_years_reach_from_the_first_day_of_all_to_the_last():
    cuts = spans_of(Period(date.min, date.max), Span.YEAR, MONDAY)
    assert len(cuts) == 9999
    assert (cuts[0].start, cuts[-1]) == (date.min, (date(9999, 1, 1), date.max))


@pytest.mark.parametrize(
    ("day", "start", "whole"),
    [
        (date(2026, 3, 8), MONDAY, (date(2026, 3, 2), date(2026, 3, 8))),
        (date(2026, 3, 8), SUNDAY, (date(2026, 3, 8), date(2026, 3, 14))),
        (date.min, SUNDAY, (date.min, date(1, 1, 6))),
        (date.max, MONDAY, (date(9999, 12, 27), date.max)),
    ],
)
def test_a_whole_week_begins_on_the_familys_day_and_stays_inside_the_calendar(day, start, whole):
    assert whole_span(day, Span.WEEK, start) == whole


def test_whole_months_and_years():
    assert whole_span(date(2024, 2, 3), Span.MONTH, MONDAY) == (date(2024, 2, 1), date(2024, 2, 29))
    assert whole_span(date(9999, 12, 3), Span.MONTH, MONDAY) == (date(9999, 12, 1), date.max)
    assert whole_span(date(2024, 2, 3), Span.YEAR, MONDAY) == (
        date(2024, 1, 1),
        date(2024, 12, 31),
    )


@settings(max_examples=200, deadline=None)
@given(
    st.dates(date(1990, 1, 1), date(2040, 1, 1)), st.integers(0, 15000), st.sampled_from(WeekStart)
)
def test_the_cuts_hold_every_day_once_and_are_never_too_many(start, length, week_start):
    period = Period(start, start + timedelta(days=length))
    span = span_for(period, week_start)
    cuts = spans_of(period, span, week_start)

    assert (cuts[0].start, cuts[-1].end) == period
    for before, cut in pairwise(cuts):
        assert cut.start == before.end + timedelta(days=1)
        assert whole_span(before.end, span, week_start) != whole_span(cut.start, span, week_start)
    assert span is Span.YEAR or len(cuts) <= (MOST_WEEKS if span is Span.WEEK else MOST_MONTHS)
