"""The whole journal as a file, files and tables that come in, and the check of everything."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import partial
from itertools import starmap
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from homejournal.domain.days.day_states import CountingFrame
from homejournal.domain.days.periods import JournalSettings, Period
from homejournal.domain.errors import Fault, ImportFaultsError, Reason
from homejournal.domain.journal.entry_filter import EntryFilter
from homejournal.domain.journal.fitting_entries import fitting_ids
from homejournal.domain.names import all_names
from homejournal.domain.records.changes import Change
from homejournal.domain.records.children import Child
from homejournal.domain.records.codec import schema_of, to_fields
from homejournal.domain.records.family import Family
from homejournal.domain.records.kinds import kind_of
from homejournal.domain.records.plan import PlanStep
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
from homejournal.domain.sharing.table_import import TablePlan, TableRead, read_table
from homejournal.exchange.journal_json import read_journal
from homejournal.services.safe.copies.backups import Backups
from homejournal.services.session import Session, garbage_collection_paused
from homejournal.services.settings_as_texts import (
    coverage,
    coverage_setting,
    home_coverage,
    settings_texts,
)
from homejournal.texts.wording import Wording, wording_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from homejournal.domain.papers.workbook import DayOfStrategy
    from homejournal.exchange.file_records import JournalFile
    from homejournal.services.safe.transfer.sealed_files import CurrentRecords
    from homejournal.storage.journal.check import CheckReport
    from homejournal.storage.journal.prepared_writes import Prepared, PreparedArrival, Wanted
    from homejournal.storage.journal.store import Store
    from homejournal.storage.journal.writer import Writer
    from homejournal.storage.records.projection import Stored
    from homejournal.storage.records.revisions import Planned


class KeptTables:
    """What a family wrote down in a spreadsheet before it had a journal."""

    def __init__(self, session: Session, backups: Backups) -> None:
        self._session, self._backups = session, backups

    def reading(self, rows: Sequence[Sequence[str]], plan: TablePlan) -> "Callable[[], TableRead]":
        """Return a function that reads a table for the present journal, on any thread.

        Rows taken from it before are left out, unless all of them were undone or deleted.
        """
        session = self._session
        return partial(_read, session.store, (rows, plan), session.family(), session.clock())

    def preparing(self, read: TableRead, *, begin_plan: bool) -> "Callable[[], Prepared[Planned]]":
        """Return the call that works out all that `take` writes, which any thread may do.

        It raises what `take` raises.
        """
        records = self._records(read, begin_plan=begin_plan)
        return partial(self._session.preparing().step, records, partial(_putting, records))

    def take(
        self, read: TableRead, *, begin_plan: bool, ahead: "Prepared[Planned] | None" = None
    ) -> Change:
        """Take it in as one step; a copy of the journal is made before.

        With `begin_plan` the plans of strategies begin as early as the table does, so that its days
        count as planned ones. What was worked out `ahead` is only written, if nothing else was
        written since. Raises the disk's errors.
        """
        from homejournal.storage.journal.prepared_writes import prepared_or_now

        self._backups.before("import")
        records = self._records(read, begin_plan=begin_plan)
        with self._session.step() as step:
            planned = prepared_or_now(step, records, partial(_putting, records), ahead)
            step.did(step.writer.write(planned))
        return step.change

    def _records(self, read: TableRead, *, begin_plan: bool) -> "tuple[Record, ...]":
        return (*self._begun(read), *read.records) if begin_plan else read.records

    def _begun(self, read: TableRead) -> Iterator[PlanStep]:
        steps = self._session.family().steps
        for strategy, day in read.before_plan.items():
            yield replace(steps[strategy][0], from_day=day)


def _read(
    store: "Store",
    table: tuple[Sequence[Sequence[str]], TablePlan],
    family: "Family",
    now: "datetime",
) -> TableRead:
    from homejournal.storage.journal.incoming import standing
    from homejournal.storage.records.revisions import heads_now

    told = read_table(*table, family, now)
    with store.beside() as (reading, connection):
        known = standing(reading, connection, [record.id for record in told.records])
    if not any(heads_now(stored)[0].says_something for stored in known.values()):
        return told  # all that came from it was taken back
    return replace(told, records=tuple(record for record in told.records if record.id not in known))


def _putting(records: "tuple[Record, ...]", writer: "Writer") -> "Planned":
    return writer.plan_save(records)


class WholeFile(StrEnum):
    """The files that all that is written can leave as."""

    JSON = "json"
    """Lossless; what a journal takes in again."""
    CSV = "csv"
    """Lossless as well: a table for each kind of record, in a zip file."""
    XLSX = "xlsx"
    """A workbook to read and sort."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeWish:
    """All that `whole_file` needs away from the window's thread.

    `private` matters for a workbook alone: the other files are for the family itself. A workbook
    tells things of one name apart by numbers, the other files by their ids.
    """

    form: WholeFile
    journal: Path
    key: bytes | None = field(repr=False)
    settings: JournalSettings
    family: Family = field(repr=False)
    through: date
    frame: CountingFrame
    """What the days are counted with; the whole journal is their period."""
    wording: "Wording"
    private: bool = True
    asked: EntryFilter | None = None
    """What the file is of; None for the whole journal."""


class WholeMade(NamedTuple):
    """The bytes of a file, and how many revisions are not in it, since a disk changed them."""

    data: bytes
    changed: int


def whole_file(wish: WholeWish) -> WholeMade:
    """Return the file. Raises what reading the journal's file raises."""
    from homejournal.services.safe.transfer.sealed_files import current_records

    standing = _narrowed(current_records(wish.journal, wish.key), wish.asked)
    match wish.form:
        case WholeFile.JSON:
            data = _json(wish, standing)
        case WholeFile.CSV:
            from homejournal.exchange.journal_csv import DAYS, days_table, packed, tables_of

            tables = tables_of(_json(wish, standing))
            if days := _days(wish, standing):
                tables[DAYS] = days_table(days, all_names(wish.family))
            data = packed(tables)
        case _:
            from homejournal.exchange.tables import write_workbook
            from homejournal.reports.workbook.sheets import workbook

            records, days = [one.record for one in standing.found], _days(wish, standing)
            book = workbook(records, wish.family, wish.wording, days, private=wish.private)
            data = write_workbook(book)
    return WholeMade(data, standing.changed)


def _days(wish: WholeWish, standing: "CurrentRecords") -> "list[DayOfStrategy]":
    from homejournal.domain.papers.workbook import days_of_all, tells_day

    records = [one.record for one in standing.found]
    return [day for day in days_of_all(records, wish.frame) if tells_day(wish.asked, day)]


def _narrowed(standing: "CurrentRecords", asked: EntryFilter | None) -> "CurrentRecords":
    if asked is None:
        return standing
    kept = fitting_ids([one.record for one in standing.found], asked)
    return replace(standing, found=tuple(one for one in standing.found if one.record.id in kept))


def _json(wish: WholeWish, standing: "CurrentRecords") -> bytes:
    from homejournal.exchange.file_records import Entry, JournalFile
    from homejournal.exchange.journal_json import write_journal_json

    return write_journal_json(
        JournalFile(
            settings=wish.settings,
            home=wish.settings.home,
            # A part of the entries covers no day: nobody can tell what was not written.
            through=wish.through if wish.asked is None else None,
            entries=tuple(starmap(Entry, standing.found)),
        )
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import added: how many records of each kind are new or changed, as one change."""

    change: Change
    added: dict[Kind, int] = field(default_factory=dict)


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

    @garbage_collection_paused()
    def whole(
        self, form: WholeFile, wording: Wording, asked: EntryFilter | None = None
    ) -> WholeMade:
        """Return such a file, of what is asked for alone, and how many entries are left out."""
        made = whole_file(self.wish(form, wording, asked=asked))
        if made.changed:
            self._session.store.damage.note("a revision that a disk changed was left out")
        return made

    def wish(
        self,
        form: WholeFile,
        wording: Wording,
        *,
        private: bool = True,
        asked: EntryFilter | None = None,
    ) -> WholeWish:
        """Return what `whole_file` needs on any thread."""
        session, today = self._session, self._session.today()
        told = home_coverage(session.store.meta(), session.settings.home)
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
            asked=asked,
        )

    def known(self) -> Mapping[UUID, Kind]:
        """Return the kinds of all records: what `read_journal` needs to know on any thread."""
        with self._session.asking() as queries:
            return queries.kinds()

    @garbage_collection_paused()
    def import_json(self, data: bytes) -> Imported:
        """Take in a journal's own file: all of it, or nothing and ImportFaultsError."""
        return self.take(read_journal(data, self.known().get))

    def preview(self, file: "JournalFile") -> IncomingPreview:
        """Return what taking a file in would change; nothing is written, and any thread may ask.

        Raises ImportFaultsError for a birthday in the future.
        """
        from homejournal.storage.journal.incoming import standing

        _refuse_unborn(file, self._session.today())
        with self._session.store.beside() as (store, connection):
            known = standing(store, connection, [entry.record.id for entry in file.entries])
        here = {record: [one.revision for one in stored] for record, stored in known.items()}
        return incoming_preview(here, _revisions(file, known))

    def preparing(self, file: "JournalFile") -> "Callable[[], PreparedArrival]":
        """Return the call that works out all that `take` writes, which any thread may do.

        It raises what `take` raises.
        """
        return partial(_wanted(file).ahead, self._session.preparing())

    @garbage_collection_paused()
    def take(self, file: "JournalFile", ahead: "PreparedArrival | None" = None) -> Imported:
        """Take in a file that was read: all of it as one step; a copy of the journal comes before.

        What was worked out `ahead` is only written, if nothing else was written since.

        It is a union: taking it twice adds nothing, and nothing that stands here is replaced
        unless the file's revision says that it replaces it. Raises ImportFaultsError for a birthday
        in the future, and the disk's errors.
        """
        from homejournal.storage.journal.prepared_writes import arrival_prepared_or_now

        with self._session.asking() as queries:
            is_fresh = queries.is_empty()
        _refuse_unborn(file, self._session.today())
        settings = self._settings_after(file, is_fresh=is_fresh)
        if not is_fresh:
            self._backups.before("import")
        with self._session.step() as step:
            step.join(arrival_prepared_or_now(step, _wanted(file), ahead))
            reach = self._reach(file, settings, is_fresh=is_fresh)
            step.set_settings(settings_texts(settings) | reach)
        added = Counter(move.kind for move in step.change.moves)
        return Imported(change=step.change, added=dict(added))

    @garbage_collection_paused()
    def check(self) -> "CheckReport":
        """Read and check everything."""
        from homejournal.storage.journal.verified_copies import check_file

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
        return coverage_setting(stored, file.home, file.through, today)


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
    from homejournal.storage.journal.prepared_writes import Wanted

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
    """Return a new revision with a record's content, or None if the journal has the same."""
    kind, fields = kind_of(record), canonical(to_fields(record))
    heads = heads_of([stored.revision for stored in standing]) if standing else []
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
