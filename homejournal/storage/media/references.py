"""Which pictures and hand-outs the journal names, and whether each lies in its folder."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from homejournal.domain.errors import MediaMissingError
from homejournal.domain.records.attachments import MediaFault, MediaTrouble
from homejournal.domain.records.record import Kind
from homejournal.domain.records.revisions import Revision
from homejournal.domain.sharing.outgoing import is_about_photo
from homejournal.storage.media.media_folder import MediaFolder
from homejournal.storage.records import sharing_statements as sharing_sql
from homejournal.storage.records import statements as sql
from homejournal.storage.records.projection import Stored, fields_of

if TYPE_CHECKING:
    from homejournal.storage.journal.store import Store

Named = Mapping[str, str]
"""The name of a picture or hand-out by the hash of its bytes."""
_ANY_HASH = re.compile(rb"[0-9a-f]{64}")


def named_in(found: Mapping[UUID, Sequence[Stored]]) -> Named:
    """Return what the revisions name: what stands, and all that can be brought back.

    A revision whose fields are gone, since it was deleted for good, names nothing.
    """
    return _named(one.revision for stored in found.values() for one in stored)


def _named(revisions: Iterable[Revision]) -> Named:
    told = (
        fields_of(one) for one in revisions if one.told().kind is Kind.MEDIA and one.says_something
    )
    return {fields["sha256"]: fields["name"] for fields in told if "sha256" in fields}


def faults_of(folder: MediaFolder, named: Named) -> tuple[MediaFault, ...]:
    """Return what is wrong with the bytes of what is named, in the order of the names."""
    looked = ((name, _trouble(folder, sha256)) for sha256, name in named.items())
    found = [MediaFault(name, what) for name, what in looked if what is not None]
    return tuple(sorted(found, key=lambda one: (one.name, one.what)))


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


def named_surely(store: "Store") -> frozenset[str]:
    """Return the hashes that any revision names, whatever the projection says.

    All are compared with their hashes; only those about pictures and hand-outs are read. What waits
    for a newer homejournal may name some in a way of its own: all counts there that looks like one.
    """
    with store.reading() as connection:
        genuine = store.damage.genuine(connection.execute(sql.all_revisions))
        named = _named(one for _, _, one in genuine if is_about_photo(one))
        waiting = store.damage.waiting(connection.execute(sharing_sql.all_newer))
        return frozenset({*named, *(hash_ for one in waiting for hash_ in hashes_in(one))})


def hashes_in(revision: Revision) -> Iterator[str]:
    """Yield all that looks like a hash in what only a newer homejournal reads."""
    return (found.decode() for found in _ANY_HASH.findall(revision.fields or b""))
