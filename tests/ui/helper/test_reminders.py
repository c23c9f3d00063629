"""Today for a helper: reminders come there as well, and say no more than the cards do."""

from datetime import time
from uuid import uuid4

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QPushButton

from homejournal.domain.days.periods import family_day
from homejournal.domain.records.children import Child
from homejournal.domain.records.plan import Often
from homejournal.domain.records.practices import MarkKind
from homejournal.domain.records.record import Kind
from homejournal.ui.base.actions import Action
from homejournal.ui.helper.session import HelperDialog
from homejournal.ui.hiding import Hiding
from homejournal.ui.reminders import ReminderBar
from homejournal.ui.widgets.layout.focus import has_focus_inside
from tests.ui.day_lines import chosen, offered
from tests.ui.helper.test_session import GRANDMA, Key, _shown_at_the_end, begun
from tests.ui.reminders.test_reminder_clock import DINNER, bar_of, later, rings

__all__ = ["_shown_at_the_end"]
DUE = "Reminder: Dinner · Two choices"


@pytest.fixture
def window(house, open_window):
    """A window in which dinner rings in half an hour."""
    house.plan("Two choices", often=Often(times=2, slots=("breakfast", "dinner")))
    house.journal.records.save(GRANDMA)
    made = open_window(house.journal)
    rings(made, 1, DINNER)
    return made


def bar_on(cover):
    bar = cover.findChild(ReminderBar)
    return bar if bar is not None and bar.isVisible() else None


def press(cover, words):
    (button,) = [one for one in bar_on(cover).findChildren(QPushButton) if one.text() == words]
    button.click()


def asked(window):
    window.menus.action(Action.FOR_HELPER).trigger()
    (dialog,) = window.findChildren(HelperDialog)
    return dialog


def test_what_is_due_comes_in_the_helpers_window_and_is_spoken(
    window, house, hands, qtbot, announced
):
    cover = begun(window, hands, qtbot)
    later(house, window, minutes=29)
    assert bar_on(cover) is None
    later(house, window, minutes=1)
    assert bar_on(cover).text() == DUE
    assert announced.count(DUE) == 1
    assert bar_of(window) is None


def test_what_was_due_before_stands_there_and_afterwards_above_the_pages(
    window, house, hands, qtbot
):
    later(house, window, minutes=30)
    cover = begun(window, hands, qtbot)
    assert bar_on(cover).text() == DUE
    hands.click(cover.back)
    qtbot.waitUntil(window.isActiveWindow)
    assert bar_of(window).text() == DUE


def test_not_today_is_said_under_the_helpers_name_and_counted(window, house, hands, qtbot):
    cover = begun(window, hands, qtbot)
    later(house, window, minutes=30)
    press(cover, "Not today")
    (mark,) = house.day().marks
    assert (mark.mark, mark.slot, mark.helper) == (MarkKind.NOT_TODAY, "dinner", GRANDMA.id)
    assert bar_on(cover) is None
    assert cover.written == 1
    dinner = cover.day.rows.lines[1]
    assert chosen(dinner) == "Not today"
    assert "Take back “not today”" in offered(dinner)  # it is the helper's own


def test_write_it_down_leads_to_its_card_whichever_child_is_shown(window, house, hands, qtbot):
    house.journal.records.save(Child(id=uuid4(), name="Lena"))
    cover = begun(window, hands, qtbot)
    cover.day._show_child(
        next(c.id for c in house.journal.family().children.values() if c.name == "Lena")
    )
    later(house, window, minutes=30)
    press(cover, "Write it down")
    assert has_focus_inside(cover.day.rows.lines[0])
    hands.press("2")
    (written,) = house.journal.records.all_of(Kind.PRACTICE)
    assert written.helper == GRANDMA.id
    assert window.page_name == "today"
    assert [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()] == [cover]


def test_in_15_minutes_and_close_answer_there_as_well(window, house, hands, qtbot):
    cover = begun(window, hands, qtbot)
    later(house, window, minutes=30)
    press(cover, "In 15 minutes")
    assert bar_on(cover) is None
    later(house, window, minutes=15)
    press(cover, "Close")
    later(house, window, minutes=1)
    assert bar_on(cover) is None


def test_the_neutral_window_says_nothing(window, house, hands, qtbot, announced):
    cover = begun(window, hands, qtbot)
    hands.press(Key.Key_F9)
    later(house, window, minutes=30)
    assert bar_on(cover) is None
    assert DUE not in announced
    hands.press(Key.Key_F9)
    later(house, window, minutes=0)
    assert bar_on(cover).text() == DUE
    assert announced.count(DUE) == 1


def test_what_belongs_to_the_day_before_is_not_said_to_a_helper(window, house, hands, qtbot, clock):
    rings(window, 1, time(23, 50))
    cover = begun(window, hands, qtbot)
    later(house, window, hours=3, minutes=50)
    assert bar_on(cover) is not None
    before = window.desk.today()
    end = house.journal.settings.day_end
    while family_day(clock(), end) == before:
        later(house, window, minutes=10)
    assert bar_on(cover) is None


def test_before_it_begins_the_family_is_told_where_a_reminder_is_set(window, hands, qtbot):
    dialog = asked(window)
    assert "Reminders come there" in " ".join(hands.texts(dialog))
    dialog.reject()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    rings(window, 1, None)
    assert "Reminders come there" not in " ".join(hands.texts(asked(window)))
    assert not Hiding.here().is_on


@pytest.mark.parametrize("width", [900, 340])
def test_what_is_due_stands_as_wide_as_the_cards_below(window, house, hands, qtbot, width):
    cover = begun(window, hands, qtbot)
    cover.resize(width, 700)
    later(house, window, minutes=30)
    QApplication.processEvents()
    card = cover.day.rows.rows[0]

    def sides(part):
        left = part.mapTo(cover, part.rect().topLeft()).x()
        return left, left + part.width()

    qtbot.waitUntil(lambda: sides(bar_on(cover)) == sides(card))
