"""What leaves a computer for another one: whose it is, which kinds stay, and that heads alone go.

Two audiences: the family's own computers, which get everything that stands, and another home,
which never gets what a family writes for itself. Of what was replaced only the envelope goes, so
that the other side knows what it replaces and never learns what it said.

A hand-over copy is for somebody who cares for the child from now on: a foster family, kin, a
sitter. It holds one child, some days, and the parts that the family chooses. What a family writes
for itself is no part of it and cannot be chosen; another child's records neither.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple
from uuid import UUID

from homejournal.domain.limits import read_json, read_object
from homejournal.domain.records.children import About, Child, LifeEvent
from homejournal.domain.records.kinds import kind_of, references_of
from homejournal.domain.records.media_and_papers import Media
from homejournal.domain.records.notes import Note
from homejournal.domain.records.people import Home, TeamMember
from homejournal.domain.records.plan import Outcome, PlanStep, Routine, Strategy
from homejournal.domain.records.practices import DayMark, Practice
from homejournal.domain.records.record import Kind, Record
from homejournal.domain.records.revisions import Revision
from homejournal.domain.records.visits import Asked, Visit


class OutgoingPreview(NamedTuple):
    """How many records of each kind would leave, and how many stay; the children by name."""

    things: Mapping[Kind, int]
    stays: Mapping[Kind, int]
    children: tuple[str, ...] = ()


class MissingParts(NamedTuple):
    """How many entries and photos a file lacks; `photos` are hand-outs, too.

    What could not be read may be mended here and nowhere else; what had no room is whole here.
    """

    entries: int = 0
    photos: int = 0
    no_room: int = 0

    @property
    def is_unread(self) -> bool:
        """Return whether something could not be read."""
        return bool(self.entries or self.photos)


class Audience(StrEnum):
    """Whom something leaves for."""

    OWN = "own"
    """The family's own computers."""
    OTHER_HOME = "other_home"
    """Another home of the child."""


STAYS_AT_HOME: frozenset[Kind] = frozenset(
    {
        Kind.PRIVATE_NOTE,
        Kind.CONFIDENCE_RATING,
        Kind.ROUTINE_RATING,
        Kind.PREPARATION,
        Kind.PAGE,
        Kind.PACK,
        Kind.SHEET,
        Kind.BOOK,
    }
)
"""What a family writes for itself: it never goes to another home, not even as an envelope."""

_DELETE = b'"op":"delete"'
_HASH = re.compile("[0-9a-f]{64}")
_ALL = frozenset(map(str, Kind))
_FOR_OTHERS = frozenset(map(str, frozenset(Kind) - STAYS_AT_HOME))


class NamedInEnvelope(NamedTuple):
    """What an envelope of any age names: the kind by its name, the record, what it replaces."""

    kind: str
    record: str
    parents: tuple[bytes, ...]


def named_in(envelope: bytes) -> NamedInEnvelope:
    """Return what an envelope names, also where only a newer homejournal knows the kind."""
    told = read_json(envelope)
    parents = tuple(bytes.fromhex(parent) for parent in told["parents"])
    return NamedInEnvelope(told["kind"], told["record"], parents)


@dataclass(kw_only=True)
class OutgoingFilter:
    """Decides which revisions leave a journal for an audience; they may come in any order.

    The content of `withheld` ids goes to nobody, because it was deleted for good. With `history`,
    replaced revisions go whole, too, as when a journal moves to a new computer. `private` and
    `open` are the photos that were ever in a private note, or elsewhere; another home hears nothing
    of photos that were only private. If the content of a photo is gone for good, that is known from
    the start.
    """

    audience: Audience
    withheld: Collection[bytes] = ()
    history: bool = False
    replaced: set[bytes] = field(default_factory=set)
    private: set[str] = field(default_factory=set)
    open: set[str] = field(default_factory=set)

    def learn(self, revisions: Iterable[Revision]) -> None:
        """Note which revisions are replaced; call it with all of them before any leaves."""
        for revision in revisions:
            named = named_in(revision.envelope)
            self.replaced.update(named.parents)
            if named.kind == Kind.MEDIA and revision.fields:
                private = is_of_private_note(revision)
                (self.private if private else self.open).add(named.record)

    def of(self, revisions: Iterable[Revision]) -> Iterator[Revision]:
        """Yield what leaves of these revisions: current ones whole, replaced ones as envelopes."""
        for revision in revisions:
            if not self._may_leave(revision):
                continue
            is_old = revision.id in self.replaced and not self.history
            if is_old or self._is_withheld(revision):
                yield replace(revision, salt=None, fields=None)
            else:
                yield revision

    def private_photos_to_tell(self, left: Iterable[Revision]) -> frozenset[str]:
        """Return the private photos of which this tells to our own computers that they are.

        They are those of which only envelopes are among what leaves; these do not say it.
        """
        if self.audience is not Audience.OWN:
            return frozenset()
        photos = [revision for revision in left if is_about_photo(revision)]
        told = photos_of(photo for photo in photos if photo.fields)
        return (photos_of(photos) & self.private) - self.open - told

    def _may_leave(self, revision: Revision) -> bool:
        if self.audience is Audience.OWN:
            return True
        named = named_in(revision.envelope)
        if named.kind not in _FOR_OTHERS:  # what only a newer homejournal knows may be private
            return False
        if self._only_ends(revision, named):  # another home is asked to delete it, and may keep it
            return False
        if named.kind != Kind.MEDIA:  # whatever a file from elsewhere calls private
            return True
        return named.record in self.open or named.record not in self.private

    def _only_ends(self, revision: Revision, named: NamedInEnvelope) -> bool:
        """Return whether a revision only deletes something that was deleted for good."""
        if revision.fields or not named.parents:
            return False
        return _DELETE in revision.envelope and all(
            parent in self.withheld for parent in named.parents
        )

    def _is_withheld(self, revision: Revision) -> bool:
        if revision.id in self.withheld:
            return True
        if self.audience is Audience.OWN:
            return False
        return is_of_private_note(revision)


def is_about_photo(revision: Revision) -> bool:
    """Return whether it is about a photo or hand-out, whatever it says of it."""
    return b'"kind":"media"' in revision.envelope


def photos_of(revisions: Iterable[Revision]) -> frozenset[str]:
    """Return the ids of the photos and hand-outs that revisions are about."""
    found = (revision.envelope for revision in revisions if is_about_photo(revision))
    return frozenset(named_in(one).record for one in found)


def media_named(revisions: Iterable[Revision]) -> Iterator[str]:
    """Yield the hashes of the photos and hand-outs that revisions name with their content."""
    for revision in revisions:
        if revision.fields and is_about_photo(revision):
            named = read_object(revision.fields).get("sha256")
            if isinstance(named, str) and _HASH.fullmatch(named):
                yield named


def is_of_private_note(revision: Revision) -> bool:
    """Return whether it says that a photo is kept with a private note; what does not read may."""
    if not revision.fields or not is_about_photo(revision):
        return False
    told = read_object(revision.fields)
    return not told or "private_note" in told


def is_known_kind(kind: str) -> bool:
    """Return whether this version knows a kind by its name."""
    return kind in _ALL


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Where something comes from, and through which day it reaches."""

    journal: UUID
    device: UUID
    home: UUID | None
    through: date


class BatchesArrived(NamedTuple):
    """How many of one computer's batches are here, and how many it has written, as far as known."""

    here: int
    written: int

    @property
    def missing(self) -> int:
        """Return how many have not arrived yet."""
        return self.written - self.here


class OtherComputer(NamedTuple):
    """Another computer that wrote in a shared folder, and through which day it did."""

    device: UUID
    through: date


class MediaTransfer(NamedTuple):
    """How photos and hand-outs come along through a folder.

    `came` are those that have just come, `missing` those that are not here yet, `spoiled` those of
    them whose files in the folder are not whole, and `unsent` those of ours that are not in the
    folder yet; `more` says that some of them only wait for their turn.
    """

    came: int = 0
    missing: int = 0
    spoiled: int = 0
    unsent: int = 0
    more: bool = False


def batches_arrived(numbers: Iterable[int], gone: int = 0) -> BatchesArrived:
    """Return what the numbers of a computer's batches tell; they count from 1 without gaps.

    Those through `gone` were taken away, once others told all that they held.
    """
    later = {number for number in numbers if number > gone}
    return BatchesArrived(gone + len(later), max(later, default=gone))


def reached_day(
    through_by_number: Iterable[tuple[int, date]], gone: int = 0, until: date = date.max
) -> date | None:
    """Return through which day a computer's batches reach: up to the first one that is missing.

    Those through `gone` were taken away, once others told all that they held. What is said of a
    day after `until` counts for nothing: a clock was wrong.
    """
    days: dict[int, set[date]] = {}
    for number, through in through_by_number:
        days.setdefault(number, set()).add(through)
    last = gone
    while last + 1 in days:
        last += 1
    here = (day for number, told in days.items() if number <= last for day in told)
    return max((day for day in here if day <= until), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class SharingEntry:
    """One sharing that this journal takes part in.

    `journal` names the folder inside the shared folder, `key` are the 32 bytes that seal what lies
    there, and `known` the public keys by which each computer's batches are known.
    """

    id: UUID
    journal: UUID
    audience: Audience
    key: bytes = field(repr=False)
    known: Mapping[UUID, bytes] = field(default_factory=dict)


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
    """Collects the records that go along, each kind after the kinds it belongs to."""

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
    """Return whether a person is named in the records that go, or is on this child's team now."""
    is_ours_now = isinstance(record, TeamMember) and record.left is None
    return record.id in going.named or (is_ours_now and record.id not in going.named_for_others)


def _wrote(going: _Going, record: Record) -> bool:
    return record.id in going.named


def _is_kept(going: _Going, record: Record) -> bool:
    """Return whether a photo belongs to a record that goes along, and to no other child."""
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
