"""The program around the windows: folders, a second start, what is loaded when."""

import os
import subprocess
import sys
import time
from contextlib import closing
from datetime import date
from pathlib import Path
from threading import enumerate as enumerate_threads
from uuid import uuid4

import pytest
import sqlcipher3
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from homejournal.app import clock_of
from homejournal.domain.records.children import Child
from homejournal.program_arguments import Asked, read_arguments
from homejournal.services.family_journal import FamilyJournal
from homejournal.services.opening import open_journal
from homejournal.services.second_start import show_requested
from homejournal.texts.safe.deleting_for_good import all_gone_said
from homejournal.texts.wording import languages, wording_of
from homejournal.ui.base.actions import Action
from homejournal.ui.base.second_place import choose_place
from homejournal.ui.hiding import Hiding
from homejournal.ui.safe.copies.safety_checks import ERASED
from homejournal.ui.sheet_photo.dialog import SheetPhotoDialog
from homejournal.ui.widgets.cards.notice import Notice
from homejournal.ui.window.error_dialogs import FailureDialog
from tests.services.passwords import set_password
from tests.ui.window.programs import SUNDAY, copied_family, first_window


def test_a_first_start_makes_the_journal_and_welcomes(run, qtbot, tmp_path):
    window = first_window(run(), qtbot)
    assert window.page.title == "Welcome"
    assert (tmp_path / "all" / "journal" / "journal.hj").stat().st_mode & 0o077 == 0


def test_a_first_start_loads_the_rest_too_and_then_listens_to_the_key_that_hides(run, qtbot, hands):
    program = run()
    window = first_window(program, qtbot)
    qtbot.waitUntil(lambda: program._tidying is not None, timeout=10_000)
    qtbot.waitUntil(window.isActiveWindow)
    hands.press(Qt.Key.Key_F9)
    hidden = Hiding.here().is_on
    Hiding.here().show_again()
    assert hidden


def test_what_still_loads_has_ended_before_the_program_has(run, qtbot, monkeypatch):
    loaded = []

    def slow():
        time.sleep(0.3)
        loaded.append("all")

    monkeypatch.setattr(FamilyJournal, "warm_up", slow)
    program = run()
    first_window(program, qtbot)
    qtbot.waitUntil(
        lambda: any(
            enumerate_thread.name == "homejournal-warm-up"
            for enumerate_thread in enumerate_threads()
        )
    )
    program._on_quit()
    assert loaded == ["all"]
    assert not any(
        enumerate_thread.name == "homejournal-warm-up" for enumerate_thread in enumerate_threads()
    )


def test_a_second_start_asks_the_first_window_to_come_up_and_ends(run, qtbot, tmp_path):
    window = first_window(run(), qtbot)
    window.showMinimized()
    second = run()
    assert (second.begun, second.exit_code) == (False, 0)
    qtbot.waitUntil(lambda: not window.isMinimized(), timeout=5_000)
    assert not show_requested(tmp_path / "all" / "journal")


def test_the_example_family_is_a_copy_whose_last_week_is_this_one(run, qtbot):
    window = first_window(run(example=True), qtbot)
    assert window.journal.settings.example
    assert window.page.title == "Today"
    assert window.page.rows
    child = next(iter(window.journal.family().children))
    days = {
        practice.day
        for practice in window.journal.days.between(child, date(2026, 3, 9), SUNDAY).practices
    }
    assert days


def test_the_example_opens_from_the_first_start_and_leads_back(run, qtbot, hands):
    program = run()
    own = first_window(program, qtbot)
    own.example_wanted.emit("en")
    assert len(program._windows) == 2
    example = program._windows[1]
    qtbot.waitUntil(lambda: example.page is not None, timeout=10_000)
    example.desk.preferences.helper = next(iter(example.journal.family().helpers))
    assert (own.desk.preferences.helper, example.desk.helper is None) == (None, False)
    hands.click(hands.named(example.frame.example, QPushButton, "Start our own journal"))
    assert len(program._windows) == 2


def test_the_example_family_speaks_the_language_of_the_command_line(run, qtbot):
    window = first_window(run(example=True, language="es"), qtbot)
    names = {strategy.name for strategy in window.journal.family().strategies.values()}
    assert "Pausar y esperar" in names
    assert window.desk.wording.language == "es"


def test_the_example_family_and_its_window_speak_as_the_window_that_asks_for_it(run, qtbot):
    program = run()
    own = first_window(program, qtbot)
    own.set_language("es")
    own.window_actions.do(Action.EXAMPLE)
    example = program._windows[1]
    qtbot.waitUntil(lambda: example.page is not None, timeout=10_000)
    names = {helper.name for helper in example.journal.family().helpers.values()}
    assert names == {"Mamá", "Papá", "Abuela Rosa"}
    assert example.desk.wording.language == "es"


def test_the_photo_of_the_example_family_is_shown_in_its_own_window(run, qtbot):
    program = run()
    own = first_window(program, qtbot)
    own.window_actions.do(Action.TRY_PHOTO)
    example = program._windows[1]
    qtbot.waitUntil(lambda: example.findChild(SheetPhotoDialog) is not None, timeout=10_000)
    dialog = example.findChild(SheetPhotoDialog)
    qtbot.waitUntil(lambda: not dialog.work.is_busy, timeout=20_000)
    assert dialog.save_button.text() == "Save 5 boxes"
    assert own.findChild(SheetPhotoDialog) is None
    dialog.reject()


def test_a_repaired_journal_is_opened_in_a_new_window(run, qtbot, tmp_path):
    folder = tmp_path / "all" / "journal"
    copied_family(folder)
    program = run()
    window = first_window(program, qtbot)
    report = window.journal.safe.repair.prepare(lambda _done, _of: True)
    window.journal.safe.repair.finish(report)
    window.window_actions.do(Action.REOPEN)
    assert window not in program._windows
    again = first_window(program, qtbot)
    assert again.journal.read_only_because is None


@pytest.mark.parametrize("damaged", [True, False])
def test_what_breaks_off_is_told_as_damage_where_the_journal_is_damaged(
    run, qtbot, tmp_path, damaged
):
    copied_family(tmp_path / "all" / "journal")
    program = run()
    window = first_window(program, qtbot)
    qtbot.waitUntil(lambda: window not in program._openings, timeout=10_000)
    if damaged:
        with closing(sqlcipher3.connect(window.journal.folder / "journal.hj")) as file, file:
            file.execute("UPDATE head SET flags = flags | 1")
    program._on_failure(KeyError("level"))
    qtbot.waitUntil(
        lambda: window.frame.read_only.isVisible() or window.findChild(FailureDialog) is not None
    )
    assert (window.findChild(FailureDialog) is None) is damaged


def test_closing_the_window_lets_the_journal_go(run, qtbot, tmp_path):
    program = run()
    window = first_window(program, qtbot)
    window.close()
    again = open_journal(tmp_path / "all" / "journal", clock=clock_of(None), device=uuid4())
    assert again.read_only_because is None
    again.close()


def test_the_command_line_is_read_whole(tmp_path):
    told = read_arguments(
        ["j", "--example", "--today", "2026-03-22", "--lang", "es", "--data", "d"]
    )
    assert told == Asked(Path("j"), True, SUNDAY, "es", Path("d"))


def test_every_language_is_told_of(capsys):
    with pytest.raises(SystemExit):
        read_arguments(["--help"])
    told = capsys.readouterr().out.partition("one of ")[2].partition("--")[0]
    named = told.replace(",", " ").split()
    assert sorted(named) == sorted(languages())


def test_a_day_that_is_none_ends_with_a_sentence(capsys):
    with pytest.raises(SystemExit):
        read_arguments(["--today", "someday"])
    assert "someday is no day" in capsys.readouterr().err


def test_nothing_heavy_is_loaded_until_today_stands_on_the_screen(tmp_path):
    """In an interpreter of its own, with the clock's thread not begun."""
    program = f"""
import sys
from pathlib import Path
from uuid import uuid4
from datetime import date
from PySide6 import QtGui, QtWidgets
from PySide6.QtWidgets import QApplication
from homejournal.app import Asked, clock_of
from homejournal.program import Program
app = QApplication([])
folder = Path({str(tmp_path)!r})
if sys.argv[1] == "make":
    from uuid import uuid4
    from homejournal.services.opening import create_example
    create_example(folder / "journal", clock=clock_of(None), device=uuid4()).close()
    sys.exit()
asked = Asked(None, False, None, "en", folder)
running = Program(app, asked, clock_of(None))
def filled(_stack):
    window = running._windows[0]
    assert window.page.rows
    heavy = {{"matplotlib", "numpy", "typst", "alembic", "pydantic", "sqlalchemy", "babel"}}
    with_many_names = {{"QStyle", "QGradient", "QWizard"}}  # a wizard: with every other widget
    heavy |= {{"homejournal.domain.days.strategy_numbers"}}
    print(sorted(heavy & set(sys.modules) | with_many_names & {{*vars(QtGui), *vars(QtWidgets)}}))
    window.close()
    app.quit()
running._on_filled = filled
running.start()
app.exec()
"""
    for step in ("make", "open"):
        done = subprocess.run(
            [sys.executable, "-c", program, step], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[]"


LOOK = """
import sys
from homejournal.app import main
from homejournal.program import Program
Program.start = lambda program: print(program._app.style().name())
main(["--data", sys.argv[1]])
"""


def test_the_window_looks_the_same_whatever_the_desktop_asks_for(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", LOOK, str(tmp_path)],
        env=os.environ | {"QT_STYLE_OVERRIDE": "Windows"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == "fusion\n", done.stderr


COPIES = """
import sys
from PySide6.QtCore import QMimeData, QTimer
from PySide6.QtGui import QColor, QGuiApplication, QImage
from homejournal.app import main
from homejournal.program import Program
import homejournal.ui.base.clipboard

def copy():
    data = QMimeData()
    data.setText("Mateo")
    if sys.argv[1] == "picture":
        image = QImage(2, 2, QImage.Format.Format_RGB32)
        image.fill(QColor("red"))
        data.setImageData(image)
    homejournal.ui.base.clipboard.copy(data)
    QTimer.singleShot(0, left)

def left():
    app = QGuiApplication.instance()
    app.aboutToQuit.connect(told)
    app.quit()

def told():
    board = QGuiApplication.clipboard()
    print(board.text(), board.image().width(), flush=True)

def start(program, begin=Program.start):
    begun = begin(program)
    QTimer.singleShot(0, copy)
    return begun

Program.start = start
sys.exit(main(["--data", sys.argv[2], "--example"]))
"""


@pytest.mark.parametrize(("what", "left"), [("words", "Mateo 0"), ("picture", " 2")])
def test_what_was_copied_stays_and_the_program_ends_in_peace(tmp_path, what, left):
    ended = subprocess.run(
        [sys.executable, "-c", COPIES, what, str(tmp_path)],
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (ended.returncode, ended.stdout.strip("\n")) == (0, left)


@pytest.mark.parametrize("elsewhere", [False, True])
def test_the_locked_keys_of_a_deleted_journal_stay_here_only_for_copies_elsewhere(
    run, qtbot, tmp_path, hands, elsewhere
):
    from homejournal.ui.safe.deleting import DeleteJournalDialog

    program = run()
    window = first_window(program, qtbot)
    window.journal.records.save(Child(id=uuid4(), name="Maya"))
    set_password(window.journal)
    (keys,) = tmp_path.rglob("keys/*.json")
    if elsewhere:
        (tmp_path / "stick").mkdir()
        choose_place(window.desk, tmp_path / "stick")
    window.window_actions.do(Action.ERASE)
    asked = next(
        widget
        for widget in QApplication.topLevelWidgets()
        if isinstance(widget, DeleteJournalDialog)
    )
    asked.typed.setText("maya")
    hands.click(asked.yes)
    qtbot.waitUntil(lambda: program._windows != [window], timeout=10_000)
    assert keys.exists() == elsewhere


def test_a_journal_that_is_deleted_makes_room_for_a_first_start(
    run, qtbot, tmp_path, hands, announced
):
    from homejournal.ui.safe.deleting import DeleteJournalDialog

    program = run()
    window = first_window(program, qtbot)
    window.journal.records.save(Child(id=uuid4(), name="Maya"))
    window.open_page("safe")
    window.window_actions.do(Action.ERASE)
    asked = next(
        widget
        for widget in QApplication.topLevelWidgets()
        if isinstance(widget, DeleteJournalDialog)
    )
    said = " ".join(hands.texts(asked))
    assert "Only a copy or file kept elsewhere" in said
    assert "no older copy" not in said
    asked.typed.setText("maya")
    hands.click(asked.yes)
    qtbot.waitUntil(lambda: program._windows != [window], timeout=10_000)
    fresh = first_window(program, qtbot)
    assert fresh.page.title == "Welcome"
    qtbot.waitUntil(lambda: any("Your journal is deleted" in one for one in announced))
    (told,) = (notice for notice in fresh.frame.findChildren(Notice) if notice.isVisible())
    assert told.text() == all_gone_said(wording_of("en"))
    hands.click(told.button)
    assert not fresh._preferences.remembered(ERASED)
    assert fresh.journal.folder == tmp_path / "all" / "journal"
    assert QApplication.quitOnLastWindowClosed()
