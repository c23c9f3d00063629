"""Tab goes through Today as one reads it, at the start, after an entry, and on another day."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from homejournal.domain.records.plan import Often
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.ui.day_rows.menus import LineMenu
from homejournal.ui.widgets.fields.answer_bar import Segment
from homejournal.ui.widgets.line_buttons import SecondLine
from tests.ui.conftest import SUNDAY

Key = Qt.Key


@pytest.fixture
def mixed(house):
    """One row of each way to rate."""
    house.plan("Pause", Often(times=2, slots=("breakfast", "dinner")))
    for place, (kind, unit) in enumerate(
        ((RatingKind.NUMBER, "minutes"), (RatingKind.TRIES, None), (RatingKind.NONE, None)), 1
    ):
        start = SUNDAY - timedelta(days=20 - place)
        house.plan(f"Strategy {place}", kind=kind, unit=unit, start=start)
    return house


def sections(page):
    """Return the parts of the page from top to bottom."""
    body = page._column.column
    found = [body.itemAt(place).widget() for place in range(body.count())]
    return [one for one in found if one is not None]


def walked(page, hands, key=Key.Key_Tab):
    """Return where Tab goes: the part of the page, and which line where it is on one."""
    parts, lines, places = sections(page), list(page.lines), []
    page.header.calendar.setFocus()
    for _ in range(120):
        hands.press(key)
        at = QApplication.focusWidget()
        if not page.isAncestorOf(at):
            return places
        part = next(number for number, one in enumerate(parts) if one.isAncestorOf(at))
        line = next((n for n, one in enumerate(lines) if one is at or one.isAncestorOf(at)), 0)
        places.append((part, line, at))
    pytest.fail("Tab does not leave the page")


def is_in_order(places):
    return [(part, card) for part, card, _ in places] == sorted(
        (part, card) for part, card, _ in places
    )


def test_the_rows_come_after_the_head_and_before_what_stands_under_them(mixed, open_window, hands):
    window = open_window(mixed.journal)
    places = walked(window.page, hands)
    assert is_in_order(places)
    assert {line for _, line, _ in places} == {0, 1, 2, 3, 4}


def test_on_a_line_it_goes_from_the_words_to_the_answers_to_the_menu(mixed, open_window, hands):
    window = open_window(mixed.journal)
    hands.press("2")
    places = walked(window.page, hands)
    assert is_in_order(places)
    first = window.page.lines[0]
    stops = [at for _, _, at in places if first.isAncestorOf(at)]
    assert [type(one) for one in stops] == [SecondLine, Segment, LineMenu]
    assert stops[1].words == "Some help"  # one stop: the arrows go along the answers


def test_the_order_holds_on_another_day_and_after_a_note(mixed, open_window, hands):
    window = open_window(mixed.journal)
    hands.press(Key.Key_Return, "She waved")
    hands.press(Key.Key_BracketLeft)
    window.page.set_day(SUNDAY - timedelta(days=1))
    assert is_in_order(walked(window.page, hands))


def test_the_timer_stands_after_its_number(mixed, open_window, hands):
    window = open_window(mixed.journal)
    names = [at.accessibleName() or at.text() for _, _, at in walked(window.page, hands)]
    assert names.index("Start the timer") == names.index("minutes") + 1


def test_shift_and_tab_go_back_the_same_way(mixed, open_window, hands):
    window = open_window(mixed.journal)
    line = window.page.lines[2]
    there = hands.named(line, QPushButton, "Start the timer")
    there.setFocus()
    hands.press(Key.Key_Tab, modifier=Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget().accessibleName() == "minutes"
