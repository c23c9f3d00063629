"""What is said where a key opens nothing of a journal's file: damage is told from another's key."""

import os
import shutil

import pytest

from homejournal.domain.errors import (
    JournalDamagedError,
    JournalError,
    JournalTooNewError,
    KeysDamagedError,
    NoiseError,
    OtherFileError,
    OtherKeyError,
    WrongPasswordError,
)
from homejournal.domain.safe.passwords import groups_of
from homejournal.services.opening import open_journal
from homejournal.services.safe.unlocking import (
    Unlocking,
    key_by_password,
    key_by_sheet,
    needs_key,
)
from homejournal.storage.file.file_encryption import begins_plain
from homejournal.storage.keys.keys_file import secret_of
from tests.journals import DEVICE, note, planned
from tests.services.copied import go_on
from tests.services.passwords import TYPED, set_password
from tests.services.repairs import repair_of

DAMAGED = {
    "zeros": lambda data: bytes(len(data)),
    "text": lambda _data: b"hello " * 5000,
    "shifted": lambda data: b"x" + data,
    "cut to 1 KiB": lambda data: data[:1024],
    "cut to 100 bytes": lambda data: data[:100],
    "cut to 10 bytes": lambda data: data[:10],
    "zeros after its beginning": lambda data: data[:16] + bytes(len(data) - 16),
    "noise after its beginning": lambda data: data[:16] + os.urandom(len(data) - 16),
}


def noise(data):
    return os.urandom(len(data))


def locked_journal(journals, name="journal"):
    """Return the folder and the key of a closed journal with a password and a locked copy."""
    journal = journals.new(name)
    planned(journal)
    set_password(journal, TYPED)
    journal.safe.backups.make()
    key = journal._store.key
    journal.close()
    return journal.folder, key


def harm(folder, harmed):
    file = folder / "journal.hj"
    file.write_bytes(harmed(file.read_bytes()))


def letters(key):
    return " ".join(groups_of(secret_of(key)))


def said_of(folder, clock, find_key):
    """Return what stands in the way of a journal, or None where it opens."""
    try:
        open_journal(folder, clock=clock, device=DEVICE, key=find_key()).close()
    except JournalError as failure:
        return type(failure)
    return None


@pytest.fixture
def locked(journals):
    return locked_journal(journals)


@pytest.mark.parametrize("harmed", DAMAGED.values(), ids=DAMAGED)
def test_a_damage_is_told_whatever_was_typed(locked, journals, harmed):
    folder, key = locked
    harm(folder, harmed)
    assert needs_key(folder)
    by_password = said_of(folder, journals.clock, lambda: key_by_password(folder, TYPED))
    by_sheet = said_of(folder, journals.clock, lambda: key_by_sheet(folder, letters(key)))
    assert (by_password, by_sheet) == (JournalDamagedError, JournalDamagedError)
    with pytest.raises(WrongPasswordError):
        key_by_password(folder, "something else")


def test_a_key_that_opens_the_copies_is_right_and_the_file_may_be_anything(locked, journals):
    folder, key = locked
    harm(folder, noise)
    with pytest.raises(OtherFileError):
        key_by_password(folder, TYPED)
    with pytest.raises(OtherFileError):
        key_by_sheet(folder, letters(key))
    assert said_of(folder, journals.clock, lambda: key) is OtherFileError
    with pytest.raises(WrongPasswordError):
        key_by_password(folder, "something else")


def test_without_a_copy_noise_and_another_key_cannot_be_told_apart(locked, journals):
    folder, key = locked
    harm(folder, noise)
    shutil.rmtree(folder / "backups")
    for typed in (TYPED, "something else"):
        with pytest.raises(OtherKeyError):
            key_by_password(folder, typed)
    assert said_of(folder, journals.clock, lambda: key) is OtherKeyError


def test_the_sheet_of_another_journal_is_not_that_of_the_copies(locked, journals):
    folder, _key = locked
    _folder, other = locked_journal(journals, "other")
    harm(folder, noise)
    with pytest.raises(OtherKeyError):
        key_by_sheet(folder, letters(other))


def test_of_two_keys_that_open_the_one_of_the_copies_counts(locked, journals):
    folder, _key = locked
    other, _other_key = locked_journal(journals, "other")
    shutil.copy(other / "keys.json", folder / "keys.json")
    harm(folder, noise)
    with pytest.raises(OtherFileError):
        key_by_password(folder, TYPED)


def test_keys_beside_the_copies_help_a_file_without_its_beginning(locked):
    folder, key = locked
    (folder / "keys.json").unlink()
    harm(folder, lambda data: os.urandom(16) + data[16:])
    assert key_by_password(folder, TYPED) == key


def test_keys_from_a_newer_program_are_told_as_such(locked):
    folder, _key = locked
    shutil.rmtree(folder / "backups")
    file = folder / "keys.json"
    file.write_text(file.read_text().replace('"schema": 1', '"schema": 9'))
    with pytest.raises(JournalTooNewError):
        key_by_password(folder, TYPED)


@pytest.mark.parametrize("harmed", [*DAMAGED.values(), noise], ids=[*DAMAGED, "noise"])
@pytest.mark.parametrize("by_sheet", [False, True])
def test_the_repair_takes_what_was_typed_and_the_journal_stays_locked(
    locked, journals, harmed, by_sheet
):
    folder, key = locked
    harm(folder, harmed)
    repair = repair_of(folder, journals.clock)
    repair.unlock(letters(key) if by_sheet else TYPED)
    report = repair.prepare(go_on)
    assert report.lost == 0
    repair.finish(report)
    assert needs_key(folder)
    assert said_of(folder, journals.clock, lambda: key_by_password(folder, TYPED)) is None


@pytest.mark.parametrize("keys_lost", [False, True])
@pytest.mark.parametrize("left", [b"", bytes(8192)], ids=["empty", "zeros"])
def test_a_file_that_tells_nothing_does_not_take_the_password_away(
    locked, journals, left, keys_lost
):
    folder, key = locked
    (folder / "journal.hj").write_bytes(left)
    if keys_lost:
        (folder / "keys.json").unlink()
    repair = repair_of(folder, journals.clock)
    repair.unlock(TYPED)
    repair.finish(repair.prepare(go_on))
    assert not begins_plain(folder / "journal.hj")
    assert key_by_password(folder, TYPED) == key


@pytest.fixture
def plain(journals):
    """A young journal without a password, and a copy of it; it is closed."""
    journal = journals.new()
    of, _ = planned(journal)
    journal.records.save(*[note(of, f"a small day {number}") for number in range(20)])
    journal.safe.backups.make()
    journal.close()
    return journal.folder


def test_a_damaged_plain_journal_is_not_taken_for_a_locked_one(plain, journals):
    harm(plain, lambda data: os.urandom(65536) + data[65536:])
    assert (plain / "journal.hj").stat().st_size < 2 * 65536  # most of it is noise
    assert not needs_key(plain)
    repair = repair_of(plain, journals.clock)
    repair.finish(repair.prepare(go_on))
    assert said_of(plain, journals.clock, lambda: None) is None
    assert begins_plain(plain / "journal.hj")


def test_of_a_plain_journal_that_is_all_noise_the_copies_are_read(plain, journals):
    harm(plain, noise)
    assert isinstance(Unlocking(plain).why_no_password(), NoiseError)
    with pytest.raises(KeysDamagedError):
        key_by_password(plain, "anything")
    repair = repair_of(plain, journals.clock)
    report = repair.prepare(go_on)
    assert (report.lost, report.locked) == (0, 0)
    repair.finish(report)
    assert said_of(plain, journals.clock, lambda: None) is None


def test_a_locked_journal_is_never_said_to_be_perhaps_plain(locked, tmp_path):
    folder, _key = locked
    assert Unlocking(folder).why_no_password() is None
    (folder / "keys.json").unlink()
    assert Unlocking(folder).why_no_password() is None
    for keys in (folder / "backups").glob("*.keys.json"):
        keys.unlink()
    assert Unlocking(folder).why_no_password() is None  # its copies are locked
    assert Unlocking(tmp_path / "nowhere").why_no_password() is None
