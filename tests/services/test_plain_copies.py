"""Copies from before the journal had a password: encrypted like it, deleted, or left."""

import shutil

import pytest

from homejournal.domain.errors import PasswordNeededError
from homejournal.exchange.media_files import PDF, KeptFile
from homejournal.services.password import Password
from homejournal.storage.gathering import gather
from homejournal.storage.key_slots import Costs
from tests.journals import note, planned

WORD = "kumquat7391"
TYPED = "blanket river seven toast"


@pytest.fixture
def journal(journals, monkeypatch):
    """A journal with a password, a plain copy from before with a picture, and one set aside."""
    monkeypatch.setattr(Password, "costs", Costs(memory=64, passes=1, lanes=1))
    journal = journals.new()
    of, what = planned(journal)
    journal.records.save(note(of, f"He ate a {WORD}"))
    journal.media.add(journal.media.put(KeptFile(f"%PDF-1.7 {WORD}".encode(), PDF), "x", what.id))
    journal.safe.backups.make()
    aside = journal.folder / "quarantine" / "20260310"
    aside.mkdir(parents=True)
    shutil.copy(journal.folder / "journal.hj", aside / "journal.hj")
    (aside / "journal.hj-journal").write_text(WORD)
    (aside / "cut-short.hj").write_bytes((journal.folder / "journal.hj").read_bytes()[:5000])
    service = journal.safe.password
    service.finish(service.prepare_on(service.new_key(), TYPED))
    service.seal_media()
    return journal


def holding(journal):
    files = [one for one in journal.folder.rglob("*") if one.is_file()]
    return sorted(one.name for one in files if WORD.encode() in one.read_bytes())


def go_on(_done, _of):
    return True


def test_they_are_found_and_encrypted_and_hold_what_they_held(journal):
    copies = journal.safe.backups.here()
    key = journal._store.key
    held = [len(gather(copy.path).revisions) for copy in copies]
    assert len(journal.safe.plain_copies.found()) == len(copies) + 2
    assert journal.safe.plain_copies.encrypt(go_on) == len(copies) + 1
    assert [one.name for one in journal.safe.plain_copies.found()] == ["cut-short.hj"]
    assert [len(gather(copy.path, key).revisions) for copy in copies] == held
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
    assert journal.safe.plain_copies.drop() == len(journal.safe.backups.here()) + 3
    assert journal.safe.plain_copies.found() == []
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
