"""What was taken back goes from our part of the folder even where that has to wait for a start."""

import shutil

import pytest

from homejournal.domain.errors import DiskError, SharingRefusedError
from homejournal.domain.sharing.cloud_folders import placeholder_names
from homejournal.domain.sharing.outgoing import Audience
from homejournal.services.safe.sharing import sync_run
from homejournal.services.safe.sharing.shared_folder import read_undone_imports
from homejournal.services.safe.sharing.sync_run import OutgoingBatches
from tests.journals import note, planned
from tests.sharing.computers import batches
from tests.sharing.test_taken_back import OURS, STRANGE, homes, notes, taken_and_written

pytestmark = pytest.mark.unmeasured

__all__ = ["homes"]
OTHER = "another stranger's words"


def remembered(computer) -> frozenset[bytes]:
    return frozenset(read_undone_imports(computer.settings, computer.shared.id))


def assert_gone(mom, dad) -> None:
    """Assert that nothing of the file comes again, and that nothing more is remembered of it."""
    for _ in range(2):
        mom.run(), dad.run()
    assert (notes(mom), notes(dad)) == ([OURS], [OURS])
    assert remembered(mom) == frozenset()


@pytest.mark.parametrize("starts", [1, 2])
def test_a_program_that_is_killed_takes_it_out_at_the_next_start(homes, starts):
    mom, dad, stranger, _ = homes
    mom.journal.undo(taken_and_written(mom, stranger))
    for _ in range(starts):
        mom.again()
    assert_gone(mom, dad)


def test_a_folder_that_is_not_there_loses_it_once_it_is(homes):
    mom, dad, stranger, folder = homes
    change = taken_and_written(mom, stranger)
    away = folder.rename(folder.with_name("away"))
    mom.journal.undo(change)
    for _ in range(2):
        with pytest.raises(SharingRefusedError):
            mom.run()
        mom.again()
    away.rename(folder)
    assert_gone(mom, dad)


def test_so_it_is_where_a_run_is_writing_it_just_then(homes, monkeypatch):
    mom, dad, stranger, _ = homes
    change = mom.take(stranger.pack(Audience.OWN))
    write = OutgoingBatches.write

    def taken_back_first(*told):
        mom.journal.undo(change)
        return write(*told)

    with monkeypatch.context() as patched:
        patched.setattr(OutgoingBatches, "write", taken_back_first)
        assert mom.run().written
    mom.again()
    assert_gone(mom, dad)


def test_it_is_remembered_while_not_all_of_our_part_reads(homes):
    mom, dad, stranger, folder = homes
    change = taken_and_written(mom, stranger)
    newest = max(batch for batch in batches(folder) if batch.parent.name == str(mom.device))
    whole = newest.read_bytes()
    mom.journal.undo(change)
    for torn in (False, True):
        mom.again()
        newest.unlink()
        strange = newest if torn else newest.with_name(placeholder_names(newest.name)[0])
        strange.write_bytes(whole[:50])
        mom.run(write=False)
        assert remembered(mom)
        strange.unlink()
        newest.write_bytes(whole)
    mom.again()
    assert_gone(mom, dad)


def test_it_is_remembered_while_another_computer_writes_under_our_name(homes, monkeypatch):
    mom, dad, stranger, _ = homes
    mom.journal.undo(taken_and_written(mom, stranger))
    with monkeypatch.context() as patched:
        patched.setattr(sync_run, "is_cloned", lambda *_told: True)
        mom.run()
    assert remembered(mom)
    mom.again()
    assert_gone(mom, dad)


def test_done_again_it_stays_and_is_remembered_no_more(homes):
    mom, dad, stranger, _ = homes
    again = mom.journal.undo(taken_and_written(mom, stranger))
    mom.journal.undo(again)
    assert remembered(mom)
    mom.again()
    mom.run(), dad.run()
    assert notes(mom) == notes(dad) == sorted([OURS, STRANGE])
    assert remembered(mom) == frozenset()


def test_what_is_taken_back_later_goes_too(homes, computers):
    mom, dad, stranger, _ = homes
    mom.journal.undo(taken_and_written(mom, stranger))
    mom.again()
    mom.run(), dad.run()
    mom.journal.undo(taken_and_written(mom, stranger))
    mom.again()
    assert_gone(mom, dad)


def test_a_computer_that_cannot_remember_it_takes_it_back_all_the_same(homes, monkeypatch):
    mom, dad, stranger, _ = homes
    change = taken_and_written(mom, stranger)

    def refuse(*_told):
        raise DiskError(mom.settings)

    with monkeypatch.context() as patched:
        patched.setattr(
            "homejournal.services.safe.sharing.shared_folder.keep_undone_imports", refuse
        )
        mom.journal.undo(change)
    assert_gone(mom, dad)


def test_nothing_is_remembered_of_a_sharing_that_ended(homes):
    mom, _, stranger, _ = homes
    shared = mom.shared
    change = taken_and_written(mom, stranger)
    mom.safe.sharing.end(shared, mom.settings)
    mom.journal.undo(change)
    assert not [
        path for path in (mom.settings / "sharing").iterdir() if str(shared.id) in path.name
    ]


@pytest.fixture
def another(computers):
    """One more stranger, with words of another child."""
    made = computers.new("another")
    made.of, _ = planned(made.journal, name="Noa")
    made.journal.records.save(note(made.of, OTHER))
    return made


def test_a_second_undo_at_a_later_start_takes_nothing_from_older_batches(homes, another, tmp_path):
    """What an old copy lost comes back from them, though a first Undo is not carried out yet."""
    mom, _, stranger, _ = homes
    shutil.copytree(mom.place, tmp_path / "old")
    mom.take(another.pack(Audience.OWN))
    mom.run()
    mom.journal.undo(taken_and_written(mom, stranger))
    mom.journal.close()
    shutil.rmtree(mom.place)
    shutil.copytree(tmp_path / "old", mom.place)
    mom.again()
    mom.journal.undo(mom.take(another.pack(Audience.OWN)))
    for _ in range(2):
        mom.run()
        assert notes(mom) == sorted([OURS, OTHER])


@pytest.mark.parametrize("look", [False, True])
@pytest.mark.parametrize("kill", [False, True])
def test_what_was_taken_back_twice_goes_from_the_batches_of_the_first_time(homes, look, kill):
    mom, dad, stranger, _ = homes
    mom.journal.undo(taken_and_written(mom, stranger))
    mom.again()
    change = mom.take(stranger.pack(Audience.OWN))
    if look:
        mom.run()
    mom.journal.undo(change)
    if kill:
        mom.again()
    assert_gone(mom, dad)


def test_what_is_taken_back_while_a_run_comes_in_is_remembered(homes):
    mom, dad, stranger, _ = homes
    back = mom.journal.undo(taken_and_written(mom, stranger))
    again = mom.journal.undo(back)
    ran = mom.run(take=False)
    mom.journal.undo(again)
    list(mom.safe.sharing.take(ran))
    mom.again()
    assert_gone(mom, dad)


def test_a_run_that_ends_after_its_sharing_remembers_nothing(homes):
    mom, _, stranger, _ = homes
    mom.journal.undo(taken_and_written(mom, stranger))
    ran, shared = mom.run(take=False), mom.shared
    mom.safe.sharing.end(shared, mom.settings)
    list(mom.safe.sharing.take(ran))
    assert read_undone_imports(mom.settings, shared.id) == {}
