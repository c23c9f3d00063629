"""What comes between while a copy is made: damage, a full disk, a lock, a hand that stops it."""

import os

import pytest

from homejournal.domain.errors import (
    DiskError,
    DiskFullError,
    JournalDamagedError,
    PasswordNeededError,
)
from homejournal.services.before_opening import copies_in
from homejournal.services.opening import create_journal, open_journal
from homejournal.storage.records.readable_revisions import read_genuine_contents
from tests.damages import spoil
from tests.golden.make import KEY
from tests.journals import DEVICE, NOW, child, revisions
from tests.services.copied import a_family, files, go_on, texts_in


def test_a_file_that_is_taken_back_while_the_copy_is_made_is_no_failing_disk(
    journals, journal, monkeypatch
):
    monkeypatch.setattr("homejournal.storage.journal.verified_copies._PAGES", (4,))
    a_family(journal)
    other = journals.new("other")
    a_family(other)
    with journal._session.step() as step:
        step.take_in(revisions(other))
    came = [step.change]

    def take_back():
        if came:
            journal.undo(came.pop())

    made = journal.safe.backups.make(take_back)
    assert read_genuine_contents(made.path).whole


def test_what_hinders_a_copy_at_closing_hinders_nothing_else(journal):
    a_family(journal)
    (journal.folder / "backups").write_text("in the way", encoding="utf-8")
    journal.safe.backups.at_closing()
    assert journal.safe.backups.here() == []


def test_a_copy_that_is_stopped_leaves_nothing_behind(journal):
    a_family(journal)
    assert journal.safe.backups.make_beside(lambda: False) is None
    assert files(journal.folder / "backups") == []
    assert journal.safe.backups.make_beside(go_on) == journal.safe.backups.here()[0]


def test_a_journal_with_changed_bytes_makes_no_copy(journals):
    journal = journals.new()
    a_family(journal)
    journal.close()
    again = journals.again()
    file = journal.folder / "journal.hj"
    raw = file.read_bytes()
    file.write_bytes(raw.replace(b"reached for the cup", b"reached for the cap", 1))
    assert again.read_only_because is None
    with pytest.raises(JournalDamagedError) as raised:
        again.safe.backups.make()
    assert raised.value.path == journal.folder
    assert isinstance(again.read_only_because, JournalDamagedError)
    assert files(journal.folder / "backups") == []


def test_a_copy_that_the_disk_wrote_otherwise_is_no_damage_of_the_journal(journal, monkeypatch):
    a_family(journal)

    def unsound(path, *_told):
        raise JournalDamagedError(path.parent)

    monkeypatch.setattr("homejournal.storage.journal.verified_copies.read_whole", unsound)
    with pytest.raises(DiskError):
        journal.safe.backups.make()
    assert journal.read_only_because is None
    assert files(journal.folder / "backups") == []


def test_a_journal_that_is_locked_meanwhile_is_not_taken_for_a_damaged_one(
    journals, tmp_path, monkeypatch
):
    journal = create_journal(tmp_path / "locked", clock=journals.clock, device=DEVICE, key=KEY)
    journals.opened.append(journal)
    a_family(journal)

    def locked_now(path, *_told):
        journal._store.lock_up()
        raise JournalDamagedError(path.parent)

    monkeypatch.setattr("homejournal.storage.journal.verified_copies.read_whole", locked_now)
    with pytest.raises(PasswordNeededError):
        journal.safe.backups.make()
    assert not journal._store.damage.found


def test_a_full_disk_is_told_and_leaves_nothing(journal, monkeypatch):
    a_family(journal)

    def full(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFullError):
        journal.safe.backups.make()
    monkeypatch.undo()
    assert files(journal.folder / "backups") == []


def test_a_copy_is_made_however_fast_saves_come(journal, monkeypatch):
    notes = a_family(journal)
    written = []

    def goes_on():
        fresh = child(name=f"Child {len(written)}")
        journal.records.save(fresh)
        written.append(fresh)
        return True

    monkeypatch.setattr("homejournal.storage.journal.verified_copies._PAGES", (4, 4, 8))
    made = journal.safe.backups.make_beside(goes_on)
    assert len(written) > 3
    assert texts_in(journal) == {note.text for note in notes}
    assert read_genuine_contents(made.path).whole


def test_a_damaged_page_under_the_journal_stops_the_copy(journals):
    journal = journals.new()
    a_family(journal)
    journal.close()
    spoil(journal.folder, "page", seed=3)
    try:
        again = open_journal(journal.folder, clock=journals.clock, device=DEVICE)
    except JournalDamagedError:
        return
    journals.opened.append(again)
    with pytest.raises(JournalDamagedError):
        again.safe.backups.make()


def test_a_locked_journal_waits_with_its_copies(journals, tmp_path):
    journal = create_journal(tmp_path / "locked", clock=journals.clock, device=DEVICE, key=KEY)
    journals.opened.append(journal)
    assert not journal.safe.can_be_copied
    a_family(journal)
    assert journal.safe.can_be_copied
    journal._store.lock_up()
    assert not journal.safe.can_be_copied
    journal.safe.backups.at_closing()
    assert copies_in(journal.folder) == []


def test_one_is_due_where_the_newest_goes_just_as_it_is_looked_at(journal, monkeypatch):
    a_family(journal)
    backups = journal.safe.backups
    made = backups.make()
    made.path.unlink()
    monkeypatch.setattr(backups, "here", lambda: [made])
    assert backups.is_due(NOW)
