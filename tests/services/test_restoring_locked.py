"""Bringing back from a copy with a password: its own, its sheet, or the journal's key opens it."""

import pytest

from homejournal.domain.errors import (
    KeysDamagedError,
    OtherKeyError,
    PasswordNeededError,
    WrongPasswordError,
)
from homejournal.domain.recovery_letters import groups_of
from homejournal.services.opening import create_journal
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
    assert texts_in(journal) == {one.text for one in notes}


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
