"""What a hand-over copy holds: one child, some days, and the parts that a family chooses.

It is for somebody who cares for the child from now on: a foster family, kin, a sitter. What a
family writes for itself is no part of it and cannot be chosen; another child's records neither.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from uuid import UUID

from homejournal.domain.records.children import About, Child, LifeEvent
from homejournal.domain.records.kinds import kind_of, references_of
from homejournal.domain.records.media_and_papers import Media
from homejournal.domain.records.notes import Note
from homejournal.domain.records.people import Home, TeamMember
from homejournal.domain.records.plan import Outcome, PlanStep, Routine, Strategy
from homejournal.domain.records.practices import DayMark, Practice
from homejournal.domain.records.record import Kind, Record
from homejournal.domain.records.visits import Asked, Visit


class Part(StrEnum):
    """What can go along with the plan, which always goes."""

    DAYS = "days"
    NOTES = "notes"
    VISITS = "visits"
    TEAM = "team"
    ABOUT = "about"
    LIFE_EVENTS = "life_events"
    PICTURES = "pictures"
    HELPERS = "helpers"
    """The names of those who wrote it down."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver:
    """What is asked for: whose records, of which days (both included; None is open), which parts.

    `home` is the sender's own home, which the receiver's journal has to name.
    """

    child: UUID
    start: date | None = None
    end: date | None = None
    parts: frozenset[Part] = frozenset(Part)
    home: UUID | None = None

    def holds(self, day: date) -> bool:
        """Return whether a day is among those that go."""
        return (self.start is None or day >= self.start) and (self.end is None or day <= self.end)


def chosen(records: Iterable[Record], asked: HandOver) -> frozenset[UUID]:
    """Return the ids of the records that go, of all that stand in the journal."""
    by_kind: dict[Kind, list[Record]] = {}
    for record in records:
        by_kind.setdefault(kind_of(record), []).append(record)
    going = _Going(by_kind, asked)
    for kind, belongs, part in _ORDER:
        if part is None or part in asked.parts:
            going.add(kind, belongs)
    return frozenset(going.ids)


class _Going:
    """Gathers what goes, in an order in which each kind knows what it belongs to."""

    def __init__(self, by_kind: Mapping[Kind, list[Record]], asked: HandOver) -> None:
        self._by_kind = by_kind
        self.asked = asked
        self.ids: set[UUID] = set()
        self.named: set[UUID] = set()

    @cached_property
    def named_for_others(self) -> set[UUID]:
        """Return what is named in the records of other children."""
        records = [one for of_kind in self._by_kind.values() for one in of_kind]
        ours = {None, self.asked.child}
        others = {one.id for one in records if getattr(one, "child", None) not in ours}
        named: set[UUID] = set()
        for record in records:
            references = {id_ for _, id_ in references_of(record)}
            if record.id in others or references & others:
                named |= references
        return named

    def add(self, kind: Kind, belongs: Callable[["_Going", Record], bool]) -> None:
        """Add the records of a kind that belong to what goes."""
        for record in self._by_kind.get(kind, ()):
            if belongs(self, record):
                self.ids.add(record.id)
                self.named.update(id_ for _, id_ in references_of(record))


def _is_home(going: _Going, record: Record) -> bool:
    return isinstance(record, Home) and record.id == going.asked.home


def _is_child(going: _Going, record: Record) -> bool:
    return isinstance(record, Child) and record.id == going.asked.child


def _is_of_child(going: _Going, record: Record) -> bool:
    return isinstance(record, Outcome | Strategy) and record.child == going.asked.child


def _is_of_routines(going: _Going, record: Record) -> bool:
    """Return whether a plan may name it: the child's own, or one that all children share."""
    return isinstance(record, Routine) and record.child in {None, going.asked.child}


def _is_step(going: _Going, record: Record) -> bool:
    """Return whether it holds on some of the days; what was planned before them still does."""
    end = going.asked.end
    return (
        isinstance(record, PlanStep)
        and record.strategy in going.ids
        and (end is None or record.from_day <= end)
    )


def _is_of_outcome(going: _Going, record: Record) -> bool:
    """Return whether a ladder, a rating on it or a review belongs to an outcome that goes."""
    day: date | None = getattr(record, "day", None)
    belongs = any(id_ in going.ids for _, id_ in references_of(record))
    return belongs and (day is None or going.asked.holds(day))


def _is_practice(going: _Going, record: Record) -> bool:
    return (
        isinstance(record, Practice)
        and record.strategy in going.ids
        and going.asked.holds(record.day)
    )


def _is_on_a_day(going: _Going, record: Record) -> bool:
    return (
        isinstance(record, DayMark | Note | Visit | LifeEvent | About)
        and record.child == going.asked.child
        and going.asked.holds(record.day)
    )


def _is_asked(going: _Going, record: Record) -> bool:
    return isinstance(record, Asked) and record.visit in going.ids


def _is_in_team(going: _Going, record: Record) -> bool:
    """Return whether somebody is named in what goes, or in the team now for this child."""
    is_ours_now = isinstance(record, TeamMember) and record.left is None
    return record.id in going.named or (is_ours_now and record.id not in going.named_for_others)


def _wrote(going: _Going, record: Record) -> bool:
    return record.id in going.named


def _is_kept(going: _Going, record: Record) -> bool:
    """Return whether a photo is of what goes, and shows no other child, whoever else is on it."""
    return (
        isinstance(record, Media)
        and record.child in {None, going.asked.child}
        and any(id_ in going.ids for _, id_ in references_of(record))
    )


_ORDER: tuple[tuple[Kind, Callable[[_Going, Record], bool], Part | None], ...] = (
    (Kind.HOME, _is_home, None),
    (Kind.CHILD, _is_child, None),
    (Kind.OUTCOME, _is_of_child, None),
    (Kind.ROUTINE, _is_of_routines, None),
    (Kind.STRATEGY, _is_of_child, None),
    (Kind.PLAN_STEP, _is_step, None),
    (Kind.LADDER, _is_of_outcome, None),
    (Kind.LADDER_RATING, _is_of_outcome, None),
    (Kind.OUTCOME_REVIEW, _is_of_outcome, None),
    (Kind.PRACTICE, _is_practice, Part.DAYS),
    (Kind.DAY_MARK, _is_on_a_day, Part.DAYS),
    (Kind.NOTE, _is_on_a_day, Part.NOTES),
    (Kind.VISIT, _is_on_a_day, Part.VISITS),
    (Kind.ASKED, _is_asked, Part.VISITS),
    (Kind.ABOUT, _is_on_a_day, Part.ABOUT),
    (Kind.LIFE_EVENT, _is_on_a_day, Part.LIFE_EVENTS),
    (Kind.HELPER, _wrote, Part.HELPERS),
    (Kind.TEAM_MEMBER, _is_in_team, Part.TEAM),
    (Kind.MEDIA, _is_kept, Part.PICTURES),
)
"""Each kind after those that its records belong to."""
