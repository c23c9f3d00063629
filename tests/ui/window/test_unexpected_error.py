"""Something broke off: over a damaged journal the damage is told, else that it went wrong."""

from contextlib import closing

import sqlcipher3

from homejournal.domain.errors import DiskError, JournalDamagedError
from homejournal.services.full_check import Checkup
from homejournal.ui.window.error_dialogs import FailureDialog, UnexpectedError
from tests.ui.safe.copies.looking_after import safety

__all__ = ["safety"]


def spoil_rows(three):
    """Change a row that no revision tells, as a disk does, in the open journal."""
    with closing(sqlcipher3.connect(three.journal.folder / "journal.hj")) as file, file:
        file.execute("UPDATE head SET flags = flags | 1")


def told(safety, qtbot):
    """Return whether it was told as a fault of the program, once it is told."""
    window = safety._window
    UnexpectedError(KeyError("level"), window).tell()
    qtbot.waitUntil(
        lambda: window.frame.read_only.isVisible() or window.findChild(FailureDialog) is not None
    )
    return window.findChild(FailureDialog) is not None


def test_over_a_damaged_journal_the_damage_is_told_with_its_repair(safety, qtbot, three):
    spoil_rows(three)
    assert not told(safety, qtbot)
    assert isinstance(three.journal.read_only_because, JournalDamagedError)
    assert str(three.journal.folder) in safety._window.frame.read_only.text()


def test_a_damage_that_is_known_is_told_again_at_once(safety, qtbot, three):
    three.journal.safe.checkup.note_damage()
    assert not told(safety, qtbot)


def test_over_a_sound_journal_something_went_wrong(safety, qtbot):
    assert told(safety, qtbot)


def test_where_it_cannot_be_checked_something_went_wrong(safety, qtbot, monkeypatch, three):
    def refuses(_checkup):
        raise DiskError(three.journal.folder)

    monkeypatch.setattr(Checkup, "is_sound", refuses)
    assert told(safety, qtbot)


def test_a_locked_journal_is_not_asked(safety, qtbot, monkeypatch):
    monkeypatch.setattr(type(safety._window.journal.safe), "is_locked", True)
    assert told(safety, qtbot)
