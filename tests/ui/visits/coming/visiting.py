"""What the tests of visits share: visits, people and questions of a small family."""

from datetime import date, timedelta
from uuid import uuid4

from PySide6.QtWidgets import QApplication

from homejournal.domain.records.people import TeamMember
from homejournal.domain.records.visits import Asked, Visit
from tests.ui.forms import press

DAY = timedelta(days=1)
TODAY = date(2026, 3, 22)


def a_visit(house, days, **said):
    """Write down a visit so many days from today; return it."""
    visit = Visit(id=uuid4(), child=house.child.id, day=TODAY + days * DAY, **said)
    house.journal.records.save(visit)
    return visit


def somebody(house, name="Dana", **said):
    person = TeamMember(id=uuid4(), name=name, **said)
    house.journal.records.save(person)
    return person


def a_question(house, visit, text="Does she point?", **said):
    asked = Asked(id=uuid4(), visit=visit.id, text=text, **said)
    house.journal.records.save(asked)
    return asked


def again(house, record):
    return house.journal.records.get(record.id)


def what_we_agreed(open_visits, hands, house, days=0, **said):
    """Open the form for a visit of so many days ago; return the page and the visit."""
    visit = a_visit(house, -days, **said)
    page = open_visits(house)
    press(hands, "What did we agree?", page)
    return page, visit


def undo(page):
    page.desk.editing.undo()
    QApplication.processEvents()


def offered(menu):
    """Return what a menu behind three dots, or behind a button, offers now."""
    return [line.text() for line in menu.lines]


def choose(menu, words):
    """Choose a line of such a menu."""
    (line,) = [line for line in menu.lines if line.text() == words]
    line.trigger()
    QApplication.processEvents()


def lines(page):
    """Return what the lines of other visits than the next one say."""
    return [row.title().replace("\u202f", " ") for row in rows(page)]


def rows(page):
    return (*page.later.list.cards, *page.past.list.cards)


def unfolded(page, place=0):
    """Open a line and return its details."""
    row = rows(page)[place]
    row.unfold()
    QApplication.processEvents()
    return row.details
