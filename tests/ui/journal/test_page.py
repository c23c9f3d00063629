"""The Journal as a person uses it: find, read, correct, delete, bring back."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QPushButton

from homejournal.domain.errors import DiskFullError
from homejournal.domain.journal.entry_filter import EntryFilter, FilterPart
from homejournal.domain.records.notes import Flag, Note, PrivateNote
from homejournal.domain.records.people import Helper, TeamMember
from homejournal.domain.records.plan import Routine
from homejournal.services.days.days import MarkTold, PracticeTold
from homejournal.services.full_check import Checkup
from homejournal.services.import_export import WholeFile
from homejournal.ui.base.actions import Action
from homejournal.ui.widgets.layout.scroll_areas import SharedHeight
from homejournal.ui.window.side_bar import NavButton
from tests.ui.entries import indexes, open_entry, rows
from tests.ui.filters import chips
from tests.ui.forms import choose_line, dialog, lines_of, pick
from tests.ui.waiting import settle

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


def test_everything_written_stands_in_the_list_newest_first(page):
    said = rows(page)
    assert len(said) == 5
    assert sum("March 22" in row for row in said) == 3
    assert "Sign more · on own" in said[3]
    assert "not today" in said[4]
    assert any("She chose the banana" in row for row in said)
    assert any("Private" in row for row in said)


def test_typing_narrows_the_list_with_each_key_and_escape_brings_everything_back(
    page, hands, qtbot
):
    page.search()
    hands.press("bana")
    assert len(rows(page)) == 1
    assert "hidden, not lost" in " ".join(hands.texts(page))
    qtbot.waitUntil(lambda: any("1 entry fits" in text for text in hands.texts(page)))
    hands.press(Key.Key_Escape)
    assert len(rows(page)) == 5
    assert page.search_field.text() == ""
    assert "hidden, not lost" not in " ".join(hands.texts(page))


def test_a_search_without_a_find_says_so_kindly(page, hands):
    page.search()
    hands.press("zebra")
    assert "Nothing fits" in hands.texts(page)
    hands.click(hands.named(page, QPushButton, "Clear the filter"))
    assert len(rows(page)) == 5
    assert page.search_field.hasFocus()


def test_a_search_without_a_find_says_so_where_all_is_still_checked(page, hands, monkeypatch):
    monkeypatch.setattr(Checkup, "is_proved", False)
    page.search()
    hands.press("zebra")
    assert "Your journal is still being checked. Look again in a moment." in hands.texts(page)


def test_filters_narrow_by_strategy_person_and_kind_of_note(page, lived):
    for part, values, left in (
        (FilterPart.STRATEGY, [lived.ids["Sign more"]], 1),
        (FilterPart.HELPER, [lived.mom.id], 2),
        (FilterPart.WRITTEN_BY, [lived.mom.id], 2),
        (FilterPart.NOTE, [Flag.CELEBRATION, False], 1),
        (FilterPart.NOTE, [None, True], 1),
        (FilterPart.PHOTOS, [True], 0),
    ):
        page.filter.choose(part, *values)
        assert len(rows(page)) == left
        page.show_all()
    assert len(rows(page)) == 5


@pytest.fixture
def long_ago(page, lived):
    """A bath a month before all else, of a strategy of Dana's: the day, the bath, and Dana."""
    bath, dana = Routine(id=uuid4(), name="Bath"), TeamMember(id=uuid4(), name="Dana")
    journal, what = lived.journal, lived.ids["Sign more"]
    strategy = journal.family().strategies[what]
    journal.records.save(bath, dana, replace(strategy, suggested_by=dana.id))
    day = journal.today() - timedelta(days=30)
    journal.days.did_it(what, day, PracticeTold(routine=bath.id))
    page.refresh()
    return day, bath.id, dana.id


def test_filters_narrow_by_routine_professional_and_days(page, hands, lived, long_ago):
    before, (day, bath, dana) = len(rows(page)), long_ago
    page.filter.choose(FilterPart.ROUTINE, bath)
    assert len(rows(page)) == 1
    assert chips(page.filter) == ["Bath"]
    page.filter.choose(FilterPart.SUGGESTED_BY, dana)
    assert len(rows(page)) == 1
    page.filter.remove(FilterPart.ROUTINE)
    assert chips(page.filter) == ["suggested by Dana"]
    assert 1 < len(rows(page)) < before
    page.filter.clear_all()
    page.filter.choose(FilterPart.DATES, None, day)
    assert len(rows(page)) == 1
    assert "hidden, not lost" in " ".join(hands.texts(page))
    page.filter.clear_all()
    assert len(rows(page)) == before


def test_another_page_can_open_the_journal_at_days_that_can_be_seen_and_taken_away(
    page, hands, lived
):
    today = lived.journal.today()
    asked = EntryFilter(child=lived.child.id, start=today, end=today)
    page.open_at(asked)
    assert chips(page.filter) == ["March 22, 2026"]
    assert page.typed() == asked
    hands.click(page.filter.chips[0])
    assert page.typed() == EntryFilter(child=lived.child.id)


def test_two_people_of_one_name_are_told_apart_in_the_filter_and_in_each_entry(lived, open_window):
    first, second = (Helper(id=uuid4(), name="Grandma") for _ in range(2))
    lived.journal.records.save(first, second)
    for who in (first, second):
        told = PracticeTold(rating=3, helper=who.id)
        lived.journal.days.did_it(lived.ids["Sign more"], lived.journal.today(), told)
    window = open_window(lived.journal, page="journal")
    page = window.page
    QApplication.processEvents()
    said = " ".join(rows(page))
    assert all(f"· Grandma ({number})" in said for number in (1, 2))
    page.filter.choose(FilterPart.HELPER, second.id)
    assert chips(page.filter) == ["Grandma (2) did it"]
    (row,) = rows(page)
    assert "Grandma (2)" in row


def test_another_page_can_open_the_journal_narrowed(page, lived):
    page.open_at(EntryFilter(child=lived.child.id, strategy=lived.ids["Sign more"]))
    assert len(rows(page)) == 1
    assert chips(page.filter) == ["Sign more"]


def test_the_chosen_entry_is_read_whole_beside_the_list(page, hands):
    open_entry(page, "Two choices · some help")
    said = hands.texts(page.entry)
    assert {"Sunday, March 22, 2026", "Two choices", "Some help", "Mom"} <= set(said)
    assert "She chose the banana" in said


def test_the_list_has_the_whole_room_until_an_entry_is_chosen_and_after_escape(page, hands, qtbot):
    settle(page.window(), qtbot)
    assert not page.entry.isVisible()
    wide = page.list.width()
    page.list.setFocus()
    hands.press(Key.Key_Down)
    assert not page.entry.isVisible()
    hands.press(Key.Key_Return)
    assert page.entry.isVisible()
    assert page.list.hasFocus()
    settle(page.window(), qtbot)
    assert page.list.width() < wide
    hands.press(Key.Key_Down)
    settle(page.window(), qtbot)
    assert page.entry.row == page.model.row(page.list.currentIndex().row())
    assert page.list.currentIndex() == indexes(page)[2]
    hands.press(Key.Key_Escape)
    settle(page.window(), qtbot)
    assert not page.entry.isVisible()
    assert page.list.width() == wide
    open_entry(page, "Sign more")
    hands.click(hands.named(page.entry, QPushButton, "Close"))
    assert not page.entry.isVisible()


def test_delete_in_the_list_says_what_went_and_shows_the_way_back(page, hands, announced):
    page.list.setCurrentIndex(page.model.first_row())
    page.list.setFocus()
    before, toast = rows(page), page.window().frame.toast
    hands.press(Key.Key_Delete)
    assert len(rows(page)) == len(before) - 1
    assert toast.isVisible()
    assert toast.text().startswith("Deleted: ")
    assert announced.count(toast.text()) == 1
    line = page.list.visualRect(page.list.currentIndex())
    place = QRect(page.list.viewport().mapTo(toast.parentWidget(), line.topLeft()), line.size())
    assert not toast.geometry().intersects(place)
    toast.findChild(QPushButton).click()
    assert rows(page) == before


def test_what_is_deleted_last_of_a_filter_leaves_the_keys_at_what_there_is_to_do(page, hands):
    page.search_field.setText("banana")
    page.list.setCurrentIndex(indexes(page)[0])
    page.list.setFocus()
    hands.press(Key.Key_Delete)
    assert rows(page) == []
    assert QApplication.focusWidget() is hands.named(page, QPushButton, "Clear the filter")
    hands.press(Key.Key_Space)
    assert len(rows(page)) == 5
    assert not any("banana" in row for row in rows(page))


def test_what_a_filter_leaves_can_be_saved_as_a_file(page, hands, qtbot, tmp_path, lived):
    line = "Save what fits as a file…"
    assert line not in lines_of(page)
    page.search_field.setText("first word")
    choose_line(page, line)
    asking = dialog()
    assert "Only: “first word”" in hands.texts(asking)
    asking.form.pills[list(asking.form.values).index(WholeFile.JSON)].click()
    asking.write(str(tmp_path / "some.json"))
    settle(page.window(), qtbot)
    told = (tmp_path / "some.json").read_text(encoding="utf-8")
    assert "First word!" in told
    assert "She chose the banana" not in told
    asking.close()
    page.show_all()
    assert line not in lines_of(page)


def test_the_choice_stays_on_the_next_entry_after_deleting(page, hands):
    page.list.setFocus()
    page.list.setCurrentIndex(indexes(page)[1])
    following = rows(page)[2]
    hands.press(Key.Key_Delete)
    assert page.list.currentIndex().data() == following


def test_deleting_the_last_entry_chooses_the_one_above_it(page, hands):
    page.list.setFocus()
    page.list.setCurrentIndex(indexes(page)[-1])
    hands.press(Key.Key_Delete)
    assert page.list.currentIndex().data() == rows(page)[-1]


def test_in_a_narrow_window_the_entry_takes_the_place_of_the_list(page, hands):
    page.window().resize(640, 640)
    QApplication.processEvents()
    page.list.setFocus()
    hands.press(Key.Key_Down)
    assert not page.entry.isVisible()
    hands.press(Key.Key_Return)
    assert page.entry.isVisible()
    assert not page.list.isVisible()
    hands.click(hands.named(page.entry, QPushButton, "Back to the list"))
    assert page.list.hasFocus()


def test_an_entry_opens_its_day(page, hands, lived):
    open_entry(page, "Sign more")
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
    page.list.opened.emit()
    QApplication.processEvents()
    shown = "".join(hands.texts(page.entry)).replace("\u200b", "")
    assert text.replace("\u200b", "").strip() in shown


def test_a_journal_that_can_only_be_read_offers_no_changes(lived, open_window, hands):
    lived.journal._why = DiskFullError(lived.journal.folder)
    window = open_window(lived.journal, page="journal")
    QApplication.processEvents()
    open_entry(window.page, "Two choices")
    shown = hands.texts(window.page.entry)
    assert not {"Change…", "Delete", "Add a note…"} & set(shown)
    window.page.list.setFocus()
    hands.press(Key.Key_Delete)
    assert len(rows(window.page)) == 5


@pytest.fixture
def years(lived):
    """One entry on the first of each month for three years."""
    journal, what = lived.journal, lived.ids["Sign more"]
    for back in range(36):
        year, month = divmod(2026 * 12 + 2 - back, 12)
        journal.days.did_it(what, date(year, month + 1, 1), PracticeTold())
    return lived


def test_the_months_are_listed_with_their_entries_and_lead_to_their_days(
    years, open_at, hands, qtbot
):
    page = open_at("journal", years)
    qtbot.waitUntil(page.months.isVisible)
    said = [page.months.item(at).text() for at in range(page.months.count())]
    assert said[:4] == ["2026", "March · 6", "February · 1", "January · 1"]
    assert [words for words in said if len(words) == 4] == ["2026", "2025", "2024", "2023"]
    page.months.setFocus()
    page.months.show_current(date(2024, 7, 1))
    hands.press(Key.Key_Return)
    assert "July 1, 2024" in rows(page)[0]
    assert page.list.hasFocus()
    hands.press(Key.Key_Up)
    assert "August 1, 2024" in page.list.currentIndex().data()
    hands.press(Key.Key_Home)
    assert "March 22, 2026" in page.list.currentIndex().data()
    assert page.months.current() == date(2026, 3, 1)


def test_the_months_stay_in_reach_while_an_entry_is_read(years, open_at, qtbot):
    page = open_at("journal", years)
    qtbot.waitUntil(page.months.isVisible)
    assert not page.month_box.isVisible()
    open_entry(page)
    assert page.months.isVisible() != page.month_box.isVisible()
    pick(page.month_box, "July 2024")
    assert "July 1, 2024" in rows(page)[0]


def test_in_a_narrow_window_a_drop_down_leads_to_the_months(years, open_at, qtbot):
    page = open_at("journal", years)
    page.window().resize(640, 640)
    qtbot.waitUntil(page.month_box.isVisible)
    assert not page.months.isVisible()
    pick(page.month_box, "July 2024")
    assert "July 1, 2024" in rows(page)[0]
    assert page.month_box.currentText() == "Go to month"
    pick(page.month_box, "March 2026")
    assert "March 22, 2026" in rows(page)[0]


def test_the_months_are_those_of_what_the_filter_shows(years, open_at, qtbot):
    page = open_at("journal", years)
    page.filter.choose(FilterPart.DATES, date(2024, 5, 1), date(2024, 12, 31))
    qtbot.waitUntil(lambda: page.months.count() == 9)
    page.search_field.setText("banana")
    qtbot.waitUntil(lambda: not page.months.isVisible())


def test_scrolling_up_from_an_old_month_reads_on(years, open_at, qtbot):
    page = open_at("journal", years)
    qtbot.waitUntil(page.months.isVisible)
    page.months.picked.emit(date(2024, 12, 1))
    settle(page.window(), qtbot)
    assert page.model.has_newer
    first = rows(page)[0]
    page.list.verticalScrollBar().valueChanged.emit(0)
    assert not page.model.has_newer
    assert rows(page).index(first) > 0
    top = page.list.indexAt(page.list.viewport().rect().topLeft())
    assert top.siblingAtRow(top.row() + 1).data() == first, "the same rows stay in sight"


def test_a_renamed_strategy_is_renamed_in_the_list(page, lived):
    strategy = lived.journal.family().strategies[lived.ids["Sign more"]]
    page.desk.editing.do(
        "x", lambda: lived.journal.records.save(replace(strategy, name="Sign again"))
    )
    assert any("Sign again" in row for row in rows(page))


def test_the_dots_have_the_book_once_the_first_month_is_over(lived, page):
    assert [line.text() for line in page.more.lines] == ["Life events…", "Recently deleted"]
    lived.journal.change_settings(replace(lived.journal.settings, calm=False))
    page.refresh()
    asked = []
    page.wants.connect(asked.append)
    assert page.more.lines[1].text() == "The journal as a book…"
    page.more.lines[1].trigger()
    assert asked == [Action.BOOK]


def test_the_open_place_shows_its_list_again_from_the_top(years, open_at, hands, qtbot):
    page = open_at("journal", years)
    settle(page.window(), qtbot)
    bar = page.list.verticalScrollBar()
    page.list.setCurrentIndex(indexes(page)[-1])
    page.list.opened.emit()
    settle(page.window(), qtbot)
    assert bar.value() > 0
    hands.click(hands.named(page.window(), NavButton, "Journal"))
    assert not page.entry.isVisible()
    assert bar.value() == bar.minimum()
    page.window().resize(640, 320)
    settle(page.window(), qtbot)
    around = page.findChild(SharedHeight).verticalScrollBar()
    around.setValue(around.maximum())
    assert around.value() > 0
    hands.click(hands.named(page.window(), NavButton, "Journal"))
    assert around.value() == 0
    page.show_deleted()
    hands.click(hands.named(page.window(), NavButton, "Journal"))
    assert page.list.isVisible()


def test_whoever_comes_to_a_narrow_journal_finds_the_list(page, hands):
    page.window().resize(640, 640)
    QApplication.processEvents()
    open_entry(page, 2)
    page.window().go_to("today")
    hands.click(hands.named(page.window(), NavButton, "Journal"))
    assert page.list.isVisible()
    assert not page.entry.isVisible()
    page.window().resize(1120, 780)
    QApplication.processEvents()
    open_entry(page, 2)
    page.window().go_to("today")
    hands.click(hands.named(page.window(), NavButton, "Journal"))
    assert page.entry.isVisible()


def test_that_nothing_is_hidden_any_more_is_said_once(page, hands, announced, qtbot):
    page.search()
    hands.press("bana")
    qtbot.waitUntil(lambda: any("1 entry fits" in words for words in announced))
    page.show_all()
    qtbot.waitUntil(lambda: "All 5 entries are shown." in announced)
    page.refresh()
    page._count()
    assert announced.count("All 5 entries are shown.") == 1
