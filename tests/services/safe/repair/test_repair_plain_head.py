"""A journal's file that begins like a plain one, beside the locked keys of one with a password."""

import os
import shutil

import pytest

from homejournal.domain.errors import NotTheKeyError, PasswordNeededError, WrongPasswordError
from homejournal.domain.safe.passwords import groups_of
from homejournal.services.opening import open_journal
from homejournal.services.safe.unlocking import key_by_password
from homejournal.storage.file.file_encryption import PLAIN, begins_plain
from homejournal.storage.keys.keys_file import secret_of
from tests.damages import PAGE
from tests.journals import DEVICE
from tests.services.copied import a_family, go_on, texts_in
from tests.services.passwords import TYPED, set_password, set_password_only, take_password_away
from tests.services.repairs import repair_of
from tests.ui.keyrings import keyring_here

__all__ = ["keyring_here"]

HEADS = {
    "nothing else": lambda _data: PLAIN,
    "zeros": lambda data: PLAIN + bytes(len(data) - len(PLAIN)),
    "noise": lambda data: PLAIN + os.urandom(len(data) - len(PLAIN)),
}


@pytest.fixture
def locked(journals):
    """A closed journal with a password and a locked copy; its folder, its notes and its key."""
    journal = journals.new()
    notes = a_family(journal)
    set_password_only(journal)
    journal.safe.backups.make()
    key = journal._store.key
    journal.close()
    return journal.folder, {note.text for note in notes}, key


def harm(folder, harmed):
    file = folder / "journal.hj"
    file.write_bytes(harmed(file.read_bytes()))


def opener(key, kind):
    return TYPED if kind == "password" else " ".join(groups_of(secret_of(key)))


def stays_locked(repair, journals, folder, notes, key):
    """Put the repaired journal in place: all notes are there, under the same key."""
    report = repair.prepare(go_on)
    assert not report.loses_password
    repair.finish(report)
    assert not begins_plain(folder / "journal.hj")
    assert key_by_password(folder, TYPED) == key
    found = open_journal(folder, clock=journals.clock, device=DEVICE, key=key)
    journals.opened.append(found)
    assert texts_in(found) == notes


@pytest.mark.parametrize("harmed", HEADS.values(), ids=HEADS)
@pytest.mark.parametrize("kind", ["password", "sheet"])
@pytest.mark.parametrize("keys", ["beside the journal", "beside the copy"])
def test_what_opens_the_locked_keys_opens_the_repair(locked, journals, harmed, kind, keys):
    folder, notes, key = locked
    harm(folder, harmed)
    if keys == "beside the copy":
        (folder / "keys.json").unlink()
    repair = repair_of(folder, journals.clock)
    with pytest.raises(PasswordNeededError):
        repair.prepare(go_on)
    with pytest.raises(WrongPasswordError):
        repair.unlock("no word of ours")
    repair.unlock(opener(key, kind))
    assert repair.key == key
    stays_locked(repair, journals, folder, notes, key)


def test_the_sheet_of_another_journal_does_not_open_it(locked, journals):
    folder, *_ = locked
    harm(folder, HEADS["zeros"])
    repair = repair_of(folder, journals.clock)
    repair.unlock(" ".join(groups_of(bytes(range(32)))))
    assert repair.key is None
    with pytest.raises(NotTheKeyError):
        repair.prepare(go_on)


def test_the_sheet_alone_turns_no_plain_journal_of_which_nothing_is_left_into_a_locked_one(
    journals,
):
    journal = journals.new()
    a_family(journal)
    journal.close()
    harm(journal.folder, HEADS["zeros"])
    repair = repair_of(journal.folder, journals.clock)
    repair.unlock(" ".join(groups_of(bytes(range(32)))))
    assert repair.key is None


def test_one_that_reads_stays_plain_whatever_is_typed_though_keys_were_left(locked, journals):
    folder, notes, key = locked
    journal = open_journal(folder, clock=journals.clock, device=DEVICE, key=key)
    keys = (folder / "keys.json").read_bytes()
    take_password_away(journal)
    journal.close()
    (folder / "keys.json").write_bytes(keys)  # a program was killed just then
    said = max(notes).encode()
    harm(folder, lambda data: data.replace(said, b"x" * len(said)))
    repair = repair_of(folder, journals.clock)
    repair.unlock(TYPED)
    report = repair.prepare(go_on)
    assert begins_plain(report.built)
    assert not report.loses_password
    repair.leave(report)


@pytest.fixture
def old_head(journals):
    """A locked journal without a copy, whose first pages are again those from before."""
    journal = journals.new()
    notes = a_family(journal)
    plain = (journal.folder / "journal.hj").read_bytes()
    set_password(journal)
    key = journal._store.key
    journal.close()
    shutil.rmtree(journal.folder / "backups")
    return journal.folder, {note.text for note in notes}, key, plain


@pytest.mark.parametrize("kind", ["password", "sheet"])
def test_its_pages_are_opened_behind_a_first_one_from_before_the_password(old_head, journals, kind):
    folder, notes, key, plain = old_head
    harm(folder, lambda data: plain[:PAGE] + data[PAGE:])
    repair = repair_of(folder, journals.clock)
    with pytest.raises(PasswordNeededError):
        repair.prepare(go_on)
    repair.unlock(opener(key, kind))
    stays_locked(repair, journals, folder, notes, key)


def test_some_pages_from_before_the_password_do_not_take_it_away(old_head, journals):
    folder, notes, key, plain = old_head
    many = len(plain) // PAGE * PAGE // 3 // PAGE * PAGE
    harm(folder, lambda data: plain[:many] + data[many:])
    repair = repair_of(folder, journals.clock)
    with pytest.raises(PasswordNeededError):
        repair.prepare(go_on)
    repair.unlock(TYPED)
    stays_locked(repair, journals, folder, notes, key)


class TestKeyring:
    """This computer opens the journal without asking, and so it does for the repair."""

    @pytest.fixture
    def here(self, locked, journals, keyring_here):
        folder, notes, key = locked
        journal = open_journal(folder, clock=journals.clock, device=DEVICE, key=key)
        assert journal.safe.password.remember_here()
        journal.close()
        harm(folder, HEADS["zeros"])
        return folder, notes, key

    def test_nothing_is_asked_for(self, here, journals):
        folder, notes, key = here
        repair = repair_of(folder, journals.clock)
        report = repair.prepare_beside(go_on)
        assert repair.key == key
        repair.finish(report)
        found = open_journal(folder, clock=journals.clock, device=DEVICE, key=key)
        journals.opened.append(found)
        assert texts_in(found) == notes

    @pytest.mark.parametrize("told", [None, "no slot at all", f"{DEVICE}:{'00' * 32}"])
    def test_one_that_forgot_or_tells_nonsense_leads_to_the_question(
        self, here, journals, keyring_here, told
    ):
        folder, *_ = here
        (name,) = keyring_here
        keyring_here[name] = told
        repair = repair_of(folder, journals.clock)
        with pytest.raises(PasswordNeededError):
            repair.prepare_beside(go_on)
        assert repair.key is None
