"""About our child as a person uses it: writing, dated versions, kept words, names and days."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton

from homejournal.domain.errors import DiskFullError
from homejournal.domain.records.children import About, Child
from homejournal.domain.records.record import Kind
from homejournal.ui.base.actions import Action
from homejournal.ui.child.about.page import EarlierVersions
from homejournal.ui.widgets.button import MoreButton, ToggleButton
from tests.ui.forms import dialog, field, no_dialog, press, type_in
from tests.ui.visits.coming.visiting import undo

Key = Qt.Key
TODAY = date(2026, 3, 22)
DAY = timedelta(days=1)
STRENGTHS = "Strengths"


def wrote(house, days=0, **said):
    version = About(id=uuid4(), child=house.child.id, day=TODAY + days * DAY, **said)
    house.journal.records.save(version)
    return version


def told(house):
    return house.journal.about.told(house.child.id, TODAY)


def said(page, hands):
    return " | ".join(hands.texts(page)).replace("\u200b", "")


def buttons(page):
    shown = [button.text() for button in page.findChildren(QPushButton) if button.isVisible()]
    return [words for words in shown if words]


def menu(page):
    """Return what stands behind the three dots."""
    return [line.text() for line in page.findChild(MoreButton).lines]


def choose_in_menu(page, words):
    next(line for line in page.findChild(MoreButton).lines if line.text() == words).trigger()
    QApplication.processEvents()


def test_the_page_opens_from_the_menu_with_its_key(house, open_window):
    window = open_window(house.journal)
    action = window.menus.action(Action.ABOUT_CHILD)
    assert action.shortcut().toString() == "Ctrl+8"
    action.trigger()
    assert window.page.title == "About our child"


def test_an_empty_page_shows_the_child_and_the_first_step(house, open_about, hands):
    page = open_about(house)
    words = said(page, hands)
    assert "Maya | 22 months · Born on May 4, 2024" in words
    assert "Nothing is written down yet" in words
    assert buttons(page) == ["Write about our child"]
    assert menu(page) == ["Name and birthday…", "Choose a photo…", "Put the journal away…"]
    page.print_page()
    assert no_dialog()


def test_what_is_typed_stands_on_the_page_and_can_be_undone(house, open_about, hands):
    page = open_about(house)
    press(hands, "Write about our child", page)
    type_in(hands, QPlainTextEdit, "How we like to talk about our child", "We say autistic.")
    hands.click(hands.named(dialog(), ToggleButton, "signs"))
    type_in(hands, QPlainTextEdit, "In another way", "her cup, a song")
    edit = type_in(hands, QPlainTextEdit, STRENGTHS, "She laughs.")
    hands.press(Key.Key_Return, "She climbs.")
    assert edit.text() == "She laughs.\nShe climbs."
    press(hands, "Save")

    assert no_dialog()
    words = said(page, hands)
    assert "We say autistic." in words
    assert "Signs, her cup, a song" in words
    assert "She laughs.\nShe climbs." in words
    assert "Written on March 22, 2026" in words
    undo(page)
    assert told(house).empty
    assert told(house).child == house.child


def test_saving_on_another_day_keeps_the_earlier_words_to_read(house, open_about, hands):
    old = wrote(house, -10, strengths="She laughs.", needs="Time")
    page = open_about(house)
    press(hands, "Change what we wrote…", page)
    assert "Written on March 12, 2026." in said(dialog(), hands)
    type_in(hands, QPlainTextEdit, STRENGTHS, "She sings.")
    press(hands, "Save")

    newest, before = told(house).versions
    assert (newest.day, newest.strengths, newest.needs) == (TODAY, "She sings.", "Time")
    assert before == old
    assert "She laughs." not in said(page, hands)
    hands.click(hands.named(page, ToggleButton, "What we wrote before"))
    hands.click(hands.named(page, ToggleButton, "Written on March 12, 2026"))
    assert "She laughs." in said(page, hands)


def test_saving_again_on_the_same_day_changes_that_day(house, open_about, hands):
    wrote(house, strengths="She laughs.")
    page = open_about(house)
    press(hands, "Change what we wrote…", page)
    assert "You can add to it any time." in said(dialog(), hands)
    type_in(hands, QPlainTextEdit, STRENGTHS, "She sings.")
    press(hands, "Save")
    (only,) = told(house).versions
    assert only.strengths == "She sings."
    assert "What we wrote before" not in said(page, hands)


def test_ways_can_be_taken_away_and_are_kept_once(house, open_about, hands):
    house.journal.records.save(replace(house.child, communicates=("signs", "her cup")))
    page = open_about(house)
    press(hands, "Change what we wrote…", page)
    hands.click(hands.named(dialog(), ToggleButton, "her cup"))
    type_in(hands, QPlainTextEdit, "In another way", "signs, looking")
    press(hands, "Save")
    assert told(house).child.communicates == ("signs", "looking")


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        (STRENGTHS, "x" * 2001),
        ("How we like to talk about our child", "x" * 2001),
        ("In another way", "y" * 201),
    ],
)
def test_what_is_too_long_is_said_under_its_field_and_stays(house, open_about, hands, name, typed):
    page = open_about(house)
    page.write()
    edit = field(QPlainTextEdit, name)
    edit.set_text(typed)
    press(hands, "Save")
    assert "letters" in said(dialog(), hands)
    assert edit.text() == typed
    assert QApplication.focusWidget() is edit
    assert told(house).empty


@pytest.mark.usefixtures("drafts_at_once")
def test_unfinished_words_are_there_again_after_a_stop(house, open_about, hands, qtbot):
    wrote(house, -1, strengths="She laughs.")
    page = open_about(house)
    page.write()
    type_in(hands, QPlainTextEdit, STRENGTHS, "She sings and")
    place = f"about:{house.child.id}:strengths"
    qtbot.waitUntil(lambda: place in house.journal.drafts.kept())
    dialog().hide()  # the computer stops; nobody pressed Cancel

    page.write()
    assert "Not saved yet: this is what you typed last time." in said(dialog(), hands)
    assert field(QPlainTextEdit, STRENGTHS).text() == "She sings and"
    press(hands, "Save")
    assert house.journal.drafts.kept() == {}
    assert told(house).newest.strengths == "She sings and"


def test_words_are_dropped_only_where_somebody_cancels_on_purpose(house, open_about, hands):
    page = open_about(house)
    page.write()
    type_in(hands, QPlainTextEdit, STRENGTHS, "She sings and")
    asked = dialog()
    asked.field_drafts[2].keep()
    press(hands, "Cancel")
    assert dialog() is asked
    assert len(house.journal.drafts.kept()) == 1
    press(hands, "Cancel")
    assert no_dialog()
    assert house.journal.drafts.kept() == {}


def test_a_full_disk_is_said_in_the_form_and_loses_nothing(house, open_about, hands, monkeypatch):
    page = open_about(house)
    page.write()
    edit = type_in(hands, QPlainTextEdit, STRENGTHS, "She sings.")

    def full(*_said, **_more):
        raise DiskFullError(house.journal.folder)

    monkeypatch.setattr(house.journal.about, "save", full)
    press(hands, "Save")
    assert edit.text() == "She sings."
    assert "disk" in said(dialog(), hands).casefold()


def test_a_part_without_words_is_one_quiet_line(house, open_about, hands):
    wrote(house, strengths="She laughs.")
    words = said(open_about(house), hands)
    assert "Strengths | She laughs." in words
    assert "What our child needs: nothing yet" in words


def test_children_have_pages_of_their_own(house, open_about, hands):
    ada = Child(id=uuid4(), name="Ada")
    house.journal.records.save(ada)
    wrote(house, -2, strengths="She laughs.")
    wrote(house, -1, strengths="She sings.")
    page = open_about(house)
    hands.click(hands.named(page, ToggleButton, "What we wrote before"))
    hands.click(hands.named(page, ToggleButton, "Written on March 20, 2026"))
    page.set_child(ada.id)
    assert "She laughs." not in said(page, hands)
    assert "Ada" in said(page, hands)
    page.set_child(house.child.id)
    assert "She laughs." not in said(page, hands)


def test_many_versions_open_a_few_at_a_time(house, open_about, hands):
    for days in range(-9, 1):
        wrote(house, days, strengths=f"Day {days}")
    page = open_about(house)
    earlier = page.findChild(EarlierVersions)
    hands.click(hands.named(page, ToggleButton, "What we wrote before"))

    def shown():
        return [button for button in earlier.findChildren(ToggleButton) if button.isVisible()][1:]

    assert len(shown()) == 6
    hands.click(hands.named(page, QPushButton, "Show all"))
    assert len(shown()) == 9
    assert page.window().focusWidget() is shown()[6]
    shown()[8].click()
    assert "Day -9" in said(page, hands)
    wrote(house, -20, strengths="Long ago")
    page.heard(frozenset({Kind.ABOUT}))
    assert "Day -9" in said(page, hands)
    shown()[8].click()
    assert "Day -9" not in said(page, hands)


def test_an_emptied_page_still_shows_what_was_written_before(house, open_about, hands):
    wrote(house, -1, strengths="She laughs.")
    wrote(house)
    page = open_about(house)
    assert "Nothing is written down yet" not in said(page, hands)
    assert "In our words" not in said(page, hands)
    hands.click(hands.named(page, ToggleButton, "What we wrote before"))
    assert "Written on March 21, 2026" in said(page, hands)


def test_a_journal_that_is_only_read_offers_paper_alone(house, open_about, monkeypatch):
    wrote(house, strengths="She laughs.")
    monkeypatch.setattr(type(house.journal), "read_only_because", DiskFullError(None))
    page = open_about(house)
    assert buttons(page) == ["A page for new people…"]
    page.write()
    assert no_dialog()
