"""A toast gives time, carries Undo and never lies on what has the focus."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from homejournal.ui.widgets.toast import LEAST_SHOWN_MS, Toast


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


def test_it_never_covers_the_focus(page):
    page.toast.show_text("Saved", "Undo")
    assert page.toast.y() > 300
    page.field.clearFocus()
    page.field.move(300, 540)
    page.field.setFocus()
    assert not page.toast.geometry().intersects(page.field.geometry())
    assert page.rect().contains(page.toast.geometry())


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
