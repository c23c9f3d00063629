"""What was taken back goes from our part of the folder even where that has to wait for a start."""

import pytest

from homejournal.domain.errors import DiskError, SharingRefusedError
from homejournal.domain.sharing import Audience
from homejournal.domain.stand_ins import stand_ins_of
from homejournal.services import sharing_run
from homejournal.services.sharing_here import read_back
from tests.sharing.computers import batches
from tests.sharing.test_taken_back import OURS, STRANGE, homes, notes, taken_and_written

__all__ = ["homes"]


def remembered(computer) -> frozenset[bytes]:
    return read_back(computer.settings, computer.shared.id).ids


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
    write = sharing_run.write_batches

    def taken_back_first(*told):
        mom.journal.undo(change)
        return write(*told)

    with monkeypatch.context() as patched:
        patched.setattr(sharing_run, "write_batches", taken_back_first)
        assert mom.run().written
    mom.again()
    assert_gone(mom, dad)


def test_it_is_remembered_while_not_all_of_our_part_reads(homes):
    mom, dad, stranger, folder = homes
    change = taken_and_written(mom, stranger)
    newest = max(one for one in batches(folder) if one.parent.name == str(mom.device))
    whole = newest.read_bytes()
    mom.journal.undo(change)
    for torn in (False, True):
        mom.again()
        newest.unlink()
        strange = newest if torn else newest.with_name(stand_ins_of(newest.name)[0])
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
        patched.setattr(sharing_run, "_is_cloned", lambda *_told: True)
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
        patched.setattr("homejournal.services.sharing_here.keep_back", refuse)
        mom.journal.undo(change)
    assert_gone(mom, dad)


def test_nothing_is_remembered_of_a_sharing_that_ended(homes):
    mom, _, stranger, _ = homes
    shared = mom.shared
    change = taken_and_written(mom, stranger)
    mom.safe.sharing.end(shared, mom.settings)
    mom.journal.undo(change)
    assert not [one for one in (mom.settings / "sharing").iterdir() if str(shared.id) in one.name]
