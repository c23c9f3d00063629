"""What a family may like to see again: the last thing to celebrate, and a note of before."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from homejournal.domain.journal.entry_filter import EntryFilter
from homejournal.domain.limits import days_from
from homejournal.domain.records.family import is_put_away
from homejournal.domain.records.notes import Flag, Note
from homejournal.services.days.days import Days
from homejournal.services.session import Session
from homejournal.services.timeline import Timeline

_THREE_MONTHS, _NEAR = 91, 3
"""In days: how long ago a memory is, and how far around that day a note is looked for."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """A note each, or none."""

    celebration: Note | None = None
    then: Note | None = None
    """From around three months before."""


class Memories:
    """Never a private note, nor a concern, and nothing of a child whose journal is put away."""

    def __init__(self, session: Session, days: Days, timeline: Timeline) -> None:
        self._session, self._days, self._timeline = session, days, timeline

    def before(self, child: UUID, day: date) -> Remembered:
        """Return what was celebrated last through a day, and what was written 91 days before it."""
        known = self._session.family().children.get(child)
        if known is None or is_put_away(known):
            return Remembered()
        return Remembered(self._celebration(child, day), self._then(child, day))

    def _celebration(self, child: UUID, day: date) -> Note | None:
        asked = EntryFilter(child=child, flag=Flag.CELEBRATION, end=day)
        found = (
            note
            for entry in self._timeline.page(asked, limit=1)
            for note in (entry.record, *entry.notes)
            if isinstance(note, Note) and Flag.CELEBRATION in note.flags
        )
        return next(found, None)

    def _then(self, child: UUID, day: date) -> Note | None:
        middle = days_from(day, -_THREE_MONTHS)
        around = (days_from(middle, -_NEAR), days_from(middle, _NEAR))
        notes = [
            note
            for note in self._days.between(child, *around).notes
            if Flag.CONCERN not in note.flags
        ]
        return min(notes, key=lambda note: (abs((note.day - middle).days), note.id), default=None)
