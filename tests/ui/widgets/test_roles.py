"""What a program that reads the screen is told that parts are."""

import pytest
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtWidgets import QPushButton

from homejournal.ui.widgets.button import MenuButton, ToggleButton
from homejournal.ui.widgets.fields.answer_bar import AnswerBar
from homejournal.ui.widgets.fields.choices import MultipleChoice, SingleChoice
from homejournal.ui.widgets.roles import begin_telling
from homejournal.ui.widgets.wrapping_labels import WrapLabel

Role = QAccessible.Role


@pytest.fixture
def told(dress, qtbot):
    begin_telling()
    parts = []

    def tell(part):
        qtbot.addWidget(part)
        parts.append(part)
        return QAccessible.queryAccessibleInterface(part)

    return tell


def name(one):
    return one.text(QAccessible.Text.Name)


@pytest.mark.parametrize("look", ["title", "heading"])
def test_titles_are_headings_with_their_words(told, look):
    one = told(WrapLabel("Next visit", look))
    assert (one.role(), name(one)) == (Role.Heading, "Next visit")


def test_a_heading_that_is_shown_shortened_is_told_whole(told):
    assert name(told(WrapLabel("Pause and wait", "heading", most=5))) == "Pause and wait"


def test_other_words_stay_text(told):
    assert told(WrapLabel("At home", "muted")).role() == Role.StaticText


def test_a_button_that_opens_a_menu_says_so(told, qtbot):
    button = MenuButton("Plan files", [("all", "All of it")])
    one = told(button)
    assert (one.role(), name(one)) == (Role.ButtonMenu, "Plan files")
    assert one.state().hasPopup
    assert one.state().focusable
    press(one)
    qtbot.waitUntil(button.lines[0].associatedObjects()[0].isVisible)
    button.lines[0].associatedObjects()[0].close()


def test_what_shows_and_hides_something_is_no_check_box_but_folds(told, qtbot):
    button = ToggleButton("Show table")
    one = told(button)
    assert (one.role(), name(one)) == (Role.Button, "Show table")
    assert (one.state().expandable, one.state().expanded, one.state().collapsed) == (1, 0, 1)
    press(one)
    qtbot.waitUntil(button.isChecked)
    assert (one.state().expanded, one.state().collapsed) == (1, 0)


def test_that_something_was_shown_is_told(told, qtbot, monkeypatch):
    button, events = ToggleButton("Show table"), []
    told(button)
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", events.append)
    button.click()
    assert [event.object() for event in events] == [button]
    assert events[0].changedStates().expanded


def test_what_cannot_be_pressed_now_is_not_pressed_from_outside_either(told, qtbot):
    button, other = ToggleButton("Show table"), ToggleButton("Filter")
    button.setEnabled(False)
    press(told(button))
    press(told(other))
    qtbot.waitUntil(other.isChecked)
    assert not button.isChecked()


def test_one_of_several_answers_is_in_a_group_with_a_name(told):
    one = told(SingleChoice([(0, "A4"), (1, "US Letter")], "Paper"))
    assert (one.role(), name(one)) == (Role.Grouping, "Paper")
    choices = [one.child(place) for place in range(one.childCount())]
    assert [choice.role() for choice in choices] == [Role.RadioButton] * 2


def test_the_answers_of_a_row_are_in_a_group_with_its_name(told):
    one = told(AnswerBar(["Well", "Not today"], ["answer3", "answer_no"], "Sign more"))
    assert (one.role(), name(one)) == (Role.Grouping, "Sign more")
    assert [one.child(at).role() for at in range(one.childCount())] == [Role.RadioButton] * 2


def test_several_of_a_group_are_check_boxes(told):
    one = told(MultipleChoice([(0, "Mom"), (1, "Dad")], "Who was there"))
    assert (one.role(), name(one)) == (Role.Grouping, "Who was there")
    assert one.child(0).role() == Role.CheckBox


def test_a_usual_button_is_told_as_qt_does(told):
    assert told(QPushButton("Save")).role() == Role.Button


def press(one):
    one.actionInterface().doAction(QAccessibleActionInterface.pressAction())
