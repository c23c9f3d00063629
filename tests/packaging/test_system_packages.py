import os
import sys

import pytest

import system_packages
from console import StopError
from system_packages import (
    DRAWING,
    WINDOW,
    ensure_from_outside,
    ensure_system,
    install,
    missing_from_outside,
    missing_libraries,
    missing_venv,
)

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux needs packages")


@pytest.fixture
def apt_get(tmp_path, monkeypatch):
    """An apt-get that writes down what it is asked for, and fails where a file says so."""
    folder = tmp_path / "bin"
    folder.mkdir()
    program = folder / "apt-get"
    program.write_text(
        f'#!/bin/sh\necho "$@" >> {tmp_path}/asked\necho "E: no such mirror"\n'
        f"test ! -e {tmp_path}/broken\n"
    )
    program.chmod(0o755)
    (folder / "sudo").symlink_to("/bin/false")
    monkeypatch.setenv("PATH", f"{folder}")
    return tmp_path


def as_user(monkeypatch, number):
    monkeypatch.setattr(os, "geteuid", lambda: number)


def test_a_library_that_cannot_be_loaded_is_missing():
    wanted = {"libc.so.6": "libc6", "libnosuch.so.9": "libnosuch9"}
    assert missing_libraries(wanted) == {"libnosuch.so.9": "libnosuch9"}


def test_the_libraries_of_a_window_come_on_top_of_those_for_drawing():
    assert not DRAWING.keys() & WINDOW.keys()


def test_root_gets_the_packages_at_once(apt_get, monkeypatch):
    as_user(monkeypatch, 0)
    install(["libegl1", "libegl1", "libgl1"], libraries=["libEGL.so.1"])
    asked = (apt_get / "asked").read_text().splitlines()
    assert asked[0].startswith("update")
    assert asked[1].endswith("--no-install-recommends libegl1 libgl1")


def test_a_failed_installation_shows_the_reason_and_the_line_to_run(apt_get, monkeypatch):
    as_user(monkeypatch, 0)
    (apt_get / "broken").touch()
    with pytest.raises(StopError) as stop:
        install(["libegl1"], libraries=["libEGL.so.1"])
    assert "E: no such mirror" in str(stop.value)
    assert "apt-get install -y -qq --no-install-recommends libegl1" in str(stop.value)


def test_without_a_terminal_a_person_gets_one_line_to_run(apt_get, monkeypatch):
    as_user(monkeypatch, 1000)
    monkeypatch.setattr(system_packages, "someone_is_there", lambda: False)
    with pytest.raises(StopError) as stop:
        install(["libegl1"], libraries=["libEGL.so.1"])
    assert "sudo apt-get update -qq && sudo apt-get install" in str(stop.value)
    assert not (apt_get / "asked").exists()


def test_sudo_is_not_run_when_the_person_says_no(apt_get, monkeypatch):
    as_user(monkeypatch, 1000)
    monkeypatch.setattr(system_packages, "someone_is_there", lambda: True)
    monkeypatch.setattr("builtins.input", lambda question: "n")
    with pytest.raises(StopError, match="Nothing was installed"):
        install(["libegl1"], libraries=["libEGL.so.1"])


def test_a_system_without_apt_is_told_the_libraries(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(StopError) as stop:
        install(["libegl1"], libraries=["libEGL.so.1"])
    assert "libEGL.so.1" in str(stop.value)
    assert "libegl1" in str(stop.value)


@pytest.fixture
def bare_python(monkeypatch):
    """A Python as Debian installs it at first: without ensurepip."""
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)


def test_a_python_without_ensurepip_is_told_so_where_there_is_no_apt(
    tmp_path, monkeypatch, bare_python
):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(StopError, match="ensurepip"):
        install(missing_venv(), libraries=())


def test_libraries_and_venv_are_asked_for_in_one_go(apt_get, monkeypatch, bare_python):
    as_user(monkeypatch, 0)
    monkeypatch.setattr(system_packages, "DRAWING", {"libnosuch.so.9": "libnosuch9"})
    ensure_system(with_window=False, with_venv=True)
    asked = (apt_get / "asked").read_text().splitlines()
    assert len(asked) == 2
    assert "libnosuch9 python3." in asked[1]


def test_venv_alone_may_be_what_is_missing(apt_get, monkeypatch, bare_python):
    as_user(monkeypatch, 0)
    monkeypatch.setattr(system_packages, "DRAWING", {})
    ensure_system(with_window=False, with_venv=True)
    assert "-venv" in (apt_get / "asked").read_text()


def test_a_ready_environment_needs_no_venv_module(apt_get, monkeypatch, bare_python):
    monkeypatch.setattr(system_packages, "DRAWING", {})
    ensure_system(with_window=False, with_venv=False)
    assert not (apt_get / "asked").exists()


@pytest.fixture
def without_programs(apt_get, monkeypatch):
    """A computer with apt-get and no program that using the window from outside needs."""
    as_user(monkeypatch, 0)
    monkeypatch.setattr(system_packages, "SYSTEM_PYTHON", str(apt_get / "no-python"))
    return apt_get


def test_what_the_window_from_outside_needs_is_installed_in_one_go(without_programs):
    ensure_from_outside()
    assert {"xvfb", "openbox", "xdotool", "gir1.2-atspi-2.0"} <= set(missing_from_outside())
    asked = (without_programs / "asked").read_text().splitlines()
    assert len(asked) == 2
    assert set(missing_from_outside()) <= set(asked[1].split())


def test_tests_go_on_without_the_window_from_outside(without_programs, capsys):
    (without_programs / "broken").touch()
    ensure_from_outside()
    assert "tests that use the window from outside are left out" in capsys.readouterr().out
