"""Repair from the command line with what lies elsewhere: a stick, a shared folder, a file."""

import os
import shutil

import pytest
from PySide6.QtCore import QSettings

from homejournal.domain.records.record import Kind
from homejournal.domain.safe.passwords import groups_of
from homejournal.services.opening import open_journal
from homejournal.storage.file.file_encryption import begins_plain
from homejournal.this_computer import settings_folder
from tests.journals import DEVICE, Clock
from tests.services.passwords import TYPED, set_password, set_password_only, take_password_away

WORDS = "four quiet words here"


def notes_of(folder, key=None):
    journal = open_journal(folder, clock=Clock(), device=DEVICE, key=key)
    found = {note.text for note in journal.records.all_of(Kind.NOTE)}
    journal.close()
    return found


def lose_all(folder):
    """Let nothing of a journal read any more, and no copy lie beside it."""
    file = folder / "journal.hj"
    file.write_bytes(os.urandom(file.stat().st_size))
    shutil.rmtree(folder / "backups", ignore_errors=True)


@pytest.fixture
def words(tmp_path):
    file = tmp_path / "words"
    file.write_text(WORDS, encoding="utf-8")
    return file


@pytest.fixture
def pack(cli, example, words, tmp_path):
    """A sealed file of the example for the other computer, and its notes; the journal is lost."""
    before = notes_of(example)
    out = tmp_path / "own.hjpack"
    answer = cli("share", "export", example, "--for", "own", "--words-file", words, "--out", out)
    assert answer.code == 0
    lose_all(example)
    return out, before


def test_a_sealed_file_brings_all_back(cli, example, pack, words, tmp_path):
    file, before = pack
    answer = cli("repair", example)
    assert answer.code == 1
    other = tmp_path / "other words"
    other.write_text("no words of this file", encoding="utf-8")
    again = ("--words-file", other, "--words-file", words)
    answer = cli("repair", example, "--from", file, *again)
    assert (answer.code, answer.err) == (0, "")
    assert "of them come from a file that you chose." in answer.out
    assert cli("check", example).code == 0
    assert notes_of(example) == before


@pytest.mark.parametrize("more", [False, True])
def test_without_its_words_it_stays_closed(cli, example, pack, tmp_path, more):
    other = tmp_path / "other words"
    other.write_text("no words of this file", encoding="utf-8")
    answer = cli("repair", example, "--from", pack[0], *(("--words-file", other) if more else ()))
    assert (answer.code, answer.out) == (1, "")
    assert "words" in answer.err


def test_a_folder_with_copies_brings_all_back_and_one_without_is_told(cli, example, tmp_path):
    before = notes_of(example)
    cli("backup", example)
    shutil.copytree(example / "backups", tmp_path / "stick")
    lose_all(example)
    (tmp_path / "empty").mkdir()
    answer = cli("repair", example, "--from", tmp_path / "empty")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err == f"There is no copy in {tmp_path / 'empty'}.\n"
    assert cli("repair", example, "--from", tmp_path / "stick").code == 0
    assert notes_of(example) == before


def test_where_nothing_reads_it_says_how_more_is_named(cli, journal):
    (journal / "journal.hj").write_bytes(b"")
    shutil.rmtree(journal / "backups", ignore_errors=True)
    assert "--from" in cli("repair", journal).err


def test_the_second_place_that_this_computer_remembers_is_looked_at(cli, example, tmp_path):
    before = notes_of(example)
    journal = open_journal(example, clock=Clock(), device=DEVICE)
    set_password_only(journal)
    place = journal.safe.backups.second_place(tmp_path / "stick é, 1")
    (tmp_path / "stick é, 1").mkdir()
    place.begin()
    place.take(journal.safe.backups.make())
    key = journal._store.key
    remembered = QSettings(str(settings_folder() / "window.ini"), QSettings.Format.IniFormat)
    remembered.setValue(f"more/second_place/{journal.settings.id}", str(place.chosen))
    remembered.setValue("more/second_place/no id", str(tmp_path))
    remembered.sync()
    journal.close()
    lose_all(example)
    (tmp_path / "password").write_text(TYPED, encoding="utf-8")
    answer = cli("repair", example, "--journal-password-file", tmp_path / "password")
    assert (answer.code, answer.err) == (0, "")
    assert "The copy of " in answer.out
    assert notes_of(example, key) == before


class TestTwoPasswords:
    """A journal that is gone: a copy has its last password, and one that of before."""

    @pytest.fixture
    def openers(self, example, tmp_path):
        journal = open_journal(example, clock=Clock(), device=DEVICE)
        set_password_only(journal)
        journal.safe.backups.make()
        take_password_away(journal)
        for copy in (example / "backups").glob("*.hj"):
            if begins_plain(copy):
                copy.unlink()
        set_password(journal, "another four words here")
        journal.safe.backups.make()
        self.key = journal._store.key
        journal.close()
        (example / "journal.hj").unlink()
        (tmp_path / "before").write_text(TYPED, encoding="utf-8")
        (tmp_path / "now").write_text("another four words here", encoding="utf-8")
        return tmp_path / "before", tmp_path / "now"

    def test_that_of_before_alone_is_told_and_takes_nothing_away(self, cli, example, openers):
        answer = cli("repair", example, "--opener-file", openers[0])
        assert (answer.code, answer.out) == (1, "")
        assert "does not open the journal in" in answer.err
        assert "--without-password" in answer.err
        assert not (example / "journal.hj").exists()

    def test_both_are_used(self, cli, example, openers):
        before, now = openers
        both = ("--journal-password-file", now, "--opener-file", before)
        answer = cli("repair", example, *both)
        assert (answer.code, answer.err) == (0, "")
        assert "another password" not in answer.out
        assert "an entry that was changed once counts as two." in answer.out
        assert notes_of(example, self.key)

    def test_only_where_it_is_asked_for_it_has_no_password(self, cli, example, openers):
        asked = ("--opener-file", openers[0], "--without-password")
        answer = cli("repair", example, *asked, "--preview")
        assert "The repaired journal will have no password" in answer.out
        assert (example / "keys.json").is_file()
        assert cli("repair", example, *asked).code == 0
        assert notes_of(example)
        assert not (example / "keys.json").exists()
        assert list((example / "quarantine").rglob("keys.json"))

    def test_without_anything_that_reads_there_is_no_such_way(self, cli, example, openers):
        answer = cli("repair", example, "--without-password")
        assert answer.code == 1
        assert "--without-password" not in answer.err

    @pytest.mark.parametrize("file", ["gone", "noise"])
    def test_an_earlier_sheet_is_told_as_such(self, cli, example, openers, tmp_path, file):
        if file == "noise":
            (example / "journal.hj").write_bytes(bytes(65536) + os.urandom(65536))
        letters = " ".join(groups_of(bytes(range(32))))
        (tmp_path / "sheet").write_text(letters, encoding="utf-8")
        answer = cli("repair", example, "--preview", "--opener-file", tmp_path / "sheet")
        assert answer.code == 1
        assert "What you gave does not open the journal" in answer.err
        assert "is locked with a password" not in answer.err


def test_shared_folders_of_this_computer_are_looked_at(cli, example, tmp_path):
    before = notes_of(example)
    cli("backup", example)
    (tmp_path / "cloud").mkdir()
    cli("share", "begin", example, "--for", "own", tmp_path / "cloud")
    cli("share", "write", example)
    raw = (example / "journal.hj").read_bytes()
    said = max(before, key=len).encode()
    (example / "journal.hj").write_bytes(raw.replace(said, said.upper()))
    shutil.rmtree(example / "backups")
    answer = cli("repair", example)
    assert "from the shared folder." in answer.out
    assert notes_of(example) == before
