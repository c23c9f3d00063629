"""Entries of the Journal: corrected, with a time, a mark or a note, and deleted."""

from dataclasses import replace
from datetime import time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPlainTextEdit, QPushButton

from homejournal.domain.errors import DiskFullError
from homejournal.domain.records.notes import Flag
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.ui.widgets.button import Pill
from tests.ui.entries import open_entry, rows
from tests.ui.forms import dialog, pick
from tests.ui.journal.test_page import Key, lived, page

__all__ = ["lived", "page"]

CONTROL = Qt.KeyboardModifier.ControlModifier


def save(hands):
    hands.click(hands.named(dialog(), QPushButton, "Save"))
    QApplication.processEvents()


def undo(page, hands):
    """Press Ctrl+Z where the focus is after the form has closed."""
    page.window().activateWindow()
    QApplication.processEvents()
    assert QApplication.focusWidget() is not None
    hands.press("z", modifier=CONTROL)
    QApplication.processEvents()


def test_a_rating_is_corrected_and_the_correction_taken_back(page, hands, lived):
    open_entry(page, "Two choices · some help")
    hands.click(hands.named(page.entry, QPushButton, "Change…"))
    hands.click(hands.named(dialog(), Pill, "On own"))
    save(hands)
    assert "Two choices · on own" in page.list.currentIndex().data()
    assert "On own" in hands.texts(page.entry)
    page.window().activateWindow()
    QApplication.processEvents()
    assert QApplication.focusWidget() is hands.named(page.entry, QPushButton, "Change…")
    undo(page, hands)
    assert any("Two choices · some help" in row for row in rows(page))


def test_who_and_the_day_can_be_corrected_but_not_to_a_day_to_come(page, hands, lived):
    open_entry(page, "Two choices · some help")
    hands.click(hands.named(page.entry, QPushButton, "Change…"))
    form = dialog()
    pick(form._who.box, "Grandpa")
    form._day.set_day(lived.journal.today() + timedelta(days=1))
    save(hands)
    assert any("still to come" in text for text in hands.texts(form))
    form._day.set_day(lived.journal.today() - timedelta(days=3))
    save(hands)
    assert "March 19" in page.list.currentIndex().data()
    assert "Grandpa" in hands.texts(page.entry)


@pytest.mark.parametrize("words", ["Two choices · some help", "not today", "First word!"])
def test_who_typed_it_is_kept_where_somebody_else_did_it(page, hands, lived, words):
    (note,) = (one for one in lived.day().notes if one.text == "First word!")
    lived.journal.records.save(replace(note, helper=lived.mom.id))
    page.refresh()
    open_entry(page, words)
    change = "Change the note…" if words == note.text else "Change…"
    hands.click(hands.named(page.entry, QPushButton, change))
    pick(dialog()._who.box, "Grandpa")
    save(hands)
    assert "Grandpa" in hands.texts(page.entry)
    assert any("typed by Mom" in text for text in hands.texts(page.entry))
    hands.click(hands.named(page.entry, QPushButton, change))
    pick(dialog()._who.box, "Mom")
    save(hands)
    assert not any("typed by" in text for text in hands.texts(page.entry))


def test_a_number_that_is_none_keeps_the_form_open(house, open_window, hands):
    asleep = house.plan("Asleep", kind=RatingKind.NUMBER, unit="minutes")
    house.journal.days.did_it(asleep, house.journal.today())
    window = open_window(house.journal, page="journal")
    open_entry(window.page, "Asleep")
    hands.click(hands.named(window.page.entry, QPushButton, "Change…"))
    field = dialog().findChild(QLineEdit)
    field.setFocus()
    hands.press("ten")
    save(hands)
    assert "Please write a number, or leave it empty." in hands.texts(dialog())
    assert field.text() == "ten"
    field.clear()
    hands.press("12½")
    save(hands)
    assert "Asleep · 12.5 minutes" in rows(window.page)[0]


def test_a_time_of_day_is_typed_shown_and_taken_away_again(page, hands, lived):
    open_entry(page, "Two choices · some help")
    hands.click(hands.named(page.entry, QPushButton, "Change…"))
    hands.named(dialog(), QLineEdit, "At what time (optional)").setFocus()
    hands.press("1930", Key.Key_Return)
    QApplication.processEvents()
    assert "Mom · 7:30 PM" in [said.replace("\u202f", " ") for said in hands.texts(page.entry)]
    assert "7:30" in page.list.currentIndex().data()
    (practice,) = lived.day().practices
    assert practice.time == time(19, 30)
    hands.click(hands.named(page.entry, QPushButton, "Change…"))
    field = hands.named(dialog(), QLineEdit, "At what time (optional)")
    assert field.text().replace("\u202f", " ") == "7:30 PM"
    field.clear()
    save(hands)
    assert lived.day().practices[0].time is None
    assert "Mom" in hands.texts(page.entry)


def test_what_is_no_time_keeps_the_form_open(page, hands, lived):
    open_entry(page, "Two choices · some help")
    hands.click(hands.named(page.entry, QPushButton, "Change…"))
    field = hands.named(dialog(), QLineEdit, "At what time (optional)")
    field.setFocus()
    hands.press("half past")
    save(hands)
    said = [text.replace("\u202f", " ") for text in hands.texts(dialog())]
    assert "Please write a time such as 7:30 PM, or leave it empty." in said
    assert field.hasFocus()
    assert (field.text(), lived.day().practices[0].time) == ("half past", None)


def test_a_mark_becomes_left_out_with_a_reason(page, hands):
    open_entry(page, "not today")
    hands.click(hands.named(page.entry, QPushButton, "Change…"))
    hands.click(hands.named(dialog(), Pill, "Left out"))
    hands.click(hands.named(dialog(), Pill, "Sick"))
    save(hands)
    assert any("left out: sick" in row for row in rows(page))


def test_a_note_becomes_private_in_one_step_and_back_by_undo(page, hands, lived):
    open_entry(page, "First word!")
    hands.click(hands.named(page.entry, QPushButton, "Change the note…"))
    hands.named(dialog(), QCheckBox, "Private").setFocus()
    hands.press(Key.Key_Space)
    save(hands)
    assert {note.text for note in lived.day().private_notes} == {"I was so tired", "First word!"}
    assert "First word!" not in {note.text for note in lived.day().notes}
    undo(page, hands)
    assert "First word!" in {note.text for note in lived.day().notes}


def test_a_note_is_added_to_a_practice(page, hands, lived):
    open_entry(page, "Sign more")
    hands.click(hands.named(page.entry, QPushButton, "Add a note…"))
    dialog().findChild(QPlainTextEdit).setFocus()
    hands.press("With both hands")
    hands.click(hands.named(dialog(), QPushButton, "Concern"))
    save(hands)
    assert "With both hands" in hands.texts(page.entry)
    yesterday = lived.journal.today() - timedelta(days=1)
    (note,) = lived.day(yesterday).notes
    assert (note.flags, note.practice is not None) == ((Flag.CONCERN,), True)


def test_an_empty_note_is_asked_for_words(page, hands):
    open_entry(page, "First word!")
    hands.click(hands.named(page.entry, QPushButton, "Change the note…"))
    dialog().findChild(QPlainTextEdit).clear()
    save(hands)
    assert any("Please write something" in text for text in hands.texts(dialog()))


def test_typed_text_stays_when_the_disk_is_full(page, hands, lived, monkeypatch):
    def full(*_said, **_more):
        raise DiskFullError(lived.journal.folder)

    monkeypatch.setattr(lived.journal.notes, "edit", full)
    open_entry(page, "First word!")
    hands.click(hands.named(page.entry, QPushButton, "Change the note…"))
    field = dialog().findChild(QPlainTextEdit)
    field.setFocus()
    hands.press(" Mama")
    save(hands)
    assert field.toPlainText() == "First word! Mama"
    assert any("full" in text for text in hands.texts(dialog()))


def test_unfinished_words_are_kept_and_stand_there_again(page, hands, lived):
    open_entry(page, "First word!")
    hands.click(hands.named(page.entry, QPushButton, "Change the note…"))
    dialog().findChild(QPlainTextEdit).setFocus()
    hands.press(" It was")
    page.keep_typing()
    assert "First word! It was" in lived.journal.drafts.kept().values()
    dialog().reject()
    assert "not saved yet" in " ".join(hands.texts(dialog()))
    dialog().reject()
    assert lived.journal.drafts.kept() == {}


def test_what_is_deleted_can_be_brought_back_with_its_notes(page, hands):
    open_entry(page, "Two choices · some help")
    page.list.setFocus()
    hands.press(Key.Key_Delete)
    assert not any("some help" in row for row in rows(page))
    page.show_deleted()
    QApplication.processEvents()
    hands.click(hands.named(page.bin, QPushButton, "Bring it back"))
    hands.click(hands.named(page, QPushButton, "Back to the journal"))
    QApplication.processEvents()
    open_entry(page, "some help")
    assert "She chose the banana" in hands.texts(page.entry)
