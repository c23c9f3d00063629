"""Everything written, newest day first, and searched; the last entry; what to see again."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from homejournal.domain.journal.entry_filter import EntryFilter
from homejournal.domain.journal.timeline import (
    MonthOfEntries,
    TimelineEntry,
    merged_newest_first,
    months_of_entries,
    newest_first,
    passes_filter,
)
from homejournal.domain.limits import days_from
from homejournal.domain.records.family import is_put_away
from homejournal.domain.records.notes import Flag, Note
from homejournal.domain.today.day_page import ComingBack, coming_back, newest_entry_in_future
from homejournal.services.days.days import Days
from homejournal.services.session import Session
from homejournal.storage.records.kind_numbers import place_of

if TYPE_CHECKING:
    from homejournal.domain.records.notes import PrivateNote
    from homejournal.storage.journal.timeline import Newest
    from homejournal.storage.journal.timeline import Timeline as Pages


class Timeline:
    """The journal as a list."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def page(
        self, asked: EntryFilter, *, before: int | None = None, limit: int = 100
    ) -> list[TimelineEntry]:
        """Return the next entries; the page after it begins before the last entry's place."""
        with self._pages() as pages:
            return pages.page(self._looked_up(asked), before, limit)

    def count(self, asked: EntryFilter) -> int:
        """Return how many entries there are."""
        with self._pages() as pages:
            return pages.count(self._looked_up(asked))

    def page_with_life(
        self, asked: EntryFilter, *, before: int | None = None, limit: int = 100
    ) -> list[TimelineEntry]:
        """Return the next entries as `page` does, with what happened in life on top of its day."""
        entries = self.page(asked, before=before, limit=limit)
        life = [entry for entry in self._life(asked) if before is None or entry.place < before]
        return merged_newest_first(entries, life, limit)

    def newer_with_life(
        self, asked: EntryFilter, *, since: int, limit: int = 100
    ) -> list[TimelineEntry]:
        """Return the entries just above a place, which is among them, the newest first."""
        with self._pages() as pages:
            entries = pages.newer(self._looked_up(asked), since, limit)
        life = (entry for entry in self._life(asked) if entry.place >= since)
        return merged_newest_first(entries, life, len(entries) + len(self._life(asked)))[-limit:]

    @staticmethod
    def end_of(day: date) -> int:
        """Return the place before which a day stands, with all that is older."""
        return place_of(day.toordinal() + 1, 0)

    def months(self, asked: EntryFilter) -> tuple[MonthOfEntries, ...]:
        """Return the months that have entries, life events among them, the newest first."""
        with self._pages() as pages:
            days = pages.days(self._looked_up(asked))
        return months_of_entries(days, (entry.record.day for entry in self._life(asked)))

    def _looked_up(self, asked: EntryFilter) -> EntryFilter:
        """Return the filter with the strategies of the professional that it names."""
        if asked.suggested_by is None:
            return asked
        mine = self._session.family().strategies_of(asked.child)
        theirs = frozenset(
            strategy.id for strategy in mine if strategy.suggested_by == asked.suggested_by
        )
        return replace(asked, strategies=theirs)

    def _life(self, asked: EntryFilter) -> list[TimelineEntry]:
        """Return the life events asked for, each at a place of its own."""
        events = newest_first(self._session.family().life_events.values())
        return [
            TimelineEntry(place=self.end_of(event.day) - 1 - at, record=event)
            for at, event in enumerate(events)
            if passes_filter(event, asked)
        ]

    @contextmanager
    def _pages(self) -> Iterator["Pages"]:
        from homejournal.storage.journal.queries import Queries
        from homejournal.storage.journal.timeline import Timeline as Pages

        store = self._session.store
        with store.reading() as connection:
            yield Pages(connection, Queries(connection, store.keys, store.damage))


class LastEntry:
    """The journal's last words."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def note_before(self, strategy: UUID, day: date) -> "Note | PrivateNote | None":
        """Return the newest note on a strategy from the days before a day."""
        with self._newest() as newest:
            return newest.note(strategy, day)

    def comes_back(self, child: UUID) -> ComingBack | None:
        """Return the last entry before a pause of weeks; None if there was no such pause.

        A child that was put away, or has no entries yet, gets none.
        """
        known = self._session.family().children.get(child)
        if known is None or is_put_away(known):
            return None
        today = self._session.today()
        with self._newest() as newest:
            return coming_back(newest.day(child, today), today)

    def clock_was_later(self, child: UUID) -> date | None:
        """Return from when the newest entry is where that is later than the clock says now."""
        now, today = self._session.clock(), self._session.today()
        with self._newest() as newest:
            return newest_entry_in_future(
                newest.writing(), newest.day(child, None, marks=False), now, today
            )

    def newest_day(self, child: UUID) -> date | None:
        """Return the newest day on which something was done or noted.

        It lies in the days to come only where a clock or a time zone was changed: what is left out
        ahead does not count.
        """
        with self._newest() as newest:
            return newest.day(child, None, marks=False)

    @contextmanager
    def _newest(self) -> "Iterator[Newest]":
        from homejournal.storage.journal.queries import Queries
        from homejournal.storage.journal.timeline import Newest

        store = self._session.store
        with store.reading() as connection:
            queries = Queries(connection, store.keys, store.damage)
            yield Newest(connection, queries, store.damage)


_THREE_MONTHS, _NEAR = 91, 3
"""In days: how long ago a memory is, and how far around that day a note is looked for."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """A note each, or none."""

    celebration: Note | None = None
    then: Note | None = None
    """From around three months before."""


class Memories:
    """Never a private note, nor a concern, and nothing of a child whose journal is put away."""

    def __init__(self, session: Session, days: Days, timeline: Timeline) -> None:
        self._session, self._days, self._timeline = session, days, timeline

    def before(self, child: UUID, day: date) -> Remembered:
        """Return what was celebrated last through a day, and what was written 91 days before it."""
        known = self._session.family().children.get(child)
        if known is None or is_put_away(known):
            return Remembered()
        return Remembered(self._celebration(child, day), self._then(child, day))

    def _celebration(self, child: UUID, day: date) -> Note | None:
        asked = EntryFilter(child=child, flag=Flag.CELEBRATION, end=day)
        found = (
            note
            for entry in self._timeline.page(asked, limit=1)
            for note in (entry.record, *entry.notes)
            if isinstance(note, Note) and Flag.CELEBRATION in note.flags
        )
        return next(found, None)

    def _then(self, child: UUID, day: date) -> Note | None:
        middle = days_from(day, -_THREE_MONTHS)
        around = (days_from(middle, -_NEAR), days_from(middle, _NEAR))
        notes = [
            note
            for note in self._days.between(child, *around).notes
            if Flag.CONCERN not in note.flags
        ]
        return min(notes, key=lambda note: (abs((note.day - middle).days), note.id), default=None)
