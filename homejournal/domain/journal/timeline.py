"""The Journal by date: what is asked for, how an entry looks, and what happened in family life."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from homejournal.domain.names.quick_choices import matches_typed
from homejournal.domain.records.children import LifeEvent
from homejournal.domain.records.notes import Flag, Note, PrivateNote
from homejournal.domain.records.practices import DayMark, Practice

Written = Practice | DayMark | Note | PrivateNote
Entry = Written | LifeEvent
"""What stands in the Journal: what was written, and what happened in the family's life."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineFilter:
    """Which entries are asked for; what is None or blank does not narrow."""

    child: UUID
    strategy: UUID | None = None
    helper: UUID | None = None
    flag: Flag | None = None
    words: str = ""
    start: date | None = None
    end: date | None = None
    suggested_by: UUID | None = None
    """Only what is of strategies of one professional."""
    strategies: frozenset[UUID] | None = None
    """Those strategies, once they are looked up."""
    routine: UUID | None = None
    """Only what was done in a routine, and the notes on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """One entry with the notes on it; `place` orders entries, newest day greatest."""

    place: int
    record: Entry
    notes: tuple[Note | PrivateNote, ...] = ()
    versions: int = 1


_BETWEEN_WORDS = re.compile(r"[\W_]+")


def newest_first(events: Iterable[LifeEvent]) -> tuple[LifeEvent, ...]:
    """Return life events in the order in which a list shows them."""
    return tuple(sorted(events, key=lambda one: (one.day, one.id), reverse=True))


def is_asked(event: LifeEvent, asked: TimelineFilter) -> bool:
    """Return whether a filter of the Journal lets a life event through.

    It is of the child and of no strategy, no person, no routine and no kind of note. Words are
    found by the beginnings of its words, without case and accents.
    """
    of_more = (asked.strategy, asked.helper, asked.flag, asked.suggested_by, asked.routine)
    if event.child != asked.child or any(of_more):
        return False
    within = (asked.start or date.min) <= event.day <= (asked.end or date.max)
    return within and matches_typed(_spaced(asked.words), _spaced(event.words))


def among(
    entries: Sequence[TimelineEntry], life: Iterable[TimelineEntry], limit: int
) -> list[TimelineEntry]:
    """Return the newest of both, in the order of their places."""
    both = sorted((*entries, *life), key=lambda one: one.place, reverse=True)
    return both[:limit]


def _spaced(text: str) -> str:
    return _BETWEEN_WORDS.sub(" ", text)
