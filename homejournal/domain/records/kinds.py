"""The kinds of record: their classes, the names of their lists in JSON, and what refers to what."""

from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass
from types import MappingProxyType
from typing import Any, NamedTuple, get_args, get_origin, get_type_hints
from uuid import UUID

from homejournal.domain.records.children import About, Child, LifeEvent
from homejournal.domain.records.ladders_and_feelings import (
    ConfidenceRating,
    Ladder,
    LadderRating,
    OutcomeReview,
    RoutineRating,
)
from homejournal.domain.records.media_and_papers import KeptBook, KeptPack, Media, Page, Sheet
from homejournal.domain.records.notes import Note, Preparation, PrivateNote
from homejournal.domain.records.people import Contact, Device, Helper, Home, TeamMember
from homejournal.domain.records.plan import Outcome, PlanStep, Routine, Strategy
from homejournal.domain.records.practices import DayMark, Practice
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
    return _KIND_OF_CLASS[type(record)]


class Reference(NamedTuple):
    """One field that names records of a kind; `many` where it is a list.

    With `part` it is a list of what has parts, and that part of each names the record.
    """

    field: str
    kind: Kind
    many: bool
    part: str = ""


def _kind_in(hint: object) -> Kind | None:
    """Return the kind that an annotation names; it may stand in a list or beside None."""
    found = (part if isinstance(part, Kind) else _kind_in(part) for part in get_args(hint))
    return next((kind for kind in found if kind), None)


def _references_of(cls: type[Any]) -> Iterator[Reference]:
    hints = get_type_hints(cls, include_extras=True)
    for name in (field.name for field in fields(cls)):
        hint = hints[name]
        many = get_origin(hint) is tuple
        if kind := _kind_in(hint):
            yield Reference(name, kind, many)
        elif many and is_dataclass(held := get_args(hint)[0]):
            inner = _references_of(held)  # type: ignore[arg-type]  # a class, as every hint
            yield from (Reference(name, one.kind, many, one.field) for one in inner)


REFERENCES: MappingProxyType[Kind, tuple[Reference, ...]] = MappingProxyType(
    {kind: tuple(_references_of(entry.cls)) for kind, entry in KINDS.items()}
)
"""The references of each kind, in the order of its fields."""


def is_of_one_child(kind: Kind) -> bool:
    """Return whether each record of a kind names the child that it is of."""
    needed = (field.name for field in fields(KINDS[kind].cls) if field.default is MISSING)
    return "child" in needed


def references_of(record: Record) -> Iterator[tuple[Kind, UUID]]:
    """Yield the kind and id of every record that a record names."""
    for field, kind, many, part in REFERENCES[kind_of(record)]:
        named = getattr(record, field)
        for one in named if many else (named,):
            id_ = getattr(one, part) if part else one
            if id_ is not None:
                yield kind, id_
