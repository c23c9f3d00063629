"""The switch between children: equal names apart, many found by typing, those put away last."""

from datetime import date
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QApplication, QMenu

from homejournal.domain.records.children import Child
from homejournal.texts.safe.deleting_for_good import Going
from homejournal.ui.delete_for_good.delete_dialog import choices_of
from homejournal.ui.widgets.fields.name_search import NameSearch
from homejournal.ui.window.child_switch import ChildButton
from tests.ui.conftest import SUNDAY

JOSE = Child(id=uuid4(), name="José", born=date(2024, 5, 4))
OTHER = Child(id=uuid4(), name="Jose", born=date(2022, 1, 2))


@pytest.fixture
def menu(house, open_window, hands):
    """Open the switch of a home with these further children; return its lines."""

    def opened(*children):
        house.journal.records.save(*children)
        window = open_window(house.journal)
        window.show_child(house.child.id)
        hands.click(window.frame.switch)
        found = window.frame.switch.findChild(QMenu)
        return window, found, [action.text() for action in found.actions() if action.text()]

    return opened


def pick(menu, words):
    action = next(one for one in menu.actions() if one.text().startswith(words))
    menu.setActiveAction(action)
    action.trigger()
    QApplication.processEvents()


def test_one_child_has_no_page_for_all(menu):
    _, _, lines = menu()
    assert lines == ["Maya", "Add a child…"]


def test_names_equal_but_for_an_accent_say_their_birthdays(menu):
    window, shown, lines = menu(JOSE, OTHER)
    assert lines == [
        "Maya",
        "José – born May 4, 2024",
        "Jose – born January 2, 2022",
        "All children together",
        "Add a child…",
    ]
    pick(shown, "Jose –")
    assert window.page.child == OTHER.id


def test_of_two_of_one_name_the_button_says_which_is_open(house, open_window):
    twin = Child(id=uuid4(), name=house.child.name, born=date(2022, 1, 2))
    house.journal.records.save(twin, JOSE)
    window = open_window(house.journal)
    switch = window.frame.switch
    for child, said in (
        (house.child, "Maya – born May 4, 2024"),
        (twin, "Maya – born January 2, 2022"),
        (JOSE, "José"),
    ):
        window.show_child(child.id)
        assert switch.name == said
        assert switch.accessibleName() == f"Child: {said}"


def test_all_children_together_is_one_line_of_it(menu):
    window, shown, _ = menu(JOSE)
    pick(shown, "All children together")
    assert window.page_name == "together"


def test_those_put_away_stand_at_the_end_and_can_be_opened(menu):
    leo = Child(id=uuid4(), name="Leo", put_away=SUNDAY)
    window, shown, lines = menu(leo)
    assert lines == ["Maya", "Put away", "Leo", "Add a child…"]
    pick(shown, "Leo")
    assert (window.page.child, window.page_name) == (leo.id, "put_away")


def test_of_fifty_children_one_is_found_by_a_few_letters(menu, hands):
    many = [Child(id=uuid4(), name=f"Child {n}") for n in range(46)]
    gone = Child(id=uuid4(), name="Ana", put_away=SUNDAY)
    window, shown, lines = menu(JOSE, gone, OTHER, *many)
    assert lines == ["Maya", "Find a child…", "All children together", "Add a child…"]
    pick(shown, "Find")
    finder = window.findChild(NameSearch)
    assert finder.names.count() == 50
    assert finder.names.item(49).text() == "Ana – put away"
    hands.press("jose")
    assert [finder.names.item(row).text() for row in range(finder.names.count())] == [
        "José – born May 4, 2024",
        "Jose – born January 2, 2022",
    ]
    finder.names.itemClicked.emit(finder.names.item(0))
    assert window.page.child == JOSE.id


def test_the_button_tells_twins_of_one_name_apart(house, open_window):
    twin = Child(id=uuid4(), name="Maya", born=house.child.born)
    house.journal.records.save(twin)
    window = open_window(house.journal)
    window.show_child(twin.id)
    assert window.frame.switch.accessibleName() == "Child: Maya (2) – born May 4, 2024"


def test_before_a_child_is_deleted_for_good_those_of_one_name_are_told_apart(house, desk):
    twin = Child(id=uuid4(), name=house.child.name, born=date(2022, 1, 2))
    house.journal.records.save(twin)
    offered = choices_of(desk, Going.CHILD)
    said = ["Maya – born May 4, 2024", "Maya – born January 2, 2022"]
    assert [one.words for one in offered] == said
    assert [one.typed for one in offered] == ["Maya", "Maya"]
    assert offered[1].look().records == (twin.id,)


@pytest.mark.parametrize("tight", [True, False])
def test_in_a_narrow_window_the_name_stays_in_sight(qtbot, tight):
    def painted(name, *, bare):
        button = ChildButton(name, name)
        qtbot.addWidget(button)
        button.set_child(name, name, letter="N")
        button.set_form(narrow=True, tight=tight, bare=bare)
        button.resize(120, button.sizeHint().height())
        return button.grab().toImage()

    assert painted("Noa", bare=False) != painted("Nina", bare=False)
    assert painted("Noa", bare=True) == painted("Nina", bare=True)
