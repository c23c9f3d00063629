"""Buttons whose words have no room in one line."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from homejournal.ui.theme import Scheme, set_icon, set_look, tokens
from homejournal.ui.widgets.button import ToggleButton, make_button
from homejournal.ui.widgets.layout.boxes import FlowRow
from homejournal.ui.widgets.layout.dialog import BaseDialog
from homejournal.ui.widgets.wrapping_button import WordButton

WORDS = "&Type in a whole week from paper…"


@pytest.fixture
def row(qtbot, dress):
    """Lay out buttons in a row that flows, so many pixels wide."""
    dress(Scheme.LIGHT, 100)
    kept = []

    def shown(width, *buttons):
        flow = FlowRow()
        kept.append(flow)
        qtbot.addWidget(flow)
        flow.add(*buttons)
        flow.resize(width, 300)
        flow.show()
        QApplication.processEvents()
        return flow

    yield shown
    kept.clear()


def lines_painted(button):
    """Count the lines in which there is ink, between the left and the right edge of the words."""
    image = button.grab().toImage()
    ink = QColor(tokens().text)
    inside = range(6, image.width() - 6)
    rows = [
        any(abs(image.pixelColor(x, y).lightness() - ink.lightness()) < 40 for x in inside)
        for y in range(4, image.height() - 4)
    ]
    return sum(now and not before for before, now in zip([False, *rows], rows, strict=False))


def edges_free(button, edge=12):
    """Say whether nothing is painted beside the words, where a cut letter would be."""
    image = button.grab().toImage()
    ground, middle = QColor(tokens().surface), range(6, image.height() - 6)
    beside = (*range(4, edge), *range(image.width() - edge, image.width() - 4))
    return all(image.pixelColor(x, y) == ground for x in beside for y in middle)


def test_in_one_line_it_is_as_any_button(row):
    usual, ours = QPushButton(WORDS), WordButton(WORDS)
    for one in (usual, ours):
        one.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    row(600, usual, ours)
    assert ours.size() == usual.size()
    assert ours.grab().toImage() == usual.grab().toImage()


def test_without_room_the_words_go_on_in_a_next_line_and_stay_what_they_are(row):
    button = WordButton(WORDS)
    flow = row(600, button)
    high = button.height()
    flow.resize(150, 300)
    QApplication.processEvents()
    assert button.width() <= 150
    assert button.height() > high
    least, room = button.minimumSizeHint().width(), 150
    assert least <= button.width() == button.width_in(room)
    assert button.text() == WORDS
    assert button.shortcut().toString() == "Alt+T"
    assert QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name) == WORDS[1:]
    assert lines_painted(button) >= 2
    assert edges_free(button)
    flow.resize(600, 300)
    QApplication.processEvents()
    assert button.height() == high


def test_beside_others_it_goes_into_the_next_row_before_it_breaks(row):
    first, second = WordButton("Print…"), WordButton("Save as PDF…")
    row(200, first, second)
    assert second.y() > first.y()
    assert second.width() == second.sizeHint().width()


def test_it_needs_no_more_width_than_its_longest_word_and_its_icon(row):
    button = WordButton(WORDS)
    set_icon(button, "printer", size=16)
    flow = row(600, button)
    one_line = QFontMetrics(button.font()).horizontalAdvance(WORDS[1:])
    longest = QFontMetrics(button.font()).horizontalAdvance("paper…")
    least = button.sizeHint().width() - one_line + longest
    assert abs(flow.minimumSizeHint().width() - least) <= 3
    flow.resize(least + 4, 400)
    QApplication.processEvents()
    assert button.height() > 4 * QFontMetrics(button.font()).height()
    assert button.text() == WORDS


def test_other_words_take_the_lines_that_they_need(row):
    button = WordButton("Short")
    row(150, button)
    high = button.height()
    button.setText(WORDS)
    QApplication.processEvents()
    assert button.height() > high
    button.setText("Short")
    QApplication.processEvents()
    assert button.height() == high


def test_a_name_without_gaps_breaks_where_it_must(row):
    button = WordButton("Donaudampfschifffahrt" * 3)
    button.setMaximumWidth(200)
    row(200, button)
    assert button.height() > 2 * QFontMetrics(button.font()).height()
    assert edges_free(button)


def test_letters_outside_the_first_plane_are_not_torn_apart(row):
    button = WordButton("🌞🌞🌞 sun and more sun 🌞🌞🌞")
    row(110, button)
    lines = button._lines(110)
    assert "".join(lines).replace(" ", "") == button.text().replace(" ", "")
    wide = QFontMetrics(button.font()).horizontalAdvance
    assert all(wide(line) <= 110 for line in lines)


def test_a_button_that_stays_pressed_has_room_for_its_bold_letters_in_each_line(row):
    button = ToggleButton("What changed when, and why")
    row(150, button)
    button.setChecked(True)
    QApplication.processEvents()
    assert button.height() > QFontMetrics(button.font()).height() * 2
    image = button.grab().toImage()
    ground = image.pixelColor(10, 8)
    beside = (*range(6, 12), *range(image.width() - 12, image.width() - 6))
    assert all(image.pixelColor(x, y) == ground for x in beside for y in range(8, 30))


def test_in_lines_it_is_pressed_by_key_and_mouse(row, qtbot):
    button = WordButton(WORDS)
    set_look(button, "primary")
    row(150, button)
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Space)
    with qtbot.waitSignal(button.clicked):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_outside_of_a_row_that_flows_it_keeps_its_line(qtbot, dress):
    dress(Scheme.LIGHT, 100)
    button = WordButton(WORDS)
    qtbot.addWidget(button)
    assert button.minimumSizeHint() == button.sizeHint() == QPushButton(WORDS).sizeHint()
    assert not button.hasHeightForWidth()


def test_a_press_gives_the_value_that_the_button_stands_for(dress, qtbot):
    given = []
    first, second = (WordButton(word).giving(word, given.append) for word in ("One", "Two"))
    for button in (second, first):
        qtbot.addWidget(button)
        button.click()
    assert given == ["Two", "One"]
    assert first.value == "One"


def test_enter_pressed_twice_to_save_does_not_open_the_form_again(on_screen, hands, slowly, qapp):
    opened = []
    button = on_screen(make_button("Change…").giving("opened", opened.append))
    button.setFocus()
    qapp.setDoubleClickInterval(60_000)
    dialog = BaseDialog("Change", button)
    dialog.open()
    dialog.accept()
    hands.press(Qt.Key.Key_Return)
    assert opened == []
    qapp.setDoubleClickInterval(0)  # it is another press by now
    hands.press(Qt.Key.Key_Return)
    assert opened == ["opened"]
