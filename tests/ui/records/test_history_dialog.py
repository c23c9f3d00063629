"""Earlier versions of an entry as a person looks at them in the Journal and takes one again."""

from dataclasses import replace
from datetime import date
from functools import partial
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton

from homejournal.domain.errors import DiskFullError
from homejournal.domain.records.notes import Note
from homejournal.services.days.days import PracticeTold
from tests.ui.entries import open_entry
from tests.ui.forms import dialog, press

SUNDAY = date(2026, 3, 22)


@pytest.fixture
def lived(three):
    journal, two = three.journal, three.ids["Two choices"]
    journal.days.did_it(two, SUNDAY, PracticeTold(rating=2, helper=three.mom.id))
    (done,) = three.day().practices
    note = Note(
        id=uuid4(), child=three.child.id, day=SUNDAY, text="The banana", practice=done.id,
        strategy=two,
    )  # fmt: skip
    journal.notes.write(note)
    journal.days.edit(replace(done, rating=4))
    return three


@pytest.fixture
def page(lived, open_window):
    window = open_window(lived.journal, page="journal")
    open_entry(window.page)
    return window.page


def rating(house):
    (done,) = house.day().practices
    return done.rating


def test_what_changed_is_told_and_an_earlier_version_taken_again_as_one_step(page, hands, lived):
    press(hands, "Earlier versions…", page.entry)
    said = hands.texts(dialog())
    assert "Changed: how it went" in said
    assert "How it went: some help" in said
    assert "This is how it looks now." in said
    press(hands, "Take this one again")
    assert rating(lived) == 2
    page.window().desk.editing.undo()
    assert rating(lived) == 4


def test_a_note_has_versions_of_its_own_once_it_was_changed(page, hands, lived):
    (note,) = lived.day().notes
    found = [button.text() for button in page.entry.findChildren(QPushButton)]
    assert found.count("Earlier versions…") == 1, "the note was written once"
    page.window().desk.editing.do(
        "Note", lambda: lived.journal.notes.edit(note, replace(note, text="The apple"))
    )
    QApplication.processEvents()
    (of_note,) = [
        button
        for button in page.entry.findChildren(QPushButton)
        if button.text() == "Earlier versions…" and "apple" in button.accessibleDescription()
    ]
    hands.click(of_note)
    said = " ".join(hands.texts(dialog()))
    assert "The banana" in said
    assert "its history starts over here" in said
    press(hands, "Take this one again")
    assert [one.text for one in lived.day().notes] == ["The banana"]


def test_the_form_of_a_note_leads_to_its_versions_and_closes_once_one_is_taken(page, hands, lived):
    (note,) = lived.day().notes
    lived.journal.notes.edit(note, replace(note, text="The apple"))
    page.heard(None)
    QApplication.processEvents()
    press(hands, "Change the note…", page.entry)
    press(hands, "Earlier versions…")
    press(hands, "Take this one again")
    assert QApplication.activeModalWidget() is None
    assert [one.text for one in lived.day().notes] == ["The banana"]


def test_what_is_typed_in_the_form_is_kept_when_a_version_is_taken(page, hands, lived):
    (note,) = lived.day().notes
    lived.journal.notes.edit(note, replace(note, text="The apple"))
    page.heard(None)
    QApplication.processEvents()
    press(hands, "Change the note…", page.entry)
    form = dialog()
    form.findChild(QPlainTextEdit).setPlainText("The apple and the pear")
    press(hands, "Earlier versions…", form)
    press(hands, "Take this one again")
    assert "The apple and the pear" in lived.journal.drafts.kept().values()


def test_a_full_disk_is_told_where_it_happened_and_nothing_is_lost(page, hands, lived, monkeypatch):
    press(hands, "Earlier versions…", page.entry)

    def full(*_records):
        raise DiskFullError(lived.journal.folder)

    monkeypatch.setattr(lived.journal.history, "restore_version", full)
    press(hands, "Take this one again")
    assert any("full" in text for text in hands.texts(dialog()))
    assert rating(lived) == 4


def test_of_many_versions_some_are_shown_and_more_when_asked_for(page, hands, lived):
    for turn in range(30):
        (done,) = lived.day().practices
        lived.journal.days.edit(replace(done, rating=1 + turn % 4))
    page.heard(None)
    QApplication.processEvents()
    press(hands, "Earlier versions…", page.entry)
    shown = dialog()
    few = len(hands.texts(shown))
    press(hands, "Show earlier ones", shown)
    assert len(hands.texts(shown)) > few
    assert "First version" in hands.texts(shown)


def is_over(page):
    return QApplication.activeModalWidget() is None and not page.desk.worker.busy


def test_earlier_versions_go_for_good_with_the_second_press(page, hands, lived, qtbot):
    press(hands, "Earlier versions…", page.entry)
    press(hands, "Delete the earlier versions for good…")
    assert any(words.startswith("What is there now stays.") for words in hands.texts(dialog()))
    asked = dialog()
    press(hands, "Yes, delete them for good")
    assert "One moment. It is being deleted." in hands.texts(asked)
    qtbot.waitUntil(partial(is_over, page))
    (done,) = lived.day().practices
    assert done.rating == 4
    assert [
        version.record for version in lived.journal.records.history(done.id) if version.record
    ] == [done]
    assert not page.desk.editing.stack.canUndo()


def test_what_cannot_be_deleted_for_good_is_said(page, hands, lived, qtbot, monkeypatch):
    press(hands, "Earlier versions…", page.entry)

    def refused(_record):
        raise DiskFullError(lived.journal.folder)

    monkeypatch.setattr(lived.journal.safe.purging, "forget_earlier", refused)
    press(hands, "Delete the earlier versions for good…")
    press(hands, "Yes, delete them for good")
    qtbot.waitUntil(lambda: any("room" in words for words in hands.texts(dialog())))
    assert dialog().delete.isEnabled()
    dialog().close()
