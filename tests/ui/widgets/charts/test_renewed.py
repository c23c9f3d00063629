"""Another picture keeps the mark that is told, and leaves nothing of the one before."""

import gc
import weakref

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QWidget

from homejournal.ui.widgets.charts import view
from homejournal.ui.widgets.charts.view import ChartView
from tests.ui.widgets.charts.chart_pictures import (
    HIGH,
    SHOWN,
    WHOLE,
    a_mark,
    a_page,
    a_picture,
    middle,
)

_Key = Qt.Key


@pytest.fixture
def page(dress, on_screen):
    dress()
    return on_screen(a_page())


@pytest.fixture
def chart(page):
    page.chart.show_picture(a_picture(), "Over time", "Four ratings of Sign more")
    return page.chart


def spot(place, y=150):
    return QPoint(round(middle(place)), y)


def words_of(chart):
    mark = chart.told_mark()
    return mark.words if mark is not None else None


def test_the_mark_of_the_same_days_stays_told_in_another_picture(chart, qtbot):
    chart.setFocus()
    qtbot.keyClick(chart, _Key.Key_End)
    chart.show_picture(a_picture([a_mark(1), a_mark(17, "Day 17, larger"), a_mark(18)]), "", "")
    assert words_of(chart) == "Day 17, larger"
    chart.show_picture(a_picture(), "Over time", "")
    assert words_of(chart) == "Day 17"
    chart.show_picture(a_picture([a_mark(1)]), "", "")
    assert words_of(chart) is None


def test_of_several_marks_of_a_day_it_is_the_one_of_the_same_words(page, qtbot):
    several = [a_mark(3, "once", top=40), a_mark(3, "twice", top=150), a_mark(9)]
    page.chart.show_picture(a_picture(several), "", "")
    page.chart.setFocus()
    qtbot.keyClick(page.chart, _Key.Key_Right)
    qtbot.keyClick(page.chart, _Key.Key_Right)
    page.chart.show_picture(a_picture(several), "", "")
    assert words_of(page.chart) == "twice"


def test_a_mark_that_was_only_pointed_at_is_not_gone_to(chart, qtbot):
    chart.setFocus()
    qtbot.mouseMove(chart, spot(12))
    chart.show_picture(a_picture(), "Over time", "")
    assert words_of(chart) is None
    qtbot.keyClick(chart, _Key.Key_Right)
    assert words_of(chart) == "Day 2"


def test_what_comes_after_zoom_or_pan_is_said_where_the_keys_are(chart, qtbot, monkeypatch):
    said = []
    monkeypatch.setattr(view, "announce", lambda _on, words: said.append(words))
    chart.set_window(SHOWN, WHOLE)
    chart.setFocus()
    chart.show_picture(a_picture(), "Over time", "the first")
    assert said == []
    qtbot.keyClick(chart, _Key.Key_Minus)
    chart.show_words("Nothing was written in these days.")
    chart.show_picture(a_picture(), "Over time", "the second")
    chart.show_picture(a_picture(), "Over time", "the third")
    assert said == ["Nothing was written in these days.", "the second"]


# What stays behind.


def test_five_hundred_pictures_leave_nothing_behind(chart, qtbot):
    def show(count):
        for place in range(count):
            chart.show_picture(a_picture([a_mark(place % 9)]), "Over time", f"picture {place}")
            QApplication.processEvents()
        gc.collect()
        return len(gc.get_objects()), len(chart.findChildren(QWidget)), len(chart.children())

    chart.setFocus()
    show(20)
    before = show(1)
    after = show(500)
    assert after[1:] == before[1:]
    assert after[0] - before[0] < 50


def test_a_chart_is_freed_with_its_page(dress, qtbot):
    dress()
    page = QWidget()
    chart = ChartView(HIGH, page)
    chart.show_picture(a_picture(), "Over time", "")
    page.show()
    QCursor.setPos(0, 0)
    freed = weakref.ref(chart)
    page.deleteLater()
    del page, chart
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert freed() is None
