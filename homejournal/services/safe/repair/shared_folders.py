"""What lies in shared folders, as a source for the repair of a damaged journal."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from homejournal.domain.errors import JournalError
from homejournal.domain.sharing.outgoing import Audience
from homejournal.services.safe.sharing.folder_cache import Memory
from homejournal.services.safe.sharing.folder_files import look
from homejournal.services.safe.sharing.local_state import read_here
from homejournal.services.safe.sharing.sharings_in_file import read_shared
from homejournal.storage.repair.outside_sources import Held

if TYPE_CHECKING:
    from homejournal.domain.sharing.outgoing import Shared
    from homejournal.services.safe.repair.progress import Source


def shared_sources(settings: Mapping[str, str], computer: Path) -> "list[Source]":
    """Return a source for each folder that this computer shares; nothing is written there.

    The settings are those of the journal, as far as they read, or of a copy. A folder that is not
    there today, or does not read, holds nothing.
    """
    found = ((one, read_here(computer, one.id)) for one in read_shared(settings))
    return [partial(_held, one, here.folder) for one, here in found if here is not None]


def _held(shared: "Shared", folder: Path) -> Held:
    try:
        found = look(folder, shared, Memory(audience=shared.audience))
    except JournalError:
        return Held()
    gone = frozenset(one for batch in found.batches for one in batch.purged)
    came = (one for batch in found.batches for one in batch.incoming.revisions)
    return Held(
        revisions=tuple(one for one in came if one.id not in gone),
        private=frozenset(one for batch in found.batches for one in batch.private),
        purged=gone if shared.audience is Audience.OWN else frozenset(),
    )
