"""A locked journal: no window, no file, no key; with the password all goes on as it was."""

import shutil
from uuid import uuid4

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from homejournal.domain.errors import PasswordNeededError
from homejournal.domain.records.notes import Note
from homejournal.services.opening import open_journal
from homejournal.ui.base.actions import Action
from homejournal.ui.hiding import Hiding
from homejournal.ui.safe.password.lock import LOCK_AFTER, lock_after, locking_of
from homejournal.ui.widgets.fields.form import row_of
from tests.journals import DEVICE, Clock, strategy
from tests.ui.hiding.hidden import visible

TYPED = "blanket river seven toast"
Key = Qt.Key


@pytest.fixture(autouse=True)
def _unlocked_at_the_end(qapp):
    yield
    Hiding.here().unlock()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def window(three, open_window, qtbot):
    """The window on a journal with a password."""
    service = three.journal.safe.password
    service.finish(service.prepare_on(service.new_key(), TYPED))
    made = open_window(three.journal)
    qtbot.waitUntil(lambda: not made.is_busy)
    return made


def locked(window, qtbot, hands):
    hands.press(Key.Key_L, modifier=Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.journal.safe.is_locked)
    (cover,) = visible()
    return cover


def unlock(cover, qtbot, hands, words=TYPED):
    qtbot.waitUntil(cover.isActiveWindow)
    cover.form.by_password.password.setText(words)
    hands.press(Key.Key_Return)
    qtbot.waitUntil(lambda: not cover.form._busy)


def test_the_key_locks_and_the_password_brings_the_page_back(window, qtbot, hands):
    window.open_page("plan")
    cover = locked(window, qtbot, hands)
    assert window.journal._store.key is None
    unlock(cover, qtbot, hands)
    qtbot.waitUntil(window.isActiveWindow)
    assert visible() == [window]
    assert window.page_name == "plan"
    assert not window.journal.safe.is_locked
    window.open_page("journal")
    assert window.desk.can_write


def test_what_another_computer_wrote_while_it_was_locked_shows_at_once(
    window, three, tmp_path, qtbot, hands
):
    window.open_page("plan")
    journal, key = window.journal, window.journal._store.key
    cover = locked(window, qtbot, hands)
    shutil.copytree(journal.folder, tmp_path / "there")
    (tmp_path / "there" / "journal.lock").unlink()
    there = open_journal(tmp_path / "there", clock=Clock(), device=DEVICE, key=key)
    there.records.save(strategy(next(iter(there.family().children)), name="Sing a song"))
    there.close()
    (tmp_path / "there" / "journal.hj").replace(journal.folder / "journal.hj")
    unlock(cover, qtbot, hands)
    assert any("Sing a song" in words for words in hands.texts(window.page))


def test_a_wrong_password_and_the_key_that_hides_bring_nothing_back(window, qtbot, hands):
    cover = locked(window, qtbot, hands)
    unlock(cover, qtbot, hands, "something else")
    assert "not the password" in row_of(cover.form.by_password.password).problem()
    hands.press(Key.Key_F9)
    assert visible() == [cover]
    assert window.journal.safe.is_locked


def test_what_asks_for_the_password_stands_in_the_middle_of_a_wide_window(window, qtbot, hands):
    window.resize(1500, 800)
    cover = locked(window, qtbot, hands)
    field = cover.form.by_password.password
    QApplication.processEvents()
    middle = field.mapTo(cover, field.rect().center())
    assert abs(middle.x() - cover.width() / 2) < 20
    assert cover.height() / 6 < middle.y() < cover.height() / 2


def test_half_written_words_are_kept_in_the_journal_before(window, three, qtbot, hands):
    window.open_page("today")
    window.window_actions.do(Action.ADD_MOMENT)
    QApplication.focusWidget().insertPlainText("He pointed at the kum")
    cover = locked(window, qtbot, hands)
    unlock(cover, qtbot, hands)
    assert b"He pointed at the kum" in window.journal.files.export_json()


def test_a_hidden_journal_can_be_locked_by_itself(window, qtbot, hands):
    hands.press(Key.Key_F9)
    assert Hiding.here().is_on
    locking_of(window).lock()
    qtbot.waitUntil(lambda: window.journal.safe.is_locked)
    (cover,) = visible()
    unlock(cover, qtbot, hands)
    assert visible() == [window]


def test_after_idle_minutes_it_locks_and_work_puts_that_off(window, qtbot, hands):
    preferences = window.desk.preferences
    assert lock_after(preferences) == 0
    preferences.remember(LOCK_AFTER, "15")
    lock = locking_of(window)
    lock.follow()
    lock._idle.setTimerType(Qt.TimerType.PreciseTimer)
    lock._idle.start(40_000)
    qtbot.wait(800)
    left = lock._idle.remainingTime()
    QTest.keyClick(window.windowHandle(), Key.Key_Tab)
    assert lock._idle.remainingTime() > left
    lock._idle.timeout.emit()
    qtbot.waitUntil(lambda: window.journal.safe.is_locked)
    lock.lock()
    unlock(visible()[0], qtbot, hands)
    assert lock._idle.isActive()
    preferences.remember(LOCK_AFTER, "7")
    assert lock_after(preferences) == 0
    preferences.remember(LOCK_AFTER, None)


def test_a_journal_without_a_password_is_hidden_and_not_locked(three, open_window, hands):
    window = open_window(three.journal)
    hands.press(Key.Key_L, modifier=Qt.KeyboardModifier.ControlModifier)
    assert not window.journal.safe.is_locked
    assert Hiding.here().is_on
    assert not window.isVisible()
    Hiding.here().turn()
    locking_of(window).lock()
    assert visible() == [window]


def test_from_the_lock_the_program_can_be_closed(window, qtbot, hands):
    cover = locked(window, qtbot, hands)
    cover.leave.click()
    qtbot.waitUntil(lambda: visible() == [])
    assert not Hiding.here().is_on


def test_what_is_read_while_it_is_locked_is_told_and_not_shown(window, three, qtbot, hands):
    locked(window, qtbot, hands)
    note = Note(id=uuid4(), child=three.child.id, day=window.journal.today(), text="x")
    assert isinstance(window.journal.read_only_because, PasswordNeededError)
    with pytest.raises(PasswordNeededError):
        window.journal.records.save(note)
