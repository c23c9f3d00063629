"""Coming back after weeks, and a clock that says less than it said before."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

_AWAY = timedelta(days=14)
_CLOCK_SLACK = timedelta(days=1)
"""Less than that is a change of the time zone, or of the computer."""


@dataclass(frozen=True, slots=True)
class ComingBack:
    """A family comes back after a break; the length of the break is left out on purpose."""

    left_off: date
    """The last day with an entry: what is remembered can be filled in from there."""


def coming_back(newest: date | None, today: date) -> ComingBack | None:
    """Return the last day written, after a break of more than two weeks; None otherwise."""
    if newest is None or today - newest <= _AWAY:
        return None
    return ComingBack(newest)


def newest_entry_in_future(
    written: datetime | None, newest: date | None, now: datetime, today: date
) -> date | None:
    """Return the day of the newest entry where it is more than a day ahead of the clock.

    `written` is when something was written last, `newest` the newest day that was written about.
    """
    found = [newest] if newest is not None and newest - today > _CLOCK_SLACK else []
    if written is not None and written - now > _CLOCK_SLACK:
        found.append(written.astimezone(now.tzinfo).date())
    return max(found, default=None)
