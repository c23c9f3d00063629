"""Calendar files from a journal: only of this child, and nothing that a calendar need not know."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from uuid import uuid4

from icalendar import Calendar

from homejournal.domain.records.people import TeamMember
from homejournal.domain.records.visits import Visit, VisitHow
from homejournal.domain.today.reminders_and_timer import ReminderTime
from homejournal.texts.wording import wording_of
from tests.journals import TODAY, child, planned, practice

DAY = timedelta(days=1)
EN, ES = wording_of("en"), wording_of("es")
DANA = TeamMember(id=uuid4(), name="Dana", discipline="speech")


def a_visit(of, days, **said):
    return Visit(id=uuid4(), child=of.id, day=TODAY + days * DAY, **said)


def events(made):
    return Calendar.from_ical(made).walk("VEVENT")


def test_only_visits_of_this_child_that_are_to_come_soonest_first(journal):
    maya, leo = child(name="Maya"), child(name="Leo")
    late, soon, past = (a_visit(maya, n) for n in (9, 2, -1))
    held = a_visit(maya, 0, held=True)
    journal.records.save(maya, leo, late, soon, past, held, a_visit(leo, 1))
    assert journal.calendars.coming(maya.id, TODAY) == (soon, late)


def test_a_file_tells_who_and_what_to_bring_and_no_more(journal):
    maya, leo = child(name="Maya", surname="Okafor"), child(name="Leo", surname="Okafor")
    visit = a_visit(
        maya,
        1,
        time=time(9, 30),
        people=(DANA.id, uuid4()),
        how=VisitHow.HOME,
        language="es",
        interpreter=True,
        bring="The cup",
        agreed_between="Wait at dinner",
        agreed_next="Watch a meal",
    )
    journal.records.save(maya, leo, DANA, visit)
    made = journal.calendars.file_of([visit], (), EN, TODAY)
    (event,) = events(made)
    assert event["summary"] == "Maya: visit with Dana"
    assert event["location"] == "At home"
    assert event["description"].split("\n") == [
        "Dana, speech",
        "At home",
        "Spanish, with an interpreter",
        "Bring: The cup",
    ]
    for kept in (b"Okafor", b"Leo", b"Wait at dinner", b"Watch a meal"):
        assert kept not in made


def test_the_file_speaks_the_language_of_the_screen(journal):
    maya = child(name="Maya")
    visit = a_visit(maya, 1, how=VisitHow.VIDEO)
    journal.records.save(maya, visit)
    (event,) = events(journal.calendars.file_of([visit], (), ES, TODAY))
    assert event["summary"].params["LANGUAGE"] == "es"
    assert event["summary"].startswith("Maya: ")
    assert "location" not in event


def test_an_entry_counts_how_often_its_visit_was_changed(journal):
    maya = child(name="Maya")
    visit = a_visit(maya, 1)
    journal.records.save(maya, visit)
    moved = replace(visit, day=visit.day + DAY)
    journal.records.save(moved)
    (event,) = events(journal.calendars.file_of([moved], (), EN, TODAY))
    assert event["sequence"] == 1


def test_reminders_are_made_where_the_clock_is_known(journal):
    maya, wait = planned(journal, name="Maya")
    journal.records.save(
        *(
            practice(wait, slot="dinner", time=time(18, n), day=TODAY - n * DAY, helper=None)
            for n in range(3)
        )
    )
    times = journal.calendars.reminder_times(maya.id, TODAY)
    assert [(one.name, one.time) for one in times] == [
        ("breakfast", None),
        ("dinner", time(18)),
    ]
    (event,) = events(journal.calendars.file_of((), times, EN, TODAY))
    assert event["summary"] == f"Maya: {wait.name}"
    assert event["description"] == "dinner"
    assert event["dtstart"].dt.time() == time(18)
    assert event["rrule"]["UNTIL"] == [datetime.combine(TODAY + 55 * DAY, time(18))]


def test_a_reminder_ends_at_the_next_visit_of_its_own_child(journal):
    maya, wait = planned(journal, name="Maya")
    leo = child(name="Leo")
    journal.records.save(leo, a_visit(leo, 3), a_visit(maya, 9), a_visit(maya, 16))
    at = ReminderTime(strategy=wait, time=time(18))
    (event,) = events(journal.calendars.file_of((), [at], EN, TODAY))
    assert event["rrule"]["UNTIL"] == [datetime.combine(TODAY + 9 * DAY, time(18))]


def test_a_journal_put_away_has_no_visit_to_come_and_no_reminder(journal):
    of, _ = planned(journal)
    journal.records.save(Visit(id=uuid4(), child=of.id, day=TODAY))
    assert len(journal.calendars.coming(of.id, TODAY)) == 1
    assert journal.calendars.reminder_times(of.id, TODAY)
    journal.records.save(replace(of, put_away=TODAY))
    assert journal.calendars.coming(of.id, TODAY) == ()
    assert journal.calendars.reminder_times(of.id, TODAY) == ()
    journal.records.save(of)
    assert len(journal.calendars.coming(of.id, TODAY)) == 1
