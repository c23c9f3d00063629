"""A family's open journal: the services under one roof, each loaded when it is first asked for."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from homejournal.domain.days.periods import JournalSettings
from homejournal.domain.errors import JournalDamagedError, JournalError, JournalReadOnlyError
from homejournal.domain.journal.calm_month import Later, shown_by_now
from homejournal.domain.records.changes import Change
from homejournal.domain.records.family import Family
from homejournal.services.days.days import Days, Notes
from homejournal.services.records.records import Drafts, Records, Steps
from homejournal.services.session import Service, Session
from homejournal.services.settings_as_texts import settings_texts
from homejournal.storage.file.journal_folder import drop_begun
from homejournal.storage.file.writer_lock import WriterLock
from homejournal.storage.journal.store import Store

if TYPE_CHECKING:
    from uuid import UUID

    from homejournal.domain.sharing.cloud_folders import Carrier
    from homejournal.services.days.days import Feelings
    from homejournal.services.days.reminders_and_timer import Reminders, Timer
    from homejournal.services.days.strategy_numbers import Numbers
    from homejournal.services.days.week_grid import Weeks
    from homejournal.services.full_check import Checkup
    from homejournal.services.import_export import Files, KeptTables
    from homejournal.services.looking_back import LookingBack
    from homejournal.services.papers.packs import Packs
    from homejournal.services.papers.printed_sheets import AboutOurChild, Sheets
    from homejournal.services.papers.sheet_photos import SheetPhotos
    from homejournal.services.papers.visit_pages import Pages
    from homejournal.services.plan import Outcomes, Plan, PlanFiles, Starters
    from homejournal.services.records.attachments import Media
    from homejournal.services.records.homes import Homes
    from homejournal.services.safe.copies.backups import Backups
    from homejournal.services.safe.copies.copy_encryption import EarlierKeys, PlainCopies
    from homejournal.services.safe.deleting import Purging
    from homejournal.services.safe.password import Password
    from homejournal.services.safe.repair.repair import Repair
    from homejournal.services.safe.sharing.sharing import Sharing
    from homejournal.services.safe.transfer.conflict_copies import ConflictCopies
    from homejournal.services.safe.transfer.sealed_files import HandOvers, PackFiles
    from homejournal.services.timeline import LastEntry, Memories, Timeline
    from homejournal.services.versions import Bin, ConflictSettling, History
    from homejournal.services.visits import Calendars, Team, Visits
    from homejournal.storage.file.disk import Reserve
    from homejournal.storage.file.file_encryption import Key


class FamilyJournal:
    """Everything a family can do in its journal; close it when the window closes."""

    def __init__(
        self,
        store: Store,
        *,
        clock: Callable[[], datetime],
        lock: WriterLock | None = None,
        read_only_because: JournalError | None = None,
    ) -> None:
        self._store = store
        self._lock = lock
        self._session = Session(store, clock)
        self._why = read_only_because
        self.is_open = True
        self.records = Records(self._session)
        self.days = Days(self._session)
        self.notes = Notes(self._session)
        self.drafts = Drafts(self._session)
        self.steps = Steps(self._session)

    numbers: "Service[Numbers]" = Service("days.strategy_numbers.Numbers")
    """The honest numbers; they load when they are first asked for, as those below."""
    pages: "Service[Pages]" = Service("papers.visit_pages.Pages", "records", "numbers", "visits")
    """The pages for visits."""
    looking_back: "Service[LookingBack]" = Service("looking_back.LookingBack", "numbers", "pages")
    """What was written, to look back at."""
    visits: "Service[Visits]" = Service("visits.Visits", "records", "timeline")
    """The visits, coming and past, and the questions around them."""
    team: "Service[Team]" = Service("visits.Team", "records")
    """The people of the team, with what belongs to each."""
    about: "Service[AboutOurChild]" = Service("papers.printed_sheets.AboutOurChild", "records")
    """What the family tells about its children."""
    reminders: "Service[Reminders]" = Service("days.reminders_and_timer.Reminders", "days")
    """What is due while the window is open."""
    sheets: "Service[Sheets]" = Service("papers.printed_sheets.Sheets", "records", "numbers")
    """The sheets to print: weeks for the fridge, the grid of routines, the book."""
    plan: "Service[Plan]" = Service("plan.Plan", "records")
    """The plan of the family and its team."""
    outcomes: "Service[Outcomes]" = Service("plan.Outcomes", "records")
    """The outcomes with their ladders and reviews."""
    history: "Service[History]" = Service("versions.History", "records")
    """The earlier versions of entries."""
    bin: "Service[Bin]" = Service("versions.Bin", "records", "days")
    """What was deleted and can be brought back."""
    feelings: "Service[Feelings]" = Service("days.days.Feelings", "records")
    """How routines are for the family, and how sure it feels."""
    packs: "Service[Packs]" = Service("papers.packs.Packs", "records", "numbers", "pages", "sheets")
    """The packs for a review and for the third birthday."""
    calendars: "Service[Calendars]" = Service("visits.Calendars", "records")
    """The calendar files of visits and reminders."""
    media: "Service[Media]" = Service("records.attachments.Media", "records")
    """The pictures and hand-outs that are kept with strategies."""
    plan_files: "Service[PlanFiles]" = Service("plan.PlanFiles", "records")
    """The plan's way out to a professional, and in."""
    starters: "Service[Starters]" = Service("plan.Starters", "records", "plan_files")
    """The starter examples of strategies."""
    weeks: "Service[Weeks]" = Service("days.week_grid.Weeks", "records", "days")
    """The weeks typed in from paper."""
    sheet_photos: "Service[SheetPhotos]" = Service(
        "papers.sheet_photos.SheetPhotos", "records", "days", "weeks"
    )
    """The photos of sheets that were filled in by hand."""
    timeline: "Service[Timeline]" = Service("timeline.Timeline")
    """Everything written, newest day first."""
    memories: "Service[Memories]" = Service("timeline.Memories", "days", "timeline")
    """What was celebrated last, and what was written three months ago."""
    last_time: "Service[LastEntry]" = Service("timeline.LastEntry")
    """What was written last."""
    timer: "Service[Timer]" = Service("days.reminders_and_timer.Timer", "drafts")
    """The timer for minutes and hours."""
    safe: "Service[Safekeeping]" = Service("family_journal.Safekeeping", "records")
    """What keeps the journal safe: copies, repair, passwords, sharing."""

    @cached_property
    def files(self) -> "Files":
        """Return the journal's way out and in."""
        from homejournal.services.import_export import Files

        return Files(self._session, self.safe.backups)

    @property
    def folder(self) -> Path:
        """Return the journal's folder."""
        return self._store.folder.path

    @property
    def read_only_because(self) -> JournalError | None:
        """Return why nothing can be written, or None if it can."""
        if self._store.is_locked:
            return self._store.needs_password()
        if self._why is None and self._store.damage.found:
            self._why = JournalDamagedError(self.folder)
        if self._why is None and not self._store.write:
            self._why = JournalReadOnlyError(self.folder)
        return self._why

    @property
    def settings(self) -> JournalSettings:
        """Return how the journal counts days and weeks, and whether it is an example."""
        return self._session.settings

    def change_settings(self, settings: JournalSettings) -> None:
        """Change the settings; which journal this is stays as it is."""
        kept = replace(settings, id=self.settings.id)
        self._store.set_meta(settings_texts(kept))
        self._session.settings = kept

    def family(self) -> Family:
        """Return the family's small records."""
        return self._session.family()

    def shows(self, later: Later, child: "UUID | None") -> bool:
        """Return whether something shows itself by now, which waits in a calm first month."""
        return later in shown_by_now(self.family(), child, self.settings, self.today())

    def today(self) -> date:
        """Return the family's day at this moment."""
        return self._session.today()

    def is_after_midnight(self) -> bool:
        """Return whether the calendar has turned while the family's day still goes on."""
        return self._session.is_after_midnight()

    def undo(self, change: Change) -> Change:
        """Take a change back, as `Steps.take_back` does."""
        return self.steps.take_back(change)

    @staticmethod
    def warm_up() -> None:
        """Load what writing and searching need, away from the window's thread."""
        from homejournal.storage.file import sqlalchemy_engine as engine
        from homejournal.storage.journal import queries, timeline
        from homejournal.storage.journal import writer as writing

        del engine, queries, timeline, writing

    def go_on(self) -> None:
        """Let other computers know now and then that this window still writes; never raises."""
        if self._lock is not None:
            self._lock.go_on()

    def close(self) -> None:
        """Close the file and let others write; bytes that nobody can want back go before.

        Nothing stays that was begun beside it, such as the journal in plain bytes.
        """
        if self.is_open and self._store.folder.media.is_dir():
            with suppress(JournalError):  # they may lie there until the next time
                self.media.drop_unused()
        if self.is_open and self._store.write:
            with suppress(OSError):  # the next start tries again
                drop_begun(self._store.folder)
        self.is_open = False
        self._store.close()
        if self._lock is not None:
            self._lock.release()


class Safekeeping:
    """Copies, repair, passwords, sharing, and deleting for good."""

    def __init__(self, session: Session, records: Records) -> None:
        self._session = session
        self._records = records

    @property
    def settings(self) -> "Path | None":
        """Return the folder of this computer's settings, with one more copy of the locked keys."""
        return self._session.computer

    @settings.setter
    def settings(self, folder: "Path | None") -> None:
        self._session.computer = folder

    @property
    def is_encrypted(self) -> bool:
        """Return whether the journal has a password."""
        return self._session.store.key is not None or self._session.store.is_locked

    @property
    def is_locked(self) -> bool:
        """Return whether the file is closed until somebody types the password."""
        return self._session.store.is_locked

    @property
    def key_now(self) -> "Key | None":
        """Return this session's key if it still opens the file.

        None without a password, while locked, or if the file now has another key.
        """
        from homejournal.services.safe.unlocking import still_opens

        store = self._session.store
        known = store.key is not None and still_opens(store.folder.path, store.key)
        return store.key if known else None

    @property
    def keys_are_left(self) -> bool:
        """Return whether a plain journal lies beside locked keys, which are of no use to it."""
        return not self.is_encrypted and self._session.store.folder.keys.is_file()

    @property
    def reserve(self) -> "Reserve":
        """Return the room on the disk that is held for a day on which it is full."""
        return self._session.store.reserve

    @property
    def can_be_copied(self) -> bool:
        """Return whether the journal is open and holds a child, so that a copy is worth making."""
        return not self._session.store.is_locked and bool(self._session.family().children)

    def take_up_newer(self) -> Change:
        """Take in what waited for a newer homejournal, where this one reads it by now.

        Raises JournalReadOnlyError or the disk's errors; all of it waits on then.
        """
        from homejournal.services.safe.transfer.incoming import take_up_newer

        return take_up_newer(self._session)

    @cached_property
    def carrier(self) -> "Carrier | None":
        """Return who carries the journal's folder to other computers, if anything tells of it."""
        from homejournal.services.safe.copies.second_place import carrier_of

        return carrier_of(self._session.store.folder.path)

    backups: "Service[Backups]" = Service("safe.copies.backups.Backups")
    """The copies of the journal."""

    @property
    def repair(self) -> "Repair":
        """Return the repair of this journal, which may be damaged, with its key as it is now."""
        from homejournal.services.safe.repair.outside_sources import OutsideSources
        from homejournal.services.safe.repair.repair import Repair

        store = self._session.store
        clock = self._session.clock
        repair = Repair(
            store.folder.path,
            device=store.device,
            clock=clock,
            key=store.key,
            is_ours=store.write,
        )
        repair.elsewhere = OutsideSources(self.settings)
        return repair

    checkup: "Service[Checkup]" = Service("full_check.Checkup")
    """The full check."""

    @cached_property
    def password(self) -> "Password":
        """Return what can be done about the journal's password."""
        from homejournal.services.safe.password import Password
        from homejournal.services.safe.unlocking import key_copies

        copies = None if self.settings is None else key_copies(self.settings)
        return Password(self._session, self.backups.before, copies)

    @cached_property
    def plain_copies(self) -> "PlainCopies":
        """Return the copies from before the journal had a password."""
        from homejournal.services.safe.copies.copy_encryption import PlainCopies

        return PlainCopies(self._session, self.backups.make)

    earlier_keys: "Service[EarlierKeys]" = Service("safe.copies.copy_encryption.EarlierKeys")
    """What is known of copies from under an earlier key."""
    purging: "Service[Purging]" = Service("safe.deleting.Purging", "_records", "backups")
    """The deleting for good."""
    homes: "Service[Homes]" = Service("records.homes.Homes", "_records")
    """The names of homes and computers, and how far the other homes' entries reach."""
    pack_files: "Service[PackFiles]" = Service(
        "safe.transfer.sealed_files.PackFiles", "backups", "purging"
    )
    """The files for another computer or home."""
    kept_tables: "Service[KeptTables]" = Service("import_export.KeptTables", "backups")
    """The tables that a family kept before."""
    hand_overs: "Service[HandOvers]" = Service("safe.transfer.sealed_files.HandOvers", "pack_files")
    """The copies for somebody who cares for a child from now on."""
    sharing: "Service[Sharing]" = Service("safe.sharing.sharing.Sharing", "purging")
    """The sharing through a folder."""
    settling: "Service[ConflictSettling]" = Service("versions.ConflictSettling", "_records")
    """What stands in two versions."""
    copies: "Service[ConflictCopies]" = Service(
        "safe.transfer.conflict_copies.ConflictCopies", "backups", "purging"
    )
    """The copies of the journal's file that a sync program laid beside it."""
