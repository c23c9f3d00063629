"""Which class a kind of record has, and the name of its list in a journal's JSON."""

from types import MappingProxyType
from typing import NamedTuple

from homejournal.domain.records.attachments import KeptBook, KeptPack, Media, Page, Sheet
from homejournal.domain.records.children import About, Child, LifeEvent
from homejournal.domain.records.homes import Device, Home
from homejournal.domain.records.ladders import (
    ConfidenceRating,
    Ladder,
    LadderRating,
    OutcomeReview,
    RoutineRating,
)
from homejournal.domain.records.notes import Note, PrivateNote
from homejournal.domain.records.people import Contact, Helper, TeamMember
from homejournal.domain.records.plan import Outcome, PlanStep, Routine, Strategy
from homejournal.domain.records.practices import DayMark, Practice
from homejournal.domain.records.preparations import Preparation
from homejournal.domain.records.record import Kind, Record
from homejournal.domain.records.visits import Asked, Visit


class KindOf(NamedTuple):
    """The class of a kind and the name of its list."""

    cls: type[Record]
    list_name: str


KINDS: MappingProxyType[Kind, KindOf] = MappingProxyType(
    {
        Kind.HOME: KindOf(Home, "homes"),
        Kind.DEVICE: KindOf(Device, "devices"),
        Kind.CHILD: KindOf(Child, "children"),
        Kind.HELPER: KindOf(Helper, "helpers"),
        Kind.TEAM_MEMBER: KindOf(TeamMember, "team"),
        Kind.OUTCOME: KindOf(Outcome, "outcomes"),
        Kind.ROUTINE: KindOf(Routine, "routines"),
        Kind.STRATEGY: KindOf(Strategy, "strategies"),
        Kind.PLAN_STEP: KindOf(PlanStep, "plan_steps"),
        Kind.PRACTICE: KindOf(Practice, "practices"),
        Kind.DAY_MARK: KindOf(DayMark, "day_marks"),
        Kind.NOTE: KindOf(Note, "notes"),
        Kind.PRIVATE_NOTE: KindOf(PrivateNote, "private_notes"),
        Kind.VISIT: KindOf(Visit, "visits"),
        Kind.ASKED: KindOf(Asked, "asked"),
        Kind.LIFE_EVENT: KindOf(LifeEvent, "life_events"),
        Kind.LADDER: KindOf(Ladder, "ladders"),
        Kind.LADDER_RATING: KindOf(LadderRating, "ladder_ratings"),
        Kind.ROUTINE_RATING: KindOf(RoutineRating, "routine_ratings"),
        Kind.CONFIDENCE_RATING: KindOf(ConfidenceRating, "confidence_ratings"),
        Kind.OUTCOME_REVIEW: KindOf(OutcomeReview, "outcome_reviews"),
        Kind.ABOUT: KindOf(About, "about"),
        Kind.CONTACT: KindOf(Contact, "contacts"),
        Kind.MEDIA: KindOf(Media, "media"),
        Kind.PAGE: KindOf(Page, "pages"),
        Kind.PREPARATION: KindOf(Preparation, "preparations"),
        Kind.PACK: KindOf(KeptPack, "packs"),
        Kind.SHEET: KindOf(Sheet, "sheets"),
        Kind.BOOK: KindOf(KeptBook, "books"),
    }
)
"""All kinds, in the order in which a journal's JSON lists them."""

YOUNGER_KINDS = frozenset({Kind.SHEET, Kind.BOOK})
"""Those that came with the second schema."""

_KIND_OF_CLASS = {entry.cls: kind for kind, entry in KINDS.items()}


def kind_of(record: Record) -> Kind:
    """Return the kind of a record."""
    return _KIND_OF_CLASS[type(record)]
