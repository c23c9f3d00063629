"""Files that come to the window: each kind in its dialog, and waiting where that cannot be."""

import json
from uuid import uuid4

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton

from homejournal.domain.records.children import Child
from homejournal.domain.sharing.outgoing import Audience
from homejournal.services.opening import create_journal
from homejournal.ui.base.actions import Action
from homejournal.ui.child.plan.plan_files import InvalidPlanFileDialog, PlanImportDialog
from homejournal.ui.hiding import Hiding
from homejournal.ui.safe.copies.restore_dialog import RestoreDialog
from homejournal.ui.safe.exchange.import_dialogs import JournalImportDialog, TableImportDialog
from homejournal.ui.safe.exchange.receive_file_dialog import ReceiveFileDialog
from homejournal.ui.widgets.cards.notice import Notice
from tests.exchange.plan_files import HANDWRITTEN, as_bytes
from tests.ui.dragging import dropped, of_files, of_urls
from tests.ui.helper.test_session import begun
from tests.ui.safe.password.test_lock import TYPED, locked, unlock
from tests.ui.safe.sharing.sharing_homes import sealed


@pytest.fixture(autouse=True)
def _shown_at_the_end(qapp):
    yield
    Hiding.here().unlock()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def window(three, open_window):
    return open_window(three.journal, page="settings")


@pytest.fixture
def plan(tmp_path):
    path = tmp_path / "Aunt Zoe.hjplan"
    path.write_bytes(as_bytes(HANDWRITTEN))
    return path


def top(kind, qtbot):
    """Wait until a dialog of this kind is open over the window, and return it."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind))
    return QApplication.activeModalWidget()


def nothing_open():
    QApplication.processEvents()
    return QApplication.activeModalWidget() is None


def told(window):
    """Return the notices above the pages, and what the toast says."""
    notices = [notice.text() for notice in window.findChildren(Notice) if notice.isVisible()]
    toast = window.frame.toast
    return " ".join(notices + ([] if toast.isHidden() else [toast.text()]))


def made(kind, window, folder):
    """Return a file of a kind, made by this journal where it can be."""
    journal = window.journal
    match kind:
        case "copy":
            return journal.safe.backups.make().path
        case "pack":
            return sealed(journal, folder / "from home.hjpack", Audience.OWN)
        case "export":
            data = journal.files.export_json()
        case "table":
            data = b"day,what\n2026-03-20,bath\n"
        case _:
            data = as_bytes(HANDWRITTEN)
    path = folder / {"export": "all.json", "table": "old.csv", "plan": "p.hjplan"}[kind]
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("kind", "dialog"),
    [
        ("plan", PlanImportDialog),
        ("pack", ReceiveFileDialog),
        ("copy", RestoreDialog),
        ("export", JournalImportDialog),
        ("table", TableImportDialog),
    ],
)
def test_each_kind_opens_its_own_dialog(window, qtbot, tmp_path, kind, dialog):
    path = made(kind, window, tmp_path)
    window.window_actions.files.open_files([path])
    opened = top(dialog, qtbot)
    if kind in {"pack", "export", "table"}:
        assert opened.file == path
    opened.reject()


def over_with(data):
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    return QDragEnterEvent(QPoint(5, 5), copy, data, left, Qt.KeyboardModifier.NoModifier)


def test_what_is_dropped_anywhere_is_looked_at_and_a_quiet_line_says_so(window, qtbot, plan):
    data = of_files(plan)
    QApplication.sendEvent(window, over_with(data))
    assert "Drop it here" in told(window)
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert told(window) == ""
    assert dropped(window, data)
    top(PlanImportDialog, qtbot).reject()
    assert "Drop it here" not in told(window)


def test_on_a_row_of_today_a_plan_goes_to_the_window_and_a_photo_to_the_row(
    three, open_window, plan, tmp_path
):
    window = open_window(three.journal)
    row = window.page.lines[0]
    (tmp_path / "cup.jpg").touch()
    ours, photo = of_files(plan), of_files(tmp_path / "cup.jpg")
    QApplication.sendEvent(row, over_with(ours))
    assert "Drop it here" in told(window)
    window.frame.toast.dismiss()
    assert dropped(row, photo)


@pytest.mark.parametrize(
    "data", [of_urls("https://example.org/a.hjplan"), of_urls("https://a.org/b.jpg"), QMimeData()]
)
def test_other_drops_are_left_alone(window, data):
    assert not dropped(window, data)
    assert nothing_open()


def test_what_is_none_of_ours_is_told_in_one_sentence_with_what_is(window, tmp_path):
    (tmp_path / "cat.jpg").touch()
    window.window_actions.files.open_files([tmp_path / "cat.jpg", tmp_path / "gone.hjplan"])
    assert "cannot open cat.jpg. It opens its journals" in told(window)
    assert "gone.hjplan could not be read" in told(window)
    assert nothing_open()


def test_locked_keys_say_which_file_is_meant(window, tmp_path):
    (tmp_path / "00000012-20260322T190000Z.keys.json").write_text("{}")
    window.window_actions.files.open_files(list(tmp_path.glob("*.keys.json")))
    assert "00000012-20260322T190000Z.hj" in told(window)


@pytest.mark.parametrize("name", ["<b>bold.jpg", "a\n\nb\u202e.jpg", "x" * 250])
def test_a_strange_name_is_told_on_one_line_as_plain_text(window, tmp_path, name):
    (tmp_path / name).touch()
    window.window_actions.files.open_files([tmp_path / name])
    said = told(window)
    assert "\n" not in said
    assert "\u202e" not in said
    assert len(said) < 300
    assert name[0] in said


def test_this_journal_is_open_already_and_another_one_is_asked_for(window, three, tmp_path, qtbot):
    window.window_actions.files.open_files([three.journal.folder / "journal.hj"])
    assert "already open" in told(window)
    other = create_journal(tmp_path / "other", clock=three.clock, device=uuid4())
    other.close()
    with qtbot.waitSignal(window.journal_wanted) as asked:
        window.window_actions.files.open_files([tmp_path / "other"])
    assert asked.args == [tmp_path / "other", False]


def test_two_at_once_come_one_after_the_other_and_each_once(window, qtbot, plan, tmp_path):
    copy = made("copy", window, tmp_path)
    window.window_actions.files.open_files([plan, copy, plan])
    first = top(PlanImportDialog, qtbot)
    qtbot.waitUntil(lambda: "opens once you are done here" in told(window))
    first.reject()
    top(RestoreDialog, qtbot).reject()
    qtbot.waitUntil(nothing_open)
    assert told(window) == ""


def test_a_file_that_goes_away_while_it_waits_is_told(window, qtbot, plan, tmp_path):
    window.window_actions.files.open_files([made("copy", window, tmp_path)])
    first = top(RestoreDialog, qtbot)
    window.window_actions.files.open_files([plan])
    plan.unlink()
    first.reject()
    qtbot.waitUntil(lambda: "could not be read" in told(window))
    assert nothing_open()


def test_a_plan_that_is_damaged_is_told_by_its_own_dialog(window, qtbot, tmp_path):
    (tmp_path / "p.hjplan").write_text(json.dumps({"format": "homejournal-plan"}))
    window.window_actions.files.open_files([tmp_path / "p.hjplan"])
    top(InvalidPlanFileDialog, qtbot).reject()


def test_without_a_child_a_plan_waits_for_one_and_a_copy_does_not(
    empty_journal, open_window, qtbot, plan
):
    window = open_window(empty_journal)
    window.window_actions.files.open_files([plan])
    assert "opens once you have added a child" in told(window)
    assert nothing_open()
    child = Child(id=uuid4(), name="Maya")
    window.desk.editing.do("A child", lambda: empty_journal.records.save(child))
    window.open_page("today")
    top(PlanImportDialog, qtbot).reject()


def test_where_nothing_can_be_written_a_file_waits_and_a_new_window_gets_it(
    window, three, plan, monkeypatch
):
    window.journal.safe.checkup.note_damage()
    window.window_actions.files.open_files([plan])
    assert "Aunt Zoe.hjplan is waiting: this journal can only be read" in told(window)
    assert nothing_open()
    assert window.window_actions.files.take_waiting_files() == [plan]
    assert window.window_actions.files.take_waiting_files() == []


def test_while_the_journal_is_hidden_a_file_waits_without_its_name(
    window, qtbot, plan, hands, announced
):
    Hiding.here().hide(window.desk.wording)
    window.window_actions.files.open_files([plan])
    cover = Hiding.here().cover
    assert "A file is waiting." in hands.texts(cover)
    assert not any("Zoe" in words for words in (*hands.texts(cover), *announced))
    assert nothing_open()
    Hiding.here().show_again()
    top(PlanImportDialog, qtbot).reject()


def test_while_the_journal_is_locked_a_file_waits_without_its_name(
    three, open_window, qtbot, plan, hands
):
    service = three.journal.safe.password
    service.finish(service.prepare_on(service.new_key(), TYPED))
    window = open_window(three.journal, page="settings")
    qtbot.waitUntil(lambda: not window.is_busy)
    cover = locked(window, qtbot, hands)
    window.window_actions.files.open_files([plan])
    assert "A file is waiting." in hands.texts(cover)
    assert not any("Zoe" in words for words in hands.texts(cover))
    unlock(cover, qtbot, hands)
    top(PlanImportDialog, qtbot).reject()


def test_in_a_helpers_window_a_file_waits_without_its_name(three, open_window, qtbot, plan, hands):
    from tests.ui.helper.test_session import GRANDMA

    three.journal.records.save(GRANDMA)
    window = open_window(three.journal)
    cover = begun(window, hands, qtbot)
    window.window_actions.files.open_files([plan])
    assert "A file is waiting." in " ".join(hands.texts(cover))
    assert not any("Zoe" in words for words in hands.texts(cover))
    hands.click(cover.back)
    top(PlanImportDialog, qtbot).reject()


def chosen_in(window, path):
    files = next(one for one in window.findChildren(QFileDialog) if one.isVisible())
    files.findChild(QLineEdit).setText(str(path))
    files.accept()
    QApplication.processEvents()


def test_the_file_menu_opens_any_kind(window, qtbot, plan):
    window.menus.action(Action.OPEN).trigger()
    chosen_in(window, plan)
    top(PlanImportDialog, qtbot).reject()


def test_a_new_journal_gets_a_folder_of_its_own(window, qtbot, tmp_path):
    window.menus.action(Action.NEW_JOURNAL).trigger()
    with qtbot.waitSignal(window.journal_wanted) as asked:
        chosen_in(window, tmp_path / "Our twins")
    assert asked.args == [tmp_path / "Our twins", True]


def test_a_new_journal_never_comes_between_other_files(window, tmp_path):
    (tmp_path / "letters").touch()
    window.window_actions.do(Action.NEW_JOURNAL)
    chosen_in(window, tmp_path / "letters")
    assert "already something called letters" in told(window)


def test_nothing_of_it_is_loaded_before_a_file_comes(window, plan, qtbot):
    from homejournal.ui.window.file_opener import FileOpener

    assert window.findChildren(FileOpener) == []
    window.window_actions.files.open_files([])
    assert window.findChildren(FileOpener) == []
    window.window_actions.files.open_files([plan])
    assert len(window.findChildren(FileOpener)) == 1
    top(PlanImportDialog, qtbot).findChildren(QPushButton)[0].window().reject()
