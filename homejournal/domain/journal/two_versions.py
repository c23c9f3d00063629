"""A record that stands in two versions, until somebody settles it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce

from homejournal.domain.journal.merge_proposal import joined
from homejournal.domain.records.changes import Version
from homejournal.domain.records.record import Kind, Record, RevisionId
from homejournal.domain.records.revisions import Revision, heads_of


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoVersions:
    """What stands of one record, the version that is shown first; seldom more than two.

    `base` is what all of them replaced, where it is known here.
    """

    kind: Kind
    versions: tuple[Version, ...]
    base: Record | None = None

    @property
    def records(self) -> tuple[Record, ...]:
        """Return what each version says."""
        return tuple(one.record for one in self.versions if one.record is not None)

    @property
    def proposal(self) -> Record:
        """Return one record that holds what all versions say, to be looked at and changed."""
        return reduce(lambda one, other: joined(self.base, one, other), self.records)

    def ours_first(self, is_here: Callable[[str], bool]) -> tuple[int, ...]:
        """Return the places of the versions, those of this computer first."""
        ours = [is_here(one.device) for one in self.versions]
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
    by_id = {one.id: one for one in revisions}
    shared = set.intersection(*(_ancestors(head, by_id) for head in heads))
    replaced = {parent for one in shared for parent in by_id[one].told().parents}
    latest = [by_id[one] for one in shared - replaced if by_id[one].says_something]
    return max(latest, key=lambda one: one.id, default=None)


def _ancestors(head: Revision, by_id: Mapping[RevisionId, Revision]) -> set[RevisionId]:
    found: set[RevisionId] = set()
    waiting = list(head.told().parents)
    while waiting:
        one = waiting.pop()
        if one in by_id and one not in found:
            found.add(one)
            waiting += by_id[one].told().parents
    return found
