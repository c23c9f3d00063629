"""What the tests of the team's page share: contacts and ideas, and what the page says."""

from uuid import uuid4

from PySide6.QtWidgets import QApplication

from homejournal.domain.records.people import Channel, Contact, Way
from homejournal.domain.records.plan import PlanStep, Strategy
from tests.ui.visits.coming.visiting import DAY, TODAY

WAYS = (
    Way(way=Channel.PHONE, value="555-0117"),
    Way(way=Channel.TEXT, value="555-0142", preferred=True),
    Way(way=Channel.IN_PERSON),
)


def a_contact(house, person, days=0, words="Sent the video"):
    contact = Contact(
        id=uuid4(), team=person.id, day=TODAY + days * DAY, way=Channel.TEXT, words=words
    )
    house.journal.records.save(contact)
    return contact


def an_idea(house, person, name, days=0):
    strategy = Strategy(id=uuid4(), child=house.child.id, name=name, suggested_by=person.id)
    step = PlanStep(id=uuid4(), strategy=strategy.id, from_day=TODAY + days * DAY)
    house.journal.records.save(strategy, step)
    return strategy


def names(page):
    return [row.told.name for row in page.rows]


def said(page, hands):
    return " | ".join(hands.texts(page)).replace("\u202f", " ").replace("\u200b", "")


def unfolded(page, place=0):
    """Open the row of a person and return it."""
    row = page.rows[place]
    row.unfold()
    QApplication.processEvents()
    return row
