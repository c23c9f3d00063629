"""The charts of the Progress page: read by pointer and key, closer and farther, always in words."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from homejournal.domain.days.periods import Period
from homejournal.reports.strategy_rows import pictures as drawing
from homejournal.services.days.days import PracticeTold
from homejournal.ui.base.worker import NewestOnly
from homejournal.ui.progress.cards import chart as progress_chart
from homejournal.ui.widgets.button import Pill
from tests.ui.conftest import SUNDAY
from tests.ui.shown_pages import FIRST, LAST, VISIT

Key = Qt.Key


@pytest.fixture
def bed(progress, choose, hands, settled):
    """Everything of the strategy whose minutes are noted."""
    hands.click(hands.named(progress, Pill, "Everything"))
    choose(progress, progress.filter.strategy, "To bed")
    return progress.body.one


def test_a_chart_has_its_sentence_a_picture_and_words_for_those_who_hear_it(bed):
    panel = bed.chart.panel
    assert "minutes" in panel.headline.text()
    view = panel.view
    assert view.shown is not None
    assert "To bed" in view.accessibleName()
    assert "minutes" in view.accessibleDescription()


@pytest.mark.parametrize("name", ["Two choices", "To bed", "New bite", "Barefoot"])
def test_every_kind_of_strategy_has_its_row(progress, choose, name):
    choose(progress, progress.filter.strategy, name)
    panel = progress.body.one.chart.panel
    assert panel.view.shown.marks
    assert panel.view.shown.stretches == panel.head.shown.stretches
    assert panel.shown.strategy == name


def test_the_row_is_larger_than_among_the_others(progress, choose):
    rows = {row.title(): row for row in progress.body.all.rows.rows}
    choose(progress, progress.filter.strategy, "To bed")
    assert progress.body.one.chart.panel.view.height() > rows["To bed"].view.height()


def test_what_is_drawn_is_explained_under_it_and_nothing_else(progress, choose, hands):
    choose(progress, progress.filter.strategy, "Barefoot")
    assert "not written" in hands.texts(progress.body.one.chart)
    assert "on own" not in hands.texts(progress.body.one.chart)
    choose(progress, progress.filter.strategy, "Two choices")
    assert "on own" in hands.texts(progress.body.one.chart)


def test_the_keyboard_reads_a_row_mark_by_mark_with_who_and_note(bed, hands, monkeypatch):
    spoken, view = [], bed.chart.panel.view
    monkeypatch.setattr(progress_chart, "announce", lambda _on, words: spoken.append(words))
    view.setFocus()
    hands.press(Key.Key_Home)
    assert view.told_mark().words == "Monday, March 2: did it, written later"
    assert bed.chart.told.text() == "Mom"
    spoken.clear()
    hands.press(Key.Key_End)
    assert view.told_mark().words == "Saturday, March 21: 21 minutes"
    assert spoken == ["Mom: “She hummed the song”"]
    assert bed.chart.told.text() == "Mom: “She hummed the song”"


def test_a_day_leads_to_today_and_a_week_to_its_entries(progress, choose, hands, settled):
    choose(progress, progress.filter.strategy, "Two choices")
    window, view = progress.window(), progress.body.one.chart.panel.view
    view.setFocus()
    hands.press(Key.Key_Home, Key.Key_Return)
    assert (window.page_name, window.page.day) == ("today", VISIT)
    window.open_page("progress")
    settled(progress)
    view.setFocus()
    hands.press(Key.Key_End)
    assert progress.body.one.chart.told.text().startswith("Point at the chart")
    hands.press(Key.Key_Return)
    QApplication.processEvents()
    assert window.page_name == "journal"
    asked = window.page.typed()
    assert (asked.start, asked.end) == (date(2026, 3, 16), LAST)
    assert asked.strategy is not None


def test_a_chart_that_cannot_be_drawn_says_so_and_opens_its_table(
    progress, qtbot, monkeypatch, caplog
):
    def broken(*_):
        raise ZeroDivisionError("family words")

    monkeypatch.setattr(drawing, "row_picture", broken)
    box = progress.filter.strategy
    box.setCurrentIndex(box.findText("To bed"))
    panel = progress.body.one.chart.panel
    said = "This chart could not be drawn. Its numbers are in the table."
    qtbot.waitUntil(lambda: panel.view.text() == said, timeout=20_000)
    assert panel.table.button.isChecked()
    first = panel.table.views[0].model().index(0, 0)
    assert first.data() == "March 12, 2026"
    assert "ZeroDivisionError" in caplog.text
    assert "family words" not in caplog.text
    assert progress.body.one.head.isVisible()


def test_how_the_days_are_counted_is_said_under_them(bed, hands):
    hands.click(bed.head.how.button)
    assert any("bmj.com" in words for words in hands.texts(bed.head))
    hands.click(bed.head.how.button)
    assert not any("bmj.com" in words for words in hands.texts(bed.head))


def test_a_pointer_over_a_day_tells_it(bed, progress):
    view = bed.chart.panel.view
    progress._scroll.ensureWidgetVisible(view)
    QApplication.processEvents()
    places = view.places()
    marks = places.picture.marks
    day = next(at for at, mark in enumerate(marks) if mark.start == LAST)
    QTest.mouseMove(view, places.box(day).center().toPoint())
    QApplication.processEvents()
    assert view.told_mark().start == LAST
    assert bed.chart.told.text() == "Mom: “She hummed the song”"


def test_of_many_wishes_the_first_and_the_last_are_counted(progress, settled, hands):
    told = []
    counting = next(
        newest_only
        for newest_only in progress.findChildren(NewestOnly)
        if newest_only.parent() is progress
    )
    counting.done.connect(lambda wish, _: told.append(wish.asked.period))
    for words in ("4 weeks", "3 months", "Everything"):
        hands.click(hands.named(progress, Pill, words))
    settled(progress)
    assert told == [Period(FIRST, SUNDAY)]
    assert progress.counted.asked.period == told[-1]


def test_a_failing_count_is_said_in_a_sentence(progress, settled, hands, monkeypatch, qtbot):
    def broken(_wish):
        raise ZeroDivisionError

    counting = next(
        newest_only
        for newest_only in progress.findChildren(NewestOnly)
        if newest_only.parent() is progress
    )
    monkeypatch.setattr(counting, "_work", broken)
    hands.click(hands.named(progress, Pill, "4 weeks"))
    qtbot.waitUntil(progress.trouble.isVisible, timeout=10_000)
    assert "did not expect (ZeroDivisionError)" in progress.trouble.text()
    assert progress.body.isVisible()
    monkeypatch.undo()
    hands.click(hands.named(progress, Pill, "3 months"))
    settled(progress)
    assert not progress.trouble.isVisible()


def test_a_stretch_without_anything_keeps_the_ways_back(bed, progress, looked, hands, settled):
    long_ago = PracticeTold(rating=None)
    looked.journal.days.did_it(looked.ids["To bed"], FIRST - timedelta(days=60), long_ago)
    progress.heard(None)
    settled(progress)
    panel = bed.chart.panel
    panel.view.setFocus()
    for _ in range(5):
        panel.view.zoom(closer=True, about=FIRST - timedelta(days=30))
        settled(progress)
    assert panel.view.isVisible()
    assert panel.view.text() == panel.headline.text()
    assert bed.chart.whole.isVisible()
    assert not panel.copy.isVisible()
    hands.press("0")
    settled(progress)
    assert panel.view.shown is not None
    assert panel.copy.isVisible()


def notes_of(bed):
    return [mark for mark in bed.chart.panel.view.shown.marks if "“" in mark.words]


def test_notes_stand_at_their_days_and_no_private_one(bed, hands):
    (note,) = notes_of(bed)
    assert (note.start, note.end) == (LAST, LAST)
    assert note.words == "Saturday, March 21: “She hummed the song”"
    assert "small triangles: notes" in hands.texts(bed.chart)


def test_a_note_of_others_is_hidden_with_them(bed, progress, looked, choose):
    theirs = PracticeTold(rating=Decimal(5), helper=looked.grandpa)
    looked.journal.days.did_it(looked.ids["To bed"], FIRST, theirs)
    progress.heard(None)
    choose(progress, "Who did it", "Grandpa")
    assert progress.body.one.chart.panel.shown.notes == ()


def test_where_days_have_no_sign_of_their_own_no_note_has_one(
    bed, progress, looked, hands, settled
):
    long_ago = PracticeTold(rating=None)
    looked.journal.days.did_it(looked.ids["To bed"], FIRST - timedelta(days=200), long_ago)
    progress.heard(None)
    settled(progress)
    assert notes_of(bed) == []
    assert "small triangles: notes" not in hands.texts(bed.chart)
