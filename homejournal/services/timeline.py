"""Everything written, newest day first, and the search over notes."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from homejournal.domain.timeline import TimelineEntry, TimelineFilter
from homejournal.services.session import Session

if TYPE_CHECKING:
    from homejournal.storage.timeline import Timeline as Pages


class Timeline:
    """The journal as a list."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def page(
        self, asked: TimelineFilter, *, before: int | None = None, limit: int = 100
    ) -> list[TimelineEntry]:
        """Return the next entries; the page after it begins before the last entry's place."""
        with self._pages() as pages:
            return pages.page(asked, before, limit)

    def count(self, asked: TimelineFilter) -> int:
        """Return how many entries there are."""
        with self._pages() as pages:
            return pages.count(asked)

    @contextmanager
    def _pages(self) -> Iterator["Pages"]:
        from homejournal.storage.queries import Queries
        from homejournal.storage.timeline import Timeline as Pages

        store = self._session.store
        with store.reading() as connection:
            yield Pages(connection, Queries(connection, store.keys, store.damage))
