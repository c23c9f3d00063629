"""A repaired journal keeps its password; it loses it only where somebody agreed to that."""

import os
import shutil

import pytest

from homejournal.domain.errors import JournalDamagedError, NotTheKeyError, PasswordNeededError
from homejournal.domain.safe.passwords import groups_of
from homejournal.services.opening import open_journal
from homejournal.storage.file.backup_folder import keys_of
from homejournal.storage.file.file_encryption import PLAIN, begins_plain
from homejournal.storage.keys.keys_file import secret_of
from tests.journals import DEVICE
from tests.services.copied import a_family, go_on, texts_in
from tests.services.passwords import TYPED, set_password, set_password_only, take_password_away
from tests.services.repairs import repair_of

OTHER = "another four words here"


@pytest.fixture
def gone(journals):
    """A journal that is gone and had its second password; of each one a copy lies there."""
    journal = journals.new()
    notes = a_family(journal)
    set_password_only(journal)
    first = journal._store.key
    journal.safe.backups.make()
    take_password_away(journal)
    for copy in (journal.folder / "backups").glob("*.hj"):
        if begins_plain(copy):
            copy.unlink()
    set_password(journal, OTHER)
    journal.safe.backups.make()
    second = journal._store.key
    journal.close()
    (journal.folder / "journal.hj").unlink()
    return journal.folder, {note.text for note in notes}, first, second


def test_the_password_of_before_alone_never_takes_the_one_of_now_away(gone, journals):
    folder, *_ = gone
    repair = repair_of(folder, journals.clock)
    repair.unlock(TYPED)
    with pytest.raises(NotTheKeyError):
        repair.prepare(go_on)
    assert repair.can_be_plain
    assert not (folder / "journal.hj").exists()


@pytest.mark.parametrize("keys", ["there", "damaged", "gone"])
def test_with_the_one_of_now_it_stays_as_it_was(gone, journals, keys):
    folder, notes, _, second = gone
    if keys == "gone":
        (folder / "keys.json").unlink()
    if keys == "damaged":
        (folder / "keys.json").write_bytes(b"{")
    repair = repair_of(folder, journals.clock)
    repair.unlock(TYPED)
    with pytest.raises(NotTheKeyError):
        repair.prepare(go_on)
    repair.unlock(OTHER)
    report = repair.prepare(go_on)
    assert not report.loses_password
    repair.finish(report)
    found = open_journal(folder, clock=journals.clock, device=DEVICE, key=second)
    journals.opened.append(found)
    assert texts_in(found) == notes
    assert (folder / "keys.json").is_file()


def test_where_nobody_has_it_and_agrees_it_has_none_and_the_keys_stay_aside(gone, journals):
    folder, notes, first, _ = gone
    before = (folder / "keys.json").read_bytes()
    repair = repair_of(folder, journals.clock)
    repair.unlock(" ".join(groups_of(secret_of(first))))
    repair.without_password = True
    report = repair.prepare(go_on)
    assert report.loses_password
    assert report.locked == 1
    repair.finish(report)
    found = journals.again(folder.name)
    assert texts_in(found) == notes
    assert not (folder / "keys.json").exists()
    (aside,) = (folder / "quarantine").rglob("keys.json")
    assert aside.read_bytes() == before


def test_without_keys_the_newest_copy_tells_and_nothing_lies_aside(gone, journals):
    folder, notes, *_ = gone
    (folder / "keys.json").unlink()
    repair = repair_of(folder, journals.clock)
    repair.unlock(TYPED)
    repair.without_password = True
    report = repair.prepare(go_on)
    assert report.loses_password
    repair.finish(report)
    assert texts_in(journals.again(folder.name)) == notes
    assert not (folder / "quarantine").exists()


def test_where_the_newest_copies_tell_nothing_an_older_one_does(gone, journals):
    folder, *_ = gone
    (folder / "keys.json").unlink()
    newest = max((folder / "backups").glob("*.hj"))
    newest.write_bytes(b"")
    repair = repair_of(folder, journals.clock)
    with pytest.raises(PasswordNeededError):
        repair.prepare(go_on)
    repair.unlock(TYPED)
    report = repair.prepare(go_on)
    assert not report.loses_password
    repair.leave(report)


def test_where_nothing_reads_without_it_nobody_can_agree(gone, journals):
    folder, *_ = gone
    repair = repair_of(folder, journals.clock)
    repair.without_password = True
    with pytest.raises(PasswordNeededError):
        repair.prepare(go_on)
    assert not repair.can_be_plain


def test_copies_that_somebody_shows_tell_it_where_none_lies_here(gone, journals, tmp_path):
    folder, *_ = gone
    (folder / "keys.json").unlink()
    shutil.move(folder / "backups", tmp_path / "stick")
    repair = repair_of(folder, journals.clock)
    assert repair.elsewhere.show(tmp_path / "stick")
    repair.unlock(TYPED)
    with pytest.raises(NotTheKeyError):
        repair.prepare(go_on)
    repair.unlock(OTHER)
    report = repair.prepare(go_on)
    assert not report.loses_password
    repair.leave(report)


def test_plain_copies_of_before_the_password_never_take_it_away(journals):
    journal = journals.new()
    notes = a_family(journal)
    journal.safe.backups.make()
    set_password(journal)
    key = journal._store.key
    journal.close()
    (journal.folder / "journal.hj").write_bytes(b"")
    repair = repair_of(journal.folder, journals.clock)
    with pytest.raises(PasswordNeededError):
        repair.prepare(go_on)
    assert repair.can_be_plain
    repair.unlock(TYPED)
    repair.finish(repair.prepare(go_on))
    found = open_journal(journal.folder, clock=journals.clock, device=DEVICE, key=key)
    journals.opened.append(found)
    assert texts_in(found) == {note.text for note in notes}


def test_a_plain_copy_that_somebody_shows_never_takes_the_password_of_those_here(
    gone, journals, tmp_path
):
    folder, *_ = gone
    (folder / "keys.json").unlink()
    plain = journals.new("plain")
    a_family(plain)
    shutil.copy(plain.safe.backups.make().path, tmp_path / "of today.hj")
    repair = repair_of(folder, journals.clock)
    assert repair.elsewhere.show(tmp_path / "of today.hj")
    with pytest.raises((NotTheKeyError, PasswordNeededError)):
        repair.prepare(go_on)


def test_noise_that_a_plain_copy_is_newer_than_takes_the_password_that_there_was(gone, journals):
    folder, _, first, _ = gone
    (folder / "keys.json").unlink()
    newest = max((folder / "backups").glob("*.hj"))
    newest.write_bytes(PLAIN + bytes(5000))
    keys_of(newest).unlink()
    (folder / "journal.hj").write_bytes(os.urandom(65536))
    repair = repair_of(folder, journals.clock)
    repair.unlock(" ".join(groups_of(secret_of(first))))
    report = repair.prepare(go_on)
    assert not begins_plain(report.built)
    assert not report.loses_password
    repair.leave(report)


def test_where_nothing_tells_the_sheet_that_is_typed_is_that_of_the_journal(gone, journals):
    folder, _, first, _ = gone
    (folder / "keys.json").unlink()
    shutil.rmtree(folder / "backups")
    repair = repair_of(folder, journals.clock)
    repair.unlock(" ".join(groups_of(secret_of(first))))
    assert repair.key == first
    assert repair.is_key_from_sheet
    with pytest.raises(JournalDamagedError):
        repair.prepare(go_on)


def test_one_that_lost_its_password_needs_none_though_keys_were_left(gone, journals):
    folder, notes, *_ = gone
    repair = repair_of(folder, journals.clock)
    repair.unlock(OTHER)
    repair.finish(repair.prepare(go_on))
    journal = open_journal(folder, clock=journals.clock, device=DEVICE, key=repair.key)
    keys = (folder / "keys.json").read_bytes()
    take_password_away(journal)
    journal.close()
    (folder / "keys.json").write_bytes(keys)  # a program was killed just then
    raw = (folder / "journal.hj").read_bytes()
    said = max(notes).encode()
    (folder / "journal.hj").write_bytes(raw.replace(said, b"x" * len(said)))
    repair = repair_of(folder, journals.clock)
    report = repair.prepare(go_on)
    assert begins_plain(report.built)
    assert not report.loses_password
    repair.leave(report)
