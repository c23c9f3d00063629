"""A folder that takes nothing, that goes while it is written in, and what a kill left there."""

import shutil
from pathlib import Path

import pytest

from homejournal.domain.errors import DiskError, SharingRefusedError
from homejournal.domain.safe.deleting_for_good import DeletionPreview
from homejournal.exchange.batch_file import SUFFIX
from homejournal.services.safe.sharing import sync_run
from homejournal.services.safe.sharing.batches import own_folder
from tests.journals import note
from tests.sharing.computers import batches
from tests.sharing.test_media_in_folder import keep_photo, lies_here
from tests.sharing.test_shared_folder import notes, two

__all__ = ["two"]


def place_of(computer, folder):
    return own_folder(folder, computer.shared.journal, computer.device)


def write_here(computer, of, text):
    computer.journal.records.save(note(of, text))


def test_what_others_wrote_comes_also_where_nothing_can_be_written(two):
    laptop, desk, folder = two
    write_here(laptop, laptop.of, "from the laptop")
    photo = keep_photo(laptop)
    laptop.run()
    in_the_way = place_of(desk, folder)
    in_the_way.write_bytes(b"")
    write_here(desk, laptop.of, "from the desk")
    ran = desk.run()
    assert isinstance(ran.refusal, DiskError)
    assert "from the laptop" in notes(desk, laptop.of)
    assert lies_here(desk, photo)
    in_the_way.unlink()
    assert desk.run().refusal is None
    laptop.run()
    assert notes(laptop, laptop.of) == notes(desk, laptop.of)


def test_what_is_to_go_from_the_folder_waits_until_it_can(two, monkeypatch):
    laptop, desk, folder = two
    said = note(laptop.of, "deleted for good")
    desk.journal.records.save(said)
    desk.run()
    write_here(laptop, laptop.of, "from the laptop")
    laptop.run()
    desk.safe.purging.carry_out(DeletionPreview(records=(said.id,), counts={}))
    unlink = Path.unlink

    def refuse(path, **how):
        if path.suffix == SUFFIX:
            raise PermissionError
        unlink(path, **how)

    before = batches(folder)
    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", refuse)
        assert isinstance(desk.run().refusal, DiskError)
    assert batches(folder) == before
    assert notes(desk, laptop.of) == ["from the laptop"]
    assert desk.run().refusal is None
    assert not {*before} <= {*batches(folder)}


def test_a_folder_that_is_renamed_while_we_write_is_not_made_anew(two, monkeypatch):
    laptop, desk, folder = two
    laptop.run()
    write_here(desk, laptop.of, "from the desk")
    sealed = sync_run.write_batch

    def renamed(*told):
        folder.rename(folder.with_name("renamed"))
        return sealed(*told)

    with monkeypatch.context() as patched:
        patched.setattr(sync_run, "write_batch", renamed)
        assert isinstance(desk.run().refusal, DiskError)
    assert not folder.exists()
    with pytest.raises(SharingRefusedError):
        desk.run()
    folder.with_name("renamed").rename(folder)
    desk.run(), laptop.run()
    assert notes(laptop, laptop.of) == notes(desk, laptop.of)
    assert "from the desk" in notes(laptop, laptop.of)


def test_numbers_go_on_from_those_that_came_back(two):
    """A folder that a sync program emptied and filled again has some numbers twice."""
    laptop, desk, folder = two
    for number in range(4):
        write_here(laptop, laptop.of, f"note {number}")
        laptop.run()
    kept = folder.with_name("kept")
    shutil.copytree(folder, kept)
    for batch in batches(folder):
        batch.unlink()
    laptop.run()
    shutil.copytree(kept, folder, dirs_exist_ok=True)
    laptop.run()
    write_here(laptop, laptop.of, "the last one")
    laptop.run()
    (newest,) = [batch for batch in batches(folder) if batch.name.startswith("00000005")]
    newest.rename(folder.with_name("on its way"))
    desk.run()
    state = desk.safe.sharing.state(desk.shared, desk.settings)
    assert "the last one" not in notes(desk, laptop.of)
    assert not state.arrived[laptop.device].missing  # nobody knows of it yet
    folder.with_name("on its way").rename(newest)
    desk.run()
    assert "the last one" in notes(desk, laptop.of)


def test_what_a_kill_left_half_written_goes_and_what_is_of_others_stays(two):
    laptop, desk, folder = two
    write_here(laptop, laptop.of, "from the laptop")
    laptop.run()
    (batch,) = batches(folder)
    other = place_of(desk, folder)
    other.mkdir()
    begun = f".{batch.name}.abcd1234"
    for path in (other / begun, batch.with_name(begun), batch.with_name(".notes.txt")):
        path.write_bytes(batch.read_bytes()[:-9])
    batch.with_name(f".{batch.name}.whole").write_bytes(batch.read_bytes())
    laptop.again()
    laptop.run(write=False)
    assert batch.with_name(begun).exists()
    laptop.run()
    assert not batch.with_name(begun).exists()
    left = [path.name for path in batch.parent.iterdir() if path.is_file()]
    assert sorted(left) == sorted([batch.name, ".notes.txt", f".{batch.name}.whole"])
    assert (other / begun).exists()
