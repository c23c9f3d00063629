"""All records that stand, read from the journal's file on any thread."""

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from homejournal.domain.limits import read_json
from homejournal.domain.records.codec import from_fields
from homejournal.domain.records.record import Record
from homejournal.domain.records.revisions import Revision
from homejournal.domain.sharing.outgoing import Audience, OutgoingFilter


class CurrentRecord(NamedTuple):
    """One current record and its revision."""

    record: Record
    revision: Revision


@dataclass(frozen=True, slots=True)
class CurrentRecords:
    """All that stands, and how many revisions are left out, since a disk changed their bytes."""

    found: tuple[CurrentRecord, ...]
    changed: int


def current_records(
    journal: Path, key: bytes | None, audience: Audience = Audience.OWN
) -> CurrentRecords:
    """Return what stands and may leave for an audience: both where two versions stand.

    Records come in the order in which they were first written here. Raises what reading the
    journal's file raises.
    """
    from homejournal.storage.journal.outgoing import read_contents

    contents = read_contents(journal, key)
    leaving = OutgoingFilter(audience=audience, withheld=contents.purged)
    leaving.learn((*contents.revisions, *contents.newer))
    arrived: dict[str, list[Revision]] = {}
    for revision in contents.revisions:
        arrived.setdefault(str(revision.told().record), []).append(revision)
    found = (
        CurrentRecord(_record(revision), revision)
        for revisions in arrived.values()
        for revision in leaving.of(revisions)
        if revision.says_something
    )
    return CurrentRecords(tuple(found), contents.changed)


def _record(revision: Revision) -> Record:
    told = revision.told()
    return from_fields(told.kind, told.record, read_json(revision.fields or b""))
