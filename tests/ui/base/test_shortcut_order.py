"""With a screen reader, keys come late: no shortcut may overtake the letters before it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from homejournal.ui.base.actions import Action

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def writing(three, open_window, hands):
    """Somebody is writing a note."""
    window = open_window(three.journal)
    hands.press("2", Key.Key_Return, "She wai")
    return window, QApplication.focusWidget()


def test_a_shortcut_to_another_page_waits_for_the_letters_of_a_note(writing, late_keys, qtbot):
    window, note = writing
    late_keys.typed("ted")
    late_keys.typed("2", modifier=CONTROL)
    assert (window.page_name, note.toPlainText()) == ("today", "She wai")
    late_keys.answer()
    assert note.toPlainText() == "She waited"
    qtbot.waitUntil(lambda: window.page_name == "plan")


def test_letters_after_the_shortcut_come_after_it(writing, late_keys):
    window, note = writing
    late_keys.typed("t")
    late_keys.typed("2", modifier=CONTROL)
    late_keys.typed("3")
    late_keys.answer()
    assert note.toPlainText() == "She wait"
    assert window.page_name == "plan"


def test_shortcuts_keep_their_order_too(writing, late_keys, qtbot):
    window, _note = writing
    late_keys.typed("t")
    late_keys.typed("2", "3", modifier=CONTROL)
    late_keys.answer()
    qtbot.waitUntil(lambda: window.page_name != "today")
    assert window.page_name == "journal"


def test_a_shortcut_waits_for_nothing_that_has_come(writing, late_keys):
    window, _note = writing
    late_keys.typed("t")
    late_keys.answer()
    late_keys.typed("2", modifier=CONTROL)
    assert window.page_name == "plan"


def test_a_key_that_the_screen_reader_keeps_for_itself_holds_nothing_up(writing, late_keys, qtbot):
    window, note = writing
    late_keys.typed("t")
    late_keys.typed("2", modifier=CONTROL)
    late_keys.keep()
    qtbot.waitUntil(lambda: window.page_name == "plan")
    assert note.toPlainText() == "She wai"


def test_what_comes_after_a_kept_key_tells_that_it_was_kept(writing, late_keys):
    window, note = writing
    late_keys.typed("t")
    late_keys.keep()
    late_keys.typed("2", modifier=CONTROL)
    late_keys.typed("3")
    late_keys.answer()
    assert window.page_name == "plan"
    assert note.toPlainText() == "She wai"


def test_closing_the_window_waits_for_the_letters_of_a_note(writing, late_keys, qtbot):
    window, note = writing
    words = []
    window.closed.connect(lambda _window: words.append(note.toPlainText()))
    late_keys.typed("ted")
    window.windowHandle().close()
    window.windowHandle().close()
    assert window.isVisible()
    late_keys.answer()
    qtbot.waitUntil(lambda: words == ["She waited"])


def test_a_shortcut_is_not_heard_under_a_dialog_that_came_meanwhile(writing, late_keys):
    window, _note = writing
    late_keys.typed("ted")
    late_keys.typed("2", modifier=CONTROL)
    dialog = QDialog(window)
    dialog.setModal(True)
    dialog.show()
    late_keys.answer()
    late_keys.typed("3", modifier=CONTROL)
    assert window.page_name == "today"
    dialog.close()


def a_button(page):
    button = QPushButton("&Zoo", page)
    button.show()
    return button.pressed


def a_key(page):
    return QShortcut(QKeySequence("Alt+Z"), page).activated


@pytest.mark.parametrize("place", [a_button, a_key])
def test_nothing_is_heard_on_a_page_that_was_put_away_before(writing, late_keys, qtbot, place):
    window, _note = writing
    heard = QSignalSpy(place(window.frame.stack.currentWidget()))
    late_keys.typed("t")
    for modifier, key in ((CONTROL, "2"), (ALT, "z"), (CONTROL, "3")):
        late_keys.typed(key, modifier=modifier)
    late_keys.answer()
    qtbot.waitUntil(lambda: window.page_name == "journal")
    assert heard.count() == 0


@pytest.mark.parametrize("place", [a_button, a_key])
def test_a_key_of_a_page_waits_for_the_letters_too(writing, late_keys, qtbot, place):
    window, _note = writing
    heard = QSignalSpy(place(window.frame.stack.currentWidget()))
    late_keys.typed("t")
    late_keys.typed("z", modifier=ALT)
    assert heard.count() == 0
    late_keys.answer()
    qtbot.waitUntil(lambda: heard.count() == 1)


def test_a_dialog_that_a_key_closes_does_not_wait_for_those_after_it(writing, late_keys, qtbot):
    window, _note = writing
    window.menus.action(Action.ADD_CHILD).trigger()
    (form,) = window.findChildren(QDialog)
    qtbot.waitUntil(form.isActiveWindow)
    ended = []
    form.finished.connect(ended.append)
    late_keys.typed(Key.Key_Escape, "a")
    late_keys.answer()
    assert not form.isVisible()
    assert len(ended) == 1
