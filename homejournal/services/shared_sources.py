"""What lies in shared folders, as a source for the repair of a damaged journal."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from homejournal.domain.errors import JournalError
from homejournal.services.sharing import Sharing
from homejournal.services.sharing_folder import look
from homejournal.services.sharing_memory import Memory
from homejournal.storage.repairing import Held

if TYPE_CHECKING:
    from homejournal.services.repair import Source
    from homejournal.services.sharing_wish import RunWish


def shared_sources(sharing: Sharing, computer: Path) -> "list[Source]":
    """Return a source for each folder that this computer shares; nothing is written there.

    A folder that is not there today, or does not read, holds nothing; none is known where the
    journal is too damaged to tell of them.
    """
    try:
        wishes = [sharing.wish(one, computer, write=False) for one in sharing.all()]
    except JournalError:
        return []
    return [partial(_held, wish) for wish in wishes if wish is not None]


def _held(wish: "RunWish") -> Held:
    try:
        found = look(wish.here.folder, wish.shared, Memory(audience=wish.shared.audience))
    except JournalError:
        return Held()
    gone = {one for batch in found.batches for one in batch.purged}
    came = (one for batch in found.batches for one in batch.incoming.revisions)
    return Held(
        revisions=tuple(one for one in came if one.id not in gone),
        private=frozenset(one for batch in found.batches for one in batch.private),
    )
