"""Files on the command line, from the system, and from a second start of the program."""

import os
import subprocess
import sys
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from homejournal.app import clock_of
from homejournal.program_arguments import read_arguments
from homejournal.services.opening import create_journal
from homejournal.services.second_start import show_requested
from homejournal.ui.child.plan.plan_files import PlanImportDialog
from homejournal.ui.hiding import Hiding
from homejournal.ui.safe.copies.restore_dialog import RestoreDialog
from homejournal.ui.widgets.cards.notice import Notice
from tests.exchange.plan_files import HANDWRITTEN, as_bytes
from tests.journals import child
from tests.ui.window.programs import SUNDAY, copied_family, first_window


@pytest.fixture(autouse=True)
def _shown_at_the_end(qapp):
    yield
    Hiding.here().unlock()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def plan(tmp_path):
    path = tmp_path / "Aunt Zoe.hjplan"
    path.write_bytes(as_bytes(HANDWRITTEN))
    return path


@pytest.fixture
def family(tmp_path):
    """A journal with a child where the program looks for it."""
    copied_family(tmp_path / "all" / "journal")
    return tmp_path / "all" / "journal"


def top(kind, qtbot):
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind), timeout=10_000)
    return QApplication.activeModalWidget()


def test_a_file_of_the_command_line_is_shown_once_today_stands(run, qtbot, family, plan):
    window = first_window(run(files=[plan]), qtbot)
    dialog = top(PlanImportDialog, qtbot)
    assert window.page.title == "Today"
    dialog.reject()


def test_what_is_none_of_ours_is_told_at_the_first_start_too(run, qtbot, tmp_path):
    (tmp_path / "cat.jpg").touch()
    window = first_window(run(files=[tmp_path / "cat.jpg"]), qtbot)
    qtbot.waitUntil(lambda: "cat.jpg" in " ".join(map(Notice.text, window.findChildren(Notice))))


def test_a_second_start_hands_its_files_to_the_window_and_ends(run, qtbot, family, plan):
    window = first_window(run(), qtbot)
    window.showMinimized()
    second = run(files=[plan, next((family / "backups").glob("*.hj"))])
    assert (second.begun, second.exit_code) == (False, 0)
    top(PlanImportDialog, qtbot).reject()
    top(RestoreDialog, qtbot).reject()
    assert not window.isMinimized()
    assert show_requested(family) is None
    assert list(family.glob("show*")) == []


def test_two_second_starts_at_once_lose_nothing(run, qtbot, family, plan):
    first_window(run(), qtbot)
    run(files=[plan])
    run(files=[next((family / "backups").glob("*.hj"))])
    kinds = {PlanImportDialog, RestoreDialog}
    for _ in range(2):
        qtbot.waitUntil(lambda: type(QApplication.activeModalWidget()) in kinds, timeout=10_000)
        dialog = QApplication.activeModalWidget()
        kinds.remove(type(dialog))
        dialog.reject()


def test_while_hidden_a_second_start_brings_up_what_hides_and_nothing_else(
    run, qtbot, family, plan, hands
):
    window = first_window(run(), qtbot)
    Hiding.here().hide(window.desk.wording)
    run(files=[plan])
    cover = Hiding.here().cover
    qtbot.waitUntil(lambda: "A file is waiting." in hands.texts(cover), timeout=10_000)
    assert QApplication.activeModalWidget() is None
    assert not window.isVisible()
    Hiding.here().show_again()
    top(PlanImportDialog, qtbot).reject()


def test_the_journal_that_is_open_already_says_so(run, qtbot, family, tmp_path):
    program = run()
    window = first_window(program, qtbot)
    other = create_journal(tmp_path / "other", clock=clock_of(SUNDAY), device=uuid4())
    other.close()
    window.window_actions.files.open_files([tmp_path / "other" / "journal.hj"])
    qtbot.waitUntil(lambda: len(program._windows) == 2)
    second = program._windows[1]
    qtbot.waitUntil(lambda: second.page is not None, timeout=10_000)
    second.window_actions.files.open_files([family])
    toast = window.frame.toast
    qtbot.waitUntil(lambda: not toast.isHidden() and "already open" in toast.text(), timeout=10_000)
    assert len(program._windows) == 2


def test_a_new_journal_opens_with_a_first_start_of_its_own(run, qtbot, family, tmp_path):
    program = run()
    window = first_window(program, qtbot)
    window.journal_wanted.emit(tmp_path / "twins", True)
    qtbot.waitUntil(lambda: len(program._windows) == 2)
    second = program._windows[1]
    qtbot.waitUntil(lambda: second.page is not None, timeout=10_000)
    assert second.page.title == "Welcome"
    assert second.journal.folder == tmp_path / "twins"


def test_a_file_that_the_system_asks_for_goes_to_the_familys_window(run, qtbot, family, plan):
    program = run()
    first_window(program, qtbot)
    program.open_example("en")
    example = program._windows[1]
    qtbot.waitUntil(lambda: example.page is not None, timeout=10_000)
    program.open_file(plan)
    dialog = top(PlanImportDialog, qtbot)
    assert dialog.parent() is program._windows[0]
    dialog.reject()


def test_a_file_that_waits_goes_on_to_the_window_of_the_repaired_journal(run, qtbot, family, plan):
    program = run()
    window = first_window(program, qtbot)
    window.journal.safe.checkup.note_damage()
    window.window_actions.files.open_files([plan])
    report = window.journal.safe.repair.prepare(lambda _done, _of: True)
    window.journal.safe.repair.finish(report)
    window.reopen_wanted.emit(window)
    top(PlanImportDialog, qtbot).reject()


RUNNING = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from homejournal.app import main
from homejournal.program import Program

def look():
    dialog = QApplication.activeModalWidget()
    if dialog is not None:
        print(type(dialog).__name__, flush=True)
        dialog.reject()
        program._windows[0].close()
    elif program._windows and program._windows[0] not in program._openings:
        print("stands", flush=True)
        for file in asked_by_the_system:
            QApplication.postEvent(QApplication.instance(), QFileOpenEvent(file))
        asked_by_the_system.clear()

asked_by_the_system = sys.argv[2:]

def start(self, begin=Program.start):
    global program, looks
    program, looks = self, QTimer(self)
    looks.timeout.connect(look)
    looks.start(50)
    return begin(self)

Program.start = start
sys.exit(main(["--data", sys.argv[1]]))
"""
OFFSCREEN = os.environ | {"QT_QPA_PLATFORM": "offscreen"}


@pytest.fixture
def data(tmp_path):
    """The words that name a folder with a journal with a child in it."""
    journal = create_journal(tmp_path / "all" / "journal", clock=clock_of(None), device=uuid4())
    journal.records.save(child())
    journal.close()
    return ["--data", str(tmp_path / "all")]


def running(data, *asked_by_the_system):
    """Start the program; it tells when its window stands and which dialog comes, and then ends."""
    return subprocess.Popen(
        [sys.executable, "-c", RUNNING, data[1], *asked_by_the_system],
        env=OFFSCREEN,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_a_real_second_program_ends_at_once_and_the_first_opens_its_file(data, plan):
    first = running(data)
    try:
        assert first.stdout.readline() == "stands\n"
        second = subprocess.run(
            [sys.executable, "-m", "homejournal", *data, plan.name],
            cwd=plan.parent,
            env=OFFSCREEN,
            timeout=60,
            check=False,
        )
        assert second.returncode == 0
        told, _ = first.communicate(timeout=60)
        assert set(told.split()) - {"stands"} == {"PlanImportDialog"}
        assert first.returncode == 0
    finally:
        first.kill()


def test_a_running_program_opens_what_macos_asks_it_to_open(data, plan):
    program = running(data, str(plan))
    try:
        told, _ = program.communicate(timeout=60)
    finally:
        program.kill()
    assert set(told.split()) == {"stands", "PlanImportDialog"}
    assert program.returncode == 0


@pytest.mark.parametrize(
    ("words", "journal", "files"),
    [
        (["folder"], "folder", []),
        (["folder/journal.hj"], "folder", []),
        (["not/there/yet"], "not/there/yet", []),
        (["a.hjplan"], None, ["a.hjplan"]),
        (["gone.hjpack", "folder", "b.hj"], "folder", ["gone.hjpack", "b.hj"]),
        (["plain"], None, ["plain"]),
        ([], None, []),
    ],
)
def test_the_command_line_tells_a_journal_from_files(tmp_path, monkeypatch, words, journal, files):
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "journal.hj").touch()
    (tmp_path / "plain").touch()
    monkeypatch.chdir(tmp_path)
    asked = read_arguments(words)
    found = None if asked.journal is None else asked.journal.absolute()
    assert found == (None if journal is None else tmp_path / journal)
    assert asked.files == tuple(map(Path, files))


def test_the_help_names_what_can_be_opened(capsys):
    with pytest.raises(SystemExit):
        read_arguments(["--help"])
    told = " ".join(capsys.readouterr().out.split())
    assert "a journal’s folder, or a file to look at" in told
