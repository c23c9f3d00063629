"""The keyboard goes through what is chosen for a page as one reads it, from top to bottom."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton

from tests.ui.visits.page.visit_pages import choose_way
from tests.ui.waiting import settle_window

_ONE_ROW = 16
"""Parts of one row stand at heights that differ by less."""


@pytest.fixture
def page(visited, open_visit_page, hands):
    page = open_visit_page(visited)
    for _ in range(2):
        choose_way(page, "Copy as text")
        hands.click(hands.named(page, QPushButton, "Keep this page"))
    return page


def walked(page, hands, qtbot):
    """Every part of the list that Tab comes to, from its first one until it leaves the list."""
    page.window().activateWindow()
    hands.click(page.choices.list_button)
    settle_window(page.window(), qtbot)
    seen = []
    while page.choices.isAncestorOf(focused := QApplication.focusWidget()):
        assert focused not in seen
        seen.append(focused)
        hands.press(Qt.Key.Key_Tab)
    return seen


def test_tab_comes_to_the_ticks_where_they_stand_and_to_kept_pages_last(page, hands, qtbot):
    seen = walked(page, hands, qtbot)
    body = page.choices.widget()
    heights = [one.mapTo(body, QPoint(0, 0)).y() for one in seen]
    assert all(after > before - _ONE_ROW for before, after in pairwise(heights))
    assert len([one for one in seen if isinstance(one, QCheckBox)]) > 5
    assert seen.index(page.choices.closing.edit("thanks")) > seen.index(
        next(iter(page.choices.ticks.rows().values())).box
    )
    assert [one.text() for one in seen[-3::2]] == ["Remove", "Remove"]
