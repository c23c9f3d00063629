"""The one timer: what it times, and what the clock can honestly say about it."""

import json
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum
from uuid import UUID

from homejournal.domain.limits import read_json

LONGEST = timedelta(hours=12)
"""A timer that ran longer was forgotten; then the family knows better than the clock."""


class TimeUnit(Enum):
    """What is counted, with the smallest step and the seconds of one."""

    MINUTES = (Decimal(1), 60)
    HOURS = (Decimal("0.25"), 3600)


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """One time of a strategy that is timed; it belongs to the family day on which it began."""

    strategy: UUID
    child: UUID
    day: date
    number: int
    """Which time of the day it is, counted from 1."""
    began: datetime
    ended: datetime | None = None
    """When it was stopped; what it says is not written down yet."""


def ran(timing: Timing, now: datetime) -> timedelta | None:
    """Return how long it ran, until now or until it was stopped.

    None where the clock cannot tell: it was set back meanwhile, or half a day has gone by.
    """
    length = (timing.ended or now) - timing.began
    return length if timedelta(0) <= length <= LONGEST else None


def amount(length: timedelta, unit: TimeUnit) -> Decimal:
    """Return a length as it is written down: whole minutes, or quarters of an hour; never zero."""
    step, seconds = unit.value
    exact = Decimal(round(length.total_seconds())) / seconds / step
    return max(Decimal(1), exact.quantize(Decimal(1), ROUND_HALF_UP)) * step


def minutes(length: timedelta) -> int:
    """Return the whole minutes of a length that have gone by."""
    return int(length.total_seconds() // 60)


def text_of(timing: Timing) -> str:
    """Return a timing as text, to be kept."""
    told = {
        "strategy": str(timing.strategy),
        "child": str(timing.child),
        "day": timing.day.isoformat(),
        "number": timing.number,
        "began": timing.began.isoformat(),
        "ended": timing.ended.isoformat() if timing.ended else None,
    }
    return json.dumps(told)


def timing_of(text: str) -> Timing | None:
    """Return the timing that a text tells; None for a text that tells none."""
    try:
        told = read_json(text)
        ended = told["ended"]
        return Timing(
            strategy=UUID(told["strategy"]),
            child=UUID(told["child"]),
            day=date.fromisoformat(told["day"]),
            number=int(told["number"]),
            began=datetime.fromisoformat(told["began"]),
            ended=datetime.fromisoformat(ended) if ended else None,
        )
    except (AttributeError, KeyError, TypeError, ValueError):
        return None
