"""What another home writes on about things that were deleted for good here: it stays away.

The other home may keep what we deleted. What it writes about that afterwards is its own, and
would bring back to us what nothing is to bring back.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import Enum
from typing import Any
from uuid import UUID

from homejournal.domain.journal.bin import STANDS_ON
from homejournal.domain.limits import read_object
from homejournal.domain.records.record import RevisionId
from homejournal.domain.records.revisions import Revision

_WHOSE = "child"


def named_by(revisions: Iterable[Revision]) -> frozenset[UUID]:
    """Return the records that revisions are of, and those that these cannot be seen without."""
    return frozenset(
        one for revision in revisions for one in (revision.told().record, *_needed(revision))
    )


class Left(Enum):
    """What is left here of a record."""

    STANDS = "stands"
    ENVELOPES = "envelopes"
    """Nothing else has come of it yet, or it stayed away."""
    DELETED_FOR_GOOD = "deleted_for_good"


def stays_away(revisions: Sequence[Revision], left: Mapping[UUID, Left]) -> frozenset[RevisionId]:
    """Return which of another home's revisions are about something that was deleted for good.

    `left` says it of records; what is not here, and what waits in the bin, is left out. An edit of
    what stands is never about something else.
    """
    deleted = {one for one, is_left in left.items() if is_left is Left.DELETED_FOR_GOOD}
    bare = {one for one, is_left in left.items() if is_left is Left.ENVELOPES}
    gone = deleted | bare.difference(one.told().record for one in revisions if one.says_something)
    found = {one.id for one in revisions if one.told().record in deleted}
    fresh = [
        (one, frozenset(_needed(one)))
        for one in revisions
        if left.get(one.told().record) is not Left.STANDS
    ]
    while about := [one for one, needed in fresh if one.id not in found and gone & needed]:
        found.update(one.id for one in about)
        gone.update(one.told().record for one in about)
    return frozenset(found)


def _needed(revision: Revision) -> Collection[UUID]:
    """Return what its content names that it cannot be seen without: whose it is, what it is on."""
    if not revision.says_something:
        return ()
    told: dict[str, Any] = read_object(revision.fields)
    names = (told.get(name) for name in (_WHOSE, *STANDS_ON.get(revision.told().kind, ())))
    return [UUID(name) for name in names if name is not None]
