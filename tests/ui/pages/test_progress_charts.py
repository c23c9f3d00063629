"""The charts of the Progress page: read by pointer and key, closer and farther, always in words."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from homejournal.domain.notes import Note
from homejournal.domain.numbers import Period
from homejournal.domain.visits import Visit
from homejournal.reports import chart_picture
from homejournal.services.days import PracticeTold
from homejournal.ui.newest import Newest
from homejournal.ui.pages import progress_chart
from homejournal.ui.widgets.pill import Pill
from tests.ui.conftest import SUNDAY
from tests.ui.pages.conftest import FIRST, LAST, VISIT

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
    asked = window.page.filter.asked(window.page.child)
    assert (asked.start, asked.end) == (FIRST, FIRST + timedelta(days=6))
    assert asked.strategy is not None


def test_closer_and_farther_by_key_and_button(bed, progress, hands, settled):
    chart = bed.chart
    assert not chart.farther.isEnabled()
    chart.panel.view.setFocus()
    hands.press("+")
    settled(progress)
    assert chart.farther.isEnabled()
    hands.click(chart.farther)
    settled(progress)
    assert not chart.whole.isEnabled()
    chart.closer.click()
    chart.closer.click()
    settled(progress)
    assert chart.panel.view.shown is not None
    chart.whole.setFocus()
    hands.press(Key.Key_Space)
    settled(progress)
    # What was pressed is not possible any more, so the keyboard is on the next button.
    assert chart.closer.hasFocus()
    assert not chart.panel.view.is_zoomed


def test_the_days_that_are_shown_closer_are_said_under_the_chart(
    bed, progress, hands, settled, monkeypatch
):
    spoken, chart = [], bed.chart
    monkeypatch.setattr(progress_chart, "announce", lambda _on, words: spoken.append(words))
    assert not chart.days.isVisible()
    hands.click(chart.closer)
    settled(progress)
    said = "The chart now shows March 7 to March 17, 2026, out of March 2 to March 22, 2026."
    assert chart.days.isVisible()
    assert (chart.days.text(), spoken) == (said, [said])
    hands.click(chart.whole)
    settled(progress)
    assert not chart.days.isVisible()
    assert spoken[1:] == ["The chart now shows all days."]


@pytest.mark.parametrize("key", [Key.Key_0, Key.Key_Escape])
def test_a_key_leads_back_from_days_without_anything(bed, progress, looked, hands, settled, key):
    long_ago = PracticeTold(rating=None)
    looked.journal.days.did_it(looked.ids["To bed"], FIRST - timedelta(days=60), long_ago)
    progress.heard(None)
    settled(progress)
    view, chart = bed.chart.panel.view, bed.chart
    chart.panel.view.window_wanted.emit(
        Period(FIRST - timedelta(days=30), FIRST - timedelta(days=24))
    )
    settled(progress)
    assert view.shown is None
    each(progress, hands, settled)
    hands.click(hands.named(chart, Pill, "By week"))
    settled(progress)
    assert chart.days.isVisible()
    view.setFocus()
    hands.press(key)
    settled(progress)
    assert view.shown is not None
    assert not view.is_zoomed


def test_nothing_moves_under_the_pointer_while_marks_are_told(
    bed, progress, looked, hands, settled
):
    about = {"child": looked.house.child.id, "strategy": looked.ids["To bed"]}
    for day, words in ((LAST, "A song, and then another one. " * 5), (FIRST, "Well. " * 60)):
        looked.journal.notes.write(Note(id=uuid4(), day=day, text=words, **about))
    each(progress, hands, settled)
    chart = bed.chart
    chart.panel.view.setFocus()

    def high():
        needed = chart.told.heightForWidth(chart.told.width())
        assert chart.told.height() >= needed
        return chart.panel.height(), chart.sizeHint().height(), needed

    heights = [high()]
    for key in (Key.Key_End, Key.Key_Home, Key.Key_End):
        hands.press(key)
        settled(progress)
        heights.append(high())
    panels, wanted, told = zip(*heights, strict=True)
    lines = chart.told.fontMetrics().lineSpacing()
    # Two lines have their room at once; more take theirs once and keep it.
    assert told[0] < 2 * lines <= told[1] < told[2]
    assert wanted[0] == wanted[1] < wanted[2] == wanted[3]
    assert len(set(panels)) == 1


def test_the_buttons_of_a_chart_say_in_words_what_they_do(bed):
    chart = bed.chart
    words = [button.text() for button in (chart.closer, chart.farther, chart.whole)]
    assert [*words, chart.panel.handle.text()] == ["Closer", "Farther", "All days", "Drag out"]
    assert all(
        one.accessibleName().startswith(one.text()) or not one.accessibleName()
        for one in chart.findChildren(QPushButton)
    )
    assert len({one.y() for one in (chart.closer, chart.farther, chart.whole)}) == 1


def test_days_looked_at_closer_stay_until_another_strategy_is_looked_at(
    bed, progress, looked, hands, settled, choose
):
    bed.chart.closer.click()
    settled(progress)
    first = bed.chart.panel.chart.bars[0].start
    assert first > FIRST
    told = PracticeTold(rating=2)
    editing = progress.window().desk.editing
    two = looked.ids["Two choices"]
    editing.do("Did it", lambda: looked.journal.days.did_it(two, LAST, told))
    settled(progress)
    assert bed.chart.panel.chart.bars[0].start == first
    choose(progress, progress.filter.strategy, "New bite")
    assert not bed.chart.panel.view.is_zoomed


def test_weeks_that_are_too_many_become_months_and_the_button_says_so(
    progress, looked, hands, settled, choose
):
    bed = looked.ids["To bed"]
    long_ago = PracticeTold(rating=None)
    looked.journal.days.did_it(bed, FIRST - timedelta(days=300), long_ago)
    progress.heard(None)
    hands.click(hands.named(progress, Pill, "Everything"))
    choose(progress, progress.filter.strategy, "To bed")
    chart = progress.body.one.chart
    assert hands.named(chart, Pill, "By month").isChecked()
    each(progress, hands, settled)
    assert hands.named(chart, Pill, "By month")
    for _ in range(3):
        chart.closer.click()
        settled(progress)
    assert hands.named(chart, Pill, "By week")


def test_a_chart_that_cannot_be_drawn_says_so_and_opens_its_table(
    progress, qtbot, monkeypatch, caplog
):
    def broken(*_):
        raise ZeroDivisionError("family words")

    monkeypatch.setattr(chart_picture, "chart_picture", broken)
    box = progress.filter.strategy
    box.setCurrentIndex(box.findText("To bed"))
    panel = progress.body.one.chart.panel
    said = "This chart could not be drawn. Its numbers stand in the table."
    qtbot.waitUntil(lambda: panel.view.text() == said, timeout=20_000)
    assert panel.table.button.isChecked()
    first = panel.table.view.model().index(0, 0)
    assert first.data() == "March 12, 2026"
    assert "ZeroDivisionError" in caplog.text
    assert "family words" not in caplog.text
    assert progress.body.one.head.isVisible()


def test_before_and_since_a_visit_stand_side_by_side(bed, progress):
    around = bed.around
    assert around.isVisible()
    before, since = around.series().groups
    assert (before.bar.start, before.bar.end) == (FIRST, VISIT - timedelta(days=1))
    assert (since.bar.start, since.bar.end) == (VISIT, SUNDAY)
    assert not around.visit.isVisible()
    assert "n" in around.panel.view.accessibleDescription()


def test_one_of_several_visits_is_chosen(bed, progress, looked, choose, settled):
    day = date(2026, 3, 18)
    visit = Visit(id=uuid4(), child=looked.house.child.id, day=day, held=True)
    looked.journal.records.save(visit)
    progress.heard(None)
    settled(progress)
    assert bed.around.series().groups[1].bar.start == VISIT
    choose(progress, bed.around.visit, "March 18, 2026")
    assert bed.around.series().groups[1].bar.start == day
    progress.heard(None)
    settled(progress)
    assert bed.around.visit.currentText() == "March 18, 2026"
    choose(progress, progress.filter.strategy, "New bite")
    assert bed.around.visit.currentText() == "March 18, 2026"


def test_more_detail_is_told_of_the_visit_that_is_chosen(progress, looked, choose, hands, settled):
    day = date(2026, 3, 8)
    visit = Visit(id=uuid4(), child=looked.house.child.id, day=day, held=True)
    looked.journal.records.save(visit)
    hands.click(hands.named(progress, Pill, "Everything"))
    choose(progress, progress.filter.strategy, "Two choices")
    one = progress.body.one
    hands.click(one.more.open)
    assert any("before the visit on March 12" in words for words in hands.texts(one.more))
    choose(progress, one.around.visit, "March 8, 2026")
    assert any("before the visit on March 8" in words for words in hands.texts(one.more))
    progress.heard(None)
    settled(progress)
    assert any("before the visit on March 8" in words for words in hands.texts(one.more))


def test_a_strategy_that_is_not_rated_has_no_finer_detail(progress, choose):
    choose(progress, progress.filter.strategy, "Barefoot")
    assert not progress.body.one.more.isVisible()
    choose(progress, progress.filter.strategy, "To bed")
    assert progress.body.one.more.isVisible()


def test_where_nothing_is_compared_around_a_visit_it_says_why(progress, choose, hands, settled):
    choose(progress, progress.filter.strategy, "Two choices")
    one = progress.body.one
    assert one.around.isVisible()
    assert not one.around.panel.isVisible()
    no_visit = "These days have no visit with days before it. More days may show both sides."
    assert no_visit in hands.texts(one.around)
    hands.click(hands.named(progress, Pill, "Everything"))
    settled(progress)
    assert no_visit not in hands.texts(one.around)
    choose(progress, progress.filter.helper, "Mom")
    narrowed = "With a filter on, nothing is compared around a visit."
    assert narrowed in hands.texts(one.around)
    assert all(chart is not one.around.panel.chart for chart in one.charts())


def test_without_a_visit_there_is_nothing_to_say_of_one(progress, looked, choose, settled):
    looked.journal.records.delete(looked.visit)
    progress.heard(None)
    choose(progress, progress.filter.strategy, "Two choices")
    assert not progress.body.one.around.isVisible()


def test_times_of_the_day_stand_side_by_side_where_there_are_enough(bed, progress, choose):
    assert not bed.slots.isVisible()
    assert not bed.routines.isVisible()
    choose(progress, progress.filter.strategy, "Two choices")
    assert bed.slots.isVisible()
    assert [group.name for group in bed.slots.panel.chart.groups] == ["breakfast", "dinner"]
    assert len(bed.charts()) == 3


def test_more_detail_is_told_after_a_press_each_with_its_source(bed, progress, hands):
    more = bed.more
    assert not any("in a row" in words for words in hands.texts(more))
    hands.click(more.open)
    for name in ("Ups and downs over time", "Before and since a visit"):
        assert name in hands.texts(more)
    # Minutes are no tries, so nothing is said of tries.
    assert "Tries of one session" not in hands.texts(more)
    told = next(one for one in more.findChildren(QLabel) if "doi.org" in one.text())
    assert not told.isVisible()
    buttons = [one for one in more.findChildren(type(more.open)) if one is not more.open]
    for button in (one for one in buttons if one.isVisible()):
        assert button.accessibleDescription()
        button.setFocus()
        hands.press(Key.Key_Space)
    assert sum("doi.org" in words for words in hands.texts(more)) == 2


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
    counting = next(one for one in progress.findChildren(Newest) if one.parent() is progress)
    counting.done.connect(lambda wish, _: told.append(wish.asked.period))
    for words in ("4 weeks", "3 months", "6 months", "Everything"):
        hands.click(hands.named(progress, Pill, words))
    settled(progress)
    assert told == [Period(FIRST, SUNDAY)]
    assert progress.counted.asked.period == told[-1]


def test_a_failing_count_is_said_in_a_sentence(progress, settled, hands, monkeypatch, qtbot):
    def broken(_wish):
        raise ZeroDivisionError

    counting = next(one for one in progress.findChildren(Newest) if one.parent() is progress)
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
