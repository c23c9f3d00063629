"""What has the focus on the Visit page, and what the page asks, are seen in small windows."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QCheckBox

from homejournal.ui.widgets.layout.focus import show_focus
from homejournal.ui.widgets.layout.scroll_areas import scrolling_around
from tests.ui.visits.page.visit_pages import page, ready, save_there
from tests.ui.waiting import settle_window

__all__ = ["page", "ready"]

LONG = "Nothing that you typed is lost, and the page stays as it is. " * 4


@pytest.fixture
def small(page, qtbot):
    """Return a function that makes the window small, and goes to the last box by Tab."""
    window = page.window()

    def made(width, height):
        window.setMinimumSize(1, 1)
        window.resize(width, height)
        page.choices.list_button.click()
        settle_window(window, qtbot)
        box = [one for one in page.choices.findChildren(QCheckBox) if one.isVisible()][-1]
        box.setFocus(Qt.FocusReason.TabFocusReason)
        show_focus(page)
        QApplication.processEvents()
        assert is_whole(box)
        return box

    return made


def is_whole(part):
    """Return whether all of a part is in sight."""
    return part.visibleRegion().boundingRect() == part.rect()


def place(part):
    return part.mapTo(part.window(), QPoint(0, 0))


@pytest.mark.parametrize("size", [(320, 560), (1000, 560)])
def test_the_question_whether_it_was_handed_over_comes_into_sight_and_takes_no_focus(
    page, small, qtbot, tmp_path, size
):
    box, window = small(*size), page.window()
    page.save_pdf()
    with qtbot.waitSignal(page.tells, timeout=20_000):
        save_there(page, tmp_path / "page.pdf")
    window.activateWindow()
    settle_window(window, qtbot)
    assert is_whole(page.head.hand_over)
    assert not page.head.hand_over.button.visibleRegion().isEmpty()
    assert window.focusWidget() is box
    assert is_whole(box) or size[0] == 320  # there is room for both beside each other only


def test_a_notice_above_the_ticks_leaves_the_focused_one_where_it_is(page, small, qtbot):
    box = small(320, 480)
    before = place(box)
    page.head.say_trouble(LONG)
    settle_window(page.window(), qtbot)
    assert (place(box), is_whole(box)) == (before, True)
    page.head.trouble.hide()
    settle_window(page.window(), qtbot)
    assert (place(box), is_whole(box)) == (before, True)


def test_a_sentence_above_the_pages_leaves_the_focused_tick_in_sight(page, small, qtbot):
    box = small(320, 480)
    page.window().frame.say_failure(LONG)
    settle_window(page.window(), qtbot)
    assert is_whole(box)


def test_what_was_scrolled_out_of_sight_stays_there(page, small, qtbot):
    box = small(320, 480)
    bar = scrolling_around(page.head).verticalScrollBar()
    bar.setValue(0)
    page.head.say_trouble(LONG)
    settle_window(page.window(), qtbot)
    assert bar.value() == 0
    assert box.visibleRegion().isEmpty()
