"""That a page's buttons and words are counted as a person would count them."""

import pytest
from PySide6.QtWidgets import (
    QButtonGroup,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from homejournal.ui.widgets.day_navigation import WeekStrip
from homejournal.ui.widgets.line_buttons import SecondLine
from measuring import Measure, marked, measure, table


def _page(qtbot, *widgets, high=300):
    page = QWidget()
    column = _close_column(page)
    for widget in widgets:
        column.addWidget(widget)
    page.resize(600, high)
    qtbot.addWidget(page)
    page.show()
    return page


def _close_column(inside):
    """Return a column whose room does not depend on the style of the window."""
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column


def _measured(page):
    return measure(page, "made up", "600x300")


def test_what_the_family_wrote_numbers_and_single_letters_are_no_words_of_ours(qtbot):
    title = QLabel(f"Notes about {marked('Ana María')}, M T W, 12 of 14")
    assert _measured(_page(qtbot, title)).words == 3


def test_words_on_buttons_and_in_empty_fields_count_once(qtbot):
    field = QLineEdit()
    field.setPlaceholderText("Write here")
    page = _page(qtbot, QPushButton("&Save it"), QPushButton("Sa&ve it"), field)
    assert _measured(page).words == 6


def test_what_cannot_be_seen_does_not_count(qtbot):
    away = QPushButton("Not to be seen")
    page = _page(qtbot, QPushButton("Here"), away)
    away.hide()
    assert (_measured(page).buttons, _measured(page).words) == (1, 1)


def test_a_group_of_which_one_is_chosen_and_a_week_count_as_one_button_each(qtbot):
    group, radios = QButtonGroup(), [QRadioButton(f"No. {place}") for place in range(4)]
    for radio in radios:
        group.addButton(radio)
    page = _page(qtbot, *radios, WeekStrip("Earlier", "Later"), QPushButton("Save"))
    assert _measured(page).buttons == 3


def test_the_line_that_becomes_the_field_of_a_note_is_no_button_as_a_field_is_none(qtbot):
    page = _page(qtbot, QLineEdit(), SecondLine("Bath"), QPushButton("Save"))
    assert _measured(page).buttons == 1


@pytest.mark.parametrize("deep", [1, 2])
def test_a_page_that_scrolls_is_counted_in_sight_and_whole(qtbot, deep):
    body = QWidget()
    column = _close_column(body)
    for place in range(20):
        button = QPushButton(f"Button {place}")
        button.setStyleSheet("min-height: 60px; max-height: 60px; border: none; padding: 0")
        column.addWidget(button)
    for _ in range(deep):
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(body)
        body = area
    counted = _measured(_page(qtbot, area))
    assert counted.all_buttons == counted.all_words == 20
    assert (counted.buttons, counted.words, counted.screens) == (5, 5, 4.0)


def test_the_table_is_plain_text_with_one_line_for_each_page():
    rows = [Measure("today", "1120x780", 20, 25, 107, 144, 1.5)]
    head, line = table(rows).splitlines()
    assert head.split()[:2] == ["page", "window"]
    assert line.split() == ["today", "1120x780", "20", "25", "107", "144", "1.5"]
