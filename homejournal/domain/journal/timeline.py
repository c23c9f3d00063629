"""The Journal by date: what is asked for, how an entry looks, and what its row shows."""

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple
from uuid import UUID

from homejournal.domain.journal.entry_filter import EntryFilter, FilterPart
from homejournal.domain.names import (
    HelperName,
    helper_names,
    matches_typed,
    with_distinct_names,
)
from homejournal.domain.records.children import LifeEvent
from homejournal.domain.records.family import Family
from homejournal.domain.records.notes import AnyNote, Flag, Note, PrivateNote
from homejournal.domain.records.plan import Routine, Strategy, plan_asked, plan_on, steps_in_force
from homejournal.domain.records.practices import DayMark, Practice
from homejournal.domain.records.rating_scales import RatingKind

Written = Practice | DayMark | Note | PrivateNote
Entry = Written | LifeEvent
"""What stands in the Journal: what was written, and what happened in the family's life."""


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


_OF_LIFE = {FilterPart.DATES, FilterPart.WORDS}


def passes_filter(event: LifeEvent, asked: EntryFilter) -> bool:
    """Return whether a filter of the Journal lets a life event through.

    It has a day and words alone: no strategy, person, routine, kind of note or photo. Words are
    found by the beginnings of its words, without case and accents.
    """
    if event.child != asked.child or set(asked.chosen) - _OF_LIFE:
        return False
    within = (asked.start or date.min) <= event.day <= (asked.end or date.max)
    return within and words_fit(asked.words, event.words)


class MonthOfEntries(NamedTuple):
    """A month by its first day, and how many entries it has."""

    first: date
    entries: int


def last_of_month(day: date) -> date:
    """Return the last day of the month of a day."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def months_of_entries(
    days: Mapping[date, int], more: Iterable[date] = ()
) -> tuple[MonthOfEntries, ...]:
    """Return the months that have entries, the newest first; `more` are days with one entry."""
    found: Counter[date] = Counter()
    for day, entries in (*days.items(), *((day, 1) for day in more)):
        found[day.replace(day=1)] += entries
    return tuple(MonthOfEntries(first, found[first]) for first in sorted(found, reverse=True))


def merged_newest_first(
    entries: Sequence[TimelineEntry], life: Iterable[TimelineEntry], limit: int
) -> list[TimelineEntry]:
    """Return the newest of both, in the order of their places."""
    both = sorted((*entries, *life), key=lambda entry: entry.place, reverse=True)
    return both[:limit]


def words_fit(typed: str, text: str) -> bool:
    """Return whether all words that were typed begin words of a text, without case and accents."""
    return matches_typed(_spaced(typed), _spaced(text))


def _spaced(text: str) -> str:
    return _BETWEEN_WORDS.sub(" ", text)


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalRow:
    """One entry as a list shows it; a number's `unit` is that of the plan on the entry's day."""

    record: Entry
    strategy: Strategy | None = None
    helper: HelperName | None = None
    written_by: HelperName | None = None
    """Who typed it, where that was another than who did it."""
    routine: Routine | None = None
    unit: str | None = None
    notes: tuple[AnyNote, ...] = ()
    people: Mapping[UUID, HelperName] = field(default_factory=dict)
    """Whose words the notes are and who typed them, as far as the journal has their names."""
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
    if isinstance(record, Practice) and record.rating_kind is RatingKind.NUMBER and strategy:
        unit = plan_asked(steps_in_force(family.steps.get(strategy.id, ())), record.day).rating.unit
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
        people={
            who: people[who]
            for note in notes
            for who in (note.helper, note.written_by)
            if who is not None and who in people
        },
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


@dataclass(frozen=True, slots=True)
class Difference:
    """How a list became another: rows `start` to before `old_end` gave way to some new rows."""

    start: int
    old_end: int
    new_end: int


Listed = TimelineEntry | date
"""A row of the list: an entry, or the day that begins."""


def under_days(entries: Iterable[TimelineEntry], after: date | None = None) -> list[Listed]:
    """Return the entries with each new day before its first one; `after` is the day before them."""
    listed: list[Listed] = []
    for entry in entries:
        if entry.record.day != after:
            after = entry.record.day
            listed.append(after)
        listed.append(entry)
    return listed


def difference(old: Sequence[Listed], new: Sequence[Listed]) -> Difference:
    """Return the one stretch that differs, so that a list keeps its place and its choice."""
    start = _alike(old, new, lambda rows, at: rows[at], min(len(old), len(new)))
    rest = min(len(old), len(new)) - start
    same = _alike(old, new, lambda rows, at: rows[len(rows) - 1 - at], rest)
    return Difference(start, len(old) - same, len(new) - same)


def _alike(
    old: Sequence[Listed],
    new: Sequence[Listed],
    row: Callable[[Sequence[Listed], int], Listed],
    most: int,
) -> int:
    return next((at for at in range(most) if row(old, at) != row(new, at)), most)


def place_of_record(entries: Sequence[TimelineEntry], record: UUID) -> int | None:
    """Return the row of a record, or of the entry that a note stands on."""
    for at, entry in enumerate(entries):
        if entry.record.id == record or any(note.id == record for note in entry.notes):
            return at
    return None
