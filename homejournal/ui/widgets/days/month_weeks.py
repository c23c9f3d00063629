"""Where keys lead in a calendar, and which weeks a month has."""

from calendar import monthrange
from datetime import date

from PySide6.QtCore import Qt

from homejournal.domain.days.family_days import WeekStart, days_into_week, week_of
from homejournal.domain.days.rows_to_count import Period

_Key = Qt.Key
_WEEK = 7
_DAYS = {_Key.Key_Left: -1, _Key.Key_Right: 1, _Key.Key_Up: -_WEEK, _Key.Key_Down: _WEEK}
_PAGES = {_Key.Key_PageUp: -1, _Key.Key_PageDown: 1}
MOVING = frozenset({*_DAYS, *_PAGES, _Key.Key_Home, _Key.Key_End})
"""The keys that lead to another day."""


def whole_month(day: date) -> Period:
    """Return the month of a day."""
    last = monthrange(day.year, day.month)[1]
    return Period(day.replace(day=1), day.replace(day=last))


def whole_week(day: date, start: WeekStart) -> Period:
    """Return the week of a day."""
    first = week_of(day, start)
    return Period(first, date.fromordinal(first.toordinal() + _WEEK - 1))


def weeks_over(days: Period, start: WeekStart) -> tuple[date, int]:
    """Return the first day of the weeks that hold these days, and how many weeks they are."""
    lead = days_into_week(days.start, start)
    count = days.end.toordinal() - days.start.toordinal() + 1 + lead
    return week_of(days.start, start), -(-count // _WEEK)


def months_on(day: date, months: int) -> date:
    """Return the same day of another month, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def day_by_key(key: Qt.Key, day: date, shown: Period, *, weekly: bool, mirrored: bool) -> date:
    """Return the day that a key leads to from a day; `shown` are the days of the page."""
    if key == _Key.Key_Home:
        return shown.start
    if key == _Key.Key_End:
        return shown.end
    if key in _PAGES:
        pages = _PAGES[key]
        return _days_on(day, pages * _WEEK) if weekly else months_on(day, pages)
    turned = mirrored and key in {_Key.Key_Left, _Key.Key_Right}
    return _days_on(day, -_DAYS[key] if turned else _DAYS[key])


def _days_on(day: date, days: int) -> date:
    return date.fromordinal(day.toordinal() + days)
