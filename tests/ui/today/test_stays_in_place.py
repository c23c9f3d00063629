"""Answering moves nothing that one may press next, and the word that it is saved covers nothing."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from homejournal.domain.records.plan import Often, OftenKind
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.ui.widgets.buttons.button import Pill
from tests.ui.waiting import settle_window

PRESSED = (QAbstractButton, QLineEdit, QPlainTextEdit)
PLANS = {
    "help": (Often(), RatingKind.HELP),
    "slots": (Often(times=3, slots=("breakfast", "lunch", "dinner")), RatingKind.WENT),
    "times": (Often(times=2), RatingKind.HELP),
    "number": (Often(), RatingKind.NUMBER),
    "tries": (Often(), RatingKind.TRIES),
    "did it": (Often(), RatingKind.NONE),
    "any days": (Often(kind=OftenKind.DAYS_A_WEEK, days=3), RatingKind.WENT),
}
WIDTHS = (1120, 800)


def name(part):
    said = part.text().split(":")[0] if isinstance(part, QAbstractButton) else ""
    return type(part).__name__, said or part.accessibleName()


def places(card):
    return {
        name(part): QRect(part.mapTo(card, QPoint(0, 0)), part.size())
        for part in card.findChildren(QWidget)
        if isinstance(part, PRESSED) and part.isVisible()
    }


@pytest.fixture
def opened(house, open_window, qtbot):
    def at(plan, width):
        often, kind = PLANS[plan]
        unit = "minutes" if kind is RatingKind.NUMBER else None
        house.plan("Pause and wait", often, kind, unit=unit)
        house.plan("Another one")
        window = open_window(house.journal)
        window.resize(width, 780)
        settle_window(window, qtbot)
        return window

    return at


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("key", ["D", "N"])
@pytest.mark.parametrize("plan", PLANS)
def test_an_answer_moves_nothing_on_its_card_and_on_no_other(
    opened, hands, qtbot, plan, key, width
):
    window = opened(plan, width)
    card, other = window.page.cards
    before, height, below = places(card), card.height(), other.y()
    hands.press(hands.alt(key))
    settle_window(window, qtbot)
    after = places(card)
    assert (card.height(), other.y()) == (height, below)
    moved = [
        one for one in before if one in after and before[one].topLeft() != after[one].topLeft()
    ]
    assert moved == []


@pytest.mark.parametrize("place", [0, 1, 2])
def test_the_toast_lies_beside_the_card_that_was_used(three, open_window, hands, qtbot, place):
    window = open_window(three.journal)
    settle_window(window, qtbot)
    card, toast = window.page.cards[place], window.frame.toast
    card.setFocus()
    window.page._parts.show_whole(card)
    hands.press("2")
    hands.press(Qt.Key.Key_Return, "she waved")
    settle_window(window, qtbot)
    parent = toast.parentWidget()
    assert toast.isVisible()
    shown = [button for button in card.findChildren(QPushButton) if button.isVisible()]
    covered = [
        one.text()
        for one in shown
        if QRect(one.mapTo(parent, QPoint(0, 0)), one.size()).intersects(toast.geometry())
    ]
    assert covered == []
    QApplication.processEvents()


def pressed_and_let_go(window, part):
    """Press as a finger does: much may happen before it is lifted at the same place."""
    left, handle = Qt.MouseButton.LeftButton, window.windowHandle()
    place = part.mapTo(window, part.rect().center())
    QTest.mousePress(handle, left, pos=place)
    for _ in range(5):
        QApplication.processEvents()
    moved = part.mapTo(window, part.rect().center()) != place
    QTest.mouseMove(handle, place + QPoint(1, 0))
    QTest.mouseRelease(handle, left, pos=place)
    QApplication.processEvents()
    return moved


@pytest.mark.parametrize("where", ["a card", "a moment"])
def test_a_press_counts_though_it_moves_what_it_is_on(three, open_window, hands, qtbot, where):
    window = open_window(three.journal)
    window.resize(1120, 1200)
    card = window.page.cards[0 if where == "a card" else -1]
    if where == "a card":
        hands.press("she waved")
    else:
        window.page.add_moment()
        hands.press("one", Qt.Key.Key_Return, "two", Qt.Key.Key_Return, "three")
    settle_window(window, qtbot)
    other = window.page.cards[1]
    moved = pressed_and_let_go(window, hands.named(other, Pill, "On own"))
    assert moved or where == "a moment"
    assert [practice.rating for practice in three.day().practices] == [4]
    assert len(three.day().notes) == 1
    assert card.isVisible()


def test_a_press_that_is_drawn_away_counts_for_nothing(three, open_window, hands, qtbot):
    window = open_window(three.journal)
    settle_window(window, qtbot)
    part = hands.named(window.page.cards[0], Pill, "On own")
    left, handle = Qt.MouseButton.LeftButton, window.windowHandle()
    place = part.mapTo(window, part.rect().center())
    QTest.mousePress(handle, left, pos=place)
    QTest.mouseMove(handle, place + QPoint(0, 200))
    QTest.mouseRelease(handle, left, pos=place + QPoint(0, 200))
    QApplication.processEvents()
    assert three.day().practices == ()
