"""What is typed in a box of a week and cannot be read yet stays with its box."""

from datetime import timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt

from homejournal.domain.records.children import Child
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.domain.records.record import Kind
from tests.ui.conftest import SUNDAY

Key = Qt.Key
WEEK = timedelta(days=7)


@pytest.fixture
def page(house, open_grid):
    house.plan("Asleep", kind=RatingKind.NUMBER, unit="minutes")
    house.plan("Walks", kind=RatingKind.NUMBER)
    return open_grid(house)


@pytest.fixture
def place(page, hands):
    """The box in which something is typed that is no number."""
    page.table.setFocus()
    hands.press("3", "x")
    assert page.table.editor.text() == "3x"
    return page._place()


def goes_on(page, place):
    return page.table.is_editing and (page.table.editor.text(), page._place()) == ("3x", place)


def test_it_is_there_when_its_week_is_shown_again(page, place):
    page.set_day(page.day - WEEK)
    assert not page.table.is_editing
    assert page.at_risk() == {f"week_grid {place} 3x"}
    page.set_day(page.day + WEEK)
    assert goes_on(page, place)


def test_it_is_there_when_its_child_is_shown_again(page, place, house, hands):
    other = Child(id=uuid4(), name="Leo")
    house.journal.records.save(other)
    page.window().show_child(other.id)
    assert not page.table.is_editing
    page.window().show_child(house.child.id)
    assert goes_on(page, place)
    hands.press(Key.Key_Backspace, "0", Key.Key_Return)
    page.set_day(page.day - WEEK)
    page.set_day(page.day + WEEK)
    assert not page.table.is_editing
    assert page.at_risk() == frozenset()


def test_it_is_there_in_another_language(page, place):
    window = page.window()
    page.set_day(page.day - WEEK)
    window.set_language("es")
    window.page.set_day(SUNDAY)
    assert goes_on(window.page, place)


def test_it_stays_with_its_box_when_the_rows_change(page, place, house):
    house.plan("A first one", start=SUNDAY - 4 * WEEK)
    known = house.journal.family().strategies[place.row.strategy]
    page.desk.editing.changed.emit(frozenset(Kind))
    assert goes_on(page, place)
    house.journal.records.delete(known.id)
    page.desk.editing.changed.emit(frozenset(Kind))
    assert not page.table.is_editing
    assert not page.window().close()
