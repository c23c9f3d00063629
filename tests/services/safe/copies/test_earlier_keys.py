"""Which copies only an earlier password opens, and the number by which sheets are told apart."""

import pytest

from homejournal.services.safe.copies.copy_encryption import number_of
from homejournal.storage.file.backup_folder import BackupFolder, keys_of
from tests.services.passwords import (
    set_password,
    set_password_only,
    take_password_away,
    words_and_a_hand_out,
)


@pytest.fixture
def journal(journals):
    made = journals.new()
    words_and_a_hand_out(made)
    return made


@pytest.fixture
def stick(journal, tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return journal.safe.backups.second_place(folder)


def copied_there(journal, stick):
    stick.begin()
    stick.take(journal.safe.backups.make())


def test_the_number_of_the_sheet_stays_with_the_key(journal):
    keys = journal.safe.earlier_keys
    assert keys.number == ""
    set_password(journal)
    first = keys.number
    assert first == number_of(journal.safe.password.secret)
    assert len(first) == 6
    assert first.isdecimal()
    journal.safe.password.change("another four words here")
    assert keys.number == first
    take_password_away(journal)
    set_password(journal)
    assert keys.number != first


def test_copies_of_an_earlier_key_are_counted_here_and_at_the_second_place(journal, stick):
    set_password_only(journal)
    copied_there(journal, stick)
    first = journal.safe.earlier_keys.number
    assert journal.safe.earlier_keys.copies([stick]).count == 0
    take_password_away(journal)
    set_password(journal)
    before = sum(keys_of(backup.path).is_file() for backup in journal.safe.backups.here())
    here = journal.safe.earlier_keys.copies()
    there = journal.safe.earlier_keys.copies([stick])
    assert (here.count, here.sheets) == (before, (first,))
    assert (there.count, there.sheets) == (before + 1, (first,))


def test_plain_copies_those_of_other_computers_and_a_stick_that_is_away_count_for_none(
    journal, stick
):
    journal.safe.backups.make()
    set_password_only(journal)
    copied_there(journal, stick)
    take_password_away(journal)
    for backup in journal.safe.backups.here():
        backup.path.unlink()
    set_password(journal)
    folder = stick.folder.path
    folder.rename(folder.with_name(f"{folder.name[:-8]}another1"))
    assert BackupFolder(folder).copies() == []
    assert journal.safe.earlier_keys.copies([stick]).count == 0


def test_a_copy_that_goes_meanwhile_counts_for_none(journal, monkeypatch):
    def gone(path):
        raise FileNotFoundError(path)

    set_password(journal)
    journal.safe.backups.make()
    monkeypatch.setattr("homejournal.services.safe.copies.copy_encryption.looks_encrypted", gone)
    assert journal.safe.earlier_keys.copies().count == 0
