"""The whole journal as a file, files that come in, and the check of everything."""

import gc
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from homejournal.domain.days.day_counts import CountingFrame
from homejournal.domain.days.family_days import JournalSettings
from homejournal.domain.days.rows_to_count import Period
from homejournal.domain.errors import Fault, ImportFaultsError, Reason
from homejournal.domain.records.changes import Change
from homejournal.domain.records.children import Child
from homejournal.domain.records.codec import schema_of, to_fields
from homejournal.domain.records.kinds import kind_of
from homejournal.domain.records.record import Kind, Record
from homejournal.domain.records.revisions import (
    FROM_FILE,
    Envelope,
    Revision,
    canonical,
    heads_of,
    salt_from_content,
)
from homejournal.domain.sharing.incoming import IncomingPreview, incoming_preview
from homejournal.exchange.files.any_journal_file import read_journal
from homejournal.services.exchange.whole_export import WholeFile, WholeMade, WholeWish, whole_file
from homejournal.services.session import Session
from homejournal.services.settings_in_file import coverage, reach_texts, reaches, settings_texts
from homejournal.texts.wording import Wording, wording_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from homejournal.exchange.journal.journal_file import JournalFile
    from homejournal.services.safe.copies.backups import Backups
    from homejournal.storage.check.journal_check import CheckReport
    from homejournal.storage.journal.incoming_ahead import ComingAhead, Wanted
    from homejournal.storage.journal.writer import Writer
    from homejournal.storage.records.projection import Stored


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import added: how many records of each kind are new or changed, as one change."""

    change: Change
    added: dict[Kind, int] = field(default_factory=dict)


@contextmanager
def _collecting_later() -> Iterator[None]:
    """Pause the search for garbage: a whole journal is many objects, none of them in a cycle."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class Files:
    """The journal's way out and in."""

    def __init__(self, session: Session, backups: "Backups") -> None:
        self._session = session
        self._backups = backups

    def export_json(self) -> bytes:
        """Return the whole journal as JSON, lossless: every head, both where two versions stand."""
        return self.export(WholeFile.JSON, wording_of("en"))

    def export(self, form: WholeFile, wording: Wording) -> bytes:
        """Return all that is written as a file; its words are of a language in a workbook alone.

        What a disk changed is left out, and the journal is only read from then on.
        """
        return self.whole(form, wording).data

    @_collecting_later()
    def whole(self, form: WholeFile, wording: Wording) -> WholeMade:
        """Return such a file, and how many entries are left out."""
        made = whole_file(self.wish(form, wording))
        if made.changed:
            self._session.store.damage.note("a revision that a disk changed was left out")
        return made

    def wish(self, form: WholeFile, wording: Wording, *, private: bool = True) -> WholeWish:
        """Return what `whole_file` needs on any thread."""
        session, today = self._session, self._session.today()
        told = reaches(session.store.meta(), session.settings.home)
        frame = CountingFrame(Period(today, today), today, session.settings.week_start, told)
        return WholeWish(
            frame=frame,
            form=form,
            journal=session.store.folder.journal,
            key=session.store.key,
            settings=session.settings,
            family=session.family(),
            through=today,
            wording=wording,
            private=private,
        )

    def known(self) -> Mapping[UUID, Kind]:
        """Return the kinds of all records: what `read_journal` needs to know on any thread."""
        with self._session.asking() as queries:
            return queries.kinds()

    @_collecting_later()
    def import_json(self, data: bytes) -> Imported:
        """Take in a journal's own file: all of it, or nothing and ImportFaultsError."""
        return self.take(read_journal(data, self.known().get))

    def preview(self, file: "JournalFile") -> IncomingPreview:
        """Return what taking a file in would change; nothing is written, and any thread may ask.

        Raises ImportFaultsError for a birthday in the future.
        """
        from homejournal.storage.sharing.incoming import standing

        _refuse_unborn(file, self._session.today())
        with self._session.store.beside() as (store, connection):
            known = standing(store, connection, [one.record.id for one in file.entries])
        here = {record: [one.revision for one in stored] for record, stored in known.items()}
        return incoming_preview(here, _revisions(file, known))

    def working_out(self, file: "JournalFile") -> "Callable[[], ComingAhead]":
        """Return the call that works out all that `take` writes, which any thread may do.

        It raises what `take` raises.
        """
        return partial(_wanted(file).ahead, self._session.working_out())

    @_collecting_later()
    def take(self, file: "JournalFile", ahead: "ComingAhead | None" = None) -> Imported:
        """Take in a file that was read: all of it as one step; a copy of the journal comes before.

        What was worked out `ahead` is only written, if nothing else was written since.

        It is a union: taking it twice adds nothing, and nothing that stands here is replaced
        unless the file's revision says that it replaces it. Raises ImportFaultsError for a birthday
        in the future, and the disk's errors.
        """
        from homejournal.storage.journal.incoming_ahead import arrival_now

        with self._session.asking() as queries:
            is_fresh = queries.is_empty()
        _refuse_unborn(file, self._session.today())
        settings = self._settings_after(file, is_fresh=is_fresh)
        if not is_fresh:
            self._backups.before("import")
        with self._session.step() as step:
            step.join(arrival_now(step, _wanted(file), ahead))
            reach = self._reach(file, settings, is_fresh=is_fresh)
            step.set_settings(settings_texts(settings) | reach)
        added = Counter(move.kind for move in step.change.moves)
        return Imported(change=step.change, added=dict(added))

    @_collecting_later()
    def check(self) -> "CheckReport":
        """Read and check everything."""
        from homejournal.storage.repair.check_on_copy import check_file

        return check_file(self._session.store)

    def _settings_after(self, file: "JournalFile", *, is_fresh: bool) -> JournalSettings:
        """Return how days are counted: as the file does, if nothing is written here yet."""
        own = self._session.settings
        if not is_fresh or file.settings is None:
            return own
        # A family that tries with the example's file still has a journal of its own.
        return replace(file.settings, id=own.id, example=own.example, home=file.home)

    def _reach(
        self, file: "JournalFile", settings: JournalSettings, *, is_fresh: bool
    ) -> dict[str, str]:
        """Return how far the entries of the file's home reach.

        Of our own home's only where all that is here of it came with files.
        """
        if file.home is None or file.through is None:
            return {}
        stored, today = self._session.store.meta(), self._session.today()
        if file.home == settings.home and not (is_fresh or file.home in coverage(stored)):
            return {}
        return reach_texts(stored, file.home, file.through, today)


def _refuse_unborn(file: "JournalFile", today: date) -> None:
    """Raise ImportFaultsError for a birthday after tomorrow: elsewhere it may be a day later."""
    children = [entry.record for entry in file.entries if isinstance(entry.record, Child)]
    faults = [
        Fault(f"children[{index}].born", Reason.IN_THE_FUTURE, child.born.isoformat())
        for index, child in enumerate(children)
        if child.born and child.born > today + timedelta(days=1)
    ]
    if faults:
        raise ImportFaultsError(faults)


def _wanted(file: "JournalFile") -> "Wanted":
    from homejournal.storage.journal.incoming_ahead import Wanted

    return Wanted(file, partial(_told, file))


def _told(file: "JournalFile", writer: "Writer") -> list[Revision]:
    plain = [entry.record.id for entry in file.entries if entry.revision is None]
    return _revisions(file, writer.standing(plain))


def _revisions(file: "JournalFile", standing: Mapping[UUID, "Sequence[Stored]"]) -> list[Revision]:
    """Return the entries' revisions; without those whose content stands here already."""
    made = (
        entry.revision or _made(entry.record, standing.get(entry.record.id, ()))
        for entry in file.entries
    )
    return [revision for revision in made if revision]


def _made(record: Record, standing: "Sequence[Stored]") -> Revision | None:
    """Return the revision of a record's content alone; None where that stands already."""
    kind, fields = kind_of(record), canonical(to_fields(record))
    heads = heads_of([one.revision for one in standing]) if standing else []
    if any(head.says_something and head.fields == fields for head in heads):
        return None
    envelope = Envelope(
        kind=kind,
        record=record.id,
        device=FROM_FILE,
        at=None,
        schema=schema_of(kind, to_fields(record)),
    )
    return envelope.seal(salt_from_content(kind, record.id, fields), fields)
