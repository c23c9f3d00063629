"""Before a file is saved, what leaves and the words that open it are in sight; both sides agree."""

from functools import partial
from uuid import uuid4

import pytest
from PySide6.QtCore import QPoint, QRect

from homejournal.domain.records.notes import Note
from homejournal.ui.safe.sharing.send_dialog import SendDialog, ShareWay
from homejournal.ui.widgets.wrapping_labels import WrapLabel
from tests.ui.safe.safe_page import dialog, said_on
from tests.ui.safe.sharing.sharing_homes import WORDS, card, other, safe, see_what_leaves, take
from tests.ui.waiting import idle

__all__ = ["other", "safe"]


def asked(window, way, folder=None):
    card(window).ways[way].click()
    asking = dialog(window, SendDialog)
    asking.home.setText("With Mom")
    asking.words.field.setText(WORDS)
    if folder:
        asking.show_folder(str(folder))
    return asking


def is_in_sight(asking, part):
    seen = asking.column.viewport()
    where = QRect(part.mapTo(seen, QPoint(0, 0)), part.size())
    return part.isVisible() and seen.rect().contains(where)


@pytest.mark.parametrize("way", list(ShareWay))
def test_the_words_are_in_sight_before_the_file_can_be_saved(
    safe, three, qtbot, tmp_path, hands, way
):
    safe.resize(1366, 768)
    asking = asked(safe, way, None if way is ShareWay.ONCE else tmp_path)
    assert asking.do.text() == "See what leaves"
    see_what_leaves(asking, qtbot)
    assert asking.do.text() == "Save the file…"
    qtbot.waitUntil(lambda: is_in_sight(asking, asking.words.field))
    assert asking.column.verticalScrollBar().value() == 0
    stays = next(one for one in told_on(asking) if one.text().startswith("Earlier versions"))
    assert stays.y() > asking.words.y()  # there may be much to say of it
    assert f"About: {three.child.name}" in said_on(hands, asking)
    asking.reject()


def test_a_double_click_shows_what_leaves_and_begins_nothing(safe, hands, qtbot, tmp_path):
    asking = asked(safe, ShareWay.OTHER_HOME, tmp_path)
    hands.click(asking.do)
    hands.click(asking.do)
    assert safe.journal.safe.sharing.all() == ()
    assert "This leaves:" in said_on(hands, asking)
    asking.reject()
    qtbot.waitUntil(lambda: idle(safe))
    assert list(tmp_path.glob("*/*.hjb")) == []


def test_a_folder_that_will_not_do_can_be_chosen_anew(safe, hands, qtbot, tmp_path):
    other_one, good = tmp_path / "full", tmp_path / "empty"
    good.mkdir()
    (other_one / str(uuid4())).mkdir(parents=True)  # where another journal is shared
    asking = asked(safe, ShareWay.OTHER_HOME, other_one)
    see_what_leaves(asking, qtbot)
    asking.do.click()
    told = said_on(hands, asking)
    assert "The name of this home" in told
    assert "This leaves:" not in told
    assert asking.do.text() == "See what leaves"
    assert safe.journal.safe.sharing.all() == ()
    asking.show_folder(str(good))
    qtbot.waitUntil(asking.do.isEnabled)
    see_what_leaves(asking, qtbot)
    asking.ask_for_file = asking.reject
    asking.do.click()
    assert len(safe.journal.safe.sharing.all()) == 1
    qtbot.waitUntil(lambda: idle(safe))


def test_what_is_told_to_leave_is_read_in_the_same_words(
    safe, three, open_window, hands, qtbot, tmp_path, other
):
    said = Note(id=uuid4(), child=three.child.id, day=safe.journal.today(), text="He sang")
    safe.journal.records.save(said)
    asking = asked(safe, ShareWay.ONCE)
    see_what_leaves(asking, qtbot)
    leaving = lines(asking, "About: ", "This leaves: ")
    path = tmp_path / "once.hjpack"
    asking.ask_for_file = partial(asking.write, str(path))
    asking.do.click()
    qtbot.waitUntil(lambda: path.exists() and idle(safe))
    qtbot.waitUntil(asking.do.isHidden)
    asking.reject()
    theirs = open_window(other, page="safe", place="sharing")
    taking = take(theirs, qtbot, path)
    assert "It comes from “With Mom”" in said_on(hands, taking)
    assert lines(taking, "About: ", "New: ") == leaving
    taking.reject()


def told_on(asking):
    return [label for label in asking.column.findChildren(WrapLabel) if label.isVisible()]


def lines(asking, *begins):
    told = [one.text() for one in told_on(asking)]
    return [line.removeprefix(begin) for begin in begins for line in told if line.startswith(begin)]
