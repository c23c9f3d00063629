"""A step that meets a locked journal stays, and is taken back once the password is there."""

from functools import partial

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from homejournal.ui.hiding import Hiding
from homejournal.ui.kit import steps
from homejournal.ui.safe.password.lock import locking_of
from homejournal.ui.window import long_undo
from homejournal.ui.window.long_undo import LongStepDialog
from tests.locked import KEY
from tests.ui.hiding.hidden import visible
from tests.ui.safe.password.test_lock import TYPED, unlock
from tests.ui.window.test_long_undo import WORDS, is_over, notes, window

__all__ = ["window"]


@pytest.fixture(autouse=True)
def _unlocked_at_the_end(qapp):
    yield
    Hiding.here().unlock()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def service(window):
    """The password of the window's journal, which has one from now on."""
    service = window.journal.safe.password
    service.finish(service.prepare_on(KEY, TYPED))
    return service


def goes_after_all(window, qtbot):
    """Assert that the step stands there still, and can be taken back."""
    assert set(WORDS) <= set(notes(window))
    assert window.desk.editing.stack.undoText() == "Three notes"
    window.desk.editing.undo()
    qtbot.waitUntil(partial(is_over, window))
    assert set(WORDS).isdisjoint(notes(window))
    assert window.desk.editing.stack.redoText() == "Three notes"


def is_left(window):
    """Return whether the dialog ended, even if no window shows."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return not window.findChildren(LongStepDialog)


def test_locked_before_it_is_written_it_stays(window, service, qtbot, hands, monkeypatch):
    monkeypatch.setattr(steps, "PAINT_MS", 300)
    window.desk.editing.undo()
    locking_of(window).lock()
    qtbot.waitUntil(lambda: service.is_locked)
    assert not is_left(window)
    qtbot.waitUntil(partial(is_left, window))
    (cover,) = visible()
    unlock(cover, qtbot, hands)
    goes_after_all(window, qtbot)


@pytest.mark.parametrize("few", [2, 1_000])
def test_locked_before_it_is_asked_for_it_stays(window, service, qtbot, monkeypatch, few):
    monkeypatch.setattr(long_undo, "FEW", few)
    service.lock_up()
    window.desk.editing.undo()
    assert is_left(window)
    service.unlock(KEY)
    goes_after_all(window, qtbot)
