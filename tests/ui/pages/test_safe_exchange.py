"""All that is written, out of the window and into it; a child's part handed over; a move."""

import json
import zipfile
from dataclasses import replace
from datetime import timedelta
from functools import partial
from uuid import uuid4

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel

from homejournal.domain.hand_over import Part
from homejournal.domain.kept_table import Meaning
from homejournal.domain.people import Helper
from homejournal.services.leaving_whole import WholeFile
from homejournal.services.opening import create_journal
from homejournal.services.pack_files import read_pack_file
from homejournal.texts.wording import wording_of
from homejournal.ui.dialogs import calm_dialog
from homejournal.ui.dialogs.bring_in_dialog import BringInDialog
from homejournal.ui.dialogs.hand_over_dialog import HandOverDialog
from homejournal.ui.dialogs.kept_table_dialog import KeptTableDialog
from homejournal.ui.dialogs.moving_dialog import MovingDialog
from homejournal.ui.dialogs.taking_dialog import TakingDialog
from homejournal.ui.dialogs.whole_dialog import WholeDialog
from tests.ui.pages.safe_page import dialog, said_on
from tests.ui.waiting import idle


@pytest.fixture
def window(three, empty, open_window):  # the empty journal closes after its window
    window = open_window(three.journal)
    window.open_page("safe", "exchange")
    return window


@pytest.fixture
def empty(three, tmp_path):
    made = create_journal(tmp_path / "other", clock=three.clock, device=uuid4())
    yield made
    made.close()


def card(window):
    return window.page.cards["exchange"]


def rest(qtbot, window):
    qtbot.waitUntil(lambda: idle(window))
    QApplication.processEvents()


def save(window, qtbot, path, form):
    card(window).whole.click()
    asking = dialog(window, WholeDialog)
    pill = asking.form.pills[list(asking.form.values).index(form)]
    pill.click()
    asking.write(str(path))
    rest(qtbot, window)
    return asking


@pytest.mark.parametrize("form", [WholeFile.JSON, WholeFile.CSV])
def test_what_leaves_whole_comes_back_whole(
    window, qtbot, hands, tmp_path, open_window, empty, form
):
    path = tmp_path / "all.file"
    asking = save(window, qtbot, path, form)
    assert "was read once more" in said_on(hands, asking)
    asking.close()
    there = open_window(empty)
    there.open_page("safe", "exchange")
    bring(there, qtbot, path)
    bringing = dialog(there, BringInDialog)
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
    asking = dialog(window, BringInDialog)
    asking.show_file(str(path))
    qtbot.waitUntil(asking.do.hasFocus)
    hands.press(Qt.Key.Key_Space)
    assert asking.work.stop.hasFocus()
    hands.press(Qt.Key.Key_Space)
    qtbot.waitUntil(asking.do.hasFocus)
    rest(qtbot, window)
    hands.press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "Take it in" in said_on(hands, asking))
    hands.click(asking.do)
    qtbot.waitUntil(lambda: "1 copy lies" in said_on(hands, window.page.cards["backups"]))


def bring(window, qtbot, path):
    card(window).bring.click()
    asking = dialog(window, BringInDialog)
    asking.show_file(str(path))
    asking.do.click()
    rest(qtbot, window)
    return asking


def test_a_workbook_is_told_once_to_be_for_reading(window, qtbot, hands, tmp_path):
    file = tmp_path / "book.xlsx"
    file.write_bytes(window.journal.files.export(WholeFile.XLSX, wording_of("en")))
    told = said_on(hands, bring(window, qtbot, file))
    assert told.count("this is a workbook, made for reading") == 1
    assert "[Content_Types]" not in told


def test_a_workbook_has_private_notes_only_once_that_is_ticked(window, qtbot, hands, tmp_path):
    card(window).whole.click()
    asking = dialog(window, WholeDialog)
    assert not asking.careful.isVisible()
    asking.private.box.click()
    assert asking.careful.isVisible()
    asking.private.box.click()
    asking.write(str(tmp_path / "book.xlsx"))
    rest(qtbot, window)
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
    assert "Take it in" not in asking.do.text()


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


def test_a_childs_part_is_shown_and_handed_over_and_taken_in_elsewhere(
    window, qtbot, hands, tmp_path, empty, open_window
):
    card(window).hand_over.click()
    asking = dialog(window, HandOverDialog)
    asking.ticks[Part.NOTES].box.click()
    asking.do.click()
    rest(qtbot, window)
    told = said_on(hands, asking)
    assert "This is in it:" in told
    assert "note" not in told.split("This is in it:")[1].split("Private notes")[0]
    path = tmp_path / "part.hjpack"
    words = asking.words.words
    asking.ask_for_file = partial(asking.write, str(path))
    asking.do.click()
    rest(qtbot, window)
    assert words in said_on(hands, asking)
    empty.safe.pack_files.take_in(read_pack_file(path, words))
    assert len(empty.family().children) == 1


def test_days_the_wrong_way_round_are_told(window, qtbot, hands):
    card(window).hand_over.click()
    asking = dialog(window, HandOverDialog)
    asking.end.set_day(asking.start.day() - timedelta(days=1))
    asking.do.click()
    assert "before the first one" in said_on(hands, asking)
    assert not window.desk.worker.busy


def test_words_are_needed_to_seal(window, qtbot, hands):
    card(window).moving.click()
    asking = dialog(window, MovingDialog)
    asking.words.field.clear()
    asking.do.click()
    assert "Please write some words." in said_on(hands, asking)


def test_a_journal_moves_with_its_earlier_versions(
    window, qtbot, hands, tmp_path, three, open_window, empty
):
    strategy = next(iter(window.journal.family().strategies.values()))
    window.journal.records.save(replace(strategy, name="Said in other words"))
    card(window).moving.click()
    asking = dialog(window, MovingDialog)
    path, words = tmp_path / "moved.hjpack", asking.words.words
    asking.write(str(path))
    rest(qtbot, window)
    assert "step 2" in said_on(hands, asking)
    there = open_window(empty)
    first = next(
        one for one in there.page.findChildren(type(there.page._next)) if "file" in one.text()
    )
    first.click()
    taking = dialog(there, TakingDialog)
    taking.show_file(str(path))
    taking.words.setText(words)
    taking.do.click()
    rest(qtbot, there)
    taking.do.click()
    qtbot.waitUntil(lambda: there.page_name == "today")
    assert len(empty.records.history(strategy.id)) == 2


TABLE = (
    "Date,Rating,Comment\n2026-03-02,2,\n2026-03-03,some help,She laughed\n2026-03-04,perhaps,\n"
)


def open_table(window, qtbot, tmp_path, text=TABLE):
    path = tmp_path / "ours.csv"
    path.write_text(text)
    card(window).table.click()
    asking = dialog(window, KeptTableDialog)
    asking.show_file(str(path))
    asking.do.click()
    rest(qtbot, window)
    return asking


def pick(box, value):
    box.setCurrentIndex(list(box.values).index(value))


def look(window, qtbot, asking):
    asking.do.click()
    rest(qtbot, window)


def test_rows_that_are_not_clear_are_in_sight_in_a_small_window(window, qtbot, tmp_path):
    window.resize(420, 520)
    rows = "".join(f"2026-03-{day:02},perhaps,\n" for day in range(1, 8))
    asking = open_table(window, qtbot, tmp_path, f"{TABLE}{rows}")
    asking.resize(400, 480)
    look(window, qtbot, asking)
    qtbot.waitUntil(lambda: in_sight(asking.column, asking._told[0]))
    (head,) = [one for one in asking._told if one.text().startswith("8 rows are not clear")]
    assert in_sight(asking.column, head)
    assert in_sight(asking.column, asking._told[asking._told.index(head) + 3])


def in_sight(area, part):
    top = part.mapTo(area.viewport(), QPoint(0, 0)).y()
    return 0 <= top <= area.viewport().height() - part.height()


def test_a_table_from_before_is_looked_at_and_taken(window, qtbot, hands, tmp_path):
    asking = open_table(window, qtbot, tmp_path)
    assert [box.value() for box in asking.columns] == [Meaning.DAY, Meaning.HOW, Meaning.NOTHING]
    pick(asking.columns[2], Meaning.NOTE)
    look(window, qtbot, asking)
    told = said_on(hands, asking)
    assert "Row 4: how it went is not clear – “perhaps”" in told
    assert "On 2 days" in told
    before = window.journal.files.export_json()
    asking.do.click()
    qtbot.waitUntil(lambda: b"She laughed" in window.journal.files.export_json())
    window.desk.editing.stack.undo()
    after = json.loads(window.journal.files.export_json())
    assert after == json.loads(before)


def test_what_a_look_found_comes_into_sight_and_is_spoken(window, qtbot, tmp_path, monkeypatch):
    spoken = []
    monkeypatch.setattr(calm_dialog, "announce", lambda _dialog, words: spoken.append(words))
    asking = open_table(window, qtbot, tmp_path)
    asking.resize(480, 320)
    QApplication.processEvents()
    look(window, qtbot, asking)
    (found,) = [one for one in asking.findChildren(QLabel) if one.text() == "New: 2 entries"]
    qtbot.waitUntil(lambda: not found.visibleRegion().isEmpty())
    assert any("New: 2 entries" in one for one in spoken)


def test_another_answer_asks_to_look_again(window, qtbot, hands, tmp_path):
    asking = open_table(window, qtbot, tmp_path)
    look(window, qtbot, asking)
    assert asking.do.text() == "Take it in"
    pick(asking.columns[2], Meaning.NOTE)
    assert asking.do.text() == "See what would come"


def test_an_answer_that_changes_while_it_is_looked_ends_the_look(window, qtbot, tmp_path):
    asking = open_table(window, qtbot, tmp_path)
    asking.do.click()
    assert asking.work.is_busy
    pick(asking.columns[2], Meaning.NOTE)
    assert not asking.work.is_busy
    assert asking.do.isEnabled()
    rest(qtbot, window)
    assert asking.do.text() == "See what would come"
    look(window, qtbot, asking)
    assert asking.do.text() == "Take it in"


def test_without_a_day_no_row_is_clear_and_nothing_can_be_taken(window, qtbot, hands, tmp_path):
    asking = open_table(window, qtbot, tmp_path, "a,b\n" + "1,2\n" * 20)
    pick(asking.columns[1], Meaning.NOTE)
    look(window, qtbot, asking)
    assert asking.do.text() == "See what would come"
    assert "and 8 more" in said_on(hands, asking)


def test_a_file_that_is_no_table_is_told(window, qtbot, hands, tmp_path):
    asking = open_table(window, qtbot, tmp_path, "\0")
    assert asking.isVisible()
    assert not asking.columns
