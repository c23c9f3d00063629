import ast
import subprocess
import sys

from commands import COMMANDS
from dev import OLDEST, refusal


def dev(root, *arguments):
    return subprocess.run(
        [sys.executable, root / "packaging" / "dev.py", *arguments],
        check=False,
        capture_output=True,
        encoding="utf-8",
    )


def test_an_old_python_is_told_which_one_is_needed():
    assert "Python 3.11 or newer, and this is Python 3.9.2" in refusal((3, 9, 2))


def test_the_oldest_python_and_newer_ones_are_welcome():
    assert refusal((3, 11)) is None
    assert refusal((4, 0, 0)) is None


def test_an_old_python_can_read_the_file_that_refuses_it(root):
    source = (root / "packaging" / "dev.py").read_text("utf-8")
    ast.parse(source, feature_version=(3, 7))


def test_the_project_file_asks_for_the_same_python(root):
    wanted = f'requires-python = ">={OLDEST[0]}.{OLDEST[1]}"'
    assert wanted in (root / "pyproject.toml").read_text("utf-8")


def test_help_tells_every_command(root):
    told = dev(root, "help")
    assert told.returncode == 0
    assert [name for name in COMMANDS if f"dev.py {name} " not in told.stdout] == []


def test_no_command_at_all_shows_the_help(root):
    assert dev(root).stdout == dev(root, "help").stdout


def test_an_unknown_command_is_refused_with_the_list_of_commands(root):
    told = dev(root, "strat")
    assert told.returncode == 1
    assert told.stdout.startswith("dev.py knows no command 'strat'.")
    assert "dev.py run" in told.stdout


def test_a_command_that_takes_nothing_more_refuses_more(root):
    told = dev(root, "lock", "--now")
    assert told.returncode == 1
    assert "--now" in told.stdout
