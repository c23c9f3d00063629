"""On a full disk Today says what is not saved yet, and saves it as soon as there is room."""

from contextlib import contextmanager
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from homejournal.domain.errors import DiskFullError, StaleChangeError
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.storage.journal.store import Store
from homejournal.ui.day_rows.answer_line import AnswerLine
from homejournal.ui.widgets.cards.notice import NotSaved
from homejournal.ui.window.main_window import AGAIN_MS, SaveRetry
from tests.ui.conftest import SUNDAY
from tests.ui.day_lines import choose_in_menu
from tests.ui.together.test_page import with_luis
from tests.ui.waiting import settle

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@contextmanager
def full(monkeypatch):
    """Let the disk take nothing for a while."""

    @contextmanager
    def refuse(store, *_told, **_more):
        raise DiskFullError(store.folder.path)
        yield

    with monkeypatch.context() as broken:
        broken.setattr(Store, "transaction", refuse)
        yield


def waiting(part):
    """Return what a line or the card of moments says that is not saved."""
    if isinstance(part, AnswerLine):
        return [part.said()] if part.said().startswith("Not saved yet") else []
    return [one.accessibleName() for one in part.findChildren(NotSaved) if one.isVisible()]


def again(window):
    return window.findChild(SaveRetry)


@pytest.fixture
def window(three, open_window):
    return open_window(three.journal)


def typed(window, hands, words):
    hands.press(Key.Key_Return, words)
    window.page.lines[1].setFocus()


def test_a_note_that_is_not_saved_says_so_and_no_earlier_step_is_told(
    three, window, hands, qtbot, monkeypatch
):
    card = window.page.lines[0]
    hands.press("2")
    assert card.said() == "✓ Some help"
    assert window.frame.toast.isVisible()
    with full(monkeypatch):
        typed(window, hands, "Do not lose me")
        settle(window, qtbot)
        assert waiting(card) == ["Not saved yet Do not lose me"]
        assert window.frame.toast.isHidden()
        assert "is not saved yet" in window.frame.failure.text()
        assert "Do not lose me" in card._text.accessibleName()
        window.frame.failure.button.click()
        assert waiting(card) == ["Not saved yet Do not lose me"]
        assert window.frame.failure.button.text() == "Try again"
    window.frame.failure.button.click()
    assert [note.text for note in three.day().notes] == ["Do not lose me"]
    assert waiting(card) == []
    assert card.said() == "✓ Some help Do not lose me"
    assert card.note.field.text() == "Do not lose me"
    assert window.frame.failure.isHidden()


def test_a_press_waits_and_is_shown_as_waiting_with_what_was_pressed(
    three, window, hands, qtbot, monkeypatch
):
    card = window.page.lines[0]
    with full(monkeypatch):
        hands.press("2")
        settle(window, qtbot)
        assert waiting(card) == ["Not saved yet: some help"]
        again(window).now()
        assert waiting(card) == ["Not saved yet: some help"]
        assert window.frame.shows_waiting
    focused = QApplication.focusWidget()
    again(window).by_itself()
    assert [practice.rating for practice in three.day().practices] == [2]
    assert waiting(card) == []
    assert QApplication.focusWidget() is focused
    hands.press("z", modifier=CONTROL)
    assert three.day().practices == ()


def test_all_that_waits_is_saved_with_the_next_save(three, window, hands, qtbot, monkeypatch):
    with full(monkeypatch):
        hands.press("2")
        typed(window, hands, "Do not lose me")
        window.page.lines[1].setFocus()
        hands.press(hands.alt("N"))
        assert waiting(window.page.lines[1]) == ["Not saved yet: not today"]
    window.page.lines[2].setFocus()
    hands.press("3")
    qtbot.waitUntil(lambda: not window.desk.editing.unfinished.waits)
    day = three.day()
    assert sorted(practice.rating for practice in day.practices) == [2, 3]
    assert [note.text for note in day.notes] == ["Do not lose me"]
    assert len(day.marks) == 1


def test_what_is_pressed_instead_takes_the_place_of_what_waits(three, window, hands, monkeypatch):
    with full(monkeypatch):
        hands.press("2")
        hands.press("4")
    again(window).now()
    assert [practice.rating for practice in three.day().practices] == [4]
    again(window).by_itself()  # nothing waits any more
    assert len(three.day().practices) == 1


def test_left_out_waits_too(three, window, hands, qtbot, monkeypatch):
    card = window.page.lines[0]
    with full(monkeypatch):
        choose_in_menu(card, "Sick")
        settle(window, qtbot)
        assert waiting(card)[0].startswith("Not saved yet: ")
    again(window).now()
    assert len(three.day().marks) == 1


def test_words_typed_on_after_a_refusal_become_one_note(three, window, hands, qtbot, monkeypatch):
    with full(monkeypatch):
        typed(window, hands, "Do not lose me")
    window.page.lines[0].open_note()
    hands.press(" please")
    again(window).by_itself()
    assert three.day().notes == ()
    window.page.lines[1].setFocus()
    assert [note.text for note in three.day().notes] == ["Do not lose me please"]


def test_a_note_waits_for_its_own_day_also_where_another_is_shown(
    three, window, hands, qtbot, monkeypatch
):
    with full(monkeypatch):
        typed(window, hands, "Do not lose me")
        window.page.open_at(SUNDAY - timedelta(days=1))
        settle(window, qtbot)
    again(window).now()
    assert [note.text for note in three.day().notes] == ["Do not lose me"]
    window.page.open_at(SUNDAY)
    settle(window, qtbot)
    assert waiting(window.page.lines[0]) == []
    assert window.page.lines[0].note.field.text() == "Do not lose me"


def test_a_note_that_is_taken_away_on_a_full_disk_waits(three, window, hands, qtbot, monkeypatch):
    typed(window, hands, "Gone soon")
    field = window.page.lines[0].note.field
    with full(monkeypatch):
        window.page.lines[0].open_note()
        field.set_text("")
        window.page.lines[1].setFocus()
        settle(window, qtbot)
        assert waiting(window.page.lines[0]) == ["Not saved yet: Note removed"]
    again(window).now()
    assert three.day().notes == ()


def test_a_moment_waits_and_is_gone_from_its_field_once_it_is_saved(
    three, window, hands, monkeypatch
):
    with full(monkeypatch):
        hands.press("n", modifier=CONTROL)
        hands.press("She said ball")
        window.page.lines[1].setFocus()
        assert waiting(window.page.moments) == ["Not saved yet"]
        window.page.moments.note.field.setFocus()
        hands.press("!")
        window.page.lines[1].setFocus()
    again(window).now()
    assert [note.text for note in three.day().notes] == ["She said ball!"]
    assert window.page.moments.note.field.text() == ""
    assert waiting(window.page.moments) == []


def test_a_typed_number_waits_once(house, open_window, hands, qtbot, monkeypatch):
    house.plan("Asleep", kind=RatingKind.NUMBER, unit="minutes")
    window = open_window(house.journal)
    card = window.page.lines[-1]
    card.setFocus()
    with full(monkeypatch):
        hands.press("1")
        hands.press("2")
        hands.press(Key.Key_Return)
        settle(window, qtbot)
        assert waiting(card) == ["Not saved yet: 12 minutes"]
    again(window).now()
    assert [practice.rating for practice in house.day().practices] == [12]
    assert waiting(card) == []
    assert card.unfinished() == {}
    assert house.journal.drafts.kept() == {}


def test_closing_warns_of_what_was_pressed_and_closes_at_the_second_try(window, hands, monkeypatch):
    with full(monkeypatch):
        hands.press("2")
        assert not window.close()
        assert "typed or pressed" in window.frame.failure.text()
        assert window.close()


def test_it_is_tried_by_itself_after_some_seconds_and_said_again_where_it_was_hidden(
    window, hands, monkeypatch
):
    with full(monkeypatch):
        hands.press("2")
        trying = again(window)
        assert trying._timer.interval() == AGAIN_MS
        window.frame.forget_failure()
        trying.by_itself()
        assert window.frame.shows_waiting
        trying.by_itself()
        assert trying._timer.isActive()
    trying.now()


def test_what_cannot_be_done_any_more_is_told_and_waits_no_more(three, window, hands, monkeypatch):
    def stale(*_told):
        raise StaleChangeError

    with full(monkeypatch):
        hands.press("2")
    waits = window.desk.editing.unfinished.waits
    (place,) = waits
    waits[place] = waits[place]._replace(call=stale)
    again(window).now()
    assert waits == {}
    assert "changed again meanwhile" in window.frame.failure.text()
    assert window.frame.failure.button.text() == "OK"


def test_the_page_of_all_children_says_it_too(three, open_together, hands, qtbot, monkeypatch):
    with_luis(three, "Two choices")
    twins_window = open_together(three)
    cell = twins_window.page.rows.parts[0][0].lines[0]
    cell.setFocus()
    with full(monkeypatch):
        hands.press("2")
        settle(twins_window, qtbot)
        assert waiting(cell) == ["Not saved yet: some help"]
    again(twins_window).now()
    assert waiting(cell) == []


def test_what_is_said_anew_while_it_is_tried_is_not_written_twice(
    three, window, hands, monkeypatch
):
    editing = window.desk.editing
    with full(monkeypatch):
        hands.press("2")
        window.page.lines[1].setFocus()
        hands.press("3")
    editing.changed.connect(editing.unfinished.waits.clear)
    again(window).now()
    assert [practice.rating for practice in three.day().practices] == [2]


def test_what_is_said_for_all_children_waits_too(three, open_together, monkeypatch, hands):
    with_luis(three, "Two choices")
    window = open_together(three)
    with full(monkeypatch):
        hands.click(hands.named(window, QPushButton, "Not today for both"))
        assert "is not saved yet" in window.frame.failure.text()
    again(window).now()
    assert window.frame.failure.isHidden()
    assert {line.is_open for line in window.page.rows.lines} == {True, False}
