"""One key hides every window; what was typed, the page and the focus are there again after."""

from uuid import uuid4

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QClipboard, QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu

from homejournal.services.opening import create_journal
from homejournal.ui.base.actions import Action
from homejournal.ui.hiding import Hiding
from homejournal.ui.widgets.wrapping_labels import announce
from tests.ui.hiding.hidden import Key, _shown_at_the_end, form, only_window, spoken, visible

__all__ = ["_shown_at_the_end", "form"]


class FromOutside(QCloseEvent):
    """A window is to be closed because somebody pressed the cross in its corner."""

    def spontaneous(self):
        return True


def test_the_key_hides_the_window_and_brings_page_and_focus_back(three, open_window, hands, qtbot):
    window = open_window(three.journal, page="plan")
    focus = window.page.findChildren(QLineEdit) or [window.frame.nav.button("our_child")]
    focus[0].setFocus()
    hands.press(Key.Key_F9)
    cover = only_window(qtbot)
    assert cover.windowTitle() == "Notes"
    assert cover.geometry() == window.geometry()
    hands.press(Key.Key_F9)
    qtbot.waitUntil(window.isActiveWindow)
    assert visible() == [window]
    assert window.page_name == "plan"
    assert QApplication.focusWidget() is focus[0]


def test_nothing_of_the_family_is_left_for_a_screen_reader(three, open_window, hands, qtbot):
    window = open_window(three.journal)
    hands.press("2")
    assert any("Two choices" in one for one in spoken())
    window.menus.action(Action.HIDE).trigger()
    only_window(qtbot)
    app = QAccessible.queryAccessibleInterface(QApplication.instance())
    program = {app.text(one) for one in (QAccessible.Text.Name, QAccessible.Text.Description)}

    def nothing_else():
        assert set(spoken()) - program == {"Notes", "Show"}

    qtbot.waitUntil(nothing_else)


def test_a_half_filled_form_keeps_what_was_typed(three, form, hands, qtbot):
    typed = QApplication.focusWidget()
    ended = []
    form.finished.connect(ended.append)
    hands.press(Key.Key_F9)
    cover = only_window(qtbot)
    qtbot.waitUntil(lambda: not any("Mat" in one for one in spoken()))
    hands.click(cover.button)
    qtbot.waitUntil(form.isActiveWindow)
    assert ended == []
    assert form.isModal()
    assert QApplication.focusWidget() is typed
    hands.press("eo")
    assert typed.text() == "Mateo"
    form.save()
    assert "Mateo" in {child.name for child in three.journal.family().children.values()}


def test_a_half_written_note_goes_on_where_it_was(three, open_window, hands, qtbot):
    window = open_window(three.journal)
    hands.press("2", Key.Key_Return, "She wai")
    note = QApplication.focusWidget()
    hands.press(Key.Key_F9)
    only_window(qtbot)
    hands.press(Key.Key_F9)
    qtbot.waitUntil(window.isActiveWindow)
    assert QApplication.focusWidget() is note
    hands.press("ted")
    assert note.toPlainText() == "She waited"
    hands.press(Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    assert [one.text for one in three.day().notes] == ["She waited"]


def test_an_open_menu_is_no_obstacle(three, open_window, hands, qtbot):
    window = open_window(three.journal)
    menu = next(one for one in window.menuBar().findChildren(QMenu) if one.actions())
    menu.popup(window.pos())
    qtbot.waitUntil(menu.isVisible)
    hands.press(Key.Key_F9)
    only_window(qtbot)


def test_a_menu_of_a_row_has_no_line_for_the_key(three, open_window, hands, qtbot):
    window = open_window(three.journal)
    hands.press(hands.alt("L"))
    menu = QApplication.activePopupWidget()
    qtbot.waitUntil(menu.isVisible)
    menu.windowHandle().requestActivate()
    for _ in range(3):
        QApplication.processEvents()
    lines = [action for action in menu.actions() if not action.isSeparator()]
    assert [action.text() for action in lines if not action.text()] == []
    hands.press(Key.Key_F9)
    assert Hiding.here().is_on
    assert not window.isVisible()


def test_a_second_window_of_the_program_is_hidden_too(three, open_window, hands, qtbot, tmp_path):
    other = create_journal(tmp_path / "other", clock=three.clock, device=uuid4())
    first, second = open_window(three.journal), open_window(other)
    hands.press(Key.Key_F9)
    only_window(qtbot)
    hands.press(Key.Key_F9)
    qtbot.waitUntil(second.isActiveWindow)
    assert set(visible()) == {first, second}


def test_a_second_start_brings_only_the_neutral_window(three, open_window, hands, qtbot):
    window = open_window(three.journal)
    hands.press(Key.Key_F9)
    cover = only_window(qtbot)
    cover.showMinimized()
    window.window_actions.show_up()
    assert visible() == [cover]
    assert not cover.isMinimized()


def test_closing_the_neutral_window_in_a_hurry_loses_nothing(three, open_window, hands, qtbot):
    window = open_window(three.journal)
    window.menus.action(Action.ADD_CHILD).trigger()
    (form,) = window.findChildren(QDialog)
    qtbot.waitUntil(form.isActiveWindow)
    hands.press("Mat", Key.Key_F9)
    cover = only_window(qtbot)
    asked = FromOutside()
    cover.closeEvent(asked)
    assert not asked.isAccepted()
    assert cover.isMinimized()
    Hiding.here().show_again()
    assert form.isVisible()
    assert "Mat" in {line_edit.text() for line_edit in form.findChildren(QLineEdit)}


def test_hidden_windows_say_nothing(three, open_window, hands, qtbot, monkeypatch):
    said = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", said.append)
    window = open_window(three.journal)
    announce(window.frame, "A word")
    assert len(said) > 0
    hands.press(Key.Key_F9)
    only_window(qtbot)
    said.clear()
    announce(window.frame, "A word")
    assert said == []


def test_the_end_of_the_computers_work_closes_what_is_hidden(three, open_window, hands, qtbot):
    window = open_window(three.journal)
    hands.press(Key.Key_F9)
    cover = only_window(qtbot)
    closed = []
    window.closed.connect(closed.append)
    cover.close()
    assert closed == [window]


def test_what_comes_up_while_all_is_hidden_waits_behind_it(three, open_window, hands, qtbot):
    window = open_window(three.journal)
    hands.press(Key.Key_F9)
    cover = only_window(qtbot)
    late = QDialog(window)
    late.setWindowTitle("A page for Maya")
    late.open()
    late.activateWindow()
    qtbot.waitUntil(lambda: visible() == [cover])
    qtbot.waitUntil(lambda: not any("Maya" in one for one in spoken()))
    hands.press(Key.Key_F9)
    qtbot.waitUntil(late.isActiveWindow)
    assert set(visible()) == {window, late}


def test_a_dialog_that_ended_meanwhile_does_not_come_back(three, open_window, hands, qtbot):
    window = open_window(three.journal)
    window.menus.action(Action.ADD_CHILD).trigger()
    (form,) = window.findChildren(QDialog)
    qtbot.waitUntil(form.isActiveWindow)
    hands.press(Key.Key_F9)
    only_window(qtbot)
    form.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    hands.press(Key.Key_F9)
    qtbot.waitUntil(window.isVisible)
    assert visible() == [window]


def test_a_window_comes_back_where_it_stood_and_as_large_as_it_was(
    three, open_window, hands, qtbot
):
    window = open_window(three.journal)
    window.setGeometry(40, 60, 900, 600)
    for large in (False, True):
        if large:
            window.showMaximized()
            qtbot.waitUntil(lambda: window.width() != 900)
        before = window.geometry(), window.isMaximized()
        hands.press(Key.Key_F9)
        assert only_window(qtbot).isMaximized() is large
        hands.press(Key.Key_F9)
        qtbot.waitUntil(window.isActiveWindow)
        assert before == (window.geometry(), window.isMaximized())


@pytest.mark.parametrize("ours", [True, False])
def test_what_was_copied_here_goes_and_what_another_program_copied_stays(
    three, open_window, hands, qtbot, monkeypatch, ours
):
    """No clipboard of tests can say whose it is: a desktop does."""
    open_window(three.journal)
    clipboard, gone = QGuiApplication.clipboard(), []
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _: ours)
    monkeypatch.setattr(QClipboard, "ownsSelection", lambda _: ours)
    monkeypatch.setattr(QClipboard, "clear", lambda _, mode: gone.append(mode))
    clipboard.setText("Two choices")
    hands.press(Key.Key_F9)
    only_window(qtbot)
    assert gone == ([QClipboard.Mode.Clipboard, QClipboard.Mode.Selection] if ours else [])
    monkeypatch.undo()
