"""The word that something is saved covers nothing of the row just used, and a press counts once."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
)

from tests.ui.day_lines import drawer_of, segment
from tests.ui.waiting import settle_window


@pytest.mark.parametrize("place", [0, 1, 2])
@pytest.mark.parametrize("size", [(1120, 780), (1024, 640), (800, 500)])
def test_the_toast_lies_beside_the_row_that_was_used(three, open_window, hands, qtbot, place, size):
    window = open_window(three.journal)
    window.resize(*size)
    settle_window(window, qtbot)
    row, toast = window.page.rows[place], window.frame.toast
    row.lines[0].setFocus()
    hands.press("2")
    hands.press(Qt.Key.Key_Return, "she waved")
    settle_window(window, qtbot)
    parent = toast.parentWidget()
    assert toast.isVisible()
    around = [row, drawer_of(window)]
    buttons = [one for part in around for one in part.findChildren(QAbstractButton)]
    shown = [one for one in buttons if one.isVisible() and not one.visibleRegion().isEmpty()]
    assert len(shown) > 5
    covered = [
        one.accessibleName() or one.text()
        for one in shown
        if QRect(one.mapTo(parent, QPoint(0, 0)), one.size()).intersects(toast.geometry())
    ]
    assert covered == []


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


@pytest.mark.parametrize("where", ["a line", "a moment"])
def test_a_press_counts_whatever_it_saves_elsewhere(three, open_window, hands, qtbot, where):
    window = open_window(three.journal)
    window.resize(1120, 1200)
    if where == "a line":
        window.page.lines[2].setFocus()
        hands.press(*"she waved")
    else:
        window.page.add_moment()
        hands.press("one", Qt.Key.Key_Return, "two", Qt.Key.Key_Return, "three")
    settle_window(window, qtbot)
    moved = pressed_and_let_go(window, segment(window.page.lines[1], "On own"))
    assert not moved
    assert [one.rating for one in three.day().practices] == [4]
    assert len(three.day().notes) == 1


def test_a_press_that_is_drawn_away_counts_for_nothing(three, open_window, hands, qtbot):
    window = open_window(three.journal)
    settle_window(window, qtbot)
    part = segment(window.page.lines[0], "On own")
    left, handle = Qt.MouseButton.LeftButton, window.windowHandle()
    place = part.mapTo(window, part.rect().center())
    QTest.mousePress(handle, left, pos=place)
    QTest.mouseMove(handle, place + QPoint(0, 200))
    QTest.mouseRelease(handle, left, pos=place + QPoint(0, 200))
    QApplication.processEvents()
    assert three.day().practices == ()
