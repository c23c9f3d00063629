"""A file that was taken in and taken back does not come again from our own part of the folder."""

import shutil
from dataclasses import replace

import pytest

from homejournal.domain.records.record import Kind
from homejournal.domain.sharing.cloud_folders import placeholder_names
from homejournal.domain.sharing.outgoing import Audience
from homejournal.exchange.media_files import kept_file
from tests.journals import note, planned
from tests.sharing.computers import batches
from tests.sharing.pack_lines import jpeg

OURS, STRANGE = "ours", "a stranger's words"


@pytest.fixture
def homes(computers):
    """Mom's computer, Dad's, and that of a stranger, who shares no folder."""
    mom, dad, stranger = map(computers.new, ("mom", "dad", "stranger"))
    mom.of, _ = planned(mom.journal)
    mom.safe.homes.name_ours("With Mom")
    dad.safe.homes.name_ours("With Dad")
    stranger.of, _ = planned(stranger.journal, name="Ida")
    said = note(stranger.of, STRANGE)
    photo = stranger.journal.media.put_photo(kept_file(jpeg()), "zoo.jpg", said)
    stranger.journal.media.add_with_note(said, photo)
    folder = computers.shared_folder()
    shared = mom.begin(folder, Audience.OTHER_HOME)
    dad.join(mom, shared, folder)
    mom.journal.records.save(note(mom.of, OURS))
    mom.run(), dad.run()
    return mom, dad, stranger, folder


def notes(computer) -> list[str]:
    return sorted(one.text for one in computer.journal.records.all_of(Kind.NOTE))


def taken_and_written(mom, stranger):
    """Take the stranger's file in, and let a run write it in the folder."""
    change = mom.take(stranger.pack(Audience.OWN))
    mom.run()
    assert STRANGE in notes(mom)
    return change


@pytest.mark.parametrize("write", [True, False])
def test_a_file_that_was_taken_back_does_not_come_again(homes, computers, write):
    mom, dad, stranger, folder = homes
    change = taken_and_written(mom, stranger)
    assert [*folder.rglob("media/*/*"), *folder.rglob("media/*")]
    mom.journal.undo(change)
    for _ in range(3):
        mom.run(write=write), dad.run(write=write)
    assert (notes(mom), notes(dad)) == ([OURS], [OURS])
    mom.again(), dad.again()
    mom.run(), dad.run()
    assert (notes(mom), notes(dad)) == ([OURS], [OURS])
    assert list(mom.journal.family().children) == [mom.of.id]
    assert not [path for path in folder.rglob("media/*") if path.is_file()]
    third = computers.new("third")
    third.safe.homes.name_ours("With Gran")
    third.join(mom, mom.shared, folder)
    third.run()
    assert notes(third) == [OURS]


def test_done_again_it_is_shared_again(homes):
    mom, dad, stranger, _ = homes
    back = mom.journal.undo(taken_and_written(mom, stranger))
    mom.run(), dad.run()
    again = mom.journal.undo(back)
    mom.run(), dad.run()
    assert notes(dad) == sorted([OURS, STRANGE])
    mom.journal.undo(again)
    mom.run(), dad.run(), mom.run()
    assert STRANGE in notes(mom), "Dad's computer took it in meanwhile"


def test_what_another_computer_took_in_meanwhile_comes_again_from_it(homes):
    mom, dad, stranger, _ = homes
    change = taken_and_written(mom, stranger)
    dad.run()
    mom.journal.undo(change)
    mom.run()
    assert notes(mom) == [OURS]
    dad.run(), mom.run()
    assert notes(mom) == notes(dad) == sorted([OURS, STRANGE])


def test_what_others_have_as_an_envelope_alone_comes_as_one(homes, tmp_path):
    mom, dad, stranger, folder = homes
    change = taken_and_written(mom, stranger)
    (tmp_path / "aside").mkdir()
    ours = [batch for batch in batches(folder) if batch.parent.name == str(mom.device)]
    for one in ours:  # Dad's sync program has not brought these yet
        one.rename(tmp_path / "aside" / one.name)
    dad.take(stranger.pack(Audience.OWN))
    (said,) = [one for one in dad.journal.records.all_of(Kind.NOTE) if one.text == STRANGE]
    dad.journal.records.save(replace(said, text="changed by Dad"))
    dad.run()
    for one in ours:
        (tmp_path / "aside" / one.name).rename(one)
    mom.journal.undo(change)
    mom.run()
    assert notes(mom) == ["changed by Dad", OURS]
    assert not [
        version for version in mom.journal.records.history(said.id) if version.record == said
    ]
    assert mom.journal.files.check().is_sound


def test_where_nothing_can_be_written_it_does_not_come_either(homes):
    mom, _, stranger, folder = homes
    change = taken_and_written(mom, stranger)
    mom.journal.undo(change)
    (ours,) = [batch for batch in batches(folder) if batch.parent.name == str(mom.device)][-1:]
    strange = ours.with_name(placeholder_names("00000099-0123456789abcdef.hjb")[0])
    strange.touch()  # a sync program has yet to bring it
    assert mom.run().written == 0
    assert notes(mom) == [OURS]
    strange.unlink()
    mom.run()
    assert notes(mom) == [OURS]


def test_batches_of_an_earlier_start_give_back_what_an_old_copy_lost(homes, tmp_path):
    """Even where a file brought the same, and it was taken back: nobody else may have it."""
    mom, _, stranger, _ = homes
    shutil.copytree(mom.place, tmp_path / "old")
    taken_and_written(mom, stranger)
    mom.journal.close()
    shutil.rmtree(mom.place)
    shutil.copytree(tmp_path / "old", mom.place)
    mom.again()
    change = mom.take(stranger.pack(Audience.OWN))
    mom.journal.undo(change)
    mom.run()
    assert STRANGE in notes(mom)
