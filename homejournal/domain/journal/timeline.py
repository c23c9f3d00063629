"""Everything written, by date: what is asked for and how one entry looks."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

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
