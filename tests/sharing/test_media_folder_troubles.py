"""What goes wrong with photos in a shared folder, by accident or on purpose, and costs nothing."""

import random
from pathlib import Path

import pytest

from homejournal.domain.errors import (
    DiskError,
    DiskFullError,
    MediaMissingError,
    SharingRefusal,
    SharingRefusedError,
)
from homejournal.domain.sharing.outgoing import MediaTransfer
from homejournal.services.safe.sharing import shared_media
from homejournal.storage.media.media_folder import MediaFolder
from tests.sharing.test_folder_held import refuse
from tests.sharing.test_media_in_folder import bytes_of, keep_photo, lies_here, sealed
from tests.sharing.test_shared_folder import two

__all__ = ["two"]


def change_a_bit(file: Path) -> None:
    data = file.read_bytes()
    file.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))


def test_nothing_is_written_through_a_link_in_the_place_of_a_photo(two, tmp_path):
    laptop, desk, folder = two
    photo = keep_photo(laptop)
    laptop.run()
    (file,) = sealed(folder)
    precious = tmp_path / "taxes.txt"
    precious.write_bytes(b"of the family")
    file.unlink()
    file.symlink_to(precious)
    laptop.run()
    assert (precious.read_bytes(), file.is_symlink()) == (b"of the family", False)
    assert desk.run().pictures == MediaTransfer(came=1)
    assert bytes_of(desk, photo) == bytes_of(laptop, photo)


def test_a_link_in_the_place_of_the_journals_part_is_refused(two, tmp_path):
    laptop, _, folder = two
    base = folder / str(laptop.shared.journal)
    (tmp_path / "elsewhere").mkdir()
    base.symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    keep_photo(laptop)
    with pytest.raises(SharingRefusedError) as refusal:
        laptop.run()
    assert refusal.value.why is SharingRefusal.NO_FOLDER
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_what_somebody_laid_beside_our_photos_stays(two):
    laptop, desk, folder = two
    gone, _ = keep_photo(laptop), keep_photo(laptop, 3)
    laptop.run(), desk.run()
    own = sealed(folder)[0].parent
    (own / "holiday.jpg").write_bytes(bytes(999))
    names = {one.name for one in sealed(folder)}
    begun = own / f".{next(iter(names))[:50]}.k2j3h"
    begun.write_bytes(bytes(999))
    laptop.journal.records.delete(gone.id)
    laptop.journal.media.delete_for_good(gone)
    laptop.run()
    left = {path.name for path in own.iterdir()}
    assert left - names == {"holiday.jpg"}
    assert len(left & names) == 1


def test_a_photo_that_cannot_be_read_for_a_while_comes_later(two, monkeypatch):
    laptop, desk, folder = two
    keep_photo(laptop)
    laptop.run()
    (file,) = sealed(folder)
    with monkeypatch.context() as patch:
        refuse(patch, file)
        assert desk.run().pictures == MediaTransfer(missing=1)
    assert desk.run().pictures == MediaTransfer(came=1)


def test_a_photo_that_a_disk_changed_in_the_folder_is_written_again(two):
    laptop, desk, folder = two
    photo = keep_photo(laptop)
    laptop.run()
    (file,) = sealed(folder)
    change_a_bit(file)
    assert desk.run().pictures == MediaTransfer(missing=1, spoiled=1)
    laptop.run()
    assert desk.run().pictures == MediaTransfer(came=1)
    assert bytes_of(desk, photo) == bytes_of(laptop, photo)


def test_a_photo_that_a_disk_changed_here_comes_again_from_the_folder(two, monkeypatch):
    laptop, desk, _ = two
    photo = keep_photo(laptop)
    laptop.run(), desk.run()
    desk.again()
    change_a_bit(desk.place / "media" / photo.sha256)

    def full(_self, _data):
        raise DiskFullError(desk.place)

    with monkeypatch.context() as patch:
        patch.setattr(MediaFolder, "put", full)
        desk.run()
    with pytest.raises(MediaMissingError):
        bytes_of(desk, photo)
    desk.again()
    assert desk.run().pictures == MediaTransfer()
    assert bytes_of(desk, photo) == bytes_of(laptop, photo)


def test_a_few_are_read_again_in_each_run_and_each_once(two, monkeypatch):
    laptop, _, folder = two
    for shade in (0, 80, 160):
        keep_photo(laptop, shade)
    laptop.run()
    laptop.again()
    monkeypatch.setattr(shared_media, "_PROVED_AT_ONCE", 1)
    monkeypatch.setattr(random, "sample", lambda found, _count: found)
    seen = laptop.safe.sharing.folder_of(laptop.shared).media_seen
    told = []
    for _ in range(4):
        laptop.run()
        told.append(len(seen.proved))
    assert told == [1, 2, 3, 3]
    assert {one.path for one in seen.proved} == set(sealed(folder))


def test_what_is_not_whole_takes_its_turn_as_well(two, monkeypatch):
    laptop, desk, folder = two
    photos = [keep_photo(laptop, shade) for shade in (0, 80)]
    laptop.run()
    newest = max(sealed(folder), key=lambda one: one.stat().st_size)
    change_a_bit(newest)
    monkeypatch.setattr(shared_media, "AT_ONCE", 1)
    told = [desk.run().pictures for _ in range(3)]
    assert sum(one.came for one in told) == 1
    assert told[-1] == MediaTransfer(missing=1, spoiled=1)
    assert sum(lies_here(desk, photo) for photo in photos) == 1


def test_nothing_is_written_where_there_are_more_files_than_are_looked_at(two, monkeypatch):
    laptop, _, folder = two
    keep_photo(laptop), keep_photo(laptop, 3)
    laptop.run()
    for one in sealed(folder):
        one.unlink()
    with monkeypatch.context() as patch:
        patch.setattr(shared_media, "_MOST_FILES", 1)
        laptop.run()
    assert sealed(folder) == []
    laptop.run()
    assert len(sealed(folder)) == 2


def test_a_name_that_the_disk_refuses_keeps_no_other_photo_back(two):
    laptop, desk, folder = two
    keep_photo(laptop), keep_photo(laptop, 3)
    laptop.run()
    for one in sealed(folder):
        one.unlink()
    one.mkdir()
    (one / "in the way").touch()
    laptop.run()
    assert desk.run().pictures == MediaTransfer(came=1, missing=1)


def test_nobody_is_asked_again_at_once_where_nothing_can_be_written_or_read(two, monkeypatch):
    laptop, desk, folder = two
    tried = []

    def refused(path, _data):
        tried.append(path)
        raise DiskError(path)

    for shade in range(0, 250, 50):
        keep_photo(laptop, shade)
    monkeypatch.setattr(shared_media, "AT_ONCE", 1)
    with monkeypatch.context() as patch:
        patch.setattr(shared_media, "save_in_shared_folder", refused)
        assert laptop.run().pictures == MediaTransfer(unsent=5)
    assert len(tried) == 3
    while laptop.run().pictures.more:
        assert len(sealed(folder)) < 5
    with monkeypatch.context() as patch:
        for one in sealed(folder):
            refuse(patch, one)
        assert desk.run().pictures == MediaTransfer(missing=5)


def test_where_photos_have_no_room_here_none_is_asked_for_again_at_once(two, monkeypatch):
    laptop, desk, _ = two
    desk.of = laptop.of
    keep_photo(laptop), keep_photo(desk, 3)
    laptop.run()

    def no_room(folder, _data):
        raise DiskFullError(folder)

    monkeypatch.setattr(shared_media, "AT_ONCE", 1)
    monkeypatch.setattr(MediaFolder, "put", no_room)
    assert desk.run().pictures == MediaTransfer(missing=1, unsent=1)
