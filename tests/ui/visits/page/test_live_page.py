"""Work on the page itself: a click on a line leaves it out, one on its ghost brings it back."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QCursor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from homejournal.domain.records.notes import Flag
from homejournal.domain.records.record import Kind
from homejournal.domain.visit_page.material import PagePart
from homejournal.ui.kit.paper_output import printer
from tests.ui.visits.page.visit_pages import FIRST, note, page, ready, settled
from tests.ui.waiting import settle_window

__all__ = ["page", "ready"]


AT = QPoint(24, 8)
"""In the first row of a line, behind its box."""


def line(page, kind, at=0):
    """A line of the page by the beginning of its key."""
    found = [tick for key, tick in page.preview.ticks.items() if key.startswith(kind)]
    return found[at]


def click(part, at=AT):
    QTest.mouseClick(part, Qt.MouseButton.LeftButton, pos=at)


def place_on_sheet(tick):
    return tick.geometry()


@pytest.fixture
def drawn(page, qtbot):
    """The page once it is drawn and laid out, in a window that has the keys."""
    page.window().activateWindow()
    settled(page, qtbot)
    settle_window(page.window(), qtbot)
    return page


def test_a_click_on_a_line_leaves_it_out_at_once_and_a_click_on_its_ghost_brings_it_back(
    drawn, qtbot
):
    page = drawn
    before = [page.preview._sheets[0][1].toImage()]
    tick = line(page, "celebration")
    assert tick.isChecked()
    click(tick)
    assert page.shown.celebrations == ()
    assert not tick.isChecked()
    settled(page, qtbot)
    assert "banana" not in page.preview.accessibleDescription()
    assert page.preview._sheets[0][1].toImage() != before[0]
    ghost = line(page, "celebration")
    assert ghost.isVisible()
    assert not ghost.isChecked()
    assert "banana" in ghost.accessibleName()
    click(ghost, ghost.rect().center())
    assert [one.text for one in page.shown.celebrations] == ["She said banana"]
    settled(page, qtbot)
    assert page.preview._sheets[0][1].toImage() == before[0]
    assert line(page, "celebration").isChecked()


def test_the_picture_is_that_of_the_print_and_knows_of_no_ghost(drawn, qtbot):
    page = drawn
    click(line(page, "celebration"))
    settled(page, qtbot)
    (sheet,) = printer().pictures(page.shown, page.preview.ppi(page.shown.paper))
    wanted = QImage.fromData(sheet).convertToFormat(QImage.Format.Format_RGB32)
    shown = page.preview._sheets[0][0].pixmap().toImage()
    assert shown.convertToFormat(QImage.Format.Format_RGB32) == wanted


def test_a_ghost_lies_over_no_words(drawn, qtbot):
    page = drawn
    for kind in ("celebration", "strategy"):
        click(line(page, kind))
        settled(page, qtbot)
    picture = page.preview._sheets[0][0].pixmap().toImage()
    ghosts = [tick for tick in page.preview.ticks.values() if not tick.isChecked()]
    assert len(ghosts) == 2
    for ghost in ghosts:
        place = place_on_sheet(ghost)
        grays = {
            picture.pixelColor(x, y).lightness()
            for x in range(place.left(), place.right())
            for y in range(place.top(), place.bottom())
        }
        assert max(grays) - min(grays) < 16


def test_at_a_whole_strategy_it_is_said_what_a_click_would_leave_out(drawn):
    tick = line(drawn, "strategy")
    point_at(tick, QPoint(60, 10))
    words = drawn.preview._tip._words
    assert words.startswith("Click: leave out")
    assert tick.text_told() in words


def test_undo_brings_a_line_back_and_redo_leaves_it_out(drawn, hands, qtbot):
    page, editing = drawn, drawn.desk.editing
    click(line(page, "celebration"))
    settled(page, qtbot)
    hands.press(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert [one.text for one in page.shown.celebrations] == ["She said banana"]
    settled(page, qtbot)
    assert line(page, "celebration").isChecked()
    editing.redo()
    assert page.shown.celebrations == ()
    settled(page, qtbot)
    click(line(page, "celebration"), QPoint(8, 8))
    assert page.shown.celebrations
    editing.undo()
    editing.undo()
    assert page.shown.celebrations
    assert not editing.stack.canUndo()


def test_each_ghost_has_its_first_words_near_where_the_line_was(drawn, ready, qtbot):
    page = drawn
    for text in ("He wakes two or three times each night", "He asks for water"):
        note(ready, text, flags=(Flag.CONCERN,))
    page.heard(frozenset({Kind.NOTE}))
    settled(page, qtbot)
    keys = [*page.preview.ticks]
    for key in keys:
        was = place_on_sheet(page.preview.ticks[key])
        page.preview.ticks[key].click()
        settled(page, qtbot)
        ghost = page.preview.ticks[key]
        now = place_on_sheet(ghost)
        assert now.width() > 4 * now.height()
        assert now.left() < was.right()
        assert was.left() < now.right()
        assert abs(now.center().y() - was.center().y()) < 80
        ghost.click()
        settled(page, qtbot)


def test_the_list_and_the_page_tell_the_same(drawn, hands, qtbot):
    page = drawn
    tick = line(page, "strategy")
    row = page.choices.ticks.rows()[tick.key]
    click(tick)
    assert not row.box.isChecked()
    row.box.click()
    settled(page, qtbot)
    assert line(page, tick.key).isChecked()
    row.box.click()
    settled(page, qtbot)
    assert not line(page, tick.key).isChecked()


def test_arrows_walk_the_lines_and_space_turns_one(drawn, hands, qtbot):
    page = drawn
    stops = page.preview.stops()
    stops[0].setFocus(Qt.FocusReason.TabFocusReason)
    for following in stops[1:]:
        hands.press(Qt.Key.Key_Down)
        assert following.hasFocus()
    hands.press(Qt.Key.Key_Down)
    assert stops[-1].hasFocus()
    hands.press(Qt.Key.Key_Home)
    assert stops[0].hasFocus()
    hands.press(Qt.Key.Key_End, Qt.Key.Key_Up)
    focused = QApplication.focusWidget()
    assert focused is stops[-2]
    was = focused.isChecked()
    hands.press(Qt.Key.Key_Space)
    assert page.making.ticks.has(focused.key) is not was
    settled(page, qtbot)
    assert QApplication.focusWidget().key == focused.key
    hands.press(Qt.Key.Key_Space)
    assert page.making.ticks.has(focused.key) is was


def test_tab_stops_once_on_the_page(drawn, hands):
    page = drawn
    first = page.preview.stops()[0]
    first.setFocus(Qt.FocusReason.TabFocusReason)
    hands.press(Qt.Key.Key_Tab)
    assert not page.preview.isAncestorOf(QApplication.focusWidget())
    hands.press(Qt.Key.Key_Tab, modifier=Qt.KeyboardModifier.ShiftModifier)
    assert first.hasFocus()


def test_each_line_is_a_box_with_its_words_to_people_who_listen(drawn):
    page = drawn
    tick = line(page, "celebration")
    told = QAccessible.queryAccessibleInterface(tick)
    assert told.role() == QAccessible.Role.CheckBox
    assert told.text(QAccessible.Text.Name) == "“She said banana” · Mar 10"
    assert told.state().checked
    click(tick)
    assert not told.state().checked


def test_the_pointer_and_the_keys_are_told_what_they_will_do(drawn, hands):
    page = drawn
    tick, tip = line(page, "celebration"), page.preview._tip
    tick.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    assert tip.isVisible()
    assert tip._words == "Space: leave out"
    QTest.mouseMove(tick, QPoint(30, 8))
    QApplication.processEvents()
    assert tip._words == "Click: leave out"
    page.head.printing.setFocus()
    QTest.mouseMove(page.choices.title, QPoint(2, 2))
    QApplication.processEvents()
    assert not tip.isVisible()


def framed(page):
    return [tick for tick in page.preview.ticks.values() if tick.is_marked]


def point_at(part, at):
    QTest.mouseMove(part, at)
    QApplication.processEvents()


def test_after_a_click_nothing_is_framed_until_the_pointer_moves(drawn, qtbot):
    page, tip = drawn, drawn.preview._tip
    tick = line(page, "celebration")
    point_at(tick, QPoint(30, 6))
    assert (framed(page), tip.isVisible()) == ([tick], True)
    QTest.mouseClick(tick, Qt.MouseButton.LeftButton, pos=QPoint(30, 6))
    assert (framed(page), tip.isVisible()) == ([], False)
    settled(page, qtbot)
    settle_window(page.window(), qtbot)
    lines = page.preview.ticks.values()
    (other,) = [one for one in lines if one.rect().contains(one.mapFromGlobal(QCursor.pos()))]
    assert other is not tick  # the line below it has moved up
    assert (framed(page), tip.isVisible()) == ([], False)
    point_at(other, other.mapFromGlobal(QCursor.pos()) + QPoint(3, 0))
    assert (framed(page), tip._words) == ([other], "Click: leave out")
    point_at(tick, tick.rect().center())
    assert framed(page) == [tick]
    assert tip._words.startswith("Click: bring back")


def test_a_key_frames_the_line_that_has_the_focus_and_no_other_one(drawn, hands):
    page, tip = drawn, drawn.preview._tip
    first, second = page.preview.stops()[:2]
    point_at(first, QPoint(30, 6))
    second.setFocus(Qt.FocusReason.TabFocusReason)
    assert (framed(page), tip._words) == ([second], "Space: leave out")
    point_at(first, QPoint(33, 6))
    assert (framed(page), tip._words) == ([first], "Click: leave out")
    hands.press(Qt.Key.Key_Space)
    assert framed(page) == [second]
    assert tip._words.startswith("Space: bring back")


def test_a_second_click_of_a_double_click_does_nothing(drawn):
    page = drawn
    tick = line(page, "celebration")
    click(tick)
    QTest.mouseDClick(tick, Qt.MouseButton.LeftButton, pos=AT)
    QTest.mouseRelease(tick, Qt.MouseButton.LeftButton, pos=AT)
    assert page.shown.celebrations == ()


def tap(window, part):
    finger = QTest.createTouchDevice()
    at = part.mapTo(window, QPoint(24, 8))
    QTest.touchEvent(window, finger).press(0, at, window).commit()
    QTest.touchEvent(window, finger).release(0, at, window).commit()
    QApplication.processEvents()


def test_a_first_tap_only_chooses_a_line_and_the_second_turns_it(drawn):
    page = drawn
    tick, window = line(page, "celebration"), page.window()
    tap(window, tick)
    assert tick.hasFocus()
    assert page.shown.celebrations
    assert page.preview._tip._words == "Tap again: leave out"
    tap(window, tick)
    assert page.shown.celebrations == ()


@pytest.fixture
def long_line(ready, open_visit_page, qtbot):
    """A line that goes on over a second sheet, and its page."""
    note(ready, "She waved to each of us. " * 300, flags=(Flag.CELEBRATION,))
    page = open_visit_page(ready)
    page.window().activateWindow()
    settled(page, qtbot)
    settle_window(page.window(), qtbot)
    (tick,) = [one for one in page.preview.ticks.values() if one.rest]
    return page, tick


def test_what_goes_on_over_a_second_sheet_is_turned_there_too(long_line, qtbot):
    page, tick = long_line
    (rest,) = tick.rest
    assert rest.parentWidget() is not tick.parentWidget()
    click(rest)
    assert not tick.isChecked()
    assert "waved" not in str(page.shown.celebrations)
    settled(page, qtbot)
    assert not tick.rest
    click(tick, tick.rect().center())
    settled(page, qtbot)
    assert len(tick.rest) == 1


def test_on_the_second_sheet_it_is_said_what_a_click_does(long_line):
    page, tick = long_line
    (rest,) = tick.rest
    page.preview.ensureWidgetVisible(rest, 0, 60)
    QTest.mouseMove(rest, QPoint(30, 40))
    QApplication.processEvents()
    tip = page.preview._tip
    assert tip.isVisible()
    assert tip._words == "Click: leave out"
    top = rest.mapTo(page.preview.body, QPoint(0, 0)).y()
    assert 0 <= top - tip.geometry().bottom() <= 4


def test_a_mouse_that_leaves_the_line_before_it_is_let_go_turns_nothing(long_line):
    page, tick = long_line
    (rest,) = tick.rest
    QTest.mousePress(rest, Qt.MouseButton.LeftButton, pos=AT)
    QTest.mouseRelease(rest, Qt.MouseButton.LeftButton, pos=QPoint(-20, -20))
    assert tick.isChecked()
    assert "waved" in str(page.shown.celebrations)


def test_what_else_could_be_in_a_part_is_one_click_away(ready, open_visit_page, hands, qtbot):
    for place in range(15):
        note(ready, f"She waved {place}", flags=(Flag.CELEBRATION,))
    page = open_visit_page(ready)
    page.window().activateWindow()
    settled(page, qtbot)
    settle_window(page.window(), qtbot)
    chip = page.preview.chips["celebrations"]
    offered = [one for one in page.making.offered if one.part is PagePart.CELEBRATIONS]
    more = [one for one in offered if not page.making.ticks.has(one.key)]
    assert len(more) >= 13
    assert chip.text() == f"+ {len(more)} more"
    hands.click(chip)
    assert page.choices.shows_list
    focused = QApplication.focusWidget()
    rows = page.choices.ticks.rows()
    (key,) = [key for key, row in rows.items() if row.box is focused]
    assert key.startswith("celebration:")
    assert not focused.isChecked()
    hands.click(page.choices.back_button)
    assert not page.choices.shows_list
    assert page.choices.list_button.hasFocus()


def test_of_many_lines_that_were_left_out_the_last_three_stay_in_sight(
    ready, open_visit_page, qtbot
):
    for place in range(5):
        note(ready, f"Where is {place}?", flags=(Flag.QUESTION,))
    page = open_visit_page(ready)
    settled(page, qtbot)
    settle_window(page.window(), qtbot)
    out = [line(page, "question", at).key for at in range(5)]
    for key in out:
        page.preview.ticks[key].click()
        settled(page, qtbot)
    ghosts = [key for key, tick in page.preview.ticks.items() if not tick.isChecked()]
    assert set(ghosts) == set(out[-3:])
    assert page.preview.chips["questions"].text() == "+ 2 more"


def test_how_many_lines_were_left_out_is_said_beside_the_page(drawn, hands, qtbot):
    page = drawn
    assert not any("left out." in text for text in hands.texts(page.choices.foot))
    click(line(page, "celebration"))
    assert any("1 line is left out." in text for text in hands.texts(page.choices.foot))


def test_for_whom_and_which_visit_is_said_beside_the_page(drawn, hands):
    said = hands.texts(drawn.choices)
    assert "Page for Dana" in said or "Page for the whole team" in said
    assert "Tuesday, March 24, 2026" in said


def test_a_page_that_was_handed_over_has_no_lines_to_turn(drawn, hands, qtbot):
    page = drawn
    page.choices.kept.show_pages([], writable=True)
    for way in page.head.more.lines:
        if way.text() == "Copy as text":
            way.trigger()
    page.keep_page()
    QApplication.processEvents()
    page.choices.kept.wanted.emit(page.choices.kept._kept[0])
    settled(page, qtbot)
    assert not page.preview.ticks
    assert not page.preview.chips


def test_while_the_first_page_is_drawn_a_sheet_says_so(ready, open_window):
    window = open_window(ready.journal, page="visit_page")
    preview = window.page.preview
    if not preview._sheets:
        assert preview._skeleton.isVisible()


def test_lines_follow_the_width_of_the_window(drawn, qtbot):
    page = drawn
    before = place_on_sheet(line(page, "celebration"))
    page.window().resize(1500, 780)
    settle_window(page.window(), qtbot)
    settled(page, qtbot)
    after = place_on_sheet(line(page, "celebration"))
    assert after.width() > before.width()
    assert after.top() > before.top()


def test_a_note_that_comes_while_the_page_is_open_has_its_line(drawn, ready, qtbot):
    page = drawn
    note(ready, "She clapped", FIRST, flags=(Flag.CELEBRATION,))
    page.heard(frozenset({Kind.NOTE}))
    settled(page, qtbot)
    said = [tick.accessibleName() for tick in page.preview.ticks.values()]
    assert any("She clapped" in words for words in said)
