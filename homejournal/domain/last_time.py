"""Coming back after weeks, and a clock that says less than it said before."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

_AWAY = timedelta(days=14)
_CLOCK_SLACK = timedelta(days=1)
"""Less than that is a change of the time zone, or of the computer."""


@dataclass(frozen=True, slots=True)
class Return:
    """A family is back; how long it was away is nobody's business, so it does not stand here."""

    left_off: date
    """The last day with an entry: what is remembered can be filled in from there."""


def returns(newest: date | None, today: date) -> Return | None:
    """Return where a family left off, where nothing is written for more than two weeks."""
    if newest is None or today - newest <= _AWAY:
        return None
    return Return(newest)


def clock_is_back(written: datetime, now: datetime) -> bool:
    """Return whether the newest entry was written more than a day later than it is now."""
    return written - now > _CLOCK_SLACK
