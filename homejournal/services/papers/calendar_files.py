"""Calendar files of visits and reminders, in the words of one language."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from uuid import UUID

from homejournal.domain.limits import days_from
from homejournal.domain.names import people_on_paper
from homejournal.domain.records.family import is_put_away
from homejournal.domain.records.visits import Visit
from homejournal.domain.today.reminders_and_timer import (
    LOOKED_AT_DAYS,
    CalendarEntry,
    ReminderTime,
    reminder_times,
    ringing_days,
)
from homejournal.domain.visits import in_time, is_coming
from homejournal.exchange.files.calendar_file import calendar_file
from homejournal.services.days.days import Days
from homejournal.services.records.records import Records
from homejournal.services.session import Session
from homejournal.texts.visits_and_team import reminder_entry, visit_entry
from homejournal.texts.wording import Wording


class Calendars:
    """What a calendar program can take: the visits of one child, and its reminders."""

    def __init__(self, session: Session, records: Records) -> None:
        self._session = session
        self._records = records
        self._days = Days(session)

    def coming(self, child: UUID, today: date) -> tuple[Visit, ...]:
        """Return the visits of a child that are still to come, soonest first.

        There are none, and no reminders, of a child whose journal is put away.
        """
        if self._rests(child):
            return ()
        visits = self._session.family().visits.values()
        mine = [visit for visit in visits if visit.child == child and is_coming(visit, today)]
        return tuple(sorted(mine, key=in_time))

    def reminder_times(self, child: UUID, today: date) -> tuple[ReminderTime, ...]:
        """Return the planned times of a child, each with its clock where that is known."""
        if self._rests(child):
            return ()
        start = days_from(today, -LOOKED_AT_DAYS)
        written = self._days.between(child, start, today)
        return reminder_times(self._session.family(), child, today, written.practices)

    def file_of(
        self,
        visits: Iterable[Visit],
        reminders: Iterable[ReminderTime],
        wording: Wording,
        today: date,
    ) -> bytes:
        """Return visits, and from today on the reminders whose clock is known, as one file.

        A reminder ends at the next visit of its child; see `ringing_days`.
        """
        entries = [self._visit(one, wording) for one in visits]
        family = people_on_paper(self._session.family())
        for reminder in reminders:
            if reminder.time is not None:
                child = family.children[reminder.strategy.child]
                theirs = (visit for visit in family.visits.values() if visit.child == child.id)
                days = ringing_days(reminder, theirs, today)
                entries.append(reminder_entry(wording, child, reminder, days))
        return calendar_file(entries, wording.language, self._session.clock())

    def _rests(self, child: UUID) -> bool:
        known = self._session.family().children.get(child)
        return known is not None and is_put_away(known)

    def _visit(self, visit: Visit, wording: Wording) -> CalendarEntry:
        family = people_on_paper(self._session.family())
        people = [family.team[person] for person in visit.people if person in family.team]
        entry = visit_entry(wording, family.children[visit.child], visit, people)
        return replace(entry, changed=max(0, len(self._records.history(visit.id)) - 1))
