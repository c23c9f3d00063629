"""A text that wraps is drawn whole, also where one reads from the right."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget

from homejournal.ui.widgets.label import WrapLabel

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
