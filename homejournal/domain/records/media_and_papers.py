"""Files kept with a strategy, an entry or a person, and papers kept once they were made."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.records.notes import AnyNote, Note, PrivateNote
from homejournal.domain.records.practices import Practice
from homejournal.domain.records.record import (
    ChildId,
    HelperId,
    MediaId,
    NoteId,
    PlanStepId,
    PracticeId,
    PrivateNoteId,
    Record,
    StrategyId,
    VisitId,
    added,
)
from homejournal.domain.text_rules import check_line, check_name

_SHA256 = re.compile("[0-9a-f]{64}")
MOST_PAGES = 1_000
"""Of the sheets of one week; no week has nearly as many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Media(Record):
    """A photo or hand-out; its bytes lie in the journal's media folder under their hash.

    It is kept with a strategy, with one entry (a practice, a note or a private note), or with a
    person whom it shows (a child or a helper), and then with nothing else.
    """

    sha256: str
    name: str
    type: str
    strategy: StrategyId | None = None
    practice: PracticeId | None = None
    note: NoteId | None = None
    private_note: PrivateNoteId | None = None
    child: ChildId | None = added(None)
    helper: HelperId | None = added(None)

    def __post_init__(self) -> None:
        if not _SHA256.fullmatch(self.sha256):
            raise InvalidValueError("sha256", Reason.DOES_NOT_FIT)
        check_name("name", self.name)
        check_name("type", self.type)
        if (self.child or self.helper) and (self.strategy or self.entry):
            raise InvalidValueError("child", Reason.DOES_NOT_FIT)

    @property
    def entry(self) -> UUID | None:
        """Return the entry that it is kept with, if it is kept with one."""
        return self.practice or self.note or self.private_note


def kept_with(media: Media, entry: Practice | AnyNote) -> Media:
    """Return a photo that belongs to this entry and to nothing else."""
    return replace(
        media,
        strategy=None,
        practice=entry.id if isinstance(entry, Practice) else None,
        note=entry.id if isinstance(entry, Note) else None,
        private_note=entry.id if isinstance(entry, PrivateNote) else None,
        child=None,
        helper=None,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Record):
    """A visit page as it was handed over; `page` is the VisitPage value in its JSON form.

    `photos` and `quotes` are those that the family ticked for it.
    """

    child: ChildId
    made: datetime
    page: Mapping[str, Any]
    visit: VisitId | None = None
    photos: tuple[MediaId, ...] = added(())
    quotes: tuple[NoteId, ...] = added(())


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPack(Record):
    """A pack as it was handed over; `pack` is the Pack value in its JSON form."""

    child: ChildId
    made: datetime
    pack: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRow:
    """A row of a printed sheet: which strategy, at which time of day, by which step of the plan."""

    strategy: StrategyId
    step: PlanStepId
    slot: str | None = None

    def __post_init__(self) -> None:
        check_line("slot", self.slot)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet(Record):
    """A page of a printed week, so that a photo of it can be read once it is filled in.

    Its id is random and stands on the paper. `layout` holds its boxes in millimeters, as the
    typesetter placed them.
    """

    child: ChildId
    week: date
    page: int
    made: datetime
    rows: tuple[SheetRow, ...] = ()
    layout: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not 1 <= self.page <= MOST_PAGES:
            raise InvalidValueError("page", Reason.OUT_OF_RANGE, MOST_PAGES)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptBook(Record):
    """A book of a child that the family made; `book` is what it chose for it, in its JSON form.

    `photos` and `quotes` are those that were ticked. It is the family's own: it may quote private
    notes, and never leaves for another home.
    """

    child: ChildId
    made: datetime
    book: Mapping[str, Any]
    photos: tuple[MediaId, ...] = ()
    quotes: tuple[NoteId, ...] = ()
    private_quotes: tuple[PrivateNoteId, ...] = ()


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
