"""A toast gives time, carries Undo and never lies on what has the focus."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QCursor, QEnterEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QPushButton, QWidget

from homejournal.ui.widgets.cards.notice import LEAST_SHOWN_MS, Toast
from homejournal.ui.widgets.layout.scroll_areas import ScrollColumn


@pytest.fixture
def page(dress, on_screen):
    made = QWidget()
    made.resize(800, 600)
    made.field = QLineEdit(made)
    made.field.setGeometry(300, 20, 200, 40)
    made.toast = Toast(made)
    return on_screen(made)


def undo_button(page):
    return page.toast.findChild(QPushButton)


def test_it_says_what_it_shows(page):
    page.toast.show_text("Saved", "Undo")
    assert page.toast.text() == "Saved"
    assert undo_button(page).accessibleDescription() == "Saved"


def test_it_stays_ten_seconds_or_longer_for_long_texts(page):
    page.toast.show_text("Saved", "Undo")
    assert page.toast.milliseconds_left() > LEAST_SHOWN_MS - 1000
    page.toast.show_text("word " * 40, "Undo")
    assert page.toast.milliseconds_left() > 15_000


def test_undo_is_told_and_ends_it(page, qtbot):
    page.toast.show_text("Saved", "Undo")
    with qtbot.waitSignal(page.toast.undo):
        undo_button(page).click()
    assert page.toast.isHidden()


def test_focus_on_its_button_holds_it(page):
    page.toast.show_text("Saved", "Undo")
    undo_button(page).setFocus()
    assert page.toast.milliseconds_left() == -1
    page.field.setFocus()
    assert page.toast.milliseconds_left() > 0


def test_the_pointer_holds_it(page):
    page.toast.show_text("Saved", "Undo")
    middle = QPointF(5, 5)
    QApplication.sendEvent(page.toast, QEnterEvent(middle, middle, middle))
    assert page.toast.milliseconds_left() == -1
    QApplication.sendEvent(page.toast, QEvent(QEvent.Type.Leave))
    assert page.toast.milliseconds_left() > 0


def test_a_pointer_that_rested_there_before_does_not_hold_it(page, qtbot):
    rests = page.mapToGlobal(QPoint(400, 560))
    QCursor.setPos(rests)
    page.toast.show_text("Saved", "Undo")
    qtbot.waitUntil(page.toast.underMouse)
    assert page.toast.milliseconds_left() > 0
    page.toast._timer.start(1)
    qtbot.waitUntil(page.toast.isHidden)


def test_a_pointer_that_moves_on_it_holds_it_at_the_end_of_its_time(page, qtbot):
    QCursor.setPos(page.mapToGlobal(QPoint(400, 560)))
    page.toast.show_text("Saved", "Undo")
    qtbot.waitUntil(page.toast.underMouse)
    QCursor.setPos(page.mapToGlobal(QPoint(402, 562)))
    page.toast._timer.start(1)
    qtbot.waitUntil(lambda: page.toast.milliseconds_left() == -1)
    assert not page.toast.isHidden()
    QApplication.sendEvent(page.toast, QEvent(QEvent.Type.Leave))
    assert page.toast.milliseconds_left() > 0


def test_who_goes_on_by_the_keyboard_does_not_hold_it(page):
    page.toast.show_text("Saved", "Undo")
    page.toast._timer.start(5_000)
    page.field.setFocus()
    page.field.clearFocus()
    assert 0 < page.toast.milliseconds_left() < LEAST_SHOWN_MS - 1000


def test_it_never_covers_the_focus(page):
    page.toast.show_text("Saved", "Undo")
    assert page.toast.y() > 300
    page.field.clearFocus()
    page.field.move(300, 540)
    page.field.setFocus()
    assert not page.toast.geometry().intersects(page.field.geometry())
    assert page.rect().contains(page.toast.geometry())


def test_it_stays_at_the_head_where_the_focus_goes_to_a_place_it_does_not_cover(page):
    page.field.move(300, 540)
    page.field.setFocus()
    page.toast.show_text("Saved", "Undo")
    at_head = page.toast.geometry()
    assert at_head.y() < 100
    between = QLineEdit(page)
    between.setGeometry(300, 300, 200, 40)
    between.show()
    between.setFocus()
    page.toast.show_text("Saved again", "Undo")
    assert page.toast.y() == at_head.y()
    page.toast.dismiss()
    page.toast.show_text("Saved", "Undo")
    assert page.toast.y() > 300


def test_it_does_not_cover_the_line_of_a_list_that_has_the_focus(page):
    lines = QListWidget(page)
    lines.addItems([str(number) for number in range(60)])
    lines.setGeometry(0, 0, 800, 600)
    lines.show()
    lines.stackUnder(page.toast)
    lines.setCurrentRow(0)
    lines.setFocus()
    page.toast.show_text("Saved", "Undo")
    assert page.toast.y() > 300
    lines.setCurrentRow(59)
    page.toast.show_text("Saved", "Undo")
    line = lines.visualRect(lines.currentIndex()).translated(lines.viewport().pos())
    assert not page.toast.geometry().intersects(line)


@pytest.fixture
def low(dress, on_screen):
    """A low and narrow page that scrolls, with a field in the middle of what is seen."""
    made, made.scroll = QWidget(), ScrollColumn()
    made.scroll.fill(made)
    made.fields = [QLineEdit() for _ in range(30)]
    made.scroll.add(*made.fields)
    made.toast = Toast(made)
    made.resize(300, 420)
    return on_screen(made)


def covered(page):
    """Return whether the toast lies on what has the focus, or that is out of sight."""
    focused = page.focusWidget()
    place = QRect(focused.mapTo(page, QPoint(0, 0)), focused.size())
    is_seen = page.rect().contains(place)
    return page.toast.geometry().intersects(place) or not is_seen


@pytest.mark.parametrize("height", [420, 250])
def test_where_it_is_high_the_focus_is_scrolled_free_of_it(low, height, qtbot):
    low.resize(300, height)
    for field in low.fields:
        field.setFocus()
        low.scroll.ensureWidgetVisible(field, 0, height // 2)
        low.toast.show_text("A rather long sentence that says what was saved. " * 4, "Undo")
        qtbot.waitUntil(lambda: not covered(low))
        low.toast.dismiss()


def test_what_tab_comes_to_is_scrolled_free_of_it(low, hands, qtbot):
    low.fields[0].setFocus()
    low.toast.show_text("A rather long sentence that says what was saved. " * 4, "Undo")
    for _ in range(12):
        hands.press(Qt.Key.Key_Tab)
        QApplication.processEvents()  # Qt scrolls to it now
        qtbot.waitUntil(lambda: not covered(low))


def test_in_a_low_window_it_is_shortened_and_still_spoken_whole(low):
    words = "A rather long sentence that says what was saved. " * 4
    low.resize(300, 250)
    low.toast.show_text(words)
    assert low.toast.text() == words
    assert low.toast.height() < 125
    low.resize(300, 420)
    assert low.toast.height() > 125


def test_it_follows_the_size_of_its_page(page):
    page.toast.show_text("A rather long sentence that says what was saved just now. " * 2, "Undo")
    page.resize(360, 400)
    assert page.rect().contains(page.toast.geometry())
    label = page.toast.layout().itemAt(0).widget()
    assert label.height() >= label.heightForWidth(label.width())


def test_without_words_there_is_no_button(page):
    page.toast.show_text("Copied")
    assert undo_button(page).isHidden()


def test_the_button_stands_where_the_text_ends_in_both_directions(page):
    page.toast.show_text("Saved", "Undo")
    page.toast.layout().activate()
    label = page.toast.layout().itemAt(0).widget()
    assert undo_button(page).x() > label.x()
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    page.toast.layout().activate()
    assert undo_button(page).x() < label.x()
    assert undo_button(page).mapTo(page, QPoint(0, 0)).x() >= 0


def test_it_can_be_dismissed_twice(page):
    page.toast.show_text("Saved")
    page.toast.dismiss()
    page.toast.dismiss()
    assert page.toast.isHidden()
