"""Where the times that ring are set, and what stands beside the clock of the computer."""

from datetime import time, timedelta
from typing import ClassVar

import pytest
from PySide6.QtWidgets import QCheckBox, QPushButton, QSystemTrayIcon

from homejournal.domain.records.plan import Often, OftenKind
from homejournal.services.days.days import PracticeTold
from homejournal.ui import reminders
from homejournal.ui.hiding import Hiding
from tests.ui.reminders.test_reminder_clock import DINNER, bar_of, dialog_of, later, meals, rings

__all__ = ["meals"]


def test_the_dialog_says_that_it_rings_only_while_the_window_is_open(meals, open_window, hands):
    dialog = dialog_of(open_window(meals.journal))
    said = " ".join(hands.texts(dialog))
    assert "Only while homejournal is open on this computer." in said
    assert "calendar file" in said


def test_the_dialog_begins_at_the_first_time_and_says_how_one_is_written(meals, open_window, hands):
    dialog = dialog_of(open_window(meals.journal))
    assert dialog.focusWidget() is dialog.edits[0]
    (said,) = [text for text in hands.texts(dialog) if "means no reminder" in text]
    assert said.replace("\u202f", " ") == "Such as 6:30 PM. Empty means no reminder."


def test_a_time_that_does_not_read_is_said_at_its_field(meals, open_window, hands):
    dialog = dialog_of(open_window(meals.journal))
    dialog.edits[0].setText("soon")
    dialog.save()
    assert dialog.isVisible()
    assert any("Please write a time" in text for text in hands.texts(dialog))


def test_the_usual_time_is_said_and_never_set_by_itself(meals, open_window, hands):
    for day in range(3):
        meals.journal.days.did_it(
            meals.ids["Two choices"],
            meals.clock.now.date() - timedelta(days=day + 1),
            PracticeTold(time=time(18, 40), slot="dinner"),
        )
    dialog = dialog_of(open_window(meals.journal))
    assert any(text.startswith("Usually at 6:40") for text in hands.texts(dialog))
    assert dialog.edits[1].text() == ""


def test_the_dialog_leads_to_the_calendar_file(meals, open_window, hands):
    window = open_window(meals.journal)
    dialog = dialog_of(window)
    hands.named(dialog, QPushButton, "Calendar file…").click()
    assert window.page_name == "visits"
    assert any(type(child).__name__ == "CalendarDialog" for child in window.page.children())


def test_a_plan_without_a_time_is_told_so(house, open_window, hands):
    house.plan("Any days", often=Often(kind=OftenKind.DAYS_A_WEEK, days=3))
    dialog = dialog_of(open_window(house.journal))
    assert any(text.startswith("No strategy has a time") for text in hands.texts(dialog))


class Sign(QSystemTrayIcon):
    """A sign on a computer that has a place for it; keeps what was told."""

    told: ClassVar = []
    shown = False

    def setVisible(self, shown):
        self.shown = shown

    def isVisible(self):
        return self.shown

    def showMessage(self, *said):
        self.told.append(said[:2])


@pytest.fixture
def beside(monkeypatch):
    """A computer with a place beside its clock; returns what was told there."""
    monkeypatch.setattr(Sign, "told", [])
    monkeypatch.setattr(Sign, "isSystemTrayAvailable", staticmethod(lambda: True))
    monkeypatch.setattr(reminders, "QSystemTrayIcon", Sign)
    return Sign.told


def test_beside_the_clock_stands_a_message_that_names_nothing(meals, beside, open_window):
    window = open_window(meals.journal)
    rings(window, 1, DINNER)
    later(meals, window, minutes=30)
    later(meals, window, minutes=1)
    assert beside == [("homejournal", "A reminder")]


def test_a_family_may_choose_to_see_what_it_is_for(meals, beside, open_window):
    window = open_window(meals.journal)
    rings(window, 1, DINNER, names=True)
    later(meals, window, minutes=30)
    assert beside == [("homejournal", "Reminder: Dinner · Two choices")]


def test_without_the_check_mark_nothing_is_beside_the_clock(meals, beside, open_window):
    window = open_window(meals.journal)
    rings(window, 1, DINNER, beside_clock=False)
    later(meals, window, minutes=30)
    assert beside == []
    assert bar_of(window) is not None


def test_the_sign_beside_the_clock_goes_while_the_journal_is_hidden(meals, beside, open_window):
    window = open_window(meals.journal)
    rings(window, 1, DINNER)
    (sign,) = window.findChildren(Sign)
    assert sign.isVisible()
    Hiding.here().hide(window.desk.wording)
    assert not sign.isVisible()
    Hiding.here().show_again()
    assert sign.isVisible()
    window.close()
    assert not sign.isVisible()


def test_a_press_on_the_sign_brings_the_window(meals, beside, open_window):
    window = open_window(meals.journal)
    rings(window, 1, DINNER)
    (sign,) = window.findChildren(Sign)
    window.showMinimized()
    sign.activated.emit(QSystemTrayIcon.ActivationReason.Context)
    assert window.isMinimized()
    sign.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    assert not window.isMinimized()


def test_the_ticks_are_only_there_where_the_computer_shows_messages(meals, beside, open_window):
    dialog = dialog_of(open_window(meals.journal))
    assert sum(box.isVisible() for box in dialog.findChildren(QCheckBox)) == 2


def test_what_has_no_time_of_the_day_is_named(meals, open_window, hands):
    meals.plan("Any day", Often(kind=OftenKind.DAYS_A_WEEK, days=3))
    dialog = dialog_of(open_window(meals.journal))
    (said,) = [text for text in hands.texts(dialog) if "so no reminder" in text]
    assert "Any day" in said
    assert "Two choices" not in said


def test_where_all_have_a_time_nothing_is_said_of_it(meals, open_window, hands):
    dialog = dialog_of(open_window(meals.journal))
    assert not any("so no reminder" in text for text in hands.texts(dialog))
