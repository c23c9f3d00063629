"""What is asked of an open journal beyond the first look."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from homejournal.domain.changes import Version
from homejournal.domain.codec import from_fields
from homejournal.domain.numbers import MarkRow, Period, PracticeRow
from homejournal.domain.practices import LeftOutReason, MarkKind
from homejournal.domain.record import Kind, Record
from homejournal.domain.revisions import Envelope, Op, Revision, heads_of, is_genuine
from homejournal.storage import statements as sql
from homejournal.storage.codes import CODE_OF, FIRST_SMALL_KIND, place_of
from homejournal.storage.first_look import Body, Damage
from homejournal.storage.projection import Stored, fields_of, revision_of

if TYPE_CHECKING:
    from sqlalchemy import Connection, Select

    from homejournal.storage.keys import Keys
    from homejournal.storage.projecting import Touched

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

    def key(self, record: UUID) -> int | None:
        """Return a record's number in this file."""
        return self._keys.find(self._connection, [record]).get(record)

    def one(self, record: UUID) -> Record | None:
        """Return a record that stands."""
        found = list(self.bodies(sql.one, record=self.key(record)))
        return found[0].record if found else None

    def all_of(self, kind: Kind) -> list[Record]:
        """Return all records of a kind that stand, in the order of their arrival."""
        code = CODE_OF[kind]
        statement = sql.small_of_kind if code >= FIRST_SMALL_KIND else sql.timeline_of_kind
        return [body.record for body in self.bodies(statement, kind=code)]

    def notes_on(self, practices: Iterable[UUID]) -> list[Record]:
        """Return the notes that stand on these practices."""
        numbers = list(self._keys.find(self._connection, practices).values())
        if not numbers:
            return []
        return [body.record for body in self.bodies(sql.notes_on, practices=numbers)]

    def bodies(self, statement: "Select[Any]", **asked: object) -> Iterable[Body]:
        """Return the heads that a question answers with."""
        return self._damage.bodies(self._connection.execute(statement, asked).all())

    def revisions(self, record: UUID) -> list[Stored]:
        """Return a record's revisions in the order of their arrival."""
        number = self.key(record)
        rows = self._connection.execute(sql.revisions_of, {"records": [number]}) if number else ()
        return [
            Stored(
                row.seq,
                revision_of(row),
            )
            for row in rows
        ]

    def history(self, record: UUID) -> list[Version]:
        """Return what was said of a record, oldest first; a deletion is a version without one."""
        return [_version(one.revision) for one in self.revisions(record)]

    def deleted(self, child: UUID, limit: int) -> list[Record]:
        """Return what was deleted of a child's timeline, last deleted first."""
        asked = {"child": self.key(child), "limit": limit}
        numbers = self._connection.execute(sql.deleted, asked).scalars().all()
        return [one for number in numbers if (one := self._last_told(number))]

    def practice_rows(self, strategy: UUID, period: Period) -> list[PracticeRow]:
        """Return what is counted of a strategy's practices.

        Ten years hold tens of thousands of them, so they stay the plain tuples that counting reads.
        """
        asked = {"strategy": self.key(strategy), **_days(period)}
        ids = _Ids(self._connection)
        result = self._connection.execute(sql.numbers_practices, asked)
        rows = cast(Iterable[tuple[Any, ...]], result.cursor)
        told = [
            (day, slot, ids[routine], kind, level, number, took, of, written, settled)
            for day, slot, routine, kind, level, number, took, of, written, settled in rows
        ]
        result.close()
        return cast(list[PracticeRow], told)

    def mark_rows(self, child: UUID, strategy: UUID, period: Period) -> list[MarkRow]:
        """Return the marks on a strategy or on all of the child's."""
        asked = {"child": self.key(child), "strategy": self.key(strategy), **_days(period)}
        rows = self._connection.execute(sql.numbers_marks, asked)
        return [
            MarkRow(day, slot, _MARKS[mark], _REASONS[reason]) for day, slot, mark, reason in rows
        ]

    def kind_of(self, record: UUID) -> Kind | None:
        """Return which kind of record stands, or stood, under an id."""
        stored = self.revisions(record)
        return stored[0].revision.told().kind if stored else None

    def is_empty(self) -> bool:
        """Return whether nothing was ever written."""
        return not self._connection.execute(sql.last_seq).scalar_one()

    def first_day(self, child: UUID) -> date | None:
        """Return the first day on which something is written for a child."""
        place = self._connection.execute(sql.first_place, {"child": self.key(child)}).scalar()
        return date.fromordinal(place >> 32) if place is not None else None

    def drafts(self) -> dict[str, str]:
        """Return the unfinished texts by their places."""
        return dict(self._connection.execute(sql.drafts).tuples().all())

    def _last_told(self, number: int) -> Record | None:
        rows = self._connection.execute(sql.revisions_of, {"records": [number]}).all()
        for row in reversed(rows):
            revision = revision_of(row)
            if (version := _version(revision)).record:
                return version.record
        return None


def all_heads(connection: "Connection") -> Iterable[tuple[Envelope, Revision, dict[str, Any]]]:
    """Yield every head that stands, with what it says; both where two versions stand."""
    for _, _, stored in all_touched(connection).values():
        for head in heads_of([one.revision for one in stored]):
            told = head.told()
            if told.op is Op.PUT and head.fields is not None:
                yield told, head, fields_of(head)


def all_touched(connection: "Connection") -> "Touched":
    """Return every record with its revisions, as though each were new."""
    found: dict[UUID, list[Stored]] = {}
    for row in connection.execute(sql.every_revision):
        revision = revision_of(row)
        found.setdefault(revision.told().record, []).append(Stored(row.seq, revision))
    return {
        record: (stored[0].revision.told().kind, (), stored) for record, stored in found.items()
    }


def _version(revision: Revision) -> Version:
    told = revision.told()
    said = told.op is Op.PUT and is_genuine(revision) and fields_of(revision)
    record = from_fields(told.kind, told.record, said) if said else None
    return Version(revision=revision.id, at=told.at, device=told.device, record=record)


def _days(period: Period) -> dict[str, str]:
    return {"start": period.start.isoformat(), "end": period.end.isoformat()}


def places(start: date | None, end: date | None) -> tuple[int | None, int | None]:
    """Return the places from a first day to after a last day; an open end is None."""
    return (
        place_of(start.toordinal(), 0) if start else None,
        place_of(end.toordinal() + 1, 0) if end else None,
    )
