"""What is said above a page leaves the page its room."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QScrollArea

from homejournal.ui.theme import LEAST_TARGET
from homejournal.ui.widgets.layout.scroll_areas import NoticeArea
from tests.ui.waiting import settle_window


def test_notices_leave_a_page_its_room_and_scroll_in_a_low_window(house, open_window):
    window = open_window(house.journal)
    window.frame.say_failure("Something could not be saved. " * 40)
    for height in (900, 400):
        window.resize(700, height)
        for _ in range(4):
            QApplication.processEvents()
        area = window.frame.failure.parentWidget().parentWidget().parentWidget()
        assert isinstance(area, NoticeArea)
        assert area.height() <= window.frame.height() * 0.46
    assert area.verticalScrollBar().maximum() > 0
    window.frame.forget_failure()
    assert not area.isVisible()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_notice_ends_where_the_cards_of_its_page_end(example, open_window, qtbot, language):
    window = open_window(example, language)
    for width in (1120, 640):
        window.resize(width, 700)
        for page in ("today", "progress", "journal", "today"):
            window.open_page(page)
            settle_window(window, qtbot)
            area = window.page.findChild(
                QScrollArea, options=Qt.FindChildOption.FindDirectChildrenOnly
            )
            edges = area.widget().layout().contentsMargins()
            left = area.viewport().mapTo(window, QPoint(edges.left(), 0)).x()
            right = area.viewport().mapTo(window, QPoint(0, 0)).x() + area.viewport().width()
            notice = window.frame.example
            at = notice.mapTo(window, QPoint(0, 0)).x()
            assert (at, at + notice.width()) == (left, right - edges.right()), (page, width)


def test_what_stays_above_every_page_is_one_slim_line(example, open_window, qtbot):
    window = open_window(example)
    window.resize(1120, 780)
    settle_window(window, qtbot)
    assert window.frame.example.height() <= LEAST_TARGET
