"""Forty strategies, fifty children, five hundred helpers: sheet, all children and reminders."""

from dataclasses import replace
from datetime import time, timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from homejournal.domain.records.children import Child
from homejournal.domain.records.plan import Often
from homejournal.domain.today.reminders_and_timer import Reminder, reminder_times
from homejournal.ui.base.reminder_settings import RingSettings, put_ring_settings
from homejournal.ui.reminders import ReminderClock, follow_reminders
from tests.ui.conftest import SUNDAY
from tests.ui.today.test_load import MANY, crowded
from tests.ui.together.test_page import plan_for

__all__ = ["crowded"]

Key = Qt.Key
MONDAY = SUNDAY - timedelta(days=6)


@pytest.fixture
def brothers(crowded):
    """A brother who has the same forty strategies, and forty-eight more children."""
    crowded.luis = Child(id=uuid4(), name="Luis")
    rest = [Child(id=uuid4(), name=f"Child {number}") for number in range(48)]
    crowded.journal.records.save(crowded.luis, *rest)
    for number in range(MANY):
        plan_for(crowded, crowded.luis, f"Strategy {number}")
    return crowded


def test_a_sheet_of_forty_strategies_takes_a_key_for_each_box(crowded, open_window, hands):
    window = open_window(crowded.journal, page="week_grid")
    QApplication.processEvents()
    page = window.page
    assert (page.model.rowCount(), page.model.columnCount()) == (MANY, 7)
    page.table.go_to(page.model.index(MANY - 2, 0))
    hands.press("3" * 14)
    monday, sunday = crowded.day(MONDAY).practices, crowded.day(SUNDAY).practices
    assert [one.rating for one in (*monday, *sunday)] == [3] * 4
    names = [crowded.journal.family().strategies[one.strategy].name for one in sunday]
    assert names == ["Strategy 38", "Strategy 39"]
    assert "That was the last box of this week." in hands.texts(page)
    box = page.table.visualRect(page.table.currentIndex())
    assert page.table.viewport().rect().contains(box.center())


def test_of_fifty_children_two_are_written_down_side_by_side(brothers, open_window, hands):
    brothers_ids = (brothers.child.id, brothers.luis.id)
    window = open_window(brothers.journal, page="team")
    window.desk.preferences.remember("together_children", " ".join(map(str, brothers_ids)))
    window.open_page("together")
    QApplication.processEvents()
    assert [len(row) for row in window.page.rows.parts] == [2] * MANY
    last = window.page.rows.parts[-1]
    last[1].lines[0].setFocus()
    hands.press("4")
    QApplication.processEvents()
    practices = [
        brothers.journal.days.between(child, SUNDAY, SUNDAY).practices for child in brothers_ids
    ]
    assert [[one.rating for one in of_child] for of_child in practices] == [[], [4]]
    buttons = [button for button in window.page.findChildren(QPushButton) if button.isVisible()]
    both = [button for button in buttons if button.text() == "Did it for both"]
    assert len(both) == MANY - 1


def test_many_reminders_at_once_are_one_bar_and_not_today_is_one_step(brothers, open_window, clock):
    journal = brothers.journal
    steps = journal.family().steps
    twice = [
        replace(step, often=Often(times=2, slots=("breakfast", "dinner")))
        for own in steps.values()
        for step in own
    ]
    journal.records.save(*twice)
    times = [
        reminder_time
        for child in (brothers.child, brothers.luis)
        for reminder_time in reminder_times(journal.family(), child.id, SUNDAY, ())
    ]
    assert len(times) == 4 * MANY
    window = open_window(journal)
    at = clock.now.replace(tzinfo=None) + timedelta(minutes=1)
    ids = [Reminder(time=one, day=SUNDAY, at=at).id for one in times]
    put_ring_settings(window.desk, RingSettings(times=dict.fromkeys(ids, time(20, 1))))
    follow_reminders(window)
    clock.move(minutes=2)
    ringing = window.findChild(ReminderClock)
    ringing.look()
    assert len(ringing.due) == 4 * MANY
    window.desk.editing.stack.clear()
    ringing._on_not_today()
    assert ringing.due == ()
    assert window.desk.editing.stack.count() == 1
    marks = [
        journal.days.between(child.id, SUNDAY, SUNDAY).marks
        for child in (brothers.child, brothers.luis)
    ]
    assert [len(own) for own in marks] == [2 * MANY, 2 * MANY]
