"""The earlier versions of entries, and taking one of them again."""

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from homejournal.domain.journal.history import PastVersion, past_versions
from homejournal.domain.journal.timeline import Entry, Written
from homejournal.domain.records.changes import Change
from homejournal.domain.records.children import LifeEvent
from homejournal.domain.records.people import Device
from homejournal.domain.records.record import Kind
from homejournal.services.records.records import Records
from homejournal.services.session import Session


class History:
    """What was said of an entry over time."""

    def __init__(self, session: Session, records: Records) -> None:
        self._session = session
        self._records = records

    def of(self, entry: UUID, child: UUID) -> tuple[PastVersion, ...]:
        """Return the versions of a child's entry, newest first, in the family's time zone."""
        zone = self._session.clock().tzinfo
        found = past_versions(self._records.history(entry), self._session.family(), child)
        return tuple(replace(one, at=one.at.astimezone(zone) if one.at else None) for one in found)

    def changed(self, entries: Iterable[UUID]) -> frozenset[UUID]:
        """Return those of the entries that have more than one version."""
        with self._session.asking() as queries:
            return queries.written_again(entries)

    def take_again(self, version: Entry) -> Change:
        """Let an entry say again what it said; when it was first written stays as it is."""
        now = self._records.get(version.id)
        if isinstance(version, LifeEvent) or not isinstance(now, Written):
            return self._records.save(version)
        return self._records.save(replace(version, written=now.written))

    def is_here(self, device: str) -> bool:
        """Return whether it is the id of this computer."""
        return device == str(self._session.store.device)

    def computers(self) -> dict[str, str]:
        """Return the names that the family gave its computers, by their ids."""
        devices = self._records.all_of(Kind.DEVICE)
        return {str(one.id): one.name for one in devices if isinstance(one, Device)}
