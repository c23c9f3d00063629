"""Records of any kind: saving, deleting, restoring, undoing, and drafts while somebody types."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeGuard
from uuid import UUID

from homejournal.domain.errors import JournalDamagedError, RecordMissingError
from homejournal.domain.records.changes import Change, Version
from homejournal.domain.records.family import done_by
from homejournal.domain.records.notes import Note, PrivateNote
from homejournal.domain.records.practices import DayMark, Practice
from homejournal.domain.records.record import Kind, Record
from homejournal.services.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable

    from homejournal.storage.journal.prepared_writes import PreparedArrival


class Drafts:
    """The texts that are not saved yet, by the place they are typed at."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def keep(self, place: str, text: str) -> None:
        """Keep what is typed at a place so far; blank text keeps nothing."""
        from homejournal.storage.records.settings_and_drafts import keep_draft

        with self._session.store.transaction() as connection:
            keep_draft(connection, place, text)

    def kept(self) -> dict[str, str]:
        """Return all unfinished texts by their places."""
        return self._session.store.drafts()

    def has(self, place: str) -> bool:
        """Return whether something unfinished is kept at a place; damage says that nothing is."""
        try:
            return place in self.kept()
        except JournalDamagedError:
            return False

    def move(self, places: Mapping[str, str]) -> None:
        """Move texts from their places to other ones, all of them or none."""
        from homejournal.storage.records.settings_and_drafts import drop_draft, keep_draft

        kept = self.kept()
        with self._session.store.transaction() as connection:
            for old, new in places.items():
                keep_draft(connection, new, kept[old])
                drop_draft(connection, old)

    def drop(self, place: str) -> None:
        """Forget what was typed at a place."""
        from homejournal.storage.records.settings_and_drafts import drop_draft

        with self._session.store.transaction() as connection:
            drop_draft(connection, place)


class Steps:
    """Each step is taken back as one more step; all of it, or nothing."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def preparing(self, change: Change) -> "Callable[[], PreparedArrival]":
        """Return the call that works out all that `take_back` writes, which any thread may do.

        It raises what `take_back` raises.
        """
        from homejournal.storage.journal.prepared_writes import undoing_of

        return partial(self._session.preparing().step, change, partial(undoing_of, change))

    def take_back(self, change: Change, ahead: "PreparedArrival | None" = None) -> Change:
        """Take a change back; the answer takes the taking back, back.

        What was worked out `ahead` is only written, if nothing else was written since. Raises
        StaleChangeError if a record was changed since; nothing is written then.
        """
        from homejournal.storage.journal.prepared_writes import prepared_or_now, undoing_of

        with self._session.step() as step:
            back = prepared_or_now(step, change, partial(undoing_of, change), ahead)
            step.take_back(change, back)
            if change.came:
                for hears in self._session.going_back:
                    hears()
        return step.change


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

    def sign(self, helper: UUID) -> Change:
        """Put a name to all entries and notes of which nobody said whose they are, in one step."""
        kinds = (Kind.PRACTICE, Kind.DAY_MARK, Kind.NOTE, Kind.PRIVATE_NOTE)
        written = [record for kind in kinds for record in self.all_of(kind)]
        return self.save(*(done_by(one, helper) for one in written if _is_nameless(one)))

    def delete(self, *ids: UUID) -> Change:
        """Delete records; the notes on a practice, and the photos of an entry, go with it."""
        hanging = self.attached_to(ids)
        with self._session.step() as step:
            step.did(step.writer.delete([*ids, *hanging]))
        return step.change

    def restore(self, record: UUID) -> Change:
        """Restore a deleted record in its last version, with the parts deleted with it.

        An entry brings its notes and photos, a strategy its plan, a visit its questions. A record
        that is not deleted stays unchanged. Raises RecordMissingError if the record is unknown.
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
        return [
            record for record in found if child is None or getattr(record, "child", child) == child
        ]

    def history(self, record: UUID) -> list[Version]:
        """Return what was said of a record over time, oldest first."""
        with self._session.asking() as queries:
            return queries.history(record)

    def attached_to(self, ids: Sequence[UUID]) -> list[UUID]:
        """Return the notes and photos that go where these entries or people are deleted."""
        with self._session.asking() as queries:
            notes = [note.id for note in queries.notes_on(ids)]
            photos = (*queries.photos_on([*ids, *notes]), *queries.photos_of_people(ids))
            return [*notes, *(photo.id for photo in photos)]


def _is_nameless(record: Record) -> TypeGuard[Practice | DayMark | Note | PrivateNote]:
    return (
        isinstance(record, Practice | DayMark | Note | PrivateNote)
        and record.helper is None
        and record.written_by is None
    )
