"""What the journal says of pictures and hand-outs: which it names, which go, which are private.

Photos that only private notes had are no other home's business. Where nothing here says so any
more, since what said it is gone with its content or never came, each stands as a setting of the
journal. It is no part of a step that Undo takes back: what stays at home is never forgotten.
"""

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from homejournal.domain.errors import MediaMissingError
from homejournal.domain.records.media_and_papers import MediaFault, MediaTrouble
from homejournal.domain.records.record import Kind
from homejournal.domain.records.revisions import Revision
from homejournal.domain.sharing.outgoing import is_about_photo, is_of_private_note, photos_of
from homejournal.storage.media.media_folder import MediaFolder
from homejournal.storage.records.projection import Stored, fields_of
from homejournal.storage.records.settings_and_drafts import write_meta

if TYPE_CHECKING:
    from sqlalchemy import Connection

Named = Mapping[str, str]
"""The name of a picture or hand-out by the hash of its bytes."""
TO_GO = "media_to_go:"
"""Before the hash of what was deleted for good and whose bytes may lie there still."""
_ANY_HASH = re.compile(rb"[0-9a-f]{64}")
_PRIVATE = "private_photo:"
_YES = "yes"


def named_in(found: Mapping[UUID, Sequence[Stored]]) -> Named:
    """Return what the revisions name: what stands, and all that can be brought back.

    A revision whose fields are gone, since it was deleted for good, names nothing.
    """
    return named_by(stored.revision for of_record in found.values() for stored in of_record)


def named_by(revisions: Iterable[Revision]) -> Named:
    """Return what these name."""
    media = (it for it in revisions if it.told().kind is Kind.MEDIA and it.says_something)
    told = map(fields_of, media)
    return {fields["sha256"]: fields["name"] for fields in told if "sha256" in fields}


def hashes_in(revision: Revision) -> Iterator[str]:
    """Yield all that looks like a hash in what only a newer homejournal reads."""
    return (found.decode() for found in _ANY_HASH.findall(revision.fields or b""))


def faults_of(folder: MediaFolder, named: Named) -> tuple[MediaFault, ...]:
    """Return the faults of the named files, in the order of the names."""
    looked = ((name, _trouble(folder, sha256)) for sha256, name in named.items())
    found = [MediaFault(name, what) for name, what in looked if what is not None]
    return tuple(sorted(found, key=lambda fault: (fault.name, fault.what)))


def _trouble(folder: MediaFolder, sha256: str) -> MediaTrouble | None:
    path = folder.path(sha256)
    if not os.path.lexists(path):
        return MediaTrouble.MISSING
    if not path.is_file():  # to open a pipe would wait for ever
        return MediaTrouble.UNREADABLE
    try:
        folder.get(sha256)
    except MediaMissingError as error:  # its cause is what the disk refused
        return MediaTrouble.UNREADABLE if error.__cause__ else MediaTrouble.CHANGED
    return None


def will_go(connection: "Connection", media: Iterable[str]) -> None:
    """Remember what was deleted for good, in the caller's transaction: its bytes go right after.

    Should the program end before, they go once the journal is closed the next time.
    """
    told = {f"{TO_GO}{sha256}": _YES for sha256 in media}
    if told:
        write_meta(connection, told)


def settings_for(gone: Mapping[UUID, Sequence[Stored]]) -> dict[str, str]:
    """Return the settings for those of the records that go for good, while they still tell.

    That of a photo which was elsewhere, too, is empty: other homes know of it, and hear of its end.
    """
    told = {record: _told(stored) for record, stored in gone.items()}
    return {
        f"{_PRIVATE}{record}": _YES if all(map(is_of_private_note, revisions)) else ""
        for record, revisions in told.items()
        if revisions and is_about_photo(revisions[0])
    }


def settings_naming(records: Iterable[str]) -> dict[str, str]:
    """Return the settings that say that these photos are private."""
    return {f"{_PRIVATE}{record}": _YES for record in records}


def private_among(revisions: Iterable[Revision]) -> frozenset[str]:
    """Return the photos of which one of the revisions says that a private note has them."""
    return photos_of(filter(is_of_private_note, revisions))


def records_in(stored: Mapping[str, str]) -> frozenset[str]:
    """Return the records of private photos that a journal's settings name, as text."""
    named = (name for name, said in stored.items() if name.startswith(_PRIVATE) and said)
    return frozenset(name.removeprefix(_PRIVATE) for name in named)


def remember(connection: "Connection", told: Mapping[str, str]) -> None:
    """Write what of these settings is new, in the caller's transaction."""
    from homejournal.storage.records import statements as sql

    stored = {row.name: row.value for row in connection.execute(sql.all_meta)} if told else {}
    new = {name: said for name, said in told.items() if stored.get(name, "") != said}
    if new:
        write_meta(connection, new)


def _told(stored: Sequence[Stored]) -> list[Revision]:
    return [it.revision for it in stored if it.revision.says_something]
