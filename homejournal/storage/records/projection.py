"""From a record's heads to its rows: the same for a save, a union and a rebuild."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property, lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from homejournal.domain.limits import read_json
from homejournal.domain.records.codec import from_fields, known_fields
from homejournal.domain.records.notes import Flag
from homejournal.domain.records.record import Kind
from homejournal.domain.records.revisions import (
    FIRST_SCHEMA,
    SCHEMA,
    Op,
    Revision,
    heads_of,
    last_content,
    versions_of,
)
from homejournal.storage.records.kind_numbers import (
    ATTACHED,
    CODE_OF,
    FLAG_BITS,
    TIMELINE_KINDS,
    place_of,
)

Row = dict[str, Any]

uuid_of = lru_cache(maxsize=1024)(UUID)
"""A record's id from its text; thousands of entries name the same few records."""

REFERENCES = ("child", "strategy", "helper", "practice", "routine", "note", "private_note")
"""The references that have a column of their own."""


@dataclass(frozen=True)
class Stored:
    """A revision with the order of its arrival in this file."""

    seq: int
    revision: Revision

    @cached_property
    def fields(self) -> dict[str, Any]:
        """Return what the revision tells, as far as this version knows of its kind."""
        return known_fields(self.revision.told().kind, fields_of(self.revision))

    def references(self) -> list[UUID]:
        """Return the records that the revision's columns refer to."""
        return [uuid_of(self.fields[name]) for name in REFERENCES if self.fields.get(name)]

    def strategy_for_child(self) -> UUID | None:
        """Return the strategy that tells whose record this is, where the record does not."""
        strategy = None if self.fields.get("child") else self.fields.get("strategy")
        return uuid_of(strategy) if strategy else None


class Touched(NamedTuple):
    """A record that is written to: its revisions before, and all of them now."""

    kind: Kind
    before: Sequence[Stored]
    now: list[Stored]


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of one record; `words` is what the search index holds of it."""

    head: Row
    practice: Row | None = None
    mark: Row | None = None
    words: str | None = None


def fields_of(revision: Revision | None) -> dict[str, Any]:
    """Return what a revision tells, or nothing for a stub or a deletion."""
    return read_json(revision.fields) if revision and revision.fields else {}


def is_understood(revision: Revision) -> bool:
    """Return whether this version reads what a genuine revision says, or its envelope alone."""
    try:
        told = revision.told()
        if revision.fields and told.op is Op.PUT:
            from_fields(told.kind, told.record, read_json(revision.fields))
    except (AttributeError, KeyError, TypeError, ValueError):
        return False
    known = FIRST_SCHEMA <= told.schema <= SCHEMA
    return known and (told.op is Op.PUT or not revision.fields)


class Projection:
    """Makes rows; `keys` and `child_of` (of a strategy's key) are looked up beforehand."""

    def __init__(self, keys: Mapping[UUID, int], child_of: Mapping[int, int | None]) -> None:
        self._keys = keys
        self._child_of = child_of

    def rows(self, record: int, kind: Kind, stored: Sequence[Stored]) -> Rows:
        """Return the rows of the record whose revisions these are."""
        revisions = [one.revision for one in stored]
        heads = heads_of(revisions)
        shown = heads[0]
        versions = versions_of(heads)
        by_id = {one.revision.id: one for one in stored}
        source = shown if versions else last_content(revisions)
        told = by_id[source.id].fields if source else {}
        head = self._head(record, kind, told, versions=versions)
        head["rev"] = by_id[shown.id].seq
        if not versions:
            return Rows(head | {"place": None, "flags": 0})
        return Rows(
            head,
            self._practice(record, told, versions) if kind is Kind.PRACTICE else None,
            self._mark(record, told) if kind is Kind.DAY_MARK else None,
            told["text"] if kind in (Kind.NOTE, Kind.PRIVATE_NOTE) else None,
        )

    def _head(self, record: int, kind: Kind, told: Row, *, versions: int) -> Row:
        day = told.get("day")
        strategy = self._key(told, "strategy")
        practice = self._key(told, "practice") if kind in TIMELINE_KINDS else None
        about = self._entry(told) if kind is Kind.MEDIA else practice
        flags = sum(FLAG_BITS[Flag(flag)] for flag in told.get("flags", ()))
        return {
            "record": record,
            "kind": CODE_OF[kind],
            "child": self._key(told, "child") or self._child_of.get(strategy or 0),
            "strategy": strategy,
            "person": self._key(told, "helper"),
            "about": about,
            "day": day or told.get("from"),
            "place": _place(record, day) if kind in TIMELINE_KINDS else None,
            "flags": flags | (ATTACHED if practice else 0),
            "versions": versions,
        }

    def _entry(self, told: Row) -> int | None:
        """Return the entry that a photo is kept with."""
        keys = (self._key(told, name) for name in ("practice", "note", "private_note"))
        return next((key for key in keys if key is not None), None)

    def _practice(self, record: int, told: Row, versions: int) -> Row:
        rating = told.get("rating")
        tries = rating if isinstance(rating, dict) else {}
        written = told.get("written")
        return {
            "record": record,
            "strategy": self._key(told, "strategy"),
            "day": told["day"],
            "slot": told.get("slot"),
            "routine": self._key(told, "routine"),
            "kind": told.get("rating_kind"),
            "level": rating if isinstance(rating, int) else None,
            "number": rating if isinstance(rating, str) else None,
            "took": tries.get("took"),
            "of": tries.get("of"),
            "written": datetime.fromisoformat(written).date().isoformat() if written else None,
            "versions": versions,
        }

    def _mark(self, record: int, told: Row) -> Row:
        return {
            "record": record,
            "child": self._key(told, "child"),
            "strategy": self._key(told, "strategy"),
            "day": told["day"],
            "slot": told.get("slot"),
            "mark": told["mark"],
            "reason": told.get("reason"),
        }

    def _key(self, told: Row, name: str) -> int | None:
        return self._keys[uuid_of(told[name])] if told.get(name) else None


def _place(record: int, day: str | None) -> int | None:
    return place_of(date.fromisoformat(day).toordinal(), record) if day else None
