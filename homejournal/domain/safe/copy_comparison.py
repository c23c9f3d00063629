"""What a copy holds that the journal does not, and what a repair brought together."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from uuid import UUID

from homejournal.domain.limits import read_object
from homejournal.domain.records.record import Kind, RevisionId
from homejournal.domain.records.revisions import Op, Revision, heads_of

ENTRIES = (Kind.PRACTICE, Kind.DAY_MARK)
NOTES = (Kind.NOTE, Kind.PRIVATE_NOTE)
_HASH = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much something holds: days on which anything is written, entries, notes, all records.

    `media` are the hashes of the pictures and hand-outs among them.
    """

    days: int
    entries: int
    notes: int
    records: int
    media: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class RestoredMedia:
    """Pictures and hand-outs that are missing or damaged here: their names by their hashes.

    Those that lie whole in a copy come `back`; those that are `gone` were found whole nowhere.
    """

    back: Mapping[str, str] = field(default_factory=dict)
    gone: Mapping[str, str] = field(default_factory=dict)


ALL_WHOLE = RestoredMedia()
"""Nothing is missing or damaged here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopySummary:
    """The contents of a copy, and what restoring it would bring.

    `missing` are revisions that the journal lacks in whole or in part; `deleted` are the copy's
    heads of records that the journal deleted since; `refused` counts the things in it that were
    deleted for good. `newer` are revisions only a newer homejournal understands, `purged` the ids
    of what was deleted for good and is not here, and `drafts` unfinished texts by their places.
    `media` are files that the journal or the copy names. `here_damaged` says that the journal
    itself needs a repair first, and `same_child` that the two share a child.
    """

    journal_id: UUID | None
    settings: Mapping[str, str]
    children: tuple[str, ...]
    first: date | None
    last: date | None
    holds: Counts
    missing: tuple[Revision, ...]
    brings: Counts
    deleted: tuple[Revision, ...]
    whole: bool
    newer: tuple[Revision, ...] = ()
    purged: frozenset[RevisionId] = frozenset()
    drafts: Mapping[str, str] = field(default_factory=dict)
    media: RestoredMedia = ALL_WHOLE
    refused: int = 0
    here_damaged: bool = False
    same_child: bool = False

    @property
    def brings_anything(self) -> bool:
        """Return whether anything comes back, without what was deleted since."""
        return bool(self.missing or self.media.back)


def records_of(revisions: Iterable[Revision]) -> dict[UUID, list[Revision]]:
    """Return revisions by their record, in their order."""
    found: dict[UUID, list[Revision]] = {}
    for revision in revisions:
        found.setdefault(revision.told().record, []).append(revision)
    return found


def undeleted_heads(records: Mapping[UUID, Sequence[Revision]]) -> dict[UUID, Revision]:
    """Return by record the head that is shown, of those that are not deleted."""
    shown = ((record, heads_of(revisions)[0]) for record, revisions in records.items())
    return {record: head for record, head in shown if head.says_something}


def counts_of(heads: Iterable[Revision]) -> Counts:
    """Count what these heads tell."""
    days, entries, notes, records = set(), 0, 0, 0
    told = list(heads)
    for head in told:
        kind = head.told().kind
        records += 1
        if kind in ENTRIES or kind in NOTES:
            entries += kind in ENTRIES
            notes += kind in NOTES
            days.add(_day(head))
    media = frozenset(media_of(told))
    return Counts(days=len(days), entries=entries, notes=notes, records=records, media=media)


def days_of(heads: Iterable[Revision]) -> list[date]:
    """Return the days on which anything is written, in their order."""
    told = {
        _day(head) for head in heads if head.told().kind in ENTRIES or head.told().kind in NOTES
    }
    return [date.fromisoformat(day) for day in sorted(told)]


def names_of(heads: Iterable[Revision]) -> tuple[str, ...]:
    """Return the children's names."""
    children = (head for head in heads if head.told().kind is Kind.CHILD)
    return tuple(sorted(str(read_object(head.fields).get("name", "")) for head in children))


def deleted_since(
    heads: Mapping[UUID, Revision],
    here: Mapping[UUID, Sequence[Revision]],
    silenced: Collection[RevisionId],
) -> list[Revision]:
    """Return the copy's heads of records that were deleted in the journal.

    `here` are the journal's revisions of its deleted records, `silenced` those of them that were
    deleted for good: their content does not come back.
    """
    return [
        head
        for record, head in heads.items()
        if record in here
        and heads_of(here[record])[0].told().op is Op.DELETE
        and not any(revision.id in silenced for revision in here[record])
    ]


def media_of(revisions: Iterable[Revision]) -> dict[str, str]:
    """Return the names of the pictures and hand-outs that revisions name, by their hashes."""
    told = (
        read_object(revision.fields)
        for revision in revisions
        if revision.told().kind is Kind.MEDIA and revision.says_something
    )
    found = {str(fields.get("sha256")): str(fields.get("name")) for fields in told}
    return {sha256: name for sha256, name in found.items() if _HASH.fullmatch(sha256)}


def _day(head: Revision) -> str:
    return str(read_object(head.fields).get("day", ""))


class Origin(StrEnum):
    """Where revisions of a repaired journal come from."""

    OWN = "own"  # the damaged file itself
    COPY = "copy"  # a backup, here or at the second place
    BESIDE = "beside"  # another journal file in the folder, such as a cloud's conflict copy
    SHARED = "shared"  # the folder that is shared with other computers
    PACK = "pack"  # a sealed file that somebody showed


@dataclass(frozen=True, slots=True)
class Contribution:
    """How many revisions came from one source that no source before it had.

    `made` is when a copy was made; None for other sources.
    """

    origin: Origin
    added: int
    made: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RepairReport:
    """The result of preparing a repair: a rebuilt, checked journal beside the damaged one.

    `built` is None if everything written is readable and only photos come. `found` counts the
    revisions in it, `known` those that are known to exist; `holds` counts the current records.
    `media` are files that were damaged or missing. `locked` copies open with another password and
    may hold more. `left_out` counts files somebody showed that belong to another journal or cannot
    be read. `loses_password` says that the journal had a password and will have none.
    """

    built: Path | None
    quarantine: Path | None
    found: int
    known: int
    holds: Counts
    contributions: tuple[Contribution, ...]
    media: RestoredMedia = ALL_WHOLE
    locked: int = 0
    left_out: int = 0
    loses_password: bool = False

    @property
    def lost(self) -> int:
        """Return how many revisions could be read nowhere."""
        return self.known - self.found
