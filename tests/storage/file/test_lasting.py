"""What is written lasts, on disks that sync less than others, and beside other threads."""

import errno
import os
import shutil
import stat
import sys
from pathlib import Path, PureWindowsPath
from threading import Thread

import pytest
import sqlcipher3

from homejournal.domain.errors import DiskError, DiskFullError
from homejournal.exchange.read_and_save import safe_save
from homejournal.services.opening import create_journal
from homejournal.storage.file.backup_folder import BackupFolder
from homejournal.storage.file.connection import uri_of
from homejournal.storage.file.disk import Reserve, write_whole
from homejournal.storage.file.journal_folder import JournalFolder
from homejournal.storage.rebuilding import set_aside
from tests.journals import DEVICE, Clock, child


@pytest.fixture
def folders_answer(monkeypatch):
    """Let the disk answer with an error where a folder is to be synced."""
    fsync = os.fsync

    def answer(number):
        def sync(descriptor):
            if stat.S_ISDIR(os.fstat(descriptor).st_mode):
                raise OSError(number, os.strerror(number))
            fsync(descriptor)

        monkeypatch.setattr(os, "fsync", sync)

    return answer


def test_a_journal_may_lie_in_folders_that_are_not_there_yet(tmp_path):
    folder = tmp_path / "Documents" / "Family" / "journal"
    create_journal(folder, clock=Clock(), device=DEVICE).close()
    assert folder.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP])
def test_a_network_disk_that_syncs_no_folders_keeps_a_journal_and_its_copies(
    tmp_path, folders_answer, number
):
    folders_answer(number)
    journal = create_journal(tmp_path / "journal", clock=Clock(), device=DEVICE)
    journal.records.save(child())
    made = journal.safe.backups.make()
    journal.close()
    assert made.path.is_file()


def test_a_disk_that_fails_as_a_folder_is_synced_is_told(tmp_path, folders_answer):
    folders_answer(errno.EIO)
    with pytest.raises(DiskError):
        create_journal(tmp_path / "journal", clock=Clock(), device=DEVICE)


def test_windows_opens_no_folders_and_needs_no_such_sync(tmp_path, monkeypatch):
    opened = os.open

    def refuse(path, flags, *more):
        if Path(path).is_dir():
            raise PermissionError(errno.EACCES, "Permission denied")
        return opened(path, flags, *more)

    monkeypatch.setattr(os, "open", refuse)
    write_whole(tmp_path / "keys.json", b"locked")
    assert (tmp_path / "keys.json").read_bytes() == b"locked"


class TestOnMacOS:
    @pytest.fixture
    def asked(self, monkeypatch):
        """Tell which files were written through to the disk itself."""
        import fcntl

        through = []

        def control(descriptor, command):
            assert command == 51
            if refusing:
                raise OSError(errno.ENOTSUP, "Operation not supported")
            through.append(os.fstat(descriptor).st_ino)

        refusing = []
        monkeypatch.setattr(sys, "platform", "darwin")
        monkeypatch.setattr(fcntl, "F_FULLFSYNC", 51, raising=False)
        monkeypatch.setattr(fcntl, "fcntl", control)
        return through, refusing

    @pytest.mark.parametrize("write", [write_whole, safe_save])
    def test_what_is_written_leaves_the_memory_of_the_disk(self, tmp_path, asked, write):
        write(tmp_path / "keys.json", b"locked")
        assert asked[0] == [(tmp_path / "keys.json").stat().st_ino, tmp_path.stat().st_ino]

    def test_a_disk_that_does_not_know_how_is_synced_as_any_other(
        self, tmp_path, asked, monkeypatch
    ):
        synced = []
        monkeypatch.setattr(os, "fsync", lambda one: synced.append(os.fstat(one).st_ino))
        asked[1].append(True)
        write_whole(tmp_path / "keys.json", b"locked")
        assert synced == [(tmp_path / "keys.json").stat().st_ino, tmp_path.stat().st_ino]


def test_two_threads_that_write_one_file_leave_it_whole(tmp_path):
    file, refused = tmp_path / "keys.json", []

    def write(letter):
        try:
            for _ in range(100):
                write_whole(file, letter * 20_000)
        except OSError as error:
            refused.append(error)

    threads = [Thread(target=write, args=(letter,)) for letter in (b"a", b"b")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert refused == []
    assert file.read_bytes() in {b"a" * 20_000, b"b" * 20_000}
    assert list(tmp_path.iterdir()) == [file]


def test_room_that_a_disk_has_not_after_all_is_not_half_taken(tmp_path, monkeypatch):
    def refuse(_descriptor):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(DiskFullError):
        Reserve(tmp_path / "reserve.bin").hold()
    assert list(tmp_path.iterdir()) == []


def test_a_file_on_a_network_disk_of_windows_opens(tmp_path):
    shared = PureWindowsPath(f"/{tmp_path}", "a journal.hj")
    assert shared.as_uri().startswith(f"file://{tmp_path.parts[1]}/")
    sqlcipher3.connect(tmp_path / "a journal.hj").execute("CREATE TABLE one (two)").close()
    opened = sqlcipher3.connect(uri_of(shared, "mode=ro"), uri=True)
    assert opened.execute("SELECT name FROM sqlite_master").fetchall() == [("one",)]
    opened.close()
    drive = PureWindowsPath("C:/Users/Ana María/journal.hj")
    assert uri_of(drive, "mode=rw") == "file:///C:/Users/Ana%20Mar%C3%ADa/journal.hj?mode=rw"


def test_a_damaged_file_that_is_set_aside_is_for_this_person_alone_and_lasts(tmp_path, monkeypatch):
    (tmp_path / "journal.hj").write_bytes(b"damaged")
    fsync, synced = os.fsync, set()

    def sync(descriptor):
        synced.add(os.fstat(descriptor).st_ino)
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", sync)
    aside = set_aside(JournalFolder(tmp_path), "2026")
    (kept,) = aside.iterdir()
    assert kept.read_bytes() == b"damaged"
    assert kept.stat().st_mode & 0o777 == 0o600
    assert {one.stat().st_ino for one in (kept, aside, aside.parent, tmp_path)} <= synced


class TestPhotosBesideCopies:
    @pytest.fixture
    def media(self, tmp_path):
        (tmp_path / "media").mkdir()
        (tmp_path / "backups").mkdir()
        (tmp_path / "media" / ("a" * 64)).write_bytes(b"a photo")
        return tmp_path / "media"

    def test_on_another_disk_they_are_for_this_person_alone(self, media, monkeypatch):
        def refuse(_source, _target):
            raise OSError(errno.EXDEV, "Invalid cross-device link")

        monkeypatch.setattr(os, "link", refuse)
        copies = BackupFolder(media.parent / "backups")
        copies.keep_media(media)
        (made,) = copies.media.iterdir()
        assert made.read_bytes() == b"a photo"
        assert made.stat().st_mode & 0o777 == 0o600

    def test_one_that_is_deleted_for_good_meanwhile_hinders_no_copy(self, media, monkeypatch):
        link = os.link

        def gone(source, target):
            shutil.rmtree(media)
            link(source, target)

        monkeypatch.setattr(os, "link", gone)
        copies = BackupFolder(media.parent / "backups")
        copies.keep_media(media)
        assert list(copies.media.iterdir()) == []
