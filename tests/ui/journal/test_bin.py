"""What was deleted as a person looks at it in the Journal, and brings it back."""

from datetime import timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from homejournal.domain.records.notes import Note
from homejournal.domain.records.visits import Asked, Visit

Key = Qt.Key


@pytest.fixture
def page(three, open_at):
    return open_at("journal", three)


def open_bin(page, hands):
    page.show_deleted()
    QApplication.processEvents()


def lines(page):
    return [page.bin.list.item(at).text() for at in range(page.bin.list.count())]


def choose(page, words):
    at = next(n for n, line in enumerate(lines(page)) if words in line)
    page.bin.list.setCurrentRow(at)
    QApplication.processEvents()


def notes(house, many):
    day = house.journal.today()
    return [
        Note(id=uuid4(), child=house.child.id, day=day - timedelta(days=n), text=f"Note {n}")
        for n in range(many)
    ]


def deleted(house, *records):
    house.journal.records.save(*records)
    for record in records:
        house.journal.records.delete(record.id)


def test_an_empty_bin_says_what_it_is_for(page, hands):
    open_bin(page, hands)
    assert "Nothing was deleted" in hands.texts(page.bin)
    hands.click(hands.named(page.bin, QPushButton, "Back to the journal"))
    assert not page.bin.isVisible()


def test_what_was_deleted_stands_under_headings_and_comes_back_whole(page, hands, three):
    visit = Visit(id=uuid4(), child=three.child.id, day=three.journal.today())
    asked = Asked(id=uuid4(), visit=visit.id, text="Does she point?")
    three.journal.records.save(visit, asked)
    three.journal.visits.remove(visit)
    deleted(three, *notes(three, 1))
    open_bin(page, hands)
    assert [line.split(" · ")[-1] for line in lines(page)] == [
        "Entries and notes",
        "Note 0",
        "Visits",
        "Visit: March 22, 2026",
    ]
    assert "until it is deleted for good" in " ".join(hands.texts(page.bin))
    choose(page, "Visit:")
    hands.click(hands.named(page.bin, QPushButton, "Bring it back"))
    QApplication.processEvents()
    assert three.journal.visits.asked(three.child.id)[0].asked == asked
    assert not any("Visit:" in line for line in lines(page))
    page.window().desk.editing.undo()
    assert any("Visit:" in line for line in lines(page)), "the bin follows Undo"


def test_a_heading_cannot_be_chosen_and_the_arrow_keys_pass_over_it(page, hands, three):
    visit = Visit(id=uuid4(), child=three.child.id, day=three.journal.today())
    deleted(three, *notes(three, 1), visit)
    open_bin(page, hands)
    page.bin.list.setFocus()
    assert "Note 0" in page.bin.list.currentItem().text()
    hands.press(Key.Key_Down)
    assert "Visit:" in page.bin.list.currentItem().text()


def test_of_many_some_are_shown_and_earlier_ones_when_asked_for(page, hands, three):
    deleted(three, *notes(three, 20))
    open_bin(page, hands)
    assert len(lines(page)) == 14
    choose(page, "Show earlier ones")
    assert "Choose an entry to read it whole." in hands.texts(page.bin)
    page.bin.list.setFocus()
    hands.press(Key.Key_Return)
    QApplication.processEvents()
    assert len(lines(page)) == 21
    assert "Note 7" in page.bin.list.currentItem().text(), "one reads on where one was"


def test_the_chosen_entry_is_read_whole(page, hands, three):
    deleted(three, *notes(three, 1))
    open_bin(page, hands)
    said = hands.texts(page.bin)
    assert "The note: Note 0" in said
    assert any(text.startswith("Deleted: March 22, 2026 at") for text in said)


def test_in_a_narrow_window_what_is_chosen_stands_under_the_list(page, hands, three):
    deleted(three, *notes(three, 3))
    page.window().resize(640, 640)
    open_bin(page, hands)
    assert page.bin.panel.geometry().top() > page.bin.list.geometry().bottom()
