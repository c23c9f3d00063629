"""The Journal as a person uses it: find, read, correct, delete, bring back."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton

from homejournal.domain.errors import DiskFullError
from homejournal.domain.journal.timeline import TimelineFilter
from homejournal.domain.records.notes import Flag, Note, PrivateNote
from homejournal.domain.records.people import Helper, TeamMember
from homejournal.domain.records.plan import Routine
from homejournal.services.days.days import MarkTold, PracticeTold
from homejournal.services.full_check import Checkup
from tests.ui.forms import pick

Key = Qt.Key


@pytest.fixture
def lived(three):
    """Some days of writing: practices, a mark, notes with flags, a private note."""
    journal, today = three.journal, three.journal.today()
    two, sign = three.ids["Two choices"], three.ids["Sign more"]
    journal.days.did_it(two, today, PracticeTold(rating=2, helper=three.mom.id))
    journal.days.did_it(sign, today - timedelta(days=1), PracticeTold(rating=4))
    journal.days.not_today(
        three.child.id, today - timedelta(days=2), MarkTold(strategy=two, helper=three.mom.id)
    )
    practice = journal.days.between(three.child.id, today, today).practices[0]
    for text, kind, said in (
        ("She chose the banana", Note, {"practice": practice.id, "strategy": two}),
        ("First word!", Note, {"flags": (Flag.CELEBRATION,)}),
        ("I was so tired", PrivateNote, {}),
    ):
        journal.notes.write(kind(id=uuid4(), child=three.child.id, day=today, text=text, **said))
    return three


@pytest.fixture
def page(lived, open_at):
    return open_at("journal", lived)


def rows(page):
    return [page.model.index(at).data() for at in range(page.model.rowCount())]


def choose(page, words):
    at = next(n for n, row in enumerate(rows(page)) if words in row)
    page.list.setCurrentIndex(page.model.index(at))
    QApplication.processEvents()


def test_everything_written_stands_in_the_list_newest_first(page):
    said = rows(page)
    assert len(said) == 5
    assert sum("March 22" in row for row in said) == 3
    assert "Sign more · on own" in said[3]
    assert "not today" in said[4]
    assert any("She chose the banana" in row for row in said)
    assert any("Private" in row for row in said)


def test_typing_narrows_the_list_with_each_key_and_show_all_brings_everything_back(
    page, hands, qtbot
):
    page.search()
    hands.press("bana")
    assert len(rows(page)) == 1
    assert "hidden, not lost" in " ".join(hands.texts(page))
    qtbot.waitUntil(lambda: any("1 entry fits" in text for text in hands.texts(page)))
    hands.click(hands.named(page, QPushButton, "Show all"))
    assert len(rows(page)) == 5
    assert page.filter.search.text() == ""


def test_a_search_without_a_find_says_so_kindly(page, hands):
    page.search()
    hands.press("zebra")
    assert "Nothing fits" in hands.texts(page)
    hands.press(Key.Key_Escape)
    assert len(rows(page)) == 5


def test_a_search_without_a_find_says_so_where_all_is_still_checked(page, hands, monkeypatch):
    monkeypatch.setattr(Checkup, "is_proved", False)
    page.search()
    hands.press("zebra")
    assert "Your journal is still being checked. Look again in a moment." in hands.texts(page)


def test_filters_narrow_by_strategy_person_and_kind_of_note(page, lived):
    pick(page.filter.strategy, "Sign more")
    assert len(rows(page)) == 1
    page.show_all()
    pick(page.filter.person, "Mom")
    assert len(rows(page)) == 2
    page.show_all()
    pick(page.filter.flag, "Celebration")
    assert len(rows(page)) == 1


@pytest.fixture
def long_ago(page, lived):
    """A bath a month before all else, of a strategy that Dana suggested; the day of it."""
    bath, dana = Routine(id=uuid4(), name="Bath"), TeamMember(id=uuid4(), name="Dana")
    journal, what = lived.journal, lived.ids["Sign more"]
    strategy = journal.family().strategies[what]
    journal.records.save(bath, dana, replace(strategy, suggested_by=dana.id))
    day = journal.today() - timedelta(days=30)
    journal.days.did_it(what, day, PracticeTold(routine=bath.id))
    page.refresh()
    return day


def test_filters_narrow_by_routine_professional_and_days(page, hands, long_ago):
    before, told = len(rows(page)), "The first day comes after the last one. Change one of the two."
    pick(page.filter.routine, "Bath")
    assert len(rows(page)) == 1
    page.show_all()
    pick(page.filter.by, "Dana")
    assert 1 < len(rows(page)) < before
    page.show_all()
    page.filter.last.set_day(long_ago)
    assert len(rows(page)) == 1
    assert "hidden, not lost" in " ".join(hands.texts(page))
    page.filter.first.set_day(long_ago + timedelta(days=1))
    assert {"Nothing fits", told} <= set(hands.texts(page))
    assert page.filter.first.field.accessibleDescription() == told
    page.show_all()
    assert (page.filter.first.day(), page.filter.last.day()) == (None, None)
    assert told not in hands.texts(page)
    assert len(rows(page)) == before


def test_the_further_filters_open_and_are_reached_by_the_keyboard(page, hands):
    assert not page.filter.by.isVisible()
    page.filter.flag.setFocus()
    hands.press(Key.Key_Tab)
    assert page.filter.more.hasFocus()
    hands.press(Key.Key_Space)
    for widget in (page.filter.by, page.filter.routine):
        hands.press(Key.Key_Tab)
        assert widget.isVisible()
        assert widget.hasFocus()
    names = [page.filter.first.field.accessibleName(), page.filter.last.field.accessibleName()]
    assert names == ["From", "Until"]


def test_another_page_can_open_the_journal_at_days_that_can_be_seen_and_changed(page, lived):
    today = lived.journal.today()
    asked = TimelineFilter(child=lived.child.id, start=today, end=today)
    page.open_at(asked)
    assert page.filter.more.isChecked()
    assert (page.filter.first.day(), page.filter.last.day()) == (today, today)
    assert page.typed() == asked


def test_two_people_of_one_name_are_told_apart_in_the_filter_and_in_each_entry(lived, open_window):
    first, second = (Helper(id=uuid4(), name="Grandma") for _ in range(2))
    lived.journal.records.save(first, second)
    for who in (first, second):
        told = PracticeTold(rating=3, helper=who.id)
        lived.journal.days.did_it(lived.ids["Sign more"], lived.journal.today(), told)
    window = open_window(lived.journal, page="journal")
    page = window.page
    QApplication.processEvents()
    assert sorted(row.split(" · ")[3] for row in rows(page) if "Grandma" in row) == [
        "Grandma (1)",
        "Grandma (2)",
    ]
    pick(page.filter.person, "Grandma (2)")
    (row,) = rows(page)
    assert "Grandma (2)" in row


def test_another_page_can_open_the_journal_narrowed(page, lived):
    page.open_at(TimelineFilter(child=lived.child.id, strategy=lived.ids["Sign more"]))
    assert len(rows(page)) == 1
    assert page.filter.strategy.currentText() == "Sign more"


def test_the_chosen_entry_is_read_whole_beside_the_list(page, hands):
    choose(page, "Two choices · some help")
    said = hands.texts(page.entry)
    assert {"Sunday, March 22, 2026", "Two choices", "Some help", "Mom"} <= set(said)
    assert "She chose the banana" in said


def test_before_an_entry_is_chosen_the_room_beside_the_list_says_what_it_is_for(page, hands):
    assert hands.texts(page.entry) == ["Choose an entry to read it whole."]
    choose(page, "First word!")
    assert "Choose an entry to read it whole." not in hands.texts(page.entry)


def test_the_choice_stays_on_the_next_entry_after_deleting(page, hands):
    page.list.setFocus()
    page.list.setCurrentIndex(page.model.index(1))
    following = rows(page)[2]
    hands.press(Key.Key_Delete)
    assert rows(page)[page.list.currentIndex().row()] == following


def test_in_a_narrow_window_the_entry_takes_the_place_of_the_list(page, hands):
    page.window().resize(640, 640)
    QApplication.processEvents()
    choose(page, "First word!")
    assert not page.entry.isVisible()
    page.list.setFocus()
    hands.press(Key.Key_Return)
    assert page.entry.isVisible()
    assert not page.list.isVisible()
    hands.click(hands.named(page.entry, QPushButton, "Back to the list"))
    assert page.list.hasFocus()


def test_an_entry_opens_its_day(page, hands, lived):
    choose(page, "Sign more")
    hands.click(hands.named(page.entry, QPushButton, "Open this day"))
    window = page.window()
    assert (window.page_name, window.page.day) == (
        "today",
        lived.journal.today() - timedelta(days=1),
    )


def test_a_journal_without_entries_invites_to_today(three, open_window, hands):
    window = open_window(three.journal, page="journal")
    QApplication.processEvents()
    hands.click(hands.named(window.page, QPushButton, "Go to today"))
    assert window.page_name == "today"


STRANGE = [
    "a" * 10_000,
    "👩‍👧 سعيد <b>bold</b> $x^2$ #let",
    "\u202eevil\u202c",
    "line\nline\n" * 50,
]


@pytest.mark.parametrize("text", STRANGE, ids=["long", "signs", "turned", "lines"])
def test_strange_notes_are_shown_as_they_were_written(page, hands, lived, text, qtbot):
    note = Note(id=uuid4(), child=lived.child.id, day=lived.journal.today(), text=text)
    lived.journal.notes.write(note)
    page.heard(None)
    at = page.model.row_of(note.id)
    page.list.setCurrentIndex(page.model.index(at))
    page.list.scrollTo(page.model.index(at))
    QApplication.processEvents()
    shown = "".join(hands.texts(page.entry)).replace("\u200b", "")
    assert text.replace("\u200b", "").strip() in shown


def test_a_journal_that_can_only_be_read_offers_no_changes(lived, open_window, hands):
    lived.journal._why = DiskFullError(lived.journal.folder)
    window = open_window(lived.journal, page="journal")
    QApplication.processEvents()
    choose(window.page, "Two choices")
    shown = hands.texts(window.page.entry)
    assert not {"Change…", "Delete", "Add a note…"} & set(shown)
    window.page.list.setFocus()
    hands.press(Key.Key_Delete)
    assert len(rows(window.page)) == 5


def test_boxes_of_the_filter_name_themselves(page):
    names = {box.accessibleName() for box in page.filter.findChildren(QComboBox)}
    assert names == {"Strategy", "Person", "Kind of note", "Suggested by", "Routine"}


def test_a_renamed_strategy_is_renamed_in_the_list(page, lived):
    strategy = lived.journal.family().strategies[lived.ids["Sign more"]]
    page.desk.editing.do(
        "x", lambda: lived.journal.records.save(replace(strategy, name="Sign again"))
    )
    assert any("Sign again" in row for row in rows(page))
