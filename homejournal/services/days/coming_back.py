"""What was written last: the note to begin from, the day one was here, the clock of that time."""

from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from homejournal.domain.records.family import is_put_away
from homejournal.domain.today.day_page import ComingBack, coming_back, newest_entry_in_future
from homejournal.services.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homejournal.domain.records.notes import Note, PrivateNote
    from homejournal.storage.journal.timeline import Newest


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
