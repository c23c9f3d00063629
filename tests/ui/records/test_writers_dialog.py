"""The people who write here: added, renamed, taken off the list and put back, without accounts."""

from datetime import date
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from homejournal.domain.records.people import Helper, Home
from homejournal.services.days.days import PracticeTold
from homejournal.texts.display_names import everybody, people_to_choose
from homejournal.texts.wording import wording_of
from homejournal.ui.base.actions import Action
from homejournal.ui.widgets.fields.choices import DropDown, PersonDropDown
from tests.ui.entries import open_entry, rows
from tests.ui.filters import offered_by

Key = Qt.Key
SUNDAY = date(2026, 3, 22)


@pytest.fixture
def window(three, open_window):
    three.journal.days.did_it(
        three.ids["Two choices"], SUNDAY, PracticeTold(rating=2, helper=three.mom.id)
    )
    return open_window(three.journal)


def dialog():
    QApplication.processEvents()
    found = QApplication.activeModalWidget()
    assert found is not None, "no window is open"
    found.activateWindow()
    return found


def press(hands, words):
    hands.click(hands.named(dialog(), QPushButton, words))
    QApplication.processEvents()


def names():
    shown = dialog().list
    return [shown.item(at).text() for at in range(shown.count())]


def choose(name):
    dialog().list.setCurrentRow(names().index(name))


def helpers(house):
    return {helper.name: helper for helper in house.journal.family().helpers.values()}


def test_people_stand_in_the_order_in_which_they_came_with_nothing_beside_their_names(window):
    window.window_actions.do(Action.PEOPLE)
    assert names() == ["Mom", "Grandpa"]


def test_somebody_is_added_and_undo_stands_beside_it(window, hands, three):
    window.window_actions.do(Action.PEOPLE)
    press(hands, "Add somebody…")
    dialog().findChild(QLineEdit).setText("Aunt Zoë")
    press(hands, "Save")
    assert names() == ["Mom", "Grandpa", "Aunt Zoë"]
    press(hands, "Undo")
    assert names() == ["Mom", "Grandpa"]


def test_another_name_stands_beside_everything_they_wrote(window, hands, three):
    window.window_actions.do(Action.PEOPLE)
    choose("Mom")
    press(hands, "Another name…")
    dialog().findChild(QLineEdit).setText("Mamá")
    press(hands, "Save")
    assert names() == ["Mamá", "Grandpa"]
    press(hands, "Close")
    window.open_page("journal")
    assert "Mamá" in rows(window.page)[0]


@pytest.mark.measured
def test_who_is_taken_off_the_list_cannot_be_chosen_and_keeps_their_name(window, hands, three):
    window.desk.preferences.helper = three.mom.id
    window.window_actions.do(Action.PEOPLE)
    choose("Mom")
    press(hands, "Take off the list")
    assert names() == ["Grandpa"]
    assert helpers(three)["Mom"].left == SUNDAY
    press(hands, "Close")
    assert window.desk.helper is None
    family = three.journal.family()
    assert [name for _, name in people_to_choose(wording_of("en"), family)] == ["Grandpa"]
    window.open_page("journal")
    assert "Mom" in rows(window.page)[0]
    assert "Mom" in offered_by(window.page.filter, "Who did it")
    assert len(everybody(wording_of("en"), family)) == 2


def test_the_form_of_an_old_entry_still_says_who_it_was(window, hands, three):
    three.journal.records.save(Helper(id=three.mom.id, name="Mom", left=SUNDAY))
    window.open_page("journal")
    open_entry(window.page)
    hands.click(hands.named(window.page.entry, QPushButton, "Change…"))
    assert "Mom" in [box.currentText() for box in boxes()]


def boxes():
    return dialog().findChildren(PersonDropDown)


def test_who_is_no_longer_on_the_list_is_put_back_or_the_name_deleted(window, hands, three):
    window.window_actions.do(Action.PEOPLE)
    for name in ("Mom", "Grandpa"):
        choose(name)
        press(hands, "Take off the list")
    assert "Nobody is on the list yet." in hands.texts(dialog())
    press(hands, "No longer on the list")
    assert names() == ["Mom", "Grandpa"]
    choose("Grandpa")
    press(hands, "Put back on the list")
    assert names() == ["Mom"]
    press(hands, "Delete the name")
    assert names() == ["Grandpa"], "with nobody left there, the list itself is shown again"
    press(hands, "Close")
    window.open_page("journal")
    assert "somebody whose name is not in the list" in rows(window.page)[0]
    window.desk.editing.undo()
    assert "Mom" in rows(window.page)[0]


def test_of_many_who_write_one_is_found_by_typing(three, open_window, hands):
    many = [Helper(id=uuid4(), name=f"Helper {n}") for n in range(500)]
    three.journal.records.save(
        *many, Helper(id=uuid4(), name="José"), Helper(id=uuid4(), name="Jose")
    )
    window = open_window(three.journal)
    window.window_actions.do(Action.PEOPLE)
    assert dialog().search.hasFocus()
    hands.press("jose")
    assert names() == ["José (1)", "Jose (2)"]
    hands.press(Key.Key_Down)
    hands.press(Key.Key_Down)
    hands.press(Key.Key_Delete)
    assert helpers(three)["Jose"].left == SUNDAY
    assert helpers(three)["José"].left is None


@pytest.mark.measured
def test_in_a_form_of_many_names_one_is_found_by_typing(three, open_window, hands):
    many = [Helper(id=uuid4(), name=f"Helper {n}") for n in range(20)]
    three.journal.records.save(*many)
    three.journal.days.did_it(three.ids["Two choices"], SUNDAY, PracticeTold(rating=2))
    window = open_window(three.journal, page="journal")
    open_entry(window.page)
    hands.click(hands.named(window.page.entry, QPushButton, "Change…"))
    (box,) = boxes()
    box.showPopup()
    assert dialog().field.hasFocus()
    hands.press("19")
    hands.press(Key.Key_Return)
    assert box.currentText() == "Helper 19"
    press(hands, "Save")
    (practice,) = three.day(SUNDAY).practices
    assert practice.helper == many[19].id


def test_a_home_is_offered_only_where_there_are_several(window, hands, three):
    homes = [Home(id=uuid4(), name="Mom’s"), Home(id=uuid4(), name="Dad’s")]
    three.journal.records.save(*homes)
    window.window_actions.do(Action.PEOPLE)
    choose("Grandpa")
    press(hands, "Another name…")
    (box,) = dialog().findChildren(DropDown)
    box.setCurrentIndex(box.findText("Dad’s"))
    press(hands, "Save")
    assert helpers(three)["Grandpa"].home == homes[1].id
