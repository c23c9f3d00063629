"""A table from before: its columns, what a look at it finds, and taking it in."""

import json

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel

from homejournal.domain.sharing.table_import import Meaning
from homejournal.ui.kit import steps
from homejournal.ui.safe.exchange.import_dialogs import TableImportDialog
from tests.ui.safe.exchange.exchange_card import card, empty, window
from tests.ui.safe.safe_page import dialog, said_on
from tests.ui.waiting import settle

__all__ = ["empty", "window"]

TABLE = (
    "Date,Rating,Comment\n2026-03-02,2,\n2026-03-03,some help,She laughed\n2026-03-04,perhaps,\n"
)


def open_table(window, qtbot, tmp_path, text=TABLE):
    path = tmp_path / "ours.csv"
    path.write_text(text)
    card(window).table.click()
    asking = dialog(window, TableImportDialog)
    asking.show_file(str(path))
    asking.do.click()
    settle(window, qtbot)
    return asking


def pick(box, value):
    box.setCurrentIndex(list(box.values).index(value))


def look(window, qtbot, asking):
    asking.do.click()
    settle(window, qtbot)


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


def test_a_tick_that_is_set_already_comes_into_sight_with_the_answer(window, qtbot, tmp_path):
    asking = open_table(window, qtbot, tmp_path, "Date,Rating\n2026-01-02,2\n")
    asking.resize(600, 420)
    QApplication.processEvents()
    look(window, qtbot, asking)
    qtbot.waitUntil(lambda: not asking.begin.visibleRegion().isEmpty())
    assert asking.begin.box.isChecked()
    assert in_sight(asking.column, asking.begin)
    assert in_sight(asking.column, asking._told[0])


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
    monkeypatch.setattr(steps, "announce", lambda _dialog, words: spoken.append(words))
    asking = open_table(window, qtbot, tmp_path)
    asking.resize(480, 320)
    QApplication.processEvents()
    look(window, qtbot, asking)
    (found,) = [label for label in asking.findChildren(QLabel) if label.text() == "New: 2 entries"]
    qtbot.waitUntil(lambda: not found.visibleRegion().isEmpty())
    assert any("New: 2 entries" in one for one in spoken)


def test_another_answer_asks_to_look_again(window, qtbot, hands, tmp_path):
    asking = open_table(window, qtbot, tmp_path)
    look(window, qtbot, asking)
    assert asking.do.text() == "Add it"
    pick(asking.columns[2], Meaning.NOTE)
    assert asking.do.text() == "See what would come"


def test_an_answer_that_changes_while_it_is_looked_ends_the_look(window, qtbot, tmp_path):
    asking = open_table(window, qtbot, tmp_path)
    asking.do.click()
    assert asking.work.is_busy
    pick(asking.columns[2], Meaning.NOTE)
    assert not asking.work.is_busy
    assert asking.do.isEnabled()
    settle(window, qtbot)
    assert asking.do.text() == "See what would come"
    look(window, qtbot, asking)
    assert asking.do.text() == "Add it"


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
