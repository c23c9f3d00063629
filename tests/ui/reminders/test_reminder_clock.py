"""Reminders in the window: off until a time is set, said once, quiet as soon as it is answered."""

from datetime import date, time
from functools import partial

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QPushButton

from homejournal.domain.records.plan import Often
from homejournal.domain.records.practices import MarkKind
from homejournal.services.days.days import PracticeTold
from homejournal.ui.base import reminder_settings
from homejournal.ui.base.actions import Action
from homejournal.ui.hiding import Hiding
from homejournal.ui.reminders import ReminderBar, ReminderClock, RemindersDialog

SUNDAY = date(2026, 3, 22)
NAMED = Often(times=2, slots=("breakfast", "dinner"))


@pytest.fixture
def meals(house):
    """One strategy with two named times; it is 8 p.m. and dinner is usually later."""
    house.plan("Two choices", often=NAMED)
    return house


@pytest.fixture(autouse=True)
def _shown_at_the_end(qapp):
    yield
    Hiding.here().show_again()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def dialog_of(window):
    window.menus.action(Action.REMINDERS).trigger()
    (dialog,) = window.findChildren(RemindersDialog)
    return dialog


def rings(window, place, clock, **said):
    """Set a time in the dialog, by its row."""
    dialog = dialog_of(window)
    dialog.edits[place].set_value(clock)
    for name, ticked in said.items():
        getattr(dialog, name).setChecked(ticked)
    dialog.save()
    assert not dialog.isVisible()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def bar_of(window):
    bar = window.frame.findChild(ReminderBar)
    return bar if bar is not None and bar.isVisible() else None


def later(house, window, **by):
    """Let time go by, and the window look at the clock as it does every half minute."""
    house.clock.move(**by)
    window.findChild(ReminderClock)._clock.timeout.emit()


def press(window, words):
    (button,) = [one for one in bar_of(window).findChildren(QPushButton) if one.text() == words]
    button.click()


DINNER = time(20, 30)


@pytest.fixture
def ringing(meals, open_window):
    """A window in which dinner rings in half an hour."""
    window = open_window(meals.journal)
    rings(window, 1, DINNER)
    return window


def test_nothing_rings_until_a_time_is_set(meals, open_window):
    window = open_window(meals.journal)
    assert window.findChild(ReminderClock) is None
    dialog = dialog_of(window)
    assert [edit.text() for edit in dialog.edits] == ["", ""]
    dialog.save()
    assert window.findChild(ReminderClock) is None


def test_it_says_at_its_time_what_is_planned_and_nothing_before(meals, ringing):
    assert bar_of(ringing) is None
    later(meals, ringing, minutes=29)
    assert bar_of(ringing) is None
    later(meals, ringing, minutes=1)
    assert bar_of(ringing).text() == "Reminder: Dinner · Two choices"


def test_it_is_spoken_once(meals, ringing, monkeypatch):
    said = []
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: said.append(type(event).__name__)
    )
    later(meals, ringing, minutes=30)
    assert said.count("QAccessibleAnnouncementEvent") == 1
    later(meals, ringing, minutes=1)
    assert said.count("QAccessibleAnnouncementEvent") == 1


def test_not_today_writes_the_mark_and_undo_takes_it_back_and_reminds_again(meals, ringing):
    later(meals, ringing, minutes=30)
    press(ringing, "Not today")
    assert bar_of(ringing) is None
    assert [(mark.mark, mark.slot) for mark in meals.day().marks] == [
        (MarkKind.NOT_TODAY, "dinner")
    ]
    assert ringing.frame.toast.text() == "Two choices: not today"
    ringing.frame.toast.undo.emit()
    assert meals.day().marks == ()


def test_in_15_minutes_it_comes_again(meals, ringing):
    later(meals, ringing, minutes=30)
    press(ringing, "In 15 minutes")
    assert bar_of(ringing) is None
    later(meals, ringing, minutes=14)
    assert bar_of(ringing) is None
    later(meals, ringing, minutes=1)
    assert bar_of(ringing) is not None


def test_close_makes_it_quiet_for_the_day_and_writes_nothing(meals, ringing):
    later(meals, ringing, minutes=30)
    press(ringing, "Close")
    later(meals, ringing, minutes=1)
    assert bar_of(ringing) is None
    assert meals.day().marks == ()
    later(meals, ringing, days=1)
    assert bar_of(ringing) is not None


def test_write_it_down_opens_today_and_is_answered(meals, ringing):
    ringing.open_page("team")
    later(meals, ringing, minutes=30)
    press(ringing, "Write it down")
    assert ringing.page_name == "today"
    assert bar_of(ringing) is None


def test_what_is_written_is_not_reminded_of_any_more(meals, ringing):
    later(meals, ringing, minutes=30)
    for slot, still in (("breakfast", True), ("dinner", False)):
        did = partial(
            meals.journal.days.did_it, meals.ids["Two choices"], SUNDAY, PracticeTold(slot=slot)
        )
        ringing.desk.editing.do("Did it", did)
        assert (bar_of(ringing) is not None) is still


def test_after_sleep_there_is_one_bar_for_all_and_nothing_old(meals, open_window):
    meals.plan("Sign more")
    window = open_window(meals.journal)
    rings(window, 0, time(20, 5))
    rings(window, 1, time(23, 0))
    rings(window, 2, time(23, 30))
    later(meals, window, hours=3, minutes=40)  # the computer slept until 11:40 p.m.
    assert len(window.frame.findChildren(ReminderBar)) == 1
    assert bar_of(window).text() == "Reminders:\nDinner · Two choices\nMeals (2) · Sign more"


def test_not_today_for_several_is_one_step(meals, open_window):
    meals.plan("Sign more")
    window = open_window(meals.journal)
    rings(window, 1, DINNER)
    rings(window, 2, DINNER)
    later(meals, window, minutes=30)
    press(window, "Not today")
    assert len(meals.day().marks) == 2
    assert window.frame.toast.text() == "Not today: Two choices and Sign more"
    window.frame.toast.undo.emit()
    assert meals.day().marks == ()


def test_a_clock_that_is_set_back_reminds_no_second_time(meals, ringing):
    later(meals, ringing, minutes=30)
    press(ringing, "Close")
    later(meals, ringing, minutes=-20)
    later(meals, ringing, minutes=20)
    assert bar_of(ringing) is None


def test_a_clock_that_was_years_ahead_does_not_keep_it_quiet(meals, open_window):
    meals.clock.move(days=3 * 365)
    window = open_window(meals.journal)
    rings(window, 1, DINNER)
    later(meals, window, days=-3 * 365)
    later(meals, window, minutes=30)
    assert bar_of(window) is not None


def test_a_hidden_journal_reminds_of_nothing_and_does_so_when_it_is_back(meals, ringing):
    Hiding.here().hide(ringing.desk.wording)
    later(meals, ringing, minutes=30)
    assert ringing.findChild(ReminderClock).due == ()
    Hiding.here().show_again()
    assert bar_of(ringing) is not None


def test_undo_of_the_setting_makes_it_quiet(meals, ringing):
    ringing.frame.toast.undo.emit()
    later(meals, ringing, minutes=30)
    assert bar_of(ringing) is None


def test_the_times_are_kept_for_this_computer_without_a_name(meals, ringing, tmp_path, open_window):
    ringing.desk.preferences.save()
    kept = (tmp_path / "window.ini").read_text()
    assert "20:30" in kept
    assert not any(word in kept.casefold() for word in ("maya", "choices", "dinner"))
    ringing.close()
    assert reminder_settings.ring_settings(ringing.desk).times
    assert not ringing.findChild(ReminderClock)._clock.isActive()


def test_it_goes_on_in_the_next_language(meals, ringing):
    later(meals, ringing, minutes=30)
    ringing.set_language("es")
    assert bar_of(ringing) is not None


def test_it_rings_again_after_the_window_was_opened_anew(meals, ringing, open_window):
    ringing.lifecycle.warmed()  # as on a start, with the time still set
    later(meals, ringing, minutes=30)
    assert bar_of(ringing) is not None


def test_what_the_computer_forgets_leaves_the_times_that_were_set(ringing):
    ringing.desk.preferences.forget()
    assert reminder_settings.rings_here(ringing.desk)
