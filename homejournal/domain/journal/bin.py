"""What was deleted and can be brought back: its sections by kind, whose it is, what is a part."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from types import MappingProxyType
from uuid import UUID

from homejournal.domain.records.kinds import REFERENCES, kind_of
from homejournal.domain.records.record import Kind, Record


class BinSection(Enum):
    """The sections in their order, each with its kinds of record."""

    ENTRIES = (Kind.PRACTICE, Kind.DAY_MARK, Kind.NOTE, Kind.PRIVATE_NOTE)
    LIFE = (Kind.LIFE_EVENT,)
    PLAN = (
        Kind.STRATEGY,
        Kind.PLAN_STEP,
        Kind.ROUTINE,
        Kind.OUTCOME,
        Kind.LADDER,
        Kind.LADDER_RATING,
        Kind.OUTCOME_REVIEW,
        Kind.ROUTINE_RATING,
        Kind.CONFIDENCE_RATING,
    )
    VISITS = (Kind.VISIT, Kind.ASKED)
    PAGES = (Kind.PAGE, Kind.PACK, Kind.SHEET, Kind.BOOK)
    FILES = (Kind.MEDIA,)
    PEOPLE = (Kind.HELPER, Kind.TEAM_MEMBER, Kind.CONTACT)
    CHILD = (Kind.CHILD, Kind.ABOUT)


OF_ALL_CHILDREN = frozenset({Kind.HELPER, Kind.TEAM_MEMBER, Kind.CONTACT, Kind.CHILD})
"""What belongs to the whole home, so that it stands in the bin of each child."""

STANDS_ON: MappingProxyType[Kind, tuple[str, ...]] = MappingProxyType(
    {
        Kind.PRACTICE: ("strategy",),
        Kind.NOTE: ("practice",),
        Kind.PRIVATE_NOTE: ("practice",),
        Kind.MEDIA: ("strategy", "practice", "note", "private_note", "child", "helper"),
        Kind.PLAN_STEP: ("strategy",),
        Kind.LADDER: ("outcome",),
        Kind.LADDER_RATING: ("ladder",),
        Kind.OUTCOME_REVIEW: ("outcome",),
        Kind.ROUTINE_RATING: ("routine",),
        Kind.CONFIDENCE_RATING: ("strategy",),
        Kind.ASKED: ("visit",),
        Kind.CONTACT: ("team",),
    }
)
"""The fields that name what a record cannot be seen without."""

Stamp = tuple[str, str | None]
"""On which computer something was deleted, and at which instant: one step has one stamp."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deleted:
    """A deleted record in its last version, with when and on which computer it was deleted."""

    record: Record
    stamp: Stamp
    place: int
    """Its place in the bin: greater where it was deleted later."""

    @property
    def at(self) -> datetime | None:
        """Return the instant of the deletion, or None if a file did not tell it."""
        return datetime.fromisoformat(self.stamp[1]) if self.stamp[1] else None


@dataclass(frozen=True, slots=True, kw_only=True)
class BinPage:
    """A page of one section, last deleted first; `more` is where the next page begins, if any."""

    section: BinSection
    deleted: tuple[Deleted, ...]
    more: int | None = None


def stands_on(record: Record) -> tuple[UUID, ...]:
    """Return what a record cannot be seen without."""
    named = (getattr(record, field) for field in STANDS_ON.get(kind_of(record), ()))
    return tuple(id_ for id_ in named if id_ is not None)


def kinds_on(kind: Kind) -> tuple[Kind, ...]:
    """Return the kinds of record that stand on one of a kind."""
    return tuple(
        on
        for on, fields in STANDS_ON.items()
        if any(one.kind is kind and one.field in fields for one in REFERENCES[on])
    )


def is_part(deleted: Deleted, stamps: Mapping[UUID, Stamp]) -> bool:
    """Return whether a record was deleted together with its owner and comes back with it.

    `stamps` are those of the deleted records that own it.
    """
    return any(stamps.get(id_) == deleted.stamp for id_ in stands_on(deleted.record))
