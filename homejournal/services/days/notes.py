"""Writing notes, and making one private or no longer private."""

from collections.abc import Iterable
from dataclasses import replace

from homejournal.domain.records.attachments import Media, kept_with
from homejournal.domain.records.changes import Change
from homejournal.domain.records.notes import Note, PrivateNote
from homejournal.services.session import Session


class Notes:
    """The family's own words."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def write(self, note: Note | PrivateNote, *, draft: str | None = None) -> Change:
        """Save a new note; the unfinished text of that place goes in the same step."""
        written = note.written or self._session.clock()
        with self._session.step() as step:
            step.did(step.writer.put([replace(note, written=written)]))
            step.forget_draft(draft)
        return step.change

    def write_together(
        self, notes: Iterable[Note | PrivateNote], *, drafts: Iterable[str] = ()
    ) -> Change:
        """Save new notes in one step, in which the unfinished texts of these places end."""
        now = self._session.clock()
        with self._session.step() as step:
            step.did(step.writer.put([replace(note, written=now) for note in notes]))
            step.end_drafts(drafts)
        return step.change

    def edit(
        self, before: Note | PrivateNote, after: Note | PrivateNote, *, draft: str | None = None
    ) -> Change:
        """Save a note again.

        A private note is a kind of its own, so making a note private deletes the note and adds a
        private one (`after` has an id of its own then); the way back is the same. Its photos go
        with it.
        """
        photos = self._photos_of(before) if after.id != before.id else []
        kept = replace(after, written=before.written or self._session.clock())
        with self._session.step() as step:
            step.did(step.writer.put([kept, *(kept_with(photo, after) for photo in photos)]))
            if after.id != before.id:
                step.did(step.writer.delete([before.id]))
            step.forget_draft(draft)
        return step.change

    def _photos_of(self, note: Note | PrivateNote) -> list[Media]:
        with self._session.asking() as queries:
            return queries.photos_on([note.id])
