"""Another home asks to delete something here, too: told once, seen before it goes, and answered."""

from dataclasses import replace
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from homejournal.domain.errors import DiskError
from homejournal.domain.records.people import Home
from homejournal.domain.records.record import Kind
from homejournal.ui.delete_for_good.delete_dialog import DeleteForGoodDialog
from homejournal.ui.safe.sharing.sync import DeletionRequestNotice, SharingSync
from homejournal.ui.widgets.cards.notice import Notice
from tests.traces import traces
from tests.ui.safe.deleting_card import WORDS, a_note, dialog, dialogs
from tests.ui.waiting import settle

ASKS = "“Grandma’s” asks to delete something here, too."
LINE = f"{ASKS} You find it under “Keep it safe”."


class Asking:
    """Another home that asks to delete notes of ours."""

    def __init__(self, journal):
        self.journal, self.home = journal, Home(id=uuid4(), name="Grandma’s")
        journal.records.save(self.home)

    def asks_for(self, *notes):
        for said in notes:
            versions = [version.revision for version in self.journal.records.history(said.id)]
            self.journal.safe.purging.request(versions, self.home.id)


@pytest.fixture
def first_page():
    return "today"  # the page that keeps the journal safe shows no line about it


@pytest.fixture
def asking(three):
    return Asking(three.journal)


@pytest.fixture
def safe(three, asking, open_window, qtbot):
    """A window at the card, with one note that is asked for."""
    asking.said = a_note(three)
    asking.asks_for(asking.said)
    window = open_window(three.journal, page="safe", place="deleting")
    settle(window, qtbot)
    return window


def card(window):
    return window.page.cards["deleting"]


def lines(window):
    """Return the lines of the window above its pages that tell of requests."""
    notices = window.frame._above.findChildren(Notice)
    return [notice for notice in notices if "asks to" in notice.text() and not notice.isHidden()]


def look(window, qtbot):
    """Look into the shared folders, as happens by itself every minute."""
    runs = window.findChild(SharingSync)
    with qtbot.waitSignal(runs.looked):
        runs.sync_now()
    settle(window, qtbot)


def test_what_would_go_is_told_in_our_words_and_nothing_goes_before_the_answer(
    safe, asking, hands, three, qtbot, tmp_path
):
    (row,) = card(safe).requests
    assert "“Grandma’s” asks to delete here, too: 1 note." in hands.texts(row)
    assert row.yes.text() == "Delete it here, too…"
    hands.click(row.yes)
    asked = dialog(DeleteForGoodDialog)
    told = "\n".join(hands.texts(asked))
    assert ASKS in told
    assert f"A moment · {WORDS}" in told
    assert three.journal.records.get(asking.said.id) is not None
    asked.export.save(tmp_path / "last.json")
    assert WORDS in (tmp_path / "last.json").read_text("utf-8")
    QApplication.processEvents()
    hands.press(Qt.Key.Key_Escape)
    assert dialogs(DeleteForGoodDialog) == []
    assert three.journal.records.get(asking.said.id) is not None
    hands.click(row.yes)
    hands.click(dialog(DeleteForGoodDialog).yes)
    settle(safe, qtbot)
    assert card(safe).requests == []
    assert traces(three.journal.folder, WORDS) == []


def test_of_many_things_the_first_ten_are_told_and_how_many_more(safe, asking, hands, three):
    asking.asks_for(*(a_note(three, f"number {n}") for n in range(23)))
    hands.click(card(safe).requests[0].yes)
    told = [text for text in hands.texts(dialog(DeleteForGoodDialog)) if text.startswith("• ")]
    assert told[0].splitlines()[-1] == "• and 14 more"
    assert len(told[0].splitlines()) == 11
    dialog(DeleteForGoodDialog).close()


def test_what_was_answered_elsewhere_meanwhile_cannot_go(safe, asking, hands, three):
    (row,) = card(safe).requests
    three.journal.safe.purging.decline(asking.home.id)
    hands.click(row.yes)
    assert not dialog(DeleteForGoodDialog).yes.isEnabled()
    dialog(DeleteForGoodDialog).close()


def test_what_is_kept_is_not_asked_again_and_it_is_said(safe, asking, hands, three, qtbot):
    assert safe.page._waiting.asked.text() == ASKS
    hands.click(card(safe).requests[0].no)
    settle(safe, qtbot)
    assert card(safe).requests == []
    assert safe.page._waiting.isHidden()
    assert safe.frame.toast.text() == "It stays here, and you are not asked about it again."
    assert len(three.journal.records.all_of(Kind.NOTE)) == 1
    assert card(safe).isAncestorOf(QApplication.focusWidget())


def test_a_disk_that_keeps_no_answer_is_told(safe, hands, three, monkeypatch, qtbot):
    def refused(_home):
        raise DiskError(three.journal.folder)

    monkeypatch.setattr(three.journal.safe.purging, "decline", refused)
    hands.click(card(safe).requests[0].no)
    assert "disk" in safe.frame.failure.text().lower()
    assert len(card(safe).requests) == 1


def test_the_top_of_the_page_leads_to_what_is_asked(safe, hands):
    safe.page.cards["backups"].begin()
    hands.click(safe.page._waiting.asked.button)
    assert card(safe).requests[0].yes.hasFocus()


def test_a_look_that_brings_a_request_shows_it_and_the_window_tells_of_it_once(
    three, asking, open_window, hands, qtbot, announced
):
    said, other = a_note(three), a_note(three, "another")
    window = open_window(three.journal, page="safe", place="backups")
    settle(window, qtbot)
    focus = QApplication.focusWidget()
    look(window, qtbot)
    assert window.page._waiting.isHidden()
    asking.asks_for(said)
    look(window, qtbot)
    assert announced.count(LINE) == 1
    assert lines(window) == []  # the page shows it already
    assert QApplication.focusWidget() is focus
    assert window.page._waiting.asked.isVisible()
    (row,) = card(window).requests
    look(window, qtbot)
    window.page.refresh()
    assert announced.count(LINE) == 1
    assert card(window).requests == [row]
    window.open_page("today")
    asking.asks_for(other)
    look(window, qtbot)
    assert [line.text() for line in lines(window)] == [LINE]
    assert announced.count(LINE) == 2
    asking.asks_for(a_note(three, "one more"))
    look(window, qtbot)
    assert len(lines(window)) == 1


def test_the_line_leads_to_the_answer(three, asking, open_window, hands, qtbot):
    asking.asks_for(a_note(three))
    window = open_window(three.journal)
    look(window, qtbot)
    (line,) = lines(window)
    hands.click(line.button)
    settle(window, qtbot)
    assert window.page_name == "safe"
    assert card(window).requests[0].yes.hasFocus()
    assert lines(window) == []
    window.open_page("today")
    look(window, qtbot)
    assert lines(window) == []


def test_the_line_goes_once_it_is_answered(three, asking, open_window, hands, qtbot):
    asking.asks_for(a_note(three))
    window = open_window(three.journal)
    look(window, qtbot)
    assert len(lines(window)) == 1
    three.journal.safe.purging.decline(asking.home.id)
    look(window, qtbot)
    assert lines(window) == []


def test_the_line_goes_once_the_page_shows_it(three, asking, open_window, qtbot):
    asking.asks_for(a_note(three))
    window = open_window(three.journal)
    look(window, qtbot)
    assert len(lines(window)) == 1
    window.open_page("safe")
    settle(window, qtbot)
    assert lines(window) == []


def test_what_was_told_before_is_not_told_at_the_next_start(
    three, asking, open_window, qtbot, preferences, announced
):
    asking.asks_for(a_note(three))
    window = open_window(three.journal)
    look(window, qtbot)
    again = DeletionRequestNotice(window, window.findChild(SharingSync))
    again.look()
    assert announced.count(LINE) == 1


def test_in_another_language_it_is_told_no_more_and_still_seen(
    three, asking, open_window, hands, qtbot
):
    asking.asks_for(a_note(three))
    window = open_window(three.journal)
    look(window, qtbot)
    window.set_language("es")
    QApplication.processEvents()
    three.journal.safe.purging.decline(asking.home.id)
    look(window, qtbot)
    window.open_page("safe")
    settle(window, qtbot)
    assert window.page._waiting.isHidden()


def test_a_journal_that_does_not_read_tells_of_nothing(three, asking, safe, monkeypatch, qtbot):
    def refused():
        raise DiskError(three.journal.folder)

    monkeypatch.setattr(three.journal.safe.purging, "requests", refused)
    look(safe, qtbot)
    safe.page.refresh()
    assert safe.page._waiting.isHidden()


def test_words_written_since_stay_and_the_dialog_says_which_go(safe, asking, hands, three, qtbot):
    anew = replace(asking.said, text="and written since")
    three.journal.notes.edit(asking.said, anew)
    hands.click(card(safe).requests[0].yes)
    told = "\n".join(hands.texts(dialog(DeleteForGoodDialog)))
    assert "What it said before: " in told
    assert WORDS in told
    hands.click(dialog(DeleteForGoodDialog).yes)
    settle(safe, qtbot)
    assert three.journal.records.get(asking.said.id).text == "and written since"
    assert traces(three.journal.folder, WORDS) == []
