import shutil
import sys

import pytest

import environment
from environment import Part, fingerprint, is_ready, serves_this_python


@pytest.fixture
def checkout(root, tmp_path, monkeypatch):
    """A copy of what the environment is made from, with an empty .venv."""
    shutil.copytree(root / "packaging", tmp_path / "packaging")
    shutil.copy(root / "pyproject.toml", tmp_path)
    (tmp_path / ".venv").mkdir()
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "FOLDER", tmp_path / ".venv")
    return tmp_path


def set_up(checkout, part):
    """What is left behind when a part was installed."""
    stamp = checkout / ".venv" / f"homejournal-{part.value}.stamp"
    stamp.write_text(fingerprint(part), "utf-8")


def test_the_part_for_tests_is_enough_to_run_but_not_the_other_way_round(checkout):
    assert not is_ready(Part.RUN)
    set_up(checkout, Part.RUN)
    assert (is_ready(Part.RUN), is_ready(Part.TEST)) == (True, False)
    set_up(checkout, Part.TEST)
    (checkout / ".venv" / "homejournal-run.stamp").unlink()
    assert (is_ready(Part.RUN), is_ready(Part.TEST)) == (True, True)


@pytest.mark.parametrize("file", ["packaging/lock-run.txt", "pyproject.toml"])
def test_a_changed_lock_or_project_file_renews_the_environment(checkout, file):
    set_up(checkout, Part.RUN)
    with (checkout / file).open("a") as changed:
        changed.write("# changed\n")
    assert not is_ready(Part.RUN)


def test_another_python_renews_the_environment(checkout, monkeypatch):
    set_up(checkout, Part.RUN)
    monkeypatch.setattr(sys, "version", "3.99.0 (another)")
    assert not is_ready(Part.RUN)


def test_an_environment_that_is_not_there_or_broken_serves_no_python(checkout, monkeypatch):
    monkeypatch.setattr(environment, "PYTHON", checkout / ".venv" / "bin" / "python")
    assert not serves_this_python()
    (checkout / ".venv" / "bin").mkdir()
    (checkout / ".venv" / "bin" / "python").symlink_to(checkout / "gone")
    assert not serves_this_python()
