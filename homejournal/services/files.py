"""The whole journal as a file, files that come in, and the check of everything."""

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from homejournal.domain.canonical import canonical
from homejournal.domain.changes import Change
from homejournal.domain.codec import from_fields, to_fields
from homejournal.domain.kinds import kind_of
from homejournal.domain.record import Kind
from homejournal.domain.revisions import (
    FROM_FILE,
    Envelope,
    Op,
    Revision,
    heads_of,
    salt_from_content,
)
from homejournal.services.session import Session
from homejournal.services.settings_texts import COVERAGE, settings_texts
from homejournal.storage.store import Step, write_meta

if TYPE_CHECKING:
    from homejournal.exchange.journal_file import Entry, JournalFile
    from homejournal.storage.checking import CheckReport
    from homejournal.storage.projection import Stored


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import added: how many records of each kind are new or changed, as one change."""

    change: Change
    added: dict[Kind, int] = field(default_factory=dict)


class Files:
    """The journal's way out and in."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def export_json(self) -> bytes:
        """Return the whole journal as JSON, lossless: every head, both where two versions stand."""
        from homejournal.exchange.journal_file import Entry, JournalFile
        from homejournal.exchange.journal_json import write_journal_json
        from homejournal.storage.queries import all_heads

        with self._session.store.reading() as connection, connection.begin():
            entries = tuple(
                Entry(from_fields(told.kind, told.record, fields), revision)
                for told, revision, fields in all_heads(connection)
            )
        settings = self._session.settings
        return write_journal_json(
            JournalFile(
                settings=settings,
                home=settings.home,
                through=self._session.today(),
                entries=entries,
            )
        )

    def import_json(self, data: bytes) -> Imported:
        """Take in a journal's JSON: all of it, or nothing and ImportFaultsError with every fault.

        It is a union: importing twice adds nothing, and nothing that stands here is replaced
        unless the file's revision says that it replaces it.
        """
        from homejournal.exchange.journal_json import read_journal_json

        with self._session.asking() as queries:
            file = read_journal_json(data, queries.kind_of)
            fresh = queries.is_empty()
            ids = {entry.record.id for entry in file.entries}
            standing = {record: queries.revisions(record) for record in ids}
        revisions = [
            made
            for entry in file.entries
            if (made := _revision_of(entry, standing[entry.record.id]))
        ]
        with self._session.step() as step:
            step.did(step.writer.union(revisions))
            self._take_settings(step, file, fresh=fresh)
        added = Counter(move.kind for move in step.change.moves)
        return Imported(change=step.change, added=dict(added))

    def check(self) -> "CheckReport":
        """Read and check everything."""
        from homejournal.storage.checking import check

        return check(self._session.store)

    def _take_settings(self, step: Step, file: "JournalFile", *, fresh: bool) -> None:
        """Take up how the file counts days, if nothing is written here yet.

        A file of another home tells how far that home's notes reach.
        """
        own = self._session.settings
        if fresh and file.settings is not None:
            own = replace(file.settings, id=own.id, example=own.example, home=file.home)
            write_meta(step.connection, settings_texts(own))
            self._session.settings = own
        elif file.home is not None and file.through is not None and file.home != own.home:
            name = f"{COVERAGE}{file.home}"
            known = self._session.store.meta().get(name)
            reach = max(file.through, date.fromisoformat(known)) if known else file.through
            write_meta(step.connection, {name: reach.isoformat()})


def _revision_of(entry: "Entry", standing: "list[Stored]") -> Revision | None:
    """Return the entry's revision; None where the same content stands here already."""
    if entry.revision is not None:
        return entry.revision
    kind = kind_of(entry.record)
    fields = canonical(to_fields(entry.record))
    heads = heads_of([one.revision for one in standing]) if standing else []
    if any(head.fields == fields and head.told().op is Op.PUT for head in heads):
        return None
    envelope = Envelope(kind=kind, record=entry.record.id, device=FROM_FILE, at=None)
    return envelope.seal(salt_from_content(kind, entry.record.id, fields), fields)
