"""Copies from before the journal had a password: encrypted like it, deleted, or left."""

import shutil

import pytest

from homejournal.domain.errors import DiskFullError, PasswordNeededError
from homejournal.storage.file.file_encryption import is_encrypted
from homejournal.storage.records.readable_revisions import read_genuine_contents
from tests.services.copied import go_on
from tests.services.passwords import WORD, set_password, words_and_a_hand_out


@pytest.fixture
def journal(journals):
    """A journal with a password, a plain copy from before with a picture, and one set aside."""
    journal = journals.new()
    words_and_a_hand_out(journal)
    journal.safe.backups.make()
    aside = journal.folder / "quarantine" / "20260310"
    aside.mkdir(parents=True)
    shutil.copy(journal.folder / "journal.hj", aside / "journal.hj")
    (aside / "journal.hj-journal").write_text(WORD)
    (aside / "cut-short.hj").write_bytes((journal.folder / "journal.hj").read_bytes()[:5000])
    set_password(journal)
    return journal


def holding(journal):
    files = [path for path in journal.folder.rglob("*") if path.is_file()]
    return sorted(file.name for file in files if WORD.encode() in file.read_bytes())


def test_they_are_found_and_encrypted_and_hold_what_they_held(journal):
    copies = journal.safe.backups.here()
    key = journal._store.key
    held = [len(read_genuine_contents(copy.path).revisions) for copy in copies]
    assert len(journal.safe.plain_copies.found()) == len(copies) + 2
    assert journal.safe.plain_copies.encrypt(go_on) == len(copies) + 1
    assert [one.name for one in journal.safe.plain_copies.found()] == ["cut-short.hj"]
    assert [len(read_genuine_contents(copy.path, key).revisions) for copy in copies] == held
    assert holding(journal) in ([], ["cut-short.hj"])
    assert all((copy.path.with_suffix(".keys.json")).is_file() for copy in copies)


def test_a_copy_whose_beginning_is_damaged_is_found_too(journal):
    (plain, *_) = journal.safe.plain_copies.found()
    spoiled = journal.folder / "quarantine" / "spoiled.hj"
    spoiled.write_bytes(bytes(100) + plain.read_bytes()[100:])
    assert spoiled in journal.safe.plain_copies.found()
    journal.safe.plain_copies.encrypt(go_on)
    assert spoiled in journal.safe.plain_copies.found()
    journal.safe.plain_copies.drop()
    assert holding(journal) == []


def test_they_can_be_deleted(journal):
    assert journal.safe.plain_copies.drop() == 3
    assert journal.safe.plain_copies.found() == []
    assert holding(journal) == []
    (fresh,) = journal.safe.backups.here()
    assert is_encrypted(fresh.path)


def test_none_is_deleted_where_no_copy_can_be_made(journal, monkeypatch):
    def full(*_told):
        raise DiskFullError(journal.folder)

    found = journal.safe.plain_copies.found()
    monkeypatch.setattr("homejournal.storage.journal.verified_copies.copy_verified", full)
    with pytest.raises(DiskFullError):
        journal.safe.plain_copies.drop()
    assert journal.safe.plain_copies.found() == found


def test_pictures_that_a_killed_program_left_plain_are_sealed_once_no_copy_is(journal, monkeypatch):
    def killed(*_told):
        raise KeyboardInterrupt

    plain = journal.safe.plain_copies
    plain.tidy()
    assert holding(journal)  # the plain copies need them
    (journal.folder / "quarantine" / "20260310" / "cut-short.hj").unlink()
    with monkeypatch.context() as patched:
        patched.setattr("homejournal.storage.keys.encrypting.seal_media", killed)
        with pytest.raises(KeyboardInterrupt):
            plain.encrypt(go_on)
    assert plain.found() == []
    assert len(holding(journal)) == 1
    plain.tidy()
    assert holding(journal) == []


def test_it_can_be_stopped_and_goes_on_later(journal):
    asked = []

    def once(done, of):
        asked.append((done, of))
        return done < 1

    before = len(journal.safe.plain_copies.found())
    assert journal.safe.plain_copies.encrypt(once) == 1
    assert asked == [(0, before), (1, before)]
    assert len(journal.safe.plain_copies.found()) == before - 1


def test_without_a_password_there_is_nothing_to_encrypt_with(journals):
    plain = journals.new("plain")
    with pytest.raises(PasswordNeededError):
        plain.safe.plain_copies.encrypt(go_on)
    assert plain.safe.plain_copies.drop() == 0
