"""The journal's timeline, newest day first, narrowed by filters or words; and what stands last."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, literal_column, or_, select

from homejournal.domain.journal.entry_filter import EntryFilter
from homejournal.domain.journal.timeline import TimelineEntry
from homejournal.domain.limits import read_json
from homejournal.domain.records.notes import Note, PrivateNote
from homejournal.domain.records.practices import Practice
from homejournal.domain.records.record import Kind
from homejournal.storage.journal.queries import Queries, places
from homejournal.storage.records import statements as sql
from homejournal.storage.records.checked_reads import Damage
from homejournal.storage.records.kind_numbers import (
    ATTACHED,
    CODE_OF,
    DAY_BITS,
    FLAG_BITS,
    record_at,
)
from homejournal.storage.records.tables import head, practice, revision

if TYPE_CHECKING:
    from sqlalchemy import Connection


# The words of the partial indexes, repeated so that they are used.
_PLACED: ColumnElement[bool] = literal_column("head.place IS NOT NULL")
_OF_STRATEGY: ColumnElement[bool] = literal_column("head.strategy IS NOT NULL")
_LOOKED_AT = 20
_NOTES = (CODE_OF[Kind.NOTE], CODE_OF[Kind.PRIVATE_NOTE])


class Newest:
    """Asks in one transaction."""

    def __init__(self, connection: "Connection", queries: Queries, damage: Damage) -> None:
        self._connection = connection
        self._queries = queries
        self._damage = damage

    def note(self, strategy: UUID, before: date) -> Note | PrivateNote | None:
        """Return the newest note on a strategy from the days before a day."""
        end, _ = places(before, None)
        asked = (
            sql.heads_with_bodies()
            .where(
                _OF_STRATEGY,
                head.c.strategy == self._queries.key(strategy),
                head.c.place < end,
                head.c.kind.in_(_NOTES),
            )
            .order_by(head.c.place.desc())
            .limit(1)
        )
        said = [body.record for body in self._queries.bodies(asked)]
        return next((note for note in said if isinstance(note, Note | PrivateNote)), None)

    def day(self, child: UUID, through: date | None, *, marks: bool = True) -> date | None:
        """Return the newest day, none later than `through`, on which something is written.

        Without `marks`, "not today" and "left out" do not count.
        """
        _, end = places(None, through)
        asked = (
            select(head.c.place)
            .where(_PLACED, head.c.child == self._queries.key(child))
            .order_by(head.c.place.desc())
            .limit(1)
        )
        if end is not None:
            asked = asked.where(head.c.place < end)
        if not marks:
            asked = asked.where(head.c.kind != CODE_OF[Kind.DAY_MARK])
        place = self._connection.execute(asked).scalar()
        return date.fromordinal(place >> 32) if place is not None else None

    def writing(self) -> datetime | None:
        """Return when the newest revisions of this file were written, as clocks said: the latest.

        None if nothing was written yet, or the moments are not told.
        """
        rows = self._connection.execute(sql.newest_revisions, {"limit": _LOOKED_AT})
        said = [read_json(revision.envelope)["at"] for _, _, revision in self._damage.genuine(rows)]
        return max((datetime.fromisoformat(at) for at in said if at), default=None)


# The words of the partial indexes, repeated so that they are used.
_FLAGGED: ColumnElement[bool] = literal_column("head.flags & 7")
_LISTED: ColumnElement[bool] = literal_column(f"head.flags & {ATTACHED} = 0")
_RECORD_MASK = record_at(-1)
_photo, _note = head.alias(), head.alias()
_SHOWN: Select[Any] = select(_photo.c.about).where(
    _photo.c.kind == CODE_OF[Kind.MEDIA], _photo.c.versions > 0, _photo.c.about.is_not(None)
)
_NOTED: Select[Any] = select(_note.c.about).where(
    _note.c.record.in_(_SHOWN), _note.c.about.is_not(None)
)
_WITH_PHOTOS: ColumnElement[bool] = or_(head.c.record.in_(_SHOWN), head.c.record.in_(_NOTED))
"""A photo is kept with the entry, or with a note on it."""
_SPACES = str.maketrans({'"': " ", "\0": " "})
"""Signs that would end FTS5's question in the middle."""


class Timeline:
    """Asks for pages of the timeline in one transaction."""

    def __init__(self, connection: "Connection", queries: Queries) -> None:
        self._connection = connection
        self._queries = queries

    def page(self, asked: EntryFilter, before: int | None, limit: int) -> list[TimelineEntry]:
        """Return the next entries before a place (None: from the newest), newest first."""
        statement = self._narrowed(sql.heads_with_bodies(), asked)
        if statement is None:
            return []
        order = _order(asked)
        if before is not None:
            statement = statement.where(order < before)
        return self._entries(statement.order_by(order.desc()).limit(limit))

    def newer(self, asked: EntryFilter, since: int, limit: int) -> list[TimelineEntry]:
        """Return the entries from a place upwards, as many as are asked for, the lowest first."""
        statement, order = self._narrowed(sql.heads_with_bodies(), asked), _order(asked)
        if statement is None:
            return []
        upwards = statement.where(order >= since).order_by(order).limit(limit)
        return self._entries(upwards)

    def _entries(self, statement: Select[Any]) -> list[TimelineEntry]:
        bodies = list(self._queries.bodies(statement))
        notes = self._notes([body.record for body in bodies])
        return [
            TimelineEntry(
                place=body.place or 0,
                record=body.record,  # type: ignore[arg-type]  # only these kinds have a place
                notes=tuple(notes.get(body.record.id, ())),
                versions=body.versions,
            )
            for body in bodies
        ]

    def count(self, asked: EntryFilter) -> int:
        """Return how many entries there are."""
        statement = self._narrowed(_of_heads(asked, func.count()), asked)
        return 0 if statement is None else int(self._connection.execute(statement).scalar_one())

    def days(self, asked: EntryFilter) -> dict[date, int]:
        """Return how many entries there are of each day that has any."""
        day = head.c.place.bitwise_rshift(DAY_BITS)
        statement = self._narrowed(_of_heads(asked, day, func.count()), asked)
        if statement is None:
            return {}
        rows = self._connection.execute(statement.group_by(day))
        return {date.fromordinal(ordinal): entries for ordinal, entries in rows}

    def _narrowed(self, statement: Select[Any], asked: EntryFilter) -> Select[Any] | None:
        """Return the statement for the entries asked for; None if there can be none."""
        named = self._named(asked)
        if named is None:
            return None
        conditions = [head.c.place.is_not(None), *named, *self._among(asked), *_within(asked)]
        if asked.flag is not None:
            conditions += [_FLAGGED, head.c.flags.bitwise_and(FLAG_BITS[asked.flag]) > 0]
        if asked.private:
            conditions.append(head.c.kind == CODE_OF[Kind.PRIVATE_NOTE])
        if not asked.words.strip():
            listed = [] if asked.flag or asked.private else [_LISTED]
            hinted = statement.with_hint(head, f"INDEXED BY {_index_for(asked)}", "sqlite")
            return hinted.where(*conditions, *listed)
        phrase = match_of(asked.words)
        if not phrase:
            return None
        return statement.join(
            sql.note_fts, head.c.record == sql.note_fts.c.rowid.bitwise_and(_RECORD_MASK)
        ).where(sql.note_fts.c.note_fts.match(phrase), *conditions)

    def _named(self, asked: EntryFilter) -> list[ColumnElement[bool]] | None:
        """Return the conditions on records; None if one of them is not known here."""
        columns = (
            (head.c.child, asked.child),
            (head.c.strategy, asked.strategy),
            (head.c.person, asked.helper),
        )
        keys = [(column, self._queries.key(record)) for column, record in columns if record]
        return [column == key for column, key in keys] if all(key for _, key in keys) else None

    def _written_by(self, person: UUID) -> ColumnElement[bool]:
        """Return the condition that a person wrote an entry, or a note on it."""
        key, note, body = self._queries.key(person), head.alias(), revision.alias()
        noted = (
            select(note.c.about)
            .join(body, body.c.seq == note.c.rev)
            .where(note.c.about.is_not(None), note.c.kind.in_(_NOTES), note.c.versions > 0)
            .where(sql.wrote(person, key, note, body))
        )
        return or_(sql.wrote(person, key), head.c.record.in_(noted))

    def _among(self, asked: EntryFilter) -> list[ColumnElement[bool]]:
        """Return the conditions on what several entries, or what belongs to one, tell."""
        found: list[ColumnElement[bool]] = []
        if asked.strategies is not None:
            found.append(
                head.c.strategy.in_([self._queries.key(strategy) for strategy in asked.strategies])
            )
        if asked.routine is not None:
            key = self._queries.key(asked.routine)
            done = select(practice.c.record).where(practice.c.routine == key)
            # A note stands in the routine of the practice that it is about.
            found.append(func.coalesce(head.c.about, head.c.record).in_(done))
        if asked.written_by is not None:
            found.append(self._written_by(asked.written_by))
        if asked.photos:
            found.append(_WITH_PHOTOS)
        return found

    def _notes(self, records: list[Any]) -> "dict[UUID, list[Note | PrivateNote]]":
        practices = [record.id for record in records if isinstance(record, Practice)]
        found: dict[UUID, list[Note | PrivateNote]] = {}
        for note in self._queries.notes_on(practices):
            found.setdefault(note.practice, []).append(note)  # type: ignore[arg-type]
        return found


def _of_heads(asked: EntryFilter, *columns: ColumnElement[Any]) -> Select[Any]:
    """Return the beginning of a question on heads; the bodies only where they are asked."""
    statement = select(*columns).select_from(head)
    if asked.written_by is None:
        return statement
    return statement.join(revision, revision.c.seq == head.c.rev)


def _within(asked: EntryFilter) -> list[ColumnElement[bool]]:
    start, end = places(asked.start, asked.end)
    order = _order(asked)
    first = [] if start is None else [order >= start]
    return first if end is None else [*first, order < end]


def _index_for(asked: EntryFilter) -> str:
    """Return the index that leaves the fewest entries to look at; SQLite cannot know which."""
    if asked.flag is not None:
        return "head_flagged"
    if asked.helper is not None:
        return "head_person"
    return "head_place" if asked.strategy is None else "head_strategy"


def _order(asked: EntryFilter) -> ColumnElement[int]:
    """Return what sorts the answer: the search index has the same numbers as the heads."""
    return sql.note_fts.c.rowid if asked.words.strip() else head.c.place


def match_of(words: str) -> str:
    """Return FTS5's question for words as they are typed: each is the beginning of a word."""
    typed = words.encode(errors="ignore").decode()  # half of a sign is in no note
    return " ".join(f'"{word}"*' for word in typed.translate(_SPACES).split())
