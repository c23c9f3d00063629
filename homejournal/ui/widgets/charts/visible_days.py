"""Which days a chart shows after a step of zoom or pan."""

from __future__ import annotations

from datetime import date

from homejournal.domain.days.rows_to_count import Period

LEAST_DAYS = 7
_WEEK = 7
_FEW_WEEKS = 28


def days_in(period: Period) -> int:
    """Return how many days a period has."""
    return period.end.toordinal() - period.start.toordinal() + 1


def zoomed(shown: Period, whole: Period, about: date, *, closer: bool) -> Period:
    """Return half or twice as many days, at least a week and inside the whole.

    The day `about` stays where it is in the picture, as far as the whole allows.
    """
    length = days_in(shown)
    wanted = max(LEAST_DAYS, -(-length // 2)) if closer else 2 * length
    wanted = min(wanted, days_in(whole)) if length >= LEAST_DAYS or not closer else length
    share = (about.toordinal() - shown.start.toordinal() + 0.5) / length
    return _inside(about.toordinal() - round(share * wanted - 0.5), wanted, whole)


def panned(shown: Period, whole: Period, days: int) -> Period:
    """Return as many days, that many later, or earlier where it is negative."""
    return _inside(shown.start.toordinal() + days, days_in(shown), whole)


def step_of(shown: Period) -> int:
    """Return by how many days a key pans: a quarter, in full weeks where there are some."""
    quarter = max(1, days_in(shown) // 4)
    return quarter // _WEEK * _WEEK if days_in(shown) >= _FEW_WEEKS else quarter


def _inside(start: int, length: int, whole: Period) -> Period:
    length = min(length, days_in(whole))
    start = min(start, whole.end.toordinal() - length + 1)
    start = max(start, whole.start.toordinal())
    return Period(date.fromordinal(start), date.fromordinal(start + length - 1))
