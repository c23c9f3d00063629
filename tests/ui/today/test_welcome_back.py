"""Coming back after weeks, a clock that was set back, and another time zone."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QPushButton

from homejournal.domain.days.periods import Period
from homejournal.domain.records.children import Child
from homejournal.domain.records.practices import LeftOutReason
from homejournal.services.days.days import MarkTold, PracticeTold
from homejournal.ui.base.preferences import TodayExtra
from tests.ui.conftest import SUNDAY

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
WELCOME = "Welcome back. Start today, or fill in what you remember."
FILL_IN = "Fill in what we remember"


def wrote(house, days_ago):
    """Write a strategy down so many days ago, at that time."""
    now = house.clock.now
    house.clock.move(days=-days_ago)
    day = house.clock.now.date()
    house.journal.days.did_it(house.ids["Two choices"], day)
    house.clock.now = now
    return day


def clock_notice(hands, window):
    """Return what is said of the clock, or nothing."""
    return [text for text in hands.texts(window.page) if "clock says" in text]


def test_who_comes_back_after_weeks_is_welcomed_without_a_number(three, open_window, hands):
    wrote(three, 40)
    window = open_window(three.journal)
    assert WELCOME in hands.texts(window.page)
    assert not any(sign.isdigit() for sign in WELCOME)


def test_nobody_is_welcomed_where_the_family_wants_no_welcome(three, open_window, hands):
    wrote(three, 40)
    window = open_window(three.journal, warm=False)
    window.desk.preferences.want(TodayExtra.GREETING, wanted=False)
    window.warmed()
    assert WELCOME not in hands.texts(window.page)


@pytest.mark.parametrize("days", [0, 1, 14])
def test_two_weeks_are_no_reason_to_greet(three, open_window, hands, days):
    wrote(three, days)
    window = open_window(three.journal)
    assert WELCOME not in hands.texts(window.page)


def test_a_new_journal_greets_nobody(three, open_window, hands):
    window = open_window(three.journal)
    assert WELCOME not in hands.texts(window.page)


def test_the_welcome_leads_to_the_week_where_one_left_off(three, open_window, hands):
    day = wrote(three, 40)
    window = open_window(three.journal)
    hands.click(hands.named(window.page, QPushButton, FILL_IN))
    assert (window.page_name, window.page.day) == ("week_grid", day)
    window.open_page("today")
    assert window.page.day == SUNDAY
    assert WELCOME not in hands.texts(window.page)


def test_the_welcome_is_gone_when_one_comes_again_after_the_first_entry(three, open_window, hands):
    wrote(three, 40)
    window = open_window(three.journal)
    window.open_page("journal")
    window.open_page("today")
    assert WELCOME in hands.texts(window.page)
    hands.press("2")
    assert WELCOME in hands.texts(window.page)
    window.open_page("journal")
    window.open_page("today")
    assert WELCOME not in hands.texts(window.page)


def test_one_is_welcomed_once_a_day(three, open_window, hands, preferences):
    wrote(three, 40)
    window = open_window(three.journal)
    window.set_language("es")
    window.set_language("en")
    assert WELCOME not in hands.texts(window.page)
    three.clock.move(days=1)
    window.follow_day()
    assert WELCOME in hands.texts(window.page)


def test_a_child_that_was_put_away_is_not_missed(three, open_window, hands):
    wrote(three, 40)
    three.journal.records.save(replace(three.child, put_away=SUNDAY))
    window = open_window(three.journal)
    assert WELCOME not in hands.texts(window.page)


def test_each_child_is_looked_at_alone(three, open_window, hands):
    wrote(three, 40)
    other = Child(id=uuid4(), name="Leo")
    three.journal.records.save(other)
    window = open_window(three.journal)
    window.show_child(three.child.id)
    assert WELCOME in hands.texts(window.page)
    window.show_child(other.id)
    assert WELCOME not in hands.texts(window.page)


def test_a_clock_set_back_a_year_is_told_kindly_and_the_newest_day_is_in_reach(
    three, open_window, hands
):
    hour = three.clock.now
    three.journal.days.did_it(three.ids["Two choices"], SUNDAY, PracticeTold(rating=2))
    three.clock.now = hour - timedelta(days=365)
    window = open_window(three.journal)
    assert window.page.day == date(2025, 3, 22)
    (said,) = clock_notice(hands, window)
    assert said == (
        "This computer’s clock says Saturday, March 22, 2025. Your newest entry is from"
        " Sunday, March 22, 2026. Nothing is lost. You may want to check the clock."
    )
    assert WELCOME not in hands.texts(window.page)
    hands.click(hands.named(window.page, QPushButton, "Go to the newest day"))
    assert window.page.day == SUNDAY
    assert window.page.lines[0].said() == "✓ Some help"
    assert not hands.named(window.page, QPushButton, "The week after").isEnabled()
    hands.press(Key.Key_Left, modifier=ALT)
    hands.press(Key.Key_Right, modifier=ALT)
    assert window.page.day == SUNDAY
    hands.named(window.page, QAbstractButton, "Sunday, March 22, 2026: did it")


def test_nobody_is_welcomed_back_by_a_clock_that_is_wrong(three, open_window, hands):
    wrote(three, 430)
    wrote(three, 0)
    three.clock.move(days=-365)
    window = open_window(three.journal)
    assert clock_notice(hands, window)
    assert WELCOME not in hands.texts(window.page)


def test_the_sentence_on_the_clock_goes_when_the_clock_is_right_again(three, open_window, hands):
    three.journal.days.did_it(three.ids["Two choices"], SUNDAY, PracticeTold(rating=2))
    three.clock.move(days=-365)
    window = open_window(three.journal)
    assert clock_notice(hands, window)
    three.clock.move(days=365)
    window.follow_day()
    assert clock_notice(hands, window) == []


def test_what_is_written_while_the_clock_is_back_stays_on_its_day(three, open_window, hands):
    three.journal.days.did_it(three.ids["Two choices"], SUNDAY, PracticeTold(rating=2))
    three.clock.move(days=-1, hours=-1)
    open_window(three.journal)
    hands.press("3")
    saturday = SUNDAY - timedelta(days=1)
    assert [one.rating for one in three.day(saturday).practices] == [3]
    assert [one.rating for one in three.day().practices] == [2]


def test_a_flight_to_the_west_keeps_the_day_that_was_written_in_reach(three, open_window, hands):
    three.clock.now = datetime(2026, 3, 22, 9, 0, tzinfo=timezone(timedelta(hours=9)))
    three.journal.days.did_it(three.ids["Two choices"], SUNDAY, PracticeTold(rating=2))
    three.clock.now = datetime(2026, 3, 22, 3, 0, tzinfo=UTC).astimezone(
        timezone(timedelta(hours=-8))
    )
    window = open_window(three.journal)
    assert window.page.day == date(2026, 3, 21)
    assert clock_notice(hands, window) == []
    hands.press("3", hands.alt("Right"))
    assert window.page.day == SUNDAY
    assert window.page.lines[0].said() == "✓ Some help"
    assert [one.rating for one in three.day().practices] == [2]
    assert [one.rating for one in three.day(date(2026, 3, 21)).practices] == [3]


def test_a_flight_to_the_east_is_not_written_later(three, open_window, hands):
    three.clock.now = datetime(2026, 3, 21, 20, 0, tzinfo=timezone(timedelta(hours=-8)))
    window = open_window(three.journal)
    hands.press("2")
    three.clock.now = datetime(2026, 3, 22, 9, 0, tzinfo=timezone(timedelta(hours=9)))
    window.follow_day()
    assert window.page.day >= date(2026, 3, 21)
    window.page.set_day(date(2026, 3, 21))
    assert window.page.lines[0].said() == "✓ Some help"


def test_asleep_over_midnight_a_half_written_note_stays_with_its_day(three, open_window, hands):
    window = open_window(three.journal)
    hands.press(Key.Key_Return, "She said ba")
    three.clock.move(hours=11)
    window.follow_day()
    assert window.page.day == SUNDAY
    assert any("A new day has begun" in text for text in hands.texts(window.page))
    hands.press("nana")
    hands.press(Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    assert [(one.day, one.text) for one in three.day().notes] == [(SUNDAY, "She said banana")]


def test_days_left_out_ahead_do_not_open_days_to_come(three, open_window, hands):
    ahead = Period(SUNDAY + timedelta(days=2), SUNDAY + timedelta(days=4))
    told = MarkTold(reason=LeftOutReason.AWAY)
    three.journal.days.left_out(three.child.id, ahead, told)
    window = open_window(three.journal)
    hands.press(hands.alt("Right"))
    assert window.page.day == SUNDAY
    assert not hands.named(window.page, QPushButton, "The week after").isEnabled()
