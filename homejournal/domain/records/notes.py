"""The family's own words. A private note is a kind of its own, so that no page can hold one."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID, uuid5

from homejournal.domain.records.record import (
    ChildId,
    HelperId,
    PracticeId,
    Record,
    StrategyId,
    VisitId,
)
from homejournal.domain.text_rules import check_written


class Flag(StrEnum):
    """What a note is for; flagged notes fill the visit page."""

    CELEBRATION = "celebration"
    CONCERN = "concern"
    QUESTION = "question"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Record):
    """A note that may stand on a visit page once it is ticked there.

    `written_by` typed it, where that was somebody else than `helper`.
    """

    child: ChildId
    day: date
    text: str
    practice: PracticeId | None = None
    strategy: StrategyId | None = None
    visit: VisitId | None = None
    flags: tuple[Flag, ...] = ()
    answered: date | None = None
    helper: HelperId | None = None
    written_by: HelperId | None = None
    written: datetime | None = None

    def __post_init__(self) -> None:
        check_written("text", self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateNote(Record):
    """A note for the family alone: never on a page, in a pack or in a hand-over copy."""

    child: ChildId
    day: date
    text: str
    practice: PracticeId | None = None
    strategy: StrategyId | None = None
    visit: VisitId | None = None
    helper: HelperId | None = None
    written_by: HelperId | None = None
    written: datetime | None = None

    def __post_init__(self) -> None:
        check_written("text", self.text)


AnyNote = Note | PrivateNote


def turned_id(note: UUID) -> UUID:
    """Return the id of a note once it is turned, so that what was left behind is known by it."""
    return uuid5(note, "turned")


def turned(note: AnyNote) -> AnyNote:
    """Return a note as a private one, or a private one as a note, under an id of its own."""
    kind = Note if isinstance(note, PrivateNote) else PrivateNote
    return kind(
        id=turned_id(note.id),
        child=note.child,
        day=note.day,
        text=note.text,
        practice=note.practice,
        strategy=note.strategy,
        visit=note.visit,
        helper=note.helper,
        written_by=note.written_by,
        written=note.written,
    )
