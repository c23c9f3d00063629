"""Everything written, newest day first, with the family's life, and the search over notes."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from homejournal.domain.journal.timeline import (
    TimelineEntry,
    TimelineFilter,
    merged_newest_first,
    newest_first,
    passes_filter,
)
from homejournal.services.session import Session
from homejournal.storage.records.kind_numbers import place_of

if TYPE_CHECKING:
    from homejournal.storage.journal.timeline import Timeline as Pages


class Timeline:
    """The journal as a list."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def page(
        self, asked: TimelineFilter, *, before: int | None = None, limit: int = 100
    ) -> list[TimelineEntry]:
        """Return the next entries; the page after it begins before the last entry's place."""
        with self._pages() as pages:
            return pages.page(self._looked_up(asked), before, limit)

    def count(self, asked: TimelineFilter) -> int:
        """Return how many entries there are."""
        with self._pages() as pages:
            return pages.count(self._looked_up(asked))

    def page_with_life(
        self, asked: TimelineFilter, *, before: int | None = None, limit: int = 100
    ) -> list[TimelineEntry]:
        """Return the next entries as `page` does, with what happened in life on top of its day."""
        entries = self.page(asked, before=before, limit=limit)
        life = [one for one in self._life(asked) if before is None or one.place < before]
        return merged_newest_first(entries, life, limit)

    def count_with_life(self, asked: TimelineFilter) -> int:
        """Return how many entries `page_with_life` gives in all."""
        return self.count(asked) + len(self._life(asked))

    def _looked_up(self, asked: TimelineFilter) -> TimelineFilter:
        """Return the filter with the strategies of the professional that it names."""
        if asked.suggested_by is None:
            return asked
        mine = self._session.family().strategies_of(asked.child)
        theirs = frozenset(one.id for one in mine if one.suggested_by == asked.suggested_by)
        return replace(asked, strategies=theirs)

    def _life(self, asked: TimelineFilter) -> list[TimelineEntry]:
        """Return the life events asked for, each at a place of its own."""
        events = newest_first(self._session.family().life_events.values())
        return [
            TimelineEntry(place=place_of(event.day.toordinal() + 1, 0) - 1 - at, record=event)
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
