"""Unfinished text, kept while somebody types: never a revision, never exported."""

from typing import TYPE_CHECKING

from homejournal.services.session import Session

if TYPE_CHECKING:
    from sqlalchemy import Connection


class Drafts:
    """The texts that are not saved yet, by the place they are typed at."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def keep(self, place: str, text: str) -> None:
        """Keep what is typed at a place so far; blank text keeps nothing."""
        from homejournal.storage import statements as sql

        with self._session.store.transaction() as connection:
            drop_draft(connection, place)
            if text.strip():
                connection.execute(sql.add_draft, {"place": place, "text": text})

    def kept(self) -> dict[str, str]:
        """Return all unfinished texts by their places."""
        return self._session.store.drafts()

    def drop(self, place: str) -> None:
        """Forget what was typed at a place."""
        with self._session.store.transaction() as connection:
            drop_draft(connection, place)


def drop_draft(connection: "Connection", place: str | None) -> None:
    """Forget the draft of a place in the caller's transaction."""
    from homejournal.storage import statements as sql

    if place is not None:
        connection.execute(sql.drop_draft, {"old": place})
