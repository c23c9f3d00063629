"""What the tests of deleting for good share: its card, its dialogs, and words to look for."""

from uuid import uuid4

import pytest
from PySide6.QtWidgets import QApplication

from homejournal.domain.records.notes import Note
from homejournal.ui.delete_for_good.delete_dialog import DeleteForGoodDialog
from tests.ui.waiting import settle

WORDS = "zqvkxjwphd uncommon"


@pytest.fixture
def window(three, open_window, qtbot):
    window = open_window(three.journal, page="safe", place="deleting")
    settle(window, qtbot)
    return window


@pytest.fixture
def card(window):
    return window.page.cards["deleting"]


def dialogs(kind):
    return [
        widget
        for widget in QApplication.topLevelWidgets()
        if type(widget) is kind and widget.isVisible()
    ]


def dialog(kind):
    (found,) = dialogs(kind)
    return found


def opened(card, going, kind=DeleteForGoodDialog):
    card.buttons[going].click()
    QApplication.processEvents()
    return dialog(kind)


def a_note(house, words=WORDS):
    said = Note(id=uuid4(), child=house.child.id, day=house.journal.today(), text=words)
    house.journal.notes.write(said)
    return said
