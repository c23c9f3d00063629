"""The earlier versions of an entry: what was said when, and what each one changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum, auto
from types import MappingProxyType
from uuid import UUID

from homejournal.domain.journal.timeline import Entry
from homejournal.domain.records.changes import Version
from homejournal.domain.records.children import LifeEvent
from homejournal.domain.records.family import Family
from homejournal.domain.records.notes import Note, PrivateNote
from homejournal.domain.records.practices import DayMark, Practice
from homejournal.domain.records.record import Record

_WHO = ("helper", "written_by")
TOLD_FIELDS: MappingProxyType[type[Record], tuple[str, ...]] = MappingProxyType(
    {
        Practice: ("rating", "slot", "time", "routine", *_WHO, "day"),
        DayMark: ("mark", "reason", "words", "slot", *_WHO, "day"),
        Note: ("text", "flags", "answered", *_WHO, "day"),
        PrivateNote: ("text", *_WHO, "day"),
        LifeEvent: ("words", "day"),
    }
)
"""What is told of an entry's version, in this order; the rest never changes by a person's hand."""


class Past(Enum):
    """What a version was."""

    FIRST = auto()
    CHANGED = auto()
    DELETED = auto()
    BROUGHT_BACK = auto()
    WITHHELD = auto()
    """Somebody gave the entry on without its words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastVersion:
    """One version; `record` is what it said, `changed` the fields that differ from the one before.

    `at` is the moment in the family's time zone, or None where a file did not tell it. `device` is
    the computer's id. `now` says that it stands like this.
    """

    what: Past
    at: datetime | None
    device: str
    record: Entry | None = None
    changed: tuple[str, ...] = ()
    now: bool = False


def past_versions(
    versions: Sequence[Version], family: Family, child: UUID
) -> tuple[PastVersion, ...]:
    """Return the versions of a child's entry, newest first; what says nothing new is left out.

    A version that belonged to another child is never among them.
    """
    told = list(_told(versions, family, child))
    now = next((one.record for one in reversed(told) if one.record), None)
    return tuple(
        replace(one, now=one.record is not None and not _changed(one.record, now))
        for one in reversed(told)
    )


def _told(versions: Sequence[Version], family: Family, child: UUID) -> Iterator[PastVersion]:
    last: Record | None = None
    gone = False
    for version in versions:
        record = version.record
        at = datetime.fromisoformat(version.at) if version.at else None
        if record is None:
            what = Past.DELETED if version.deleted else Past.WITHHELD
            if not (gone and version.deleted):
                yield PastVersion(what=what, at=at, device=version.device)
            gone = version.deleted
        elif isinstance(record, Entry) and child_of(record, family) == child:
            changed = _changed(record, last)
            what = Past.FIRST if last is None else Past.BROUGHT_BACK if gone else Past.CHANGED
            if changed or gone:
                yield PastVersion(
                    what=what, at=at, device=version.device, record=record, changed=changed
                )
            last, gone = record, False


def child_of(entry: Entry, family: Family) -> UUID | None:
    """Return whose entry it is; a practice is its strategy's child's."""
    if not isinstance(entry, Practice):
        return entry.child
    strategy = family.strategies.get(entry.strategy)
    return strategy.child if strategy else None


def _changed(record: Record, before: Record | None) -> tuple[str, ...]:
    fields = TOLD_FIELDS[type(record)]
    if before is None:
        return fields
    return tuple(one for one in fields if getattr(record, one) != getattr(before, one, None))
