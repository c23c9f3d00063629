"""A day is typed as people write it, in the order of their language, with all of its year."""

from datetime import date

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from homejournal.ui.widgets.fields.date_and_time import DayEdit

Key = Qt.Key
MAY = date(2026, 5, 1)
JUNE = date(2026, 6, 1)


@pytest.fixture
def edit(dress, on_screen):
    """Make a field in a language, with another one after it."""
    usual, pages = QLocale(), []

    def made(language="en_US", day=MAY):
        QLocale.setDefault(QLocale(language))
        page = QWidget()
        column, field = QVBoxLayout(page), DayEdit(day)
        column.addWidget(field)
        column.addWidget(QLineEdit())
        pages.append(on_screen(page))
        field.field.setFocus(Qt.FocusReason.TabFocusReason)
        return field

    yield made
    QLocale.setDefault(usual)


def typed(edit, words):
    QTest.keyClicks(edit.field, words)
    QTest.keyClick(edit.field, Key.Key_Tab)
    return edit.day()


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("en_US", "5/1/2026"),
        ("es_US", "1/5/2026"),
        ("es_ES", "1/5/2026"),
        ("de_DE", "01.05.2026"),
        ("sv_SE", "2026-05-01"),
    ],
)
def test_a_day_shows_all_of_its_year(edit, language, shown):
    assert edit(language).field.text() == shown


WAYS = ["6/1/2026", "06/01/2026", "6/1/26", "6.1.2026", "6-1-2026", "6 1 2026", "06012026"]


@pytest.mark.parametrize("words", WAYS)
def test_a_day_is_typed_part_by_part(edit, words):
    assert typed(edit(), words) == JUNE


@pytest.mark.parametrize("words", WAYS)
def test_a_day_is_typed_over_all_that_is_marked(edit, words):
    field = edit()
    QTest.keyClick(field.field, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert typed(field, words) == JUNE


@pytest.mark.parametrize("key", [Key.Key_Backspace, Key.Key_Delete])
def test_a_day_is_typed_after_all_of_it_was_erased(edit, key):
    field = edit()
    field.field.selectAll()
    QTest.keyClick(field.field, key)
    assert typed(field, "12/31/2027") == date(2027, 12, 31)


def test_a_day_is_typed_in_the_order_of_the_language(edit):
    assert typed(edit("es_US"), "1/6/2026") == JUNE
    assert typed(edit("de_DE"), "01.06.2026") == JUNE


def test_what_is_not_typed_stays(edit):
    assert typed(edit(), "6/15") == date(2026, 6, 15)
    assert typed(edit(), "6") == JUNE


def test_a_slash_alone_goes_on_to_the_next_part(edit):
    assert typed(edit(), "/22") == date(2026, 5, 22)


def test_two_digits_of_another_year_are_one_of_this_century(edit):
    assert typed(edit(), "6/1/24") == date(2024, 6, 1)


def test_a_typed_day_counts_at_return(edit, qtbot):
    field = edit()
    QTest.keyClicks(field.field, "6/1/24")
    with qtbot.waitSignal(field.changed) as heard:
        QTest.keyClick(field.field, Key.Key_Return)
    assert heard.args == [date(2024, 6, 1)]
