"""Keys that are still on their way when all is hidden come into what is hidden by then."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QDialog

from homejournal.ui.base.actions import Action
from tests.ui.hiding.hidden import Key, _shown_at_the_end, form, only_window, spoken, visible

__all__ = ["_shown_at_the_end", "form"]


def test_letters_that_are_still_on_their_way_come_into_what_is_hidden_by_then(
    form, hands, late_keys, qtbot
):
    typed = QApplication.focusWidget()
    late_keys.typed("e", Key.Key_F9)
    only_window(qtbot)
    assert typed.text() == "Mat"
    late_keys.answer()
    assert typed.text() == "Mate"
    qtbot.waitUntil(lambda: not any("Mat" in one for one in spoken()))
    hands.press(Key.Key_F9)
    qtbot.waitUntil(form.isActiveWindow)
    hands.press("o")
    assert typed.text() == "Mateo"


def test_a_form_that_was_being_closed_stays_closed(three, open_window, hands, late_keys, qtbot):
    window = open_window(three.journal)
    window.menus.action(Action.ADD_CHILD).trigger()
    (form,) = window.findChildren(QDialog)
    qtbot.waitUntil(form.isActiveWindow)
    late_keys.typed(Key.Key_Escape, Key.Key_F9)
    only_window(qtbot)
    late_keys.answer()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    hands.press(Key.Key_F9)
    qtbot.waitUntil(window.isActiveWindow)
    assert visible() == [window]


def test_a_rating_that_is_still_on_its_way_counts(three, open_window, late_keys, qtbot):
    open_window(three.journal)
    late_keys.typed("2", Key.Key_F9)
    only_window(qtbot)
    late_keys.answer()
    assert [practice.rating for practice in three.day().practices] == [2]


def test_a_menu_that_the_last_letter_opens_goes_too(three, open_window, hands, late_keys, qtbot):
    open_window(three.journal)
    late_keys.typed(Key.Key_L, modifier=Qt.KeyboardModifier.AltModifier)
    late_keys.typed(Key.Key_F9)
    cover = only_window(qtbot)
    late_keys.answer()
    assert QApplication.activePopupWidget() is not None
    qtbot.waitUntil(lambda: visible() == [cover])
    hands.press(Key.Key_F9)
    assert QApplication.activePopupWidget() is None
