"""The revisions of records in the file: read and put; and the small numbers of records."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import UUID

from homejournal.domain.records.changes import Move
from homejournal.domain.records.record import RevisionId
from homejournal.domain.records.revisions import FIRST_SCHEMA, Revision, heads_of, with_more_content
from homejournal.domain.sharing.outgoing import media_named
from homejournal.storage.file.connection import SAYS_MORE
from homejournal.storage.file.sqlalchemy_engine import ManyRows, many_rows
from homejournal.storage.records import statements as sql
from homejournal.storage.records.checked_reads import Damage
from homejournal.storage.records.projection import (
    NOTHING_PUT,
    PreparedRows,
    Stored,
    Touched,
    all_ids,
    children_now,
    prepared_rows,
    row_changes,
)

if TYPE_CHECKING:
    from sqlalchemy import Connection


_MANY = 20_000
"""More numbers than this are not kept at hand from one transaction to the next."""


class Keys:
    """Looks up and makes the numbers, and remembers them: they never change once committed."""

    def __init__(self) -> None:
        self._known: dict[UUID, int] = {}
        self._missing: set[UUID] = set()

    def forget(self) -> None:
        """Forget everything, since a transaction was rolled back."""
        self._known.clear()

    def begin(self) -> None:
        """Look again for what was looked up in vain: another program may have written it."""
        self._missing.clear()
        if len(self._known) > _MANY:
            self._known.clear()

    def find(self, connection: "Connection", ids: Iterable[UUID]) -> dict[UUID, int]:
        """Return the numbers of those records that have one."""
        asked = list(ids)
        unknown = {one for one in asked if one not in self._known} - self._missing
        if unknown:
            self._read(connection, unknown)
        known = self._known
        return {one: known[one] for one in asked if one in known}

    def make(self, connection: "Connection", ids: Iterable[UUID]) -> dict[UUID, int]:
        """Return the numbers of all these records; those without one get the next."""
        last = connection.execute(sql.last_key).scalar_one()
        numbers, new = self.reserve_numbers(connection, ids, last)
        rows_of(connection, new).put(connection)
        self.learn(new)
        return numbers

    def reserve_numbers(
        self, connection: "Connection", ids: Iterable[UUID], last: int
    ) -> tuple[dict[UUID, int], dict[UUID, int]]:
        """Return the numbers of all these records, and which of them are to be added.

        Those without one get the next after `last`, once the rows of these are there.
        """
        asked = list(dict.fromkeys(ids))
        found = self.find(connection, asked)
        fresh = (one for one in asked if one not in found)
        new = {one: last + number for number, one in enumerate(fresh, start=1)}
        return found | new, new

    def learn(self, new: Mapping[UUID, int]) -> None:
        """Remember numbers that were foreseen, now that their rows are there."""
        self._known.update(new)
        self._missing.difference_update(new)

    def _read(self, connection: "Connection", unknown: set[UUID]) -> None:
        asked = {"uuids": json.dumps([one.hex for one in unknown])}
        rows = connection.execute(sql.keys_of, asked)
        self._known.update((UUID(bytes=uuid), number) for uuid, number in rows)
        self._missing.update(one for one in unknown if one not in self._known)


def rows_of(connection: "Connection", new: Mapping[UUID, int]) -> ManyRows:
    """Return the rows of numbers that were foreseen; nothing is written."""
    rows = ({"id": number, "uuid": one.bytes} for one, number in new.items())
    return many_rows(connection, sql.add_key, rows)


_AT_ONCE = 5_000
"""Records whose revisions are read in one go: nobody waits for what is done with them then."""


class Revisions:
    """Reads revisions in one transaction; those that are not genuine are counted and left out."""

    def __init__(self, connection: "Connection", keys: "Keys", damage: Damage) -> None:
        self._connection = connection
        self._keys = keys
        self._damage = damage

    def of(self, ids: Iterable[UUID]) -> dict[UUID, list[Stored]]:
        """Return those of the records that are known here, in the order of their arrival."""
        numbers = self._keys.find(self._connection, dict.fromkeys(ids))
        records = {number: record for record, number in numbers.items()}
        found: dict[UUID, list[Stored]] = {}
        asked = list(records)
        for begin in range(0, len(asked), _AT_ONCE):
            part = {"records": json.dumps(asked[begin : begin + _AT_ONCE])}
            rows = self._connection.execute(sql.revisions_of, part).all()
            self._gather(rows, records, found)
        return found

    def every(self) -> dict[UUID, list[Stored]]:
        """Return all revisions by record."""
        records = {number: UUID(bytes=uuid) for uuid, number in self._connection.execute(sql.keys)}
        found: dict[UUID, list[Stored]] = {}
        self._gather(self._connection.execute(sql.every_revision), records, found)
        return found

    def _gather(
        self, rows: Iterable[Any], records: dict[int, UUID], found: dict[UUID, list[Stored]]
    ) -> None:
        for seq, number, revision in self._damage.genuine(rows):
            record = records.get(number)
            if record is None or not _is_of(revision, record):
                self._damage.note("a revision stands under another record's number")
            else:
                found.setdefault(record, []).append(Stored(seq, revision))


def _is_of(revision: Revision, record: UUID) -> bool:
    try:
        return revision.told().record == record
    except ValueError:  # genuine, but only a newer homejournal knows its kind
        return False


Known = Mapping[UUID, Sequence[Stored]]
"""The revisions that stand here already, by record."""


@dataclass(frozen=True, slots=True)
class Planned:
    """All that adding revisions writes: it fits the journal as it was when this was worked out."""

    moves: tuple[Move, ...] = ()
    numbers: Mapping[UUID, int] = field(default_factory=dict)
    """Those of records that had none in this file."""
    writes: Sequence[ManyRows] = ()
    projected: PreparedRows = NOTHING_PUT
    filled: tuple[Revision, ...] = ()
    """Content that takes the place of stubs."""
    media: frozenset[str] = frozenset()
    """The hashes of the photos and hand-outs that the new content names."""
    private: Mapping[str, str] = field(default_factory=dict)
    """The settings that tell of photos which only private notes had."""
    says_more: bool = False
    """Whether any of it only reads in the younger form."""


def plan(
    connection: "Connection",
    keys: Keys,
    revisions: Iterable[Revision],
    known: Known,
    gone: Collection[RevisionId] = (),
) -> Planned:
    """Work out what it takes to add revisions that are new here, and content of stubs that is new.

    `known` has all revisions here of the records that the new ones are of. Of those that are `gone`
    only the envelopes stay. The connection is only read.
    """
    here = {one.revision.id: one.revision for stored in known.values() for one in stored}
    fresh = with_more_content(revisions, here)
    if not fresh and not gone:
        return Planned()
    last_key, last_seq = connection.execute(sql.last_numbers).one()
    touched = _silenced(known, gone)
    for seq, revision in enumerate(fresh, start=last_seq + 1):
        _touch(touched, known, Stored(seq, revision))
    numbers, new = keys.reserve_numbers(connection, all_ids(touched), last_key)
    made = row_changes(numbers, touched, children_now(connection, numbers, touched))
    rows, filled = _rows(numbers, touched)
    return Planned(
        moves=tuple(_moves(touched, gone)),
        numbers=new,
        writes=(
            rows_of(connection, new),
            many_rows(connection, sql.add_revision, rows),
            many_rows(connection, sql.fill_stub, map(content_values, filled)),
        ),
        projected=prepared_rows(connection, made),
        media=frozenset(media_named(fresh)),
        filled=tuple(one.revision for one in filled if one.revision.fields is not None),
        says_more=any(one.told().schema > FIRST_SCHEMA for one in fresh),
    )


def write(connection: "Connection", keys: Keys, planned: Planned) -> tuple[Move, ...]:
    """Write what was worked out; return what moved."""
    for one in planned.writes:
        one.put(connection)
    if planned.says_more:
        connection.exec_driver_sql(f"PRAGMA user_version = {SAYS_MORE}")
    keys.learn(planned.numbers)
    planned.projected.put(connection)
    return planned.moves


def heads_now(stored: Sequence[Stored]) -> list[Revision]:
    """Return the heads of a record's revisions, the shown one first; none if nothing stands."""
    return heads_of([one.revision for one in stored]) if stored else []


def ids_of(stored: Sequence[Stored]) -> tuple[RevisionId, ...]:
    """Return the ids of the heads."""
    return tuple(head.id for head in heads_now(stored))


def content_values(stored: Stored) -> dict[str, Any]:
    """Return what is written where the content of a revision comes or goes."""
    revision = stored.revision
    return {"stub": stored.seq, "new_salt": revision.salt, "new_fields": revision.fields}


def _moves(touched: Mapping[UUID, Touched], gone: Collection[RevisionId]) -> Iterator[Move]:
    """Yield which records say something else now, or have other heads that say it."""
    for record, entry in touched.items():
        before, now = heads_now(entry.before), heads_now(entry.now)
        if gone or before != now:
            old, new = (tuple(head.id for head in heads) for heads in (before, now))
            yield Move(entry.kind, record, old, new)


def _silenced(known: Known, gone: Collection[RevisionId]) -> dict[UUID, Touched]:
    """Return the records of which something goes, with what stays of it."""
    touched = {}
    for record, stored in known.items() if gone else ():
        now = [
            Stored(one.seq, one.revision.without_content()) if one.revision.id in gone else one
            for one in stored
        ]
        if now != stored:
            touched[record] = Touched(stored[0].revision.told().kind, stored, now)
    return touched


def _touch(touched: dict[UUID, Touched], known: Known, new: Stored) -> None:
    """Add a revision to its record; content that fits a stub takes the stub's place."""
    told = new.revision.told()
    before = known.get(told.record, ())
    now = touched.setdefault(told.record, Touched(told.kind, before, list(before))).now
    for at, standing in enumerate(now):
        if standing.revision.id == new.revision.id:
            now[at] = Stored(standing.seq, new.revision)
            return
    now.append(new)


def _rows(
    numbers: Mapping[UUID, int], touched: Mapping[UUID, Touched]
) -> tuple[list[dict[str, Any]], list[Stored]]:
    """Return the rows of new revisions, and those whose content comes or goes."""
    rows, filled = [], []
    for record, entry in touched.items():
        before = {stored.seq: stored.revision for stored in entry.before}
        for stored in entry.now:
            if stored.seq not in before:
                rows.append(_row(numbers[record], stored))
            elif before[stored.seq] is not stored.revision:
                filled.append(stored)
    return rows, filled


def _row(record: int, stored: Stored) -> dict[str, Any]:
    revision = stored.revision
    return {
        "seq": stored.seq,
        "id": revision.id,
        "record": record,
        "envelope": revision.envelope,
        "salt": revision.salt,
        "fields": revision.fields,
    }
