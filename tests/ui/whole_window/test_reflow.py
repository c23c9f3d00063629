"""In a window of 320 pixels dialogs scroll one way, also in long words (WCAG 2.2, 1.4.10)."""

from functools import partial

import pytest
from PySide6.QtWidgets import QDialog, QListView

from picture_scenes import FULL, go_to, leave
from tests.ui.waiting import settle_window
from tests.ui.whole_window.test_every_page import cut
from tests.ui.whole_window.test_every_scene import sideways

NARROW = (320, 640)
SPANISH = "es"
"""The language whose words are longest."""


@pytest.mark.timeout(300)
@pytest.mark.unmeasured
@pytest.mark.with_all
def test_no_dialog_scrolls_sideways_or_cuts_a_word_in_a_narrow_window(example, open_window, qtbot):
    window, wrong = open_window(example, SPANISH), {}
    window.resize(*NARROW)
    settle = partial(settle_window, window, qtbot)
    for scene in FULL:
        shown = go_to(scene, window, settle)
        settle()
        if isinstance(shown, QDialog):
            lists = [view for view in shown.findChildren(QListView) if view.isVisible()]
            wide = [type(one).__name__ for one in lists if one.horizontalScrollBar().maximum()]
            if faults := [*sideways(shown), *cut(shown), *wide]:
                wrong[scene.name] = faults
        leave(window)
        settle()
    assert wrong == {}


def test_the_days_of_the_journal_take_no_room_beside_its_entries(example, open_window, qtbot):
    begins = {}
    window = open_window(example)
    for width in (1024, 320):
        window.resize(width, 640)
        window.open_page("journal")
        settle_window(window, qtbot)
        view = next(one for one in window.page.findChildren(QListView) if one.isVisible())
        second = view.visualRect(view.model().index(1, 0))
        image = view.viewport().grab(second).toImage()
        rows, ground = range(4, image.height() - 4), image.pixelColor(6, 6)
        inked = (x for x in range(6, 200) if any(image.pixelColor(x, y) != ground for y in rows))
        begins[width] = next(inked)
    assert max(begins.values()) <= 16
