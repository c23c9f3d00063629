"""What the tests of the window's own look at the journal share: its copies, and what it says."""

from uuid import uuid4

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from homejournal.domain.records.notes import Note
from homejournal.ui.base.second_place import choose_place
from homejournal.ui.safe.copies.card import BackupsCard
from homejournal.ui.safe.copies.safety_checks import SafetyChecks
from homejournal.ui.widgets.cards.notice import Notice
from tests.services.passwords import set_password_only
from tests.ui.waiting import settle


@pytest.fixture
def safety(three, open_window):
    return open_window(three.journal).findChild(SafetyChecks)


@pytest.fixture
def stick(safety, three, tmp_path):
    set_password_only(three.journal)
    folder = tmp_path / "stick"
    folder.mkdir()
    place = three.journal.safe.backups.second_place(folder)
    place.begin()
    choose_place(safety._window.desk, folder)
    return place


def look(safety, qtbot):
    safety.look()
    settled(safety, qtbot)


def settled(safety, qtbot):
    settle(safety._window, qtbot, 20_000)


def said(window):
    return [notice.text() for notice in window.frame.findChildren(Notice) if notice.isVisible()]


def said_by(widget):
    return [label.text() for label in widget.findChildren(QLabel)]


def write_notes(three, number, words="note number {n} zebra"):
    for n in range(number):
        text = words.format(n=n)
        day = three.journal.today()
        three.journal.records.save(Note(id=uuid4(), child=three.child.id, day=day, text=text))


def backups_card(safety):
    safety._window.open_page("today")
    safety._window.open_page("safe")
    QApplication.processEvents()
    return safety._window.findChild(BackupsCard)
