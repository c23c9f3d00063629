"""What the tests of unlocking share: a journal with a password, and its small window."""

from datetime import date
from uuid import uuid4

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from homejournal.app import clock_of
from homejournal.program import Program
from homejournal.program_arguments import Asked
from homejournal.services.opening import create_journal
from tests.journals import child

SUNDAY = date(2026, 3, 22)
TYPED = "blanket river seven toast"
Key = Qt.Key


@pytest.fixture
def key(tmp_path):
    """The key of the journal that has a password."""
    journal = create_journal(tmp_path / "all" / "journal", clock=clock_of(SUNDAY), device=uuid4())
    journal.records.save(child())
    service = journal.safe.password
    made = service.new_key()
    service.finish(service.prepare_on(made, TYPED))
    journal.close()
    return made


@pytest.fixture
def run(dressed, qtbot, tmp_path, key):
    """Start the program on the journal with a password, and return its small window, too."""
    started = []

    def start(language="en", files=()):
        asked = Asked(None, False, SUNDAY, language, tmp_path / "all", tuple(files))
        program = Program(dressed, asked, clock_of(SUNDAY))
        program._catch_failures = lambda: None
        started.append(program)
        assert program.start()
        assert program._windows == []
        return program, program._unlock

    yield start
    for program in started:
        if program._unlock is not None:
            program._unlock.close()
        for window in list(program._windows):
            window.close()
        program._on_quit()
        program.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def asked(window, qtbot):
    """Wait until the window has looked whether this computer remembers the key."""
    qtbot.waitUntil(lambda: not window.form._busy)
    return window.form


def type_password(form, hands, qtbot, words):
    form.by_password.password.setText(words)
    form.by_password.password.setFocus()
    hands.press(Key.Key_Return)
    qtbot.waitUntil(lambda: not form._busy)


def opened(program, qtbot):
    qtbot.waitUntil(lambda: bool(program._windows), timeout=10_000)
    window = program._windows[0]
    qtbot.waitUntil(lambda: window.page is not None, timeout=10_000)
    return window
