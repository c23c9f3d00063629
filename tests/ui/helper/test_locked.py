"""Today for a helper under a lock: what was being written is kept, and the lock says so."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from homejournal.domain.errors import DiskFullError
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.domain.records.record import Kind
from homejournal.ui.hiding import Hiding
from homejournal.ui.safe.password.lock import LockCover, locking_of
from homejournal.ui.widgets.fields.number_field import NumberField
from tests.ui.helper.test_session import GRANDMA, Key, _shown_at_the_end, begun, texts
from tests.ui.hiding.test_hide_windows import visible
from tests.ui.safe.password.test_lock import TYPED, unlock

__all__ = ["_shown_at_the_end"]


@pytest.fixture
def window(house, open_window, qtbot):
    """The window on a journal with a password; a card asks for minutes, another for tries."""
    house.plan("Asleep", kind=RatingKind.NUMBER, unit="minutes")
    house.plan("Steps", kind=RatingKind.TRIES)
    house.journal.records.save(GRANDMA)
    service = house.journal.safe.password
    service.finish(service.prepare_on(service.new_key(), TYPED))
    made = open_window(house.journal)
    qtbot.waitUntil(lambda: not made.is_busy)
    return made


def locked(window, qtbot):
    """Let idle minutes go by."""
    locking_of(window)._idle.timeout.emit()
    qtbot.waitUntil(lambda: window.journal.safe.is_locked)
    (lock,) = visible()
    assert isinstance(lock, LockCover)
    return lock


def opened(window, lock, qtbot, hands):
    unlock(lock, qtbot, hands)
    qtbot.waitUntil(window.isActiveWindow)


def card_of(part, name):
    (card,) = [one for one in part if one.card.strategy.name == name]
    return card


def notes_of(journal):
    return {one.text: one.helper for one in journal.records.all_of(Kind.NOTE)}


def test_words_and_a_number_that_were_being_typed_are_kept(window, hands, qtbot):
    cover = begun(window, hands, qtbot)
    card = card_of(cover.day.rows.lines, "Asleep")
    card.open_note()
    hands.press("Two songs")
    card.setFocus()
    hands.press("1")
    hands.press("2")
    opened(window, locked(window, qtbot), qtbot, hands)
    assert notes_of(window.journal) == {"Two songs": GRANDMA.id}
    (written,) = window.journal.records.all_of(Kind.PRACTICE)
    assert (written.helper, written.rating) == (GRANDMA.id, 12)
    assert "2 things were written meanwhile" in window.frame.toast.text()


def test_so_it_is_on_the_way_back_without_a_lock(window, hands, qtbot):
    cover = begun(window, hands, qtbot)
    card_of(cover.day.rows.lines, "Asleep").setFocus()
    hands.press("7")
    cover.day.keep_typing()
    (written,) = window.journal.records.all_of(Kind.PRACTICE)
    assert (written.helper, written.rating) == (GRANDMA.id, 7)


@pytest.mark.parametrize(("name", "said"), [("Asleep", "type a number"), ("Steps", "both numbers")])
def test_what_is_no_number_yet_stands_unfinished_at_its_card(window, hands, qtbot, name, said):
    cover = begun(window, hands, qtbot)
    card = card_of(cover.day.rows.lines, name)
    card.setFocus()
    for key in "12 or so":
        hands.press(key)
    opened(window, locked(window, qtbot), qtbot, hands)
    assert window.journal.records.all_of(Kind.PRACTICE) == []
    card = card_of(window.page.lines, name)
    assert "12 or so" in [one.text() for one in card.findChildren(NumberField)]
    assert said in card.said()


@pytest.mark.measured
def test_what_the_disk_does_not_take_is_there_after_the_lock(window, hands, qtbot, monkeypatch):
    def full(*_told, **_more):
        raise DiskFullError(window.journal.folder)

    cover = begun(window, hands, qtbot)
    card_of(cover.day.rows.lines, "Asleep").note.field.insertPlainText("Two songs")
    monkeypatch.setattr(window.journal.notes, "write", full)
    monkeypatch.setattr(window.journal.drafts, "keep", full)
    opened(window, locked(window, qtbot), qtbot, hands)
    assert card_of(window.page.lines, "Asleep").note.field.text() == "Two songs"
    monkeypatch.undo()


def test_the_lock_tells_a_helper_what_happened_and_the_family_how_it_goes_on(window, hands, qtbot):
    lock = locked(window, qtbot)
    assert "you go on where you were" in texts(hands, lock)
    opened(window, lock, qtbot, hands)
    begun(window, hands, qtbot)
    said = texts(hands, locked(window, qtbot))
    assert "what you wrote is kept" in said.casefold()
    assert "go on where you were" not in said


def test_the_key_that_locks_does_so_here_as_well(window, hands, qtbot):
    cover = begun(window, hands, qtbot)
    cover.day.rows.lines[0].note.field.insertPlainText("Two songs")
    hands.press(Key.Key_L, modifier=Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.journal.safe.is_locked)
    (lock,) = visible()
    opened(window, lock, qtbot, hands)
    assert notes_of(window.journal) == {"Two songs": GRANDMA.id}


@pytest.mark.measured
def test_so_it_does_while_the_day_is_hidden(window, hands, qtbot):
    begun(window, hands, qtbot)
    hands.press(Key.Key_F9)
    QApplication.processEvents()
    assert "what you wrote is kept" in texts(hands, locked(window, qtbot)).casefold()
    Hiding.here().unlock()
