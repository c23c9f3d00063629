"""What keeps a journal safe, under one roof of its own; each part loads when it is asked for."""

from functools import cached_property
from typing import TYPE_CHECKING

from homejournal.services.records import Records
from homejournal.services.session import Session

if TYPE_CHECKING:
    from homejournal.services.backups import Backups
    from homejournal.storage.reserve import Reserve


class Safekeeping:
    """Copies, repair, passwords, sharing, and deleting for good."""

    def __init__(self, session: Session, records: Records) -> None:
        self._session = session
        self._records = records

    @property
    def reserve(self) -> "Reserve":
        """Return the room on the disk that is held for a day on which it is full."""
        return self._session.store.reserve

    @cached_property
    def backups(self) -> "Backups":
        """Return the copies of the journal."""
        from homejournal.services.backups import Backups

        return Backups(self._session)
