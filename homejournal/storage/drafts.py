"""Unfinished texts, one for each place; beside the revisions and never exported."""

from sqlalchemy import Connection

from homejournal.storage import statements as sql


def keep_draft(connection: Connection, place: str, text: str) -> None:
    """Put a text in the place of its earlier one; blank text keeps nothing."""
    drop_draft(connection, place)
    if text.strip():
        connection.execute(sql.add_draft, {"place": place, "text": text})


def drop_draft(connection: Connection, place: str) -> None:
    """Forget the text of a place."""
    connection.execute(sql.drop_draft, {"old": place})
