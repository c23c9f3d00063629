"""Repair where the locked keys are lost, or are from a newer homejournal."""

import os
import shutil

import pytest

from homejournal.domain.errors import KeysDamagedError
from homejournal.domain.safe.passwords import groups_of
from homejournal.services.opening import open_journal
from homejournal.services.safe.repair.outside_sources import OutsideSources
from homejournal.services.safe.unlocking import Unlocking, key_by_password
from homejournal.storage.keys.keys_file import read_keys, secret_of
from tests.journals import DEVICE
from tests.services.copied import a_family, go_on, texts_in
from tests.services.passwords import TYPED, set_password_only
from tests.services.repairs import repair_of


def locked_journal(journals, settings, name="journal"):
    """Return the folder of a closed journal with a password, its notes and its key.

    A locked copy lies there, and this computer keeps the locked keys.
    """
    journal = journals.new(name)
    journal.safe.settings = settings
    notes = a_family(journal)
    set_password_only(journal)
    journal.safe.backups.make()
    key = journal._store.key
    journal.close()
    return journal.folder, {note.text for note in notes}, key


@pytest.fixture
def settings(tmp_path):
    """The folder of this computer's settings."""
    return tmp_path / "settings"


@pytest.fixture
def locked(journals, settings):
    return locked_journal(journals, settings)


def lose_head_and_keys(folder):
    """Leave a file without its first page, no copy and no locked keys."""
    file = folder / "journal.hj"
    file.write_bytes(bytes(4096) + file.read_bytes()[4096:])
    (folder / "keys.json").unlink()
    shutil.rmtree(folder / "backups")


def repair_here(folder, journals, settings):
    repair = repair_of(folder, journals.clock)
    repair.elsewhere = OutsideSources(settings)
    return repair


class TestKept:
    """Only this computer still has the locked keys."""

    def test_the_password_opens_by_them_though_the_head_is_gone(self, locked, settings):
        folder, _notes, key = locked
        lose_head_and_keys(folder)
        assert Unlocking(folder, settings).by_password(TYPED) == key
        with pytest.raises(KeysDamagedError):
            Unlocking(folder, settings).by_password("no word of ours")
        with pytest.raises(KeysDamagedError):
            Unlocking(folder).by_password(TYPED)

    def test_so_does_the_repair_which_brings_them_back(self, locked, journals, settings):
        folder, notes, key = locked
        lose_head_and_keys(folder)
        repair = repair_here(folder, journals, settings)
        with pytest.raises(KeysDamagedError):
            repair.unlock("no word of ours")
        repair.unlock(TYPED)
        assert repair.key == key
        repair.finish(repair.prepare(go_on))
        assert key_by_password(folder, TYPED) == key
        found = open_journal(folder, clock=journals.clock, device=DEVICE, key=key)
        journals.opened.append(found)
        assert texts_in(found) == notes

    def test_those_of_another_journal_with_the_same_password_open_nothing(
        self, locked, journals, settings
    ):
        folder, *_ = locked
        lose_head_and_keys(folder)
        shutil.rmtree(settings / "keys")
        locked_journal(journals, settings, "other")
        with pytest.raises(KeysDamagedError):
            Unlocking(folder, settings).by_password(TYPED)
        repair = repair_here(folder, journals, settings)
        with pytest.raises(KeysDamagedError):
            repair.unlock(TYPED)
        assert repair.key is None

    def test_one_that_does_not_read_is_passed_over(self, locked, settings):
        folder, _notes, key = locked
        lose_head_and_keys(folder)
        (settings / "keys" / "0000.json").write_text("{")
        assert Unlocking(folder, settings).by_password(TYPED) == key

    def test_a_copy_on_a_stick_proves_them_where_nothing_of_the_file_does(
        self, locked, journals, settings, tmp_path
    ):
        folder, notes, key = locked
        shutil.copytree(folder / "backups", tmp_path / "stick")
        for keys in (tmp_path / "stick").glob("*.keys.json"):
            keys.unlink()
        lose_head_and_keys(folder)
        file = folder / "journal.hj"
        file.write_bytes(os.urandom(file.stat().st_size))
        repair = repair_here(folder, journals, settings)
        assert repair.elsewhere.show(tmp_path / "stick")
        repair.unlock(TYPED)
        repair.finish(repair.prepare(go_on))
        assert key_by_password(folder, TYPED) == key
        found = open_journal(folder, clock=journals.clock, device=DEVICE, key=key)
        journals.opened.append(found)
        assert texts_in(found) == notes

    def test_a_stick_that_is_pulled_out_proves_nothing(self, locked, journals, settings, tmp_path):
        folder, *_ = locked
        shutil.copytree(folder / "backups", tmp_path / "stick")
        lose_head_and_keys(folder)
        file = folder / "journal.hj"
        file.write_bytes(os.urandom(file.stat().st_size))
        repair = repair_here(folder, journals, settings)
        assert repair.elsewhere.show(tmp_path / "stick")
        shutil.rmtree(tmp_path / "stick")
        with pytest.raises(KeysDamagedError):
            repair.unlock(TYPED)

    def test_they_count_also_where_those_of_another_journal_lie_there(
        self, locked, journals, settings, tmp_path
    ):
        folder, _notes, key = locked
        other, *_ = locked_journal(journals, tmp_path / "else", "other")
        lose_head_and_keys(folder)
        shutil.copy(other / "keys.json", folder / "keys.json")
        repair = repair_here(folder, journals, settings)
        repair.unlock(TYPED)
        assert repair.key == key


@pytest.mark.parametrize("with_a_copy", [False, True])
def test_keys_of_a_newer_program_hinder_no_repair_and_stay(locked, journals, with_a_copy):
    folder, notes, key = locked
    if not with_a_copy:
        shutil.rmtree(folder / "backups")
    keys = folder / "keys.json"
    keys.write_text(keys.read_text().replace('"schema": 1', '"schema": 9'))
    before = keys.read_bytes()
    file = folder / "journal.hj"
    file.write_bytes(bytes(4096) + file.read_bytes()[4096:])
    repair = repair_of(folder, journals.clock)
    repair.unlock(" ".join(groups_of(secret_of(key))))
    repair.finish(repair.prepare(go_on))
    assert keys.read_bytes() == before
    found = open_journal(folder, clock=journals.clock, device=DEVICE, key=key)
    journals.opened.append(found)
    assert texts_in(found) == notes


def test_keys_of_another_journal_give_way_to_those_of_the_copy(locked, journals, tmp_path):
    folder, _notes, key = locked
    other, *_ = locked_journal(journals, tmp_path / "else", "other")
    before = read_keys(folder / "keys.json")
    shutil.copy(other / "keys.json", folder / "keys.json")
    file = folder / "journal.hj"
    file.write_bytes(bytes(4096) + file.read_bytes()[4096:])
    repair = repair_of(folder, journals.clock)
    repair.unlock(TYPED)
    assert repair.key == key
    repair.finish(repair.prepare(go_on))
    assert read_keys(folder / "keys.json") == before


@pytest.mark.parametrize("left", [None, b"", bytes(65536), os.urandom(65536)])
@pytest.mark.parametrize("by_sheet", [False, True])
@pytest.mark.parametrize("same_password", [False, True])
def test_keys_of_another_journal_stand_in_no_way_where_nothing_of_the_file_tells(
    locked, journals, tmp_path, left, by_sheet, same_password
):
    folder, notes, key = locked
    other, _notes, other_key = locked_journal(journals, tmp_path / "else", "other")
    if not same_password:
        journal = open_journal(other, clock=journals.clock, device=DEVICE, key=other_key)
        journal.safe.password.change("quite another word")
        journal.close()
    shutil.copy(other / "keys.json", folder / "keys.json")
    theirs = (folder / "keys.json").read_bytes()
    (folder / "journal.hj").unlink()
    if left is not None:
        (folder / "journal.hj").write_bytes(left)
    repair = repair_of(folder, journals.clock)
    repair.unlock(" ".join(groups_of(secret_of(key))) if by_sheet else TYPED)
    assert repair.key == key
    repair.finish(repair.prepare(go_on))
    assert key_by_password(folder, TYPED) == key
    found = open_journal(folder, clock=journals.clock, device=DEVICE, key=key)
    journals.opened.append(found)
    assert texts_in(found) == notes
    (aside,) = (folder / "quarantine").rglob("keys.json")
    assert aside.read_bytes() == theirs
