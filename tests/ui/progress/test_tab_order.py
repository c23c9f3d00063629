"""Tab goes down the Progress page as one reads it, also through what is opened later."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton

from homejournal.ui.progress.cards import chart_panel
from homejournal.ui.widgets.button import Pill

Key = Qt.Key


def name_of(widget):
    return widget.accessibleName() or widget.text()


def tabbed(page, hands, key=Key.Key_Tab):
    """Go through the page from its filter to its end, or back to the filter."""
    start, stops = page.filter.first_stop(), []
    if key == Key.Key_Tab:
        start.setFocus()
    while page.isAncestorOf(QApplication.focusWidget()):
        stops.append(QApplication.focusWidget())
        assert len(stops) < 90
        if key == Key.Key_Backtab and stops[-1] is start:
            break
        hands.press(key)
    return stops


def is_read_down(page, stops):
    """Return whether each stop stands under the one before, or beside it in the same row."""
    boxes = []
    for stop in stops:
        top = stop.mapTo(page.body.parentWidget(), QPoint(0, 0))
        boxes.append((top.x(), top.y(), stop.height()))
    return all(
        below >= above or (left > before and below > above - tall)
        for (before, above, _), (left, below, tall) in pairwise(boxes)
    )


def test_all_strategies_are_gone_through_after_the_firsts(progress, hands):
    stops = tabbed(progress, hands)
    names = [name_of(stop) for stop in stops]
    assert names.index("Saturday, March 21, 2026") < names.index("Two choices")
    assert names[-3:] == ["Barefoot", "Barefoot", "Show table"]
    assert is_read_down(progress, stops)


def test_one_strategy_is_gone_through_from_its_words_to_more_detail(
    progress, hands, choose, settled
):
    hands.click(hands.named(progress, Pill, "Everything"))
    choose(progress, progress.filter.strategy, "Two choices")
    for card in (progress.body.one.chart, progress.body.one.around):
        hands.click(hands.named(card, QPushButton, "Show table"))
    hands.click(progress.body.one.more.open)
    settled(progress)
    stops = tabbed(progress, hands)
    names = [name_of(stop) for stop in stops]
    panel = progress.body.one.chart.panel
    place = stops.index(panel.view)
    assert stops[place + 1] is panel.table.button
    assert names[place + 2 : place + 6] == [
        "Copy chart",
        "Save…",
        "Drag out the chart into a message, or press to copy it",
        "Closer: fewer days",
    ]
    assert stops[place + 6] is panel.table.views[0]
    taken = ["Copy table", "Save table…"]
    assert names[place + 7 : place + 9] == taken
    assert stops[place + 9] is panel.table.views[1]
    assert names[place + 10 : place + 12] == taken
    assert names[-1] == "How is this counted?"
    assert is_read_down(progress, stops)


def test_going_back_is_the_same_way(progress, hands, choose):
    choose(progress, progress.filter.strategy, "To bed")
    forth = tabbed(progress, hands)
    forth[-1].setFocus()
    assert tabbed(progress, hands, Key.Key_Backtab) == forth[::-1]


def test_a_strategy_that_comes_later_stands_in_its_place(progress, looked, hands, settled):
    looked.house.plan("A new one", routine="Bath")
    progress.heard(None)
    settled(progress)
    assert is_read_down(progress, tabbed(progress, hands))


@pytest.mark.parametrize("name", ["To bed", "All of Maya"])
def test_an_opened_table_is_said_with_its_rows(progress, hands, choose, monkeypatch, name):
    spoken = []
    monkeypatch.setattr(chart_panel, "announce", lambda _on, words: spoken.append(words))
    choose(progress, progress.filter.strategy, name)
    look = progress.body.one.chart.panel if name == "To bed" else progress.body.all.rows
    hands.click(look.table.button)
    hands.click(look.table.button)
    assert spoken == [
        f"Table shown, {sum(view.model().rowCount() for view in look.table.views)} rows"
    ]
