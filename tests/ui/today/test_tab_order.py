"""Tab goes through Today as one reads it, at the start, after an entry, and on another day."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from homejournal.domain.records.plan import Often
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.ui.widgets.buttons.button import Pill
from tests.ui.conftest import SUNDAY

Key = Qt.Key


@pytest.fixture
def mixed(house):
    """One card of each way to rate."""
    house.plan("Pause", Often(times=2, slots=("breakfast", "dinner")))
    for place, (kind, unit) in enumerate(
        ((RatingKind.NUMBER, "minutes"), (RatingKind.TRIES, None), (RatingKind.NONE, None)), 1
    ):
        start = SUNDAY - timedelta(days=20 - place)
        house.plan(f"Strategy {place}", kind=kind, unit=unit, start=start)
    return house


def sections(page):
    """Return the parts of the page from top to bottom."""
    body = page._parts.column
    found = [body.itemAt(place).widget() for place in range(body.count())]
    return [one for one in found if one is not None]


def walked(page, hands, key=Key.Key_Tab):
    """Return where Tab goes: the part of the page, and which card where it is on one."""
    parts, cards, places = sections(page), list(page.cards), []
    page._parts.header._before.setFocus()
    for _ in range(120):
        hands.press(key)
        at = QApplication.focusWidget()
        if not page.isAncestorOf(at):
            break
        part = next(number for number, one in enumerate(parts) if one.isAncestorOf(at))
        card = next((n for n, one in enumerate(cards) if one is at or one.isAncestorOf(at)), 0)
        places.append((part, card, at))
    return places


def is_in_order(places):
    return [(part, card) for part, card, _ in places] == sorted(
        (part, card) for part, card, _ in places
    )


def test_the_cards_come_after_the_head_and_before_what_stands_under_them(mixed, open_window, hands):
    window = open_window(mixed.journal)
    places = walked(window.page, hands)
    assert is_in_order(places)
    assert {card for _, card, _ in places} == {0, 1, 2, 3}


def test_what_an_entry_brings_is_reached_where_it_stands(mixed, open_window, hands):
    window = open_window(mixed.journal)
    hands.press("2")
    hands.click(hands.named(window.page.cards[0], Pill, "Breakfast: some help"))
    places = walked(window.page, hands)
    assert is_in_order(places)
    of_first = [at for _, card, at in places if window.page.cards[card].isAncestorOf(at)]
    names = [one.accessibleName() or one.text() for one in of_first]
    mom, rated, note = (names.index(one) for one in ("Mom did it", "Some help", "Once more"))
    assert mom < rated < note


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
    card = window.page.cards[1]
    there = hands.named(card, QPushButton, "Start the timer")
    there.setFocus()
    hands.press(Key.Key_Tab, modifier=Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget().accessibleName() == "minutes"
