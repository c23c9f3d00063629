"""Saving, deleting and restoring records of any kind."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from homejournal.domain.errors import RecordMissingError
from homejournal.domain.records.changes import Change, Version
from homejournal.domain.records.record import Kind, Record
from homejournal.services.session import Session


class Records:
    """What can be done with every kind of record; each call is one step that can be undone."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def save(self, *records: Record) -> Change:
        """Write records, new or edited; what says nothing new changes nothing."""
        with self._session.step() as step:
            step.did(step.writer.put(records))
        return step.change

    def save_ending(self, records: Sequence[Record], drafts: Iterable[str]) -> Change:
        """Write records in one step, in which the unfinished texts of these places end."""
        with self._session.step() as step:
            step.did(step.writer.put(records))
            step.end_drafts(drafts)
        return step.change

    def delete(self, *ids: UUID) -> Change:
        """Delete records; the notes on a practice, and the photos of an entry, go with it."""
        hanging = self.hanging_on(ids)
        with self._session.step() as step:
            step.did(step.writer.delete([*ids, *hanging]))
        return step.change

    def restore(self, record: UUID) -> Change:
        """Bring a deleted record back as it was last, with all that was deleted as a part of it.

        So an entry brings its notes and photos along, a strategy its plan, a visit its questions.
        What stands is left as it is. Raises RecordMissingError where nothing is known of it.
        """
        with self._session.asking() as queries:
            if queries.one(record):
                return Change(())
            whole = queries.bin().whole(record)
        if not whole:
            raise RecordMissingError(str(record))
        return self.save(*whole)

    def get(self, record: UUID) -> Record | None:
        """Return a record that stands."""
        with self._session.asking() as queries:
            return queries.one(record)

    def all_of(self, kind: Kind, *, child: UUID | None = None) -> list[Record]:
        """Return the records of a kind in the order of their arrival, of one child or of all."""
        with self._session.asking() as queries:
            found = queries.all_of(kind)
        return [one for one in found if child is None or getattr(one, "child", child) == child]

    def history(self, record: UUID) -> list[Version]:
        """Return what was said of a record over time, oldest first."""
        with self._session.asking() as queries:
            return queries.history(record)

    def hanging_on(self, ids: Sequence[UUID]) -> list[UUID]:
        """Return the notes and photos that go where these entries or people are deleted."""
        with self._session.asking() as queries:
            notes = [note.id for note in queries.notes_on(ids)]
            photos = (*queries.photos_on([*ids, *notes]), *queries.photos_of_people(ids))
            return [*notes, *(photo.id for photo in photos)]
