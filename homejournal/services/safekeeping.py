"""What keeps a journal safe, under one roof of its own; each part loads when it is asked for."""

from homejournal.services.records import Records
from homejournal.services.session import Session


class Safekeeping:
    """Copies, repair, passwords, sharing, and deleting for good."""

    def __init__(self, session: Session, records: Records) -> None:
        self._session = session
        self._records = records
