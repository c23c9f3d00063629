"""Unfinished text, kept while somebody types: never a revision, never exported."""

from collections.abc import Mapping

from homejournal.domain.errors import JournalDamagedError
from homejournal.services.session import Session


class Drafts:
    """The texts that are not saved yet, by the place they are typed at."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def keep(self, place: str, text: str) -> None:
        """Keep what is typed at a place so far; blank text keeps nothing."""
        from homejournal.storage.journal.drafts import keep_draft

        with self._session.store.transaction() as connection:
            keep_draft(connection, place, text)

    def kept(self) -> dict[str, str]:
        """Return all unfinished texts by their places."""
        return self._session.store.drafts()

    def has(self, place: str) -> bool:
        """Return whether something unfinished is kept at a place; damage says that nothing is."""
        try:
            return place in self.kept()
        except JournalDamagedError:
            return False

    def move(self, places: Mapping[str, str]) -> None:
        """Move texts from their places to other ones, all of them or none."""
        from homejournal.storage.journal.drafts import drop_draft, keep_draft

        kept = self.kept()
        with self._session.store.transaction() as connection:
            for old, new in places.items():
                keep_draft(connection, new, kept[old])
                drop_draft(connection, old)

    def drop(self, place: str) -> None:
        """Forget what was typed at a place."""
        from homejournal.storage.journal.drafts import drop_draft

        with self._session.store.transaction() as connection:
            drop_draft(connection, place)
