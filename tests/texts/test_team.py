"""What is said of the people of the team."""

from datetime import date, time, timedelta
from uuid import uuid4

import pytest

from homejournal.domain.records.people import Channel, Contact, TeamMember, Way
from homejournal.domain.records.visits import Visit
from homejournal.texts import visits_and_team as said
from homejournal.texts.visits_and_team import language_said
from homejournal.texts.wording import wording_of

EN = wording_of("en")
TODAY = date(2026, 3, 22)
DAY = timedelta(days=1)


def person(**more):
    return TeamMember(id=uuid4(), name="Carmen", **more)


@pytest.mark.parametrize(
    ("more", "does", "choice"),
    [
        ({}, "", "Carmen"),
        ({"discipline": "speech"}, "Speech", "Carmen · speech"),
        ({"role": "comes on Tuesdays"}, "Comes on Tuesdays", "Carmen · comes on Tuesdays"),
        ({"role": "service coordinator"}, "Service coordinator", "Carmen · service coordinator"),
        ({"discipline": "speech", "role": "lead"}, "Speech · lead", "Carmen · speech"),
        (
            {"role": " Service Coordinator", "coordinator": True},
            "",
            "Carmen · Service coordinator",
        ),
        (
            {"role": "Coordinación de servicios", "coordinator": True},
            "",
            "Carmen · Service coordinator",
        ),
        (
            {"discipline": "nurse", "role": "calls", "coordinator": True},
            "Nurse · calls",
            "Carmen · Service coordinator",
        ),
    ],
)
def test_what_somebody_does_is_said_once(more, does, choice):
    assert said.what_they_do(EN, person(**more)) == does
    assert said.person_choice(EN, person(**more)) == choice


def test_a_service_coordinator_is_called_that_and_what_they_are_else():
    assert said.role_said(EN, person(role="calls")) == "Calls"
    assert said.role_said(EN, person(role="calls", coordinator=True)) == "Service coordinator"
    nurse = person(discipline="nurse", coordinator=True)
    assert said.role_said(EN, nurse) == "Service coordinator · nurse"


def test_a_press_on_a_number_says_what_it_does_and_for_whom():
    way = Way(way=Channel.TEXT, value="555-0142")
    assert said.copies_way(EN, way, "Dana") == "Text message: 555-0142, copy (Dana)"


def test_a_way_is_said_with_its_number_where_it_has_one():
    assert said.way_said(EN, Way(way=Channel.TEXT, value="555-0142")) == "Text message: 555-0142"
    assert said.way_said(EN, Way(way=Channel.IN_PERSON)) == "In person"


def test_when_somebody_left_or_leaves():
    assert said.left_said(EN, person(), TODAY) == ""
    assert said.left_said(EN, person(left=TODAY), TODAY) == "Left on March 22, 2026"
    assert said.left_said(EN, person(left=TODAY + DAY), TODAY) == "Leaves on March 23, 2026"


def test_visits_of_a_person():
    visit = Visit(id=uuid4(), child=uuid4(), day=TODAY + DAY, time=time(9, 30))
    words = said.next_visit(EN, visit, TODAY).replace("\u202f", " ")
    assert words == "Next visit: March 23 at 9:30 AM"
    past = Visit(id=uuid4(), child=uuid4(), day=TODAY - DAY)
    assert said.last_visit(EN, past, TODAY) == "Last visit: March 21"
    before = Visit(id=uuid4(), child=uuid4(), day=TODAY - 100 * DAY)
    assert said.last_visit(EN, before, TODAY) == "Last visit: December 12, 2025"
    now = Visit(id=uuid4(), child=uuid4(), day=TODAY)
    assert said.next_visit(EN, now, TODAY) == "Next visit: today"


def test_when_and_how_a_contact_was():
    contact = Contact(id=uuid4(), team=uuid4(), day=TODAY, way=Channel.EMAIL, words="Hello")
    assert said.contact_head(EN, contact) == "March 22, 2026 · E-mail"


def test_the_language_of_a_person():
    assert language_said(EN, person(language="es", interpreter=True)) == (
        "Spanish, with an interpreter"
    )


def test_more_people_in_both_forms():
    assert said.more_people(EN, 1) == "Show 1 more person"
    assert said.more_people(EN, 9) == "Show 9 more people"


def test_a_name_in_another_script_is_kept_apart():
    name = "د" * 200
    choice = said.person_choice(EN, TeamMember(id=uuid4(), name=name, discipline="speech"))
    assert choice == f"\u2068{name}\u2069 · speech"
