"""The form of a child's names and days, and that every part of the page has a name."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit

from homejournal.domain.records.children import Pronoun, ShownName
from homejournal.ui.child.about.child_dialogs import AboutDialog, ChildDialog
from homejournal.ui.widgets.button import Pill
from tests.ui.child.about.test_page import DAY, TODAY, Key, choose_in_menu, said, told, wrote
from tests.ui.forms import dialog, no_dialog, press, type_in
from tests.ui.visits.coming.visiting import undo
from tests.ui.whole_window.test_every_page import nameless


def test_names_and_days_are_changed_in_a_form_of_their_own(house, open_about, hands):
    page = open_about(house)
    choose_in_menu(page, "Name and birthday…")
    type_in(hands, QLineEdit, "Last name (optional)", "Rivera")
    asked = dialog()
    assert isinstance(asked, ChildDialog)
    asked.due.set_day(date(2024, 6, 20))
    press(hands, "Save")
    assert told(house).child == replace(house.child, surname="Rivera", due=date(2024, 6, 20))
    assert "22 months (corrected age 21 months)" in said(page, hands)
    assert "Rivera" not in said(page, hands)
    undo(page)
    assert told(house).child == house.child


@pytest.mark.parametrize(
    ("chosen", "spanish"),
    [
        ("She", "Sobre nuestra hija"),
        ("He", "Sobre nuestro hijo"),
        ("Neither", "Sobre nuestro hijo o hija"),
    ],
)
def test_texts_follow_what_the_family_says(house, open_about, hands, chosen, spanish):
    page = open_about(house)
    page.change_child()
    assert dialog().pronoun.choice() is Pronoun.NEITHER
    hands.click(hands.named(dialog(), Pill, chosen))
    press(hands, "Save")
    assert told(house).child.pronoun == chosen.casefold()
    page.window().set_language("es")
    assert page.window().page.title == spanish
    page.window().desk.editing.undo()
    assert told(house).child == house.child


def test_papers_may_say_our_child(house, open_about, hands):
    page = open_about(house)
    page.change_child()
    assert [pill.text() for pill in dialog().shown_name.pills] == [house.child.name, "our child"]
    hands.click(hands.named(dialog(), Pill, "our child"))
    press(hands, "Save")
    assert told(house).child.shown_name is ShownName.OUR_CHILD
    undo(page)
    assert told(house).child == house.child


def test_a_birthday_may_be_left_out(house, open_about, hands):
    page = open_about(house)
    page.change_child()
    for box in dialog().findChildren(QCheckBox):
        box.setChecked(True)
    press(hands, "Save")
    assert told(house).child.born is None
    assert "months" not in said(page, hands)


@pytest.mark.parametrize(
    ("born", "due", "words"),
    [
        (TODAY + DAY, None, "day is still to come"),
        (TODAY, TODAY + timedelta(weeks=21), "This is far from the birthday."),
        (TODAY, TODAY - timedelta(weeks=5), "This is far from the birthday."),
    ],
)
def test_days_that_cannot_be_are_said_under_their_field(house, open_about, hands, born, due, words):
    page = open_about(house)
    page.change_child()
    asked = dialog()
    asked.born.set_day(born)
    asked.due.set_day(due)
    press(hands, "Save")
    assert words in said(dialog(), hands)
    assert told(house).child == house.child


@pytest.mark.parametrize(
    ("born", "due"),
    [(TODAY, TODAY + timedelta(weeks=20)), (TODAY, TODAY - timedelta(weeks=4)), (None, TODAY)],
)
def test_days_that_can_be_are_taken(house, open_about, hands, born, due):
    page = open_about(house)
    page.change_child()
    asked = dialog()
    asked.born.set_day(born)
    asked.due.set_day(due)
    press(hands, "Save")
    assert (told(house).child.born, told(house).child.due) == (born, due)


def test_a_name_is_needed(house, open_about, hands):
    page = open_about(house)
    page.change_child()
    dialog().name.clear()
    press(hands, "Save")
    assert isinstance(dialog(), ChildDialog)


def test_a_page_without_a_child_does_nothing(empty_journal, open_window):
    from homejournal.ui.child.about.page import AboutChildPage

    window = open_window(empty_journal)
    page = AboutChildPage(window.desk, window)
    page.show()
    page.write()
    page.change_child()
    page.print_page()
    assert no_dialog()


@pytest.mark.parametrize("make", ["write", "change_child", "print_page"])
def test_every_part_of_the_page_and_its_forms_has_a_name(house, open_about, make):
    wrote(house, -1, strengths="She laughs.")
    wrote(house, needs="Time")
    page = open_about(house)
    assert nameless(page) == []
    getattr(page, make)()
    assert nameless(dialog()) == []


def test_ctrl_enter_saves_from_any_field(house, open_about, hands):
    page = open_about(house)
    page.write()
    assert isinstance(dialog(), AboutDialog)
    type_in(hands, QPlainTextEdit, "What our child needs", "Time")
    hands.press(Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    assert no_dialog()
    assert told(house).newest.needs == "Time"
