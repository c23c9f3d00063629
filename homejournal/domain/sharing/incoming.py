"""What taking records in would change here, and what stays away because it was deleted for good.

The other home may keep what we deleted. What it writes about that afterwards is its own, and
would bring back to us what nothing is to bring back.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Any
from uuid import UUID

from homejournal.domain.journal.bin import STANDS_ON
from homejournal.domain.limits import read_object
from homejournal.domain.records.record import Kind, RevisionId
from homejournal.domain.records.revisions import Revision, heads_of, versions_of, with_more_content

_WHOSE = "child"


def referenced_records(revisions: Iterable[Revision]) -> frozenset[UUID]:
    """Return the records that revisions are of, and those that these cannot be seen without."""
    return frozenset(
        one for revision in revisions for one in (revision.told().record, *_needed(revision))
    )


class LeftOfRecord(Enum):
    """What is left here of a record."""

    STANDS = "stands"
    ENVELOPES = "envelopes"
    """Nothing else has come of it yet, or it stayed away."""
    DELETED_FOR_GOOD = "deleted_for_good"


def kept_out(
    revisions: Sequence[Revision], left: Mapping[UUID, LeftOfRecord]
) -> frozenset[RevisionId]:
    """Return the incoming revisions to reject because their record was deleted for good here.

    `left` says what is here of each record; records that are unknown here, or in the bin, are not
    in it. An edit of an existing record is never rejected.
    """
    deleted = {one for one, is_left in left.items() if is_left is LeftOfRecord.DELETED_FOR_GOOD}
    bare = {one for one, is_left in left.items() if is_left is LeftOfRecord.ENVELOPES}
    gone = deleted | bare.difference(
        revision.told().record for revision in revisions if revision.says_something
    )
    found = {revision.id for revision in revisions if revision.told().record in deleted}
    fresh = [
        (revision, frozenset(_needed(revision)))
        for revision in revisions
        if left.get(revision.told().record) is not LeftOfRecord.STANDS
    ]
    while about := [
        revision for revision, needed in fresh if revision.id not in found and gone & needed
    ]:
        found.update(revision.id for revision in about)
        gone.update(revision.told().record for revision in about)
    return frozenset(found)


def _needed(revision: Revision) -> Collection[UUID]:
    """Return what its content names that it cannot be seen without: whose it is, what it is on."""
    if not revision.says_something:
        return ()
    told: dict[str, Any] = read_object(revision.fields)
    names = (told.get(name) for name in (_WHOSE, *STANDS_ON.get(revision.told().kind, ())))
    return [UUID(name) for name in names if name is not None]


_OF_DAYS = (Kind.PRACTICE, Kind.DAY_MARK)


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingPreview:
    """How many records of each kind would be new, changed or deleted.

    `differing` are those of which two versions would stand; `days` how many days get an entry or a
    mark that was not here; `newer` what only a newer homejournal reads; `refused` how many things
    it holds that were deleted for good here, and stay so.
    """

    new: Mapping[Kind, int] = field(default_factory=dict)
    changed: Mapping[Kind, int] = field(default_factory=dict)
    deleted: Mapping[Kind, int] = field(default_factory=dict)
    differing: int = 0
    days: int = 0
    newer: int = 0
    refused: int = 0
    children: tuple[str, ...] = ()
    """The names of the children that it tells of."""

    @property
    def is_nothing(self) -> bool:
        """Return whether everything is here already."""
        told = (self.new, self.changed, self.deleted, self.differing, self.newer)
        return not any(told)


def incoming_preview(
    known: Mapping[UUID, Sequence[Revision]],
    incoming: Iterable[Revision],
    newer: int = 0,
    purged: Collection[RevisionId] = (),
) -> IncomingPreview:
    """Return what would change; `known` are the revisions that are here of the same records.

    Of what is `purged` here no content comes in.
    """
    arriving: dict[UUID, list[Revision]] = {}
    for revision in incoming:
        arriving.setdefault(revision.told().record, []).append(revision)
    counted = _Counted()
    for record, revisions in arriving.items():
        counted.refused += any(
            head.says_something and head.id in purged for head in heads_of(revisions)
        )
        let_in = [
            revision.without_content() if revision.id in purged else revision
            for revision in revisions
        ]
        counted.add(known.get(record, ()), let_in)
    return IncomingPreview(
        new=dict(counted.new),
        changed=dict(counted.changed),
        deleted=dict(counted.deleted),
        differing=counted.differing,
        days=len(counted.days),
        newer=newer,
        refused=counted.refused,
        children=tuple(sorted(counted.children)),
    )


class _Counted:
    """Counts record by record."""

    def __init__(self) -> None:
        self.new: Counter[Kind] = Counter()
        self.changed: Counter[Kind] = Counter()
        self.deleted: Counter[Kind] = Counter()
        self.differing, self.refused = 0, 0
        self.days: set[date] = set()
        self.children: set[str] = set()

    def add(self, known: Sequence[Revision], arriving: Sequence[Revision]) -> None:
        """Count what one record would become."""
        after = {revision.id: revision for revision in known}
        after |= {revision.id: revision for revision in with_more_content(arriving, after)}
        before = heads_of(known) if known else []
        now = heads_of(list(after.values()))
        kind = now[0].told().kind
        stood, stands = versions_of(before), versions_of(now)
        if kind is Kind.CHILD and now[0].says_something:
            self.children.add(read_object(now[0].fields).get("name", ""))
        if [revision.id for revision in before] == [revision.id for revision in now]:
            return
        self._count(kind, stood, stands)
        if stands and not stood and kind in _OF_DAYS:
            self.days.add(date.fromisoformat(read_object(now[0].fields)["day"]))

    def _count(self, kind: Kind, stood: int, stands: int) -> None:
        if stands > 1 and stands > stood:
            self.differing += 1
        elif stands and not stood:
            self.new[kind] += 1
        elif stood and not stands:
            self.deleted[kind] += 1
        elif stands:
            self.changed[kind] += 1
