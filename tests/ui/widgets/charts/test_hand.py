"""Days are moved along by dragging, and looked at closer with two fingers."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from homejournal.domain.days.periods import Period
from tests.ui.widgets.charts.chart_pictures import (
    PLOT,
    WHOLE,
    a_chart_of_days,
    a_page,
    a_picture,
    day,
    double_click,
    drag,
    later,
    middle,
)

LEFT = Qt.MouseButton.LeftButton
A_DAY = PLOT.width / 20


@pytest.fixture
def chart(dress, on_screen):
    """A chart of twenty of all its hundred and forty days."""
    dress()
    return a_chart_of_days(on_screen(a_page()))


def pinch(chart, spread):
    """Lay two fingers on the chart and spread or close them to that many times the distance."""
    device = QTest.createTouchDevice()

    def touch(how, half):
        both = QTest.touchEvent(chart, device, False)
        for finger, x in enumerate((300 - half, 300 + half)):
            getattr(both, how)(finger, QPoint(round(x), 150), chart)
        both.commit()
        QApplication.processEvents()

    touch("press", 80)
    for step in range(1, 9):
        touch("move", 80 * (1 + (spread - 1) * step / 8))
    touch("release", 80 * spread)


def test_spreading_two_fingers_shows_fewer_days_and_closing_them_more(chart):
    pinch(chart, 2)
    assert chart.heard == [Period(day(5), day(14))]
    pinch(chart, 0.5)
    assert len(chart.heard) == 2
    assert (chart.heard[1].end - chart.heard[1].start).days == 39


def test_fingers_drag_nothing(chart):
    before = chart.grab().toImage()
    pinch(chart, 1.3)
    assert chart.grab().toImage() == before


def test_fingers_do_nothing_before_the_days_are_known(chart):
    chart.set_window(None, None)
    pinch(chart, 2.5)
    assert chart.heard == []


def test_a_small_movement_of_two_fingers_does_nothing(chart):
    pinch(chart, 1.3)
    pinch(chart, 1.3)
    assert chart.heard == []


def test_fingers_far_apart_zoom_again_and_again(chart):
    pinch(chart, 4)
    assert len(chart.heard) == 2


# Dragging.


@pytest.mark.parametrize("days", [4, -4])
def test_dragging_moves_along_the_days_that_the_hand_moved(chart, qtbot, days):
    drag(chart, round(-days * A_DAY))
    assert chart.heard == [later(days)]


def test_the_picture_follows_the_hand_until_another_one_comes(chart, qtbot):
    before = chart.grab().toImage()
    drag(chart, 100, release=False)
    moved = chart.grab().toImage()
    assert chart.cursor().shape() == Qt.CursorShape.ClosedHandCursor
    assert moved.pixelColor(50, 150) != before.pixelColor(50, 150)
    assert moved.pixelColor(150, 150) == before.pixelColor(50, 150)
    qtbot.mouseRelease(chart, LEFT, pos=QPoint(400, 150))
    assert chart.cursor().shape() == Qt.CursorShape.ArrowCursor
    assert chart.grab().toImage() == moved
    chart.show_picture(a_picture(), "Over time", "")
    assert chart.grab().toImage() == before


def test_a_drag_that_leads_nowhere_puts_the_picture_back(chart, qtbot):
    before = chart.grab().toImage()
    drag(chart, 11)
    assert chart.grab().toImage() == before
    chart.set_window(Period(WHOLE.start, WHOLE.start + timedelta(19)), WHOLE)
    drag(chart, 200)
    assert chart.grab().toImage() == before
    assert chart.heard == []


def test_all_days_cannot_be_dragged(chart, qtbot):
    chart.set_window(WHOLE, WHOLE)
    before = chart.grab().toImage()
    drag(chart, 100, release=False)
    assert chart.grab().toImage() == before
    qtbot.mouseRelease(chart, LEFT, pos=QPoint(400, 150))
    assert chart.heard == []


def test_marks_are_told_again_after_a_drag_and_not_during_it(chart, qtbot):
    drag(chart, 100, release=False)
    QTest.mouseMove(chart, QPoint(round(middle(17)), 150))
    assert chart.told_mark() is None
    qtbot.mouseRelease(chart, LEFT, pos=QPoint(400, 150))
    chart.show_picture(a_picture(), "Over time", "")
    QTest.mouseMove(chart, QPoint(round(middle(7)), 150))
    assert chart.told_mark().words == "Day 7"


def test_another_button_does_not_end_a_drag(chart, qtbot):
    drag(chart, 100, release=False)
    qtbot.mouseClick(chart, Qt.MouseButton.RightButton, pos=QPoint(400, 150))
    assert chart.cursor().shape() == Qt.CursorShape.ClosedHandCursor
    assert chart.heard == []
    qtbot.mouseRelease(chart, LEFT, pos=QPoint(400, 150))
    assert chart.heard == [later(-4)]


def test_a_drag_ends_where_the_chart_goes_away_or_words_come(chart, qtbot):
    before = chart.grab().toImage()
    drag(chart, 100, release=False)
    chart.hide()
    chart.show()
    chart.setFocus()
    assert chart.grab().toImage() == before
    drag(chart, 100, release=False)
    chart.show_words("Nothing was written in these days.")
    qtbot.mouseRelease(chart, LEFT, pos=QPoint(400, 150))
    assert chart.heard == []


def test_a_double_click_beside_the_marks_shows_all_days(chart, qtbot):
    double_click(chart, QPoint(300, 40), Qt.MouseButton.RightButton)
    double_click(chart, QPoint(round(middle(7)), 150))
    assert chart.heard == []
    double_click(chart, QPoint(300, 40))
    assert chart.heard == [None]
