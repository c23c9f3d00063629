"""Showing a file in its folder with what the system has for it."""

import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices

from homejournal.ui.visits.page.menu_actions import FileShower, ways_to_show

ODD = Path("/home/us/it’s, our page.pdf")


@pytest.mark.parametrize(
    ("platform", "command"),
    [
        ("win32", ["explorer", "/select,", str(ODD)]),
        ("darwin", ["open", "-R", str(ODD)]),
    ],
)
def test_windows_and_macos_select_the_file(platform, command):
    assert ways_to_show(ODD, platform) == [command]


def test_linux_asks_the_file_manager_with_nothing_that_could_be_read_otherwise():
    for way in ways_to_show(ODD, "linux"):
        (told,) = (one for one in way if "file://" in one)
        assert "our%20page.pdf" in told
        assert "it%E2%80%99s%2C" in told


@pytest.fixture
def programs(tmp_path, monkeypatch):
    """A folder of the only programs there are; each writes down how it was called."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}")

    def make(name, code):
        file = folder / name
        file.write_text(f'#!/bin/sh\necho "$@" > {folder}/{name}.called\nexit {code}\n')
        file.chmod(0o755)
        return folder / f"{name}.called"

    return make


@pytest.fixture
def opened(monkeypatch):
    folders = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: folders.append(url.toLocalFile()))
    return folders


linux = pytest.mark.skipif(sys.platform != "linux", reason="the commands are those of Linux")


@linux
def test_the_first_program_that_answers_is_enough(programs, opened, qtbot, tmp_path):
    first, second = programs("gdbus", 0), programs("dbus-send", 0)
    shower = FileShower()
    shower.show(tmp_path / "page.pdf")
    shower.show(tmp_path / "other.pdf")
    qtbot.waitUntil(first.exists)
    qtbot.waitUntil(lambda: "page.pdf" in first.read_text())
    qtbot.wait(50)
    assert not second.exists()
    assert opened == []


@linux
def test_where_the_first_fails_the_second_is_tried(programs, opened, qtbot, tmp_path):
    programs("gdbus", 1)
    second = programs("dbus-send", 0)
    shower = FileShower()
    shower.show(tmp_path / "page.pdf")
    qtbot.waitUntil(second.exists)
    qtbot.wait(50)
    assert opened == []


@linux
def test_without_any_answer_the_folder_is_opened(programs, opened, qtbot, tmp_path):
    programs("dbus-send", 1)
    shower = FileShower()
    shower.show(tmp_path / "page.pdf")
    qtbot.waitUntil(lambda: opened == [str(tmp_path)])
