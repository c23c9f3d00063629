"""The timer: one press to start, one to stop, one to save what it says."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from homejournal.domain.errors import DiskFullError
from homejournal.domain.records.children import Child
from homejournal.domain.records.plan import Often
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.ui.base.actions import Action
from homejournal.ui.widgets.fields.number_field import NumberEdit
from homejournal.ui.window.timer_bar import TimerBar

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def timed(house):
    """Minutes until asleep, and hours in the carrier."""
    house.plan("To bed", kind=RatingKind.NUMBER, unit="minutes")
    house.plan("In the carrier", kind=RatingKind.NUMBER, unit="hours", start=date(2026, 3, 3))
    return house


def bar(window):
    """Return the bar above the pages, or None while there is none to see."""
    found = window.frame.findChild(TimerBar)
    return found if found is not None and found.isVisible() else None


def said(hands, window):
    """Return what the bar says."""
    QApplication.processEvents()
    shown = bar(window)
    shown._say()  # as its clock does every few seconds
    return hands.texts(shown)[1].replace("\u202f", " ")


def ratings(house):
    return [practice.rating for practice in house.day().practices]


def button(hands, window, name, line=0):
    return hands.named(window.page.lines[line], QPushButton, name)


def number_of(window):
    return window.page.lines[0].findChild(NumberEdit)


def test_a_timer_is_started_stopped_and_saved_with_one_press_each(timed, open_window, hands, clock):
    window = open_window(timed.journal)
    assert bar(window) is None
    hands.click(button(hands, window, "Start the timer"))
    clock.move(minutes=25, seconds=20)
    assert said(hands, window) == "Timer for To bed: 25 minutes"
    hands.click(hands.named(bar(window), QPushButton, "Stop"))
    assert ratings(timed) == []
    assert number_of(window).value() == Decimal(25)
    assert said(hands, window) == "Timer for To bed: 25 minutes. It is not written down yet."
    hands.press(Key.Key_Space)
    assert ratings(timed) == [Decimal(25)]
    assert bar(window) is None
    assert timed.journal.timer.running() is None


def test_the_timer_has_a_key_on_its_line(timed, open_window, hands, clock):
    window = open_window(timed.journal)
    hands.press(hands.alt("S"))
    assert "Stop the timer" in hands.texts(window.page.lines[0])
    clock.move(minutes=7)
    window.page.lines[0].setFocus()
    hands.press(hands.alt("S"))
    hands.press(Key.Key_Return)
    assert ratings(timed) == [Decimal(7)]


def test_hours_are_filled_in_as_quarters_of_an_hour(timed, open_window, hands, clock):
    window = open_window(timed.journal)
    hands.click(button(hands, window, "Start the timer", 1))
    clock.move(minutes=80)
    hands.click(button(hands, window, "Stop the timer", 1))
    hands.press(Key.Key_Space)
    assert ratings(timed) == [Decimal("1.25")]


def test_what_the_timer_says_can_be_corrected_before_it_is_saved(timed, open_window, hands, clock):
    window = open_window(timed.journal)
    hands.click(button(hands, window, "Start the timer"))
    clock.move(minutes=25)
    hands.click(button(hands, window, "Stop the timer"))
    field = number_of(window).field
    field.setFocus()
    field.selectAll()
    hands.press("30", Key.Key_Return)
    assert ratings(timed) == [Decimal(30)]
    assert bar(window) is None


def test_there_is_one_timer_at_a_time(timed, open_window, hands, clock):
    window = open_window(timed.journal)
    hands.click(button(hands, window, "Start the timer"))
    hands.click(button(hands, window, "Start the timer", 1))
    assert window.frame.toast.text() == "One timer at a time: the one for To bed runs."
    clock.move(minutes=3)
    assert said(hands, window) == "Timer for To bed: 3 minutes"


def test_what_a_timer_says_is_never_overwritten_by_another(timed, open_window, hands, clock):
    window = open_window(timed.journal)
    hands.click(button(hands, window, "Start the timer"))
    clock.move(minutes=25)
    hands.click(button(hands, window, "Stop the timer"))
    assert "Start the timer" not in hands.texts(window.page.lines[0])
    hands.click(button(hands, window, "Start the timer", 1))
    assert window.frame.toast.text() == "First write down what the timer for To bed says."
    assert said(hands, window).startswith("Timer for To bed: 25 minutes.")


def test_it_fills_in_the_time_that_it_was_started_for(house, open_window, hands, clock, slowly):
    often = Often(times=2, slots=("nap", "night"))
    house.plan("To bed", often, RatingKind.NUMBER, unit="min")
    window = open_window(house.journal)
    hands.press(Key.Key_Down, hands.alt("S"))
    clock.move(minutes=11)
    window.page.lines[1].setFocus()
    hands.press(hands.alt("S"), Key.Key_Space)
    assert [(practice.slot, practice.rating) for practice in house.day().practices] == [
        ("night", Decimal(11))
    ]


def test_it_is_stopped_only_at_the_time_and_on_the_day_that_it_is_for(house, open_window, hands):
    often = Often(times=2, slots=("nap", "night"))
    house.plan("To bed", often, RatingKind.NUMBER, unit="min")
    window = open_window(house.journal)
    hands.press(hands.alt("S"))
    nap, night = window.page.lines
    assert "Stop the timer" in hands.texts(nap)
    assert "Stop the timer" not in hands.texts(night)
    assert "Start the timer" in hands.texts(night)
    hands.press(Key.Key_Left, modifier=ALT)
    assert "Stop the timer" not in hands.texts(window.page)
    assert bar(window) is not None


def test_a_timer_can_be_forgotten(timed, open_window, hands):
    window = open_window(timed.journal)
    hands.click(button(hands, window, "Start the timer"))
    hands.click(hands.named(bar(window), QPushButton, "Forget the timer"))
    assert bar(window) is None
    assert timed.journal.timer.running() is None
    assert "Start the timer" in hands.texts(window.page.lines[0])


def test_the_row_of_another_child_is_found(timed, open_window, hands, clock):
    other = Child(id=uuid4(), name="Leo")
    timed.journal.records.save(other)
    window = open_window(timed.journal)
    window.show_child(timed.child.id)
    hands.click(button(hands, window, "Start the timer"))
    clock.move(minutes=5)
    window.show_child(other.id)
    hands.click(hands.named(bar(window), QPushButton, "Stop"))
    assert window.page.child == timed.child.id
    hands.press(Key.Key_Space)
    assert ratings(timed) == [Decimal(5)]


def test_a_strategy_that_is_gone_has_no_timer(timed, open_window, hands):
    window = open_window(timed.journal)
    hands.click(button(hands, window, "Start the timer"))
    timed.journal.records.delete(timed.ids["To bed"])
    window.window_actions.do(Action.SHOW_TIMER)
    assert bar(window) is None


def test_a_strategy_that_is_paused_meanwhile_is_told(timed, open_window, hands, clock):
    from homejournal.domain.records.plan import PlanStep, StepKind

    window = open_window(timed.journal)
    hands.click(button(hands, window, "Start the timer"))
    step = PlanStep(
        id=uuid4(), strategy=timed.ids["To bed"], from_day=date(2026, 3, 22), step=StepKind.PAUSE
    )
    timed.journal.records.save(step)
    window.page.refresh()
    hands.click(hands.named(bar(window), QPushButton, "Stop"))
    assert window.frame.toast.text() == (
        "The strategy that was timed is not on this day’s page any more."
    )


def test_no_timer_is_offered_for_words_another_day_or_a_written_time(
    house, open_window, hands, clock
):
    house.plan("Words", kind=RatingKind.NUMBER, unit="words")
    house.plan("To bed", kind=RatingKind.NUMBER, unit="minutes", start=date(2026, 3, 3))
    window = open_window(house.journal)
    assert "Start the timer" not in hands.texts(window.page.lines[0])
    assert "Start the timer" in hands.texts(window.page.lines[1])
    hands.press(Key.Key_Down, "4", Key.Key_Return)
    assert "Start the timer" not in hands.texts(window.page.lines[1])
    hands.press(Key.Key_Left, modifier=ALT)
    assert "Start the timer" not in hands.texts(window.page.lines[1])


def test_a_full_disk_is_told_and_nothing_is_timed(timed, open_window, hands, monkeypatch):
    window = open_window(timed.journal)

    def full(place, text):
        raise DiskFullError(timed.journal.folder)

    monkeypatch.setattr(timed.journal.drafts, "keep", full)
    hands.click(button(hands, window, "Start the timer"))
    assert "disk" in window.frame.failure.text()
    assert bar(window) is None


def test_what_is_filled_in_is_spoken(timed, open_window, hands, clock, monkeypatch):
    from homejournal.ui.day_rows.rating import numbers as today_typed

    spoken = []
    monkeypatch.setattr(today_typed, "announce", lambda _on, said: spoken.append(said))
    window = open_window(timed.journal)
    hands.click(button(hands, window, "Start the timer"))
    clock.move(minutes=25)
    hands.click(button(hands, window, "Stop the timer"))
    assert spoken == ["25 minutes"]
