"""What a start must not load: it would stand between a click and the painted day."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.journals import Opened, note, planned, practice

pytestmark = pytest.mark.unmeasured

HEAVY = (
    "sqlalchemy",
    "matplotlib",
    "pydantic",
    "typst",
    "numpy",
    "alembic",
    "homejournal.exchange",
)

LOOK = """
import sys
from pathlib import Path
from uuid import UUID
from homejournal.services.opening import open_journal
from tests.light import TODAY, clock
folder, how, *heavy = sys.argv[1:]
journal = open_journal(Path(folder), clock=clock, device=UUID(int=9), write=how == "write")
child = next(iter(journal.family().children))
day = journal.days.between(child, TODAY, TODAY)
assert (len(day.practices), len(day.notes)) == (1, 1), day
assert journal.drafts.kept() == {"here": "unfinished"}
assert journal.today() == TODAY
assert (journal.read_only_because is None) == (how == "write")
print(*(name for name in heavy if name in sys.modules))
journal.close()
"""


@pytest.mark.parametrize("how", ["write", "read"])
def test_opening_and_reading_a_day_loads_nothing_heavy(tmp_path: Path, how: str):
    opened = Opened(tmp_path)
    journal = opened.new()
    of, what = planned(journal)
    journal.records.save(practice(what), note(of))
    journal.drafts.keep("here", "unfinished")
    opened.close()
    done = subprocess.run(
        [sys.executable, "-c", LOOK, str(journal.folder), how, *HEAVY],
        cwd=Path(__file__).parents[1],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == []


FRAME = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
app = QApplication([])
from homejournal.ui.window.main_window import MainWindow
from homejournal.ui.base.preferences import Preferences
window = MainWindow(Preferences(Path(sys.argv[1])), "en")
window.show()
app.processEvents()
print(*(name for name in sys.argv[2:] if name in sys.modules))
"""


def test_the_frame_is_painted_before_anything_of_the_journal_is_loaded(tmp_path: Path):
    done = subprocess.run(
        [sys.executable, "-c", FRAME, str(tmp_path / "window.ini"), *HEAVY, "homejournal.domain"],
        cwd=Path(__file__).parents[1],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == []


SOURCES = """
import linecache
from PySide6.QtWidgets import QApplication
import homejournal.ui
import homejournal.ui.window.main_window
import sqlalchemy
print(*linecache.cache)
"""


def test_the_source_of_what_is_loaded_is_neither_read_nor_kept():
    done = subprocess.run(
        [sys.executable, "-c", SOURCES],
        cwd=Path(__file__).parents[1],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    read = {Path(name).name for name in done.stdout.split()}
    assert read.isdisjoint({"main_window.py", "menus.py", "schema.py", "selectable.py"})


def test_the_command_line_and_what_reads_beside_the_loading_of_qt_need_no_qt():
    code = (
        "import importlib, pkgutil, sys, homejournal.cli, homejournal.this_computer\n"
        "for module in pkgutil.iter_modules(homejournal.cli.__path__):\n"
        "    importlib.import_module(f'homejournal.cli.{module.name}')\n"
        "from homejournal.services import before_opening\n"
        "print(*(name for name in sys.modules if name.startswith('PySide6')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parents[1],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == []


def test_the_list_of_commands_is_told_before_any_of_them_is_loaded():
    code = (
        "import sys, homejournal.cli.main\n"
        "assert homejournal.cli.main.main(['--help']) == 0\n"
        "print(*(name for name in sys.modules if name.startswith('homejournal.services')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parents[1],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "read the whole journal" in done.stdout
    assert done.stdout.splitlines()[-1] == ""
