"""What sticks, clouds and clocks do to the copies at a second place."""

import shutil
from datetime import timedelta

import pytest

from homejournal.storage.file.backup_folder import keys_of
from tests.journals import note
from tests.services.copied import a_family, go_on
from tests.services.passwords import TYPED, opens, set_password_only

pytestmark = pytest.mark.unmeasured

OTHER = "another four words here"


@pytest.fixture
def journal(journals):
    journal = journals.new()
    a_family(journal)
    set_password_only(journal)
    return journal


@pytest.mark.parametrize(
    "name", ["{0}.keys (conflicted copy 2026-03-10).json", "{0}.keys-ANNA-PC.json"]
)
def test_locked_keys_that_a_cloud_laid_there_twice_follow_the_password(journal, place, name):
    taken = place.take(journal.safe.backups.make())
    twice = taken.path.with_name(name.format(taken.path.stem))
    shutil.copy(keys_of(taken.path), twice)
    journal.safe.password.change(OTHER, [place])
    assert opens(keys_of(taken.path), OTHER)
    assert not opens(twice, TYPED)


def test_two_copies_of_one_number_are_told_in_order_and_neither_goes(journal, journals, place):
    place.take(journal.safe.backups.make())
    second = place.take(journal.safe.backups.make())
    twice = place.folder.named(second.seq, second.made - timedelta(minutes=1))
    shutil.copy(second.path, twice.path)
    assert place.copies()[:2] == [second, twice]
    child = next(iter(journal.family().children))
    for minute in range(16):
        journals.clock.forward(minutes=5)
        journal.records.save(note(child, f"Note {minute}"))
        place.take(journal.safe.backups.make())
    kept = [copy.path for copy in place.folder.copies()]
    assert second.path in kept
    assert twice.path in kept
    assert len(kept) < 19


@pytest.mark.parametrize("by", [-400, 400])
def test_a_clock_that_was_wrong_for_a_while_costs_no_copy(journal, journals, place, by):
    place.take_if_due([journal.safe.backups.make()], go_on)
    journals.clock.forward(days=by)
    for _ in range(12):
        place.take(journal.safe.backups.make())
        journals.clock.forward(hours=25)
    journals.clock.forward(days=-by)
    newest = place.take(journal.safe.backups.make())
    place.take(journal.safe.backups.make())
    kept = [copy.seq for copy in place.folder.copies()]
    assert kept[:2] == [newest.seq + 1, newest.seq]
    assert len(kept) >= 10
    assert 1 in kept


def test_a_password_that_changes_while_a_copy_is_brought_opens_it(journal, place):
    made = journal.safe.backups.make()
    for after in range(6):
        rests, typed = iter(range(after + 1)), f"four words are easy {after}"

        def rest(rests=rests, after=after, typed=typed):
            if next(rests, None) == after:
                journal.safe.password.change(typed, [place])

        taken = place.take(made, rest)
        journal.safe.password.change(typed, [place])
        assert opens(keys_of(taken.path), typed)


def test_a_copy_that_a_cloud_laid_there_twice_stays_and_stops_nothing(journal, place):
    taken = place.take(journal.safe.backups.make())
    twice = taken.path.with_name(f"{taken.path.stem} (Annas PC).hj")
    shutil.copy(taken.path, twice)
    cut_off = place.folder.path / "00000009-20260310T203000Z.hj"
    cut_off.write_bytes(b"")  # its bytes are still in the cloud
    place.take(journal.safe.backups.make())
    journal.safe.password.change(OTHER, [place])
    assert twice.exists()
    assert cut_off.exists()
    assert place.is_there


def test_a_file_in_the_place_of_its_folder_is_no_place(journal, tmp_path):
    (tmp_path / "stick").mkdir()
    place = journal.safe.backups.second_place(tmp_path / "stick")
    place.folder.path.write_text("mine", encoding="utf-8")
    assert not place.is_there
    place.take_if_due([journal.safe.backups.make()], go_on)
    assert place.folder.path.read_text(encoding="utf-8") == "mine"
