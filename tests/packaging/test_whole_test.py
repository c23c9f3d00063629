import os
import subprocess
import sys

import pytest

from whole_test import FLOORS, OF_ALL

WITHOUT = "-p no:randomly -p no:hypothesispytest -p no:pytest-qt"
"""What the small project has no use for, and takes longer to load than its tests do."""
CODE = '''"""A rule."""


def half(number):
    """Halve an even number."""
    if number % 2:
        raise ValueError(number)
    return number // 2
'''
TEST = """import importlib
import pytest

@pytest.mark.parametrize("layer", {layers})
def test_it(layer):
    rule = importlib.import_module(f"homejournal.{{layer}}.rule")
    assert rule.half(4) == 2
    with pytest.raises(ValueError, match="3"):
        rule.half(3)
"""


@pytest.fixture
def project(tmp_path):
    """A small project that has every layer, each wholly tested."""
    for layer in OF_ALL:
        folder = tmp_path / "homejournal" / layer
        folder.mkdir(parents=True)
        (folder / "__init__.py").touch()
        (folder / "rule.py").write_text(CODE)
    (tmp_path / "homejournal" / "__init__.py").touch()
    (tmp_path / "test_it.py").write_text(TEST.format(layers=list(FLOORS)))
    (tmp_path / "conftest.py").write_text(
        "def pytest_addoption(parser):\n    parser.addoption('--all', action='store_true')\n"
    )
    (tmp_path / "pyproject.toml").write_text(
        "[tool.pytest.ini_options]\npythonpath = ['.']\n"
        "[tool.coverage.run]\nbranch = true\nsource = ['homejournal']\n"
        "[tool.coverage.report]\nshow_missing = true\n"
    )
    return tmp_path


def whole_test(root, project, *options):
    return subprocess.run(
        [sys.executable, root / "packaging" / "whole_test.py", *options],
        cwd=project,
        env={**os.environ, "PYTEST_ADDOPTS": WITHOUT},
        check=False,
        capture_output=True,
        encoding="utf-8",
    )


def test_tested_layers_pass_without_the_window_and_pytest_has_the_last_word(root, project):
    done = whole_test(root, project, "--floors")
    assert done.returncode == 0, done.stdout
    assert done.stdout.splitlines()[-1].startswith(f"{len(FLOORS)} passed")


def test_one_untested_line_in_the_domain_fails_and_says_where(root, project):
    with (project / "homejournal" / "domain" / "rule.py").open("a") as file:
        file.write('\n\ndef never():\n    """Never run."""\n    return 1\n')
    assert whole_test(root, project).returncode == 0, "nobody asked for the floors"
    done = whole_test(root, project, "--floors")
    assert done.returncode == 1
    assert "domain: " in done.stdout
    assert "rule.py" in done.stdout
    assert f"{len(FLOORS)} passed" in done.stdout.splitlines()[-1]


def test_with_all_a_layer_without_any_tested_line_fails_and_so_does_the_window(root, project):
    for file in (project / "homejournal" / "texts").iterdir():
        file.unlink()
    (project / "test_it.py").write_text(TEST.format(layers=["domain"]))
    done = whole_test(root, project, "--all")
    assert done.returncode == 1
    assert "texts: no line was run at all" in done.stdout
    assert "ui: 0.00 % of lines and branches, its floor is 85 %" in done.stdout


def test_a_worker_that_crashes_says_where_and_no_floor_is_blamed(root, project):
    (project / "test_crash.py").write_text(
        "import faulthandler\n\ndef test_crash():\n    faulthandler._sigsegv()\n"
    )
    done = whole_test(root, project, "--floors")
    assert done.returncode == 1
    assert "in test_crash" in done.stdout
    assert "a worker that crashed took along what it had measured" in done.stdout
    assert "its floor is" not in done.stdout
    assert done.stderr == ""
