"""An old entry is damaged: whatever makes or reads a copy finds it, and the window says so."""

import os
from contextlib import closing
from uuid import uuid4

import pytest
import sqlcipher3

from homejournal.domain.errors import JournalDamagedError
from homejournal.domain.records.record import Kind
from homejournal.services.opening import open_journal
from homejournal.storage.journal import file_digest
from homejournal.storage.records.kind_numbers import CODE_OF
from homejournal.ui.base.page import Page
from homejournal.ui.base.second_place import FAILING
from homejournal.ui.safe.copies.restore_dialog import RestoreDialog
from tests.ui.safe.copies.looking_after import (
    backups_card,
    look,
    safety,
    said_by,
    settled,
    stick,
    write_notes,
)

__all__ = ["safety", "stick"]


def change_an_old_entry(three):
    file = three.journal.folder / "journal.hj"
    at = file.read_bytes().index(b"note number 3 zebra")
    with file.open("r+b") as opened:
        opened.seek(at)
        opened.write(b"X")


def close_and_lose_notes(three):
    """Close the journal, and lose notes, as a disk might."""
    folder = three.journal.folder
    three.journal.close()
    with closing(sqlcipher3.connect(folder / "journal.hj")) as opened:
        opened.execute("DELETE FROM head WHERE kind = ?", (CODE_OF[Kind.NOTE],))
        opened.commit()
    return folder


def change_a_page(three):
    """Change a byte in the middle of an encrypted journal: none of its words can be found there."""
    file = three.journal.folder / "journal.hj"
    with file.open("r+b") as opened:
        opened.seek(file.stat().st_size // 2)
        byte = opened.read(1)[0]
        opened.seek(-1, os.SEEK_CUR)
        opened.write(bytes([byte ^ 1]))


@pytest.fixture
def first_page():
    return "today"


def test_the_programs_own_copy_finds_it_and_the_window_says_so_at_once(safety, qtbot, three):
    write_notes(three, 60)
    change_an_old_entry(three)
    look(safety, qtbot)
    window = safety._window
    assert window.frame.read_only.isVisible()
    assert str(three.journal.folder) in window.frame.read_only.text()
    assert not window.desk.can_write
    assert window.desk.preferences.remembered(FAILING) is None


def test_a_large_file_is_read_whole_as_soon_as_the_window_stands(
    three, open_window, qtbot, monkeypatch
):
    write_notes(three, 3)
    folder = close_and_lose_notes(three)
    monkeypatch.setattr(file_digest, "_LARGE", 0)
    journal = open_journal(folder, clock=three.clock, device=uuid4())
    today, child = journal.today(), three.child.id
    assert journal.read_only_because is None
    assert journal.days.between(child, today, today).notes == ()
    window = open_window(journal)
    qtbot.waitUntil(window.frame.read_only.isVisible, timeout=20_000)
    assert str(folder) in window.frame.read_only.text()
    assert len(journal.days.between(child, today, today).notes) == 3


def test_a_page_that_does_not_even_read_holds_no_other_back(safety, three, monkeypatch):
    def unreadable(_kinds):
        raise JournalDamagedError(three.journal.folder)

    backups_card(safety)
    window = safety._window
    first, *others = window.findChildren(Page)
    heard = []
    monkeypatch.setattr(first, "heard", unreadable)
    for page in others:
        monkeypatch.setattr(page, "heard", heard.append)
    three.journal.safe.checkup.note_damage()
    safety.show_damage()
    assert window.frame.read_only.isVisible()
    assert heard == [None] * len(others) != []


def test_a_copy_that_somebody_asks_for_finds_it_too(safety, qtbot, three):
    write_notes(three, 60)
    change_an_old_entry(three)
    card = backups_card(safety)
    card.now.click()
    settled(safety, qtbot)
    assert "backups" not in card._not_made.text()
    assert safety._window.frame.read_only.isVisible()


@pytest.mark.measured
def test_one_for_the_second_place_finds_it_too(safety, qtbot, three, stick):
    write_notes(three, 60)
    card = backups_card(safety)  # which may be what the changed page tells
    change_a_page(three)
    card.second.copy_now()
    settled(safety, qtbot)
    assert safety._window.frame.read_only.isVisible()
    assert stick.copies() == []


def test_one_before_a_larger_step_finds_it_too(safety, qtbot, three, tmp_path):
    write_notes(three, 60)
    other = three.journal.safe.backups.make()
    gone = next(one for one in three.journal.records.all_of(Kind.NOTE) if "59" in one.text)
    three.journal.records.delete(gone.id)
    card = backups_card(safety)
    card.back.click()
    dialog = safety._window.findChild(RestoreDialog)
    dialog.show_file(other.path)
    settled(safety, qtbot)
    dialog.look._tick.box.click()
    change_an_old_entry(three)
    dialog.bring.click()
    settled(safety, qtbot)
    assert safety._window.frame.read_only.isVisible()
    told = " ".join(said_by(dialog.look)).replace("\N{ZERO WIDTH SPACE}", "")
    assert f"The journal in {three.journal.folder} is damaged" in told
    dialog.reject()


def test_a_look_into_a_copy_finds_it_too(safety, qtbot, three):
    write_notes(three, 60)
    three.journal.safe.backups.make()
    change_an_old_entry(three)
    card = backups_card(safety)
    card.back.click()
    dialog = safety._window.findChild(RestoreDialog)
    dialog.list.setCurrentRow(0)
    settled(safety, qtbot)
    assert dialog.look.look.here_damaged
    assert not dialog.bring.isEnabled()
    assert safety._window.frame.read_only.isVisible()
    dialog.reject()


def test_what_a_page_found_is_said_by_the_next_look(safety, qtbot, three):
    three.journal.safe.checkup.note_damage()
    look(safety, qtbot)
    assert safety._window.frame.read_only.isVisible()
