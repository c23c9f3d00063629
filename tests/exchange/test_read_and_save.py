"""After a save there is a whole file, the new one or the old one."""

import errno
import os
import stat
import threading

import pytest

from homejournal.domain.errors import DiskError
from homejournal.exchange.read_and_save import safe_save


def test_a_file_is_replaced_whole_and_is_readable_by_its_owner_alone(tmp_path):
    file = tmp_path / "page.pdf"
    file.write_bytes(b"old")

    safe_save(file, b"new")

    assert file.read_bytes() == b"new"
    assert os.name == "nt" or stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [file]


def test_no_file_takes_the_place_of_a_journal(tmp_path):
    file = tmp_path / "journal.hj"
    file.write_bytes(b"years")
    (tmp_path / "link.json").symlink_to(file)
    for path in (file, tmp_path / "link.json"):
        with pytest.raises(DiskError):
            safe_save(path, b"{}")
    assert file.read_bytes() == b"years"


@pytest.mark.skipif(os.name == "nt", reason="sets a limit that only Unix has")
def test_when_there_is_no_room_the_old_file_stays_and_nothing_is_left_beside_it(tmp_path):
    import resource
    import signal

    file = tmp_path / "page.pdf"
    file.write_bytes(b"old")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    quiet = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
        with pytest.raises(DiskError):
            safe_save(file, b"new" * 1000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, quiet)

    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_folder_that_is_not_there_is_an_error_of_the_disk(tmp_path):
    with pytest.raises(DiskError):
        safe_save(tmp_path / "no" / "page.pdf", b"new")


@pytest.mark.skipif(os.name == "nt", reason="links need special rights there")
def test_a_link_is_followed_so_that_it_stays_a_link(tmp_path):
    file, link = tmp_path / "page.pdf", tmp_path / "link.pdf"
    file.write_bytes(b"old")
    link.symlink_to(file)

    safe_save(link, b"new")

    assert link.is_symlink()
    assert file.read_bytes() == b"new"


@pytest.mark.skipif(os.name == "nt", reason="named pipes are of Unix")
def test_a_pipe_is_written_to_and_not_replaced(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()

    safe_save(pipe, b"new")
    reader.join(timeout=10)

    assert read == [b"new"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_name_as_long_as_the_disk_takes_can_be_saved(tmp_path):
    file = tmp_path / ("n" * 250 + ".pdf")

    safe_save(file, b"new")

    assert file.read_bytes() == b"new"


@pytest.mark.skipif(os.name == "nt", reason="folders are synced on Unix alone")
def test_a_file_is_saved_on_a_disk_that_cannot_sync_its_folders(tmp_path, monkeypatch):
    sync = os.fsync

    def as_on_a_phone(descriptor):
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "Invalid argument")
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", as_on_a_phone)
    file = tmp_path / "page.pdf"

    safe_save(file, b"new")

    assert file.read_bytes() == b"new"
