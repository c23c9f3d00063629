"""A time of day as people type it."""

from datetime import time

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest

from homejournal.ui.widgets.fields.date_and_time import TimeEdit, read_time, write_time

HALF_PAST_SEVEN = time(19, 30)
Key = Qt.Key


@pytest.fixture
def edit(qtbot):
    made = TimeEdit()
    made.setLocale(QLocale("en_US"))
    qtbot.addWidget(made)
    made.show()
    return made


def shown(edit):
    return edit.text().replace("\u202f", " ")


@pytest.mark.parametrize(
    "text",
    ["7:30 PM", "7:30pm", " 7.30 p. m. ", "7:30 p.m.", "730p", "19:30", "19.30", "1930", "19h30",
     "７:30 PM", "٧:٣٠ pm"],
)  # fmt: skip
def test_one_time_is_read_in_all_the_ways_it_is_written(text):
    assert read_time(text) == HALF_PAST_SEVEN


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("7", time(7)),
        ("12 am", time(0)),
        ("12 pm", time(12)),
        ("12:05 a. m.", time(0, 5)),
        ("0:00", time(0)),
        ("130", time(1, 30)),
        ("23:59", time(23, 59)),
    ],
)
def test_hours_alone_noon_and_midnight(text, moment):
    assert read_time(text) == moment


@pytest.mark.parametrize(
    "text", ["", "noon", "24:00", "7:60", "13 pm", "0 am", "7:3", "7:30:15", "-7", "1²", "½", "a"]
)
def test_what_is_no_time_is_not_read(text):
    assert read_time(text) is None


@pytest.mark.parametrize("language", ["en_US", "es_US", "de_DE"])
def test_what_is_shown_is_read_again(language):
    for hour in range(24):
        moment = time(hour, 5)
        assert read_time(write_time(moment, QLocale(language))) == moment


def test_empty_is_not_said_and_a_wrong_time_is_no_value(edit):
    assert (edit.value(), edit.is_readable()) == (None, True)
    QTest.keyClicks(edit, "half past")
    assert (edit.value(), edit.is_readable()) == (None, False)


def test_leaving_the_field_shows_which_time_was_understood(edit):
    QTest.keyClicks(edit, "1930")
    edit.editingFinished.emit()
    assert shown(edit) == "7:30 PM"
    edit.setText("half past")
    edit.editingFinished.emit()
    assert shown(edit) == "half past"


def test_the_keys_move_by_a_quarter_and_by_an_hour_around_the_clock(edit):
    QTest.keyClick(edit, Key.Key_Up)
    assert edit.value() == time(12)
    for key, moment in (
        (Key.Key_Up, time(12, 15)),
        (Key.Key_PageUp, time(13, 15)),
        (Key.Key_Down, time(13)),
        (Key.Key_PageDown, time(12)),
    ):
        QTest.keyClick(edit, key)
        assert edit.value() == moment
    edit.set_value(time(23, 50))
    QTest.keyClick(edit, Key.Key_Up)
    assert edit.value() == time(0, 5)


def test_a_time_that_nobody_touched_keeps_its_seconds(edit):
    edit.set_value(time(19, 30, 42))
    edit.editingFinished.emit()
    assert edit.value() == time(19, 30, 42)
