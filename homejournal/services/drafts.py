"""Unfinished text, kept while somebody types: never a revision, never exported."""

from homejournal.services.session import Session


class Drafts:
    """The texts that are not saved yet, by the place they are typed at."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def keep(self, place: str, text: str) -> None:
        """Keep what is typed at a place so far; blank text keeps nothing."""
        from homejournal.storage.drafts import keep_draft

        with self._session.store.transaction() as connection:
            keep_draft(connection, place, text)

    def kept(self) -> dict[str, str]:
        """Return all unfinished texts by their places."""
        return self._session.store.drafts()

    def drop(self, place: str) -> None:
        """Forget what was typed at a place."""
        from homejournal.storage.drafts import drop_draft

        with self._session.store.transaction() as connection:
            drop_draft(connection, place)
