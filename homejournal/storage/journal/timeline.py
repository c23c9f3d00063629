"""The journal's timeline, newest day first, narrowed by filters or words; and what stands last."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, literal_column, select

from homejournal.domain.journal.timeline import TimelineEntry, TimelineFilter
from homejournal.domain.limits import read_json
from homejournal.domain.records.notes import Note, PrivateNote
from homejournal.domain.records.practices import Practice
from homejournal.domain.records.record import Kind
from homejournal.storage.journal.queries import Queries, places
from homejournal.storage.records import statements as sql
from homejournal.storage.records.checked_reads import Damage
from homejournal.storage.records.kind_numbers import ATTACHED, CODE_OF, FLAG_BITS, record_at
from homejournal.storage.records.tables import head, practice

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
                head.c.versions > 0,
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
            .where(_PLACED, head.c.child == self._queries.key(child), head.c.versions > 0)
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
_SPACES = str.maketrans({'"': " ", "\0": " "})
"""Signs that would end FTS5's question in the middle."""


class Timeline:
    """Asks for pages of the timeline in one transaction."""

    def __init__(self, connection: "Connection", queries: Queries) -> None:
        self._connection = connection
        self._queries = queries

    def page(self, asked: TimelineFilter, before: int | None, limit: int) -> list[TimelineEntry]:
        """Return the next entries before a place (None: from the newest), newest first."""
        statement = self._narrowed(sql.heads_with_bodies(), asked)
        if statement is None:
            return []
        order = _order(asked)
        if before is not None:
            statement = statement.where(order < before)
        bodies = list(self._queries.bodies(statement.order_by(order.desc()).limit(limit)))
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

    def count(self, asked: TimelineFilter) -> int:
        """Return how many entries there are."""
        statement = self._narrowed(select(func.count()).select_from(head), asked)
        return 0 if statement is None else int(self._connection.execute(statement).scalar_one())

    def _narrowed(self, statement: Select[Any], asked: TimelineFilter) -> Select[Any] | None:
        """Return the statement for the entries asked for; None if there can be none."""
        named = self._named(asked)
        if named is None:
            return None
        conditions = [head.c.place.is_not(None), *named, *self._among(asked), *_within(asked)]
        if asked.flag is not None:
            conditions += [_FLAGGED, head.c.flags.bitwise_and(FLAG_BITS[asked.flag]) > 0]
        if not asked.words.strip():
            listed = [] if asked.flag else [_LISTED]
            hinted = statement.with_hint(head, f"INDEXED BY {_index_for(asked)}", "sqlite")
            return hinted.where(*conditions, *listed)
        phrase = match_of(asked.words)
        if not phrase:
            return None
        return statement.join(
            sql.note_fts, head.c.record == sql.note_fts.c.rowid.bitwise_and(_RECORD_MASK)
        ).where(sql.note_fts.c.note_fts.match(phrase), *conditions)

    def _named(self, asked: TimelineFilter) -> list[ColumnElement[bool]] | None:
        """Return the conditions on records; None if one of them is not known here."""
        columns = (
            (head.c.child, asked.child),
            (head.c.strategy, asked.strategy),
            (head.c.person, asked.helper),
        )
        keys = [(column, self._queries.key(record)) for column, record in columns if record]
        return [column == key for column, key in keys] if all(key for _, key in keys) else None

    def _among(self, asked: TimelineFilter) -> list[ColumnElement[bool]]:
        """Return the conditions on the strategies of a professional, and on a routine."""
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
        return found

    def _notes(self, records: list[Any]) -> "dict[UUID, list[Note | PrivateNote]]":
        practices = [record.id for record in records if isinstance(record, Practice)]
        found: dict[UUID, list[Note | PrivateNote]] = {}
        for note in self._queries.notes_on(practices):
            found.setdefault(note.practice, []).append(note)  # type: ignore[arg-type]
        return found


def _within(asked: TimelineFilter) -> list[ColumnElement[bool]]:
    start, end = places(asked.start, asked.end)
    order = _order(asked)
    first = [] if start is None else [order >= start]
    return first if end is None else [*first, order < end]


def _index_for(asked: TimelineFilter) -> str:
    """Return the index that leaves the fewest entries to look at; SQLite cannot know which."""
    if asked.flag is not None:
        return "head_flagged"
    if asked.helper is not None:
        return "head_person"
    return "head_place" if asked.strategy is None else "head_strategy"


def _order(asked: TimelineFilter) -> ColumnElement[int]:
    """Return what sorts the answer: the search index has the same numbers as the heads."""
    return sql.note_fts.c.rowid if asked.words.strip() else head.c.place


def match_of(words: str) -> str:
    """Return FTS5's question for words as they are typed: each is the beginning of a word."""
    typed = words.encode(errors="ignore").decode()  # half of a sign is in no note
    return " ".join(f'"{word}"*' for word in typed.translate(_SPACES).split())
