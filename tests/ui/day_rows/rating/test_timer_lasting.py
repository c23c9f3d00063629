"""A timer over the closing of the window, other days and clocks that are set."""

from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from homejournal.services.opening import open_journal
from tests.ui.day_rows.rating.test_timer import Key, bar, button, number_of, ratings, said, timed

__all__ = ["timed"]


def test_the_timer_goes_on_while_the_window_is_closed(timed, open_window, hands, clock, tmp_path):
    window = open_window(timed.journal)
    hands.click(button(hands, window, "Start the timer"))
    window.close()
    clock.move(minutes=12)
    timed.journal = open_journal(tmp_path / "journal", clock=clock, device=uuid4())
    window = open_window(timed.journal)
    assert said(hands, window) == "Timer for To bed: 12 minutes"
    window.open_page("plan")
    hands.click(hands.named(bar(window), QPushButton, "Stop"))
    assert window.page_name == "today"
    hands.press(Key.Key_Space)
    assert ratings(timed) == [Decimal(12)]


def test_a_stopped_timer_is_there_again_after_the_window_was_closed(
    timed, open_window, hands, clock, tmp_path
):
    window = open_window(timed.journal)
    hands.click(button(hands, window, "Start the timer"))
    clock.move(minutes=9)
    hands.click(button(hands, window, "Stop the timer"))
    window.close()
    clock.move(hours=20)
    timed.journal = open_journal(tmp_path / "journal", clock=clock, device=uuid4())
    window = open_window(timed.journal)
    assert said(hands, window) == "Timer for To bed: 9 minutes. It is not written down yet."
    hands.click(hands.named(bar(window), QPushButton, "Write it down"))
    assert window.page.day == date(2026, 3, 22)
    hands.press(Key.Key_Space)
    assert ratings(timed) == [Decimal(9)]


@pytest.mark.parametrize("by", [{"days": -365}, {"hours": 13}, {"minutes": -1}])
def test_where_the_clock_cannot_tell_the_family_is_asked(timed, open_window, hands, clock, by):
    window = open_window(timed.journal)
    hands.click(button(hands, window, "Start the timer"))
    clock.move(**by)
    assert said(hands, window).startswith(
        "The timer for To bed began on Sunday, March 22, 2026 at 8:00 PM. The clock cannot tell"
    )
    hands.click(hands.named(bar(window), QPushButton, "Write it down"))
    assert window.page.day == date(2026, 3, 22)
    assert number_of(window).value() is None
    hands.press("40", Key.Key_Return)
    assert ratings(timed) == [Decimal(40)]
    assert bar(window) is None


def test_the_time_zone_does_not_matter_to_the_timer(timed, open_window, hands, clock):
    window = open_window(timed.journal)
    hands.click(button(hands, window, "Start the timer"))
    clock.now = (clock.now + timedelta(minutes=8)).astimezone(timezone(timedelta(hours=9)))
    assert said(hands, window) == "Timer for To bed: 8 minutes"


def test_it_belongs_to_the_day_on_which_it_began(timed, open_window, hands, clock):
    clock.now = datetime(2026, 3, 23, 3, 50, tzinfo=clock.now.tzinfo)
    window = open_window(timed.journal)
    hands.click(button(hands, window, "Start the timer"))
    clock.move(minutes=20)
    window.follow_day()
    assert window.page.day == date(2026, 3, 23)
    hands.click(hands.named(bar(window), QPushButton, "Stop"))
    assert window.page.day == date(2026, 3, 22)
    hands.press(Key.Key_Space)
    assert ratings(timed) == [Decimal(20)]


def test_in_another_language_the_timer_goes_on(timed, open_window, hands, clock):
    window = open_window(timed.journal)
    hands.click(button(hands, window, "Start the timer"))
    window.set_language("es")
    QApplication.processEvents()
    assert bar(window) is not None
    window.set_language("en")
