"""A calendar entry says what one needs to be there, and nothing else."""

from datetime import date, time
from uuid import uuid4

from homejournal.domain.days.periods import Period
from homejournal.domain.records.children import Child
from homejournal.domain.records.people import TeamMember
from homejournal.domain.records.plan import Strategy, Weekday
from homejournal.domain.records.visits import Visit, VisitHow
from homejournal.domain.today.reminders_and_timer import ReminderTime
from homejournal.texts.visits_and_team import reminder_entry, visit_entry
from homejournal.texts.wording import wording_of

EN, ES = wording_of("en"), wording_of("es")
MAYA = Child(id=uuid4(), name="Maya", surname="Okafor")
DANA, BEN = (TeamMember(id=uuid4(), name=name) for name in ("Dana", "Ben"))
TODAY = date(2026, 3, 22)


def visit(**more):
    return Visit(id=uuid4(), child=MAYA.id, day=TODAY, **more)


def test_a_visit_without_people_is_still_a_visit():
    entry = visit_entry(EN, MAYA, visit(), ())
    assert (entry.summary, entry.description, entry.place) == ("Maya: visit", "", "")


def test_a_visit_by_phone_has_no_place():
    entry = visit_entry(EN, MAYA, visit(how=VisitHow.PHONE, bring="Cup\nBall"), (DANA, BEN))
    assert entry.summary == "Maya: visit with Dana and Ben"
    assert (entry.place, entry.description) == ("", "Dana\nBen\nBy phone\nBring: Cup\nBall")
    assert visit_entry(EN, MAYA, visit(how=VisitHow.CLINIC), ()).place == "At the clinic"


def test_a_reminder_names_child_strategy_and_time():
    wait = Strategy(id=uuid4(), child=MAYA.id, name="Wait")
    at = ReminderTime(
        strategy=wait, key="dinner", name="dinner", time=time(18), weekdays=(Weekday.MON,)
    )
    days = Period(date(2026, 3, 23), date(2026, 4, 1))
    entry = reminder_entry(EN, MAYA, at, days)
    assert (entry.summary, entry.description) == ("Maya: Wait", "dinner")
    assert (entry.day, entry.time, entry.weekdays) == (date(2026, 3, 23), time(18), at.weekdays)
    assert entry.until == days.end
    assert reminder_entry(EN, MAYA, ReminderTime(strategy=wait), days).description == ""
    assert entry.id == reminder_entry(ES, MAYA, at, days).id
