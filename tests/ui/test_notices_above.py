"""What is said above a page leaves the page its room."""

from PySide6.QtWidgets import QApplication

from homejournal.ui.widgets.notice_area import NoticeArea


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
