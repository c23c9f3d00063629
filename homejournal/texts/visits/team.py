"""What the window says of the people of the team: what they do, how to reach them, contacts."""

from datetime import date

from homejournal.domain.records.people import Contact, TeamMember, Way
from homejournal.domain.records.visits import Visit
from homejournal.domain.visits.team_list import has_left
from homejournal.texts import labels
from homejournal.texts.today.day_page import capital
from homejournal.texts.wording import Wording, languages, wording_of


def coordinator(wording: Wording) -> str:
    """Return what the person is called who holds the services together (34 CFR 303.34)."""
    return wording.text("Service coordinator")


def what_they_do(wording: Wording, person: TeamMember) -> str:
    """Return discipline and role; a role that the mark of the coordinator says is left out."""
    role = person.role or ""
    marks = {coordinator(wording_of(one)).casefold() for one in languages()}
    if person.coordinator and role.strip().casefold() in marks:
        role = ""
    said = (wording.own(part) for part in (person.discipline or "", role))
    return capital(wording.line_of(said))


def person_choice(wording: Wording, person: TeamMember) -> str:
    """Return a person as a choice among others: "Carmen · service coordinator"."""
    does = person.discipline or person.role or ""
    if person.coordinator:
        does = coordinator(wording)
    return wording.line_of((wording.own(person.name), wording.own(does)))


def way_said(wording: Wording, way: Way) -> str:
    """Return a way to reach a person: "Text message: 555-0142"."""
    name = capital(labels.channel(wording, way.way))
    if not way.value:
        return name
    return wording.text("{way}: {value}", way=name, value=wording.own(way.value))


def left_said(wording: Wording, person: TeamMember, today: date) -> str:
    """Return when a person left the team or will leave it, or nothing."""
    if person.left is None:
        return ""
    day = wording.day(person.left)
    if has_left(person, today):
        return wording.text("Left on {day}", day=day)
    return wording.text("Leaves on {day}", day=day)


def next_visit(wording: Wording, visit: Visit, today: date) -> str:
    """Return when a person comes next."""
    return wording.text("Next visit: {visit}", visit=_when(wording, visit, today))


def last_visit(wording: Wording, visit: Visit, today: date) -> str:
    """Return when a person came last."""
    return wording.text("Last visit: {visit}", visit=_when(wording, visit, today))


def _when(wording: Wording, visit: Visit, today: date) -> str:
    this_year = visit.day.year == today.year
    day = wording.day_without_year(visit.day) if this_year else wording.day(visit.day)
    day = wording.text("today") if visit.day == today else day
    if visit.time is None:
        return day
    return wording.text("{day} at {time}", day=day, time=wording.time(visit.time))


def contact_head(wording: Wording, contact: Contact) -> str:
    """Return when and how a contact was: "April 14, 2026 · Text message"."""
    way = capital(labels.channel(wording, contact.way))
    return wording.line_of((wording.day(contact.day), way))


def more_people(wording: Wording, count: int) -> str:
    """Return the words that show more people."""
    return wording.count("Show {n} more person", "Show {n} more people", count)
