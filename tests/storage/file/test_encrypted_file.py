"""An encrypted journal's file: with its key it is as any other, without it it is named."""

import os
from pathlib import Path

import pytest

from homejournal.domain.errors import (
    JournalDamagedError,
    NotAJournalError,
    OtherKeyError,
    PasswordNeededError,
)
from homejournal.services.opening import create_journal, open_journal
from homejournal.storage.journal.check import check
from tests.journals import DEVICE, Clock, note, planned, practice, practices_on

KEY = bytes(range(48))
OTHER = bytes(range(1, 49))


def opened(folder: Path, key: bytes | None = KEY, *, write: bool = True):
    return open_journal(folder, clock=Clock(), device=DEVICE, write=write, key=key)


@pytest.fixture
def family(tmp_path):
    """A closed, encrypted journal with a child and a practice."""
    journal = create_journal(tmp_path / "journal", clock=Clock(), device=DEVICE, key=KEY)
    of, what = planned(journal)
    done = practice(what)
    journal.records.save(done, note(of, "He pointed at the kumquat", practice=done.id))
    journal.close()
    return journal.folder, of, done


@pytest.mark.parametrize("write", [True, False])
class TestOpening:
    def test_with_its_key_everything_is_there(self, family, write):
        folder, of, done = family
        journal = opened(folder, write=write)
        assert practices_on(journal, of) == (done,)
        assert journal._store.key == KEY
        assert check(journal._store).is_sound
        journal.close()

    def test_without_a_key_the_password_is_asked_for(self, family, write):
        with pytest.raises(PasswordNeededError):
            opened(family[0], None, write=write)

    def test_with_the_key_of_another_journal(self, family, write):
        before = (family[0] / "journal.hj").read_bytes()
        with pytest.raises(OtherKeyError):
            opened(family[0], OTHER, write=write)
        assert (family[0] / "journal.hj").read_bytes() == before

    def test_a_damaged_beginning_is_told_from_a_wrong_key(self, family, write):
        file = family[0] / "journal.hj"
        raw = bytearray(file.read_bytes())
        raw[:4096] = os.urandom(4096)
        file.write_bytes(raw)
        with pytest.raises(JournalDamagedError):
            opened(family[0], write=write)

    def test_the_projection_is_made_again_under_the_same_key(self, family, write):
        folder, of, done = family
        journal = opened(folder)
        journal._store.set_meta({"projection": "0"})
        journal.close()
        journal = opened(folder, write=write)
        assert practices_on(journal, of) == (done,)
        journal.close()
        assert b"kumquat" not in (folder / "journal.hj").read_bytes()
        with pytest.raises(PasswordNeededError):
            opened(folder, None)


def test_no_word_stands_in_the_file(family):
    raw = (family[0] / "journal.hj").read_bytes()
    assert b"kumquat" not in raw
    assert raw[:16] == KEY[32:]


def test_a_plain_journal_needs_no_key_even_where_one_is_given(journals):
    journal = journals.new()
    of, _what = planned(journal)
    journal.close()
    again = opened(journal.folder)
    assert of.id in again.family().children
    assert again._store.key is None
    again.close()


def test_a_file_beside_keys_is_taken_for_an_encrypted_one(tmp_path):
    (tmp_path / "journal.hj").write_bytes(bytes(5000))
    with pytest.raises(NotAJournalError):
        opened(tmp_path, None)
    (tmp_path / "keys.json").write_text("{}")
    with pytest.raises(PasswordNeededError):
        opened(tmp_path, None)


def test_a_torn_first_page_does_not_let_a_plain_journal_look_encrypted(tmp_path):
    """As a power cut in the middle of a save leaves it; SQLite then puts the page back itself."""
    journal = create_journal(tmp_path / "journal", clock=Clock(), device=DEVICE)
    journal.close()
    file = journal.folder / "journal.hj"
    torn = os.urandom(4096) + file.read_bytes()[4096:]
    file.write_bytes(torn)
    with pytest.raises(NotAJournalError):
        opened(journal.folder, None)
    file.write_bytes(torn + b"half a page")
    with pytest.raises(NotAJournalError):
        opened(journal.folder, KEY)


@pytest.mark.parametrize(("size", "told"), [(512, NotAJournalError), (4096, PasswordNeededError)])
def test_of_a_file_cut_short_one_page_is_needed_to_tell_that_it_is_encrypted(family, size, told):
    file = family[0] / "journal.hj"
    file.write_bytes(file.read_bytes()[:size])
    with pytest.raises(told):
        opened(family[0], None)
