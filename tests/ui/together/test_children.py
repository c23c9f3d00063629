"""Who stands on the page of all children: some of many, none without a plan, side by side."""

from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from homejournal.domain.records.children import Child
from homejournal.services.opening import open_journal
from homejournal.ui.widgets.button import ToggleButton
from homejournal.ui.widgets.fields.name_search import NameSearch
from tests.ui.conftest import START
from tests.ui.together.test_page import plan_for, together, twins

__all__ = ["together", "twins"]


def pressed(window):
    shown = [button for button in window.page.findChildren(ToggleButton) if button.isVisible()]
    return [one.text() for one in shown if one.isChecked()]


def test_of_many_children_a_few_are_shown_and_this_computer_remembers_whom(
    twins, open_window, open_together, hands, tmp_path
):
    more = [Child(id=uuid4(), name=f"Child {n}") for n in range(4)]
    twins.journal.records.save(*more)
    window = open_together(twins)
    assert pressed(window) == ["Maya", "Luis", "Child 0", "Child 1"]
    for name in ("Maya", "Luis", "Child 0", "Child 1"):
        hands.click(hands.named(window.page, ToggleButton, name))
    assert pressed(window) == ["Child 1"]  # somebody is always shown
    hands.click(hands.named(window.page, ToggleButton, "Luis"))
    window.close()
    again = open_window(open_journal(tmp_path / "journal", clock=twins.clock, device=uuid4()))
    again.open_page("together")
    assert pressed(again) == ["Luis", "Child 1"]
    assert {one.card.strategy.child for row in again.page.rows.parts for one in row} == {
        twins.luis.id
    }


def test_of_fifty_children_another_one_is_found_by_typing(twins, open_together, hands, qtbot):
    twins.journal.records.save(*(Child(id=uuid4(), name=f"Child {n}") for n in range(48)))
    window = open_together(twins)
    assert pressed(window) == ["Maya", "Luis", "Child 0", "Child 1"]
    hands.click(hands.named(window.page, QPushButton, "Another child…"))
    finder = window.page.findChild(NameSearch)
    qtbot.waitUntil(finder.isActiveWindow)
    assert finder.names.count() == 46
    hands.press("child 33", Qt.Key.Key_Return)
    assert pressed(window) == ["Maya", "Luis", "Child 0", "Child 1", "Child 33"]
    hands.click(hands.named(window.page, ToggleButton, "Luis"))
    assert pressed(window) == ["Maya", "Child 0", "Child 1", "Child 33"]


def test_children_of_one_name_are_told_apart_in_sentences_and_steps(twins, open_together, hands):
    elis = [Child(id=uuid4(), name="Eli"), Child(id=uuid4(), name="Eli")]
    twins.journal.records.save(*elis)
    window = open_together(twins)
    assert "Nothing is planned that day for Eli (1) and Eli (2)." in hands.texts(window.page)
    for eli in elis:
        plan_for(twins, eli, "Wave")
    window.page.refresh()
    (row,) = [one for one in window.page._shown.rows if one.name == "Wave"]
    assert window.page._writing.not_today(row)
    assert "for Eli (1) and Eli (2)" in window.desk.editing.stack.undoText()
    window.desk.editing.stack.undo()
    assert window.page._writing.did_it(row)
    assert "for Eli (1) and Eli (2)" in window.desk.editing.stack.undoText()


def test_a_child_without_a_plan_is_named_and_one_put_away_is_not_shown(twins, open_together, hands):
    twins.journal.records.save(
        Child(id=uuid4(), name="Noa"), Child(id=uuid4(), name="Eva", put_away=START)
    )
    window = open_together(twins)
    assert "Nothing is planned that day for Noa." in hands.texts(window.page)
    assert not [text for text in hands.texts(window.page) if "Eva" in text]


def test_with_one_child_the_page_says_for_whom_it_is(house, open_together, hands):
    window = open_together(house)
    assert "This page is for two or more children" in hands.texts(window.page)
    assert QApplication.focusWidget().accessibleName() == "Add a child…"


def test_without_any_plan_the_page_leads_to_the_plan(house, open_together, hands):
    house.journal.records.save(Child(id=uuid4(), name="Luis"))
    window = open_together(house)
    hands.press(Qt.Key.Key_Space)
    assert window.page_name == "plan"


def test_each_child_has_its_lines_under_its_own_name_in_wide_and_narrow_windows(
    twins, together, hands, qtbot
):
    first, second = together.page.rows.parts[0]
    assert ("Maya" in hands.texts(first), "Luis" in hands.texts(second)) == (True, True)
    for wide in (1120, 800, 360):
        together.resize(wide, 780)
        qtbot.waitUntil(lambda: second.y() >= first.y() + first.height())
        assert second.x() == first.x()
