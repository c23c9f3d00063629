"""Making the first page shorter, where the family sees and decides it."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from homejournal.domain.records.notes import Flag
from homejournal.domain.records.record import Kind
from homejournal.ui.widgets.layout.scroll_areas import SharedHeight
from tests.ui.visits.page.visit_pages import FIRST, note, page, settled

__all__ = ["page"]

LONG = "She looked at the cup, then at me, and waited. " * 7
DAY = timedelta(days=1)


@pytest.fixture
def ready(visited):
    """Long notes of every kind, so that the first page takes more than one sheet."""
    for place, flag in enumerate((Flag.CELEBRATION, Flag.CONCERN, Flag.QUESTION) * 2):
        said = {"flags": (flag,), "strategy": visited.ids["Two choices"]}
        note(visited, f"{place}: {LONG}", FIRST + place * DAY, **said)
    return visited


def opened(page, hands, qtbot):
    settled(page, qtbot)
    page.window().activateWindow()
    hands.click(hands.named(page, QPushButton, "Make it shorter"))
    QApplication.processEvents()
    return page.shorter


def said(page, qtbot):
    settled(page, qtbot)
    return page.shorter.notice.text() if page.shorter.notice.isVisible() else ""


def whole_in_sight(area, widget):
    place = widget.rect().translated(widget.mapTo(area.viewport(), widget.rect().topLeft()))
    return area.viewport().rect().contains(place)


def test_a_page_of_one_sheet_says_nothing(visited, open_visit_page, qtbot):
    assert said(open_visit_page(visited), qtbot) == ""


def test_more_sheets_are_said_and_nothing_is_shortened_by_itself(page, hands, qtbot):
    assert said(page, qtbot).startswith("The first page takes 2 sheets.")
    assert not page.shorter.isVisible()
    assert len(page.preview._sheets) == 2
    assert all("…" not in concern.text for concern in page.shown.concerns)
    opened(page, hands, qtbot)
    assert page.shorter.isVisible()
    assert not any(row.box.isChecked() for row in page.shorter.rows.values())


def test_a_suggestion_changes_ticks_in_sight_and_is_taken_back(page, hands, qtbot):
    panel = opened(page, hands, qtbot)
    before = page.shown
    wanted = ("fewer_notes", "fewer_questions", "charts_behind")
    for kind in wanted:
        panel.rows[kind].box.click()
    assert [len(page.shown.concerns), len(page.shown.questions)] == [1, 1]
    newest = page.choices.ticks.rows()
    concerns = [key for key in newest if key.startswith("concern:")]
    assert [newest[key].box.isChecked() for key in concerns] == [True, False]
    assert said(page, qtbot) == "The first page fits on one sheet now."
    hands.click(page.choices.back_button)
    assert said(page, qtbot) == ""
    hands.click(page.choices.list_button)
    for kind in wanted:
        panel.rows[kind].box.click()
    assert page.shown == before
    assert said(page, qtbot).startswith("The first page takes 2 sheets.")


def test_a_tick_by_hand_goes_before_a_suggestion(page, hands, qtbot):
    panel = opened(page, hands, qtbot)
    panel.rows["fewer_notes"].box.click()
    rows = page.choices.ticks.rows()
    key = next(
        key for key, row in rows.items() if key.startswith("concern:") and not row.box.isChecked()
    )
    rows[key].box.click()
    assert len(page.shown.concerns) == 2
    panel.rows["charts_behind"].box.click()
    assert page.shown.second is not None
    assert len(page.shown.concerns) == 2
    rows["second"].box.click()
    assert page.shown.second is None
    assert page.shown.rows is None


def test_what_was_put_on_the_page_by_hand_is_offered_last(page, hands, qtbot):
    panel = opened(page, hands, qtbot)
    assert next(iter(panel.rows)) == "fewer_notes"
    rows = page.choices.ticks.rows()
    rows[next(key for key in rows if key.startswith("quote:"))].box.click()
    settled(page, qtbot)
    assert [*panel.rows][-1] == "quotes"


def test_a_second_page_counts_for_no_sheet_of_the_first(visited, open_visit_page, qtbot):
    page = open_visit_page(visited)
    page.choices.ticks.rows()["second"].box.click()
    assert said(page, qtbot) == ""
    assert len(page.preview._sheets) > 1


def test_a_long_note_is_shortened_for_this_page_alone(page, hands, qtbot, ready):
    panel = opened(page, hands, qtbot)
    first = panel.links[0]
    assert first.text() == "Mar 13 · “3: She looked…”"
    hands.click(first)
    field = page.choices.ticks.long_note(page.shorter._notes[0].note)
    assert field.edit.hasFocus()
    qtbot.waitUntil(lambda: whole_in_sight(page.choices, field.edit))
    assert field.edit.text() == f"3: {LONG}"
    hands.click(field.cut)
    words = field.edit.text()
    assert len(words) <= 280
    (short,) = [celebration for celebration in page.shown.celebrations if celebration.shortened]
    assert short.text == f"{words} …"
    settled(page, qtbot)
    assert "shortened by us" in page.preview.accessibleDescription()
    in_journal = ready.journal.records.all_of(Kind.NOTE, child=ready.child.id)
    assert f"3: {LONG}" in {one.text for one in in_journal}
    page.keep_typing()
    assert words in ready.journal.drafts.kept().values()
    hands.click(field.back)
    assert not any(celebration.shortened for celebration in page.shown.celebrations)
    assert field.add.isVisible()


def test_undo_in_the_field_brings_the_whole_note_back(page, hands, qtbot):
    panel = opened(page, hands, qtbot)
    hands.click(panel.links[0])
    field = page.choices.ticks.long_note(panel._notes[0].note)
    whole = field.edit.text()
    hands.click(field.cut)
    assert field.edit.text() != whole
    field.edit.undo()
    assert field.edit.text() == whole
    assert not any(celebration.shortened for celebration in page.shown.celebrations)


def test_a_note_that_stands_twice_is_shortened_in_both_places(page, hands, qtbot):
    rows = page.choices.ticks.rows()
    which = page.making.long_notes()[0].note
    rows[f"quote:{which}"].box.click()
    panel = opened(page, hands, qtbot)
    hands.click(panel.links[0])
    field = page.choices.ticks.long_note(which)
    field.edit.set_text("Only this.")
    texts = [celebration.text for celebration in page.shown.celebrations if celebration.shortened]
    quotes = [quote.text for quote in page.shown.strategies[0].quotes if quote.shortened]
    assert texts == quotes == ["Only this. …"]


def test_a_kept_page_is_shown_without_suggestions(page, hands, qtbot, ready):
    settled(page, qtbot)
    for line in page.head.more.lines:
        if line.text() == "Copy as text":
            line.trigger()
    page.keep_page()
    QApplication.processEvents()
    kept = page.choices.kept._kept[0]
    page.choices.kept.wanted.emit(kept)
    assert said(page, qtbot) == ""
    assert not page.shorter.isVisible()


def test_in_a_narrow_window_the_suggestions_come_on_the_side_of_the_ticks(page, hands, qtbot):
    page.window().resize(700, 640)
    QApplication.processEvents()
    assert page.preview.isVisible()
    panel = opened(page, hands, qtbot)
    assert panel.isVisible()
    assert page.choices.isVisible()


def test_a_note_of_twenty_thousand_letters_is_on_the_page_and_can_be_cut(
    visited, open_visit_page, hands, qtbot
):
    note(visited, "We tried and tried again. " * 770, flags=(Flag.CONCERN,))
    page = open_visit_page(visited)
    assert "sheets" in said(page, qtbot)
    panel = opened(page, hands, qtbot)
    hands.click(panel.links[0])
    hands.click(page.choices.ticks.long_note(panel._notes[0].note).cut)
    assert said(page, qtbot) == ""


@pytest.mark.parametrize("size", [(700, 640), (1024, 640), (1120, 780)])
def test_one_scroll_moves_a_page_and_never_two_in_each_other(page, hands, size):
    page.window().resize(*size)
    for _ in range(4):
        QApplication.processEvents()
    (around,) = page.findChildren(SharedHeight)
    inside = [page.choices, page.preview]
    scrolls = [
        area
        for area in (around, *inside)
        if area.isVisible() and area.verticalScrollBar().maximum() > 0
    ]
    assert around not in scrolls or scrolls == [around]
    assert scrolls


def test_in_a_narrow_window_a_long_note_is_brought_high_up_by_the_one_scroll(page, hands, qtbot):
    page.window().resize(700, 640)
    panel = opened(page, hands, qtbot)
    panel.links[0].click()
    (around,) = page.findChildren(SharedHeight)
    field = page.choices.ticks.long_note(page.shorter._notes[0].note)
    qtbot.waitUntil(lambda: whole_in_sight(around, field.edit), timeout=5000)
