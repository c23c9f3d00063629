"""Visits and reminders in the words of a calendar.

A calendar is often shared or kept in a cloud. So an entry holds what one needs to be there: the
child's first name, who comes, how, and what to bring; nothing of the plan's or the notes' words
but the name of a strategy that asks to be remembered.
"""

from collections.abc import Sequence

from homejournal.domain.days.rows_to_count import Period
from homejournal.domain.papers.calendar_entries import CalendarEntry, reminder_id
from homejournal.domain.records.children import Child
from homejournal.domain.records.people import TeamMember
from homejournal.domain.records.visits import Visit, VisitHow
from homejournal.domain.today.reminder_times import ReminderTime
from homejournal.texts import labels
from homejournal.texts.today.day_page import capital
from homejournal.texts.visits.visits import language_said
from homejournal.texts.wording import Wording


def visit_entry(
    wording: Wording, child: Child, visit: Visit, people: Sequence[TeamMember]
) -> CalendarEntry:
    """Return a visit as a calendar tells it; `changed` is left to whoever knows the history."""
    lines = [
        *(labels.person_with_discipline(wording, one.name, one.discipline) for one in people),
        capital(labels.visit_how(wording, visit.how)) if visit.how else "",
        capital(language_said(wording, visit)),
        wording.text("Bring: {things}", things=wording.own(visit.bring)) if visit.bring else "",
    ]
    away = visit.how in {VisitHow.HOME, VisitHow.CLINIC}
    return CalendarEntry(
        id=visit.id,
        day=visit.day,
        time=visit.time,
        summary=_summary(wording, child, people),
        description="\n".join(line for line in lines if line),
        place=capital(labels.visit_how(wording, visit.how)) if visit.how and away else "",
    )


def reminder_entry(
    wording: Wording, child: Child, time: ReminderTime, days: Period
) -> CalendarEntry:
    """Return a strategy's planned time as a calendar reminds of it, from first to last day."""
    name = wording.own(time.strategy.name)
    summary = wording.text("{child}: {strategy}", child=wording.own(child.name), strategy=name)
    return CalendarEntry(
        id=reminder_id(time.strategy.id, time.key),
        day=days.start,
        time=time.time,
        summary=summary,
        description=wording.own(time.name) if time.name else "",
        reminds=True,
        weekdays=time.weekdays,
        until=days.end,
    )


def _summary(wording: Wording, child: Child, people: Sequence[TeamMember]) -> str:
    name = wording.own(child.name)
    if not people:
        return wording.text("{child}: visit", child=name)
    names = wording.list_of([wording.own(one.name) for one in people])
    return wording.text("{child}: visit with {people}", child=name, people=names)
