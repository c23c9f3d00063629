"""The few settings that belong to the journal and decide how days and weeks are counted."""

from dataclasses import dataclass, fields, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from homejournal.domain.limits import days_from
from homejournal.domain.records.record import added, is_added

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
    later = (one for one in fields(JournalSettings) if is_added(one))
    told = ((one.name, one.default, getattr(settings, one.name)) for one in later)
    return {name: said for name, default, said in told if said != default}


def settings_without_later(settings: JournalSettings) -> JournalSettings:
    """Return the settings as an older homejournal reads them: later ones at their defaults."""
    later: dict[str, Any] = {
        one.name: one.default for one in fields(JournalSettings) if is_added(one)
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
