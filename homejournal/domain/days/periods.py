"""The family's calendar: when its days and weeks begin, periods, weeks, months, years, and ages.

The settings that belong to the journal stand here: they decide how days and weeks are counted.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any, NamedTuple
from uuid import UUID

from homejournal.domain.limits import days_from
from homejournal.domain.records.record import added, is_added
from homejournal.domain.records.visits import Visit
from homejournal.domain.visits import in_time

DAY_ENDS = tuple(time(half // 2, half % 2 * 30) for half in range(24))
"""The hours at which a family's day may end, from midnight to half past eleven in the morning."""


class WeekStart(StrEnum):
    """The day a week begins on."""

    MONDAY = "monday"
    SUNDAY = "sunday"


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalSettings:
    """Which journal this is, when its days and weeks begin, and which home is its own.

    `memories` lets what was written months ago be shown again; with `calm` nothing shows in the
    first month before there is something for it.
    """

    id: UUID
    day_end: time = time(4, 0)
    week_start: WeekStart = WeekStart.MONDAY
    home: UUID | None = None
    example: bool = False
    memories: bool = added(True)  # noqa: FBT003 - a field with its default
    calm: bool = added(True)  # noqa: FBT003


def later_settings(settings: JournalSettings) -> dict[str, bool]:
    """Return the settings added after the first release that are not at their defaults."""
    later = (field for field in fields(JournalSettings) if is_added(field))
    told = ((field.name, field.default, getattr(settings, field.name)) for field in later)
    return {name: said for name, default, said in told if said != default}


def settings_without_later(settings: JournalSettings) -> JournalSettings:
    """Return the settings as an older homejournal reads them: later ones at their defaults."""
    later: dict[str, Any] = {
        field.name: field.default for field in fields(JournalSettings) if is_added(field)
    }
    return replace(settings, **later)


def family_day(moment: datetime, day_end: time) -> date:
    """Return the family's day of a local moment: before the day end it is still the day before."""
    day = moment.date()
    return day - timedelta(days=1) if moment.time().replace(tzinfo=None) < day_end else day


def is_after_midnight(moment: datetime, day_end: time) -> bool:
    """Return whether the calendar has turned while the family's day still goes on."""
    return moment.date() != family_day(moment, day_end)


def days_into_week(day: date, start: WeekStart) -> int:
    """Return how many days of its week come before the day, 0 to 6."""
    return (day.weekday() + (start is WeekStart.SUNDAY)) % 7


def week_of(day: date, start: WeekStart) -> date:
    """Return the first day of the week that holds the day."""
    return days_from(day, -days_into_week(day, start))


class Period(NamedTuple):
    """A stretch of family days, both ends included."""

    start: date
    end: date


MOST_WEEKS = 27
"""Six months of weeks; with more of them neither bars nor numbers could be read."""
MOST_MONTHS = 133
"""Eleven years of months."""
_MONTHS_OF_A_YEAR = 12
_WEEK = 7


QUIET_DAYS = 7
"""So many days without a word, and a paper takes it that the family stopped writing."""


def written_part(period: Period, last_written: date | None) -> Period:
    """Return the days of which a paper counts: through the last one with anything written.

    Only where the family stopped writing for a week or more; a few empty days count as such, as
    everywhere. A paper that ends earlier says so.
    """
    if last_written is None or (period.end - last_written).days < QUIET_DAYS:
        return period
    return Period(period.start, last_written)


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


CORRECTED_MONTHS = 24
"""Corrected age is told until this age.

Source: American Academy of Pediatrics, Pediatrics 153(2), 2024, e2023063801.
"""
TERM = timedelta(weeks=3)
"""A birth up to three weeks before the due day is at term, which is at 40 weeks.

Corrected age is for children born preterm, before 37 whole weeks. Source: American Academy of
Pediatrics, Age Terminology During the Perinatal Period, Pediatrics 114(5), 2004, 1362.
"""
_DAY = timedelta(days=1)


class Age(NamedTuple):
    """Whole months since birth; `corrected` since the due day, for a baby born before 37 weeks."""

    months: int
    corrected: int | None = None


def last_visit(visits: Iterable[Visit], today: date) -> Visit | None:
    """Return the visit that "since the last visit" counts from, or None if there was none.

    A visit of today is the last one only once it was held. A past visit counts whether or not
    somebody said that it was held; on one day, one that was held goes first.
    """
    past = [visit for visit in visits if took_place(visit, today)]
    return max(past, key=lambda visit: (visit.day, visit.held, in_time(visit)), default=None)


def took_place(visit: Visit, today: date) -> bool:
    """Return whether a visit is past: one of today only once it was held."""
    return visit.day < today or (visit.day == today and visit.held)


def since_visit(visit_day: date, today: date, *, written_today: bool) -> Period:
    """Return "since the last visit": from the day of that visit through yesterday.

    It runs through today once something is written today. A visit of today gives today alone.
    """
    end = today if written_today or visit_day >= today else today - _DAY
    return Period(min(visit_day, end), end)


def weeks_of(period: Period, start: WeekStart) -> tuple[Period, ...]:
    """Return the weeks of a period in order, the first and the last cut to it."""
    first, last = period.start.toordinal(), period.end.toordinal()
    begins = range(first - days_into_week(period.start, start), last + 1, 7)
    return tuple(
        Period(date.fromordinal(max(begin, first)), date.fromordinal(min(begin + 6, last)))
        for begin in begins
    )


def months_between(start: date, day: date) -> int:
    """Return the whole months from one day to another; a month is full on the same day number.

    Where a month has no such day it is full on the first of the next.
    """
    return (day.year - start.year) * 12 + day.month - start.month - (day.day < start.day)


def age_on(born: date | None, due: date | None, day: date) -> Age | None:
    """Return the age on a day, or None before birth or where no birthday is known.

    For a child born more than three weeks before the due day the corrected age counts from that
    day. It is told until 24 months after birth, and not before the due day itself. A page tells
    the age on the last day of its period.
    """
    if born is None or day < born:
        return None
    months = months_between(born, day)
    early = due is not None and due - born > TERM and due <= day and months < CORRECTED_MONTHS
    return Age(months, months_between(due, day) if due is not None and early else None)
