"""What a reminder says: the time and the strategy, in the family's own words, and nothing more."""

from dataclasses import replace
from datetime import date, datetime
from uuid import uuid4

from homejournal.domain.records.children import Child
from homejournal.domain.records.family import Family
from homejournal.domain.records.plan import Strategy
from homejournal.domain.today.reminders_and_timer import Reminder, ReminderTime
from homejournal.texts import day_page as said
from homejournal.texts.wording import wording_of

EN = wording_of("en")
MAYA, LEO = (Child(id=uuid4(), name=name) for name in ("Maya", "Leo"))
AT = datetime.fromisoformat("2026-03-10 08:00")


def a_reminder(name="Pause and wait", slot="breakfast", of=MAYA):
    strategy = Strategy(id=uuid4(), child=of.id, name=name)
    time = ReminderTime(strategy=strategy, key=slot or "", name=slot)
    return Reminder(time=time, day=AT.date(), at=AT)


def family(*children):
    return Family(children={child.id: child for child in children})


def test_one_reminder_is_one_line():
    assert said.reminders_said(EN, family(MAYA), [a_reminder()]) == (
        "Reminder: Breakfast · Pause and wait"
    )
    assert said.reminders_said(EN, family(MAYA), [a_reminder(slot=None)]) == (
        "Reminder: Pause and wait"
    )


def test_the_child_is_named_where_there_are_several():
    both = [a_reminder(), a_reminder(of=LEO)]
    assert said.reminders_said(EN, family(MAYA, LEO), both).split("\n") == [
        "Reminders:",
        "Maya: Breakfast · Pause and wait",
        "Leo: Breakfast · Pause and wait",
    ]


def test_children_of_one_name_are_told_apart():
    twins = [replace(MAYA, id=uuid4(), born=date(year, 5, 4)) for year in (2023, 2024)]
    due = [a_reminder(of=twin) for twin in twins]
    assert said.reminders_said(EN, family(*twins), due).split("\n")[1:] == [
        "Maya – born May 4, 2023: Breakfast · Pause and wait",
        "Maya – born May 4, 2024: Breakfast · Pause and wait",
    ]


def test_many_do_not_fill_the_window():
    for n, last in ((5, "and 1 more"), (7, "and 3 more"), (4, "Number 3")):
        due = [a_reminder(f"Number {one}", None) for one in range(n)]
        assert said.reminders_said(EN, family(MAYA), due).split("\n")[-1] == last


def test_not_today_is_said_as_on_today():
    assert said.reminder_not_today_said(EN, [a_reminder()]) == "Pause and wait: not today"
    two = [a_reminder("One"), a_reminder("Two")]
    assert said.reminder_not_today_said(EN, two) == "Not today: One and Two"


def test_the_neutral_words_name_nobody_and_nothing():
    assert said.neutral_reminder(EN) == "A reminder"
