"""A shared folder with files that cannot be read for a while, or are nobody's."""

import os
from pathlib import Path

import pytest

from homejournal.domain.errors import SharingRefusal, SharingRefusedError
from homejournal.exchange.batch_file import Signer
from homejournal.services.safe.sharing import batches as batch_files
from homejournal.services.safe.sharing.batches import MOST_ASIDE
from tests.journals import note
from tests.sharing.computers import batches
from tests.sharing.test_folder_troubles import forged
from tests.sharing.test_shared_folder import notes, two

__all__ = ["two"]


def test_a_forged_file_is_put_aside_once_for_all_and_for_this_person_alone(two):
    laptop, desk, folder = two
    laptop.run(), desk.run()
    name, data = forged(laptop.shared, laptop.device, os.urandom(32), Signer(os.urandom(32)))
    (folder / str(laptop.shared.journal) / str(laptop.device) / name).write_bytes(data)
    desk.run()
    (aside,) = (desk.place / "quarantine").iterdir()
    assert aside.stat().st_mode & 0o777 == 0o600
    desk.again()
    assert desk.run().forged == ()


def test_of_many_forged_files_only_some_are_put_aside(two):
    laptop, desk, folder = two
    laptop.run(), desk.run()
    place = folder / str(laptop.shared.journal) / str(laptop.device)
    for _ in range(MOST_ASIDE + 3):
        name, data = forged(laptop.shared, laptop.device, os.urandom(32), Signer(os.urandom(32)))
        (place / name).write_bytes(data)
    told = len(desk.run().forged)
    desk.again()
    assert (told, len(desk.run().forged)) == (MOST_ASIDE, 0)
    assert len(list((desk.place / "quarantine").iterdir())) == MOST_ASIDE


@pytest.mark.parametrize("what", ["a file", "the folder", "the folder above"])
def test_what_cannot_be_read_for_a_while_is_not_written_again(two, monkeypatch, what):
    laptop, desk, folder = two
    laptop.journal.records.save(note(laptop.of, "once"))
    laptop.run()
    (batch,) = batches(folder)
    hidden = {"a file": batch, "the folder": batch.parent, "the folder above": batch.parents[1]}
    laptop.journal.records.save(note(laptop.of, "waits"))
    laptop.again()
    with monkeypatch.context() as patch:
        refuse(patch, hidden[what])
        assert [laptop.run().written for _ in range(3)] == [0, 0, 0]
    assert batches(folder) == [batch]
    assert laptop.run().written == 1
    desk.run(write=False)
    assert notes(desk, laptop.of) == ["once", "waits"]


def refuse(patch, hidden):
    """Let the disk refuse to read one file or folder."""
    scan, read = os.scandir, Path.open

    def scandir(path):
        if Path(path) == hidden:
            raise PermissionError(13, "refused")
        return scan(path)

    def opened(self, *how, **more):
        if self == hidden:
            raise PermissionError(13, "refused")
        return read(self, *how, **more)

    patch.setattr(os, "scandir", scandir)
    patch.setattr(Path, "open", opened)


def test_a_link_in_the_place_of_our_own_folder_is_refused(two, tmp_path):
    laptop, _, folder = two
    laptop.run()
    own = folder / str(laptop.shared.journal) / str(laptop.device)
    own.rename(tmp_path / "elsewhere")
    own.symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    for _ in range(2):
        with pytest.raises(SharingRefusedError) as refusal:
            laptop.run()
        assert refusal.value.why is SharingRefusal.NO_FOLDER
    assert len(batches(tmp_path / "elsewhere")) == 1


def test_nothing_is_written_where_there_are_more_files_than_are_looked_at(two, monkeypatch):
    laptop, _, folder = two
    laptop.run()
    (batch,) = batches(folder)
    for number in range(9):
        (batch.parents[1] / f"{number}").write_bytes(b"of nobody")
    batch.unlink()
    with monkeypatch.context() as patch:
        patch.setattr(batch_files, "_MOST_FILES", 3)
        assert laptop.run().written == 0
    assert laptop.run().written == 1
