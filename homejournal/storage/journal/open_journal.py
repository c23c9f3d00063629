"""What whoever works in an open journal needs of it, without all of the store."""

from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from homejournal.storage.file.connection import Connection as BareConnection
from homejournal.storage.file.file_encryption import Key
from homejournal.storage.file.journal_folder import JournalFolder
from homejournal.storage.media.media_folder import MediaFolder, MediaOfSession
from homejournal.storage.records.checked_reads import Damage
from homejournal.storage.records.revisions import Keys

if TYPE_CHECKING:
    from sqlalchemy import Connection


class OpenJournal(Protocol):
    """A journal's file while it is open: `Store` is one, and says more of each."""

    folder: JournalFolder
    device: UUID
    key: Key | None
    damage: Damage
    media: MediaOfSession
    taken_out: int
    filled: int
    taken_back: set[bytes]
    opened_again: int

    @property
    def changes(self) -> int:
        """Return a number that is another one after anything was written in this session."""

    @property
    def bare(self) -> BareConnection:
        """Return the driver's connection."""

    @property
    def keys(self) -> Keys:
        """Return the numbers that records have in this file."""

    def reading(self) -> AbstractContextManager["Connection"]:
        """Give a connection whose reads all see the same state of the journal."""

    def own_media(self) -> MediaFolder:
        """Return the folder of pictures and hand-outs as it is now."""

    def wrote(self) -> None:
        """Know that it was this program that has just written in the file."""
