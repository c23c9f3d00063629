"""Closer, farther and along the days, by wheel, fingers, drag and key."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from homejournal.domain.numbers import Period
from homejournal.ui.widgets.chart_view import ChartView
from tests.ui.widgets.chart_pictures import (
    HIGH,
    PLOT,
    SHOWN,
    WHOLE,
    WIDE,
    a_picture,
    day,
    middle,
)

_Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
A_DAY = PLOT.width / 20


@pytest.fixture
def plain(dress, on_screen):
    """A chart whose days nobody has told yet."""
    dress()
    page = QWidget()
    made = ChartView(HIGH, page)
    made.resize(WIDE, HIGH)
    page.resize(WIDE, HIGH)
    made.page = on_screen(page)
    made.show_picture(a_picture(), "Over time", "Four ratings")
    made.setFocus()
    made.heard = []
    made.window_wanted.connect(made.heard.append)
    return made


@pytest.fixture
def chart(plain):
    """A chart of twenty of all its hundred and forty days."""
    plain.set_window(SHOWN, WHOLE)
    return plain


def later(days):
    return Period(SHOWN.start + timedelta(days), SHOWN.end + timedelta(days))


def wheel(chart, x, turned, modifier=CONTROL):
    """Turn the wheel over a place; return whether the chart took it."""
    place = QPointF(x, 150)
    event = QWheelEvent(
        place, chart.mapToGlobal(place), QPoint(), QPoint(0, turned),
        Qt.MouseButton.NoButton, modifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    event.ignore()
    QApplication.sendEvent(chart, event)
    return event.isAccepted()


def drag(chart, by, qtbot, release=True):
    """Press in the middle and move along in small steps."""
    start = QPoint(300, 150)
    qtbot.mousePress(chart, LEFT, pos=start)
    for step in range(1, 6):
        QTest.mouseMove(chart, start + QPoint(round(by * step / 5), 0))
    if release:
        qtbot.mouseRelease(chart, LEFT, pos=start + QPoint(by, 0))


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


# Before anything is known of days.


def test_nothing_of_it_does_anything_before_the_days_are_known(plain, qtbot):
    passed = []
    for key in (_Key.Key_Plus, _Key.Key_Minus, _Key.Key_0, _Key.Key_Escape):
        qtbot.keyClick(plain, key)
    for key in (_Key.Key_Left, _Key.Key_Right):
        qtbot.keyClick(plain, key, SHIFT)
    passed.append(wheel(plain, 300, 120))
    drag(plain, 100, qtbot)
    pinch(plain, 2.5)
    qtbot.mouseDClick(plain, LEFT, pos=QPoint(300, 20))
    plain.zoom(closer=True)
    plain.pan(7)
    plain.reset()
    assert plain.heard == []
    assert passed == [False]
    assert plain.told_mark() is None
    assert not plain.is_zoomed


@pytest.mark.parametrize("days", [(SHOWN, None), (None, WHOLE), (None, None)])
def test_days_that_are_known_by_half_are_not_known(chart, qtbot, days):
    chart.set_window(*days)
    for key in (_Key.Key_Plus, _Key.Key_0):
        qtbot.keyClick(chart, key)
    assert chart.heard == []
    assert not chart.is_zoomed


# Keys.


@pytest.mark.parametrize("key", ["+", "="])
def test_plus_halves_the_days_about_their_middle(chart, qtbot, key):
    qtbot.keyClicks(chart, key)
    assert chart.heard == [Period(day(5), day(14))]


def test_plus_zooms_about_the_mark_that_is_told(chart, qtbot):
    qtbot.keyClick(chart, _Key.Key_End)
    qtbot.keyClick(chart, _Key.Key_Plus)
    (wanted,) = chart.heard
    assert wanted == Period(day(9), day(18))
    assert wanted.start < day(17) < wanted.end


@pytest.mark.parametrize("key", ["-", "_"])
def test_minus_doubles_the_days(chart, qtbot, key):
    qtbot.keyClicks(chart, key)
    assert chart.heard == [Period(day(-9), day(30))]


def test_minus_ends_at_all_days_which_is_no_window(chart, qtbot):
    chart.set_window(Period(WHOLE.start, WHOLE.end - timedelta(2)), WHOLE)
    qtbot.keyClick(chart, _Key.Key_Minus)
    assert chart.heard == [None]
    chart.set_window(WHOLE, WHOLE)
    qtbot.keyClick(chart, _Key.Key_Minus)
    assert chart.heard == [None]


@pytest.mark.parametrize("key", [_Key.Key_0, _Key.Key_Escape])
def test_zero_and_escape_show_all_days(chart, qtbot, key):
    qtbot.keyClick(chart, key)
    assert chart.heard == [None]
    chart.set_window(WHOLE, WHOLE)
    qtbot.keyClick(chart, key)
    assert chart.heard == [None]


def test_shift_and_arrows_move_by_a_quarter_and_stop_at_the_end(chart, qtbot):
    qtbot.keyClick(chart, _Key.Key_Right, SHIFT)
    qtbot.keyClick(chart, _Key.Key_Left, SHIFT)
    assert chart.heard == [later(5), later(-5)]
    chart.set_window(Period(WHOLE.end - timedelta(19), WHOLE.end), WHOLE)
    qtbot.keyClick(chart, _Key.Key_Right, SHIFT)
    assert len(chart.heard) == 2
    assert chart.told_mark() is None


def test_days_without_anything_can_be_left_again_by_key(chart, qtbot):
    chart.show_words("Nothing was written in these days.")
    assert chart.focusPolicy() == Qt.FocusPolicy.StrongFocus
    qtbot.keyClick(chart, _Key.Key_Left, SHIFT)
    qtbot.keyClick(chart, _Key.Key_Minus)
    qtbot.keyClick(chart, _Key.Key_Escape)
    assert chart.heard == [later(-5), Period(day(-9), day(30)), None]


# Wheel.


def test_the_wheel_with_ctrl_zooms_about_the_day_under_the_pointer(chart):
    assert wheel(chart, middle(17), 120)
    assert wheel(chart, middle(2), 120)
    assert chart.heard == [Period(day(9), day(18)), Period(day(1), day(10))]


def test_the_wheel_turned_back_shows_more_days(chart):
    wheel(chart, middle(10), -120)
    assert chart.heard == [Period(day(-10), day(29))]


def test_the_wheel_alone_scrolls_the_page(chart):
    assert not wheel(chart, 300, 120, Qt.KeyboardModifier.NoModifier)
    assert chart.heard == []


def test_parts_of_a_notch_add_up_and_turning_back_begins_anew(chart):
    for turned in (50, 50):
        assert wheel(chart, middle(10), turned)
    assert chart.heard == []
    wheel(chart, middle(10), 50)
    assert len(chart.heard) == 1
    for turned in (60, -20, 60, 50):
        wheel(chart, middle(10), turned)
    assert len(chart.heard) == 1
    wheel(chart, middle(10), 10)
    assert len(chart.heard) == 2


def test_several_notches_at_once_keep_the_day_where_it_is(chart):
    def follow(window):
        chart.set_window(window or WHOLE, WHOLE)

    chart.window_wanted.connect(follow)
    wheel(chart, middle(12), 240)
    assert chart.heard[-1] == Period(day(8), day(14))


def test_the_wheel_zooms_where_nothing_is_drawn(chart):
    chart.show_words("Nothing was written in these days.")
    assert wheel(chart, 10, -120)
    assert chart.heard == [Period(day(-9), day(30))]


# Fingers.


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
    drag(chart, round(-days * A_DAY), qtbot)
    assert chart.heard == [later(days)]


def test_the_picture_follows_the_hand_until_another_one_comes(chart, qtbot):
    before = chart.grab().toImage()
    drag(chart, 100, qtbot, release=False)
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
    drag(chart, 11, qtbot)
    assert chart.grab().toImage() == before
    chart.set_window(Period(WHOLE.start, WHOLE.start + timedelta(19)), WHOLE)
    drag(chart, 200, qtbot)
    assert chart.grab().toImage() == before
    assert chart.heard == []


def test_all_days_cannot_be_dragged(chart, qtbot):
    chart.set_window(WHOLE, WHOLE)
    before = chart.grab().toImage()
    drag(chart, 100, qtbot, release=False)
    assert chart.grab().toImage() == before
    qtbot.mouseRelease(chart, LEFT, pos=QPoint(400, 150))
    assert chart.heard == []


def test_marks_are_told_again_after_a_drag_and_not_during_it(chart, qtbot):
    drag(chart, 100, qtbot, release=False)
    QTest.mouseMove(chart, QPoint(round(middle(17)), 150))
    assert chart.told_mark() is None
    qtbot.mouseRelease(chart, LEFT, pos=QPoint(400, 150))
    chart.show_picture(a_picture(), "Over time", "")
    QTest.mouseMove(chart, QPoint(round(middle(7)), 150))
    assert chart.told_mark().words == "Day 7"


def test_another_button_does_not_end_a_drag(chart, qtbot):
    drag(chart, 100, qtbot, release=False)
    qtbot.mouseClick(chart, Qt.MouseButton.RightButton, pos=QPoint(400, 150))
    assert chart.cursor().shape() == Qt.CursorShape.ClosedHandCursor
    assert chart.heard == []
    qtbot.mouseRelease(chart, LEFT, pos=QPoint(400, 150))
    assert chart.heard == [later(-4)]


def test_a_drag_ends_where_the_chart_goes_away_or_words_come(chart, qtbot):
    before = chart.grab().toImage()
    drag(chart, 100, qtbot, release=False)
    chart.hide()
    chart.show()
    chart.setFocus()
    assert chart.grab().toImage() == before
    drag(chart, 100, qtbot, release=False)
    chart.show_words("Nothing was written in these days.")
    qtbot.mouseRelease(chart, LEFT, pos=QPoint(400, 150))
    assert chart.heard == []


def test_a_double_click_beside_the_marks_shows_all_days(chart, qtbot):
    qtbot.mouseDClick(chart, Qt.MouseButton.RightButton, pos=QPoint(300, 40))
    qtbot.mouseDClick(chart, LEFT, pos=QPoint(round(middle(7)), 150))
    assert chart.heard == []
    qtbot.mouseDClick(chart, LEFT, pos=QPoint(300, 40))
    assert chart.heard == [None]
