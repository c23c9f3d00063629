"""What the tests of visits share: a small family with visits, and ways to fill in a form."""

from datetime import date, timedelta
from uuid import uuid4

from PySide6.QtWidgets import QApplication, QPushButton

from homejournal.domain.people import TeamMember
from homejournal.domain.visits import Asked, Visit

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


def dialog():
    QApplication.processEvents()
    found = QApplication.activeModalWidget()
    assert found is not None, "no form is open"
    return found


def no_dialog():
    QApplication.processEvents()
    return QApplication.activeModalWidget() is None


def field(kind, name, inside=None):
    """Return the visible field of the open form that is called so."""
    (found,) = [
        one
        for one in (inside or dialog()).findChildren(kind)
        if one.accessibleName() == name and one.isVisible()
    ]
    return found


def type_in(hands, kind, name, words):
    edit = field(kind, name)
    edit.setFocus()
    edit.selectAll()
    hands.press(words)
    return edit


def press(hands, name, inside=None):
    hands.click(hands.named(inside or dialog(), QPushButton, name))
    QApplication.processEvents()


def undo(page):
    page.desk.editing.undo()
    QApplication.processEvents()
