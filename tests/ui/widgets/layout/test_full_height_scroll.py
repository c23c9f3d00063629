"""A scroll area as high as what it holds, and one that takes the room that is left."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QVBoxLayout, QWidget

from homejournal.ui.widgets.layout.scroll_areas import (
    FullHeightScroll,
    ScrollColumn,
    scrolling_around,
)

LINES = "word " * 400


@pytest.fixture
def areas(qtbot, dressed):
    """An outer area that scrolls, and an inner one with a head over it."""
    outer, body, inner = QScrollArea(), QWidget(), ScrollColumn()
    column = QVBoxLayout(body)
    column.addWidget(QLabel("The head"))
    column.addWidget(inner, 1)
    label = QLabel(LINES)
    label.setWordWrap(True)
    inner.add(label)
    outer.setWidget(body)
    outer.setWidgetResizable(True)
    qtbot.addWidget(outer)
    whole = FullHeightScroll(inner, inner.body, 120)
    outer.resize(300, 400)
    outer.show()
    QApplication.processEvents()
    return outer, inner, whole, label


def scrolls(area):
    for _ in range(4):
        QApplication.processEvents()
    return area.verticalScrollBar().maximum() > 0


def test_an_area_that_is_not_whole_takes_the_room_that_is_left_and_scrolls(areas):
    outer, inner, _, label = areas
    assert (scrolls(outer), scrolls(inner)) == (False, True)
    assert scrolling_around(label) is inner
    outer.resize(300, 100)
    assert scrolls(outer)
    assert inner.height() == 120


def test_a_whole_area_leaves_scrolling_to_what_is_around_it(areas):
    outer, inner, whole, label = areas
    whole.set_whole(True)
    assert (scrolls(outer), scrolls(inner)) == (True, False)
    assert scrolling_around(label) is outer
    whole.set_whole(False)
    assert (scrolls(outer), scrolls(inner)) == (False, True)


@pytest.mark.parametrize("width", [200, 500, 1600])
def test_it_follows_its_words_and_its_width(areas, width):
    outer, inner, whole, label = areas
    whole.set_whole(True)
    label.setText(LINES * 2)
    outer.resize(width, 400)
    assert not scrolls(inner)
    label.setText("short")
    assert not scrolls(inner)
    assert inner.height() < 300


def test_without_anything_to_scroll_there_is_no_area_around(areas):
    outer, _, _, label = areas
    label.setText("short")
    scrolls(outer)
    assert scrolling_around(label) is None
