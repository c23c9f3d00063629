"""One event that two parents may both have noted: a hint, never more.

Same strategy, same day, by different people, and both times within half an hour of each other; two
meals in one day are two events, so nothing is ever joined by itself.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import combinations

from homejournal.domain.records.practices import Practice

WITHIN = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class NotedTwice:
    """Two practices that may be one, the earlier one first."""

    one: Practice
    other: Practice


def noted_twice(practices: Iterable[Practice]) -> tuple[NotedTwice, ...]:
    """Return the pairs that may be one event, by day."""
    by_day: dict[object, list[Practice]] = {}
    for practice in practices:
        by_day.setdefault((practice.day, practice.strategy), []).append(practice)
    found = [
        NotedTwice(*sorted(pair, key=lambda each: (_moment(each), each.id)))
        for together in by_day.values()
        for pair in combinations(together, 2)
        if _may_be_one(*pair)
    ]
    return tuple(sorted(found, key=lambda pair: (pair.one.day, pair.one.id, pair.other.id)))


def _may_be_one(one: Practice, other: Practice) -> bool:
    if one.helper is None or other.helper is None or one.helper == other.helper:
        return False
    if one.slot != other.slot or one.time is None or other.time is None:
        return False
    return abs(_moment(one) - _moment(other)) <= WITHIN


def _moment(practice: Practice) -> datetime:
    return datetime.combine(practice.day, practice.time or time.min)
