"""Settling what stands in two versions, and hints that one event was noted twice."""

from datetime import timedelta
from uuid import UUID

from homejournal.domain.journal.two_versions import (
    PossibleDuplicate,
    TwoVersions,
    common_base,
    different_heads,
    possible_duplicates,
)
from homejournal.domain.limits import read_json
from homejournal.domain.records.changes import Change, Version
from homejournal.domain.records.codec import from_fields
from homejournal.domain.records.record import Record
from homejournal.domain.records.revisions import Revision
from homejournal.services.days.days import Days
from homejournal.services.records.records import Records
from homejournal.services.session import Session

AT_ONCE = 50
_LOOKS_BACK = timedelta(days=60)
_BOTH = "both_happened:"
"""Before the ids of two practices of which the family said that both happened."""


class Settling:
    """Both versions are kept until somebody takes one, the other, or writes a joined one."""

    def __init__(self, session: Session, records: Records) -> None:
        self._session = session
        self._records = records

    def how_many(self) -> int:
        """Return of how many records more than one version stands."""
        from homejournal.storage.sharing.incoming import how_many_in_two_versions

        with self._session.store.reading() as connection:
            return how_many_in_two_versions(connection)

    def waiting(self) -> tuple[TwoVersions, ...]:
        """Return what stands in two versions, the latest day first; fifty at most."""
        from homejournal.storage.sharing.incoming import in_two_versions, standing

        store = self._session.store
        with store.reading() as connection:
            asked = in_two_versions(connection, AT_ONCE)
            known = standing(store, connection, asked)
        found = (_two([one.revision for one in known[record]]) for record in asked)
        return tuple(one for one in found if len(one.versions) > 1)

    def settle(self, said: Record) -> Change:
        """Let a record say this and nothing else; Undo brings both versions back."""
        return self._records.save(said)

    def noted_twice(self) -> tuple[PossibleDuplicate, ...]:
        """Return the practices of the last weeks that may be one event, noted by two people."""
        today = self._session.today()
        days = Days(self._session)
        found = (
            practice
            for child in self._session.family().children
            for practice in days.between(child, today - _LOOKS_BACK, today).practices
        )
        stored = self._session.store.meta()
        return tuple(pair for pair in possible_duplicates(found) if not stored.get(_name(pair)))

    def both_happened(self, pair: PossibleDuplicate) -> Change:
        """Remember that two practices are two events, so that nobody is asked again."""
        with self._session.step() as step:
            step.set_settings({_name(pair): "yes"})
        return step.change

    def one_happened(self, pair: PossibleDuplicate, keep: UUID) -> Change:
        """Delete the other of two practices that were one event; Undo brings it back."""
        gone = pair.other.id if keep == pair.one.id else pair.one.id
        return self._records.delete(gone)


def _name(pair: PossibleDuplicate) -> str:
    one, other = sorted((pair.one.id, pair.other.id))
    return f"{_BOTH}{one}:{other}"


def _two(revisions: list[Revision]) -> TwoVersions:
    heads = different_heads(revisions)
    base = common_base(revisions, heads)
    return TwoVersions(
        kind=heads[0].told().kind,
        versions=tuple(map(_version, heads)),
        base=_record(base) if base else None,
    )


def _version(revision: Revision) -> Version:
    told = revision.told()
    return Version(revision=revision.id, at=told.at, device=told.device, record=_record(revision))


def _record(revision: Revision) -> Record:
    told = revision.told()
    return from_fields(told.kind, told.record, read_json(revision.fields or b"{}"))
