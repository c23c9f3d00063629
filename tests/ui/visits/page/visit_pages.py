"""What the tests of the Visit page share: writing notes, and the ways a page leaves."""

from datetime import date
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QFileDialog, QLineEdit, QPushButton

from homejournal.domain.records.notes import Note
from homejournal.ui.kit.paper_output import PasswordDialog

FIRST = date(2026, 3, 10)
RIGHT = "our café 3"
"""A password that fits."""


@pytest.fixture
def ready(visited):
    """A family with a visit coming; a test may write more before the page opens."""
    return visited


@pytest.fixture
def page(ready, open_visit_page):
    return open_visit_page(ready)


def note(house, text, day=FIRST, kind=Note, **said):
    made = kind(id=uuid4(), child=house.child.id, day=day, text=text, **said)
    house.journal.notes.write(made)
    return made


def settled(page, qtbot):
    """Wait until what is shown is what was drawn."""
    render = page._render
    qtbot.waitUntil(
        lambda: not render.busy and render._last and render._last[0] == page.shown,
        timeout=20_000,
    )


def choose_way(page, words):
    (line,) = [one for one in page.head.more.lines if one.text() == words]
    line.trigger()


def of_kind(page, kind):
    """The one dialog of that kind which is open."""
    QApplication.processEvents()
    (found,) = [one for one in page.findChildren(kind) if one.isVisible()]
    return found


def save_there(page, path):
    dialog = of_kind(page, QFileDialog)
    dialog.findChild(QLineEdit).setText(str(path))
    dialog.accept()


def lock_with(page, hands, password, again=None):
    dialog = of_kind(page, PasswordDialog)
    dialog.password.setText(password)
    dialog.again.setText(password if again is None else again)
    hands.click(hands.named(dialog, QPushButton, "Save the file…"))
    return dialog


def tick(page, hands, words):
    page.choices.show_list(shown=True)
    (box,) = [
        one
        for one in page.choices.findChildren(QCheckBox)
        if one.accessibleName() == words and one.isVisible()
    ]
    page.window().activateWindow()
    box.setFocus()
    QApplication.processEvents()
    hands.press(Qt.Key.Key_Space)
