"""A number that was typed is written down once, for its own time and day, however one leaves."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt

from homejournal.domain.records.plan import Often
from homejournal.domain.records.rating_scales import RatingKind, Tries
from homejournal.services.opening import open_journal

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SUNDAY = date(2026, 3, 22)


@pytest.fixture
def counted(house):
    house.plan("Minutes until asleep", kind=RatingKind.NUMBER, unit="minutes")
    return house


def written(house, day=SUNDAY):
    return [(practice.slot, practice.rating) for practice in house.day(day).practices]


def test_enter_writes_the_first_of_two_times_and_leaves_the_second_alone(
    house, open_window, hands, slowly
):
    often = Often(times=2, slots=("nap", "night"))
    house.plan("Minutes until asleep", often, RatingKind.NUMBER, unit="minutes")
    window = open_window(house.journal)
    hands.press("1", "2", Key.Key_Return)
    assert written(house) == [("nap", Decimal(12))]
    hands.press(Key.Key_Tab, Key.Key_Tab, Key.Key_Tab)
    assert written(house) == [("nap", Decimal(12))]
    assert [line.said() for line in window.page.lines] == ["✓ 12 minutes", ""]


def test_a_number_is_written_for_its_day_when_one_goes_to_another(counted, open_window, hands):
    window = open_window(counted.journal)
    hands.press("1", "2")
    hands.press(Key.Key_Left, modifier=ALT)
    assert window.page.day == SUNDAY - timedelta(days=1)
    assert written(counted) == [(None, Decimal(12))]
    assert written(counted, SUNDAY - timedelta(days=1)) == []


def test_a_number_is_written_when_the_window_closes(counted, open_window, hands, tmp_path):
    window = open_window(counted.journal)
    hands.press("1", "2")
    window.close()
    counted.journal = open_journal(tmp_path / "journal", clock=counted.clock, device=uuid4())
    assert written(counted) == [(None, Decimal(12))]
    counted.journal.close()


def test_a_number_is_written_when_another_page_is_opened(counted, open_window, hands):
    open_window(counted.journal)
    hands.press("1", "2")
    hands.press("2", modifier=CONTROL)
    assert written(counted) == [(None, Decimal(12))]


def test_tries_are_written_when_another_page_is_opened(house, open_window, hands):
    house.plan("One learning bite", kind=RatingKind.TRIES)
    open_window(house.journal)
    hands.press("2", Key.Key_Tab, "5")
    hands.press("2", modifier=CONTROL)
    assert written(house) == [(None, Tries(took=2, of=5))]
