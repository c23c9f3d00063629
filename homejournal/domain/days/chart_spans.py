"""How a long period is cut for a chart: into weeks, or months or years where weeks are too many."""

from datetime import date, timedelta
from enum import StrEnum

from homejournal.domain.days.family_days import WeekStart, days_into_week
from homejournal.domain.days.periods import months_between, weeks_of
from homejournal.domain.days.rows_to_count import Period

MOST_WEEKS = 27
"""Six months of weeks; with more of them neither bars nor numbers could be read."""
MOST_MONTHS = 133
"""Eleven years of months."""
_MONTHS_OF_A_YEAR = 12
_WEEK = 7


class Span(StrEnum):
    """How long each bar of a chart is."""

    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


def span_for(period: Period, week_start: WeekStart) -> Span:
    """Return the shortest span of which the period does not hold too many."""
    few_days = (period.end - period.start).days <= _WEEK * MOST_WEEKS
    if few_days and len(weeks_of(period, week_start)) <= MOST_WEEKS:
        return Span.WEEK
    if months_between(period.start.replace(day=1), period.end) < MOST_MONTHS:
        return Span.MONTH
    return Span.YEAR


def spans_of(period: Period, span: Span, week_start: WeekStart) -> tuple[Period, ...]:
    """Return the weeks, months or years of a period in order, the first and last cut to it."""
    if span is Span.WEEK:
        return weeks_of(period, week_start)
    cuts: list[Period] = []
    start = period.start
    while start <= period.end:
        end = min(whole_span(start, span, week_start).end, period.end)
        cuts.append(Period(start, end))
        if end == date.max:
            break
        start = end + timedelta(days=1)
    return tuple(cuts)


def whole_span(day: date, span: Span, week_start: WeekStart) -> Period:
    """Return the whole month or year of a day, or its whole week."""
    if span is Span.WEEK:
        return _whole_week(day, week_start)
    first = day.replace(day=1) if span is Span.MONTH else day.replace(month=1, day=1)
    last = first.month if span is Span.MONTH else _MONTHS_OF_A_YEAR
    if last == _MONTHS_OF_A_YEAR:
        return Period(first, date(first.year, _MONTHS_OF_A_YEAR, 31))
    return Period(first, date(first.year, last + 1, 1) - timedelta(days=1))


def _whole_week(day: date, week_start: WeekStart) -> Period:
    first = day.toordinal() - days_into_week(day, week_start)
    last = min(first + _WEEK - 1, date.max.toordinal())
    return Period(date.fromordinal(max(first, date.min.toordinal())), date.fromordinal(last))
