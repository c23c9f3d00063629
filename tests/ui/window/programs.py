"""The whole program in a folder of its own, and what it says of journals that do not open."""

from datetime import date
from uuid import uuid4

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from homejournal.app import clock_of
from homejournal.domain.records.children import Child
from homejournal.program import Program
from homejournal.program_arguments import Asked
from homejournal.services.opening import create_journal
from homejournal.ui.window.error_dialogs import OpeningDialog

SUNDAY = date(2026, 3, 22)


@pytest.fixture
def run(dressed, qtbot, tmp_path):
    """Start the program in a folder of its own; close its windows afterwards."""
    started = []

    def start(journal=None, *, example=False, language="en", files=()):
        asked = Asked(journal, example, SUNDAY, language, tmp_path / "all", tuple(files))
        program = Program(dressed, asked, clock_of(SUNDAY))
        program._catch_failures = lambda: None
        program.begun = program.start()
        started.append(program)
        return program

    yield start
    for program in started:
        for window in list(program._windows):
            window.close()
        program._ask_no_more()
        program._on_quit()
        for dialog in opening_dialogs():
            dialog.reject()
        program.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def opening_dialogs():
    """Return what is told to screen readers of journals that did not open."""
    return [
        widget for widget in QApplication.topLevelWidgets() if isinstance(widget, OpeningDialog)
    ]


def opening_dialog(qtbot):
    """Wait until it is said that a journal could not be opened; return the dialog."""
    qtbot.waitUntil(lambda: bool(opening_dialogs()))
    (dialog,) = opening_dialogs()
    return dialog


def first_window(program, qtbot):
    window = program._windows[0]
    qtbot.waitUntil(lambda: window.page is not None, timeout=10_000)
    return window


def copied_family(folder):
    """Make a journal with a child and a copy of it; return the child's id."""
    journal = create_journal(folder, clock=clock_of(SUNDAY), device=uuid4())
    child = Child(id=uuid4(), name="Maya")
    journal.records.save(child)
    journal.safe.backups.make()
    journal.close()
    return child.id
