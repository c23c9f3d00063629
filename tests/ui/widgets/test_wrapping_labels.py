"""A text that wraps is drawn whole, also where one reads from the right."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from homejournal.ui.theme import Scheme
from homejournal.ui.widgets.button import icon_button
from homejournal.ui.widgets.day_navigation import DayStepper
from homejournal.ui.widgets.layout.boxes import FlowRow
from homejournal.ui.widgets.wrapping_labels import RowLabel, WrapLabel, line_label

LTR, RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
SAID = "للهاتف، أو حين يكون homejournal مغلقًا، يستطيع ملف تقويم أن يذكّركم. لكل حاسوب أوقاته."


@pytest.fixture
def label(qtbot):
    home = QWidget()
    home.setLayoutDirection(RTL)
    shown = WrapLabel(SAID)
    column = QVBoxLayout(home)
    column.addWidget(shown)
    column.addStretch(1)
    home.resize(330, 160)
    qtbot.addWidget(home)
    home.show()
    yield shown
    home.close()


def first_inks(label):
    """Return for each line how far its first letter stands from the right edge."""
    picture = label.grab().toImage()
    ground = picture.pixelColor(0, 0)
    high = label.fontMetrics().lineSpacing()
    inks = []
    for line in range(round(picture.height() / high)):
        rows = range(line * high + 2, min(picture.height(), (line + 1) * high - 2))
        for column in range(picture.width() - 1, -1, -1):
            if any(picture.pixelColor(column, row) != ground for row in rows):
                inks.append(picture.width() - 1 - column)
                break
    return inks


def test_each_line_begins_at_the_right(label):
    inks = first_inks(label)
    assert len(inks) > 1
    assert max(inks) < label.fontMetrics().horizontalAdvance(" ")


def test_names_from_the_left_stand_one_after_another_from_the_right(label):
    names = "\u2068Mom\u2069 · \u2068breakfast\u2069"
    label.setText(f"\u2067{names}\u2069")
    from_the_right = label.grab().toImage()
    label.setText(names)
    assert label.grab().toImage() == from_the_right
    assert label.text() == names
    sentence = "Mom looked at \u2068breakfast\u2069."
    label.setText(f"\u2066{sentence}\u2069")
    from_the_left = label.grab().toImage()
    label.setText(sentence)
    assert label.grab().toImage() == from_the_left


def test_its_text_and_what_a_screen_reader_hears_have_usual_spaces(label):
    assert label.text() == SAID
    heard = QAccessible.queryAccessibleInterface(label).text(QAccessible.Text.Name)
    assert heard == SAID
    label.parentWidget().setLayoutDirection(LTR)
    assert label.text() == SAID
    label.setText("one two")
    label.parentWidget().setLayoutDirection(RTL)
    heard = QAccessible.queryAccessibleInterface(label).text(QAccessible.Text.Name)
    assert (heard, label.text()) == ("one two", "one two")


def test_a_name_that_was_given_stays_when_the_direction_turns(label):
    label.setAccessibleName("Phone")
    label.parentWidget().setLayoutDirection(LTR)
    label.parentWidget().setLayoutDirection(RTL)
    assert label.accessibleName() == "Phone"


@pytest.mark.parametrize("look", ["title", "strong", "small", "chip"])
@pytest.mark.parametrize("percent", [100, 200])
def test_a_label_of_a_row_asks_for_one_line_and_wraps_where_it_gets_less(
    dress, qtbot, look, percent
):
    dress(Scheme.LIGHT, percent)
    row = FlowRow()
    qtbot.addWidget(row)
    words = "April 14, 2026 · Text message"
    ours, usual = RowLabel(words, look), line_label(words, look)
    row.add(ours, usual)
    row.resize(2000, 100)
    row.show()
    QApplication.processEvents()
    assert usual.width() <= ours.width() <= usual.width() + 2
    assert ours.height() == usual.height()
    usual.hide()
    QApplication.processEvents()
    row.resize(usual.width() * 2 // 3, 300)
    QApplication.processEvents()
    assert ours.width() == row.width()
    assert ours.height() >= ours.heightForWidth(ours.width()) > usual.height()


def test_arrows_stay_beside_what_they_step_through(dress, qtbot):
    dress(Scheme.LIGHT, 100)
    words = RowLabel("Today · Sunday, June 28", "strong")
    before, after = icon_button("chevron-left", "Before"), icon_button("chevron-right", "After")
    row = DayStepper(before, words, after)
    qtbot.addWidget(row)
    for width, lines in ((400, 1), (230, 2)):
        row.resize(width, row.heightForWidth(width))
        row.show()
        QApplication.processEvents()
        assert before.geometry().right() < words.x()
        assert words.geometry().right() < after.x() <= width - after.width()
        assert round(words.heightForWidth(words.width()) / words.fontMetrics().height()) == lines


@pytest.mark.parametrize("change", ["text", "font", "margin", "least width"])
def test_a_label_that_knows_its_height_measures_again_after_a_change(qtbot, change):
    label = WrapLabel("Wait a little, and look at her")
    qtbot.addWidget(label)
    before = label.heightForWidth(90)
    assert label.heightForWidth(90) == before
    if change == "text":
        label.setText("Wait")
    elif change == "font":
        font = label.font()
        font.setPixelSize(60)
        label.setFont(font)
    elif change == "margin":
        label.setContentsMargins(0, 40, 0, 40)
    else:
        label.setMinimumWidth(900)
    assert label.heightForWidth(90) != before
