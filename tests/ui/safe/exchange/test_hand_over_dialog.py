"""A child's part handed over, and a whole journal moved to another computer."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

from PySide6.QtWidgets import QPushButton

from homejournal.domain.sharing.outgoing import Part
from homejournal.services.safe.transfer.sealed_files import read_pack_file
from homejournal.ui.safe.exchange.card import ExportDialog
from homejournal.ui.safe.exchange.receive_file_dialog import ReceiveFileDialog
from homejournal.ui.safe.exchange.sealed_file_dialogs import HandOverDialog, NewComputerDialog
from tests.ui.safe.exchange.exchange_card import card, empty, window
from tests.ui.safe.safe_page import dialog, said_on
from tests.ui.waiting import settle

__all__ = ["empty", "window"]


def test_a_childs_part_is_shown_and_handed_over_and_taken_in_elsewhere(
    window, qtbot, hands, tmp_path, empty, open_window
):
    card(window).hand_over.click()
    asking = dialog(window, HandOverDialog)
    asking.ticks[Part.NOTES].box.click()
    asking.do.click()
    settle(window, qtbot)
    told = said_on(hands, asking)
    assert "This is in it:" in told
    assert "note" not in told.split("This is in it:")[1].split("Never in it")[0]
    path = tmp_path / "part.hjpack"
    words = asking.words.words
    asking.ask_for_file = partial(asking.write, str(path))
    asking.do.click()
    settle(window, qtbot)
    assert words in said_on(hands, asking)
    empty.safe.pack_files.take_in(read_pack_file(path, words))
    assert len(empty.family().children) == 1


def test_one_step_is_no_higher_than_its_parts_and_of_several_the_button_keeps_its_place(
    window, qtbot
):
    card(window).whole.click()
    saving = dialog(window, ExportDialog)
    assert saving.height() < 450
    assert saving.column.verticalScrollBar().maximum() == 0
    saving.reject()
    card(window).hand_over.click()
    asking = dialog(window, HandOverDialog)
    place = asking.do.mapTo(asking, asking.do.rect().bottomRight())
    asking.do.click()
    settle(window, qtbot)
    assert asking.do.mapTo(asking, asking.do.rect().bottomRight()) == place


def test_days_the_wrong_way_round_are_told(window, qtbot, hands):
    card(window).hand_over.click()
    asking = dialog(window, HandOverDialog)
    asking.end.set_day(asking.start.day() - timedelta(days=1))
    asking.do.click()
    assert "before the first one" in said_on(hands, asking)
    assert not window.desk.worker.busy


def test_words_are_needed_to_seal(window, qtbot, hands):
    card(window).moving.click()
    asking = dialog(window, NewComputerDialog)
    asking.words.field.clear()
    asking.do.click()
    assert "Please write some words." in said_on(hands, asking)


def test_a_journal_moves_with_its_earlier_versions(
    window, qtbot, hands, tmp_path, three, open_window, empty
):
    strategy = next(iter(window.journal.family().strategies.values()))
    window.journal.records.save(replace(strategy, name="Said in other words"))
    card(window).moving.click()
    asking = dialog(window, NewComputerDialog)
    path, words = tmp_path / "moved.hjpack", asking.words.words
    asking.write(str(path))
    settle(window, qtbot)
    assert "step 2" in said_on(hands, asking)
    there = open_window(empty, page="today")
    hands.click(hands.named(there.page, QPushButton, "We have a journal already"))
    taking = dialog(there, ReceiveFileDialog)
    taking.show_file(str(path))
    taking.words.setText(words)
    taking.do.click()
    settle(there, qtbot)
    taking.do.click()
    qtbot.waitUntil(lambda: there.page_name == "today")
    assert len(empty.records.history(strategy.id)) == 2
