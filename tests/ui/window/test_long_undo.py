"""What changed much is taken back once it was worked out; the window stays awake meanwhile."""

import threading
from dataclasses import replace
from functools import partial
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from homejournal.domain.records.notes import Note
from homejournal.domain.records.record import Kind
from homejournal.storage.journal.store import Store
from homejournal.ui.window import long_undo
from homejournal.ui.window.long_undo import LongStepDialog

WORDS = ["She sang", "She laughed", "She slept"]


@pytest.fixture
def window(three, open_window, monkeypatch):
    """The window of a journal in which a step of three notes counts as a long one."""
    monkeypatch.setattr(long_undo, "FEW", 2)
    made = open_window(three.journal)
    today = made.journal.today()
    told = [Note(id=uuid4(), child=three.child.id, day=today, text=text) for text in WORDS]
    made.desk.editing.do("Three notes", partial(made.journal.records.save, *told))
    return made


@pytest.fixture
def read_on(monkeypatch):
    """Return the threads that read the journal over a connection of their own from now on."""
    threads, beside = [], Store.beside

    def noted(store):
        threads.append(threading.current_thread())
        return beside(store)

    monkeypatch.setattr(Store, "beside", noted)
    return threads


def notes(window):
    return sorted(note.text for note in window.journal.records.all_of(Kind.NOTE))


def asked(window):
    """Return the dialogs that say what is taken back."""
    return [dialog for dialog in window.findChildren(LongStepDialog) if dialog.isVisible()]


def is_over(window):
    QApplication.processEvents()
    return not asked(window) and not window.desk.worker.busy


def test_a_long_step_is_worked_out_on_the_worker_and_then_goes_and_comes(window, qtbot, read_on):
    before = notes(window)
    window.desk.editing.undo()
    (dialog,) = asked(window)
    assert dialog.windowTitle() == "Undo: Three notes"
    assert notes(window) == before
    qtbot.waitUntil(partial(is_over, window))
    assert set(WORDS).isdisjoint(notes(window))
    assert window.desk.editing.stack.redoText() == "Three notes"
    window.desk.editing.redo()
    (dialog,) = asked(window)
    assert dialog.windowTitle() == "Redo: Three notes"
    qtbot.waitUntil(partial(is_over, window))
    assert notes(window) == before
    assert len(read_on) == 2
    assert threading.main_thread() not in read_on


def test_it_is_said_before_the_window_stands_still(window, qtbot, hands):
    words = []
    window.desk.editing.changed.connect(lambda _: words.extend(hands.texts(asked(window)[0])))
    window.desk.editing.undo()
    assert "Gathering what will change." in hands.texts(asked(window)[0])
    qtbot.waitUntil(partial(is_over, window))
    assert "One moment. It is being written down." in words


def test_a_short_step_goes_at_once(window, three, read_on):
    said = Note(id=uuid4(), child=three.child.id, day=window.journal.today(), text="Alone")
    window.desk.editing.do("One note", partial(window.journal.records.save, said))
    window.desk.editing.undo()
    assert asked(window) == read_on == []
    assert "Alone" not in notes(window)


@pytest.mark.parametrize("leave", ["stop", "escape"])
def test_stopped_or_closed_all_stays_and_can_be_taken_back_still(window, qtbot, leave):
    before = notes(window)
    window.desk.editing.undo()
    (dialog,) = asked(window)
    dialog.work.stop.click() if leave == "stop" else QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(partial(is_over, window))
    qtbot.wait(60)
    assert notes(window) == before
    window.desk.editing.undo()
    qtbot.waitUntil(partial(is_over, window))
    assert set(WORDS).isdisjoint(notes(window))


def test_what_stands_in_its_way_is_said_and_the_step_is_forgotten(window, qtbot):
    (said,) = (note for note in window.journal.records.all_of(Kind.NOTE) if note.text == WORDS[0])
    window.journal.records.save(replace(said, text="She sang twice"))
    before, failures = notes(window), []
    window.desk.editing.failed.connect(failures.append)
    window.desk.editing.undo()
    qtbot.waitUntil(partial(is_over, window))
    assert [type(failure).__name__ for failure in failures] == ["StaleChangeError"]
    assert notes(window) == before
    assert not window.desk.editing.stack.canUndo()


def test_in_the_place_of_what_was_forgotten_meanwhile_nothing_else_goes(window, three, qtbot):
    window.desk.editing.undo()
    window.desk.editing.forget()
    said = Note(id=uuid4(), child=three.child.id, day=window.journal.today(), text="Alone")
    window.desk.editing.do("One note", partial(window.journal.records.save, said))
    before = notes(window)
    qtbot.waitUntil(partial(is_over, window))
    assert notes(window) == before
    assert window.desk.editing.stack.undoText() == "One note"
