"""Which copies of a journal stay: the newest ten, and fewer and fewer of those before.

The sequence number says what is newer, never a clock: a clock may jump by years, and copies that
it puts into the future would otherwise push out all others.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

NEWEST = 10
"""So many of the newest always stay."""
DAILY, WEEKLY = timedelta(days=14), timedelta(weeks=8)
"""How long one of each day, and one of each week, stays; one of each month stays for ever."""
MOST_DROPPED = 2
"""More are never deleted at a time, whatever the rule says: a mistake stays a small one."""
LEAST_LEFT = 0.8
"""Nothing is deleted where a copy holds less than this part of what the one before it held."""


@dataclass(frozen=True, slots=True, order=True)
class Kept:
    """A copy by its number and the instant (with its offset) at which it was made."""

    seq: int
    made: datetime


def to_drop(kept: Collection[Kept], now: datetime) -> tuple[int, ...]:
    """Return the numbers of the copies that may be deleted now, oldest first, at most two."""
    in_order = sorted(kept)
    stay = {one.seq for one in in_order[-NEWEST:]} | set(_one_of_each(in_order, now))
    return tuple(one.seq for one in in_order if one.seq not in stay)[:MOST_DROPPED]


def is_sudden_loss(entries: int, before: int) -> bool:
    """Return whether so much is gone since the copy before that no old copy may be deleted."""
    return entries < before * LEAST_LEFT


def _one_of_each(in_order: Sequence[Kept], now: datetime) -> Iterator[int]:
    """Yield the first copy of each day, week and month; the first, so that it never moves on."""
    seen: set[tuple[object, ...]] = set()
    for one in in_order:
        for span in _spans(one.made, now):
            if span not in seen:
                seen.add(span)
                yield one.seq


def _spans(made: datetime, now: datetime) -> Iterator[tuple[object, ...]]:
    age = now - made
    yield ("month", made.year, made.month)
    if age <= WEEKLY:
        yield ("week", *made.isocalendar()[:2])
    if age <= DAILY:
        yield ("day", made.date())
