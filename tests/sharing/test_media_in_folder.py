"""Photos and hand-outs come along through a shared folder: sealed, once, to whom they may go."""

import os
import shutil
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from homejournal.domain.errors import DiskFullError
from homejournal.domain.sharing.outgoing import Audience, MediaTransfer
from homejournal.exchange.media_files import PDF, KeptFile, kept_file
from homejournal.services.safe.sharing import shared_media
from homejournal.storage.media.media_folder import MORE_BYTES, MediaFolder, MediaSeal
from tests.journals import note, planned, private_note
from tests.sharing.computers import batches
from tests.sharing.pack_lines import jpeg
from tests.sharing.test_shared_folder import in_step, two

__all__ = ["two"]


def sealed(folder: Path) -> list[Path]:
    """Return the files of photos and hand-outs in a shared folder."""
    return sorted(folder.rglob("*.sealed"))


def keep_photo(computer, shade=80, *, private=False):
    entry = private_note(computer.of) if private else note(computer.of)
    photo = computer.journal.media.put_photo(kept_file(jpeg(shade)), "zoo.jpg", entry)
    computer.journal.records.save(entry, photo)
    return photo


def bytes_of(computer, record) -> bytes:
    return computer.journal.media.read(record)


def lies_here(computer, record) -> bool:
    return (computer.place / "media" / record.sha256).exists()


def test_photos_and_hand_outs_come_along_to_our_own_computers(two):
    laptop, desk, folder = two
    kept = [keep_photo(laptop), keep_photo(laptop, 3, private=True)]
    sheet = KeptFile(b"%PDF-1.7 a hand-out", PDF)
    kept.append(laptop.journal.media.put(sheet, "turns.pdf", laptop.what.id))
    laptop.journal.records.save(kept[-1])
    laptop.run()
    assert desk.run().pictures == MediaTransfer(came=3)
    assert in_step(laptop, desk)
    for one in kept:
        assert bytes_of(desk, one) == bytes_of(laptop, one)
    files = sealed(folder)
    assert len(files) == 3
    for path in files:
        assert path.parts[-3:-1] == (str(laptop.device), "media")
        assert path.stat().st_mode & 0o777 == 0o600
        assert b"%PDF" not in path.read_bytes()
        assert b"JFIF" not in path.read_bytes()
        assert not any(one.sha256[:12] in path.name for one in kept)
    stamps = [file.stat().st_mtime_ns for file in files]
    for computer in (laptop, desk):
        computer.again()
        assert computer.run().pictures == MediaTransfer()
    assert [one.stat().st_mtime_ns for one in sealed(folder)] == stamps


def test_no_photo_of_a_private_note_goes_to_another_home(computers):
    mom, dad = computers.new("mom"), computers.new("dad")
    mom.safe.homes.name_ours("With Mom"), dad.safe.homes.name_ours("With Dad")
    mom.of, _ = planned(mom.journal)
    folder = computers.shared_folder()
    shared = mom.begin(folder, Audience.OTHER_HOME)
    dad.join(mom, shared, folder)
    keep_photo(mom, 3, private=True)
    moved = keep_photo(mom, 5)
    hidden = private_note(mom.of)
    mom.journal.records.save(hidden, replace(moved, note=None, private_note=hidden.id))
    shown = keep_photo(mom, 7)
    mom.run()
    assert [one.name for one in sealed(folder)] == [MediaSeal(shared.key).name(shown.sha256)]
    assert dad.run().pictures == MediaTransfer(came=1)
    assert bytes_of(dad, shown) == bytes_of(mom, shown)


def test_what_is_not_there_yet_is_told_and_comes_later(two, tmp_path):
    laptop, desk, folder = two
    photo = keep_photo(laptop)
    laptop.run()
    (file,) = sealed(folder)
    file.rename(tmp_path / "on its way")
    assert desk.run().pictures == MediaTransfer(missing=1)
    state = desk.safe.sharing.state(desk.shared, desk.settings)
    assert state.pictures.missing == 1
    (tmp_path / "on its way").rename(file)
    assert desk.run(write=False).pictures == MediaTransfer(came=1)
    assert bytes_of(desk, photo) == bytes_of(laptop, photo)


def test_what_came_in_part_is_not_taken_and_is_written_again(two):
    laptop, desk, folder = two
    photo = keep_photo(laptop)
    laptop.run()
    (file,) = sealed(folder)
    whole = file.read_bytes()
    for spoiled in (whole[:-1], bytes(len(whole)), whole[:-1] + bytes([whole[-1] ^ 1])):
        file.write_bytes(spoiled)
        told = [desk.run().pictures for _ in range(2)]
        assert told == [MediaTransfer(missing=1, spoiled=1)] * 2
    file.write_bytes(whole[: MORE_BYTES + 9])
    laptop.run()
    assert len(file.read_bytes()) == len(whole)
    assert desk.run().pictures == MediaTransfer(came=1)
    assert bytes_of(desk, photo) == bytes_of(laptop, photo)


def test_a_picture_under_the_name_of_another_one_is_not_taken(two):
    laptop, desk, folder = two
    photo, other = keep_photo(laptop), jpeg(9)
    laptop.run()
    (file,) = sealed(folder)
    file.write_bytes(MediaSeal(laptop.shared.key).seal(other, photo.sha256))
    assert desk.run().pictures == MediaTransfer(missing=1, spoiled=1)


def test_links_and_what_is_too_large_are_not_read(two, monkeypatch, tmp_path):
    laptop, desk, folder = two
    photo = keep_photo(laptop)
    laptop.run()
    (file,) = sealed(folder)
    file.rename(tmp_path / "elsewhere")
    file.symlink_to(tmp_path / "elsewhere")
    assert desk.run().pictures == MediaTransfer(missing=1)
    file.unlink()
    (tmp_path / "elsewhere").rename(file)
    linked = file.parents[2] / str(uuid4())
    linked.symlink_to(file.parents[1], target_is_directory=True)
    with monkeypatch.context() as patch:
        patch.setattr(shared_media, "_MOST_BYTES", 100)
        assert desk.run().pictures == MediaTransfer(missing=1)
    assert desk.run().pictures == MediaTransfer(came=1)
    assert lies_here(desk, photo)


def test_an_emptied_folder_is_filled_again_by_whoever_has_them(two):
    laptop, desk, folder = two
    photo = keep_photo(laptop)
    laptop.run(), desk.run()
    shutil.rmtree(folder / str(laptop.shared.journal))
    desk.run()
    (file,) = sealed(folder)
    assert file.parts[-3] == str(desk.device)
    laptop.run()
    assert sealed(folder) == [file]
    (laptop.place / "media" / photo.sha256).unlink()
    assert laptop.run().pictures == MediaTransfer(came=1)


def test_where_the_folder_has_no_room_the_words_go_all_the_same(two, monkeypatch):
    laptop, desk, folder = two
    keep_photo(laptop), keep_photo(laptop, 3)

    def full(path, _data):
        raise DiskFullError(path)

    with monkeypatch.context() as patch:
        patch.setattr(shared_media, "save_in_shared_folder", full)
        ran = laptop.run()
    assert (ran.written, ran.pictures) == (1, MediaTransfer(unsent=2))
    assert laptop.run(write=False).pictures == MediaTransfer(unsent=2)
    assert desk.run().pictures == MediaTransfer(missing=2)
    assert laptop.run().pictures == MediaTransfer()
    assert len(sealed(folder)) == 2


def test_where_this_computer_has_no_room_the_words_come_all_the_same(two, monkeypatch):
    laptop, desk, _ = two
    keep_photo(laptop), keep_photo(laptop, 3)
    laptop.run()

    def full(_self, _data):
        raise DiskFullError(desk.place)

    with monkeypatch.context() as patch:
        patch.setattr(MediaFolder, "put", full)
        assert desk.run().pictures == MediaTransfer(missing=2)
    assert in_step(laptop, desk)
    assert desk.run().pictures == MediaTransfer(came=2)


def test_many_go_a_few_at_a_time_the_newest_first(two, monkeypatch):
    laptop, desk, folder = two
    photos = [keep_photo(laptop, shade) for shade in (0, 80, 160)]
    monkeypatch.setattr(shared_media, "AT_ONCE", 1)
    told = [laptop.run().pictures for _ in range(3)]
    assert told == [
        MediaTransfer(unsent=2, more=True),
        MediaTransfer(unsent=1, more=True),
        MediaTransfer(),
    ]
    came = [desk.run().pictures for _ in range(2)]
    assert came == [
        MediaTransfer(came=1, missing=2, more=True),
        MediaTransfer(came=1, missing=1, more=True),
    ]
    assert [lies_here(desk, photo) for photo in photos] == [False, True, True]
    assert desk.run().pictures == MediaTransfer(came=1)
    assert len(sealed(folder)) == 3


def test_what_is_deleted_for_good_goes_from_the_folder_and_the_rest_stays(two):
    laptop, desk, folder = two
    photo, _, in_the_bin = (keep_photo(laptop, shade) for shade in (0, 80, 160))
    laptop.run(), desk.run()
    laptop.journal.records.delete(in_the_bin.id)
    laptop.run()
    assert len(sealed(folder)) == 3  # it can be brought back, and be wanted elsewhere
    laptop.journal.records.delete(photo.id)
    laptop.journal.media.delete_for_good(photo)
    laptop.run()
    name = MediaSeal(laptop.shared.key).name(photo.sha256)
    assert len(sealed(folder)) == 2
    assert name not in [one.name for one in sealed(folder)]
    desk.run()
    assert not lies_here(desk, photo)
    assert len(sealed(folder)) == 2


def test_nothing_is_taken_away_while_a_part_has_not_arrived(two, tmp_path):
    laptop, desk, folder = two
    desk.run()
    desk.journal.records.save(note(laptop.of))
    desk.run()
    photo = keep_photo(laptop)
    laptop.run()
    laptop.journal.records.delete(photo.id)
    laptop.journal.media.delete_for_good(photo)
    lost = next(batch for batch in batches(folder) if batch.parent.name == str(desk.device))
    lost.rename(tmp_path / "kept")
    laptop.again()
    laptop.run()
    assert len(sealed(folder)) == 1
    (tmp_path / "kept").rename(lost)
    laptop.run()
    assert sealed(folder) == []


@pytest.mark.parametrize("how", ["a link", "refused"])
def test_nothing_is_written_twice_where_our_own_part_cannot_be_read(
    two, tmp_path, monkeypatch, how
):
    laptop, _, folder = two
    keep_photo(laptop)
    laptop.run()
    (file,) = sealed(folder)
    own = file.parent
    stamp = file.stat().st_mtime_ns
    scan = os.scandir

    def scandir(path):
        if Path(path) == own:
            raise PermissionError(13, "refused")
        return scan(path)

    if how == "a link":
        own.rename(tmp_path / "elsewhere")
        own.symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    else:
        monkeypatch.setattr(os, "scandir", scandir)
    keep_photo(laptop, 3)
    assert laptop.run().pictures == MediaTransfer()
    monkeypatch.undo()
    assert (len(list(own.iterdir())), file.stat().st_mtime_ns) == (1, stamp)


def test_bytes_that_are_damaged_here_go_nowhere(two):
    laptop, desk, folder = two
    photo = keep_photo(laptop)
    (laptop.place / "media" / photo.sha256).write_bytes(b"something else")
    laptop.run()
    assert (sealed(folder), desk.run().pictures) == ([], MediaTransfer(missing=1))


def test_a_journal_that_is_only_read_keeps_none(two):
    laptop, desk, folder = two
    keep_photo(laptop)
    laptop.run()
    desk.journal._store.write = False
    assert desk.run(take=False).pictures == MediaTransfer()
    assert len(sealed(folder)) == 1
