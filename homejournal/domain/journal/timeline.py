"""The Journal by date: what is asked for, how an entry looks, and what its row shows."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from homejournal.domain.names import (
    HelperName,
    helper_names,
    matches_typed,
    with_distinct_names,
)
from homejournal.domain.records.children import LifeEvent
from homejournal.domain.records.family import Family
from homejournal.domain.records.notes import AnyNote, Flag, Note, PrivateNote
from homejournal.domain.records.plan import Routine, Strategy, plan_on
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
    return tuple(sorted(events, key=lambda event: (event.day, event.id), reverse=True))


def passes_filter(event: LifeEvent, asked: TimelineFilter) -> bool:
    """Return whether a filter of the Journal lets a life event through.

    It is of the child and of no strategy, no person, no routine and no kind of note. Words are
    found by the beginnings of its words, without case and accents.
    """
    of_more = (asked.strategy, asked.helper, asked.flag, asked.suggested_by, asked.routine)
    if event.child != asked.child or any(of_more):
        return False
    within = (asked.start or date.min) <= event.day <= (asked.end or date.max)
    return within and matches_typed(_spaced(asked.words), _spaced(event.words))


def merged_newest_first(
    entries: Sequence[TimelineEntry], life: Iterable[TimelineEntry], limit: int
) -> list[TimelineEntry]:
    """Return the newest of both, in the order of their places."""
    both = sorted((*entries, *life), key=lambda entry: entry.place, reverse=True)
    return both[:limit]


def _spaced(text: str) -> str:
    return _BETWEEN_WORDS.sub(" ", text)


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalRow:
    """One entry as a list shows it; `unit` is that of the plan on the entry's day."""

    record: Entry
    strategy: Strategy | None = None
    helper: HelperName | None = None
    written_by: HelperName | None = None
    """Who typed it, where that was another than who did it."""
    routine: Routine | None = None
    unit: str | None = None
    notes: tuple[AnyNote, ...] = ()
    flags: tuple[Flag, ...] = ()
    private: bool = False
    versions: int = 1
    begins_day: bool = False

    @property
    def day(self) -> date:
        """Return the family's day of the entry."""
        return self.record.day


def journal_row(family: Family, entry: TimelineEntry, *, begins_day: bool = False) -> JournalRow:
    """Return what a list shows of an entry; a note is among its own notes."""
    record = entry.record
    if isinstance(record, LifeEvent):
        return JournalRow(record=record, versions=entry.versions, begins_day=begins_day)
    notes = (record,) if isinstance(record, Note | PrivateNote) else entry.notes
    strategy = family.strategies.get(record.strategy) if record.strategy else None
    if strategy is not None:
        family = with_distinct_names(family, strategy.child)
        strategy = family.strategies[strategy.id]
    routine = record.routine if isinstance(record, Practice) else None
    unit = None
    if isinstance(record, Practice) and strategy is not None:
        unit = plan_on(family.steps.get(strategy.id, ()), record.day).rating.unit
    people = helper_names(family.helpers.values())
    found = {flag for note in notes if isinstance(note, Note) for flag in note.flags}
    return JournalRow(
        record=record,
        strategy=strategy,
        helper=people.get(record.helper) if record.helper else None,
        written_by=people.get(record.written_by) if record.written_by else None,
        routine=family.routines.get(routine) if routine else None,
        unit=unit,
        notes=notes,
        flags=tuple(flag for flag in Flag if flag in found),
        private=any(isinstance(note, PrivateNote) for note in notes),
        versions=entry.versions,
        begins_day=begins_day,
    )


def slots_of(family: Family, practice: Practice) -> tuple[str, ...]:
    """Return the names of the times on the practice's day, and its own where it is another."""
    planned = plan_on(family.steps.get(practice.strategy, ()), practice.day).slots
    own = (practice.slot,) if practice.slot and practice.slot not in planned else ()
    return (*planned, *own)


def hides_entries(asked: TimelineFilter) -> bool:
    said = (asked.strategy, asked.helper, asked.flag, asked.start, asked.end)
    more = (asked.suggested_by, asked.routine)
    return bool(asked.words.strip()) or any(one is not None for one in (*said, *more))


@dataclass(frozen=True, slots=True)
class Difference:
    """How a list became another: rows `start` to before `old_end` gave way to some new rows."""

    start: int
    old_end: int
    new_end: int


def difference(old: Sequence[TimelineEntry], new: Sequence[TimelineEntry]) -> Difference:
    """Return the one stretch that differs, so that a list keeps its place and its choice."""
    start = _alike(old, new, lambda rows, at: rows[at], min(len(old), len(new)))
    rest = min(len(old), len(new)) - start
    same = _alike(old, new, lambda rows, at: rows[len(rows) - 1 - at], rest)
    return Difference(start, len(old) - same, len(new) - same)


def _alike(
    old: Sequence[TimelineEntry],
    new: Sequence[TimelineEntry],
    row: Callable[[Sequence[TimelineEntry], int], TimelineEntry],
    most: int,
) -> int:
    return next((at for at in range(most) if row(old, at) != row(new, at)), most)


def place_of_record(entries: Sequence[TimelineEntry], record: UUID) -> int | None:
    """Return the row of a record, or of the entry that a note stands on."""
    for at, entry in enumerate(entries):
        if entry.record.id == record or any(note.id == record for note in entry.notes):
            return at
    return None
