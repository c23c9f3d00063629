"""What opens an encrypted journal, and what is said where something does not."""

import os
import shutil

import pytest

from homejournal.domain.errors import (
    JournalDamagedError,
    JournalMissingError,
    KeysDamagedError,
    OtherKeyError,
    WrongPasswordError,
)
from homejournal.domain.safe.passwords import SheetTypoError, groups_of
from homejournal.services.safe import unlocking as this_computer
from homejournal.services.safe.unlocking import (
    KeyringSecrets,
    Unlocking,
    key_by_password,
    key_by_sheet,
    key_copies,
    key_here,
    needs_key,
)
from homejournal.storage.keys.key_copies import KeyCopies
from homejournal.storage.keys.keys_file import secret_of
from tests.journals import planned

TYPED = "four words are easy"


@pytest.fixture
def copies(tmp_path):
    return KeyCopies(tmp_path / "settings" / "keys")


def encrypted(journals, copies=None, name="journal", typed=TYPED, *, stays_open=False):
    """Make a journal with a password, and return its folder and its key; it is closed."""
    journal = journals.new(name)
    planned(journal)
    service = journal.safe.password
    service.copies = copies
    key = service.new_key()
    service.finish(service.prepare_on(key, typed))
    if not stays_open:
        journal.close()
    return journal.folder, key


def letters(key):
    return " ".join(groups_of(secret_of(key)))


class TestPassword:
    def test_the_right_one_opens_and_a_wrong_one_is_told(self, journals):
        folder, key = encrypted(journals)
        assert key_by_password(folder, TYPED) == key
        with pytest.raises(WrongPasswordError):
            key_by_password(folder, "four words are eazy")

    def test_where_there_is_no_journal(self, tmp_path):
        assert not needs_key(tmp_path)
        with pytest.raises(JournalMissingError):
            key_by_password(tmp_path, TYPED)
        with pytest.raises(JournalMissingError):
            key_by_sheet(tmp_path, letters(bytes(48)))

    def test_damaged_keys_are_told_from_a_wrong_password(self, journals):
        folder, _key = encrypted(journals)
        (folder / "keys.json").write_text("{")
        with pytest.raises(KeysDamagedError):
            key_by_password(folder, TYPED)

    def test_keys_of_another_journal_are_told(self, journals, copies):
        folder, _key = encrypted(journals)
        other, _other_key = encrypted(journals, name="other", typed="another")
        shutil.copy(other / "keys.json", folder / "keys.json")
        for typed in (TYPED, "another"):
            with pytest.raises(OtherKeyError):
                key_by_password(folder, typed)
            with pytest.raises(OtherKeyError):
                key_by_password(folder, typed, copies)

    def test_a_damaged_beginning_of_the_journal_is_no_other_journal(self, journals):
        folder, key = encrypted(journals)
        raw = bytearray((folder / "journal.hj").read_bytes())
        raw[:16] = os.urandom(16)
        (folder / "journal.hj").write_bytes(raw)
        assert key_by_password(folder, TYPED) == key

    @pytest.mark.parametrize("lost", ["missing", "damaged", "other"])
    def test_the_copy_on_this_computer_helps(self, journals, copies, lost):
        folder, key = encrypted(journals, copies)
        if lost == "missing":
            (folder / "keys.json").unlink()
        elif lost == "damaged":
            (folder / "keys.json").write_bytes(b"\0" * 900)
        else:
            other, _key = encrypted(journals, name="other")
            shutil.copy(other / "keys.json", folder / "keys.json")
        assert key_by_password(folder, TYPED, copies) == key

    @pytest.mark.parametrize("damaged", [False, True])
    def test_a_file_that_was_lost_is_there_again(self, journals, copies, tmp_path, damaged):
        folder, _key = encrypted(journals, copies)
        before = (folder / "keys.json").read_bytes()
        (folder / "keys.json").unlink()
        if damaged:
            (folder / "keys.json").write_bytes(before[:-40])
        key_by_password(folder, TYPED, copies)
        assert (folder / "keys.json").read_bytes() == before
        shutil.rmtree(tmp_path / "settings")
        key_by_password(folder, TYPED, copies)
        (copy,) = (tmp_path / "settings" / "keys").iterdir()
        assert copy.read_bytes() == before
        assert copy.stat().st_mode & 0o777 == 0o600


class TestSheet:
    def test_it_opens_without_any_other_file(self, journals):
        folder, key = encrypted(journals)
        (folder / "keys.json").unlink()
        assert key_by_sheet(folder, letters(key).lower()) == key

    def test_a_slip_is_named(self, journals):
        folder, key = encrypted(journals)
        typed = letters(key)
        wrong = typed[:5] + ("X" if typed[5] != "X" else "Y") + typed[6:]
        with pytest.raises(SheetTypoError) as told:
            key_by_sheet(folder, wrong)
        assert told.value.groups == (2,)

    def test_the_sheet_of_another_journal_is_told(self, journals):
        folder, _key = encrypted(journals)
        _other, other_key = encrypted(journals, name="other")
        with pytest.raises(OtherKeyError):
            key_by_sheet(folder, letters(other_key))

    def test_a_damaged_journal_is_told_from_another_sheet(self, journals):
        folder, key = encrypted(journals)
        file = folder / "journal.hj"
        file.write_bytes(file.read_bytes()[:16] + os.urandom(file.stat().st_size - 16))
        with pytest.raises(JournalDamagedError):
            key_by_sheet(folder, letters(key))


class InMemory:
    """A keyring that lies nowhere; it refuses like a locked one where it is told to."""

    priority = 5

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.refuses = False

    def get_password(self, service, username):
        return self._at().get((service, username))

    def set_password(self, service, username, password):
        self._at()[service, username] = password

    def delete_password(self, service, username):
        del self._at()[service, username]

    def _at(self):
        if self.refuses:
            raise RuntimeError("locked")
        return self.kept


class TestThisComputer:
    @pytest.fixture
    def keyring(self, monkeypatch):
        made = InMemory()
        monkeypatch.setattr("keyring.get_keyring", lambda: made)
        return made

    def test_it_remembers_and_forgets(self, journals, keyring):
        folder, key = encrypted(journals, stays_open=True)
        service = journals.opened[0].safe.password
        assert service.can_be_remembered
        assert not service.is_remembered_here
        assert key_here(folder) is None
        assert service.remember_here()
        assert service.is_remembered_here
        assert key_here(folder) == key
        assert secret_of(key).hex() not in repr(keyring.kept)
        service.forget_here()
        assert not service.is_remembered_here
        assert key_here(folder) is None
        assert keyring.kept == {}
        service.forget_here()

    def test_a_locked_keyring_is_as_if_there_were_none(self, journals, keyring):
        folder, _key = encrypted(journals, stays_open=True)
        service = journals.opened[0].safe.password
        keyring.refuses = True
        assert not service.remember_here()
        keyring.refuses = False
        assert service.remember_here()
        keyring.refuses = True
        assert key_here(folder) is None
        assert not service.is_remembered_here

    def test_a_key_that_may_be_another_journals_opens_nothing_by_itself(self, journals, keyring):
        folder, _key = encrypted(journals, stays_open=True)
        assert journals.opened[0].safe.password.remember_here()
        journals.close()
        (folder / "journal.hj").write_bytes(os.urandom(40960))
        assert key_here(folder) is None

    def test_what_lies_in_the_keyring_may_be_anything(self, journals, keyring):
        folder, _key = encrypted(journals, stays_open=True)
        service = journals.opened[0].safe.password
        service.remember_here()
        ((name, told),) = keyring.kept.items()
        for lies in ("", "nothing", f"{told[:36]}:00", f"{told}00", told[:-1] + "x"):
            keyring.kept[name] = lies
            assert key_here(folder) is None

    def test_a_computer_without_a_keyring(self, journals, monkeypatch, keyring):
        folder, _key = encrypted(journals, stays_open=True)
        keyring.priority = 0
        service = journals.opened[0].safe.password
        assert not service.can_be_remembered
        assert not service.remember_here()
        service.forget_here()

        def broken():
            raise RuntimeError("no desktop")

        monkeypatch.setattr("keyring.get_keyring", broken)
        assert not KeyringSecrets().is_possible
        assert key_here(folder) is None

    def test_damaged_keys_are_no_hindrance_to_asking(self, tmp_path, keyring):
        (tmp_path / "journal.hj").write_bytes(b"x")
        assert key_here(tmp_path) is None
        assert this_computer.KeyringSecrets().is_possible


def test_a_window_that_asks_has_all_ways_at_hand(journals, tmp_path, monkeypatch):
    settings = tmp_path / "settings"
    folder, key = encrypted(journals, key_copies(settings))
    monkeypatch.setattr("keyring.get_keyring", InMemory)
    (folder / "keys.json").unlink()
    window = Unlocking(folder, settings)
    assert window.by_password(TYPED) == key
    assert window.by_sheet(letters(key)) == key
    assert window.here() is None
    (folder / "keys.json").unlink()
    with pytest.raises(KeysDamagedError):
        Unlocking(folder).by_password(TYPED)
    assert needs_key(folder)
