"""A chart is read mark by mark, by pointer and by key."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from homejournal.ui.widgets.charts import view
from tests.ui.widgets.charts.chart_pictures import (
    SHOWN,
    WHOLE,
    a_mark,
    a_page,
    a_picture,
    double_click,
    middle,
)

_Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(dress, on_screen):
    dress()
    made = on_screen(a_page())
    made.field.setFocus()
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
    monkeypatch.setattr(view, "announce", lambda _on, words: said.append(words))
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
        double_click(chart, spot(7))
    assert chosen == ["Day 7"]
