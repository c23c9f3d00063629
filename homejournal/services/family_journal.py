"""A family's open journal: the services under one roof."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from homejournal.domain.days.periods import JournalSettings
from homejournal.domain.errors import JournalDamagedError, JournalError, JournalReadOnlyError
from homejournal.domain.records.changes import Change
from homejournal.domain.records.family import Family
from homejournal.services.days.days import Days, Notes
from homejournal.services.journal.timeline import Timeline
from homejournal.services.plan import Plan
from homejournal.services.records.records import Drafts, Records, Steps
from homejournal.services.session import Service, Session
from homejournal.services.settings_as_texts import settings_texts
from homejournal.storage.file.journal_folder import drop_begun
from homejournal.storage.file.writer_lock import WriterLock
from homejournal.storage.journal.store import Store

if TYPE_CHECKING:
    from homejournal.services.days.coming_back import LastEntry
    from homejournal.services.days.days import Feelings
    from homejournal.services.days.reminders_and_timer import Reminders, Timer
    from homejournal.services.days.strategy_numbers import Numbers
    from homejournal.services.days.week_grid import Weeks
    from homejournal.services.import_export import Files
    from homejournal.services.journal.about_child import AboutOurChild
    from homejournal.services.journal.memories import Memories
    from homejournal.services.journal.versions import Bin, History
    from homejournal.services.looking_back import LookingBack
    from homejournal.services.papers.calendar_files import Calendars
    from homejournal.services.papers.packs import Packs
    from homejournal.services.papers.printed_sheets import Sheets
    from homejournal.services.papers.visit_pages import Pages
    from homejournal.services.plan import Outcomes
    from homejournal.services.plan_files import PlanFiles, Starters
    from homejournal.services.records.attachments import Media
    from homejournal.services.safekeeping import Safekeeping
    from homejournal.services.visits import Team, Visits


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
        self.plan = Plan(self._session, self.records)
        self.drafts = Drafts(self._session)
        self.steps = Steps(self._session)
        self.timeline = Timeline(self._session)

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
    about: "Service[AboutOurChild]" = Service("journal.about_child.AboutOurChild", "records")
    """What the family tells about its children."""
    reminders: "Service[Reminders]" = Service("days.reminders_and_timer.Reminders", "days")
    """What is due while the window is open."""
    sheets: "Service[Sheets]" = Service("papers.printed_sheets.Sheets", "records", "numbers")
    """The sheets to print: weeks for the fridge, the grid of routines, the book."""
    outcomes: "Service[Outcomes]" = Service("plan.Outcomes", "records")
    """The outcomes with their ladders and reviews."""
    history: "Service[History]" = Service("journal.versions.History", "records")
    """The earlier versions of entries."""
    bin: "Service[Bin]" = Service("journal.versions.Bin", "records", "days")
    """What was deleted and can be brought back."""
    feelings: "Service[Feelings]" = Service("days.days.Feelings", "records")
    """How routines are for the family, and how sure it feels."""
    packs: "Service[Packs]" = Service("papers.packs.Packs", "records", "numbers", "pages", "sheets")
    """The packs for a review and for the third birthday."""
    calendars: "Service[Calendars]" = Service("papers.calendar_files.Calendars", "records")
    """The calendar files of visits and reminders."""
    media: "Service[Media]" = Service("records.attachments.Media", "records")
    """The pictures and hand-outs that are kept with strategies."""
    plan_files: "Service[PlanFiles]" = Service("plan_files.PlanFiles", "records")
    """The plan's way out to a professional, and in."""
    starters: "Service[Starters]" = Service("plan_files.Starters", "records", "plan_files")
    """The starter examples of strategies."""
    weeks: "Service[Weeks]" = Service("days.week_grid.Weeks", "records", "days")
    """The weeks typed in from paper."""
    last_time: "Service[LastEntry]" = Service("days.coming_back.LastEntry")
    """What was written last."""
    memories: "Service[Memories]" = Service("journal.memories.Memories", "days", "timeline")
    """What was celebrated last, and what was written three months ago."""
    timer: "Service[Timer]" = Service("days.reminders_and_timer.Timer", "drafts")
    """The timer for minutes and hours."""
    safe: "Service[Safekeeping]" = Service("safekeeping.Safekeeping", "records")
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
        """Return why nothing can be written, or None where it can."""
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
