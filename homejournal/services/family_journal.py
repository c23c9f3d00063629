"""A family's open journal: the services under one roof."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from homejournal.domain.days.family_days import JournalSettings
from homejournal.domain.errors import JournalDamagedError, JournalError, JournalReadOnlyError
from homejournal.domain.records.changes import Change
from homejournal.domain.records.family import Family
from homejournal.services.days.days import Days
from homejournal.services.days.notes import Notes
from homejournal.services.journal.timeline import Timeline
from homejournal.services.plan.plan import Plan
from homejournal.services.records.drafts import Drafts
from homejournal.services.records.records import Records
from homejournal.services.records.undo import Steps
from homejournal.services.safekeeping import Safekeeping
from homejournal.services.session import Session
from homejournal.services.settings_in_file import settings_texts
from homejournal.storage.file.journal_folder import drop_begun
from homejournal.storage.file.writer_lock import WriterLock
from homejournal.storage.journal.store import Store

if TYPE_CHECKING:
    from homejournal.services.days.coming_back import LastTime
    from homejournal.services.days.feelings import Feelings
    from homejournal.services.days.reminders import Reminders
    from homejournal.services.days.strategy_numbers import Numbers
    from homejournal.services.days.timer import Timer
    from homejournal.services.days.week_grid import Weeks
    from homejournal.services.exchange.import_export import Files
    from homejournal.services.journal.about_child import AboutOurChild
    from homejournal.services.journal.bin import Bin
    from homejournal.services.journal.history import History
    from homejournal.services.looking_back import LookingBack
    from homejournal.services.papers.calendar_files import Calendars
    from homejournal.services.papers.packs import Packs
    from homejournal.services.papers.printed_sheets import Sheets
    from homejournal.services.papers.visit_pages import Pages
    from homejournal.services.plan.outcomes import Outcomes
    from homejournal.services.plan.plan_files import PlanFiles
    from homejournal.services.plan.starter_examples import Starters
    from homejournal.services.records.attachments import Media
    from homejournal.services.visits.team import Team
    from homejournal.services.visits.visits import Visits


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

    @cached_property
    def numbers(self) -> "Numbers":
        """Return the honest numbers; they load when they are first asked for, as those below."""
        from homejournal.services.days.strategy_numbers import Numbers

        return Numbers(self._session)

    @cached_property
    def pages(self) -> "Pages":
        """Return the pages for visits."""
        from homejournal.services.papers.visit_pages import Pages

        return Pages(self._session, self.records, self.numbers, self.visits)

    @cached_property
    def looking_back(self) -> "LookingBack":
        """Return what was written, to look back at."""
        from homejournal.services.looking_back import LookingBack

        return LookingBack(self._session, self.numbers, self.pages)

    @cached_property
    def files(self) -> "Files":
        """Return the journal's way out and in."""
        from homejournal.services.exchange.import_export import Files

        return Files(self._session, self.safe.backups)

    @cached_property
    def visits(self) -> "Visits":
        """Return the visits, coming and past, and the questions around them."""
        from homejournal.services.visits.visits import Visits

        return Visits(self._session, self.records, self.timeline)

    @cached_property
    def team(self) -> "Team":
        """Return the people of the team, with what belongs to each."""
        from homejournal.services.visits.team import Team

        return Team(self._session, self.records)

    @cached_property
    def about(self) -> "AboutOurChild":
        """Return what the family tells about its children."""
        from homejournal.services.journal.about_child import AboutOurChild

        return AboutOurChild(self._session, self.records)

    @cached_property
    def reminders(self) -> "Reminders":
        """Return what is due while the window is open."""
        from homejournal.services.days.reminders import Reminders

        return Reminders(self._session, self.days)

    @cached_property
    def sheets(self) -> "Sheets":
        """Return the sheets to print: weeks for the fridge, the grid of routines, the book."""
        from homejournal.services.papers.printed_sheets import Sheets

        return Sheets(self._session, self.records, self.numbers)

    @cached_property
    def outcomes(self) -> "Outcomes":
        """Return the outcomes with their ladders and reviews."""
        from homejournal.services.plan.outcomes import Outcomes

        return Outcomes(self._session, self.records)

    @cached_property
    def history(self) -> "History":
        """Return the earlier versions of entries."""
        from homejournal.services.journal.history import History

        return History(self._session, self.records)

    @cached_property
    def bin(self) -> "Bin":
        """Return what was deleted and can be brought back."""
        from homejournal.services.journal.bin import Bin

        return Bin(self._session, self.records, self.days)

    @cached_property
    def feelings(self) -> "Feelings":
        """Return how routines are for the family, and how sure it feels."""
        from homejournal.services.days.feelings import Feelings

        return Feelings(self._session, self.records)

    @cached_property
    def packs(self) -> "Packs":
        """Return the packs for a review and for the third birthday."""
        from homejournal.services.papers.packs import Packs

        return Packs(self._session, self.records, self.numbers, self.pages, self.sheets)

    @cached_property
    def calendars(self) -> "Calendars":
        """Return the calendar files of visits and reminders."""
        from homejournal.services.papers.calendar_files import Calendars

        return Calendars(self._session, self.records)

    @cached_property
    def media(self) -> "Media":
        """Return the pictures and hand-outs that are kept with strategies."""
        from homejournal.services.records.attachments import Media

        return Media(self._session, self.records)

    @cached_property
    def plan_files(self) -> "PlanFiles":
        """Return the plan's way out to a professional, and in."""
        from homejournal.services.plan.plan_files import PlanFiles

        return PlanFiles(self._session, self.records)

    @cached_property
    def starters(self) -> "Starters":
        """Return the starter examples of strategies."""
        from homejournal.services.plan.starter_examples import Starters

        return Starters(self._session, self.records, self.plan_files)

    @cached_property
    def weeks(self) -> "Weeks":
        """Return the weeks typed in from paper."""
        from homejournal.services.days.week_grid import Weeks

        return Weeks(self._session, self.records, self.days)

    @cached_property
    def last_time(self) -> "LastTime":
        """Return what was written last."""
        from homejournal.services.days.coming_back import LastTime

        return LastTime(self._session)

    @cached_property
    def timer(self) -> "Timer":
        """Return the timer for minutes and hours."""
        from homejournal.services.days.timer import Timer

        return Timer(self._session, self.drafts)

    @cached_property
    def safe(self) -> "Safekeeping":
        """Return what keeps the journal safe: copies, repair, passwords, sharing."""
        return Safekeeping(self._session, self.records)

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
