"""All strategies under the same dates: pictures with their marks, their room, and one legend."""

from datetime import date
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from homejournal.reports.strategy_rows import pictures
from homejournal.services.days.days import PracticeTold
from homejournal.ui.theme import Scheme, apply_theme
from homejournal.ui.widgets.button import Pill
from tests.ui.shown_pages import FIRST, LAST

Key = Qt.Key


@pytest.fixture
def rows(progress):
    return progress.body.all.rows


def row_of(rows, name):
    return next(row for row in rows.rows if row.title() == name)


def mark(view, day):
    """Return the place of the first mark of a day alone, in the widget."""
    marks = view.shown.marks
    at = next(place for place, one in enumerate(marks) if one.start == one.end == day)
    return view.places().box(at).center().toPoint()


def test_every_strategy_has_its_picture_in_words_too(rows):
    for row in rows.rows:
        assert row.view.shown is not None
        assert row.view.accessibleName() == row.title()
        assert "Did it" in row.view.accessibleDescription()
    assert "March 12" in rows.head.accessibleDescription()


def test_all_pictures_have_the_same_days_in_the_same_places(rows):
    ends = {row.view.shown.stretches for row in rows.rows}
    assert ends == {rows.head.shown.stretches}
    assert len({row.view.geometry().x() for row in rows.rows}) == 1


@pytest.fixture
def held(monkeypatch):
    """Let no rows be drawn until the test says so."""
    go_on, draw = Event(), pictures.head_picture

    def head_picture(*wanted):
        go_on.wait()
        return draw(*wanted)

    monkeypatch.setattr(pictures, "head_picture", head_picture)
    yield go_on
    go_on.set()


def test_nothing_moves_when_the_pictures_come(looked, open_window, settled, held):
    window = open_window(looked.journal, page="today")
    QApplication.processEvents()
    window.open_page("progress")
    page = window.page
    rows = page.body.all.rows
    while not rows.rows:
        QApplication.processEvents()

    def places():
        QApplication.processEvents()
        return [row.mapTo(page, row.rect().topLeft()) for row in rows.rows], rows.height()

    before = places()
    assert rows.head.shown is None
    held.set()
    settled(page)
    assert rows.head.shown is not None
    assert places() == before


def test_a_press_on_a_day_opens_it_and_on_a_bar_its_entries(progress, rows, settled):
    view = row_of(rows, "To bed").view
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=mark(view, date(2026, 3, 14)))
    window = progress.window()
    assert (window.page_name, window.page.day) == ("today", date(2026, 3, 14))
    window.open_page("progress")
    settled(progress)
    view = row_of(rows, "Two choices").view
    view.setFocus()
    QTest.keyClick(view, Key.Key_End)
    QTest.keyClick(view, Key.Key_Return)
    QApplication.processEvents()
    assert window.page_name == "journal"
    asked = window.page.typed()
    assert (asked.start, asked.end) == (date(2026, 3, 16), LAST)


def test_one_legend_explains_what_the_rows_have_and_nothing_else(progress, rows, hands, settled):
    legend = hands.texts(rows)
    for words in ("did it", "left out", "on own", "offered"):
        assert legend.count(words) == (words != "left out")
    assert any(
        label.pixmap() and not label.pixmap().isNull() for label in rows.findChildren(QLabel)
    )
    hands.click(hands.named(progress, Pill, "Everything"))
    settled(progress)
    assert hands.texts(rows).count("left out") == 1


def test_a_new_entry_is_drawn_at_once(progress, looked, rows, settled):
    before = row_of(rows, "Barefoot").view.shown
    editing, told = progress.window().desk.editing, PracticeTold()
    bare = looked.ids["Barefoot"]
    editing.do("Did it", lambda: looked.journal.days.did_it(bare, LAST, told))
    settled(progress)
    assert row_of(rows, "Barefoot").view.shown is not before


def test_what_is_drawn_already_is_not_drawn_anew(progress, rows, settled):
    progress.window().open_page("today")
    progress.window().open_page("progress")
    settled(progress)
    drawn = []
    rows._drawing.done.connect(lambda *_: drawn.append(1))
    progress.window().open_page("today")
    progress.window().open_page("progress")
    progress.refresh()
    settled(progress)
    assert drawn == []


@pytest.mark.parametrize("percent", [100, 200])
def test_in_a_narrow_window_the_picture_stands_under_its_words(
    progress, rows, settled, qapp, percent
):
    apply_theme(qapp, Scheme.LIGHT, percent)
    progress.window().resize(480, 640)
    settled(progress)
    row = rows.rows[0]
    assert row.view.mapTo(row, row.view.rect().topLeft()).y() > row.open.geometry().bottom()
    room = progress._scroll.viewport().width()
    assert all(
        one.view.mapTo(progress, one.view.rect().topRight()).x() <= room for one in rows.rows
    )
    assert row.view.shown is not None


def test_rows_that_cannot_be_drawn_say_so_and_keep_their_words(
    progress, hands, qtbot, monkeypatch, caplog
):
    def broken(*_):
        raise ZeroDivisionError("family words")

    rows = progress.body.all.rows
    monkeypatch.setattr(rows._drawing, "_work", broken)
    hands.click(hands.named(progress, Pill, "Everything"))
    said = "This chart could not be drawn. Its numbers are in the table."
    qtbot.waitUntil(lambda: rows.head.text() == said, timeout=20_000)
    assert progress.counted.asked.period.start == FIRST
    assert "Did it on" in " ".join(hands.texts(rows))
    assert rows.table.button.isChecked()
    assert "ZeroDivisionError" in caplog.text
    assert "family words" not in caplog.text


def test_the_days_of_all_strategies_have_a_table(rows, hands):
    hands.click(rows.table.button)
    (table,) = rows.table.opened()
    assert table.columns[0] == "Day"
    assert sorted(table.columns[1:]) == ["Barefoot", "New bite", "To bed", "Two choices"]
    last = dict(zip(table.columns, table.rows[-1], strict=True))
    assert last["Day"] == LAST
    assert last["Two choices"] == "did it (2 of 2)"
    assert [row[0].day for row in table.rows] == list(range(12, 22))


def test_a_day_that_a_strategy_does_not_show_is_an_empty_cell(progress, rows, choose):
    choose(progress, "Who did it", "Grandpa")
    rows.table.button.click()
    (table,) = rows.table.opened()
    place = table.columns.index("Two choices")
    said = {row[0].day: row[place] for row in table.rows}
    assert said[12] == "did it"
    assert said[13] is None
