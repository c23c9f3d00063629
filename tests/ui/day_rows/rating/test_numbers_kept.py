"""What is typed where a number is asked for stays until it is written, whatever happens."""

from decimal import Decimal
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt

from homejournal.domain.errors import DiskFullError
from homejournal.domain.records.children import Child
from homejournal.services.opening import open_journal
from homejournal.ui.widgets.fields.number_field import NumberField
from tests.ui.conftest import SUNDAY
from tests.ui.today.numbers_kept import (
    Key,
    counted,
    fields,
    later,
    to_another_day_and_back,
    to_another_language,
    typed,
    types,
    window,
    written,
)

__all__ = ["counted", "later", "window"]
NO_NUMBER = "Please type a number, like 12 or 5.5."
LAST_TIME = "Not saved yet: this is what you typed last time."


@pytest.fixture
def reopened(counted, window, later, open_window, tmp_path):
    """Close the window, and open it on the same journal again."""

    def again():
        assert window.close()
        later.append(open_journal(tmp_path / "journal", clock=counted.clock, device=uuid4()))
        return open_window(later[-1])

    return again


def to_another_child_and_back(window, hands, house):
    other = Child(id=uuid4(), name="Leo")
    house.journal.records.save(other)
    window.show_child(other.id)
    window.show_child(house.child.id)


def to_another_time_and_back(window, hands, house):
    nap, night = window.page.rows[0].lines
    night.setFocus()
    assert [one.text() for one in night.findChildren(NumberField)] == [""]
    nap.setFocus()


def to_another_page_and_back(window, hands, house):
    hands.press("2", modifier=Qt.KeyboardModifier.ControlModifier)
    hands.press("1", modifier=Qt.KeyboardModifier.ControlModifier)


def over_midnight_on_another_page(window, hands, house):
    window.open_page("plan")
    house.clock.move(days=1)
    window.follow_day()
    window.open_page("today", SUNDAY)


WAYS = [
    to_another_day_and_back,
    to_another_child_and_back,
    to_another_language,
    to_another_time_and_back,
    to_another_page_and_back,
    over_midnight_on_another_page,
]


@pytest.mark.parametrize("goes", WAYS)
def test_what_is_no_number_stands_in_its_field_again(window, counted, hands, goes):
    types(hands, window, "3x")
    goes(window, hands, counted)
    assert typed(window) == ["3x"]
    assert NO_NUMBER in hands.texts(window.page.lines[0])
    assert written(counted) == []


def test_so_do_tries_of_which_one_is_missing(window, counted, hands):
    types(hands, window, "2", "x", strategy=1)
    to_another_day_and_back(window, hands, counted)
    assert typed(window, 1) == ["2", "x"]


def test_at_midnight_the_day_stays_while_somebody_types(window, counted, hands):
    types(hands, window, "3x")
    counted.clock.move(days=1)
    window.follow_day()
    assert (window.page.day, typed(window)) == (SUNDAY, ["3x"])
    assert any("A new day has begun" in one for one in hands.texts(window.page))
    types(hands, window, Key.Key_Backspace, "0")
    hands.press(Key.Key_Backspace, Key.Key_Backspace, Key.Key_Backspace, "12", Key.Key_Return)
    assert written(counted) == [("nap", Decimal(12))]


def test_it_is_there_after_the_window_was_closed(window, hands, reopened):
    types(hands, window, "3x")
    again = reopened()
    assert typed(again) == ["3x"]
    assert NO_NUMBER in hands.texts(again.page.lines[0])


@pytest.mark.usefixtures("drafts_at_once")
def test_a_number_outlives_a_program_that_ends_while_it_is_typed(window, counted, hands, qtbot):
    window.page.lines[0]._number.pause.setInterval(0)
    types(hands, window, "12")
    qtbot.waitUntil(lambda: "12" in counted.journal.drafts.kept().values())
    assert written(counted) == []
    hands.press(Key.Key_Return)
    assert counted.journal.drafts.kept() == {}
    assert written(counted) == [("nap", Decimal(12))]


def test_a_number_that_was_never_left_says_that_it_is_not_saved(window, counted, hands, reopened):
    types(hands, window, "12")
    window.page.lines[0].keep_typing()
    counted.journal.days.not_today(  # nothing that is typed, but the page is shown anew
        counted.child.id, SUNDAY, told(counted)
    )
    kept = counted.journal.drafts.kept()
    fields(window)[0].clear()
    window.page.lines[0].keep_typing()
    for place, text in kept.items():
        counted.journal.drafts.keep(place, text)
    again = reopened()
    assert typed(again) == ["12"]
    assert LAST_TIME in hands.texts(again.page.lines[0])


def told(house):
    from homejournal.services.days.days import MarkTold

    return MarkTold(strategy=house.ids["Bites"])


def test_what_was_emptied_or_written_is_not_kept(window, counted, hands):
    types(hands, window, "3x")
    to_another_day_and_back(window, hands, counted)
    types(hands, window, "")
    hands.press(Key.Key_Backspace, Key.Key_Backspace)
    to_another_day_and_back(window, hands, counted)
    assert (typed(window), counted.journal.drafts.kept()) == ([""], {})


def test_the_same_number_once_more_is_nothing_new(window, counted, hands):
    types(hands, window, "5")
    hands.press(Key.Key_Return)
    fields(window)[0].setFocus()
    hands.press(Key.Key_End, "3")
    window.page.lines[0].keep_typing()
    assert list(counted.journal.drafts.kept().values()) == ["53"]
    hands.press(Key.Key_Backspace)
    window.page.lines[0].setFocus()
    window.page.refresh()
    window.page.keep_typing()
    assert counted.journal.drafts.kept() == {}
    assert written(counted) == [("nap", Decimal(5))]


@pytest.fixture
def full(monkeypatch):
    """Let nothing be written any more."""

    def fill(journal):
        def fails(*_told, **_more):
            raise DiskFullError(journal.folder)

        for service, call in (
            (journal.days, "did_it"),
            (journal.notes, "write"),
            (journal.drafts, "keep"),
            (journal.drafts, "drop"),
        ):
            monkeypatch.setattr(service, call, fails)

    yield fill
    monkeypatch.undo()


def test_a_number_that_a_full_disk_does_not_take_holds_the_window_once(
    window, counted, hands, full
):
    types(hands, window, "12")
    full(counted.journal)
    to_another_day_and_back(window, hands, counted)
    assert typed(window) == ["12"]
    to_another_language(window, hands, counted)
    assert typed(window) == ["12"]
    assert not window.close()
    assert "not saved" in window.frame.failure.text()
