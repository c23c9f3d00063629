"""All that is written, out of the window and into it."""

import json
import zipfile
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt

from homejournal.domain.records.people import Helper
from homejournal.services.import_export import WholeFile
from homejournal.texts.wording import wording_of
from homejournal.ui.safe.exchange.card import ExportDialog
from homejournal.ui.safe.exchange.import_dialogs import JournalImportDialog
from tests.ui.safe.exchange.exchange_card import card, empty, window
from tests.ui.safe.safe_page import dialog, said_on
from tests.ui.waiting import settle

__all__ = ["empty", "window"]


def save(window, qtbot, path, form):
    card(window).whole.click()
    asking = dialog(window, ExportDialog)
    pill = asking.form.pills[list(asking.form.values).index(form)]
    pill.click()
    asking.write(str(path))
    settle(window, qtbot)
    return asking


@pytest.mark.parametrize("form", [WholeFile.JSON, WholeFile.CSV])
def test_what_leaves_whole_comes_back_whole(
    window, qtbot, hands, tmp_path, open_window, empty, form
):
    path = tmp_path / "all.file"
    asking = save(window, qtbot, path, form)
    assert "was read once more" in said_on(hands, asking)
    asking.close()
    there = open_window(empty, page="safe", place="exchange")
    bring(there, qtbot, path)
    bringing = dialog(there, JournalImportDialog)
    assert "New: " in said_on(hands, bringing)
    assert empty.family().children == {}
    bringing.do.click()
    children = set(window.journal.family().children)
    qtbot.waitUntil(lambda: set(empty.family().children) == children)
    there.desk.editing.stack.undo()
    assert empty.family().children == {}


def test_what_was_stopped_begins_again_and_the_copy_before_it_is_told(
    window, qtbot, hands, tmp_path, empty
):
    empty.records.save(Helper(id=uuid4(), name="Ana"))
    path = tmp_path / "all.json"
    path.write_bytes(empty.files.export(WholeFile.JSON, wording_of("en")))
    card(window).bring.click()
    asking = dialog(window, JournalImportDialog)
    asking.show_file(str(path))
    qtbot.waitUntil(asking.do.hasFocus)
    hands.press(Qt.Key.Key_Space)
    assert asking.work.stop.hasFocus()
    hands.press(Qt.Key.Key_Space)
    qtbot.waitUntil(asking.do.hasFocus)
    settle(window, qtbot)
    hands.press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "Add it" in said_on(hands, asking))
    hands.click(asking.do)
    qtbot.waitUntil(lambda: "1 copy on" in said_on(hands, window.page.cards["backups"]))


def bring(window, qtbot, path):
    card(window).bring.click()
    asking = dialog(window, JournalImportDialog)
    asking.show_file(str(path))
    asking.do.click()
    settle(window, qtbot)
    return asking


@pytest.mark.measured
def test_a_workbook_is_told_once_to_be_for_reading(window, qtbot, hands, tmp_path):
    file = tmp_path / "book.xlsx"
    file.write_bytes(window.journal.files.export(WholeFile.XLSX, wording_of("en")))
    told = said_on(hands, bring(window, qtbot, file))
    assert told.count("this is a workbook, made for reading") == 1
    assert "[Content_Types]" not in told


def test_a_workbook_has_private_notes_only_once_that_is_ticked(window, qtbot, hands, tmp_path):
    card(window).whole.click()
    asking = dialog(window, ExportDialog)
    assert "the whole journal" in said_on(hands, asking)
    assert not asking.careful.isVisible()
    asking.private.box.click()
    assert asking.careful.isVisible()
    asking.private.box.click()
    asking.write(str(tmp_path / "book.xlsx"))
    settle(window, qtbot)
    with zipfile.ZipFile(tmp_path / "book.xlsx") as opened:
        assert "Private notes" not in opened.read("xl/workbook.xml").decode()


def test_a_place_that_refuses_is_told_and_the_dialog_stays(window, qtbot, hands, tmp_path):
    asking = save(window, qtbot, tmp_path / "no" / "all.json", WholeFile.JSON)
    assert asking.isVisible()
    assert asking.do.isEnabled()
    assert not list(tmp_path.glob("**/all.json"))


def test_a_file_that_is_not_sound_is_told_place_by_place(window, qtbot, hands, tmp_path):
    path = tmp_path / "bad.json"
    path.write_text(json.dumps({"format": "homejournal", "schema": 1, "notes": [{"day": "soon"}]}))
    asking = bring(window, qtbot, path)
    assert "notes[0].day" in said_on(hands, asking)
    assert "Add it" not in asking.do.text()


def test_a_file_that_is_not_there_is_told(window, qtbot, hands, tmp_path):
    asking = bring(window, qtbot, tmp_path / "gone.json")
    assert asking.isVisible()
    assert asking.do.isEnabled()


def test_what_is_here_already_is_said_and_there_is_nothing_to_take(window, qtbot, hands, tmp_path):
    path = tmp_path / "all.json"
    path.write_bytes(window.journal.files.export(WholeFile.JSON, wording_of("en")))
    asking = bring(window, qtbot, path)
    assert "already" in said_on(hands, asking)
    assert asking.do.isHidden()
