"""A copy of the journal, as the family hears of it, and which copies stay.

The newest ten stay, and fewer and fewer of those before. One from before a sudden loss stays, too,
however much is written and however long it is ago. The sequence number says what is newer, never a
clock: a clock may jump by years, and copies that it puts into the future would otherwise push out
all others.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import islice, pairwise
from pathlib import Path

_KEYS = "keys.json"


class Place(StrEnum):
    """Where a copy lies."""

    HERE = "here"  # in the journal's own folder
    SECOND = "second"  # on a stick, another disk, a cloud's folder
    SHOWN = "shown"  # wherever it is that somebody shows it to a repair


class NoSecondCopyReason(StrEnum):
    """Why no copy could go to the second place."""

    FULL = "full"
    PLAIN = "plain"  # the journal has no password any more
    READ_ONLY = "read_only"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A copy that was opened and read whole before it got its name.

    `seq` orders the copies of one place; `made` is an instant with its offset, as the clock said.
    One that was made `before_update` of the journal's tables has no number, and stays. At a second
    place one may come from an `other_computer`, or from an `other_folder` in which the same journal
    lies on this one.
    """

    path: Path
    seq: int
    made: datetime
    place: Place = Place.HERE
    before_update: bool = False
    other_computer: bool = False
    other_folder: bool = False


def is_keys_file(path: Path) -> bool:
    """Return whether a file is called as the locked keys of a journal, or of a copy, are."""
    return path.name == _KEYS or path.name.endswith(f".{_KEYS}")


OLD = timedelta(hours=20)
"""At a start a copy is made where the newest is older than this.

It is less than a day: who begins a little earlier than yesterday has one on each day, too.
"""
NEWEST = 10
"""So many of the newest always stay."""
DAILY, WEEKLY = timedelta(days=14), timedelta(weeks=8)
"""How long one of each day, and one of each week, stays; one of each month stays for ever."""
MOST_DROPPED = 2
"""More are never deleted at a time, whatever the rule says: a mistake stays a small one."""
LEAST_LEFT = 0.8
"""A copy is let go only where a newer one holds at least this part of the records it holds."""


@dataclass(frozen=True, slots=True, order=True)
class KeptCopy:
    """A copy by its number and the instant (with its offset) at which it was made."""

    seq: int
    made: datetime


Holds = Callable[[int], Collection[bytes] | None]
"""Tells which records stand in the copy of a number; None where it does not tell."""


def copies_to_delete(kept: Collection[KeptCopy], now: datetime, holds: Holds) -> tuple[int, ...]:
    """Return the numbers of the copies that may be deleted now, oldest first, at most two.

    One goes only where the next one or the newest holds most of what it holds. One that does not
    tell what it holds stays: it may be the last from before a loss.
    """
    in_order = sorted(kept)
    stay = {kept_copy.seq for kept_copy in in_order[-NEWEST:]} | set(_one_of_each(in_order, now))
    going = (
        kept_copy.seq
        for kept_copy, following in pairwise(in_order)
        if kept_copy.seq not in stay and _is_held(holds, kept_copy, (following, in_order[-1]))
    )
    return tuple(islice(going, MOST_DROPPED))


def is_sudden_loss(now: Collection[bytes], before: Collection[bytes]) -> bool:
    """Return whether so many records vanished since the last copy that no copy may be deleted."""
    return len(set(before) & set(now)) < len(before) * LEAST_LEFT


def _is_held(holds: Holds, one: KeptCopy, newer: Sequence[KeptCopy]) -> bool:
    held = holds(one.seq)
    if held is None:
        return False
    told = (holds(other.seq) for other in newer)
    return any(now is not None and not is_sudden_loss(now, held) for now in told)


def _one_of_each(in_order: Sequence[KeptCopy], now: datetime) -> Iterator[int]:
    """Yield the first copy of each day, week and month; the first, so that it never moves on."""
    seen: set[tuple[object, ...]] = set()
    for kept in in_order:
        for span in _spans(kept.made, now):
            if span not in seen:
                seen.add(span)
                yield kept.seq


def _spans(made: datetime, now: datetime) -> Iterator[tuple[object, ...]]:
    age = now - made
    yield ("month", made.year, made.month)
    if age <= WEEKLY:
        yield ("week", *made.isocalendar()[:2])
    if age <= DAILY:
        yield ("day", made.date())
