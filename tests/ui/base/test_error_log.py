"""What is told and written down when something goes wrong."""

import logging
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import qWarning
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from homejournal.texts.wording import wording_of
from homejournal.ui.base.error_log import Failures, details_of
from homejournal.ui.window.error_dialogs import FailureDialog


@pytest.fixture
def failure():
    try:
        int("Maya pointed at the banana")
    except ValueError as caught:
        return caught


def test_details_name_the_place_but_never_what_was_typed(failure):
    told = details_of(failure)
    assert "ValueError" in told
    assert Path(__file__).name in told
    assert "Maya" not in told
    assert "banana" not in told


def test_an_unexpected_failure_is_logged_without_its_words(failure, tmp_path, qtbot, capsys):
    failures = Failures(tmp_path / "log")
    logging.getLogger("homejournal").setLevel(logging.INFO)
    failures.install()
    try:
        with qtbot.waitSignal(failures.happened) as told:
            sys.excepthook(type(failure), failure, failure.__traceback__)
    finally:
        failures.close()
    log = (tmp_path / "log" / "homejournal.log").read_text(encoding="utf-8")
    assert told.args == [failure]
    assert "ValueError" in log
    assert "Maya" not in log
    said = capsys.readouterr().err
    assert "ValueError" in said
    assert "banana" not in said, "a desktop keeps in a file what its programs say"


def test_a_failure_that_was_caught_is_logged_without_its_words(failure, tmp_path):
    """As where a batch in a shared folder breaks what reads it."""
    failures = Failures(tmp_path / "log")
    logging.getLogger("homejournal.exchange").error("it broke", exc_info=failure)
    failures.close()
    log = (tmp_path / "log" / "homejournal.log").read_text(encoding="utf-8")
    assert "it broke\nValueError" in log
    assert "Maya" not in log


def test_a_person_at_the_console_reads_the_message_too(failure, monkeypatch, capsys):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    failures = Failures()
    failures.install()
    sys.excepthook(type(failure), failure, failure.__traceback__)
    failures.close()
    assert "banana" in capsys.readouterr().err


def test_what_goes_wrong_where_nobody_can_be_told_is_written_down_without_words(tmp_path, capsys):
    failures = Failures(tmp_path / "log")
    failures.install()

    class Breaking:
        def __del__(self):
            raise ValueError("Maya pointed at the banana")

    Breaking()
    failures.close()
    log = (tmp_path / "log" / "homejournal.log").read_text(encoding="utf-8")
    for said in (log, capsys.readouterr().err):
        assert "ValueError" in said
        assert "banana" not in said


def test_what_qt_says_is_written_down_up_to_the_first_name(tmp_path, capsys):
    failures = Failures(tmp_path / "log")
    failures.install()
    for message in ("QFile: no room for /home/ana/Maya/banana.pdf", 'Cannot open "banana"'):
        qWarning(message)
    failures.close()
    log = (tmp_path / "log" / "homejournal.log").read_text(encoding="utf-8")
    assert "QFile: no room for …" in log
    assert "banana" not in log


def test_the_dialog_says_that_entries_are_safe_and_copies_details(failure, qtbot, dressed, hands):
    dialog = FailureDialog(wording_of("en"), failure, None)
    qtbot.addWidget(dialog)
    dialog.open()
    assert "Your entries are safe" in dialog.informativeText()
    hands.click(hands.named(dialog, QPushButton, "Copy details"))
    assert QGuiApplication.clipboard().text() == details_of(failure)
