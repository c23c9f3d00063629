"""Where a page begins: at its title; the first key shows what it acts on."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from homejournal.ui.theme import Scheme, apply_theme
from homejournal.ui.widgets.fields.answer_bar import Segment
from homejournal.ui.widgets.layout.focus import has_focus_inside
from tests.ui.waiting import settle_window

Key = Qt.Key


@pytest.fixture
def opened(three, open_window, qtbot):
    """Open Today in a window of a width and a height, with text of a size in per cent."""

    def at(size, percent):
        apply_theme(QApplication.instance(), Scheme.LIGHT, percent)
        window = open_window(three.journal)
        window.resize(*size)
        window.open_page("plan")
        window.open_page("today")
        settle_window(window, qtbot)
        return window.page

    yield at
    apply_theme(QApplication.instance(), Scheme.LIGHT)


def in_sight(page, words):
    """Say whether a label of the page is seen whole."""
    labels = page.findChildren(QLabel)
    label = next(one for one in labels if words in {one.text(), one.accessibleName()})
    return label.visibleRegion().boundingRect() == label.rect()


@pytest.mark.parametrize(
    ("size", "percent"), [((1120, 780), 100), ((1024, 640), 100), ((1600, 760), 200)]
)
def test_the_title_and_the_name_of_the_first_row_are_in_sight(opened, size, percent):
    page = opened(size, percent)
    assert has_focus_inside(page.lines[0])
    assert in_sight(page, page.title)
    assert in_sight(page, page.rows[0].card.strategy.name)


@pytest.mark.parametrize("size", [(1280, 560), (1120, 360), (800, 400)])
def test_where_both_have_no_room_the_title_is_seen_and_a_key_shows_its_answer(opened, hands, size):
    page = opened(size, 200)
    assert in_sight(page, page.title)
    assert has_focus_inside(page.lines[0])
    answer = QApplication.focusWidget()
    assert isinstance(answer, Segment)
    hands.press(Key.Key_Shift)
    assert in_sight(page, page.title)
    hands.press("2")
    assert answer.visibleRegion().boundingRect() == answer.rect()


def test_typing_in_a_week_begins_at_its_title_too(opened, three, hands, qtbot):
    page = opened((1120, 560), 200)
    page.window().open_page("week_grid")
    settle_window(page.window(), qtbot)
    grid = page.window().page
    assert grid.table.hasFocus()
    assert in_sight(grid, grid.title)
    hands.press(Key.Key_Right)
    settle_window(page.window(), qtbot)
    assert not in_sight(grid, grid.title)
    box = grid.table.visualRect(grid.table.currentIndex())
    assert grid.table.viewport().visibleRegion().boundingRect().contains(box)


def test_another_day_begins_at_its_title_too(opened, hands):
    page = opened((1120, 360), 100)
    hands.press(*[Key.Key_Down] * 2)
    QApplication.processEvents()
    assert not in_sight(page, page.title)
    hands.press(hands.alt("Left"))
    QApplication.processEvents()
    assert in_sight(page, page.title)


def test_the_focus_is_on_the_first_line_of_which_nothing_is_said(three, open_window, hands):
    window = open_window(three.journal)
    hands.press("2")
    window.open_page("plan")
    window.open_page("today")
    assert [has_focus_inside(line) for line in window.page.lines] == [False, True, False]
    hands.press("3", Key.Key_Down, "1")
    window.open_page("plan")
    window.open_page("today")
    assert has_focus_inside(window.page.lines[0])  # all is said, so it begins anew
