"""Life events as a person writes them down, finds them in the Journal, changes and deletes them."""

from datetime import date
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton

from homejournal.domain.records.children import Child, LifeEvent
from homejournal.services.days.days import PracticeTold
from homejournal.ui.base.actions import Action
from homejournal.ui.widgets.fields.date_and_time import DayEdit
from tests.ui.entries import open_entry, rows
from tests.ui.forms import dialog, press

Key = Qt.Key
MOVED = date(2026, 3, 20)


@pytest.fixture
def window(three, open_window):
    three.journal.days.did_it(three.ids["Two choices"], MOVED, PracticeTold(rating=2))
    window = open_window(three.journal, page="journal")
    QApplication.processEvents()
    return window


def lines():
    shown = dialog().list
    return [shown.item(at).text() for at in range(shown.count())]


def write_down(hands, words, day=MOVED):
    press(hands, "Add an event…")
    dialog().findChild(QPlainTextEdit).setPlainText(words)
    dialog().findChild(DayEdit).set_day(day)
    press(hands, "Save")


def events(house):
    return list(house.journal.family().life_events.values())


def test_a_life_event_is_written_down_from_the_journal_and_stands_on_top_of_its_day(
    window, hands, three
):
    window.page.more.lines[0].trigger()
    assert "a move, a new baby, an illness" in " ".join(hands.texts(dialog()))
    write_down(hands, "We moved to Grandma’s")
    assert lines() == ["March 20, 2026 · We moved to Grandma’s"]
    press(hands, "Close")
    said = rows(window.page)
    assert "In our life" in said[0]
    assert "We moved to Grandma’s" in said[0]
    assert "Two choices" in said[1]
    assert [(event.child, event.day) for event in events(three)] == [(three.child.id, MOVED)]


def test_undo_stands_in_the_window_of_the_list_itself(window, hands, three):
    window.window_actions.do(Action.LIFE_EVENTS)
    write_down(hands, "We moved")
    press(hands, "Undo")
    assert not events(three)
    assert not dialog().list.isVisible()


@pytest.mark.usefixtures("drafts_at_once")
def test_words_that_are_not_saved_are_kept_until_they_are(window, hands, three, qtbot):
    window.window_actions.do(Action.LIFE_EVENTS)
    press(hands, "Add an event…")
    dialog().findChild(QPlainTextEdit).setPlainText("The baby came")
    place = f"life:{three.child.id}"
    qtbot.waitUntil(lambda: three.journal.drafts.kept().get(place) == "The baby came")
    press(hands, "Save")
    assert place not in three.journal.drafts.kept()
    window.desk.editing.undo()
    assert three.journal.drafts.kept()[place] == "The baby came"


def test_an_event_is_changed_and_deleted_beside_the_list(window, hands, three):
    three.journal.records.save(
        LifeEvent(id=uuid4(), child=three.child.id, day=MOVED, words="Moved")
    )
    page = window.page
    window.desk.editing.changed.emit(frozenset(page.SHOWS))
    open_entry(page)
    hands.click(hands.named(page.entry, QPushButton, "Change…"))
    dialog().findChild(QPlainTextEdit).setPlainText("Moved to a flat")
    press(hands, "Save")
    assert [event.words for event in events(three)] == ["Moved to a flat"]
    assert "Moved to a flat" in rows(page)[0]
    hands.click(hands.named(page.entry, QPushButton, "Delete"))
    assert not events(three)
    window.desk.editing.undo()
    assert [event.words for event in events(three)] == ["Moved to a flat"]


def test_a_day_that_is_still_to_come_is_told_under_its_field(window, hands, three):
    window.window_actions.do(Action.LIFE_EVENTS)
    write_down(hands, "A move", date(2026, 4, 1))
    assert dialog().findChild(DayEdit) is not None, "the form stays open"
    assert not events(three)


def test_the_delete_key_takes_the_chosen_one_away_and_enter_opens_it(window, hands, three):
    record = LifeEvent(id=uuid4(), child=three.child.id, day=MOVED, words="Moved")
    three.journal.records.save(record)
    window.window_actions.do(Action.LIFE_EVENTS)
    dialog().list.setFocus()
    hands.press(Key.Key_Return)
    assert dialog().findChild(QPlainTextEdit).toPlainText() == "Moved"
    press(hands, "Cancel")
    dialog().activateWindow()
    dialog().list.setFocus()
    hands.press(Key.Key_Delete)
    assert not events(three)


def test_another_child_s_life_is_not_shown(window, hands, three):
    other = Child(id=uuid4(), name="Leo")
    three.journal.records.save(
        other, LifeEvent(id=uuid4(), child=other.id, day=MOVED, words="Leo started day care")
    )
    window.window_actions.do(Action.LIFE_EVENTS)
    assert not dialog().list.isVisible()
    press(hands, "Close")
    assert not any("Leo" in row for row in rows(window.page))


def test_a_search_finds_life_events_by_the_beginning_of_a_word_and_counts_them(
    window, hands, three, qtbot
):
    three.journal.records.save(
        LifeEvent(id=uuid4(), child=three.child.id, day=MOVED, words="Mudanza, José se fue")
    )
    page = window.page
    page.search()
    hands.press("jose")
    assert len(rows(page)) == 1
    qtbot.waitUntil(lambda: any("1 entry fits" in text for text in hands.texts(page)))


def test_more_than_a_dozen_can_be_searched(window, hands, three):
    three.journal.records.save(
        *(
            LifeEvent(id=uuid4(), child=three.child.id, day=MOVED, words=f"Illness {n}")
            for n in range(14)
        )
    )
    window.window_actions.do(Action.LIFE_EVENTS)
    assert dialog().search.hasFocus()
    hands.press("13")
    assert [line.split(" · ")[1] for line in lines()] == ["Illness 13"]
    hands.press("x")
    assert "No line fits." in hands.texts(dialog())


def test_a_long_line_in_letters_of_two_writings_is_read_whole(three, open_window):
    words = "Her baby brother was born. Grandma Rosa stayed with us for two weeks, and sang."
    three.journal.records.save(LifeEvent(id=uuid4(), child=three.child.id, day=MOVED, words=words))
    open_window(three.journal, "ar").menus.action(Action.LIFE_EVENTS).trigger()
    shown = dialog().list
    line = shown.visualItemRect(shown.item(0))
    picture = shown.viewport().grab(line).toImage()
    ground = picture.pixel(3, 3)
    last = range(picture.height() * 7 // 10, picture.height() - 8)
    inked = [y for y in last for x in range(picture.width()) if picture.pixel(x, y) != ground]
    assert inked, "the second row of the line is not shown"
    assert line.width() <= shown.viewport().width()
    dialog().reject()
