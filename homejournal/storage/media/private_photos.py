"""Photos that only private notes had, where nothing here says so: no other home hears of them.

What said so is gone with their content, or never came; so each stands as a setting of the journal.
It is no part of a step that Undo takes back: what stays at home is never forgotten.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from homejournal.domain.records.revisions import Revision
from homejournal.domain.sharing.outgoing import is_about_photo, is_of_private_note, photos_of
from homejournal.storage.records.projection import Stored
from homejournal.storage.records.settings_rows import write_meta

if TYPE_CHECKING:
    from sqlalchemy import Connection

_BEFORE = "private_photo:"
_YES = "yes"


def settings_for(gone: Mapping[UUID, Sequence[Stored]]) -> dict[str, str]:
    """Return the settings for those of the records that go for good, while they still tell.

    That of a photo which was elsewhere, too, is empty: other homes know of it, and hear of its end.
    """
    told = {record: _told(stored) for record, stored in gone.items()}
    return {
        f"{_BEFORE}{record}": _YES if all(map(is_of_private_note, revisions)) else ""
        for record, revisions in told.items()
        if revisions and is_about_photo(revisions[0])
    }


def settings_naming(records: Iterable[str]) -> dict[str, str]:
    """Return the settings that say that these are private."""
    return {f"{_BEFORE}{record}": _YES for record in records}


def private_among(revisions: Iterable[Revision]) -> frozenset[str]:
    """Return the photos of which one of the revisions says that a private note has them."""
    return photos_of(filter(is_of_private_note, revisions))


def records_in(stored: Mapping[str, str]) -> frozenset[str]:
    """Return the records of such photos that a journal's settings name, as text."""
    named = (name for name, said in stored.items() if name.startswith(_BEFORE) and said)
    return frozenset(name.removeprefix(_BEFORE) for name in named)


def remember(connection: "Connection", told: Mapping[str, str]) -> None:
    """Write what of these settings is new, in the caller's transaction."""
    from homejournal.storage.records import statements as sql

    stored = {row.name: row.value for row in connection.execute(sql.all_meta)} if told else {}
    new = {name: said for name, said in told.items() if stored.get(name, "") != said}
    if new:
        write_meta(connection, new)


def _told(stored: Sequence[Stored]) -> list[Revision]:
    return [one.revision for one in stored if one.revision.says_something]
