"""A chart is read mark by mark, by pointer and by key."""

import gc
import weakref

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from homejournal.ui.widgets import chart_view
from homejournal.ui.widgets.chart_view import ChartView
from tests.ui.widgets.chart_pictures import HIGH, SHOWN, WHOLE, WIDE, a_mark, a_picture, middle

_Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(dress, on_screen):
    """A page with a field and a chart of six hundred by three hundred pixels."""
    dress()
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    made.field = QLineEdit()
    made.chart = ChartView(HIGH)
    column.addWidget(made.field)
    column.addWidget(made.chart)
    made.resize(WIDE, HIGH + 60)
    on_screen(made)
    made.field.setFocus()
    assert made.chart.width() == WIDE
    return made


@pytest.fixture
def chart(page):
    page.chart.show_picture(a_picture(), "Over time", "Four ratings of Sign more")
    return page.chart


@pytest.fixture
def told(chart):
    """What was told, one after the other."""
    heard = []
    chart.mark_told.connect(lambda mark: heard.append(mark.words))
    return heard


@pytest.fixture
def chosen(chart):
    heard = []
    chart.mark_chosen.connect(lambda mark: heard.append(mark.words))
    return heard


def spot(place, y=150):
    return QPoint(round(middle(place)), y)


def words_of(chart):
    mark = chart.told_mark()
    return mark.words if mark is not None else None


def test_a_chart_is_a_graphic_with_a_name_and_a_description(chart):
    face = QAccessible.queryAccessibleInterface(chart)
    assert face.role() == QAccessible.Role.Graphic
    assert face.text(QAccessible.Text.Name) == "Over time"
    assert face.text(QAccessible.Text.Description) == "Four ratings of Sign more"


def test_where_nothing_is_drawn_a_sentence_stands_and_tab_passes_by(page, qtbot):
    page.chart.show_words("Nothing was written in these days.")
    assert page.chart.text() == page.chart.accessibleName() == "Nothing was written in these days."
    assert page.chart.shown is None
    assert page.chart.told_mark() is None
    assert page.chart.places() is None
    qtbot.keyClick(page.field, _Key.Key_Tab)
    assert not page.chart.hasFocus()
    for key in (_Key.Key_Right, _Key.Key_Home, _Key.Key_Return, _Key.Key_Plus, _Key.Key_Escape):
        qtbot.keyClick(page.chart, key)
    qtbot.mouseClick(page.chart, LEFT, pos=spot(7))
    page.chart.grab()


def test_a_sentence_takes_the_place_of_a_picture_and_of_its_told_mark(chart, qtbot):
    chart.setFocus()
    qtbot.keyClick(chart, _Key.Key_Home)
    chart.show_words("Nothing was written in these days.")
    assert chart.pixmap().isNull()
    assert words_of(chart) is None
    assert chart.accessibleDescription() == ""


def test_arrows_home_and_end_go_from_mark_to_mark(chart, told, qtbot):
    chart.setFocus()
    for key in (_Key.Key_Right, _Key.Key_Right, _Key.Key_Left, _Key.Key_Left):
        qtbot.keyClick(chart, key)
    assert told == ["Day 2", "Day 7", "Day 2"]
    qtbot.keyClick(chart, _Key.Key_End)
    qtbot.keyClick(chart, _Key.Key_Right)
    assert words_of(chart) == "Day 17"
    qtbot.keyClick(chart, _Key.Key_Home)
    assert words_of(chart) == "Day 2"


def test_left_begins_at_the_last_mark(chart, told, qtbot):
    chart.setFocus()
    qtbot.keyClick(chart, _Key.Key_Left)
    assert told == ["Day 17"]


def test_arrows_follow_marks_that_run_to_the_left(page, qtbot):
    page.chart.show_picture(a_picture([a_mark(place) for place in (17, 12, 7)]), "Name", "")
    page.chart.setFocus()
    heard = []
    for key in (_Key.Key_Left, _Key.Key_Left, _Key.Key_Right, _Key.Key_End, _Key.Key_Home):
        qtbot.keyClick(page.chart, key)
        heard.append(words_of(page.chart))
    assert heard == ["Day 17", "Day 12", "Day 17", "Day 7", "Day 17"]


@pytest.mark.parametrize("key", [_Key.Key_Return, _Key.Key_Enter, _Key.Key_Space])
def test_enter_and_space_choose_the_mark_that_is_told(chart, chosen, qtbot, key):
    chart.setFocus()
    qtbot.keyClick(chart, key)
    assert chosen == []
    qtbot.keyClick(chart, _Key.Key_End)
    qtbot.keyClick(chart, key)
    assert chosen == ["Day 17"]


def test_a_picture_without_marks_has_none_to_go_to(page, qtbot):
    page.chart.show_picture(a_picture([]), "Name", "")
    page.chart.setFocus()
    for key in (_Key.Key_Right, _Key.Key_Left, _Key.Key_Home, _Key.Key_End, _Key.Key_Return):
        qtbot.keyClick(page.chart, key)
    qtbot.mouseClick(page.chart, LEFT, pos=spot(7))
    assert words_of(page.chart) is None


def test_keys_with_a_command_belong_to_the_window(chart, told, qtbot):
    chart.setFocus()
    for modifier in (Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier):
        qtbot.keyClick(chart, _Key.Key_Left, modifier)
    assert told == []


def test_escape_lets_go_of_a_mark_and_then_passes_on(page, chart, qtbot):
    chart.setFocus()
    qtbot.keyClick(chart, _Key.Key_Home)
    qtbot.keyClick(chart, _Key.Key_Escape)
    assert words_of(chart) is None
    passed = []
    page.keyPressEvent = lambda event: passed.append(event.key())
    qtbot.keyClick(chart, _Key.Key_Escape)
    assert passed == [_Key.Key_Escape]


def test_each_mark_that_is_gone_to_is_said(chart, qtbot, monkeypatch):
    said = []
    monkeypatch.setattr(chart_view, "announce", lambda _on, words: said.append(words))
    chart.mark_told.connect(lambda mark: said.append(f"more of {mark.words}"))
    chart.setFocus()
    qtbot.keyClick(chart, _Key.Key_Right)
    qtbot.mouseMove(chart, spot(12))
    assert said == ["Day 2", "more of Day 2", "more of Day 12"]


def test_the_told_mark_is_framed_and_its_words_stand_in_a_bubble(chart, qtbot):
    chart.setFocus()
    before = chart.grab().toImage()
    qtbot.keyClick(chart, _Key.Key_End)
    after = chart.grab().toImage()
    frame = QPoint(round(middle(17)) - 10, 150)
    bubble = QPoint(round(middle(17)), 70)
    for place in (frame, bubble):
        assert before.pixelColor(place) != after.pixelColor(place)
    assert before.pixelColor(spot(17)) == after.pixelColor(spot(17))


# Pointer.


def test_pointing_at_or_near_a_mark_tells_it_until_the_pointer_leaves(chart, told, qtbot):
    qtbot.mouseMove(chart, spot(7))
    qtbot.mouseMove(chart, spot(12) + QPoint(10, 0))
    assert told == ["Day 7", "Day 12"]
    qtbot.mouseMove(chart, spot(15))
    assert words_of(chart) is None
    qtbot.mouseMove(chart, spot(7))
    QApplication.sendEvent(chart, QEvent(QEvent.Type.Leave))
    assert words_of(chart) is None


def test_while_nothing_is_pointed_at_the_mark_of_the_keys_is_told_where_they_are_heard(
    page, chart, qtbot
):
    chart.setFocus()
    qtbot.keyClick(chart, _Key.Key_Home)
    qtbot.mouseMove(chart, spot(12))
    assert words_of(chart) == "Day 12"
    qtbot.mouseMove(chart, spot(15))
    assert words_of(chart) == "Day 2"
    page.field.setFocus()
    assert words_of(chart) is None
    qtbot.mouseMove(chart, spot(14))
    assert words_of(chart) is None
    chart.setFocus()
    assert words_of(chart) == "Day 2"


def test_a_click_chooses_a_mark_and_the_keys_go_on_from_it(chart, chosen, qtbot):
    qtbot.mouseClick(chart, LEFT, pos=spot(7))
    assert chosen == ["Day 7"]
    assert chart.hasFocus()
    qtbot.keyClick(chart, _Key.Key_Right)
    assert words_of(chart) == "Day 12"


def test_a_click_beside_the_marks_or_of_another_button_chooses_nothing(chart, chosen, qtbot):
    qtbot.mouseClick(chart, LEFT, pos=spot(10))
    qtbot.mouseClick(chart, Qt.MouseButton.RightButton, pos=spot(7))
    assert chosen == []


def test_a_press_that_moved_off_is_no_click(chart, chosen, qtbot):
    qtbot.mousePress(chart, LEFT, pos=spot(10))
    qtbot.mouseMove(chart, spot(12))
    qtbot.mouseRelease(chart, LEFT, pos=spot(12))
    assert chosen == []
    qtbot.mouseClick(chart, LEFT, pos=spot(12))
    assert chosen == ["Day 12"]


def test_a_double_click_on_a_mark_chooses_it_once(chart, chosen, qtbot):
    chart.set_window(SHOWN, WHOLE)
    qtbot.mouseClick(chart, LEFT, pos=spot(7))
    with qtbot.assertNotEmitted(chart.window_wanted):
        qtbot.mouseDClick(chart, LEFT, pos=spot(7))
    assert chosen == ["Day 7"]


# Another picture.


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
    monkeypatch.setattr(chart_view, "announce", lambda _on, words: said.append(words))
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
