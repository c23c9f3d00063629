"""A file for another home: sent once, told before it is taken in, and an invitation."""

from dataclasses import replace
from uuid import uuid4

from PySide6.QtCore import Qt

from homejournal.domain.records.notes import Note
from homejournal.domain.sharing.outgoing import Audience
from homejournal.services.safe.transfer.sealed_files import read_pack_file
from homejournal.this_computer import device_id
from homejournal.ui.safe.exchange.receive_file_dialog import ReceiveFileDialog
from homejournal.ui.safe.sharing.send_dialog import SendDialog, ShareWay
from homejournal.ui.widgets.fields.form import row_of
from tests.ui.safe.safe_page import dialog, said_on
from tests.ui.safe.sharing.sharing_homes import (
    WORDS,
    an_invitation,
    card,
    other,
    safe,
    sealed,
    see_what_leaves,
    send,
    take,
    told,
)
from tests.ui.waiting import idle

__all__ = ["other", "safe"]
Key = Qt.Key


def test_a_file_is_sent_once_and_taken_in_elsewhere(safe, hands, qtbot, tmp_path, other):
    path = tmp_path / "for dad.hjpack"
    card(safe).ways[ShareWay.ONCE].click()
    asking = dialog(safe, SendDialog)
    asking.do.click()  # our home has no name yet
    assert "Please write a name" in said_on(hands, asking)
    asking.home.setText("With Mom")
    see_what_leaves(asking, qtbot)
    assert "Private notes never leave" in said_on(hands, asking)
    assert len(asking.words.words.split()) == 4
    before = asking.words.words
    asking.words.other.click()
    assert asking.words.words != before
    asking.words.field.clear()
    asking.do.click()
    assert "Please write some words." in said_on(hands, asking)
    asking.reject()
    assert safe.journal.safe.homes.ours is None  # nothing was kept yet
    card(safe).ways[ShareWay.ONCE].click()
    asking = dialog(safe, SendDialog)
    asking.audience.pills[0].click()
    asking.do.click()
    assert "Your private notes go along" in said_on(hands, asking)
    asking.reject()
    ended = send(safe, qtbot, path)
    assert "Tell the words by phone" in said_on(hands, ended)
    assert WORDS in said_on(hands, ended)
    ended.reject()
    other.safe.pack_files.take_in(read_pack_file(path, WORDS))
    assert len(other.family().children) == 1
    assert safe.journal.safe.homes.ours.name == "With Mom"


def test_a_file_is_told_before_it_is_taken_in_and_undo_takes_it_out(
    safe, three, hands, qtbot, tmp_path, other
):
    told(safe.journal, other, Audience.OWN)
    other.safe.homes.name_ours("With Dad")
    today = safe.journal.today()
    said = Note(id=uuid4(), child=three.child.id, day=today, text="He sang at Dad's")
    other.records.save(said)
    other.change_settings(replace(other.settings, home=other.safe.homes.ours.id))
    taking = take(safe, qtbot, sealed(other, tmp_path / "from dad.hjpack", Audience.OTHER_HOME))
    text = said_on(hands, taking)
    assert "It comes from “With Dad”" in text
    assert "password" not in text
    assert "1 note" in text
    taking.home.setText("With Mom")
    taking.do.click()
    qtbot.waitUntil(lambda: safe.journal.records.get(said.id) == said)
    assert "With Dad" in said_on(hands, safe.page)
    safe.desk.editing.undo()
    assert safe.journal.records.get(said.id) is None


def test_enter_after_the_words_opens_the_file(safe, hands, qtbot, tmp_path, other):
    path = sealed(other, tmp_path / "dad.hjpack", Audience.OTHER_HOME)
    card(safe).take.click()
    taking = dialog(safe, ReceiveFileDialog)
    taking.show_file(str(path))
    qtbot.waitUntil(taking.words.hasFocus)
    hands.press(WORDS, Key.Key_Return)
    assert taking.work.is_busy
    qtbot.waitUntil(lambda: idle(safe) and not taking.work.is_busy)
    assert "It comes from “With Dad”" in said_on(hands, taking)
    taking.reject()


def test_a_file_that_cannot_be_opened_is_one_sentence(safe, hands, qtbot, tmp_path):
    bad = tmp_path / "bad.hjpack"
    bad.write_bytes(b"no pack\n")
    card(safe).take.click()
    taking = dialog(safe, ReceiveFileDialog)
    taking.show_file(str(bad))
    taking.do.click()
    qtbot.waitUntil(lambda: "Nothing was taken" in said_on(hands, taking))
    assert taking.do.isEnabled()
    taking.reject()


def test_a_file_invites_to_a_folder(safe, hands, qtbot, tmp_path, other):
    path, folder = an_invitation(other, tmp_path, Audience.OWN)
    taking = take(safe, qtbot, path, folder)
    assert "invites you" in said_on(hands, taking)
    assert "No password comes along" in said_on(hands, taking)
    taking.computer.setText("Tablet in the bedroom")
    see_what_leaves(taking, qtbot)
    assert "every computer that shares the folder gets this journal" in said_on(hands, taking)
    assert "Your private notes go along" in said_on(hands, taking)
    taking.do.click()
    qtbot.waitUntil(lambda: len(safe.journal.safe.sharing.all()) == 1 and idle(safe))
    assert device_id(safe.desk.preferences.folder)
    homes = safe.journal.safe.homes
    assert (homes.computer.name, homes.computer.home) == ("Tablet in the bedroom", homes.ours.id)


def test_another_home_is_joined_under_a_name(safe, hands, qtbot, tmp_path, other):
    path, folder = an_invitation(other, tmp_path, Audience.OTHER_HOME)
    taking = take(safe, qtbot, path, folder)
    taking.do.click()
    assert row_of(taking.home).problem() == "Please write a name."
    assert safe.journal.safe.sharing.all() == ()
    taking.home.setText("With Mom")
    see_what_leaves(taking, qtbot)
    taking.do.click()
    qtbot.waitUntil(lambda: len(safe.journal.safe.sharing.all()) == 1 and idle(safe))
    assert safe.journal.safe.homes.ours.name == "With Mom"


def test_what_undo_cannot_take_back_is_said_where_a_folder_is_shared(safe, hands, qtbot, tmp_path):
    for said in (False, True):
        card(safe).take.click()
        taking = dialog(safe, ReceiveFileDialog)
        assert ("comes back from it" in said_on(hands, taking)) is said
        taking.reject()
        if not said:
            safe.journal.safe.sharing.begin(Audience.OWN, tmp_path, safe.desk.preferences.folder)
