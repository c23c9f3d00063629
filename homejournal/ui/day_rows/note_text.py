"""What a person tells on Today, before it is a record: a note, where it hangs, days left out."""

from dataclasses import dataclass
from uuid import UUID

from homejournal.domain.days.periods import Period
from homejournal.domain.records.notes import AnyNote, Flag, Note, PrivateNote
from homejournal.domain.records.practices import LeftOutReason


@dataclass(frozen=True, slots=True)
class NoteText:
    """What stands in a note field: the words, what they are for, and whether for us alone."""

    text: str
    flags: tuple[Flag, ...] = ()
    private: bool = False


@dataclass(frozen=True, slots=True)
class NotePlace:
    """What a note hangs on; a moment hangs on the child and the day alone."""

    strategy: UUID | None = None
    practice: UUID | None = None


@dataclass(frozen=True, slots=True)
class LeftOutWish:
    """Days to leave out: one strategy or all, why, and the family's own words."""

    period: Period
    reason: LeftOutReason
    strategy: UUID | None = None
    words: str | None = None


def said_of(note: AnyNote | None) -> NoteText:
    """Return what a note says; an empty text where there is none."""
    if note is None:
        return NoteText("")
    flags = note.flags if isinstance(note, Note) else ()
    return NoteText(note.text.strip(), flags, isinstance(note, PrivateNote))
