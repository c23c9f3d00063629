"""A journal that is put away: kind words, a quiet page, and everything still there."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from homejournal.domain.records.children import Child
from homejournal.ui.base.actions import Action
from homejournal.ui.child.about.put_away import PutAwayDialog
from homejournal.ui.papers.book_dialog import BookDialog
from homejournal.ui.widgets.button import Pill
from homejournal.ui.widgets.fields.note_field import NoteEdit
from tests.ui.child.about.test_page import choose_in_menu
from tests.ui.conftest import SUNDAY
from tests.ui.forms import dialog, no_dialog
from tests.ui.whole_window.test_every_page import nameless

QUIET = "The journal of Maya is put away"


def put_away(house, child=None):
    house.journal.records.save(replace(child or house.child, put_away=SUNDAY))


def kept(house):
    return house.journal.family().children[house.child.id]


@pytest.fixture
def asked(three, open_window):
    window = open_window(three.journal)
    window.window_actions.do(Action.PUT_AWAY)
    assert isinstance(dialog(), PutAwayDialog)
    return window


def test_putting_away_shows_a_quiet_page_and_one_undo_brings_all_back(three, asked, hands, qtbot):
    assert nameless(dialog()) == []
    hands.click(hands.named(dialog(), QPushButton, "Put it away"))
    assert no_dialog()
    assert kept(three).put_away == SUNDAY
    assert asked.page_name == "put_away"
    assert QUIET in hands.texts(asked.page)
    assert "Put away: Maya" in hands.texts(asked)
    asked.activateWindow()
    qtbot.waitUntil(asked.isActiveWindow)
    hands.press("z", modifier=Qt.KeyboardModifier.ControlModifier)
    assert kept(three).put_away is None
    assert asked.page_name == "today"
    assert len(asked.page.rows) == 3


def test_what_happened_only_chooses_a_kind_sentence_and_is_not_kept(three, asked, hands):
    hands.click(hands.named(dialog(), Pill, "Died"))
    assert any("We are so sorry" in text for text in hands.texts(dialog()))
    hands.click(hands.named(dialog(), QPushButton, "Put it away"))
    assert three.journal.family().life_events == {}


def test_own_words_stand_in_the_journal_as_a_life_event(three, asked, hands):
    hands.named(dialog(), NoteEdit, "In our own words (optional)").setPlainText("Moved to Oregon")
    hands.click(hands.named(dialog(), QPushButton, "Put it away"))
    (event,) = three.journal.family().life_events.values()
    assert (event.child, event.day, event.words) == (three.child.id, SUNDAY, "Moved to Oregon")


def test_a_day_to_come_is_refused_with_a_sentence(three, asked, hands):
    dialog().day.set_day(date(2026, 4, 1))
    hands.click(hands.named(dialog(), QPushButton, "Put it away"))
    assert any("still to come" in text for text in hands.texts(dialog()))
    assert kept(three).put_away is None


def test_the_only_child_put_away_opens_the_quiet_page_and_never_the_first_start(
    three, open_window, hands
):
    put_away(three)
    window = open_window(three.journal)
    assert window.page_name == "put_away"
    assert nameless(window.page) == []
    assert QApplication.focusWidget().accessibleName() == "Read the journal"
    hands.press(Qt.Key.Key_Space)
    assert window.page_name == "journal"
    window.go_to("today")
    assert window.page_name == "put_away"


def test_taking_out_again_is_one_click_and_needs_no_question(three, open_window, hands):
    put_away(three)
    window = open_window(three.journal)
    hands.click(hands.named(window.page, QPushButton, "Take it out again"))
    assert kept(three).put_away is None
    assert window.page_name == "today"
    assert "Taken out again: Maya" in hands.texts(window)


def test_the_book_is_one_click_away(three, open_window, hands):
    put_away(three)
    window = open_window(three.journal)
    hands.click(hands.named(window.page, QPushButton, "Keep it as a book…"))
    assert isinstance(dialog(), BookDialog)


def test_the_window_begins_with_a_child_whose_days_go_on(three, open_window, preferences):
    leo = Child(id=uuid4(), name="Leo")
    three.journal.records.save(leo)
    preferences.child = three.child.id
    put_away(three)
    window = open_window(three.journal)
    assert (window.page.child, window.page_name) == (leo.id, "today")


def test_a_day_of_a_child_put_away_can_still_be_opened_and_corrected(three, open_window, hands):
    put_away(three)
    window = open_window(three.journal)
    window.open_page("today", SUNDAY)
    assert window.page_name == "today"
    hands.press("2")
    assert len(three.day().practices) == 1
    assert window.page_name == "today"


def test_choosing_a_child_leads_to_its_quiet_page_and_back(three, open_window):
    leo = Child(id=uuid4(), name="Leo", put_away=SUNDAY)
    three.journal.records.save(leo)
    window = open_window(three.journal)
    window.show_child(leo.id)
    assert window.page_name == "put_away"
    window.set_language("es")
    assert window.page_name == "put_away"
    window.show_child(three.child.id)
    assert window.page_name == "today"


def test_about_our_child_puts_away_and_takes_out(three, open_window, hands):
    window = open_window(three.journal, page="about_child")
    choose_in_menu(window.page, "Put the journal away…")
    hands.click(hands.named(dialog(), QPushButton, "Put it away"))
    assert window.page_name == "about_child"
    choose_in_menu(window.page, "Take it out again")
    assert kept(three).put_away is None


def test_a_journal_that_is_put_away_is_not_asked_about_again(three, open_window):
    put_away(three)
    window = open_window(three.journal)
    window.window_actions.do(Action.PUT_AWAY)
    assert no_dialog()


def test_where_nothing_can_be_written_the_journal_stays_put_away(three, open_window, hands):
    put_away(three)
    three.journal._why = Exception
    window = open_window(three.journal)
    assert "Take it out again" not in hands.texts(window.page)
