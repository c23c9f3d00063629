"""Room that is held on the disk for the day on which it is full."""

import errno
import re
import shutil
from collections import namedtuple

import pytest

from homejournal.domain.errors import DiskFullError
from homejournal.exchange.media_files import PDF, KeptFile
from homejournal.resources import resource
from homejournal.storage.file.disk import BYTES, Reserve
from homejournal.storage.file.journal_folder import JournalFolder
from homejournal.storage.media.media_folder import MediaFolder
from tests.journals import child, planned

Usage = namedtuple("Usage", "total used free")


@pytest.fixture
def disk(monkeypatch):
    """A disk with as much room as a test says."""
    room = {"free": 1 << 30}
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: Usage(1 << 40, 0, room["free"]))
    return room


def test_it_takes_real_room_and_is_for_this_person_alone(tmp_path, disk):
    file = tmp_path / "reserve.bin"
    Reserve(file).hold()
    told = file.stat()
    assert (told.st_size, told.st_mode & 0o777) == (BYTES, 0o600)
    assert told.st_blocks * 512 >= BYTES
    assert len(set(file.read_bytes()[:4096])) > 100  # nothing that a disk could press together
    Reserve(file).hold()
    assert [path.name for path in tmp_path.iterdir()] == ["reserve.bin"]


def test_it_is_made_only_where_there_is_room(tmp_path, disk):
    reserve = Reserve(tmp_path / "reserve.bin")
    disk["free"] = 10 << 20
    reserve.hold()
    assert list(tmp_path.iterdir()) == []
    disk["free"] = 17 << 20
    reserve.hold()
    assert (tmp_path / "reserve.bin").exists()


@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_the_help_page_names_the_room_below_which_none_is_held(tmp_path, disk, language):
    reserve = Reserve(tmp_path / "reserve.bin")
    page = resource("help", language, "copies.md").read_text(encoding="utf-8")
    (told,) = re.findall(r"\b(\d+) (?:MB|ميغابايت)", page)
    disk["free"] = (int(told) << 20) - 1
    reserve.hold()
    assert not (tmp_path / "reserve.bin").exists()
    disk["free"] += 1
    reserve.hold()
    assert (tmp_path / "reserve.bin").stat().st_size * 4 <= disk["free"]  # most stays free


def test_it_is_given_before_a_save_that_might_not_fit_and_made_again_later(journal, disk):
    reserve = journal.safe.reserve
    reserve.hold()
    journal.records.save(child(name="Lin"))
    assert (reserve.given, (journal.folder / "reserve.bin").exists()) == (False, True)
    disk["free"] = 1000
    journal.records.save(child(name="Ada"))
    assert (reserve.given, (journal.folder / "reserve.bin").exists()) == (True, False)
    assert len(journal.family().children) == 2
    journal.records.save(child(name="Mia"))  # nothing is left to give
    disk["free"] = 1 << 30
    reserve.hold()
    assert (reserve.given, reserve.told, (journal.folder / "reserve.bin").exists()) == (
        False,
        False,
        True,
    )


def test_a_save_that_the_disk_refused_gives_it_for_the_next_try(journal, disk):
    _, what = planned(journal)
    journal.safe.reserve.hold()
    store = journal._store

    def save():
        with store.transaction():
            raise DiskFullError(journal.folder)

    with pytest.raises(DiskFullError):
        save()
    assert journal.safe.reserve.given
    assert not (journal.folder / "reserve.bin").exists()
    assert what.id in journal.family().strategies


def test_a_disk_that_does_not_tell_its_room_hinders_no_save(journal, monkeypatch):
    def refuse(_path):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(shutil, "disk_usage", refuse)
    journal.records.save(child(name="Lin"))
    assert len(journal.family().children) == 1


class TestPictures:
    @pytest.fixture
    def full(self, journal, disk, monkeypatch):
        """A disk on which a picture finds no room before the room that was held is given up."""
        planned(journal)
        journal.safe.reserve.hold()
        disk["free"] = 0
        write = MediaFolder._write

        def refuse(target, data):
            if journal.folder.joinpath("reserve.bin").exists():
                raise OSError(errno.ENOSPC, "No space left on device")
            write(target, data)

        monkeypatch.setattr(MediaFolder, "_write", staticmethod(refuse))
        return journal

    def test_one_that_fits_beside_a_save_goes_in(self, full):
        what = next(iter(full.family().strategies))
        kept = full.media.put(KeptFile(b"%PDF- cup", PDF), "cup.pdf", what)
        full.media.add(kept)
        assert full.media.read(kept) == b"%PDF- cup"
        assert full.safe.reserve.given

    def test_one_that_is_too_large_leaves_the_room_to_words(self, full):
        with pytest.raises(DiskFullError):
            full._store.own_media().put(bytes(BYTES))
        assert (full.folder / "reserve.bin").exists()
        assert not full.safe.reserve.given

    def test_elsewhere_it_is_of_no_use(self, full, tmp_path):
        with pytest.raises(DiskFullError):
            MediaFolder(JournalFolder(tmp_path)).put(b"a photo")
        assert (full.folder / "reserve.bin").exists()
