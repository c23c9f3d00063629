"""The charts of the Progress page: read by pointer and key, closer and farther, always in words."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from homejournal.domain.days.periods import Period
from homejournal.reports.charts import screen_picture
from homejournal.services.days.days import PracticeTold
from homejournal.ui.base.worker import NewestOnly
from homejournal.ui.progress.cards import chart as progress_chart
from homejournal.ui.widgets.buttons.button import Pill
from tests.ui.conftest import SUNDAY
from tests.ui.shown_pages import FIRST

Key = Qt.Key


@pytest.fixture
def bed(progress, choose, hands, settled):
    """Everything of the strategy whose minutes are noted."""
    hands.click(hands.named(progress, Pill, "Everything"))
    choose(progress, progress.filter.strategy, "To bed")
    return progress.body.one


def each(page, hands, settled):
    hands.click(hands.named(page.body.one.chart, Pill, "Each rating"))
    settled(page)


def test_a_chart_has_its_sentence_a_picture_and_words_for_those_who_hear_it(bed):
    panel = bed.chart.panel
    assert "minutes" in panel.headline.text()
    view = panel.view
    assert view.shown is not None
    assert "To bed" in view.accessibleName()
    assert "minutes" in view.accessibleDescription()


@pytest.mark.parametrize("name", ["Two choices", "To bed", "New bite", "Barefoot"])
def test_every_kind_of_strategy_has_its_chart(progress, choose, hands, settled, name):
    choose(progress, progress.filter.strategy, name)
    chart = progress.body.one.chart
    assert chart.panel.view.shown is not None
    assert chart.kind.isVisible() is (name != "Barefoot")
    bars = chart.panel.chart
    if name != "Barefoot":
        each(progress, hands, settled)
        assert chart.panel.chart != bars
        assert chart.panel.view.shown.marks


def test_the_keyboard_reads_a_chart_mark_by_mark_with_who_and_note(
    bed, progress, hands, settled, monkeypatch
):
    spoken = []
    monkeypatch.setattr(progress_chart, "announce", lambda _on, words: spoken.append(words))
    each(progress, hands, settled)
    spoken.clear()
    bed.chart.panel.view.setFocus()
    hands.press(Key.Key_End)
    assert bed.chart.told.text() == "Mom: “She hummed the song”"
    assert spoken == ["Mom: “She hummed the song”"]
    hands.press(Key.Key_Home)
    assert bed.chart.told.text() == "Mom"


def test_a_week_has_no_single_writer_and_leads_to_its_entries(bed, progress, hands):
    view = bed.chart.panel.view
    view.setFocus()
    hands.press(Key.Key_Home)
    assert bed.chart.told.text().startswith("Point at the chart")
    hands.press(Key.Key_Return)
    QApplication.processEvents()
    window = progress.window()
    assert window.page_name == "journal"
    asked = window.page.typed()
    assert (asked.start, asked.end) == (FIRST, FIRST + timedelta(days=6))
    assert asked.strategy is not None


def test_a_chart_that_cannot_be_drawn_says_so_and_opens_its_table(
    progress, qtbot, monkeypatch, caplog
):
    def broken(*_):
        raise ZeroDivisionError("family words")

    monkeypatch.setattr(screen_picture, "chart_picture", broken)
    box = progress.filter.strategy
    box.setCurrentIndex(box.findText("To bed"))
    panel = progress.body.one.chart.panel
    said = "This chart could not be drawn. Its numbers are in the table."
    qtbot.waitUntil(lambda: panel.view.text() == said, timeout=20_000)
    assert panel.table.button.isChecked()
    first = panel.table.view.model().index(0, 0)
    assert first.data() == "March 12, 2026"
    assert "ZeroDivisionError" in caplog.text
    assert "family words" not in caplog.text
    assert progress.body.one.head.isVisible()


def test_how_the_days_are_counted_is_said_under_them(bed, hands):
    hands.click(bed.head.how.button)
    assert any("bmj.com" in words for words in hands.texts(bed.head))
    hands.click(bed.head.how.button)
    assert not any("bmj.com" in words for words in hands.texts(bed.head))


def test_a_pointer_over_a_dot_tells_it(bed, progress, hands, settled):
    each(progress, hands, settled)
    view = bed.chart.panel.view
    progress._scroll.ensureWidgetVisible(view)
    QApplication.processEvents()
    places = view.places()
    middle = places.box(len(places.picture.marks) - 1).center().toPoint()
    QTest.mouseMove(view, middle)
    QApplication.processEvents()
    assert view.told_mark() is not None
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
