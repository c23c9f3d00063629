"""Photos and what was deleted for good, in copies and repairs from the command line."""

import shutil

import pytest

from homejournal.domain.records.record import Kind
from homejournal.exchange.media_files import JPEG, KeptFile
from homejournal.services.opening import open_journal
from tests.cli.copies import copied, copy_in, delete_a_note, password
from tests.journals import DEVICE, Clock

__all__ = ["copied", "password"]


@pytest.fixture
def photo(example):
    """A photo of the example's first note: where its bytes lie."""
    journal = open_journal(example, clock=Clock(), device=DEVICE)
    entry = journal.records.all_of(Kind.NOTE)[0]
    made = journal.media.put_photo(KeptFile(b"a photo", JPEG), "zoo.jpg", entry)
    journal.media.add(made)
    journal.close()
    return example / "media" / made.sha256


def test_a_lost_photo_comes_back_with_a_copy_or_a_repair(cli, example, photo):
    copy = copy_in(cli("backup", example))
    photo.unlink()
    preview = cli("restore", example, copy, "--preview")
    assert "come back: 1 photo or hand-out." in preview.out
    assert not photo.exists()
    assert "This came back: 1 photo or hand-out." in cli("restore", example, copy).out
    assert photo.read_bytes() == b"a photo"
    photo.unlink()
    mended = cli("repair", example).out
    assert "1 photo or hand-out comes back from a copy." in mended
    assert mended.endswith("was not whole here, and came back from a copy.\n")
    assert not (example / "quarantine").exists()
    assert photo.read_bytes() == b"a photo"


def test_one_that_is_whole_nowhere_is_told_when_a_copy_leaves(
    cli, example, photo, password, tmp_path
):
    shutil.rmtree(example / "backups")
    (photo,) = (example / "media").iterdir()  # it is sealed now
    photo.write_bytes(b"a phito")
    (tmp_path / "stick").mkdir()
    answer = cli("backup", example, "--to", tmp_path / "stick", *password)
    assert answer.code == 0
    assert "whole neither here nor in a copy that could be read: zoo.jpg" in answer.err
    photo.unlink()
    assert "could be read: zoo.jpg" in cli("backup", example, *password).err


def test_a_copy_brings_it_back_first_and_says_so(cli, example, photo):
    cli("backup", example)
    photo.unlink()
    answer = cli("backup", example)
    assert (answer.code, answer.err) == (0, "")
    assert "was not whole here, and came back from a copy." in answer.out
    assert photo.read_bytes() == b"a photo"


def test_what_was_deleted_for_good_is_not_called_missing(cli, copied):
    folder, copy = copied
    delete_a_note(folder)
    assert "Also bring back 1 thing that was deleted since: 1 note (--deleted)" in (
        cli("restore", folder, copy).out
    )
    journal = open_journal(folder, clock=Clock(), device=DEVICE)
    journal.safe.purging.carry_out(journal.safe.purging.of_bin())
    journal.close()
    told = cli("restore", folder, copy, "--deleted").out
    assert "Nothing was missing" not in told
    assert "1 thing in this copy was deleted for good, and stays deleted." in told
