"""The file with the locked keys: lost or damaged, it comes back from where it lies whole."""

import pytest

from homejournal.domain.errors import KeysDamagedError, WrongPasswordError
from homejournal.services.opening import open_journal
from homejournal.services.safe.unlocking import key_by_password, key_here
from homejournal.storage.file.backup_folder import keys_of
from homejournal.storage.keys.key_copies import KeyCopies
from homejournal.storage.keys.keys_file import MOST_COMPUTERS, read_keys
from tests.journals import DEVICE
from tests.services.passwords import TYPED, set_password, words_and_a_hand_out
from tests.ui.keyrings import keyring_here

__all__ = ["keyring_here"]

OTHER = "another four words here"


@pytest.fixture
def journal(journal):
    """A journal with a password and an encrypted copy."""
    words_and_a_hand_out(journal)
    set_password(journal)
    journal.safe.plain_copies.drop()
    return journal


@pytest.fixture(params=["gone", "damaged"])
def keys(journal, request):
    """Lose or damage the keys beside the journal; return where they lay, and what they were."""
    file = journal.folder / "keys.json"
    before = file.read_bytes()
    file.unlink()
    if request.param == "damaged":
        file.write_bytes(before[:-40])
    return file, before


def lose_those_beside_copies(journal):
    for path in (journal.folder / "backups").glob("*.keys.json"):
        path.unlink()


def test_those_beside_a_copy_are_as_good(journal, keys):
    file, before = keys
    key = journal._store.key
    journal.close()
    assert key_by_password(journal.folder, TYPED) == key
    assert file.read_bytes() == before


def test_a_copy_that_is_made_meanwhile_has_whole_ones(journal, keys):
    file, before = keys
    made = journal.safe.backups.make()
    assert keys_of(made.path).read_bytes() == file.read_bytes() == before


def test_where_none_are_whole_a_copy_has_none_and_the_sheet_opens_it(journal, keys):
    lose_those_beside_copies(journal)
    made = journal.safe.backups.make()
    assert not keys_of(made.path).exists()
    with pytest.raises(KeysDamagedError):
        journal.safe.backups.restoring.key_for(made.path, TYPED)


def test_a_keyring_that_opens_it_brings_them_back_too(journal, keyring_here, tmp_path):
    copies = journal.safe.password.copies = KeyCopies(tmp_path / "settings")
    assert journal.safe.password.remember_here()
    file, key = journal.folder / "keys.json", journal._store.key
    before = file.read_bytes()
    journal.close()
    file.unlink()
    lose_those_beside_copies(journal)
    assert key_here(journal.folder, copies) == key
    assert file.read_bytes() == before


def test_a_keyring_that_forgets_again_and_again_leaves_a_file_that_opens(journal, keyring_here):
    for _ in range(MOST_COMPUTERS + 2):
        keyring_here.clear()
        assert journal.safe.password.remember_here()
    assert len(read_keys(journal.folder / "keys.json").computers) == MOST_COMPUTERS
    key = journal._store.key
    assert key_here(journal.folder) == key
    assert key_by_password(journal.folder, TYPED) == key


def test_a_password_that_another_computer_changed_opens_it_here_and_the_old_one_no_more(
    journal, tmp_path
):
    here, elsewhere = KeyCopies(tmp_path / "here"), KeyCopies(tmp_path / "elsewhere")
    here.keep(read_keys(journal.folder / "keys.json"))
    journal.safe.password.copies = elsewhere
    journal.safe.password.change(OTHER)
    key = journal._store.key
    journal.close()
    assert key_by_password(journal.folder, OTHER, here) == key
    with pytest.raises(WrongPasswordError):
        key_by_password(journal.folder, TYPED, here)


def test_whoever_opened_it_with_the_sheet_has_them_again(journal, keys):
    file, before = keys
    journal.safe.password.tidy()
    assert file.read_bytes() == before


def test_those_of_a_newer_homejournal_stay_as_they_are(journal):
    file = journal.folder / "keys.json"
    newer = file.read_text().replace('"schema": 1', '"schema": 99')
    file.write_text(newer)
    journal.safe.password.tidy()
    made = journal.safe.backups.make()
    assert keys_of(made.path).read_text() == file.read_text() == newer


def test_keys_whose_copy_never_came_go_at_the_next_start(journal, journals):
    (copy,) = journal.safe.backups.here()
    begun = keys_of(copy.path.with_name("00000099-20260401T000000Z.hj"))
    begun.write_bytes(keys_of(copy.path).read_bytes())
    key = journal._store.key
    journal.close()
    open_journal(journal.folder, clock=journals.clock, device=DEVICE, key=key).close()
    assert not begun.exists()
    assert keys_of(copy.path).exists()


def test_a_program_that_was_killed_as_the_password_changed_is_followed(journal):
    (copy,) = journal.safe.backups.here()
    before = keys_of(copy.path).read_bytes()
    journal.safe.password.change(OTHER)
    keys_of(copy.path).write_bytes(before)  # it did not come so far
    journal.safe.password.tidy()
    restoring = journal.safe.backups.restoring
    assert restoring.key_for(copy.path, OTHER) == journal._store.key
    with pytest.raises(WrongPasswordError):
        restoring.key_for(copy.path, TYPED)


def test_copies_without_keys_have_them_again_with_another_password(journal):
    for path in (journal.folder / "backups").glob("*.keys.json"):
        path.unlink()
    journal.safe.password.change(OTHER)
    restoring = journal.safe.backups.restoring
    for copy in journal.safe.backups.here():
        assert restoring.key_for(copy.path, OTHER) == journal._store.key
