"""What a second start hands to the window that has the journal open, and what is believed of it."""

import json
import os
import time
from pathlib import Path

import pytest

from homejournal.domain.errors import JournalError
from homejournal.services.second_start import request_show, show_requested

POSIX = pytest.mark.skipif(os.name != "posix", reason="owners, links and pipes of POSIX")


def handed(folder, data, name="show-1.json"):
    """Leave a message as it comes, and ring."""
    (folder / name).write_bytes(data if isinstance(data, bytes) else json.dumps(data).encode())
    (folder / "show").touch()


def test_nobody_asked_and_then_somebody_asked_once(tmp_path):
    assert show_requested(tmp_path) is None
    request_show(tmp_path)
    assert show_requested(tmp_path) == ()
    assert show_requested(tmp_path) is None
    assert list(tmp_path.iterdir()) == []


def test_files_arrive_once_whatever_they_are_called(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    files = [tmp_path / "a b.hjplan", Path("near.hjpack"), tmp_path / "خطة \n'\".hjplan"]
    request_show(tmp_path, files)
    assert show_requested(tmp_path) == tuple(file.absolute() for file in files)
    assert show_requested(tmp_path) is None
    assert list(tmp_path.iterdir()) == []


def test_two_starts_at_once_lose_no_file(tmp_path):
    for name in ("a", "b"):
        request_show(tmp_path, [tmp_path / name])
    assert sorted(show_requested(tmp_path) or ()) == [tmp_path / "a", tmp_path / "b"]


@POSIX
def test_only_this_person_can_read_what_is_handed_over(tmp_path):
    request_show(tmp_path, [tmp_path / "a"])
    assert not any(file.stat().st_mode & 0o077 for file in tmp_path.iterdir())


@pytest.mark.parametrize(
    "told",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[" * 100_000,
        json.dumps(["/a" * 40_000]).encode(),
        {"files": ["/a"]},
        ["relative.hjplan"],
        ["/a", 5],
        ["/a", None],
        ["/" + "a" * 5_000],
        ["/a\0b"],
    ],
)
def test_what_does_not_fit_is_forgotten_and_what_came_with_it_is_not(tmp_path, told):
    handed(tmp_path, told)
    request_show(tmp_path, [tmp_path / "good"])
    assert show_requested(tmp_path) == (tmp_path / "good",)
    assert list(tmp_path.iterdir()) == []


def test_there_is_an_end_to_what_can_be_handed_over(tmp_path):
    request_show(tmp_path, [tmp_path / str(number) for number in range(1_000)])
    assert len(show_requested(tmp_path) or ()) == 50


def test_what_was_left_long_ago_is_not_opened(tmp_path):
    request_show(tmp_path, [tmp_path / "old"])
    (message,) = tmp_path.glob("show-*")
    before = time.time() - 3600
    os.utime(message, (before, before))
    assert show_requested(tmp_path) == ()
    assert list(tmp_path.iterdir()) == []


@POSIX
def test_neither_a_link_nor_a_pipe_nor_a_folder_is_read(tmp_path):
    folder = tmp_path / "journal"
    folder.mkdir()
    handed(tmp_path, ["/a"], "real.json")
    (folder / "show-link.json").symlink_to(tmp_path / "real.json")
    os.mkfifo(folder / "show-pipe.json")
    (folder / "show-folder.json").mkdir()
    (folder / "show").touch()
    assert show_requested(folder) == ()


@POSIX
def test_what_somebody_else_wrote_is_not_opened(tmp_path, monkeypatch):
    request_show(tmp_path, [tmp_path / "theirs"])
    monkeypatch.setattr(os, "getuid", lambda: os.geteuid() + 1)
    assert show_requested(tmp_path) == ()


def test_a_folder_that_is_gone_is_told_to_the_second_start_alone(tmp_path):
    with pytest.raises(JournalError):
        request_show(tmp_path / "gone", [tmp_path / "a"])
    assert show_requested(tmp_path / "gone") is None
