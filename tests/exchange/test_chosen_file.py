"""Files that somebody chose: read up to a limit, and never the file of a journal."""

import os

import pytest

from homejournal.exchange.read_and_save import read_chosen


def test_a_file_is_read_up_to_a_limit(tmp_path):
    file = tmp_path / "notes.json"
    file.write_bytes(b"12345")
    assert read_chosen(file, 9) == b"12345"
    assert read_chosen(file, 3) == b"123"


def test_what_is_no_file_is_never_opened(tmp_path):
    for path in (tmp_path, tmp_path / "gone"):
        with pytest.raises((IsADirectoryError, FileNotFoundError)):
            read_chosen(path, 9)


@pytest.mark.parametrize("name", ["journal.hj", "COPY.HJ", "link.json"])
def test_a_journal_is_never_opened_so_that_its_locks_stay(tmp_path, name):
    file = tmp_path / ("journal.hj" if name == "link.json" else name)
    file.write_bytes(b"years and years")
    if name == "link.json":
        (tmp_path / name).symlink_to(file)
    fcntl = pytest.importorskip("fcntl", reason="elsewhere a lock belongs to its descriptor")
    with file.open("rb+") as held:
        fcntl.lockf(held, fcntl.LOCK_EX)
        assert read_chosen(tmp_path / name, 99) == b"SQLite format 3\0"
        assert _is_locked(file, fcntl)


def _is_locked(file, fcntl):
    """Return whether another process finds the file locked."""
    child = os.fork()
    if child == 0:
        try:
            with file.open("rb+") as asked:
                fcntl.lockf(asked, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BaseException:  # noqa: BLE001 - nothing of the test may go on in here
            os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 1
