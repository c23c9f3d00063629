"""What is asked of an open journal beyond the first look, and of the records that were deleted."""

import json
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from homejournal.domain.days.day_states import MarkRow, PracticeRow
from homejournal.domain.days.periods import Period
from homejournal.domain.journal.bin import Deleted, Stamp, is_part, kinds_on, stands_on
from homejournal.domain.records.changes import Version
from homejournal.domain.records.codec import from_fields
from homejournal.domain.records.kinds import kind_of, references_of
from homejournal.domain.records.practices import LeftOutReason, MarkKind
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.domain.records.record import Kind, Record
from homejournal.domain.records.revisions import Op, Revision, heads_of, last_content
from homejournal.storage.records import statements as sql
from homejournal.storage.records.checked_reads import Body, Damage
from homejournal.storage.records.kind_numbers import CODE_OF, FIRST_SMALL_KIND, KIND_OF, place_of
from homejournal.storage.records.projection import Stored, fields_of
from homejournal.storage.records.revisions import Revisions

if TYPE_CHECKING:
    from sqlalchemy import Connection, Select

    from homejournal.domain.records.media_and_papers import Media
    from homejournal.domain.records.notes import Note, PrivateNote
    from homejournal.domain.records.practices import Practice
    from homejournal.storage.records.revisions import Keys


_NEWEST = 1 << 62


class Bin:
    """The questions of one transaction."""

    def __init__(self, connection: "Connection", keys: "Keys", damage: "Damage") -> None:
        self._connection = connection
        self._keys = keys
        self._revisions = Revisions(connection, keys, damage)

    def page(
        self, child: UUID, kinds: Iterable[Kind], before: int | None, limit: int
    ) -> list[tuple[UUID, int]]:
        """Return deleted records with their places, last deleted first; the child's or nobody's."""
        asked = {
            "child": self._keys.find(self._connection, [child]).get(child, 0),
            "kinds": _codes(kinds),
            "before": _NEWEST if before is None else before,
            "limit": limit,
        }
        rows = self._connection.execute(sql.deleted_page, asked)
        return [(UUID(bytes=uuid), rev) for uuid, rev in rows]

    def told(self, found: Iterable[tuple[UUID, int]]) -> list[Deleted]:
        """Return what these were, of those of which content is here."""
        places = dict(found)
        stored = self._revisions.of(places)
        told = []
        for record, place in places.items():
            said = _said(stored.get(record, []))
            if said is not None:
                stamp = _stamp(stored[record])
                told.append(Deleted(record=said, stamp=stamp, place=place))
        return told

    def stamps(self, ids: Iterable[UUID]) -> dict[UUID, Stamp]:
        """Return when those of the records were deleted that are deleted."""
        return {
            record: _stamp(stored)
            for record, stored in self._revisions.of(ids).items()
            if _is_deleted(stored)
        }

    def begun(self, record: UUID) -> frozenset[Stamp]:
        """Return when a record was written, each time, whatever became of it."""
        told = (stored.revision.told() for stored in self._revisions.of([record]).get(record, []))
        return frozenset(
            (envelope.device, envelope.at) for envelope in told if envelope.op is Op.PUT
        )

    def whole(self, record: UUID) -> list[Record]:
        """Return a deleted record with the parts deleted with it, and the records it belongs to.

        Empty if the record is unknown.
        """
        whole = self.with_parts(record)
        return [deleted.record for deleted in (*self._below(whole), *whole)]

    def with_parts(self, record: UUID) -> list[Deleted]:
        """Return a deleted record with all that was deleted as a part of it."""
        whole = self.told([(record, 0)])
        for deleted in whole:  # grows while its parts' parts are found
            known = {other.record.id for other in whole}
            whole += [part for part in self._parts(deleted) if part.record.id not in known]
        return whole

    def _parts(self, whole: Deleted) -> list[Deleted]:
        kinds = kinds_on(kind_of(whole.record))
        asked = {"kinds": _codes(kinds)}
        rows = self._connection.execute(sql.deleted_of_kinds, asked).scalars()
        stamps = {whole.record.id: whole.stamp}
        found = self.told((UUID(bytes=uuid), 0) for uuid in rows)
        return [part for part in found if is_part(part, stamps)]

    def _below(self, whole: list[Deleted]) -> list[Deleted]:
        """Return the deleted records without which these could not be seen."""
        known = {deleted.record.id for deleted in whole}
        named = {id_ for deleted in whole for id_ in stands_on(deleted.record)} - known
        below = self.told((id_, 0) for id_ in self.stamps(named))
        return [*self._below(below), *below] if below else []

    def record(self, id_: UUID) -> Record | None:
        """Return a record, or its last version if it is deleted."""
        return _said(self._revisions.of([id_]).get(id_, []))

    def owner(self, record: Record) -> UUID | None:
        """Return the child a record belongs to, directly or through other records, or None."""
        own = getattr(record, "child", None)
        if isinstance(own, UUID):
            return own
        for kind, named in references_of(record):
            # The photo of a person names the person again.
            owner = self.record(named) if kind is not Kind.MEDIA else None
            found = self.owner(owner) if owner is not None else None
            if found is not None:
                return found
        return None


def _codes(kinds: Iterable[Kind]) -> str:
    return json.dumps([CODE_OF[kind] for kind in kinds])


def _is_deleted(stored: list[Stored]) -> bool:
    return heads_of([one.revision for one in stored])[0].told().op is Op.DELETE


def _stamp(stored: list[Stored]) -> Stamp:
    told = heads_of([one.revision for one in stored])[0].told()
    return told.device, told.at


def _said(stored: list[Stored]) -> Record | None:
    revisions = [one.revision for one in stored]
    if not revisions:
        return None
    heads = heads_of(revisions)
    shown = heads[0] if heads[0].says_something else last_content(revisions)
    if shown is None:
        return None
    told = shown.told()
    return from_fields(told.kind, told.record, fields_of(shown))


_MARKS = {str(kind): kind for kind in MarkKind}
_REASONS = {str(reason): reason for reason in LeftOutReason} | {None: None}


class _Ids(dict[int | None, UUID | None]):
    """The ids of records by their numbers in this file, looked up as they come along."""

    def __init__(self, connection: "Connection") -> None:
        super().__init__({None: None})
        self._connection = connection

    def __missing__(self, number: int | None) -> UUID:
        uuid = self._connection.execute(sql.id_of, {"number": number}).scalar_one()
        self[number] = UUID(bytes=uuid)
        return UUID(bytes=uuid)


class Queries:
    """The questions of one transaction."""

    def __init__(self, connection: "Connection", keys: "Keys", damage: Damage) -> None:
        self._connection = connection
        self._keys = keys
        self._damage = damage
        self._revisions = Revisions(connection, keys, damage)

    def key(self, record: UUID) -> int:
        """Return a record's number in this file; 0, which no record has, where it is not known."""
        return self._keys.find(self._connection, [record]).get(record, 0)

    def one(self, record: UUID) -> Record | None:
        """Return a record that stands."""
        found = list(self.bodies(sql.one, record=self.key(record)))
        return found[0].record if found else None

    def all_of(self, kind: Kind) -> list[Record]:
        """Return all records of a kind that stand, in the order of their arrival."""
        code = CODE_OF[kind]
        statement = sql.small_of_kind if code >= FIRST_SMALL_KIND else sql.timeline_of_kind
        return [body.record for body in self.bodies(statement, kind=code)]

    def notes_on(self, practices: Iterable[UUID]) -> "list[Note | PrivateNote]":
        """Return the notes that stand on these practices."""
        bodies = self._about(sql.notes_on, practices)
        return [cast("Note | PrivateNote", body.record) for body in bodies]

    def timed_practices(self, child: UUID, period: Period) -> "list[Practice]":
        """Return a child's practices of these days that say at which time, and who did it."""
        found = self._of_days(sql.timed_practices, child, period)
        return [cast("Practice", body.record) for body in found]

    def notes_between(self, child: UUID, period: Period) -> "list[Note]":
        """Return a child's notes of these days, oldest first, and no private one."""
        found = self._of_days(sql.notes_of_days, child, period)
        return [cast("Note", body.record) for body in found]

    def photos_between(self, child: UUID, period: Period) -> "list[Media]":
        """Return what is kept with a child's practices and notes of these days."""
        found = self._of_days(sql.photos_of_days, child, period)
        return [cast("Media", body.record) for body in found]

    def _of_days(self, statement: "Select[Any]", child: UUID, period: Period) -> Iterable[Body]:
        return self.bodies(statement, **self._days_asked(child, period))

    def _days_asked(self, child: UUID, period: Period) -> dict[str, object]:
        start, end = places(*period)
        return {"child": self.key(child), "start": start, "end": end}

    def who_wrote(self, child: UUID, period: Period) -> dict[UUID | None, set[UUID]]:
        """Return by strategy which helpers wrote a child's practices and marks of these days.

        Under None stand those of marks on whole days.
        """
        ids = _Ids(self._connection)
        rows = self._connection.execute(sql.who_wrote, self._days_asked(child, period)).all()
        found: dict[UUID | None, set[UUID]] = {}
        for strategy, person in rows:
            found.setdefault(ids[strategy], set()).add(cast("UUID", ids[person]))
        return found

    def strategies_of(self, practices: Iterable[UUID]) -> dict[UUID, UUID]:
        """Return the strategies of practices that stand."""
        ids, numbers = _Ids(self._connection), self._keys.find(self._connection, practices)
        asked = {"entries": json.dumps(list(numbers.values()))}
        rows = self._connection.execute(sql.strategies_of, asked).all()
        return {UUID(bytes=uuid): cast("UUID", ids[strategy]) for uuid, strategy in rows}

    def photos_on(self, entries: Iterable[UUID]) -> "list[Media]":
        """Return what is kept with these practices and notes, in the order of arrival."""
        return [cast("Media", body.record) for body in self._about(sql.photos_on, entries)]

    def photos_of_people(self, people: Iterable[UUID]) -> "list[Media]":
        """Return the photos that show these children and helpers and nothing else."""
        found = self._about(sql.photos_of_people, people)
        return [cast("Media", body.record) for body in found]

    def removed_media(self, owners: Iterable[UUID]) -> list[Record]:
        """Return what was kept with these strategies or entries and was removed, newest first."""
        numbers = list(self._keys.find(self._connection, owners).values())
        asked = {"owners": json.dumps(numbers)}
        found = self._connection.execute(sql.removed_media, asked).scalars().all()
        return self.last_said(UUID(bytes=uuid) for uuid in found)

    def _about(self, statement: "Select[Any]", entries: Iterable[UUID]) -> Iterable[Body]:
        numbers = list(self._keys.find(self._connection, entries).values())
        return self.bodies(statement, entries=json.dumps(numbers)) if numbers else ()

    def bodies(self, statement: "Select[Any]", **asked: object) -> Iterable[Body]:
        """Return the heads that a question answers with."""
        return self._damage.bodies(self._connection.execute(statement, asked).all())

    def history(self, record: UUID) -> list[Version]:
        """Return what was said of a record, oldest first; a deletion is a version without one."""
        stored = self._revisions.of([record]).get(record, [])
        return [_version(one.revision) for one in stored]

    def bin(self) -> "Bin":
        """Return the questions about what was deleted."""
        return Bin(self._connection, self._keys, self._damage)

    def written_again(self, records: Iterable[UUID]) -> frozenset[UUID]:
        """Return those of the records of which something was said more than once."""
        stored = self._revisions.of(records)
        return frozenset(record for record, known in stored.items() if len(known) > 1)

    def last_said(self, records: Iterable[UUID]) -> list[Record]:
        """Return what deleted records were, of those of which content is here."""
        listed = list(records)
        stored = self._revisions.of(listed)
        said = [
            last_content([one.revision for one in stored[record]])
            for record in listed
            if record in stored
        ]
        return [record for revision in said if revision and (record := _version(revision).record)]

    def practice_rows(
        self,
        strategy: UUID,
        period: Period,
        *,
        routine: UUID | None = None,
        helper: UUID | None = None,
        written_by: UUID | None = None,
    ) -> list[PracticeRow]:
        """Return what is counted of a strategy's practices; of all, or in a routine or by a person.

        Ten years hold tens of thousands of them, so they stay the plain tuples that counting reads.
        """
        asked: dict[str, object] = {"strategy": self.key(strategy), **_days(period)}
        statement = sql.numbers_practices
        if routine is not None:
            statement = statement.where(sql.practice_in_routine)
            asked["routine"] = self.key(routine)
        if helper is not None:
            statement = statement.where(sql.practice_by_helper)
            asked["helper"] = self.key(helper)
        if written_by is not None:
            writer = sql.practice_written_by(written_by, self.key(written_by))
            statement = statement.where(writer)
        ids = _Ids(self._connection)
        result = self._connection.execute(statement, asked)
        rows = cast("Iterable[tuple[Any, ...]]", result.cursor)
        told = [
            (day, slot, ids[routine], kind, level, number, took, of, written, settled)
            for day, slot, routine, kind, level, number, took, of, written, settled in rows
        ]
        result.close()
        return cast("list[PracticeRow]", told)

    def first_days(
        self, strategy: UUID, kind: RatingKind, level: int
    ) -> tuple[date | None, date | None]:
        """Return the first days of a strategy's practices: of any, and of any at a level."""
        asked = {"strategy": self.key(strategy), "kind": kind.value, "level": level}
        of_any, at_level = self._connection.execute(sql.first_days, asked).one()
        return _day_of(of_any), _day_of(at_level)

    def mark_rows(self, child: UUID, strategy: UUID, period: Period) -> list[MarkRow]:
        """Return the marks on a strategy or on all of the child's."""
        asked = {"child": self.key(child), "strategy": self.key(strategy), **_days(period)}
        rows = self._connection.execute(sql.numbers_marks, asked)
        return [
            MarkRow(day, slot, _MARKS[mark], _REASONS[reason], self._home(home))
            for day, slot, mark, reason, home in rows
        ]

    @staticmethod
    def _home(told: str | None) -> UUID | None:
        return UUID(told) if told else None

    def kinds(self) -> dict[UUID, Kind]:
        """Return which kind of record stands, or stood, under each id."""
        rows = self._connection.execute(sql.kinds)
        return {UUID(bytes=uuid): KIND_OF[code] for uuid, code in rows}

    def is_empty(self) -> bool:
        """Return whether nothing was ever written."""
        return not self._connection.execute(sql.last_seq).scalar_one()

    def first_day(self, child: UUID) -> date | None:
        """Return the first day on which something is written for a child."""
        place = self._connection.execute(sql.first_place, {"child": self.key(child)}).scalar()
        return date.fromordinal(place >> 32) if place is not None else None


def _version(revision: Revision) -> Version:
    told = revision.told()
    said = revision.says_something
    record = from_fields(told.kind, told.record, fields_of(revision)) if said else None
    deleted = told.op is Op.DELETE
    return Version(
        revision=revision.id, at=told.at, device=told.device, record=record, deleted=deleted
    )


def _day_of(day: str | None) -> date | None:
    return date.fromisoformat(day) if day else None


def _days(period: Period) -> dict[str, str]:
    return {"start": period.start.isoformat(), "end": period.end.isoformat()}


def places(start: date | None, end: date | None) -> tuple[int | None, int | None]:
    """Return the places from a first day to after a last day; an open end is None."""
    return (
        place_of(start.toordinal(), 0) if start else None,
        place_of(end.toordinal() + 1, 0) if end else None,
    )
