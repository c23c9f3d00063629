"""The keyboard goes through the visit page as one reads it, in both directions, with a frame."""

from itertools import pairwise
from uuid import uuid4

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton

from homejournal.domain.records.notes import Flag, Note
from homejournal.domain.records.record import Kind
from homejournal.ui.widgets.fields.choices import Pill
from tests.ui.visits.page.visit_pages import FIRST, choose_way, save_there, settled
from tests.ui.waiting import settle_window

_ONE_ROW = 16
"""Parts of one row stand at heights that differ by less."""


@pytest.fixture
def page(visited, open_visit_page, hands):
    page = open_visit_page(visited)
    for _ in range(2):
        choose_way(page, "Copy as text")
        hands.click(hands.named(page, QPushButton, "Keep this page"))
    return page


def walked(page, hands, qtbot):
    """Every part of the list that Tab comes to, from its first one until it leaves the list."""
    page.window().activateWindow()
    hands.click(page.choices.list_button)
    settle_window(page.window(), qtbot)
    seen = []
    while page.choices.isAncestorOf(focused := QApplication.focusWidget()):
        assert focused not in seen
        seen.append(focused)
        hands.press(Qt.Key.Key_Tab)
    return seen


def test_tab_comes_to_the_ticks_where_they_stand_and_to_kept_pages_last(page, hands, qtbot):
    seen = walked(page, hands, qtbot)
    body = page.choices.widget()
    heights = [one.mapTo(body, QPoint(0, 0)).y() for one in seen]
    assert all(after > before - _ONE_ROW for before, after in pairwise(heights))
    assert len([one for one in seen if isinstance(one, QCheckBox)]) > 5
    assert seen.index(page.choices.closing.edit("thanks")) > seen.index(
        next(iter(page.choices.ticks.rows().values())).box
    )
    assert [one.text() for one in seen[-3::2]] == ["Remove", "Remove"]


def test_escape_leaves_the_list_to_where_it_was_opened(page, hands, qtbot):
    walked(page, hands, qtbot)
    hands.press(Qt.Key.Key_Tab, modifier=Qt.KeyboardModifier.ShiftModifier)
    assert page.choices.isAncestorOf(QApplication.focusWidget())
    hands.press(Qt.Key.Key_Escape)
    assert not page.choices.shows_list
    assert page.choices.list_button.hasFocus()


def saved(page, qtbot, tmp_path):
    page.save_pdf()
    with qtbot.waitSignal(page.tells, timeout=20_000):
        save_there(page, tmp_path / "page.pdf")


def with_notices(page, qtbot, tmp_path):
    saved(page, qtbot, tmp_path)
    page.head.say_trouble("The page was not printed.")
    page.shorter.notice.set_text("The first page takes 2 sheets.", "Make it shorter")
    page.shorter.notice.show()


def with_the_list(page, qtbot, tmp_path):
    with_notices(page, qtbot, tmp_path)
    page.choices.show_list(shown=True)


def with_a_ghost(page, qtbot, _tmp_path):
    next(iter(page.preview.ticks.values())).click()
    settled(page, qtbot)


def with_a_line_on_two_sheets(page, qtbot, _tmp_path):
    text = "She waved to each of us. " * 300
    said = {"flags": (Flag.CELEBRATION,)}
    line = Note(id=uuid4(), child=page.child, day=FIRST, text=text, **said)
    page.desk.journal.notes.write(line)
    page.heard(frozenset({Kind.NOTE}))
    settled(page, qtbot)
    assert any(one.rest for one in page.preview.ticks.values())


def fresh(_page, _qtbot, _tmp_path):
    """Leave the page as it opens."""


def is_framed(part):
    """Return whether it is seen that a part has the focus."""
    window = part.window()
    place = part.rect().translated(part.mapTo(window, QPoint(0, 0)))
    focused = window.grab(place).toImage()
    part.clearFocus()
    bare = window.grab(place).toImage()
    part.setFocus(Qt.FocusReason.TabFocusReason)
    return focused != bare


def around(page, hands, start, modifier=Qt.KeyboardModifier.NoModifier):
    """Return each stop of Tab in the window from one on until that one comes again."""
    start.setFocus(Qt.FocusReason.TabFocusReason)
    seen, focused = [], start
    while focused is not start or not seen:
        assert focused not in seen
        assert is_framed(focused)
        seen.append(focused)
        hands.press(Qt.Key.Key_Tab, modifier=modifier)
        focused = QApplication.focusWidget()
    return seen


@pytest.mark.painted
@pytest.mark.parametrize(
    "state",
    [fresh, saved, with_notices, with_the_list, with_a_ghost, with_a_line_on_two_sheets],
)
def test_tab_comes_to_every_part_once_in_both_directions_and_each_is_framed(
    visited, open_visit_page, hands, qtbot, tmp_path, state
):
    page = open_visit_page(visited)
    window = page.window()
    settled(page, qtbot)
    state(page, qtbot, tmp_path)
    settled(page, qtbot)
    window.activateWindow()
    settle_window(window, qtbot)
    start = page.head.printing
    forward = around(page, hands, start)
    backward = around(page, hands, start, Qt.KeyboardModifier.ShiftModifier)
    assert [*forward, start] == [start, *reversed(backward)]
    buttons = [one for one in page.findChildren(QPushButton) if one.isVisible()]
    fields = [page.choices.closing.edit("thanks"), page.choices.words.edit("our_words")]
    wanted = {*buttons, *(one for one in fields if one.isVisible())}
    wanted -= {*page.preview.chips.values(), *page.choices.findChildren(Pill)}
    assert wanted <= {*forward}
    assert len([one for one in forward if page.preview.body.isAncestorOf(one)]) == 1
