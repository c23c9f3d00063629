"""The family's own words: notes, and what it prepares for a review or for the move at three.

A private note is a kind of its own, so that no page can hold one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID, uuid5

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.records.record import (
    ChildId,
    HelperId,
    PracticeId,
    Record,
    StrategyId,
    VisitId,
)
from homejournal.domain.text_rules import check_text, check_written


class PackKind(StrEnum):
    """The two packs: for the six-month review, and for the time around the third birthday."""

    REVIEW = "review"
    TRANSITION = "transition"


class PrepQuestion(StrEnum):
    """Six questions to prepare a review (Early Intervention Clearinghouse, Illinois)."""

    PROGRESS = "progress"
    SERVICES = "services"
    PRIORITIES = "priorities"
    MET = "met"
    NEW = "new"
    HISTORY = "history"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preparation(Record):
    """The answers to the six questions by their names, and the day of the meeting, if known.

    `day` is the day on which it was written last.
    """

    child: ChildId
    pack: PackKind
    day: date
    answers: Mapping[str, str] = field(default_factory=dict)
    meeting: date | None = None

    def __post_init__(self) -> None:
        if not set(self.answers) <= set(PrepQuestion):
            raise InvalidValueError("answers", Reason.DOES_NOT_FIT)
        for words in self.answers.values():
            check_text("answers", words)


def preparation_for(
    known: Iterable[Preparation], kind: PackKind, start: date
) -> Preparation | None:
    """Return the newest preparation of a kind; of a review only one written after its first day.

    What was written for the review before belongs to that one.
    """
    mine = [
        preparation
        for preparation in known
        if preparation.pack is kind and (kind is PackKind.TRANSITION or preparation.day > start)
    ]
    return max(mine, key=lambda preparation: (preparation.day, preparation.id), default=None)


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


def id_with_other_privacy(note: UUID) -> UUID:
    """Return the id a note gets when it is made private or usual, the same each time."""
    return uuid5(note, "turned")


def with_other_privacy(note: AnyNote) -> AnyNote:
    """Return a note made private, or a private note made a usual one; it gets a new id."""
    kind = Note if isinstance(note, PrivateNote) else PrivateNote
    return kind(
        id=id_with_other_privacy(note.id),
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
