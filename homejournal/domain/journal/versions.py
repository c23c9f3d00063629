"""The versions of a record: its earlier ones, two side by side, and possible duplicates.

A proposal joins two versions field by field, from the version that both were made of: what only
one side changed is taken from that side. Where both changed a text, the two texts are joined so
that no word of either is lost; of any other field the first one's stands.

Two entries may be one event where two people noted the same strategy on the same day, within half
an hour of each other. That is a hint only: two meals in one day are two events, so nothing is ever
joined by itself.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime, time, timedelta
from difflib import SequenceMatcher
from enum import Enum, auto
from functools import reduce
from itertools import combinations
from types import MappingProxyType
from typing import Any, TypeVar
from uuid import UUID

from homejournal.domain.journal.timeline import Entry
from homejournal.domain.records.changes import Version
from homejournal.domain.records.children import LifeEvent
from homejournal.domain.records.family import Family
from homejournal.domain.records.notes import Note, PrivateNote
from homejournal.domain.records.practices import DayMark, Practice
from homejournal.domain.records.record import Kind, Record, RevisionId
from homejournal.domain.records.revisions import Revision, heads_of

_WHO = ("helper", "written_by")
TOLD_FIELDS: MappingProxyType[type[Record], tuple[str, ...]] = MappingProxyType(
    {
        Practice: ("rating", "slot", "time", "routine", *_WHO, "day"),
        DayMark: ("mark", "reason", "words", "slot", *_WHO, "day"),
        Note: ("text", "flags", "answered", *_WHO, "day"),
        PrivateNote: ("text", *_WHO, "day"),
        LifeEvent: ("words", "day"),
    }
)
"""What is told of an entry's version, in this order; the rest never changes by a person's hand."""


class Past(Enum):
    """What a version was."""

    FIRST = auto()
    CHANGED = auto()
    DELETED = auto()
    BROUGHT_BACK = auto()
    WITHHELD = auto()
    """Somebody gave the entry on without its words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastVersion:
    """One version of a record; `changed` are the fields that differ from the previous version.

    `at` is the moment in the family's time zone, or None if a file did not tell it. `device` is the
    computer's id. `now` marks the current version.
    """

    what: Past
    at: datetime | None
    device: str
    record: Entry | None = None
    changed: tuple[str, ...] = ()
    now: bool = False


def past_versions(
    versions: Sequence[Version], family: Family, child: UUID
) -> tuple[PastVersion, ...]:
    """Return the versions of a child's entry, newest first; what says nothing new is left out.

    A version that belonged to another child is never among them.
    """
    told = list(_told(versions, family, child))
    now = next((version.record for version in reversed(told) if version.record), None)
    return tuple(
        replace(version, now=version.record is not None and not _changed(version.record, now))
        for version in reversed(told)
    )


def _told(versions: Sequence[Version], family: Family, child: UUID) -> Iterator[PastVersion]:
    last: Record | None = None
    gone = False
    for version in versions:
        record = version.record
        at = datetime.fromisoformat(version.at) if version.at else None
        if record is None:
            what = Past.DELETED if version.deleted else Past.WITHHELD
            if not (gone and version.deleted):
                yield PastVersion(what=what, at=at, device=version.device)
            gone = version.deleted
        elif isinstance(record, Entry) and child_of(record, family) == child:
            changed = _changed(record, last)
            what = Past.FIRST if last is None else Past.BROUGHT_BACK if gone else Past.CHANGED
            if changed or gone:
                yield PastVersion(
                    what=what, at=at, device=version.device, record=record, changed=changed
                )
            last, gone = record, False


def child_of(entry: Entry, family: Family) -> UUID | None:
    """Return whose entry it is; a practice is its strategy's child's."""
    if not isinstance(entry, Practice):
        return entry.child
    strategy = family.strategies.get(entry.strategy)
    return strategy.child if strategy else None


def _changed(record: Record, before: Record | None) -> tuple[str, ...]:
    fields = TOLD_FIELDS[type(record)]
    if before is None:
        return fields
    return tuple(
        field for field in fields if getattr(record, field) != getattr(before, field, None)
    )


R = TypeVar("R", bound=Record)

_PIECES = re.compile(r"[^\S\n]*\S+|\n+|[^\S\n]+")
"""A word with the blanks before it, or the ends of lines."""


def joined(base: R | None, one: R, other: R) -> R:
    """Return what to propose for two versions; `base` is what both replaced, if it is known."""
    said = {
        name: _joined_field(
            getattr(base, name) if base else _NOT_KNOWN, getattr(one, name), getattr(other, name)
        )
        for name in differing(one, other)
    }
    return replace(one, **said)


def differing(one: Record, other: Record) -> tuple[str, ...]:
    """Return the fields in which two versions differ, in their order."""
    names = (field.name for field in fields(one))
    return tuple(name for name in names if getattr(one, name) != getattr(other, name))


_NOT_KNOWN = object()


def _joined_field(base: Any, one: Any, other: Any) -> Any:  # noqa: ANN401 - of any type
    if base == one:
        return other
    if base == other:
        return one
    if isinstance(one, str) and isinstance(other, str):
        return joined_text(base if isinstance(base, str) else None, one, other)
    return one


def joined_text(base: str | None, one: str, other: str) -> str:
    """Return one text that holds the words of both.

    Without what both were made of, the second stands below the first, unless one holds the other.
    """
    if base is not None:
        return "".join(_merged(_pieces(base), _pieces(one), _pieces(other)))
    if other in one:
        return one
    return other if one in other else f"{one}\n\n{other}"


def _pieces(text: str) -> list[str]:
    return _PIECES.findall(text)


def _merged(base: Sequence[str], one: Sequence[str], other: Sequence[str]) -> list[str]:
    """Walk through the base; where both changed one place, both changes stand one after another."""
    changes = [_changes(base, one), _changes(base, other)]
    made: list[str] = []
    at = 0
    while any(changes):
        start = min(todo[0][0] for todo in changes if todo)
        made += base[at:start]
        end, said = _take(changes, start, base)
        for words in said:
            made += _apart(made, words)
        at = end
    return [*made, *base[at:]]


def _apart(made: Sequence[str], words: list[str]) -> list[str]:
    """Return the words with a blank before them where they would touch the word before."""
    if not made or not words or made[-1][-1:].isspace() or words[0][:1].isspace():
        return words
    return [" ", *words]


_Changed = tuple[int, int, list[str]]


def _changes(base: Sequence[str], now: Sequence[str]) -> list[_Changed]:
    matcher = SequenceMatcher(None, base, now, autojunk=False)
    return [
        (start, end, list(now[first:last]))
        for what, start, end, first, last in matcher.get_opcodes()
        if what != "equal"
    ]


def _take(
    changes: list[list[_Changed]], start: int, base: Sequence[str]
) -> tuple[int, list[list[str]]]:
    """Take the changes that touch one place of the base; return where it ends, and both sides."""
    end = start
    taken: list[list[_Changed]] = [[], []]
    grew = True
    while grew:
        grew = False
        for side, todo in enumerate(changes):
            while todo and todo[0][0] <= end:
                change = todo.pop(0)
                taken[side].append(change)
                end = max(end, change[1])
                grew = True
    said = [_side(base[start:end], start, side) for side in taken]
    kept = [words for words, side in zip(said, taken, strict=True) if side]
    return end, kept if len(kept) < 2 or kept[0] != kept[1] else kept[:1]


def _side(base: Sequence[str], start: int, changes: Sequence[_Changed]) -> list[str]:
    """Return one side's words for a place of the base that begins at `start`."""
    made: list[str] = []
    at = 0
    for first, last, words in changes:
        made += [*base[at : first - start], *words]
        at = last - start
    return [*made, *base[at:]]


WITHIN = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class PossibleDuplicate:
    """Two practices that may be one, the earlier one first."""

    one: Practice
    other: Practice


def possible_duplicates(practices: Iterable[Practice]) -> tuple[PossibleDuplicate, ...]:
    """Return the pairs that may be one event, by day."""
    by_day: dict[object, list[Practice]] = {}
    for practice in practices:
        by_day.setdefault((practice.day, practice.strategy), []).append(practice)
    found = [
        PossibleDuplicate(*sorted(pair, key=lambda each: (_moment(each), each.id)))
        for together in by_day.values()
        for pair in combinations(together, 2)
        if _may_be_one(*pair)
    ]
    return tuple(sorted(found, key=lambda pair: (pair.one.day, pair.one.id, pair.other.id)))


def _may_be_one(one: Practice, other: Practice) -> bool:
    if one.helper is None or other.helper is None or one.helper == other.helper:
        return False
    if one.slot != other.slot or one.time is None or other.time is None:
        return False
    return abs(_moment(one) - _moment(other)) <= WITHIN


def _moment(practice: Practice) -> datetime:
    return datetime.combine(practice.day, practice.time or time.min)


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoVersions:
    """The current versions of one record, the shown one first; seldom more than two.

    `base` is the version that all of them replaced, if it is known here.
    """

    kind: Kind
    versions: tuple[Version, ...]
    base: Record | None = None

    @property
    def records(self) -> tuple[Record, ...]:
        """Return what each version says."""
        return tuple(version.record for version in self.versions if version.record is not None)

    @property
    def proposal(self) -> Record:
        """Return one record that holds what all versions say, to be looked at and changed."""
        return reduce(lambda one, other: joined(self.base, one, other), self.records)

    def ours_first(self, is_here: Callable[[str], bool]) -> tuple[int, ...]:
        """Return the places of the versions, those of this computer first."""
        ours = [is_here(version.device) for version in self.versions]
        return tuple(sorted(range(len(ours)), key=lambda at: not ours[at]))


def different_heads(revisions: Sequence[Revision]) -> list[Revision]:
    """Return the heads that say something, each different content once; the shown one first."""
    found: dict[bytes | None, Revision] = {}
    for head in heads_of(revisions):
        if head.says_something:
            found.setdefault(head.fields, head)
    return list(found.values())


def common_base(revisions: Iterable[Revision], heads: Sequence[Revision]) -> Revision | None:
    """Return the latest revision that all heads replaced, directly or not, if it says something."""
    by_id = {revision.id: revision for revision in revisions}
    shared = set.intersection(*(_ancestors(head, by_id) for head in heads))
    replaced = {parent for one in shared for parent in by_id[one].told().parents}
    latest = [by_id[one] for one in shared - replaced if by_id[one].says_something]
    return max(latest, key=lambda revision: revision.id, default=None)


def _ancestors(head: Revision, by_id: Mapping[RevisionId, Revision]) -> set[RevisionId]:
    found: set[RevisionId] = set()
    waiting = list(head.told().parents)
    while waiting:
        one = waiting.pop()
        if one in by_id and one not in found:
            found.add(one)
            waiting += by_id[one].told().parents
    return found
