"""Deleting a whole journal: nothing of it stays in its folder, and a new one can begin there."""

import os

import pytest

from homejournal.domain.errors import JournalBusyError, JournalMissingError
from homejournal.exchange.media_files import PDF, KeptFile
from homejournal.services.safe.deleting import (
    encrypted_head,
    erase_journal,
    forget_journal,
)
from homejournal.services.safe.unlocking import key_copies
from homejournal.storage.keys.keys_file import read_keys
from tests.journals import child, note, strategy
from tests.services.passwords import set_password

WORDS = "zqvkxjwphd uncommon"


@pytest.fixture
def full(journal):
    """A journal with all that can lie in its folder."""
    of = child(name=WORDS)
    what = strategy(of)
    journal.records.save(of, what, note(of, text=WORDS))
    kept = journal.media.put(KeptFile(b"%PDF" + WORDS.encode(), PDF), "a.pdf", what.id)
    journal.media.add(kept)
    journal.safe.backups.make()
    folder = journal.folder
    (folder / "quarantine").mkdir()
    (folder / "quarantine" / "journal.hj").write_bytes(WORDS.encode())
    (folder / "journal (conflicted copy).hj").write_bytes(WORDS.encode())
    (folder / "keys.json").write_text("{}", "utf-8")
    return journal


def test_nothing_stays_and_a_new_journal_can_begin_there(journals, full):
    folder = full.folder
    full.close()
    assert erase_journal(folder)
    assert not folder.exists()
    with pytest.raises(JournalMissingError):
        journals.again()
    assert journals.new().family().children == {}


def test_bytes_are_overwritten_before_they_go(full, tmp_path):
    full.close()
    seen = [path.open("rb") for path in full.folder.rglob("*") if path.suffix in (".hj", ".json")]
    try:
        erase_journal(full.folder)
        assert len(seen) == 6
        assert all(not any(opened.read()) for opened in seen)
    finally:
        for opened in seen:
            opened.close()


def test_what_went_does_not_come_back_with_the_power(full, monkeypatch):
    full.close()
    synced, sync = [], os.fsync

    def write_through(file):
        synced.append((os.fstat(file).st_ino, (full.folder / "journal.hj").exists()))
        sync(file)

    monkeypatch.setattr(os, "fsync", write_through)
    of_folder = full.folder.stat().st_ino
    erase_journal(full.folder)
    assert (of_folder, False) in synced


def test_photos_that_waited_for_the_end_of_a_repair_go_too(full):
    full.close()
    waiting = full.folder / "media.repaired" / "media"
    waiting.mkdir(parents=True)
    (waiting / ("a" * 64)).write_bytes(b"a photo")
    assert erase_journal(full.folder)


def test_what_somebody_else_laid_there_stays(full):
    full.close()
    (full.folder / "letter.txt").write_text("Dear Dana", "utf-8")
    assert not erase_journal(full.folder)
    assert [path.name for path in full.folder.iterdir()] == ["letter.txt"]


def test_what_a_link_points_to_stays(full, tmp_path):
    full.close()
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "photo.jpg").write_bytes(b"photo")
    (full.folder / "media" / "pictures").symlink_to(outside)
    (full.folder / "journal.jpg").symlink_to(outside / "photo.jpg")
    erase_journal(full.folder)
    assert (outside / "photo.jpg").read_bytes() == b"photo"
    assert not full.folder.exists()


def test_copies_elsewhere_go_too_where_they_are_named(full, tmp_path):
    set_password(full)
    place = full.safe.backups.second_place(tmp_path)
    place.begin()
    place.take(full.safe.backups.make())
    full.close()
    erase_journal(full.folder, [place.folder.path])
    assert not place.folder.path.exists()


def test_an_empty_journal_goes_as_well(journal):
    journal.close()
    assert erase_journal(journal.folder)
    assert not journal.folder.exists()


def test_an_open_journal_is_left_alone(full):
    with pytest.raises(JournalBusyError):
        erase_journal(full.folder)
    assert full.family().children


def test_where_it_is_cut_off_the_journal_still_opens(journals, full, monkeypatch):
    """The journal's own file goes last, so that the family sees that it is not done."""
    full.close()
    erased = []

    def until_the_journal(path):
        erased.append(path.name)
        if path.name == "journal.hj":
            raise KeyboardInterrupt

    monkeypatch.setattr("homejournal.storage.journal.deleting._erase_file", until_the_journal)
    with pytest.raises(KeyboardInterrupt):
        erase_journal(full.folder)
    assert erased[-1] == "journal.hj"
    assert not (full.folder / "backups").exists()
    assert journals.again(write=False).family().children


def test_its_locked_keys_are_forgotten_here_once_no_copy_needs_them(journals, tmp_path):
    journal, settings = journals.new(), tmp_path / "settings"
    journal.close()
    assert encrypted_head(journal.folder) is None
    journal = journals.again()
    set_password(journal)
    key_copies(settings).keep(read_keys(journal.folder / "keys.json"))
    journal.close()
    begins = encrypted_head(journal.folder)
    forget_journal(settings, journal.settings.id)
    assert len(key_copies(settings).all()) == 1
    forget_journal(settings, journal.settings.id, begins)
    assert key_copies(settings).all() == []
