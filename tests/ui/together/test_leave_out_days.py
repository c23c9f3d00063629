"""Sick or away for the whole home, in one step."""

from datetime import date
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPushButton

from homejournal.domain.records.children import Child
from homejournal.ui.day_rows.dialogs import LeftOutDialog
from homejournal.ui.widgets.button import ToggleButton
from tests.ui.conftest import SUNDAY
from tests.ui.day_lines import choose_of_day
from tests.ui.whole_window.test_every_page import nameless

DAYS = (date(2026, 3, 1), date(2027, 3, 1))


@pytest.fixture
def asked(three, open_window, hands):
    """The dialog for a home of these further children."""

    def opened(*children):
        three.journal.records.save(*children)
        window = open_window(three.journal)
        window.show_child(three.child.id)
        choose_of_day(window.page, "Left out for a few days…")
        return window, window.page.findChild(LeftOutDialog)

    return opened


def marks(house, child):
    return house.journal.days.between(child.id, *DAYS).marks


def test_children_of_one_name_are_told_apart_in_the_step(three, asked, hands):
    window, dialog = asked(Child(id=uuid4(), name="Maya"))
    hands.click(hands.named(dialog, QPushButton, "Everybody"))
    hands.click(hands.named(dialog, QPushButton, "Leave out"))
    assert "Left out for Maya – born May 4, 2024 and Maya: sick" in hands.texts(window)


def test_everybody_is_sick_in_one_step_and_one_undo(three, asked, hands, qtbot):
    luis = Child(id=uuid4(), name="Luis")
    window, dialog = asked(luis)
    assert nameless(dialog) == []
    dialog.end.set_day(date(2026, 3, 24))
    hands.click(hands.named(dialog, QPushButton, "Everybody"))
    assert not hands.named(dialog, QComboBox, "What").isEnabled()
    hands.click(hands.named(dialog, QPushButton, "Leave out"))
    assert "Left out for Maya and Luis: sick" in hands.texts(window)
    for child in (three.child, luis):
        assert [mark.day.day for mark in marks(three, child)] == [22, 23, 24]
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    hands.press("z", modifier=Qt.KeyboardModifier.ControlModifier)
    assert marks(three, three.child) == marks(three, luis) == ()


def test_at_first_it_is_for_the_child_that_is_shown_and_may_be_one_strategy(three, asked, hands):
    luis = Child(id=uuid4(), name="Luis")
    _, dialog = asked(luis)
    which = hands.named(dialog, QComboBox, "What")
    which.setCurrentIndex(2)
    hands.click(hands.named(dialog, QPushButton, "Leave out"))
    (one,) = marks(three, three.child)
    assert one.strategy == three.ids["Sign more"]
    assert marks(three, luis) == ()


def test_a_strategy_is_not_asked_for_where_another_child_is_chosen(three, asked, hands):
    _, dialog = asked(Child(id=uuid4(), name="Luis"))
    which = hands.named(dialog, QComboBox, "What")
    which.setCurrentIndex(2)
    luis = hands.named(dialog, ToggleButton, "Luis")
    hands.click(luis)
    assert (which.currentText(), which.isEnabled()) == ("All strategies", False)
    hands.click(luis)
    assert which.isEnabled()


def test_only_another_child_can_be_away(three, asked, hands):
    luis = Child(id=uuid4(), name="Luis")
    window, dialog = asked(luis)
    hands.click(hands.named(dialog, ToggleButton, "Luis"))
    hands.click(hands.named(dialog, ToggleButton, "Maya"))
    hands.click(hands.named(dialog, QPushButton, "Leave out"))
    assert "Left out for Luis: sick" in hands.texts(window)
    assert len(marks(three, luis)) == 1
    assert marks(three, three.child) == ()


def test_for_nobody_and_for_too_many_days_there_is_a_sentence(three, asked, hands):
    _, dialog = asked(*(Child(id=uuid4(), name=f"Child {n}") for n in range(49)))
    hands.click(hands.named(dialog, ToggleButton, "Maya"))
    hands.click(hands.named(dialog, QPushButton, "Leave out"))
    assert "Choose a child." in hands.texts(dialog)
    hands.click(hands.named(dialog, QPushButton, "Everybody"))
    dialog.end.set_day(date(2026, 12, 24))
    hands.click(hands.named(dialog, QPushButton, "Leave out"))
    said = "In one step there is room for 40 days. Leave the rest out in another one."
    assert said in hands.texts(dialog)
    dialog.end.set_day(SUNDAY)
    hands.click(hands.named(dialog, QPushButton, "Leave out"))
    assert len(marks(three, three.child)) == 1


def test_a_child_put_away_is_not_asked_about_and_one_child_is_no_question(three, asked, hands):
    _, dialog = asked(Child(id=uuid4(), name="Luis", put_away=SUNDAY))
    assert not dialog.findChildren(ToggleButton)
    hands.click(hands.named(dialog, QPushButton, "Leave out"))
    assert len(marks(three, three.child)) == 1


def test_children_of_nearly_one_name_are_told_apart(asked, hands):
    jose = Child(id=uuid4(), name="José", born=date(2024, 5, 4))
    other = Child(id=uuid4(), name="Jose", born=date(2022, 1, 2))
    _, dialog = asked(jose, other)
    said = [button.accessibleName() for button in dialog.findChildren(ToggleButton)]
    assert said == ["Maya", "José – born May 4, 2024", "Jose – born January 2, 2022"]


def test_days_with_entries_are_told_at_once_and_that_these_still_count(three, asked, hands):
    for day in range(8):
        three.journal.days.did_it(three.ids["Sign more"], date(2026, 3, 10 + day))
    window, dialog = asked()
    assert not [text for text in hands.texts(dialog) if "still counts" in text]
    dialog.start.set_day(date(2026, 3, 10))
    (said,) = [text for text in hands.texts(dialog) if "still counts" in text]
    assert "Mar 10" in said or "March 10" in said
    assert "2 more days" in said
    hands.click(hands.named(dialog, QPushButton, "Leave out"))
    assert f"Left out: sick · {said}" in hands.texts(window)
    assert len(marks(three, three.child)) == 13


def test_entries_of_another_strategy_are_not_told(three, asked, hands):
    three.journal.days.did_it(three.ids["Sign more"], date(2026, 3, 22))
    window, dialog = asked()
    assert [text for text in hands.texts(dialog) if "still counts" in text]
    dialog.which.set_value(three.ids["Two choices"])
    dialog.which.picked.emit(three.ids["Two choices"])
    assert not [text for text in hands.texts(dialog) if "still counts" in text]
    hands.click(hands.named(dialog, QPushButton, "Leave out"))
    assert not dialog.isVisible()
    assert any("left out (sick)" in text for text in hands.texts(window))
