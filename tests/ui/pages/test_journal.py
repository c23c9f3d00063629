"""The Journal as a person uses it: find, read, correct, delete, bring back."""

from dataclasses import replace
from datetime import time, timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
)

from homejournal.domain.errors import DiskFullError
from homejournal.domain.notes import Flag, Note, PrivateNote
from homejournal.domain.ratings import RatingKind
from homejournal.domain.timeline import TimelineFilter
from homejournal.services.days import MarkTold, PracticeTold
from homejournal.ui.widgets.pill import Pill

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def lived(three):
    """Some days of writing: practices, a mark, notes with flags, a private note."""
    journal, today = three.journal, three.journal.today()
    two, sign = three.ids["Two choices"], three.ids["Sign more"]
    journal.days.did_it(two, today, PracticeTold(rating=2, helper=three.mom.id))
    journal.days.did_it(sign, today - timedelta(days=1), PracticeTold(rating=4))
    journal.days.not_today(
        three.child.id, today - timedelta(days=2), MarkTold(strategy=two, helper=three.mom.id)
    )
    practice = journal.days.between(three.child.id, today, today).practices[0]
    for text, kind, said in (
        ("She chose the banana", Note, {"practice": practice.id, "strategy": two}),
        ("First word!", Note, {"flags": (Flag.CELEBRATION,)}),
        ("I was so tired", PrivateNote, {}),
    ):
        journal.notes.write(kind(id=uuid4(), child=three.child.id, day=today, text=text, **said))
    return three


@pytest.fixture
def page(lived, open_window):
    window = open_window(lived.journal)
    window.open_page("journal")
    QApplication.processEvents()
    return window.page


def rows(page):
    return [page.model.index(at).data() for at in range(page.model.rowCount())]


def choose(page, words):
    at = next(n for n, row in enumerate(rows(page)) if words in row)
    page.list.setCurrentIndex(page.model.index(at))
    QApplication.processEvents()


def dialog():
    QApplication.processEvents()
    found = QApplication.activeModalWidget()
    assert found is not None, "no form is open"
    return found


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


def pick(box, words):
    box.setCurrentIndex(box.findText(words))


def test_everything_written_stands_in_the_list_newest_first(page):
    said = rows(page)
    assert len(said) == 5
    assert sum("March 22" in row for row in said) == 3
    assert "Sign more · on own" in said[3]
    assert "not today" in said[4]
    assert any("She chose the banana" in row for row in said)
    assert any("Private" in row for row in said)


def test_typing_narrows_the_list_with_each_key_and_show_all_brings_everything_back(
    page, hands, qtbot
):
    page.search()
    hands.press("bana")
    assert len(rows(page)) == 1
    assert "hidden, not lost" in " ".join(hands.texts(page))
    qtbot.waitUntil(lambda: any("1 entry fits" in text for text in hands.texts(page)))
    hands.click(hands.named(page, QPushButton, "Show all"))
    assert len(rows(page)) == 5
    assert page.filter.search.text() == ""


def test_a_search_without_a_find_says_so_kindly(page, hands):
    page.search()
    hands.press("zebra")
    assert "Nothing fits" in hands.texts(page)
    hands.press(Key.Key_Escape)
    assert len(rows(page)) == 5


def test_filters_narrow_by_strategy_person_and_kind_of_note(page, lived):
    pick(page.filter.strategy, "Sign more")
    assert len(rows(page)) == 1
    page.show_all()
    pick(page.filter.person, "Mom")
    assert len(rows(page)) == 2
    page.show_all()
    pick(page.filter.flag, "Celebration")
    assert len(rows(page)) == 1


def test_another_page_can_open_the_journal_narrowed(page, lived):
    page.open_at(TimelineFilter(child=lived.child.id, strategy=lived.ids["Sign more"]))
    assert len(rows(page)) == 1
    assert page.filter.strategy.currentText() == "Sign more"


def test_the_chosen_entry_is_read_whole_beside_the_list(page, hands):
    choose(page, "Two choices · some help")
    said = hands.texts(page.entry)
    assert {"Sunday, March 22, 2026", "Two choices", "Some help", "Mom"} <= set(said)
    assert "She chose the banana" in said


def test_a_rating_is_corrected_and_the_correction_taken_back(page, hands, lived):
    choose(page, "Two choices · some help")
    hands.click(hands.named(page.entry, QPushButton, "Change…"))
    hands.click(hands.named(dialog(), Pill, "On own"))
    save(hands)
    assert "Two choices · on own" in rows(page)[page.list.currentIndex().row()]
    assert "On own" in hands.texts(page.entry)
    page.window().activateWindow()
    QApplication.processEvents()
    assert QApplication.focusWidget() is hands.named(page.entry, QPushButton, "Change…")
    undo(page, hands)
    assert any("Two choices · some help" in row for row in rows(page))


def test_who_and_the_day_can_be_corrected_but_not_to_a_day_to_come(page, hands, lived):
    choose(page, "Two choices · some help")
    hands.click(hands.named(page.entry, QPushButton, "Change…"))
    form = dialog()
    pick(form._who.box, "Grandpa")
    form._day.set_day(lived.journal.today() + timedelta(days=1))
    save(hands)
    assert any("still to come" in text for text in hands.texts(form))
    form._day.set_day(lived.journal.today() - timedelta(days=3))
    save(hands)
    assert "March 19" in rows(page)[page.list.currentIndex().row()]
    assert "Grandpa" in hands.texts(page.entry)


@pytest.mark.parametrize("words", ["Two choices · some help", "not today", "First word!"])
def test_who_typed_it_is_kept_where_somebody_else_did_it(page, hands, lived, words):
    (note,) = (one for one in lived.day().notes if one.text == "First word!")
    lived.journal.records.save(replace(note, helper=lived.mom.id))
    page.refresh()
    choose(page, words)
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
    window = open_window(house.journal)
    window.open_page("journal")
    choose(window.page, "Asleep")
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
    choose(page, "Two choices · some help")
    hands.click(hands.named(page.entry, QPushButton, "Change…"))
    hands.named(dialog(), QLineEdit, "At what time (optional)").setFocus()
    hands.press("1930", Key.Key_Return)
    QApplication.processEvents()
    assert "Mom · 7:30 PM" in [said.replace("\u202f", " ") for said in hands.texts(page.entry)]
    assert "7:30" in rows(page)[page.list.currentIndex().row()]
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
    choose(page, "Two choices · some help")
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
    choose(page, "not today")
    hands.click(hands.named(page.entry, QPushButton, "Change…"))
    hands.click(hands.named(dialog(), Pill, "Left out"))
    hands.click(hands.named(dialog(), Pill, "Sick"))
    save(hands)
    assert any("left out: sick" in row for row in rows(page))


def test_a_note_becomes_private_in_one_step_and_back_by_undo(page, hands, lived):
    choose(page, "First word!")
    hands.click(hands.named(page.entry, QPushButton, "Change the note…"))
    hands.named(dialog(), QCheckBox, "Private").setFocus()
    hands.press(Key.Key_Space)
    save(hands)
    assert {note.text for note in lived.day().private_notes} == {"I was so tired", "First word!"}
    assert "First word!" not in {note.text for note in lived.day().notes}
    undo(page, hands)
    assert "First word!" in {note.text for note in lived.day().notes}


def test_a_note_is_added_to_a_practice(page, hands, lived):
    choose(page, "Sign more")
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
    choose(page, "First word!")
    hands.click(hands.named(page.entry, QPushButton, "Change the note…"))
    dialog().findChild(QPlainTextEdit).clear()
    save(hands)
    assert any("Please write something" in text for text in hands.texts(dialog()))


def test_typed_text_stays_when_the_disk_is_full(page, hands, lived, monkeypatch):
    def full(*_said, **_more):
        raise DiskFullError(lived.journal.folder)

    monkeypatch.setattr(lived.journal.notes, "edit", full)
    choose(page, "First word!")
    hands.click(hands.named(page.entry, QPushButton, "Change the note…"))
    field = dialog().findChild(QPlainTextEdit)
    field.setFocus()
    hands.press(" Mama")
    save(hands)
    assert field.toPlainText() == "First word! Mama"
    assert any("full" in text for text in hands.texts(dialog()))


def test_unfinished_words_are_kept_and_stand_there_again(page, hands, lived):
    choose(page, "First word!")
    hands.click(hands.named(page.entry, QPushButton, "Change the note…"))
    dialog().findChild(QPlainTextEdit).setFocus()
    hands.press(" It was")
    page.put_down()
    assert "First word! It was" in lived.journal.drafts.kept().values()
    dialog().reject()
    assert "not saved yet" in " ".join(hands.texts(dialog()))
    dialog().reject()
    assert lived.journal.drafts.kept() == {}


def test_what_is_deleted_can_be_brought_back_with_its_notes(page, hands):
    choose(page, "Two choices · some help")
    page.list.setFocus()
    hands.press(Key.Key_Delete)
    assert not any("some help" in row for row in rows(page))
    hands.click(hands.named(page, QPushButton, "Recently deleted"))
    QApplication.processEvents()
    hands.click(hands.named(page.bin, QPushButton, "Bring it back"))
    hands.click(hands.named(page, QPushButton, "Back to the journal"))
    QApplication.processEvents()
    choose(page, "some help")
    assert "She chose the banana" in hands.texts(page.entry)


def test_the_choice_stays_on_the_next_entry_after_deleting(page, hands):
    page.list.setFocus()
    page.list.setCurrentIndex(page.model.index(1))
    following = rows(page)[2]
    hands.press(Key.Key_Delete)
    assert rows(page)[page.list.currentIndex().row()] == following


def test_in_a_narrow_window_the_entry_takes_the_place_of_the_list(page, hands):
    page.window().resize(640, 640)
    QApplication.processEvents()
    choose(page, "First word!")
    assert not page.entry.isVisible()
    page.list.setFocus()
    hands.press(Key.Key_Return)
    assert page.entry.isVisible()
    assert not page.list.isVisible()
    hands.click(hands.named(page.entry, QPushButton, "Back to the list"))
    assert page.list.hasFocus()


def test_an_entry_opens_its_day(page, hands, lived):
    choose(page, "Sign more")
    hands.click(hands.named(page.entry, QPushButton, "Open this day"))
    window = page.window()
    assert (window.page_name, window.page.day) == (
        "today",
        lived.journal.today() - timedelta(days=1),
    )


def test_a_journal_without_entries_invites_to_today(three, open_window, hands):
    window = open_window(three.journal)
    window.open_page("journal")
    QApplication.processEvents()
    hands.click(hands.named(window.page, QPushButton, "Go to today"))
    assert window.page_name == "today"


STRANGE = [
    "a" * 10_000,
    "👩‍👧 سعيد <b>bold</b> $x^2$ #let",
    "\u202eevil\u202c",
    "line\nline\n" * 50,
]


@pytest.mark.parametrize("text", STRANGE, ids=["long", "signs", "turned", "lines"])
def test_strange_notes_are_shown_as_they_were_written(page, hands, lived, text, qtbot):
    note = Note(id=uuid4(), child=lived.child.id, day=lived.journal.today(), text=text)
    lived.journal.notes.write(note)
    page.heard(None)
    at = page.model.row_of(note.id)
    page.list.setCurrentIndex(page.model.index(at))
    page.list.scrollTo(page.model.index(at))
    QApplication.processEvents()
    shown = "".join(hands.texts(page.entry)).replace("\u200b", "")
    assert text.replace("\u200b", "").strip() in shown


def test_a_journal_that_can_only_be_read_offers_no_changes(lived, open_window, hands):
    lived.journal._why = DiskFullError(lived.journal.folder)
    window = open_window(lived.journal)
    window.open_page("journal")
    QApplication.processEvents()
    choose(window.page, "Two choices")
    shown = hands.texts(window.page.entry)
    assert not {"Change…", "Delete", "Add a note…"} & set(shown)
    window.page.list.setFocus()
    hands.press(Key.Key_Delete)
    assert len(rows(window.page)) == 5


def test_boxes_of_the_filter_name_themselves(page):
    names = {box.accessibleName() for box in page.filter.findChildren(QComboBox)}
    assert names == {"Strategy", "Person", "Kind of note"}


def test_a_renamed_strategy_is_renamed_in_the_list(page, lived):
    strategy = lived.journal.family().strategies[lived.ids["Sign more"]]
    page.desk.editing.do(
        "x", lambda: lived.journal.records.save(replace(strategy, name="Sign again"))
    )
    assert any("Sign again" in row for row in rows(page))
