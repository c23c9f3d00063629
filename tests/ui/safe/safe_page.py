"""What the tests of Keep it safe share: waiting for its work, its dialogs, and what they say."""

from uuid import uuid4

import pytest
from PySide6.QtWidgets import QApplication

from homejournal.domain.records.notes import Note
from homejournal.services.days.days import PracticeTold
from tests.ui.waiting import idle


@pytest.fixture
def safe(three, open_window):
    """The window with the page open, and a note in the journal."""
    journal = three.journal
    journal.days.did_it(three.ids["Sign more"], journal.today(), PracticeTold(rating=2))
    said = Note(id=uuid4(), child=three.child.id, day=journal.today(), text="He signed more")
    journal.records.save(said)
    return open_window(journal)


def card(window, name="backups"):
    return window.page.cards[name]


def make_a_copy(window, qtbot):
    card(window).now.setFocus()
    card(window).now.click()
    qtbot.waitUntil(lambda: bool(window.journal.safe.backups.here()) and idle(window))
    qtbot.waitUntil(lambda: window.focusWidget() is card(window).now)


def dialog(window, kind):
    """Return the dialog of that kind which was opened last."""
    found = [one for one in window.findChildren(kind) if one.isVisible()]
    assert found, kind
    return found[-1]


def said_on(hands, window):
    QApplication.processEvents()
    return " ".join(hands.texts(window))
