"""A real double click, as the windowing system sends it, does a deed on Today once."""

from uuid import uuid4

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from homejournal.domain.days.periods import Period
from homejournal.domain.records.notes import Note
from homejournal.domain.records.plan import Often, Weekday
from homejournal.domain.records.practices import LeftOutReason, MarkKind
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.services.days.days import MarkTold
from homejournal.ui.widgets.fields.answer_bar import Segment
from homejournal.ui.widgets.line_buttons import SecondLine
from tests.ui.conftest import SUNDAY
from tests.ui.day_lines import drawer_of, menu_of, segment

LATE = 1_000_000_000
"""Later than anything that Qt's own tests press."""


def double_click(window, part):
    """Press twice through the window's handle, so that Qt itself finds the double click."""
    QApplication.processEvents()  # so that everything has its place
    place = part.mapTo(window, part.rect().center())
    QTest.mouseDClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=place)
    QApplication.processEvents()


def press_fast(part, times):
    """Press so often at one place, a tenth of a second after one another."""
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    place = part.rect().center().toPointF()
    for time in range(times):
        down = QEvent.Type.MouseButtonDblClick if time % 2 else QEvent.Type.MouseButtonPress
        for kind, soon in ((down, 0), (QEvent.Type.MouseButtonRelease, 30)):
            event = QMouseEvent(kind, place, part.mapToGlobal(place), left, left, none)
            event.setTimestamp(LATE + time * 100 + soon)
            QApplication.sendEvent(part, event)


def steps(window):
    """Return how many steps could be taken back."""
    return window._editing.stack.index()


def test_not_today_is_written_once(three, open_window, hands):
    window = open_window(three.journal)
    double_click(window, segment(window.page.lines[0], "Not today"))
    assert [mark.mark for mark in three.day().marks] == [MarkKind.NOT_TODAY]
    assert steps(window) == 1


def test_two_fast_double_clicks_write_not_today_once(three, open_window, hands):
    window = open_window(three.journal)
    press_fast(segment(window.page.lines[0], "Not today"), 4)
    assert [mark.mark for mark in three.day().marks] == [MarkKind.NOT_TODAY]
    assert steps(window) == 1


def test_a_click_after_a_pause_says_nothing_new(three, open_window):
    window = open_window(three.journal)
    answer = segment(window.page.lines[0], "Not today")
    double_click(window, answer)
    place = answer.mapTo(window, answer.rect().center())
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=place, delay=600)
    assert [mark.mark for mark in three.day().marks] == [MarkKind.NOT_TODAY]
    assert steps(window) == 1


def test_a_strategy_without_a_rating_is_written_once(house, open_window, hands):
    house.plan("Warm bath", Often(times=3), kind=RatingKind.NONE)
    window = open_window(house.journal)
    double_click(window, segment(window.page.lines[0], "Did it"))
    assert len(house.day().practices) == steps(window) == 1


def test_a_rating_is_written_for_one_time(house, open_window, hands):
    house.plan("Pause and wait", Often(times=3))
    window = open_window(house.journal)
    press_fast(hands.named(window.page.lines[0], Segment, "Some help"), 4)
    assert [one.rating for one in house.day().practices] == [2]
    assert steps(window) == 1


def test_a_strategy_that_is_not_planned_is_written_once(house, open_window, hands):
    house.plan("Swim", Often(weekdays=(Weekday.SAT,)))
    house.plan("Sing", Often(weekdays=(Weekday.SAT,)))
    window = open_window(house.journal)
    double_click(window, hands.named(window.page, QPushButton, "Swim: did it"))
    assert len(house.day().practices) == steps(window) == 1


def test_a_day_left_out_is_taken_back_once(three, open_window, hands):
    told = MarkTold(reason=LeftOutReason.SICK)
    three.journal.days.left_out(three.child.id, Period(SUNDAY, SUNDAY), told)
    window = open_window(three.journal)
    double_click(window, hands.named(window.page, QPushButton, "Not left out after all"))
    assert three.day().marks == three.day().practices == ()
    assert steps(window) == 1


def test_one_note_of_three_is_removed(house, open_window):
    for text in ("She waved", "She waved again", "And once more"):
        note = Note(id=uuid4(), child=house.child.id, day=SUNDAY, text=text)
        house.journal.notes.write(note)
    window = open_window(house.journal)
    remove = [
        one
        for one in window.page.moments.findChildren(QPushButton)
        if one.isVisible() and one.text() == "Remove"
    ]
    double_click(window, remove[0])
    assert len(house.day().notes) == 2


def test_undo_is_done_once(three, open_window, hands):
    window = open_window(three.journal)
    hands.press("2", Qt.Key.Key_Down, "3")
    double_click(window, hands.named(window.frame.toast, QPushButton, "Undo"))
    assert [one.rating for one in three.day().practices] == [2]


def test_a_note_stays_open(three, open_window):
    window = open_window(three.journal)
    double_click(window, window.page.lines[0].findChild(SecondLine))
    assert drawer_of(window).panel is window.page.lines[0].note


def test_a_menu_stays_open(three, open_window):
    window = open_window(three.journal)
    double_click(window, menu_of(window.page.lines[0]))
    menu = QApplication.activePopupWidget()
    assert menu is not None
    menu.close()


def test_a_key_that_is_held_down_writes_once(three, open_window):
    window = open_window(three.journal)
    for again in (False, True, True):
        event = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier, "n", again
        )
        QApplication.sendEvent(QApplication.focusWidget(), event)
    assert [mark.mark for mark in three.day().marks] == [MarkKind.NOT_TODAY]
    assert steps(window) == 1
