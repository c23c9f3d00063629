"""Closer, farther and along the days, by wheel, fingers, drag and key."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from homejournal.domain.days.periods import Period
from tests.ui.widgets.charts.chart_pictures import (
    SHOWN,
    WHOLE,
    a_chart_of_days,
    a_page,
    day,
    double_click,
    drag,
    later,
    middle,
)

_Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def plain(dress, on_screen):
    """A chart whose days nobody has told yet."""
    dress()
    return a_chart_of_days(on_screen(a_page()), None, None)


@pytest.fixture
def chart(dress, on_screen):
    """A chart of twenty of all its hundred and forty days."""
    dress()
    return a_chart_of_days(on_screen(a_page()))


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


# Before anything is known of days.


def test_nothing_of_it_does_anything_before_the_days_are_known(plain, qtbot):
    passed = []
    for key in (_Key.Key_Plus, _Key.Key_Minus, _Key.Key_0, _Key.Key_Escape):
        qtbot.keyClick(plain, key)
    for key in (_Key.Key_Left, _Key.Key_Right):
        qtbot.keyClick(plain, key, SHIFT)
    passed.append(wheel(plain, 300, 120))
    drag(plain, 100)
    double_click(plain, QPoint(300, 20))
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
