"""What all records share: an id, typed references, and fields that were added later.

An added field is left out of the bytes where it says nothing, so that old records stay the same.
"""

from dataclasses import Field, dataclass, field
from enum import StrEnum
from typing import Annotated, Any, TypeVar
from uuid import UUID

_ADDED = "added"

T = TypeVar("T")


def added(default: T) -> T:
    """Return a field that came later; where it holds its default, it is never written.

    So whatever says nothing new stays byte for byte what an older homejournal writes and reads.
    """
    return field(default=default, metadata={_ADDED: True})


def is_added(one: Field[Any]) -> bool:
    """Return whether a field came later."""
    return bool(one.metadata.get(_ADDED))


RevisionId = bytes
"""SHA-256 of a revision's envelope: 32 bytes."""


class Kind(StrEnum):
    """The kinds of record, by the name that stands in a revision's envelope."""

    HOME = "home"
    DEVICE = "device"
    CHILD = "child"
    HELPER = "helper"
    TEAM_MEMBER = "team_member"
    OUTCOME = "outcome"
    ROUTINE = "routine"
    STRATEGY = "strategy"
    PLAN_STEP = "plan_step"
    PRACTICE = "practice"
    DAY_MARK = "day_mark"
    NOTE = "note"
    PRIVATE_NOTE = "private_note"
    VISIT = "visit"
    ASKED = "asked"
    LIFE_EVENT = "life_event"
    LADDER = "ladder"
    LADDER_RATING = "ladder_rating"
    ROUTINE_RATING = "routine_rating"
    CONFIDENCE_RATING = "confidence_rating"
    OUTCOME_REVIEW = "outcome_review"
    ABOUT = "about"
    CONTACT = "contact"
    MEDIA = "media"
    PAGE = "page"
    PREPARATION = "preparation"
    PACK = "pack"
    SHEET = "sheet"
    BOOK = "book"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One thing a family wrote down; the id stays the same through all its revisions."""

    id: UUID


HomeId = Annotated[UUID, Kind.HOME]
ChildId = Annotated[UUID, Kind.CHILD]
HelperId = Annotated[UUID, Kind.HELPER]
TeamMemberId = Annotated[UUID, Kind.TEAM_MEMBER]
OutcomeId = Annotated[UUID, Kind.OUTCOME]
RoutineId = Annotated[UUID, Kind.ROUTINE]
StrategyId = Annotated[UUID, Kind.STRATEGY]
PlanStepId = Annotated[UUID, Kind.PLAN_STEP]
PracticeId = Annotated[UUID, Kind.PRACTICE]
NoteId = Annotated[UUID, Kind.NOTE]
PrivateNoteId = Annotated[UUID, Kind.PRIVATE_NOTE]
VisitId = Annotated[UUID, Kind.VISIT]
LadderId = Annotated[UUID, Kind.LADDER]
MediaId = Annotated[UUID, Kind.MEDIA]
SheetId = Annotated[UUID, Kind.SHEET]
