"""Files kept with a strategy or an entry, and pages and packs kept once they were handed over."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.notes import AnyNote, Note, PrivateNote
from homejournal.domain.practices import Practice
from homejournal.domain.record import (
    ChildId,
    NoteId,
    PracticeId,
    PrivateNoteId,
    Record,
    StrategyId,
    VisitId,
)
from homejournal.domain.text import check_name

_SHA256 = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Media(Record):
    """A photo or hand-out; its bytes lie in the journal's media folder under their hash.

    It is kept with a strategy, or with one entry: a practice, a note or a private note.
    """

    sha256: str
    name: str
    type: str
    strategy: StrategyId | None = None
    practice: PracticeId | None = None
    note: NoteId | None = None
    private_note: PrivateNoteId | None = None

    def __post_init__(self) -> None:
        if not _SHA256.fullmatch(self.sha256):
            raise InvalidValueError("sha256", Reason.DOES_NOT_FIT)
        check_name("name", self.name)
        check_name("type", self.type)

    @property
    def entry(self) -> UUID | None:
        """Return the entry that it is kept with, if it is kept with one."""
        return self.practice or self.note or self.private_note


def kept_with(media: Media, entry: Practice | AnyNote) -> Media:
    """Return a photo as it is kept with an entry, and with nothing else."""
    return replace(
        media,
        strategy=None,
        practice=entry.id if isinstance(entry, Practice) else None,
        note=entry.id if isinstance(entry, Note) else None,
        private_note=entry.id if isinstance(entry, PrivateNote) else None,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Record):
    """A visit page as it was handed over; `page` is the VisitPage value in its JSON form."""

    child: ChildId
    made: datetime
    page: Mapping[str, Any]
    visit: VisitId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPack(Record):
    """A pack as it was handed over; `pack` is the Pack value in its JSON form."""

    child: ChildId
    made: datetime
    pack: Mapping[str, Any]


class MediaTrouble(StrEnum):
    """What can be wrong with the bytes that a record names."""

    MISSING = "missing"
    CHANGED = "changed"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class MediaFault:
    """A picture or hand-out by its name, and what is wrong with it."""

    name: str
    what: MediaTrouble
