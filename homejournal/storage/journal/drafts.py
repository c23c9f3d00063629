"""Unfinished texts, one for each place; beside the revisions and never exported."""

import re
from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import Connection

from homejournal.domain.records.changes import DraftMove
from homejournal.storage.records import statements as sql
from homejournal.storage.records.small_table_digests import rows_written

_ID = re.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
"""A record's id, as places name it."""


def keep_draft(connection: Connection, place: str, text: str) -> None:
    """Put a text in the place of its earlier one; blank text keeps nothing."""
    connection.execute(sql.drop_draft, {"old": place})
    if text.strip():
        connection.execute(sql.add_draft, {"place": place, "text": text})
    rows_written(connection, "draft")


def drop_draft(connection: Connection, place: str) -> None:
    """Forget the text of a place."""
    if connection.execute(sql.drop_draft, {"old": place}).rowcount:
        rows_written(connection, "draft")


def drop_drafts_of(connection: Connection, records: Iterable[UUID]) -> None:
    """Forget the texts of all places that name one of these records."""
    gone = frozenset(records)
    for place in _kept(connection):
        if not gone.isdisjoint(map(UUID, _ID.findall(place))):
            drop_draft(connection, place)


def end_drafts(connection: Connection, places: Iterable[str]) -> tuple[DraftMove, ...]:
    """Forget the texts of places so that they can come again; return those that there were."""
    kept = _kept(connection)
    moves = tuple(DraftMove(place, kept[place], "") for place in places if place in kept)
    for move in moves:
        drop_draft(connection, move.place)
    return moves


def put_drafts_back(connection: Connection, moves: Iterable[DraftMove]) -> tuple[DraftMove, ...]:
    """Put texts back to what they were before; return what turns that again.

    What was typed at a place since stays, behind the text that comes back: no word is lost.
    """
    kept = _kept(connection)
    turned = []
    for move in moves:
        now = kept.get(move.place, "")
        typed_since = "" if now == move.after else now
        text = " ".join(words for words in (move.before, typed_since) if words)
        keep_draft(connection, move.place, text)
        turned.append(DraftMove(move.place, now, text))
    return tuple(turned)


def _kept(connection: Connection) -> dict[str, str]:
    rows = connection.execute(sql.all_drafts)
    return {row.place: row.text for row in rows}
