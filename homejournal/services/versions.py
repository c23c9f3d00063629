"""What an entry said before: its earlier versions, two versions of one, and what was deleted."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from homejournal.domain.days.periods import Period
from homejournal.domain.journal.bin import (
    OF_ALL_CHILDREN,
    BinPage,
    BinSection,
    Deleted,
    is_part,
    stands_on,
)
from homejournal.domain.journal.timeline import Entry, Written
from homejournal.domain.journal.versions import (
    PastVersion,
    PossibleDuplicate,
    TwoVersions,
    common_base,
    different_heads,
    past_versions,
    possible_duplicates,
)
from homejournal.domain.limits import read_json
from homejournal.domain.records.changes import Change, Version
from homejournal.domain.records.children import LifeEvent
from homejournal.domain.records.codec import from_fields
from homejournal.domain.records.kinds import kind_of
from homejournal.domain.records.notes import AnyNote, Note, PrivateNote, id_with_other_privacy
from homejournal.domain.records.people import Device
from homejournal.domain.records.record import Kind, Record
from homejournal.domain.records.revisions import Revision
from homejournal.services.days.days import Days
from homejournal.services.records.records import Records
from homejournal.services.session import Session

if TYPE_CHECKING:
    from homejournal.storage.journal.prepared_writes import Moment
    from homejournal.storage.journal.queries import Bin as Asked


AT_ONCE = 50
_LOOKS_BACK = timedelta(days=60)
_BOTH = "both_happened:"
"""Before the ids of two practices of which the family said that both happened."""


class ConflictSettling:
    """Both versions are kept until somebody takes one, the other, or writes a joined one."""

    def __init__(self, session: Session, records: Records) -> None:
        self._session = session
        self._records = records
        self._twice: tuple[PossibleDuplicate, ...] = ()
        self._twice_at: tuple[Moment, date] | None = None

    def how_many(self) -> int:
        """Return of how many records more than one version stands."""
        from homejournal.storage.journal.incoming import how_many_in_two_versions

        with self._session.store.reading() as connection:
            return how_many_in_two_versions(connection)

    def waiting(self) -> tuple[TwoVersions, ...]:
        """Return what stands in two versions, the latest day first; fifty at most."""
        from homejournal.storage.journal.incoming import in_two_versions, standing

        store = self._session.store
        with store.reading() as connection:
            asked = in_two_versions(connection, AT_ONCE)
            known = standing(store, connection, asked)
        found = (_two([stored.revision for stored in known[record]]) for record in asked)
        return tuple(one for one in found if len(one.versions) > 1)

    def settle(self, said: Record) -> Change:
        """Let a record say this and nothing else; Undo brings both versions back."""
        return self._records.save(said)

    def possible_duplicates(self) -> tuple[PossibleDuplicate, ...]:
        """Return the practices of the last weeks that may be one event, noted by two people.

        They are kept until anything is written: a page asks each time it is shown.
        """
        from homejournal.storage.journal.prepared_writes import moment_of

        today = self._session.today()
        now = (moment_of(self._session.store), today)
        if now != self._twice_at:
            self._twice = self._noted_twice(today)
            self._twice_at = now
        return self._twice

    def _noted_twice(self, today: date) -> tuple[PossibleDuplicate, ...]:
        days = Period(today - _LOOKS_BACK, today)
        with self._session.asking() as queries:
            found = [
                practice
                for child in self._session.family().children
                for practice in queries.timed_practices(child, days)
            ]
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


class History:
    """What was said of an entry over time."""

    def __init__(self, session: Session, records: Records) -> None:
        self._session = session
        self._records = records

    def of(self, entry: UUID, child: UUID) -> tuple[PastVersion, ...]:
        """Return the versions of a child's entry, newest first, in the family's time zone."""
        zone = self._session.clock().tzinfo
        found = past_versions(self._records.history(entry), self._session.family(), child)
        return tuple(
            replace(version, at=version.at.astimezone(zone) if version.at else None)
            for version in found
        )

    def changed(self, entries: Iterable[UUID]) -> frozenset[UUID]:
        """Return those of the entries that have more than one version."""
        with self._session.asking() as queries:
            return queries.written_again(entries)

    def restore_version(self, version: Entry) -> Change:
        """Restore an earlier version of an entry; its first writing time stays."""
        now = self._records.get(version.id)
        if isinstance(version, LifeEvent) or not isinstance(now, Written):
            return self._records.save(version)
        return self._records.save(replace(version, written=now.written))

    def is_here(self, device: str) -> bool:
        """Return whether it is the id of this computer."""
        return device == str(self._session.store.device)

    def computers(self) -> dict[str, str]:
        """Return the names that the family gave its computers, by their ids."""
        devices = self._records.all_of(Kind.DEVICE)
        return {str(device.id): device.name for device in devices if isinstance(device, Device)}


class Bin:
    """Everything stays here until it is deleted for good."""

    def __init__(self, session: Session, records: Records, days: Days) -> None:
        self._session = session
        self._records = records
        self._days = days

    def page(
        self, child: UUID, section: BinSection, *, before: int | None = None, limit: int = 40
    ) -> BinPage:
        """Return the deleted records of a child and of the whole home, last deleted first.

        The next page begins before `more`. Parts are shown with the record they were deleted with.
        Records of other children are left out, and so are notes that only changed their privacy.
        """
        with self._session.asking() as queries:
            asked = queries.bin()
            found = asked.page(child, section.value, before, limit)
            told = asked.told(found)
            named = {id_ for deleted in told for id_ in stands_on(deleted.record)}
            stamps = asked.stamps(named)
            own = [
                deleted
                for deleted in told
                if not is_part(deleted, stamps) and _is_of(asked, deleted, child)
            ]
            left = [deleted for deleted in own if not _was_turned(asked, deleted)]
        shown = tuple(deleted for deleted in left if not self._lives_on(deleted.record))
        more = found[-1][1] if len(found) == limit else None
        return BinPage(section=section, deleted=shown, more=more)

    def bring_back(self, record: UUID) -> Change:
        """Bring a deleted record back whole, as `Records.restore` does."""
        return self._records.restore(record)

    def moment(self, deleted: Deleted) -> datetime | None:
        """Return when something was deleted, in the family's time zone."""
        at = deleted.at
        return at.astimezone(self._session.clock().tzinfo) if at else None

    def _lives_on(self, record: Record) -> bool:
        """Return whether a note stands under an id that was not made from its own.

        In journals of older versions it is known by its words and by when it was written.
        """
        if not isinstance(record, Note | PrivateNote) or record.written is None:
            return False
        day = self._days.between(record.child, record.day, record.day)
        there: tuple[AnyNote, ...] = (*day.notes, *day.private_notes)
        return any(_same_words(note, record) for note in there)


def _was_turned(asked: "Asked", deleted: Deleted) -> bool:
    """Return whether a note was deleted by making it private, or no longer private.

    Its words may be others since, and the note that it became may be deleted, too.
    """
    if not isinstance(deleted.record, Note | PrivateNote):
        return False
    return deleted.stamp in asked.begun(id_with_other_privacy(deleted.record.id))


def _same_words(note: AnyNote, other: AnyNote) -> bool:
    told = (other.text, other.written, other.practice)
    return (note.text, note.written, note.practice) == told


def _is_of(asked: "Asked", deleted: Deleted, child: UUID) -> bool:
    if kind_of(deleted.record) in OF_ALL_CHILDREN:
        return True
    return asked.owner(deleted.record) in {None, child}
