"""Bringing back from a copy with a password: its own, its sheet, or the journal's key opens it."""

import shutil

import pytest

from homejournal.domain.errors import (
    KeysDamagedError,
    NotAJournalError,
    OtherKeyError,
    PasswordNeededError,
    WrongPasswordError,
)
from homejournal.domain.safe.passwords import SheetTypoError, groups_of
from homejournal.services.opening import create_journal
from homejournal.services.safe.copies.copy_encryption import number_of
from tests.journals import DEVICE
from tests.locked import KEY, lay_keys
from tests.services.copied import a_family, texts_in


@pytest.fixture
def locked(journals, tmp_path):
    made = create_journal(tmp_path / "locked", clock=journals.clock, device=DEVICE, key=KEY)
    journals.opened.append(made)
    notes = a_family(made)
    lay_keys(made, KEY, "our long word")
    return made.safe.backups.make().path, notes


@pytest.mark.parametrize("typed", ["our long word", " ".join(groups_of(KEY[:32]))])
def test_its_password_or_its_sheet_opens_it(locked, journal, typed):
    copy, notes = locked
    restoring = journal.safe.backups.restoring
    with pytest.raises(PasswordNeededError):
        restoring.look(copy)
    key = restoring.key_for(copy, typed)
    assert key == KEY
    restoring.restore(copy, restoring.look(copy, key), key=key)
    assert texts_in(journal) == {note.text for note in notes}


def test_a_wrong_word_is_told_apart_from_missing_keys(locked, journal):
    copy, _ = locked
    restoring = journal.safe.backups.restoring
    with pytest.raises(WrongPasswordError):
        restoring.key_for(copy, "our other word")
    copy.with_suffix(".keys.json").unlink()
    with pytest.raises(KeysDamagedError):
        restoring.key_for(copy, "our long word")
    with pytest.raises(OtherKeyError):
        restoring.look(copy, bytes(48))


def test_the_journals_own_key_is_tried_by_itself(locked, journals):
    copy, _ = locked
    own = next(one for one in journals.opened if one.folder.name == "locked")
    assert own.safe.backups.restoring.look(copy).missing == ()


def test_a_slip_in_the_sheet_names_its_group_with_and_without_keys_beside_the_copy(locked, journal):
    copy, _ = locked
    restoring = journal.safe.backups.restoring
    groups = list(groups_of(KEY[:32]))
    groups[4] = groups[4][:3] + ("A" if groups[4][3] != "A" else "B")
    for _ in range(2):
        with pytest.raises(SheetTypoError) as told:
            restoring.key_for(copy, " ".join(groups))
        assert told.value.groups == (5,)
        copy.with_suffix(".keys.json").unlink(missing_ok=True)


def test_a_password_that_looks_like_a_sheet_still_opens(locked, journals, journal):
    copy, _ = locked
    typed = "4711 word 0815 rain 1999 snow moon star"
    own = next(one for one in journals.opened if one.folder.name == "locked")
    lay_keys(own, KEY, typed)
    shutil.copy(own.folder / "keys.json", copy.with_suffix(".keys.json"))
    assert journal.safe.backups.restoring.key_for(copy, typed) == KEY


@pytest.mark.parametrize("name", ["sheet.pdf", "a folder", "copy.keys.json", "journal.hj.txt"])
def test_what_is_no_copy_is_no_copy_whose_keys_are_missing(journal, tmp_path, name):
    chosen = tmp_path / name
    if name == "a folder":
        chosen.mkdir()
    elif name != "journal.hj.txt":  # which is not there
        chosen.write_bytes(b"%PDF-1.7 and more")
    with pytest.raises(NotAJournalError):
        journal.safe.backups.restoring.key_for(chosen, "our long word")


def test_the_locked_keys_beside_a_journal_are_no_locked_copy(locked, journals, journal):
    copy, _ = locked
    own = next(one for one in journals.opened if one.folder.name == "locked")
    for keys in (own.folder / "keys.json", copy.with_suffix(".keys.json")):
        with pytest.raises(NotAJournalError):
            journal.safe.backups.restoring.look(keys)


def test_which_sheet_opens_it_is_known_without_any(locked, journal, tmp_path):
    copy, _ = locked
    restoring = journal.safe.backups.restoring
    assert restoring.sheet_number(copy) == number_of(KEY[:32])
    assert restoring.sheet_number(tmp_path / "gone.hj") == ""
