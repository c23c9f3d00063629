"""Charts looked at closer: by key and button, and what is said of the days that are shown."""

from datetime import timedelta
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QPushButton

from homejournal.domain.days.periods import Period
from homejournal.domain.records.notes import Note
from homejournal.services.days.days import PracticeTold
from homejournal.ui.progress.cards import chart as progress_chart
from tests.ui.progress.cards.test_chart import Key, bed
from tests.ui.shown_pages import FIRST, LAST

__all__ = ["bed"]


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
    progress.heard(None)
    settled(progress)
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
    first = bed.chart.panel.shown.rows.axis.period.start
    assert first > FIRST
    told = PracticeTold(rating=2)
    editing = progress.window().desk.editing
    two = looked.ids["Two choices"]
    editing.do("Did it", lambda: looked.journal.days.did_it(two, LAST, told))
    settled(progress)
    assert bed.chart.panel.shown.rows.axis.period.start == first
    choose(progress, progress.filter.strategy, "New bite")
    assert not bed.chart.panel.view.is_zoomed
